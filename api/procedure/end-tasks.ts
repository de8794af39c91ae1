import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'

/**
 * A project was withdrawn or ended (`ended`: 已撤回): what was given to others for it and is not answered yet is closed, and they are told. Tasks from
 * above stay: they are owed to whoever gave them. In the transaction of the step.
 */
export async function endTasks(options: { services: Services; work: Work; actor: Actor; project: { id: string; organId: string; title: string }; ended: string; reason: string }): Promise<void> {
  const { services, work, actor, project, ended, reason } = options
  const open = await work.tx.projectTask.findMany({ where: { projectId: project.id, state: { in: ['given', 'accepted'] }, fromOrgan: null, fromOrganId: null }, orderBy: { id: 'asc' }, select: { id: true, title: true, assigneeId: true, createdBy: true } })
  const note = `项目${ended}：${reason}`
  await work.tx.projectTask.updateMany({ where: { id: { in: open.map(({ id }) => id) } }, data: { state: 'closed', closedOn: toDateColumn(services.clock.today()), closeNote: note, revision: { increment: 1 } } })
  for (const task of open) {
    const people = new Set([task.assigneeId, task.createdBy].filter((id) => id !== null && id !== actor.personId))
    for (const personId of people) if (personId !== null) work.notify({ personId, kind: 'project', title: `不用再办：${task.title}`, body: `《${project.title}》${ended}。${reason}`, link: '/app/projects/tasks', entity: 'ProjectTask', entityId: task.id })
    work.audit({ actor, action: 'task.close', entity: 'ProjectTask', entityId: task.id, organId: project.organId, detail: { note } })
  }
}
