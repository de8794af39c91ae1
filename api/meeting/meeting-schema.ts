import { z } from '@hono/zod-openapi'
import { voteCountSchema } from './votes.ts'

const nullable = z.string().nullable()

export const meetingRowSchema = z
  .object({
    id: z.string(), kind: z.string(), kindLabel: z.string(), title: z.string(), committee: nullable, state: z.string(), stateLabel: z.string(), stateSign: z.string(), startsOn: z.string(), startsAt: z.string(), endsOn: z.string(), place: z.string(),
    items: z.number().int(), files: z.number().int(), materialsDueOn: nullable,
  })
  .openapi('MeetingRow')

export const attendeeSchema = z
  .object({ id: z.string(), name: z.string(), title: nullable, capacity: z.string(), group: nullable, status: z.string(), note: nullable, hasAccount: z.boolean() })
  .openapi('MeetingAttendee')

const stepFieldSchema = z.object({ name: z.string(), label: z.string(), kind: z.string(), required: z.boolean(), hint: nullable, choices: z.array(z.object({ value: z.string(), label: z.string() })), /** what the project names already */ value: nullable })

export const agendaItemSchema = z
  .object({
    id: z.string(), order: z.number().int(), title: z.string(), kind: z.string(), kindLabel: z.string(), projectId: nullable, projectTitle: nullable, decides: nullable, decidesLabel: nullable, byVote: z.boolean(), basis: nullable,
    /** fields of the project's step that are asked for when the result is recorded */
    fields: z.array(stepFieldSchema),
    result: nullable, resultLabel: nullable, decision: nullable, withdrawnReason: nullable, textLabel: nullable, speeches: z.number().int(), checks: z.array(z.object({ ok: z.boolean(), words: z.string() })),
  })
  .openapi('AgendaItem')

export const meetingFileSchema = z
  .object({
    id: z.string(), number: z.number().int(), title: z.string(), agendaItemId: nullable, source: z.enum(['file', 'paper', 'text']), paperId: nullable, deliveredOn: nullable, late: z.boolean().nullable(), replacedBy: z.number().int().nullable(), addedBy: z.string(),
  })
  .openapi('MeetingFile')

export const voteSchema = z
  .object({
    id: z.string(), agendaItemId: z.string(), order: z.number().int(), kind: z.string(), kindLabel: z.string(), subject: z.string(), text: nullable, articleLabel: nullable, proposers: z.array(z.string()), membersTotal: z.number().int(), present: z.number().int(),
    majority: z.number().int(), state: z.string(), stateLabel: z.string(), count: voteCountSchema.nullable(), result: nullable, resultLabel: nullable, sentence: nullable, missing: z.number().int().nullable(),
    closedAt: nullable, closedBy: nullable, announcedBy: nullable,
    /** an adopted amendment: whether it stands in the voting text; null for every other vote */
    writtenIn: z.boolean().nullable(),
    corrections: z.array(z.object({ before: voteCountSchema, after: voteCountSchema, reason: z.string(), approvedBy: z.string(), correctedBy: z.string(), correctedOn: z.string() })),
  })
  .openapi('Vote')

export const meetingSchema = z
  .object({
    id: z.string(), revision: z.number().int(), kind: z.string(), kindLabel: z.string(), organ: z.string(), committee: nullable, term: z.number().int().nullable(), session: z.number().int().nullable(), title: z.string(), state: z.string(), stateLabel: z.string(),
    stateSign: z.string(), startsOn: z.string(), startsAt: z.string(), endsOn: z.string(), place: z.string(), presiding: nullable, membersTotal: z.number().int(), majority: z.number().int(), membersPresent: z.number().int(), quorumBasis: z.string(),
    materials: z.object({ dueOn: nullable, label: z.string(), basis: z.string(), confirmed: z.boolean() }), cancelReason: nullable, /** when it was to be before it was moved last, and why */ moved: nullable, openedAt: nullable, closedAt: nullable,
    attendance: z.array(attendeeSchema), agenda: z.array(agendaItemSchema), files: z.array(meetingFileSchema), votes: z.array(voteSchema),
    papers: z.array(z.object({ id: z.string(), kind: z.string(), title: z.string(), state: z.string(), issued: z.boolean() })),
    history: z.array(z.object({ id: z.string(), on: z.string(), by: z.string(), act: z.string(), actLabel: z.string(), note: nullable, told: z.number().int().nullable(), withoutAccount: z.array(z.string()) })),
    may: z.object({ arrange: z.boolean(), record: z.boolean(), readSpeeches: z.boolean() }),
    steps: z.array(z.object({ key: z.string(), label: z.string(), dangerous: z.boolean() })),
    /** texts of the projects on the agenda that may be put among the files */
    texts: z.array(z.object({ snapshotId: z.string(), label: z.string(), projectTitle: z.string() })),
    /** issued papers of the meeting and of the projects on its agenda that are not among the files yet */
    issuedPapers: z.array(z.object({ paperId: z.string(), title: z.string() })),
  })
  .openapi('Meeting')
