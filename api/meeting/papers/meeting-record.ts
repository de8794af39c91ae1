import { capacityLabels, speechCapacities } from '../../../law/procedure/index.ts'
import { shanghaiDate } from '../../platform/config/clock.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import type { Transaction } from '../../platform/work/transaction.ts'
import { textOfItem } from '../draft-articles.ts'
import { meetingFor } from '../meeting-for.ts'
import { labelOfDisposition, standingSpeeches } from '../speeches.ts'
import { countOf, type EnteredCount, voteCountSchema } from '../votes.ts'

export type SpokenWords = { speaker: string; capacity: string; group: string | null; articleLabel: string | null; order: number; text: string; on: string; disposition: string | null; dispositionReason: string | null }
export type RecordedItem = { id: string; order: number; title: string; withdrawn: boolean; articleLabels: string[]; textLabel: string | null; speeches: SpokenWords[]; votes: RecordedVote[] }
export type RecordedVote = { id: string; kind: string; subject: string; text: string | null; articleLabel: string | null; proposers: string[]; membersTotal: number; state: string; count: EnteredCount | null; closedOn: string | null; corrections: RecordedCorrection[] }
type RecordedCorrection = { before: EnteredCount; on: string; by: string; approvedBy: string; reason: string }

/** A meeting as its papers tell it. */
export type MeetingRecord = {
  title: string
  organ: string
  office: string
  startsOn: string
  startsAt: string
  endsOn: string
  place: string
  presiding: string | null
  membersTotal: number
  materialsDueOn: string | null
  today: string
  demo: boolean
  people: { name: string; title: string | null; capacity: string; capacityLabel: string; group: string | null; status: string; note: string | null }[]
  items: RecordedItem[]
  files: { number: number; title: string }[]
}

/** What the papers of a meeting are made of; who may not read speeches finds none of others in it. */
export async function meetingRecord(options: { services: Services; tx: Transaction; actor: Actor; meetingId: string }): Promise<MeetingRecord> {
  const { services, tx, actor, meetingId } = options
  const meeting = await meetingFor({ tx, actor, meetingId, action: 'read' })
  const house = await tx.organ.findUniqueOrThrow({ where: { id: meeting.committeeOrganId ?? meeting.organId }, select: { name: true } })
  const office = await tx.organ.findFirst({ where: { parentId: meeting.organId, kind: 'generalOffice', active: true }, select: { name: true } })
  const people = await tx.meetingAttendance.findMany({ where: { meetingId }, orderBy: [{ order: 'asc' }, { id: 'asc' }] })
  const items = await tx.agendaItem.findMany({ where: { meetingId }, orderBy: { order: 'asc' } })
  const votes = await tx.vote.findMany({ where: { meetingId }, include: { corrections: true }, orderBy: { order: 'asc' } })
  const files = await tx.meetingFile.findMany({ where: { meetingId, replacedById: null }, orderBy: { number: 'asc' } })
  const speeches = await standingSpeeches({ tx, actor, meetingId })
  const texts = new Map<string, Awaited<ReturnType<typeof textOfItem>>>()
  for (const item of items) texts.set(item.id, await textOfItem(tx, item))
  return {
    title: meeting.title, organ: house.name, office: office?.name ?? house.name, startsOn: fromDateColumn(meeting.startsOn), startsAt: meeting.startsAt, endsOn: fromDateColumn(meeting.endsOn), place: meeting.place, presiding: meeting.presiding,
    membersTotal: meeting.membersTotal, materialsDueOn: fromDateColumnOrNull(meeting.materialsDueOn), today: services.clock.today(), demo: services.settings.demo,
    people: people.map((p) => ({ name: p.name, title: p.title, capacity: p.capacity, capacityLabel: capacityLabels[speechCapacities.find((c) => c === p.capacity) ?? 'attending'], group: p.group, status: p.status, note: p.note })),
    items: items.map((item) => ({
      id: item.id, order: item.order, title: item.title, withdrawn: item.withdrawnReason !== null, articleLabels: texts.get(item.id)?.articles.map((a) => a.label) ?? [], textLabel: texts.get(item.id)?.label ?? null,
      speeches: speeches.rows.filter((s) => s.agendaItemId === item.id).map((s) => ({
        speaker: s.speaker, capacity: s.capacity, group: s.group, articleLabel: s.articleLabel, order: s.order, text: s.text, on: shanghaiDate(s.recordedAt), disposition: labelOfDisposition(s.disposition), dispositionReason: s.dispositionReason,
      })),
      votes: votes.filter((v) => v.agendaItemId === item.id).map((v) => ({
        id: v.id, kind: v.kind, subject: v.subject, text: v.text, articleLabel: v.articleLabel, proposers: v.proposers, membersTotal: v.membersTotal, state: v.state, count: countOf(v), closedOn: v.closedAt === null ? null : shanghaiDate(v.closedAt), 
        corrections: v.corrections.toSorted((a, b) => (a.id < b.id ? -1 : 1)).map((c) => ({ before: voteCountSchema.parse(c.before), on: shanghaiDate(c.correctedAt), by: c.correctedByName, approvedBy: c.approvedBy, reason: c.reason })),
      })),
    })),
    files: files.map((f) => ({ number: f.number, title: f.title })),
  }
}
