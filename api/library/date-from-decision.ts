import { toDateColumn } from '../platform/legal-date.ts'
import { legalTextSchema } from './legal-text-schema.ts'
import type { Work } from '../platform/work/transaction.ts'

/** Marks of titles and blanks aside: inside 《》 a title is printed in 〈〉, or in <> where a file lost them. */
const plain = (words: string): string => words.replace(/\s/gu, '').replace(/[〈<＜]/gu, '《').replace(/[〉>＞]/gu, '》')

/** Whether a 题注 names a decision: without the organ before it, as a 题注 does. */
export function namesDecision(note: string, decisionTitle: string): boolean {
  const title = plain(decisionTitle)
  const named = title.slice(Math.max(0, title.indexOf('关于')))
  return /修改|修正/u.test(named) && plain(note).includes(named)
}

/**
 * The date of effect that an amending decision of the library gives to a text: the 题注 names the decision, and both were
 * adopted on one day. An amended text itself repeats the date of its first version. Null where no decision is there, or
 * two of them disagree.
 */
export async function dateFromDecision(options: { tx: Work['tx']; note: string; adopted: string; collection: string | null }): Promise<string | null> {
  const { tx, note, adopted, collection } = options
  const decisions = await tx.version.findMany({
    where: { adopted: toDateColumn(adopted), effectiveFrom: { gte: toDateColumn(adopted) }, title: { contains: '修' }, work: { collection } }, select: { title: true, effectiveFrom: true },
  })
  const dates = new Set(decisions.filter(({ title }) => namesDecision(note, title)).flatMap(({ effectiveFrom }) => effectiveFrom?.toISOString().slice(0, 10) ?? []))
  const [date, other] = dates
  return date === undefined || other !== undefined ? null : date
}

/** Gives the texts that a decision amended its date of effect, where theirs was not known when they were stored. */
export async function dateAmendedTexts(options: { work: Work; title: string; adopted: string; effectiveFrom: string; collection: string | null }): Promise<void> {
  const { work, title, adopted, effectiveFrom, collection } = options
  if (!/修改|修正/u.test(title) || effectiveFrom < adopted) return
  const undated = await work.tx.version.findMany({
    where: { adopted: toDateColumn(adopted), effectiveFrom: null, effectiveBasis: 'unknown', work: { collection } }, select: { id: true, tree: true, workId: true },
  })
  for (const { id } of undated.filter((version) => namesDecision(legalTextSchema.parse(version.tree).note, title))) {
    // what somebody recorded meanwhile is not rewritten
    const { count } = await work.tx.version.updateMany({ where: { id, effectiveFrom: null }, data: { effectiveFrom: toDateColumn(effectiveFrom), effectiveBasis: 'fromDecision' } })
    if (count === 0) continue
    work.audit({ actor: null, action: 'library.setEffectDates', entity: 'Version', entityId: id, detail: { effectiveFrom, basis: 'fromDecision', source: title } })
    work.outbox({ topic: 'search', entity: 'Version', entityId: id })
  }
}
