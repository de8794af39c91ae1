import { newId } from '../platform/ids.ts'
import { toDateColumn, toDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { type MembershipInput, newFirstPassword } from './create-account.ts'
import { hashPassword } from './password.ts'
import { accountPolicy } from './policy.ts'

async function accountToManage(services: Services, actor: Actor, personId: string) {
  const person = await services.prisma.person.findUnique({ where: { id: personId }, include: { memberships: { include: { organ: true } } } })
  if (person === null || !person.memberships.some((m) => accountPolicy.can(actor, 'manage', { organ: m.organ }))) throw problem('not-found')
  if (!person.memberships.every((m) => accountPolicy.can(actor, 'manage', { organ: m.organ }))) throw problem('forbidden')
  return person
}

/** Replace the running memberships: those left out end today, new ones begin; what has been is never rewritten. */
export async function setMemberships(options: { services: Services; actor: Actor; personId: string; memberships: MembershipInput[] }): Promise<void> {
  const { services, actor, personId, memberships } = options
  const person = await accountToManage(services, actor, personId)
  for (const m of memberships) {
    const organ = await services.prisma.organ.findUnique({ where: { id: m.organId } })
    if (organ === null || !accountPolicy.can(actor, 'manage', { organ })) throw problem('forbidden', { detail: '您只能设置本级和下属单位的岗位。' })
  }
  const today = toDateColumn(services.clock.today())
  const keeps = (a: { organId: string; role: string }) => memberships.some((m) => m.organId === a.organId && m.role === a.role)
  const running = person.memberships.filter((m) => m.to === null)
  await inTransaction(services, async ({ tx, audit }) => {
    await tx.membership.updateMany({ where: { id: { in: running.filter((m) => !keeps(m)).map((m) => m.id) } }, data: { to: today } })
    const fresh = memberships.filter((m) => !running.some((r) => r.organId === m.organId && r.role === m.role))
    await tx.membership.createMany({
      data: fresh.map((m) => ({ id: newId(), personId, organId: m.organId, role: m.role, title: m.title ?? null, from: toDateColumn(m.from), to: toDateColumnOrNull(m.to) })),
    })
    audit({ actor, action: 'account.setMemberships', entity: 'Person', entityId: personId, detail: { roles: memberships.map((m) => `${m.role}@${m.organId}`) } })
  })
}

/** A new first password, shown once; running sessions end. */
export async function resetPassword(options: { services: Services; actor: Actor; personId: string }): Promise<{ firstPassword: string }> {
  const { services, actor, personId } = options
  await accountToManage(services, actor, personId)
  const firstPassword = newFirstPassword()
  const password = await hashPassword(firstPassword)
  await inTransaction(services, async ({ tx, audit }) => {
    await tx.account.updateMany({ where: { personId, providerId: 'credential' }, data: { password } })
    await tx.person.update({ where: { id: personId }, data: { mustChangePassword: true } })
    await tx.session.deleteMany({ where: { personId } })
    audit({ actor, action: 'account.resetPassword', entity: 'Person', entityId: personId })
  })
  return { firstPassword }
}

/** Close an account or open it again. Open work must be handed over first. */
export async function setDisabled(options: { services: Services; actor: Actor; personId: string; disabled: boolean }): Promise<{ disabled: boolean }> {
  const { services, actor, personId, disabled } = options
  await accountToManage(services, actor, personId)
  if (personId === actor.personId) throw problem('step-refused', { detail: '不能停用自己的账号，请由另一位管理员办理。' })
  if (disabled) {
    const open = await services.prisma.filing.count({ where: { OR: [{ reviewerId: personId }, { leaderId: personId }], closedOn: null } })
    if (open > 0) throw problem('step-refused', { detail: `此人还有 ${open} 件在办，请先移交，再停用账号。` })
  }
  await inTransaction(services, async ({ tx, audit }) => {
    await tx.person.update({ where: { id: personId }, data: { disabledAt: disabled ? new Date() : null } })
    if (disabled) await tx.session.deleteMany({ where: { personId } })
    audit({ actor, action: disabled ? 'account.disable' : 'account.enable', entity: 'Person', entityId: personId })
  })
  return { disabled }
}
