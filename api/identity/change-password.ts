import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { checkNewPassword, hashPassword, verifyPassword } from './password.ts'

/** Change the own password; every other session ends. Errors: `invalid-input` at the field that is wrong. */
export async function changePassword(options: { services: Services; actor: Actor; currentPassword: string; newPassword: string }): Promise<void> {
  const { services, actor, currentPassword, newPassword } = options
  const account = await services.prisma.account.findFirstOrThrow({ where: { personId: actor.personId, providerId: 'credential' } })
  if (account.password === null || !(await verifyPassword({ hash: account.password, password: currentPassword }))) {
    throw problem('invalid-input', { fields: [{ path: 'currentPassword', message: '原密码不对，请重新输入。' }] })
  }
  if (currentPassword === newPassword) throw problem('invalid-input', { fields: [{ path: 'newPassword', message: '新密码不能与原密码相同。' }] })
  checkNewPassword({ password: newPassword, username: actor.username, demo: services.settings.demo })
  const password = await hashPassword(newPassword)
  await inTransaction(services, async (work) => {
    await work.tx.account.update({ where: { id: account.id }, data: { password } })
    await work.tx.person.update({ where: { id: actor.personId }, data: { mustChangePassword: false } })
    const newest = await work.tx.session.findFirst({ where: { personId: actor.personId }, orderBy: { updatedAt: 'desc' }, select: { id: true } })
    await work.tx.session.deleteMany({ where: { personId: actor.personId, ...(newest === null ? {} : { id: { not: newest.id } }) } })
    work.audit({ actor, action: 'account.changePassword', entity: 'Person', entityId: actor.personId })
  })
}
