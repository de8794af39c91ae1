import { z } from '@hono/zod-openapi'
import { legislationProcedure, type ProjectState } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { workCalendar } from '../deadline/index.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { projectPolicy } from '../procedure/index.ts'
import { presentState, stateViewSchema } from './present-project.ts'
import { nextDueSchema, nextOf } from './project-next.ts'

export const projectViews = ['open', 'mine', 'overdue', 'closed', 'all'] as const
export type ProjectListView = (typeof projectViews)[number]

export const projectRowSchema = z
  .object({
    id: z.string(), revision: z.number().int(), title: z.string(), state: stateViewSchema, stateSince: z.string(), proposer: z.string(), leadOrgan: z.string().nullable(), committee: z.string().nullable(), responsible: z.string().nullable(),
    readingTrack: z.number().int().nullable(), plan: z.object({ title: z.string(), class: z.string(), dueMonth: z.string().nullable() }).nullable(), next: nextDueSchema.nullable(),
  })
  .openapi('ProjectRow')
export type ProjectRowView = z.infer<typeof projectRowSchema>

const finished: readonly ProjectState[] = legislationProcedure.states.flatMap((s) => (s.final === true || s.id === 'inForce' ? [s.id] : []))
const open: Prisma.ProjectWhereInput = { state: { notIn: [...finished] } }

/** What a view of the list holds, beside the policy. */
function viewOf(view: ProjectListView, { actor, today }: { actor: Actor; today: string }): Prisma.ProjectWhereInput {
  switch (view) {
    case 'open':
      return open
    case 'mine':
      return { AND: [open, { OR: [{ responsibleId: actor.personId }, { members: { some: { to: null, personId: actor.personId } } }, { createdBy: actor.personId }] }] }
    case 'overdue':
      return { AND: [open, { dueOn: { lt: new Date(`${today}T00:00:00Z`) } }] }
    case 'closed':
      return { state: { in: [...finished] } }
    case 'all':
      return {}
    default: {
      const never: never = view
      return never
    }
  }
}

type Asked = { services: Services; actor: Actor; view: ProjectListView; phase: string | null; text: string; cursor: string | null; limit: number }

/** Projects that this person may know of, those last moved first. */
export async function listProjects(options: Asked): Promise<{ items: ProjectRowView[]; next: string | null; total: number; counts: Record<string, number> }> {
  const { services, actor, view, phase, text, cursor, limit } = options
  const { prisma } = services
  const today = services.clock.today()
  const scope = projectPolicy.scope(actor, 'read')
  const states = phase === null ? null : legislationProcedure.states.filter((s) => s.phase === phase).map((s) => s.id)
  const wanted: Prisma.ProjectWhereInput = {
    AND: [scope, viewOf(view, { actor, today }), ...(states === null ? [] : [{ state: { in: [...states] } }]), ...(text === '' ? [] : [{ OR: [{ title: { contains: text } }, { proposer: { contains: text } }, { leadOrgan: { contains: text } }] }])],
  }
  const rows = await prisma.project.findMany({
    where: wanted, take: limit + 1, ...(cursor === null ? {} : { cursor: { id: cursor }, skip: 1 }), orderBy: [{ stateSince: 'desc' }, { id: 'desc' }],
    include: { planItems: { where: { endedById: null, plan: { state: 'published' } }, include: { plan: { select: { title: true } } }, orderBy: { id: 'desc' }, take: 1 } },
  })
  const shown = rows.slice(0, limit)
  const [next, people, ...counts] = await Promise.all([
    nextOf(prisma, shown.map((r) => r.id), { today, calendar: await workCalendar(prisma) }),
    prisma.person.findMany({ where: { id: { in: shown.flatMap((r) => (r.responsibleId === null ? [] : [r.responsibleId])) } }, select: { id: true, name: true } }),
    ...projectViews.map((v) => prisma.project.count({ where: { AND: [scope, viewOf(v, { actor, today })] } })),
  ])
  return {
    items: shown.map((r) => {
      const item = r.planItems[0]
      return {
        id: r.id, revision: r.revision, title: r.title, state: presentState(r.state), stateSince: fromDateColumn(r.stateSince), proposer: r.proposer, leadOrgan: r.leadOrgan, committee: r.committee, responsible: people.find((p) => p.id === r.responsibleId)?.name ?? null,
        readingTrack: r.readingTrack, plan: item === undefined ? null : { title: item.plan.title, class: item.class, dueMonth: item.dueMonth }, next: next.get(r.id) ?? null,
      }
    }),
    next: rows.length > limit ? (shown.at(-1)?.id ?? null) : null,
    total: await prisma.project.count({ where: wanted }),
    counts: Object.fromEntries(projectViews.map((v, at) => [v, counts[at] ?? 0])),
  }
}
