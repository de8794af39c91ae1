import { addDays } from '../../law/deadline/index.ts'
import { ownFiles } from '../file/index.ts'
import { peopleServing } from '../notice/index.ts'
import { newId } from '../platform/ids.ts'
import type { RecurringJob } from '../platform/jobs/index.ts'
import { fromDateColumn, toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { transition } from '../procedure/index.ts'
import { handledCase, makerCase, tellMaker, tellPerson, tellReviewer } from './outcome-case.ts'

/** States in which a maker may offer a written plan: the problem was told to it. */
const offeredIn = ['concern', 'negotiating', 'opinionIssued', 'suspended']

/** 处理计划: offered by the maker in the product, or written down by staff as it came on paper. */
export async function offerPlan(options: { services: Services; actor: Actor; filingId: string; text: string; dueOn: string; fileIds: string[] }): Promise<string> {
  const { services, actor, filingId, text, dueOn } = options
  const { filing } = await makerCase({ services, actor, filingId })
  if (!offeredIn.includes(filing.state)) throw problem('step-refused', { detail: '现在没有要提出处理计划的问题。', extra: { rule: 'wrongState' } })
  if (dueOn <= services.clock.today()) throw problem('invalid-input', { fields: [{ path: 'dueOn', message: '完成日期应当晚于今天。' }] })
  const deciders = await peopleServing(services, filing.receiverOrganId, 'reviewChief')
  return inTransaction(services, async (work) => {
    const id = newId()
    await work.tx.correctionPlan.create({ data: { id, filingId, text, dueOn: toDateColumn(dueOn), fileIds: await ownFiles(work.tx, actor, options.fileIds), state: 'offered', offeredBy: actor.personId, offeredAt: services.clock.now() } })
    work.audit({ actor, action: 'plan.offer', entity: 'CorrectionPlan', entityId: id, organId: filing.receiverOrganId, detail: { filingId, dueOn } })
    const said = { work, filing, kind: 'planOffered', title: `《${filing.title}》收到处理计划`, about: id, link: `/app/outcome/${filingId}/acceptPlan` }
    tellReviewer({ ...said, body: `计划在 ${dueOn} 前完成，等审查机构负责人决定。` })
    // only the chief may accept it: without a word to the chief the plan would lie and the clocks run on
    for (const personId of deciders.filter((p) => p !== actor.personId && p !== filing.reviewerId)) tellPerson({ ...said, personId, body: `计划在 ${dueOn} 前完成，请决定是否接受；接受后审查中止到这一天。` })
    return id
  })
}

/** Accept a plan: the review is suspended and its clocks stop until the plan's date. Or decline it, with a reason. */
export async function decidePlan(options: { services: Services; actor: Actor; filingId: string; planId: string; accept: boolean; reason: string; revision: number }): Promise<void> {
  const { services, actor, filingId, planId, revision } = options
  const filing = await handledCase({ services, actor, filingId, action: 'decide' })
  await inTransaction(services, async (work) => {
    const { tx } = work
    await tx.$queryRaw`SELECT id FROM "Filing" WHERE id = ${filingId}::uuid FOR UPDATE`
    const plan = await tx.correctionPlan.findFirst({ where: { id: planId, filingId } })
    if (plan === null) throw problem('not-found')
    if (plan.state !== 'offered') throw problem('already-done', { detail: '这份处理计划已经办理过了。' })
    const dueOn = fromDateColumn(plan.dueOn)
    const decided = { decidedBy: actor.personId, decidedAt: services.clock.now() }
    if (options.accept) {
      await tx.correctionPlan.update({ where: { id: planId }, data: { state: 'accepted', ...decided } })
      await transition({ services, work, actor, filingId, key: 'acceptPlan', revision, values: { plan: plan.text, planDueOn: dueOn }, audience: 'maker', note: `处理计划 ${dueOn} 前完成` })
      await tellMaker({ services, work, filing, kind: 'planAccepted', title: `《${filing.title}》的处理计划已接受`, body: `审查中止到 ${dueOn}。请按计划修改或者废止，并重新报送。`, about: planId })
      return
    }
    if (options.reason.trim() === '') throw problem('invalid-input', { fields: [{ path: 'reason', message: '请写明不接受的原因。' }] })
    await tx.correctionPlan.update({ where: { id: planId }, data: { state: 'declined', ...decided } })
    work.audit({ actor, action: 'plan.decline', entity: 'CorrectionPlan', entityId: planId, organId: filing.receiverOrganId, detail: { filingId } })
    await tellMaker({ services, work, filing, kind: 'planDeclined', title: `《${filing.title}》的处理计划没有接受`, body: options.reason.trim(), about: planId })
  })
}

const REMINDED_DAYS_BEFORE = [7, 3, 0]

/**
 * Plans whose date has passed without a corrected text: the review goes on, with its clocks, and both sides are told.
 * Reminds the maker before. Returns how many reviews were reopened.
 */
export async function lapsePlans(services: Services): Promise<number> {
  const today = services.clock.today()
  const plans = await services.prisma.correctionPlan.findMany({ where: { state: 'accepted', filing: { state: 'suspended' } }, include: { filing: { include: { supersededBy: { where: { state: { not: 'draft' } }, select: { id: true } } } } } })
  let reopened = 0
  for (const plan of plans) {
    const { filing } = plan
    const dueOn = fromDateColumn(plan.dueOn)
    const days = REMINDED_DAYS_BEFORE.find((d) => addDays(dueOn, -d) === today)
    if (dueOn >= today) {
      if (days !== undefined) await inTransaction(services, (work) => tellMaker({ services, work, filing, kind: 'planDue', title: `处理计划${days === 0 ? '今天到期' : `还有 ${days} 天到期`}：《${filing.title}》`, body: `${dueOn} 前完成修改或者废止，并重新报送。`, about: `${plan.id}:${today}` }))
      continue
    }
    await inTransaction(services, async (work) => {
      // judged anew under the lock: another replica may have been first
      await work.tx.$queryRaw`SELECT id FROM "Filing" WHERE id = ${filing.id}::uuid FOR UPDATE`
      if ((await work.tx.correctionPlan.findUniqueOrThrow({ where: { id: plan.id } })).state !== 'accepted') return
      await transition({ services, work, actor: 'system', filingId: filing.id, key: 'planLapsed', revision: null, note: `处理计划 ${dueOn} 到期` })
      await work.tx.correctionPlan.update({ where: { id: plan.id }, data: { state: 'lapsed' } })
      const late = filing.supersededBy.length === 0 ? '没有收到修改后的文本。' : '修改后的文本已经重新报送，请比对。'
      tellReviewer({ work, filing, kind: 'planLapsed', title: `处理计划到期，恢复审查：《${filing.title}》`, body: `计划 ${dueOn} 前完成。${late}`, about: plan.id })
      await tellMaker({ services, work, filing, kind: 'planLapsed', title: `处理计划到期，恢复审查：《${filing.title}》`, body: `计划 ${dueOn} 前完成。${late}`, about: plan.id })
      reopened += 1
    })
  }
  return reopened
}

export const planLapseJob: RecurringJob = { name: 'lapsePlans', cron: '10 * * * *', atStart: true, run: (services) => lapsePlans(services).then(() => undefined) }
