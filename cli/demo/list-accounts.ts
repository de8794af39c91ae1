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
  const listed = new Set<string>()
  const lines = procedureRoles.flatMap((role) => {
    const holders = people.flatMap((person) => {
      const held = person.memberships.find((m) => m.role === role && m.from <= day && (m.to === undefined || m.to >= day))
      const organ = held && organs.get(held.organKey)
      return organ ? [{ person, organ }] : []
    })
    // somebody new for each role where there is one, whose first part it is: each line is another view of the work
    const fresh = holders.filter(({ person }) => !listed.has(person.key))
    const shown = fresh.find(({ person }) => person.memberships[0]?.role === role) ?? fresh[0] ?? holders[0]
    if (shown === undefined) return []
    listed.add(shown.person.key)
    return [`  ${padded(shown.person.username, 16)}${padded(procedureRoleLabels[role], 22)}${padded(shown.person.name, 10)}${shown.organ.shortName}`]
  })
  return [`账号（密码都是 ${DEMO_PASSWORD}）/ accounts, all with the password ${DEMO_PASSWORD}:`, ...lines].join('\n')
}
