import { planProcedure } from '../../law/procedure/index.ts'
import { newId } from '../platform/ids.ts'
import { fromDateColumn, toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Transaction } from '../platform/work/transaction.ts'
import { judgeStep } from '../procedure/index.ts'
import { placeItem } from './change-items.ts'
import { decidingMeeting } from './deciding-meeting.ts'
import { type PlanItemRow, type PlanRow, planFor } from './plan-for.ts'
import type { AdjustmentInput, PlanChange, PlanItemInput } from './plan-input.ts'
import { planFacts, rolesOnPlan } from './take-plan-step.ts'

/**
 * 计划调整: what the organ that adopted the plan decided afterwards. Items are added or ended, their month or class
 * changed; every change is kept with what stood before, and no row is taken away (additions need the same decision as
 * the plan, domain §1.3).
 */
export async function adjustPlan(options: { services: Services; actor: Actor; planId: string; revision: number; adjustment: AdjustmentInput }): Promise<void> {
  const { services, actor, planId, adjustment } = options
  const plan = await planFor({ services, actor, planId, action: 'decide' })
  const today = services.clock.today()
  const values = { decidedOn: adjustment.decidedOn, decidedBy: adjustment.meetingId ?? adjustment.decidedBy, reason: adjustment.reason }
  judgeStep({ procedure: planProcedure, state: plan.state, key: 'adjust', roles: rolesOnPlan(actor, plan.organId), facts: planFacts(plan, values, today) })
  if (adjustment.decidedOn > today) throw problem('invalid-input', { fields: [{ path: 'decidedOn', message: '决定的日期不能晚于今天。' }] })
  if (plan.adoptedOn !== null && adjustment.decidedOn < fromDateColumn(plan.adoptedOn)) throw problem('invalid-input', { fields: [{ path: 'decidedOn', message: '决定的日期早于计划通过的日期，请核对。' }] })
  await inTransaction(services, async (work) => {
    const { tx } = work
    const { meetingId, decidedBy } = await decidingMeeting(tx, { organId: plan.organId, meetingId: adjustment.meetingId, typed: adjustment.decidedBy, on: adjustment.decidedOn, fields: { meeting: 'meetingId', on: 'decidedOn', typed: 'decidedBy' } })
    const held = await tx.legislationPlan.updateMany({ where: { id: planId, revision: options.revision }, data: { revision: { increment: 1 } } })
    if (held.count === 0) throw problem('stale-edit')
    const id = newId()
    const changes = []
    for (const [index, change] of adjustment.changes.entries()) changes.push(await applyChange(tx, { plan, change, adjustmentId: id, path: `changes.${index}` }))
    await tx.planAdjustment.create({
      data: {
        id, planId, decidedOn: toDateColumn(adjustment.decidedOn), decidedBy, meetingId, reason: adjustment.reason, changes,
        recordedBy: actor.personId, recordedByName: actor.name, recordedAt: services.clock.now(),
      },
    })
    work.audit({ actor, action: 'plan.adjust', entity: 'LegislationPlan', entityId: planId, organId: plan.organId, detail: { decidedOn: adjustment.decidedOn, decidedBy, changes: changes.length } })
  })
}

/** What an item must say before a meeting decides on it, as the plan itself must (domain §1.3). */
const lackingOf = (item: PlanItemInput): { path: string; message: string }[] => [
  ...(item.proposer === '' && item.proposerOrganId === null ? [{ path: 'proposer', message: '请写明提案人。' }] : []),
  ...(item.draftingOrgan === '' && item.draftingOrganId === null ? [{ path: 'draftingOrgan', message: '请写明起草单位。' }] : []),
  ...(item.class === 'deliberation' && item.dueMonth === null ? [{ path: 'dueMonth', message: '审议项目要写明提请审议的月份。' }] : []),
]

type Applied = { kind: string; itemId: string; title: string; before: string | null; after: string | null }

async function applyChange(tx: Transaction, options: { plan: PlanRow; change: PlanChange; adjustmentId: string; path: string }): Promise<Applied> {
  const { plan, change, adjustmentId, path } = options
  const itemOf = (id: string): PlanItemRow => {
    const item = plan.items.find((i) => i.id === id && i.endedById === null)
    if (item === undefined) throw problem('invalid-input', { fields: [{ path, message: '这个项目不在计划里，或者已经调出，请重新选择。' }] })
    return item
  }
  switch (change.kind) {
    case 'add': {
      const lacking = lackingOf(change.item).map(({ path: field, message }) => ({ path: `${path}.item.${field}`, message }))
      if (lacking.length > 0) throw problem('invalid-input', { fields: lacking })
      const itemId = await placeItem(tx, { planId: plan.id, item: change.item, addedById: adjustmentId, path: `${path}.item.` })
      return { kind: 'add', itemId, title: change.item.title, before: null, after: change.item.class }
    }
    case 'end': {
      const item = itemOf(change.itemId)
      await tx.planItem.update({ where: { id: item.id }, data: { endedById: adjustmentId, revision: { increment: 1 } } })
      return { kind: 'end', itemId: item.id, title: item.title, before: item.class, after: null }
    }
    case 'month': {
      const item = itemOf(change.itemId)
      await tx.planItem.update({ where: { id: item.id }, data: { dueMonth: change.dueMonth, revision: { increment: 1 } } })
      return { kind: 'month', itemId: item.id, title: item.title, before: item.dueMonth, after: change.dueMonth }
    }
    case 'class': {
      const item = itemOf(change.itemId)
      await tx.planItem.update({ where: { id: item.id }, data: { class: change.class, revision: { increment: 1 } } })
      return { kind: 'class', itemId: item.id, title: item.title, before: item.class, after: change.class }
    }
    default: {
      const never: never = change
      throw new RangeError(`no change ${String(never)}`)
    }
  }
}
