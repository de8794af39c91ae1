import { meetingKind } from '../../law/procedure/index.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Transaction } from '../platform/work/transaction.ts'

export type MeetingMember = { personId: string; name: string; title: string | null }

/** Who belongs to the body that meets, by the memberships that hold on that day. */
export async function membersOn(tx: Transaction, meeting: { organId: string; kind: string; committeeOrganId: string | null }, day: string): Promise<MeetingMember[]> {
  const row = meetingKind(meeting.kind)
  const organId = row.ofCommittee ? meeting.committeeOrganId : meeting.organId
  if (organId === null) return []
  const on = toDateColumn(day)
  const held = await tx.membership.findMany({
    where: { organId, role: { in: [...row.memberRoles] }, from: { lte: on }, OR: [{ to: null }, { to: { gte: on } }], person: { disabledAt: null } },
    include: { person: { select: { id: true, name: true } } },
    orderBy: { id: 'asc' },
  })
  const members = new Map<string, MeetingMember>()
  // 主任会议 first, then the others in the order of their membership
  for (const m of held.toSorted((a, b) => row.memberRoles.findIndex((r) => r === b.role) - row.memberRoles.findIndex((r) => r === a.role))) {
    if (!members.has(m.person.id)) members.set(m.person.id, { personId: m.person.id, name: m.person.name, title: m.title })
  }
  return [...members.values()]
}
