import { toDateColumnOrNull } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { amendmentFor, lockDraft } from './amendment-for.ts'
import { type AmendmentChange, type AmendmentView, keptHandWritten, keptSettlements } from './amendment-schema.ts'
import { draftOf, presentAmendment } from './present-amendment.ts'

const ARTICLE = /^第[零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?/u

/**
 * Keep what a person said of a draft: dates, 题注, articles put right by hand (人工补正), and why an instruction that could not
 * be carried out does no harm. Each is kept with who said it and when. Throws `not-found`, `forbidden`, `stale-edit`,
 * `already-done`, `invalid-input`.
 */
export async function changeAmendment(options: { services: Services; actor: Actor; id: string; revision: number; change: AmendmentChange }): Promise<AmendmentView> {
  const { services, actor, id, revision, change } = options
  await amendmentFor({ services, actor, id })
  return inTransaction(services, async ({ tx, audit }) => {
    const row = await lockDraft(tx, { id, revision })
    const { worked } = await draftOf(tx, row)
    const stranger = change.handWritten.find((h) => !worked.made.articles.some((a) => a.id === h.articleId))
    if (stranger !== undefined) throw problem('invalid-input', { fields: [{ path: 'handWritten', message: '要补正的条文不在结果里，请重新打开这份草稿。' }] })
    const unlabelled = change.handWritten.find((h) => h.text !== null && h.text.trim() !== '' && worked.made.articles.some((a) => a.id === h.articleId && a.number.endsWith('条')) && !ARTICLE.test(h.text.trim()))
    if (unlabelled !== undefined) throw problem('invalid-input', { fields: [{ path: 'text', message: '第一行请以条号开头，如“第五条　……”。' }] })
    const failed = new Set(worked.report.instructions.filter((i) => i.status === 'failed').map((i) => i.index))
    if (change.settlements.some((s) => !failed.has(s.index))) throw problem('invalid-input', { fields: [{ path: 'settlements', message: '只有没有执行的修改才要写明理由。' }] })
    const by = { by: actor.personId, byName: actor.name, at: services.clock.now().toISOString() }
    const [written, settled] = [keptHandWritten.parse(row.handWritten), keptSettlements.parse(row.settlements)]
    const changed = await tx.amendment.update({
      where: { id },
      data: {
        adopted: toDateColumnOrNull(change.adopted), effectiveFrom: toDateColumnOrNull(change.effectiveFrom), note: change.note, publish: change.publish, revision: { increment: 1 },
        handWritten: change.handWritten.map((h) => written.find((w) => w.articleId === h.articleId && w.text === h.text && w.intoNext === h.intoNext) ?? { ...h, ...by }),
        settlements: change.settlements.map((s) => settled.find((one) => one.index === s.index && one.reason === s.reason) ?? { ...s, ...by }),
      },
    })
    audit({ actor, action: 'library.changeAmendment', entity: 'Amendment', entityId: id, detail: { handWritten: change.handWritten.map((h) => h.articleId), settled: change.settlements.map((s) => s.index) } })
    return presentAmendment(tx, changed)
  })
}

/** Give a draft up; it is kept as given up, with its decision. Throws `not-found`, `forbidden`, `stale-edit`, `already-done`. */
export async function dropAmendment(options: { services: Services; actor: Actor; id: string; revision: number }): Promise<void> {
  const { services, actor, id, revision } = options
  await amendmentFor({ services, actor, id })
  await inTransaction(services, async ({ tx, audit }) => {
    await lockDraft(tx, { id, revision })
    await tx.amendment.update({ where: { id }, data: { state: 'dropped', revision: { increment: 1 }, endedBy: actor.personId, endedByName: actor.name, endedAt: services.clock.now() } })
    audit({ actor, action: 'library.dropAmendment', entity: 'Amendment', entityId: id })
  })
}
