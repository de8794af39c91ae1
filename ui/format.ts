/** Dates, times and sizes as the interface writes them: 2026年3月5日 in text, 2026-03-05 in tables. Legal dates are `YYYY-MM-DD` strings. */
const DATE = /^(\d{4})-(\d{2})-(\d{2})/

/** `2026-03-05` → `2026年3月5日`; anything else comes back as it is. */
export function dateInText(date: string): string {
  const [, year, month, day] = DATE.exec(date) ?? []
  return year === undefined ? date : `${year}年${Number(month)}月${Number(day)}日`
}

/** `2026-03-05` → `3月5日`. */
export function dayInText(date: string): string {
  const [, , month, day] = DATE.exec(date) ?? []
  return month === undefined ? date : `${Number(month)}月${Number(day)}日`
}

/** `2026-03-12` → `星期四`. */
export function weekday(date: string): string {
  const at = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(at.getTime()) ? '' : `星期${'日一二三四五六'.charAt(at.getUTCDay())}`
}

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

/** An instant (ISO 8601) as the office's wall clock shows it: `2026-03-12 09:14`. */
export function timeInTable(instant: string): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  const part: Record<string, string> = {}
  for (const { type, value } of clock.formatToParts(at)) part[type] = value
  return `${part['year']}-${part['month']}-${part['day']} ${part['hour']}:${part['minute']}`
}

/** The office's day of an instant: `2026-03-12`, also between midnight and eight, when the day in UTC is another. */
export const dayOf = (instant: string): string => timeInTable(instant).slice(0, 10)

/** Whole days from one legal date to another; negative where `to` lies before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

/** `1258291` → `1.2 MB`. */
export function sizeInText(sizeBytes: number): string {
  if (sizeBytes < 1024) return `${sizeBytes} 字节`
  const units = ['KB', 'MB', 'GB']
  let size = sizeBytes / 1024
  let unit = 0
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024
    unit += 1
  }
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`
}

/** `4f1c…a97e`: enough of a digest to compare by eye. */
export const shortDigest = (sha256: string): string => (sha256.length > 12 ? `${sha256.slice(0, 4)}…${sha256.slice(-4)}` : sha256)

/** Thousands are separated: `9,842`. */
export const count = (value: number): string => value.toLocaleString('zh-CN')
