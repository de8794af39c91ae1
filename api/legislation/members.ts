import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { peopleIn } from '../notice/index.ts'
import { projectFor } from './project-for.ts'
import type { MemberInput } from './project-input.ts'

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
    const person = member.personId === null ? null : await tx.person.findFirst({ where: { id: member.personId, disabledAt: null }, select: { name: true } })
    if (member.organId !== null && organ === null) throw problem('invalid-input', { fields: [{ path: 'organId', message: '没有这个单位，请重新选择。' }] })
    if (member.personId !== null && person === null) throw problem('invalid-input', { fields: [{ path: 'personId', message: '没有这个人员，请重新选择。' }] })
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

/** They take part no longer: what they did stays, what they see ends today. */
export async function endMember(options: { services: Services; actor: Actor; projectId: string; memberId: string }): Promise<void> {
  const { services, actor, projectId, memberId } = options
  const project = await projectFor({ ...options, action: 'manage' })
  await inTransaction(services, async ({ tx, audit }) => {
    const hit = await tx.projectMember.updateMany({ where: { id: memberId, projectId, to: null }, data: { to: toDateColumn(services.clock.today()) } })
    if (hit.count === 0) throw problem('not-found')
    audit({ actor, action: 'project.endMember', entity: 'Project', entityId: projectId, organId: project.organId, detail: { memberId } })
  })
}
