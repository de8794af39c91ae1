import type { Prisma } from '../../prisma/generated/client.ts'
import { type Actor, committeesServedAs } from '../platform/policy/actor.ts'
import { NOTHING } from '../platform/policy/policy.ts'
import { problem } from '../platform/problem/problems.ts'
import type { RoleKey } from '../platform/policy/roles.ts'
import type { Transaction } from '../platform/work/transaction.ts'

/** Whose room of an approval a person is in: the city that asks, or the province that was asked. */
export type ApprovalSide = 'city' | 'province'

const cityReaders: readonly RoleKey[] = ['legislationOfficer', 'legislationChief', 'meetingClerk', 'councilMember', 'issuer', 'archivist']
const citySenders: readonly RoleKey[] = ['legislationChief', 'meetingClerk', 'issuer']
const cityStaff: readonly RoleKey[] = ['legislationOfficer', 'legislationChief']

type Houses = { organId: string; provinceOrganId: string | null }

const serves = (actor: Actor, organId: string, roles: readonly RoleKey[]): boolean => committeesServedAs(actor, ...roles).includes(organId)

/** The side from which a person may read; null: they may not know of it. The province knows of nothing before it was sent. */
export function sideOf(actor: Actor, { organId, provinceOrganId }: Houses): ApprovalSide | null {
  if (serves(actor, organId, cityReaders)) return 'city'
  return provinceOrganId !== null && serves(actor, provinceOrganId, ['provinceOfficer']) ? 'province' : null
}

/** The same for lists. */
export function approvalScope(actor: Actor): Prisma.ApprovalRequestWhereInput {
  const cities = committeesServedAs(actor, ...cityReaders)
  const provinces = committeesServedAs(actor, 'provinceOfficer')
  const grounds: Prisma.ApprovalRequestWhereInput[] = [...(cities.length === 0 ? [] : [{ project: { organId: { in: cities } } }]), ...(provinces.length === 0 ? [] : [{ provinceOrganId: { in: provinces } }])]
  return grounds.length === 0 ? NOTHING : { OR: grounds }
}

export const maySend = (actor: Actor, organId: string): boolean => serves(actor, organId, citySenders)
export const worksOnText = (actor: Actor, organId: string): boolean => serves(actor, organId, cityStaff)

export const approvalInclude = {
  project: { select: { id: true, title: true, state: true, organId: true, revision: true, kind: true } },
  opinions: { orderBy: { id: 'asc' } },
} as const satisfies Prisma.ApprovalRequestInclude
export type ApprovalRow = Prisma.ApprovalRequestGetPayload<{ include: typeof approvalInclude }>

/** The request with the side from which this person acts. Throws `not-found`; `forbidden` where the act is the other side's. */
export async function approvalFor(options: { tx: Transaction; actor: Actor; requestId: string; side?: ApprovalSide }): Promise<{ row: ApprovalRow; side: ApprovalSide }> {
  const row = await options.tx.approvalRequest.findUnique({ where: { id: options.requestId }, include: approvalInclude })
  const side = row === null ? null : sideOf(options.actor, { organId: row.project.organId, provinceOrganId: row.provinceOrganId })
  if (row === null || side === null) throw problem('not-found')
  if (options.side !== undefined && options.side !== side) throw problem('forbidden', { detail: options.side === 'province' ? '这一步由上级人大常委会办理。' : '这一步由报请机关办理。' })
  return { row, side }
}

/** The request locked for an act, under the revision that was seen. */
export async function lockApproval(options: { tx: Transaction; actor: Actor; requestId: string; side: ApprovalSide; revision: number | null }): Promise<ApprovalRow> {
  await options.tx.$queryRaw`SELECT id FROM "ApprovalRequest" WHERE id = ${options.requestId}::uuid FOR UPDATE`
  const { row } = await approvalFor(options)
  if (options.revision !== null && row.revision !== options.revision) throw problem('stale-edit')
  return row
}

export const APPROVAL_BASIS = '《中华人民共和国立法法》第八十一条'

/** Refuses an act that the request is past, or not ready for. */
export function refuseUnless(row: ApprovalRow, states: readonly string[], act: string): void {
  if (states.includes(row.state)) return
  throw problem('step-refused', { detail: `现在是“${approvalStateLabel(row.state)}”，不能${act}。`, extra: { rule: 'wrongState', basis: APPROVAL_BASIS } })
}

export const approvalStates = {
  sent: { label: '已报送，待接收', sign: '○' }, received: { label: '审查中', sign: '●' }, decided: { label: '已作出决定', sign: '✓' }, recalled: { label: '已撤回', sign: '◐' },
} as const
export type ApprovalState = keyof typeof approvalStates
export const isApprovalState = (state: string): state is ApprovalState => Object.hasOwn(approvalStates, state)
export const approvalStateLabel = (state: string): string => (isApprovalState(state) ? approvalStates[state].label : state)
