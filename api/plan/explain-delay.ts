import { newId } from '../platform/ids.ts'
import { fromDateColumn, toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { planFor, planOfItem } from './plan-for.ts'
import type { ConsiderationInput, ExplanationInput } from './plan-input.ts'
import { proposingOrgans } from './policy.ts'

/**
 * 书面说明: the proposer of an item that is late tells 主任会议 in writing why. Handed in by the proposer or the drafting
 * unit, or entered by the legal affairs commission that received it on paper. A second explanation stands beside the first.
 */
export async function explainDelay(options: { services: Services; actor: Actor; itemId: string; explanation: ExplanationInput }): Promise<string> {
  const { services, actor, itemId, explanation } = options
  const { plan, item } = await planOfItem({ services, actor, itemId, action: 'read' })
  const own = proposingOrgans(actor)
  const ofItem = [item.proposerOrganId, item.draftingOrganId].some((organ) => organ !== null && own.includes(organ))
  if (!ofItem) await planFor({ services, actor, planId: plan.id, action: 'write' })
  if (plan.adoptedOn === null) throw problem('step-refused', { detail: '计划还没有通过，不用作逾期说明。', extra: { rule: 'notAdopted', basis: '外省市条例参考·待确认' } })
  if (explanation.receivedOn > services.clock.today()) throw problem('invalid-input', { fields: [{ path: 'receivedOn', message: '收到的日期不能晚于今天。' }] })
  const id = newId()
  await inTransaction(services, async ({ tx, audit, notify }) => {
    await tx.lateExplanation.create({
      data: {
        id, itemId, text: explanation.text, documentNo: explanation.documentNo, fileIds: explanation.fileIds, receivedOn: toDateColumn(explanation.receivedOn), recordedBy: actor.personId,
        recordedByName: actor.name, recordedAt: services.clock.now(),
      },
    })
    audit({ actor, action: 'plan.explainDelay', entity: 'LegislationPlan', entityId: plan.id, organId: plan.organId, detail: { itemId, title: item.title } })
    if (plan.createdBy !== actor.personId) {
      notify({ personId: plan.createdBy, kind: 'plan', title: `书面说明：${item.title}`, body: `${actor.name}提交了逾期的书面说明，请报主任会议研究。`, link: `/plans/${plan.id}`, entity: 'LegislationPlan', entityId: plan.id })
    }
  })
  return plan.id
}

/** What 主任会议 said of an explanation; another month is set by an adjustment of the plan, not here. Recorded once. */
export async function recordConsideration(options: { services: Services; actor: Actor; explanationId: string; consideration: ConsiderationInput }): Promise<string> {
  const { services, actor, explanationId, consideration } = options
  const found = await services.prisma.lateExplanation.findUnique({ where: { id: explanationId }, select: { itemId: true, receivedOn: true } })
  if (found === null) throw problem('not-found')
  const { plan } = await planOfItem({ services, actor, itemId: found.itemId, action: 'decide' })
  const wrongDay = (message: string) => problem('invalid-input', { fields: [{ path: 'consideredOn', message }] })
  if (consideration.consideredOn > services.clock.today()) throw wrongDay('主任会议的日期不能晚于今天。')
  if (consideration.consideredOn < fromDateColumn(found.receivedOn)) throw wrongDay('主任会议的日期早于收到说明的日期，请核对。')
  await inTransaction(services, async ({ tx, audit }) => {
    const changed = await tx.lateExplanation.updateMany({
      where: { id: explanationId, consideredOn: null },
      data: { consideredOn: toDateColumn(consideration.consideredOn), consideredNote: consideration.note, newMonth: consideration.newMonth },
    })
    if (changed.count === 0) throw problem('already-done', { detail: '主任会议对这份说明的意见已经登记，请刷新查看。' })
    audit({ actor, action: 'plan.considerExplanation', entity: 'LegislationPlan', entityId: plan.id, organId: plan.organId, detail: { explanationId, on: consideration.consideredOn } })
  })
  return plan.id
}
