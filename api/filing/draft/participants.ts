import { z } from 'zod'
import { problem } from '../../platform/problem/problems.ts'
import type { Transaction } from '../../platform/work/transaction.ts'
import type { FilingFields } from './filing-fields.ts'

const storedSchema = z.array(z.object({ organId: z.string().nullable(), name: z.string() }))
export type JointMaker = z.infer<typeof storedSchema>[number]

/** 联合制定机关 of a row, in the order of the paper. */
export const jointMakersOf = (filing: { jointMakers: unknown }): JointMaker[] => storedSchema.parse(filing.jointMakers)

/**
 * Columns for the organs that made the document together and the persons who drafted it. A name that the register of
 * organs has becomes that organ, picked or typed: its people are kept from the review either way (domain §7.4, 回避).
 * The maker is not its own joint maker. Throws `invalid-input` for an organ or a person who is not there.
 */
export async function participantColumns(options: { tx: Transaction; makerOrganId: string; fields: FilingFields; stored: readonly JointMaker[] }) {
  const { tx, fields } = options
  const drafters = fields.drafterIds === undefined ? {} : { drafterIds: await knownPeople(tx, [...new Set(fields.drafterIds)]) }
  if (fields.jointMakers === undefined && !options.stored.some((j) => j.organId === options.makerOrganId)) return drafters
  const given = fields.jointMakers ?? options.stored
  const organs = await tx.organ.findMany({
    where: { OR: [{ id: { in: given.flatMap((j) => j.organId ?? []) } }, { active: true, name: { in: given.map((j) => j.name.trim()) } }] },
    select: { id: true, name: true },
  })
  const resolved = given.map((j): JointMaker => {
    const organ = organs.find((o) => (j.organId === null ? o.name === j.name.trim() : o.id === j.organId))
    if (organ === undefined && j.organId !== null) throw problem('invalid-input', { fields: [{ path: 'jointMakers', message: '有一个联合制定机关不在机关名录里，请去掉后重新选择。' }] })
    return organ === undefined ? { organId: null, name: j.name.trim() } : { organId: organ.id, name: organ.name }
  })
  const jointMakers = resolved.filter((j, at) => j.name !== '' && j.organId !== options.makerOrganId && resolved.findIndex((o) => o.name === j.name) === at)
  return { ...drafters, jointMakers, jointMakerIds: jointMakers.flatMap((j) => j.organId ?? []), jointMakersText: jointMakers.length === 0 ? null : jointMakers.map((j) => j.name).join('、') }
}

async function knownPeople(tx: Transaction, ids: string[]): Promise<string[]> {
  if ((await tx.person.count({ where: { id: { in: ids } } })) !== ids.length) throw problem('invalid-input', { fields: [{ path: 'drafterIds', message: '有一名起草人员不在系统里，请去掉后重新选择。' }] })
  return ids
}
