import { z } from 'zod'
import { legislationProcedure } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { toDateColumn } from '../platform/legal-date.ts'

export type ProjectChanges = Omit<Prisma.ProjectUncheckedUpdateManyInput, 'state' | 'revision' | 'stateSince'>

const isDate = (value: string | undefined): value is string => value !== undefined && /^\d{4}-\d{2}-\d{2}$/u.test(value)

/** Columns in which a step leaves its date or decision, so that lists and later steps need not read the history. */
export function columnsOfStep(options: { key: string; to: string; on: string; values: Readonly<Record<string, string>> }): ProjectChanges {
  const { key, to, values } = options
  const on = toDateColumn(options.on)
  const ended = legislationProcedure.states.find((s) => s.id === to)?.final === true ? { closedOn: on } : {}
  switch (key) {
    case 'decideTrack':
      return { readingTrack: Number(values['readingTrack']), trackDecidedOn: on, trackDecidedBy: values['councilMeeting'] ?? null, singleReadingGround: values['readingTrack'] === '1' ? (values['singleReadingGround'] ?? null) : null }
    // a bill that comes again needs its own decision on the readings
    case 'submitBill':
    case 'resubmitBill':
      return { readingTrack: null, trackMeetingId: null, trackDecidedOn: null, trackDecidedBy: null, singleReadingGround: null }
    case 'reworkAfterApproval':
    case 'redraftAfterRefusal':
      return { adoptedOn: null, approvedOn: null }
    case 'partyConsult':
      return { partyConsultedOn: isDate(values['partyRepliedOn']) ? toDateColumn(values['partyRepliedOn']) : on, partyNote: values['partyReply'] ?? null }
    case 'referToCommittee': {
      const organ = z.uuid().safeParse(values['committee'])
      return organ.success ? { committeeOrganId: organ.data } : {}
    }
    case 'adopt':
      return { adoptedOn: on }
    case 'approve':
    case 'approveWithChange':
      return { approvedOn: isDate(values['decisionOn']) ? toDateColumn(values['decisionOn']) : on }
    case 'promulgate':
      return { promulgatedOn: on, ...(isDate(values['effectiveOn']) ? { effectiveFrom: toDateColumn(values['effectiveOn']) } : {}) }
    default:
      return ended
  }
}
