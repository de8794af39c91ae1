import { z } from '@hono/zod-openapi'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { RoleKey } from '../platform/policy/roles.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { peopleIn } from '../notice/index.ts'
import { projectFor } from './project-for.ts'
import type { MemberInput } from './project-input.ts'

type Part = MemberInput['part']

/** Roles in which a person can take the part: whoever has none of them would be named and see nothing. */
const rolesOfPart = (part: Part): readonly RoleKey[] => {
  switch (part) {
    case 'drafting':
    case 'commissioned':
      return ['drafter']
    case 'committee':
      return ['committeeMember']
    case 'earlyParticipant':
    case 'invited':
      return ['committeeMember', 'standingMember', 'drafter']
    case 'provinceConsulted':
      return []
    default: {
      const never: never = part
      return never
    }
  }
}

const servingOn = (today: string) => ({ from: { lte: toDateColumn(today) }, OR: [{ to: null }, { to: { gte: toDateColumn(today) } }] })

const partsOfPeople = ['drafting', 'commissioned', 'earlyParticipant', 'committee', 'invited'] as const
export const participantSchema = z.object({ id: z.string(), name: z.string(), organ: z.string(), parts: z.array(z.string()) })

/** People of a place who may be put on a project, each with the parts that they can take. */
export async function possibleParticipants(services: Pick<Services, 'prisma' | 'clock'>, regionCode: string): Promise<z.infer<typeof participantSchema>[]> {
  const people = await services.prisma.person.findMany({
    where: { disabledAt: null, memberships: { some: { role: { in: [...new Set(partsOfPeople.flatMap(rolesOfPart))] }, organ: { regionCode, active: true }, ...servingOn(services.clock.today()) } } }, orderBy: { username: 'asc' },
    select: { id: true, name: true, memberships: { where: { organ: { regionCode, active: true }, ...servingOn(services.clock.today()) }, select: { role: true, organ: { select: { name: true } } } } },
  })
  return people.map((p) => ({ id: p.id, name: p.name, organ: [...new Set(p.memberships.map((m) => m.organ.name))].join('、'), parts: partsOfPeople.filter((part) => p.memberships.some((m) => rolesOfPart(part).some((role) => role === m.role))) }))
}

/**
 * An organ or a person is put on a project: a drafting unit, a commissioned centre, a committee, who joins early. From then
 * on they see it, as far as their part goes. Throws `forbidden`, `invalid-input`, `already-done`.
 */
export async function addMember(options: { services: Services; actor: Actor; projectId: string; member: MemberInput }): Promise<string> {
  const { services, actor, projectId, member } = options
  const project = await projectFor({ ...options, action: 'manage' })
  return inTransaction(services, async (work) => {
    const { tx } = work
    const organ = member.organId === null ? null : await tx.organ.findFirst({ where: { id: member.organId, active: true }, select: { name: true } })
    const person = member.personId === null ? null : await tx.person.findFirst({ where: { id: member.personId, disabledAt: null }, select: { name: true, memberships: { where: servingOn(services.clock.today()), select: { role: true } } } })
    if (member.organId !== null && organ === null) throw problem('invalid-input', { fields: [{ path: 'organId', message: '没有这个单位，请重新选择。' }] })
    if (member.personId !== null && person === null) throw problem('invalid-input', { fields: [{ path: 'personId', message: '没有这个人员，请重新选择。' }] })
    if (person !== null && !person.memberships.some((m) => rolesOfPart(member.part).some((role) => role === m.role))) throw problem('invalid-input', { fields: [{ path: 'personId', message: `${person.name}没有这种参加方式要的岗位，请由管理员先设岗位。` }] })
    const known = member.organId === null && member.personId === null ? 0 : await tx.projectMember.count({ where: { projectId, part: member.part, to: null, organId: member.organId, personId: member.personId } })
    if (known > 0) throw problem('already-done', { detail: '已经参加这个项目。' })
    const id = newId()
    await tx.projectMember.create({
      data: {
        id, projectId, organId: member.organId, personId: member.personId, name: member.name ?? person?.name ?? organ?.name ?? '', part: member.part, from: toDateColumn(member.from ?? services.clock.today()), note: member.note, addedBy: actor.personId, addedByName: actor.name,
      },
    })
    const told = member.personId !== null ? [member.personId] : member.organId !== null ? await peopleIn(services, [member.organId], 'drafter') : []
    for (const personId of told) work.notify({ personId, kind: 'project', title: `请参加立法项目：${project.title}`, body: `${actor.name}把你（你单位）列为参加单位。`, link: `/app/projects/${projectId}`, entity: 'Project', entityId: projectId })
    work.audit({ actor, action: 'project.addMember', entity: 'Project', entityId: projectId, organId: project.organId, detail: { memberId: id, part: member.part } })
    return id
  })
}

/** They take part no longer: what they did stays, what they see ends today; who took them off and why is kept. Throws `not-found`, `forbidden`. */
export async function endMember(options: { services: Services; actor: Actor; projectId: string; memberId: string; reason: string | null }): Promise<void> {
  const { services, actor, projectId, memberId, reason } = options
  const project = await projectFor({ ...options, action: 'manage' })
  await inTransaction(services, async ({ tx, audit, notify }) => {
    const hit = await tx.projectMember.updateMany({ where: { id: memberId, projectId, to: null }, data: { to: toDateColumn(services.clock.today()), endedBy: actor.personId, endedByName: actor.name, endReason: reason === '' ? null : reason } })
    if (hit.count === 0) throw problem('not-found')
    const { personId } = await tx.projectMember.findUniqueOrThrow({ where: { id: memberId }, select: { personId: true } })
    if (personId !== null) notify({ personId, kind: 'project', title: `不再参加立法项目：${project.title}`, body: `${actor.name}登记你不再参加这个项目${reason === null || reason === '' ? '' : `：${reason}`}。`, link: '/app/projects', entity: 'Project', entityId: projectId })
    audit({ actor, action: 'project.endMember', entity: 'Project', entityId: projectId, organId: project.organId, detail: { memberId } })
  })
}
