import { DEMO_PASSWORD } from '../../api/identity/index.ts'
import { readOrgans, readPeople } from '../../fixtures/load/cast.ts'
import { procedureRoleLabels, procedureRoles } from '../../law/procedure/role.ts'

/** How many columns a text takes in a terminal: a Chinese character takes two. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (/[\u2E80-\uFFEF]/u.test(c) ? 2 : 1), 0)
const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(1, width - widthOf(text)))

/** One person for each role that somebody of the city holds on `day`, as lines for a terminal. */
export async function listAccounts(day: string): Promise<string> {
  const organs = new Map((await readOrgans()).map((organ) => [organ.key, organ]))
  const people = await readPeople()
  const lines = procedureRoles.flatMap((role) => {
    for (const person of people) {
      const held = person.memberships.find((m) => m.role === role && m.from <= day && (m.to === undefined || m.to >= day))
      const organ = held && organs.get(held.organKey)
      if (organ) return [`  ${padded(person.username, 16)}${padded(procedureRoleLabels[role], 22)}${padded(person.name, 10)}${organ.shortName}`]
    }
    return []
  })
  return [`账号（密码都是 ${DEMO_PASSWORD}）/ accounts, all with the password ${DEMO_PASSWORD}:`, ...lines].join('\n')
}
