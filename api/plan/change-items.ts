import type { Prisma } from '../../prisma/generated/client.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Transaction } from '../platform/work/transaction.ts'
import type { PlanItemInput } from './plan-input.ts'
import { planFor, planOfItem } from './plan-for.ts'

const ADOPTED = '计划已经通过，项目只能通过登记“计划调整”来改变。'

const columns = (item: PlanItemInput): Omit<Prisma.PlanItemUncheckedCreateInput, 'id' | 'planId' | 'order'> => ({ ...item })

/** The names of the organs that were picked: the register's, whatever was typed beside. */
async function withNames(tx: Transaction, item: PlanItemInput): Promise<PlanItemInput> {
  const ids = [item.proposerOrganId, item.draftingOrganId, item.committeeOrganId].filter((id) => id !== null)
  const organs = await tx.organ.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })
  const named = (id: string | null, typed: string | null, path: string): string | null => {
    if (id === null) return typed
    const organ = organs.find((o) => o.id === id)
    if (organ === undefined) throw problem('invalid-input', { fields: [{ path, message: '没有这个单位，请重新选择。' }] })
    return organ.name
  }
  return {
    ...item,
    proposer: named(item.proposerOrganId, item.proposer, 'proposer') ?? '',
    draftingOrgan: named(item.draftingOrganId, item.draftingOrgan, 'draftingOrgan') ?? '',
    committee: named(item.committeeOrganId, item.committee, 'committee'),
  }
}

/** A plan lists a regulation once. `path`: where the title stands in what was sent. */
async function refuseTwin(tx: Transaction, { planId, title, itemId, path }: { planId: string; title: string; itemId?: string; path: string }): Promise<void> {
  const twin = await tx.planItem.findFirst({ where: { planId, title, endedById: null, ...(itemId === undefined ? {} : { id: { not: itemId } }) }, select: { id: true } })
  if (twin !== null) throw problem('invalid-input', { fields: [{ path, message: '计划里已经列有这个项目。' }] })
}

/** A new item at the end of a plan, inside the caller's transaction. Throws `invalid-input`. */
export async function placeItem(tx: Transaction, options: { planId: string; item: PlanItemInput; addedById?: string; path?: string }): Promise<string> {
  await refuseTwin(tx, { planId: options.planId, title: options.item.title, path: `${options.path ?? ''}title` })
  const last = await tx.planItem.aggregate({ where: { planId: options.planId }, _max: { order: true } })
  const id = newId()
  await tx.planItem.create({ data: { ...columns(await withNames(tx, options.item)), id, planId: options.planId, order: (last._max.order ?? 0) + 1, addedById: options.addedById ?? null } })
  return id
}

/** List a project in a plan that is still being drawn up. */
export async function addItem(options: { services: Services; actor: Actor; planId: string; revision: number; item: PlanItemInput }): Promise<string> {
  const { services, actor, planId, item } = options
  await planFor({ services, actor, planId, action: 'write' })
  return inTransaction(services, async ({ tx, audit }) => {
    await holdDraft(tx, planId, options.revision)
    const id = await placeItem(tx, { planId, item })
    audit({ actor, action: 'plan.addItem', entity: 'LegislationPlan', entityId: planId, detail: { title: item.title, class: item.class } })
    return id
  })
}

/** Change an item of a plan that is still being drawn up. */
export async function editItem(options: { services: Services; actor: Actor; itemId: string; revision: number; item: PlanItemInput }): Promise<string> {
  const { services, actor, itemId, item } = options
  const { plan } = await planOfItem({ services, actor, itemId, action: 'write' })
  await inTransaction(services, async ({ tx, audit }) => {
    await holdDraft(tx, plan.id, options.revision)
    await refuseTwin(tx, { planId: plan.id, title: item.title, itemId, path: 'title' })
    await tx.planItem.update({ where: { id: itemId }, data: { ...columns(await withNames(tx, item)), revision: { increment: 1 } } })
    audit({ actor, action: 'plan.editItem', entity: 'LegislationPlan', entityId: plan.id, detail: { itemId, title: item.title } })
  })
  return plan.id
}

/** Take an item out of a plan that is still being drawn up; the audit trail keeps what it was. */
export async function removeItem(options: { services: Services; actor: Actor; itemId: string; revision: number }): Promise<string> {
  const { services, actor, itemId } = options
  const { plan, item } = await planOfItem({ services, actor, itemId, action: 'write' })
  // what somebody wrote on an item is kept, and the item with it
  if (item.explanations.length > 0) throw problem('step-refused', { detail: '这个项目有书面说明，不能去掉；请登记计划调整。', extra: { rule: 'hasExplanation', basis: '立法工作惯例' } })
  if (item.projectId !== null) throw problem('step-refused', { detail: '这个项目已经立项，请先办理暂缓或者不予立项。', extra: { rule: 'hasProject', basis: '立法工作惯例' } })
  await inTransaction(services, async ({ tx, audit }) => {
    await holdDraft(tx, plan.id, options.revision)
    await tx.planItem.delete({ where: { id: itemId } })
    audit({ actor, action: 'plan.removeItem', entity: 'LegislationPlan', entityId: plan.id, detail: { title: item.title, class: item.class, proposer: item.proposer, draftingOrgan: item.draftingOrgan, dueMonth: item.dueMonth } })
  })
  return plan.id
}

/** Takes the plan under its revision; refuses a plan that was adopted meanwhile. */
async function holdDraft(tx: Transaction, planId: string, revision: number): Promise<void> {
  const held = await tx.legislationPlan.updateMany({ where: { id: planId, revision, state: { in: ['drafting', 'consulting'] } }, data: { revision: { increment: 1 } } })
  if (held.count === 1) return
  const now = await tx.legislationPlan.findUniqueOrThrow({ where: { id: planId }, select: { state: true } })
  if (now.state === 'adopted' || now.state === 'published') throw problem('step-refused', { detail: ADOPTED, extra: { rule: 'adopted', basis: '《中华人民共和国立法法》第五十六条（参照）' } })
  throw problem('stale-edit')
}
