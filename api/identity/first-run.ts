import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { newId } from '../platform/ids.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { insertPerson, newFirstPassword } from './create-account.ts'

export type FirstAdministrator = { username: string; password: string; keptIn: string }

const ADMINISTRATOR = 'admin'

/**
 * On an installation without people: one standing committee, whose name and region the administrator sets afterwards, and
 * one administrator with a password for the first login only. It is told once and kept in a file that only the owner
 * reads. Returns null where there are people already.
 */
export async function firstRun(options: { services: Services; dataDir: string }): Promise<FirstAdministrator | null> {
  const { services } = options
  if ((await services.prisma.person.count()) > 0) return null
  const password = newFirstPassword()
  await inTransaction(services, async (work) => {
    const organId = newId()
    await work.tx.organ.create({
      data: { id: organId, key: 'standing-committee', name: '人民代表大会常务委员会（请在“管理”中填写全称）', shortName: '人大常委会', kind: 'standingCommittee', level: 'city', regionCode: '000000' },
    })
    const personId = await insertPerson(work.tx, {
      name: '系统管理员', username: ADMINISTRATOR, password, mustChangePassword: true, memberships: [{ organId, role: 'administrator', from: services.clock.today() }],
    })
    work.audit({ actor: null, action: 'installation.firstRun', entity: 'Person', entityId: personId })
  })
  const keptIn = path.join(options.dataDir, 'first-administrator.txt')
  await writeFile(keptIn, `${ADMINISTRATOR}\n${password}\n`, { mode: 0o600 })
  return { username: ADMINISTRATOR, password, keptIn }
}
