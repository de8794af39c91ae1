import { randomInt } from 'node:crypto'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { RoleKey } from '../platform/policy/roles.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Transaction } from '../platform/work/transaction.ts'
import { hashPassword } from './password.ts'
import { accountPolicy } from './policy.ts'

export type MembershipInput = { organId: string; role: RoleKey; title?: string; from: string; to?: string }

// letters and figures that nobody confuses when reading them aloud
const PASSWORD_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'
/** A password that can be read aloud, for the first login only. */
export const newFirstPassword = (): string => Array.from({ length: 14 }, () => PASSWORD_LETTERS[randomInt(PASSWORD_LETTERS.length)]).join('')

/** Rows of a new person with a credential; used by administrators, by the first run and by the demonstration. */
export async function insertPerson(
  tx: Transaction,
  options: { name: string; username: string; password: string; mustChangePassword: boolean; memberships: MembershipInput[]; id?: string },
): Promise<string> {
  const personId = options.id ?? newId()
  await tx.person.create({
    data: {
      id: personId,
      name: options.name,
      username: options.username.toLowerCase(),
      displayUsername: options.username,
      // better-auth wants an address; nobody is written to at it (RFC 2606)
      email: `${options.username.toLowerCase()}@account.invalid`,
      mustChangePassword: options.mustChangePassword,
      accounts: { create: [{ id: newId(), accountId: personId, providerId: 'credential', password: await hashPassword(options.password) }] },
      memberships: {
        create: options.memberships.map((m) => ({
          id: newId(),
          organId: m.organId,
          role: m.role,
          title: m.title ?? null,
          from: toDateColumn(m.from),
          to: m.to === undefined ? null : toDateColumn(m.to),
        })),
      },
    },
  })
  return personId
}

/** An administrator creates an account; the first password is shown once and must be changed at first login. */
export async function createAccount(options: {
  services: Services
  actor: Actor
  name: string
  username: string
  memberships: MembershipInput[]
}): Promise<{ personId: string; firstPassword: string }> {
  const { services, actor } = options
  for (const m of options.memberships) {
    const organ = await services.prisma.organ.findUnique({ where: { id: m.organId } })
    if (organ === null || !accountPolicy.can(actor, 'manage', { organ })) throw problem('forbidden', { detail: '您只能为本级和下属单位的人员建账号。' })
  }
  const password = newFirstPassword()
  const taken = await services.prisma.person.findUnique({ where: { username: options.username.toLowerCase() }, select: { id: true } })
  if (taken !== null) throw problem('invalid-input', { fields: [{ path: 'username', message: '这个用户名已有人使用，请换一个。' }] })
  return inTransaction(services, async (work) => {
    const personId = await insertPerson(work.tx, { ...options, password, mustChangePassword: true })
    work.audit({ actor, action: 'account.create', entity: 'Person', entityId: personId, detail: { roles: options.memberships.map((m) => m.role) } })
    return { personId, firstPassword: password }
  })
}
