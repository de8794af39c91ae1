import type { Prisma } from '../../prisma/generated/client.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { type ProjectAction, projectPolicy, projectSubjectSelect } from '../procedure/index.ts'

const select = { id: true, revision: true, title: true, kind: true, stateSince: true, closedOn: true, ...projectSubjectSelect } satisfies Prisma.ProjectSelect
export type ProjectRow = Prisma.ProjectGetPayload<{ select: typeof select }>

/** The project for an act of this person. Throws `not-found` when they may not know of it, `forbidden` when only this act is not theirs. */
export async function projectFor(options: { services: Pick<Services, 'prisma'>; actor: Actor; projectId: string; action: ProjectAction }): Promise<ProjectRow> {
  const { services, actor, projectId, action } = options
  const project = await services.prisma.project.findUnique({ where: { id: projectId }, select })
  if (project === null || !projectPolicy.can(actor, 'read', project)) throw problem('not-found')
  if (!projectPolicy.can(actor, action, project)) throw problem('forbidden')
  return project
}
