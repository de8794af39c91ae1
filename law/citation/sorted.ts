/** Index of the first of `count` values in rising order that is `least` or more; `count` where none is. */
export function firstAtLeast(count: number, least: number, value: (index: number) => number): number {
  let low = 0
  let high = count
  while (low < high) {
    const middle = (low + high) >> 1
    if (value(middle) < least) low = middle + 1
    else high = middle
  }
  return low
}
