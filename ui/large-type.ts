/** Large type is a person's choice on this device, kept before the first paint. */
const KEY = 'lifa.size'

export function applyLargeType(): void {
  if (localStorage.getItem(KEY) === 'large') document.documentElement.dataset['size'] = 'large'
}

export const isLarge = (): boolean => document.documentElement.dataset['size'] === 'large'

export function toggleLargeType(): void {
  if (isLarge()) {
    delete document.documentElement.dataset['size']
    localStorage.removeItem(KEY)
  } else {
    document.documentElement.dataset['size'] = 'large'
    localStorage.setItem(KEY, 'large')
  }
}
