import { z } from 'zod'
import { organKinds, organLevels, type OrganRef } from '../../law/procedure/index.ts'
import type { Transaction } from '../platform/work/transaction.ts'

const kind = z.enum(organKinds)
const level = z.enum(organLevels)

type OrganRow = { id: string; name: string; kind: string; level: string; regionCode: string }

/** An organ as the procedures of law/ know it. */
export const organRef = (organ: OrganRow): OrganRef & { id: string; name: string } => ({
  id: organ.id, name: organ.name, kind: kind.parse(organ.kind), level: level.parse(organ.level), regionCode: organ.regionCode,
})

/** The standing committees that the system knows: the possible addressees of a filing. */
export async function committeeRefs(tx: Transaction): Promise<(OrganRef & { id: string; name: string })[]> {
  return (await tx.organ.findMany({ where: { kind: 'standingCommittee', active: true } })).map(organRef)
}
