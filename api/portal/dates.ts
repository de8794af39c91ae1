const DATE = /^(\d{4})-(\d{2})-(\d{2})$/

/** `2026-03-05` → `2026年3月5日`; what is not known is said so. */
export function dateInWords(date: string | null): string {
  if (date === null) return '未知'
  const match = DATE.exec(date)
  return match === null ? date : `${match[1]}年${Number(match[2])}月${Number(match[3])}日`
}

/** A legal date as typed: `2026-03-05`, `2026-3-5`, `2026年3月5日`, `2026/3/5`; null where it is none. */
export function readTypedDate(typed: string): string | null {
  const match = /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?\s*$/.exec(typed)
  if (match === null) return null
  const date = `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}`
  const day = new Date(`${date}T00:00:00Z`)
  return Number.isNaN(day.getTime()) || !day.toISOString().startsWith(date) ? null : date
}

const DAY_MS = 86_400_000
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS)

/** The day before: the last one on which a text was in force. */
export const dayBefore = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10)
