import { z } from 'zod'
import { printedDate } from '../typesetting/index.ts'

/** What the record of a 改期 keeps: when and where it was to be, and is now. */
const movedSchema = z.object({ from: z.string(), fromAt: z.string(), fromPlace: z.string(), startsOn: z.string(), startsAt: z.string(), place: z.string(), materialsDueOn: z.string().nullish() })

/** 原定…，改为…, with the new day of the materials, from the record of the act; null where it says no such thing. */
export function movedWords(data: unknown, reason: string | null): string | null {
  const read = movedSchema.safeParse(data)
  if (!read.success) return null
  const { from, fromAt, fromPlace, startsOn, startsAt, place, materialsDueOn } = read.data
  const elsewhere = fromPlace !== place
  const before = `原定${printedDate(from)} ${fromAt}${elsewhere ? `，${fromPlace}` : ''}`
  const now = `改为${printedDate(startsOn)} ${startsAt}${elsewhere ? `，${place}` : ''}`
  return [`${before}，${now}`, ...(materialsDueOn == null ? [] : [`会议材料应于${printedDate(materialsDueOn)}前送达`]), ...(reason === null || reason === '' ? [] : [`原因：${reason.replace(/。$/u, '')}`])].join('。') + '。'
}
