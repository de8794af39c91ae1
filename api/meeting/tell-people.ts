import { printedDate } from '../typesetting/index.ts'
import { newId } from '../platform/ids.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import type { Work } from '../platform/work/transaction.ts'

type Told = { id: string; title: string; startsOn: Date; startsAt: string; place: string }

/** When and where, as a notice says it. */
export const whenAndWhere = (meeting: Pick<Told, 'startsOn' | 'startsAt' | 'place'>): string => `${printedDate(fromDateColumn(meeting.startsOn))} ${meeting.startsAt}，${meeting.place}`

/** Tell everybody on the list who has an account. Returns who was told, for the record; the others are told by the office. */
export async function tellAttendees(options: { work: Work; meeting: Told; kind: 'called' | 'moved' | 'cancelled' | 'filesReplaced'; title: string; body: string }): Promise<{ personIds: string[]; withoutAccount: string[] }> {
  const { work, meeting, kind } = options
  const rows = await work.tx.meetingAttendance.findMany({ where: { meetingId: meeting.id }, orderBy: [{ order: 'asc' }, { id: 'asc' }] })
  const personIds = [...new Set(rows.flatMap((r) => (r.personId === null ? [] : [r.personId])))]
  for (const personId of personIds) {
    work.notify({ personId, kind: `meeting.${kind}`, title: options.title, body: options.body, link: `/meetings/${meeting.id}`, entity: 'Meeting', entityId: meeting.id, dedupeKey: `meeting:${kind}:${newId()}:${personId}` })
  }
  return { personIds, withoutAccount: rows.flatMap((r) => (r.personId === null ? [r.name] : [])) }
}
