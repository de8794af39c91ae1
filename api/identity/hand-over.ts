import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { accountPolicy } from './policy.ts'

export type HandOverResult = { filings: number; led: number; tasks: number; suggestions: number; drafts: number }

/**
 * All of a leaver's work goes to one successor in one act: cases reviewed and led, open tasks, suggestions, drafts of
 * filings. History keeps the leaver's name; the leaver's memberships end today and the account is closed.
 */
export async function handOver(options: { services: Services; actor: Actor; leaverId: string; successorId: string; reason: string }): Promise<HandOverResult> {
  const { services, actor, leaverId, successorId } = options
  const today = services.clock.today()
  const [leaver, successor] = await Promise.all([
    services.prisma.person.findUnique({ where: { id: leaverId }, include: { memberships: { include: { organ: true } } } }),
    services.prisma.person.findUnique({ where: { id: successorId }, include: { memberships: { where: { to: null } } } }),
  ])
  if (leaver === null || successor === null || leaver.memberships.length === 0) throw problem('not-found')
  if (!leaver.memberships.every((m) => accountPolicy.can(actor, 'manage', { organ: m.organ }))) throw problem('forbidden')
  if (leaverId === successorId || successor.disabledAt !== null) {
    throw problem('invalid-input', { fields: [{ path: 'successorId', message: '请选择另一位在岗人员接手。' }] })
  }
  const open = leaver.memberships.filter((m) => m.to === null)
  const missing = open.filter((m) => !successor.memberships.some((s) => s.role === m.role && s.organId === m.organId))
  if (missing.length > 0) {
    throw problem('invalid-input', {
      fields: [{ path: 'successorId', message: '接手人还没有移交人的全部岗位，请先为接手人设置同样的岗位，再移交。' }],
    })
  }
  return inTransaction(services, async (work) => {
    const { tx } = work
    const openCase = { closedOn: null }
    const filings = await tx.filing.updateMany({ where: { reviewerId: leaverId, ...openCase }, data: { reviewerId: successorId, revision: { increment: 1 } } })
    const led = await tx.filing.updateMany({ where: { leaderId: leaverId, ...openCase }, data: { leaderId: successorId, revision: { increment: 1 } } })
    const drafts = await tx.filing.updateMany({ where: { createdBy: leaverId, state: 'draft' }, data: { createdBy: successorId, revision: { increment: 1 } } })
    const tasks = await tx.caseTask.updateMany({ where: { assigneeId: leaverId, answeredAt: null }, data: { assigneeId: successorId, revision: { increment: 1 } } })
    const suggestions = await tx.suggestion.updateMany({ where: { handlerId: leaverId, ...openCase }, data: { handlerId: successorId, revision: { increment: 1 } } })
    await tx.membership.updateMany({ where: { personId: leaverId, to: null }, data: { to: toDateColumn(today) } })
    await tx.person.update({ where: { id: leaverId }, data: { disabledAt: new Date() } })
    await tx.session.deleteMany({ where: { personId: leaverId } })
    const result = { filings: filings.count, led: led.count, tasks: tasks.count, suggestions: suggestions.count, drafts: drafts.count }
    work.audit({ actor, action: 'account.handOver', entity: 'Person', entityId: leaverId, detail: { successorId, reason: options.reason, ...result } })
    work.notify({
      personId: successorId,
      kind: 'handOver',
      title: `您接手了${leaver.name}的全部工作`,
      body: `承办 ${result.filings} 件，牵头 ${result.led} 件，待办 ${result.tasks} 项，审查建议 ${result.suggestions} 件，报备草稿 ${result.drafts} 件。`,
      link: '/app/today',
      dedupeKey: `handOver:${leaverId}:${successorId}`,
    })
    return result
  })
}
