import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { planOfItem } from './plan-for.ts'

/** Say which project an item of a plan stands for. A project of the same committee; an item keeps the one it has. */
export async function linkProject(options: { services: Services; actor: Actor; itemId: string; projectId: string }): Promise<string> {
  const { services, actor, itemId, projectId } = options
  const { plan, item } = await planOfItem({ services, actor, itemId, action: 'write' })
  const project = await services.prisma.project.findFirst({ where: { id: projectId, organId: plan.organId }, select: { id: true } })
  if (project === null) throw problem('invalid-input', { fields: [{ path: 'projectId', message: '没有这个项目，请重新选择。' }] })
  if (item.projectId === projectId) return plan.id
  await inTransaction(services, async ({ tx, audit }) => {
    const linked = await tx.planItem.updateMany({ where: { id: itemId, projectId: null }, data: { projectId, revision: { increment: 1 } } })
    if (linked.count === 0) throw problem('already-done', { detail: '这一项已经关联了别的项目，请刷新查看。' })
    audit({ actor, action: 'plan.linkProject', entity: 'LegislationPlan', entityId: plan.id, organId: plan.organId, detail: { itemId, projectId } })
  })
  return plan.id
}
