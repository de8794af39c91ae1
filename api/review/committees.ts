import type { Transaction } from '../platform/work/transaction.ts'

export type Committee = { id: string; name: string; shortName: string }

/** Committees of the receiving congress that can be asked for an opinion: 专门委员会 and 工作委员会 of its region. */
export async function committeesOf(tx: Transaction, receiver: { regionCode: string }): Promise<Committee[]> {
  return tx.organ.findMany({
    where: { regionCode: receiver.regionCode, kind: { in: ['specialCommittee', 'workingCommittee'] }, active: true, memberships: { some: { role: 'committeeMember' } } },
    select: { id: true, name: true, shortName: true },
    orderBy: [{ kind: 'asc' }, { name: 'asc' }],
  })
}
