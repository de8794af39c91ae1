import { z } from '@hono/zod-openapi'
import { isLawCommittee } from '../../law/procedure/index.ts'
import { peopleServing } from '../notice/index.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { housesToOpenIn, proposerOrgans } from '../procedure/index.ts'
import { participantSchema, possibleParticipants } from './members.ts'

const named = z.object({ id: z.string(), name: z.string() })
export const openingChoicesSchema = z
  .object({
    organId: z.string(), proposers: z.array(named.extend({ kind: z.string() })), drafters: z.array(named), committees: z.array(named), people: z.array(named), planItems: z.array(named.extend({ class: z.string(), /** title of its plan */ plan: z.string() })),
    meetings: z.array(z.object({ id: z.string(), title: z.string(), kind: z.string(), on: z.string() })), /** people who may be put on a project, with the parts that they can take */ participants: z.array(participantSchema), staff: z.boolean(),
  })
  .openapi('ProjectChoices')

/** What may be chosen when a project is opened or edited, or a step names an organ or a meeting. A proposer may choose itself alone. Throws `forbidden`. */
export async function openingChoices({ services, actor }: { services: Services; actor: Actor }): Promise<z.infer<typeof openingChoicesSchema>> {
  const { prisma } = services
  const own = proposerOrgans(actor)
  const staffOf = housesToOpenIn(actor)[0] ?? actor.memberships.find((m) => ['meetingClerk', 'councilMember'].includes(m.role))?.standingCommitteeId ?? null
  const place = staffOf === null ? (await prisma.organ.findFirst({ where: { id: { in: own } }, select: { regionCode: true } }))?.regionCode : (await prisma.organ.findUnique({ where: { id: staffOf }, select: { regionCode: true } }))?.regionCode
  const house = place === undefined ? null : await prisma.organ.findFirst({ where: { kind: 'standingCommittee', regionCode: place, active: true }, select: { id: true, name: true } })
  if (house === null || place === undefined) throw problem('forbidden')
  const organs = await prisma.organ.findMany({ where: { regionCode: place, active: true }, select: { id: true, name: true, kind: true }, orderBy: { name: 'asc' } })
  const staff = staffOf !== null
  const people = staff ? [...new Set((await Promise.all((['legislationOfficer', 'legislationChief'] as const).map((role) => peopleServing(services, house.id, role)))).flat())] : []
  const [participants, persons, planItems, meetings] = await Promise.all([
    staff ? possibleParticipants(services, place) : [],
    prisma.person.findMany({ where: { id: { in: people } }, select: { id: true, name: true }, orderBy: { username: 'asc' } }),
    staff ? prisma.planItem.findMany({ where: { projectId: null, endedById: null, plan: { organId: house.id } }, select: { id: true, title: true, class: true, plan: { select: { title: true } } }, orderBy: { id: 'desc' }, take: 100 }) : [],
    staff ? prisma.meeting.findMany({ where: { organId: house.id, state: { not: 'cancelled' } }, select: { id: true, title: true, kind: true, startsOn: true }, orderBy: { startsOn: 'desc' }, take: 60 }) : [],
  ])
  const proposing = ['government', 'specialCommittee', 'workingCommittee', 'standingCommittee', 'court', 'procuratorate']
  return {
    organId: house.id, staff,
    proposers: organs.filter((o) => (staff ? proposing.includes(o.kind) : own.includes(o.id))).map(({ id, name, kind }) => ({ id, name, kind })),
    drafters: organs.filter((o) => ['governmentDepartment', 'governmentOffice', 'legalAffairsCommission', 'workingCommittee', 'specialCommittee', 'other'].includes(o.kind)).map(({ id, name }) => ({ id, name })),
    committees: organs.filter((o) => ['specialCommittee', 'workingCommittee'].includes(o.kind) && !isLawCommittee(o)).map(({ id, name }) => ({ id, name })),
    people: persons, participants, planItems: planItems.map((i) => ({ id: i.id, name: i.title, class: i.class, plan: i.plan.title })), meetings: meetings.map((m) => ({ id: m.id, title: m.title, kind: m.kind, on: fromDateColumn(m.startsOn) })),
  }
}
