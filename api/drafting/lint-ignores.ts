import { draftingRules } from '../../law/drafting/index.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { ring } from './draft-bell.ts'
import { draftFor } from './draft-for.ts'

type Asked = { services: Services; actor: Actor; draftId: string }

/** Hints that somebody set aside, with the reason; those that were undone included. */
export async function listIgnores(options: Asked) {
  await draftFor({ ...options, action: 'open' })
  const rows = await options.services.prisma.lintIgnore.findMany({ where: { draftId: options.draftId }, orderBy: { id: 'asc' } })
  return { items: rows.map(({ id, ruleId, articleKey, quote, reason, byName, at, undoneAt }) => ({ id, ruleId, articleKey, quote, reason, byName, at: at.toISOString(), undoneAt: undoneAt?.toISOString() ?? null })) }
}

/** 此处不提示: for this rule, in this article, about these words. A hint never blocks, so that a reason is all it needs. */
export async function ignoreHint(options: Asked & { ruleId: string; articleKey: string; quote: string; reason: string }): Promise<{ id: string }> {
  const { services, actor, draftId, ruleId, articleKey, quote, reason } = options
  await draftFor({ ...options, action: 'write' })
  if (!draftingRules.some((rule) => rule.code === ruleId)) throw problem('invalid-input', { fields: [{ path: 'ruleId', message: '没有这条规则。' }] })
  const id = newId()
  await inTransaction(services, async ({ tx }) => {
    await tx.lintIgnore.create({ data: { id, draftId, ruleId, articleKey, quote, reason, by: actor.personId, byName: actor.name, at: services.clock.now() } })
    await ring(tx, draftId, { kind: 'changed', what: 'ignores' })
  })
  return { id }
}

/** Show the hint again; that it was set aside stays on record. */
export async function undoIgnore(options: Asked & { ignoreId: string }): Promise<void> {
  const { services, actor, draftId, ignoreId } = options
  await draftFor({ ...options, action: 'write' })
  const there = await services.prisma.lintIgnore.findFirst({ where: { id: ignoreId, draftId }, select: { id: true } })
  if (there === null) throw problem('not-found')
  await inTransaction(services, async ({ tx }) => {
    const { count } = await tx.lintIgnore.updateMany({ where: { id: ignoreId, undoneAt: null }, data: { undoneBy: actor.personId, undoneAt: services.clock.now() } })
    if (count === 0) throw problem('already-done')
    await ring(tx, draftId, { kind: 'changed', what: 'ignores' })
  })
}
