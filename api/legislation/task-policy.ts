import type { Prisma } from '../../prisma/generated/client.ts'
import { type Actor, committeesServedAs, organsWithRole } from '../platform/policy/actor.ts'
import type { Policy } from '../platform/policy/policy.ts'

/** `read`: know of the task; `answer`: reply to it; `close`: end it. */
export type TaskAction = 'read' | 'answer' | 'close'

export const taskSubjectSelect = { organId: true, assigneeOrganId: true, assigneeId: true, createdBy: true } satisfies Prisma.ProjectTaskSelect
type TaskSubject = Prisma.ProjectTaskGetPayload<{ select: typeof taskSubjectSelect }>

/** Organs that a task may be given to and for which a person answers. */
const answering = (actor: Actor): string[] => organsWithRole(actor, 'drafter', 'proposerClerk', 'committeeMember', 'legislationOfficer', 'legislationChief')

/** A task is the matter of the house that entered it and of the one to whom it was given (design §7.4, drafter unit: own). */
export const taskPolicy: Policy<TaskAction, TaskSubject, Prisma.ProjectTaskWhereInput> = {
  can(actor, action, task) {
    const staff = committeesServedAs(actor, 'legislationOfficer', 'legislationChief').includes(task.organId)
    if (staff) return true
    if (action === 'close') return false
    if (task.assigneeId === actor.personId || (task.assigneeOrganId !== null && answering(actor).includes(task.assigneeOrganId))) return true
    return action === 'read' && committeesServedAs(actor, 'councilMember').includes(task.organId)
  },
  scope(actor, action) {
    const grounds: Prisma.ProjectTaskWhereInput[] = [{ organId: { in: committeesServedAs(actor, 'legislationOfficer', 'legislationChief') } }]
    if (action !== 'close') grounds.push({ assigneeId: actor.personId }, { assigneeOrganId: { in: answering(actor) } })
    if (action === 'read') grounds.push({ organId: { in: committeesServedAs(actor, 'councilMember') } })
    return { OR: grounds }
  },
}
