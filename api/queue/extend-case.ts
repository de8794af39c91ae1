import { deadlineRule } from '../../law/deadline/index.ts'
import { filingFor, filingPolicy, filingSubject } from '../filing/index.ts'
import { peopleServing } from '../notice/index.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import { transition } from '../procedure/index.ts'

const REVIEW_CLOCK = 'proactiveReview'
const EXTENSION_RULE = 'proactiveReview.extension'

/** 申请延长: the reviewer asks with a reason; the clock runs on until it is approved. */
export async function requestExtension(options: { services: Services; actor: Actor; filingId: string; revision: number; reason: string }): Promise<void> {
  const { services, actor, filingId, revision, reason } = options
  const filing = await filingFor({ services, actor, filingId, action: 'review' })
  const approvers = await peopleServing(services, filing.receiverOrganId, 'reviewChief')
  await inTransaction(services, async (work) => {
    const { tx } = work
    await transition({ services, work, actor, filingId, key: 'requestExtension', revision, values: { reason }, note: reason })
    const clock = await tx.caseClock.findFirst({ where: { filingId, key: REVIEW_CLOCK, state: { in: ['running', 'suspended'] } } })
    if (clock === null) throw problem('step-refused', { detail: '没有正在计算的审查期限，不用申请延长。' })
    const rule = deadlineRule(EXTENSION_RULE)
    await tx.extensionRequest.create({
      data: { id: newId(), filingId, clockId: clock.id, reason, amount: rule.amount, unit: rule.unit, state: 'requested', requestedBy: actor.personId, requestedByName: actor.name, requestedAt: services.clock.now() },
    })
    for (const personId of approvers.filter((p) => p !== actor.personId)) {
      work.notify({ personId, kind: 'extensionRequested', title: `申请延长审查期限：${filing.title}`, body: `${actor.name}：${reason}`, link: `/app/review/${filingId}`, entity: 'Filing', entityId: filingId })
    }
  })
}

/** 批准延长 or 不批准延长; nobody approves the own request. Approved, the time counts from the day the first period would have ended. */
export async function decideExtension(options: { services: Services; actor: Actor; filingId: string; revision: number; approve: boolean; reason: string }): Promise<void> {
  const { services, actor, filingId, revision, approve, reason } = options
  const filing = await filingFor({ services, actor, filingId, action: 'read' })
  if (!filingPolicy.can(actor, 'decide', filingSubject(filing)) && !filingPolicy.can(actor, 'lead', filingSubject(filing))) throw problem('forbidden')
  await inTransaction(services, async (work) => {
    const { tx } = work
    const request = await tx.extensionRequest.findFirst({ where: { filingId, state: 'requested' } })
    const clock = request === null ? null : await tx.caseClock.findUnique({ where: { id: request.clockId } })
    const startOn = clock?.dueOn?.toISOString().slice(0, 10)
    await transition({
      services, work, actor, filingId, key: approve ? 'approveExtension' : 'refuseExtension', revision, values: { reason }, ...(reason === '' ? {} : { note: reason }),
      ...(approve && startOn !== undefined ? { clockStarts: { [EXTENSION_RULE]: startOn } } : {}),
    })
    if (request === null) return
    await tx.extensionRequest.update({ where: { id: request.id }, data: { state: approve ? 'approved' : 'declined', decidedBy: actor.personId, decidedAt: services.clock.now(), decisionNote: reason === '' ? null : reason } })
    const started = approve ? await tx.caseClock.findFirst({ where: { filingId, key: EXTENSION_RULE, state: { in: ['running', 'suspended'] } }, select: { dueOn: true } }) : null
    const due = fromDateColumnOrNull(started?.dueOn ?? null)
    work.notify({
      personId: request.requestedBy, kind: 'extensionDecided', title: `${approve ? '已批准延长' : '未批准延长'}：${filing.title}`,
      body: `${reason === '' ? `${actor.name}${approve ? '批准' : '没有批准'}。` : `${actor.name}：${reason}`}${due === null ? '' : `延长到 ${due}。`}`,
      link: `/app/review/${filingId}`, entity: 'Filing', entityId: filingId,
    })
  })
}
