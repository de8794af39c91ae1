import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { PrismaClient } from '../../prisma/generated/client.ts'
import { organId, personId } from './test-organs.ts'

export type TestMeeting = { meetingId: string; meetingItemId: string; meetingVoteId: string; meetingFileId: string; meetingAttendeeId: string; speechId: string; lawMeetingId: string }

/**
 * The city's standing committee in session: 3 members of whom all are there, one invited person with an account, one item
 * with an open vote and a speech, one delivered file. And a called meeting of its law committee.
 */
export async function createTestMeeting(prisma: PrismaClient, options: { marker: string; fileId: string }): Promise<TestMeeting> {
  const { marker, fileId } = options
  const ids = { meetingId: newId(), meetingItemId: newId(), meetingVoteId: newId(), meetingFileId: newId(), meetingAttendeeId: newId(), speechId: newId(), lawMeetingId: newId() }
  const clerk = { createdBy: personId('meeting-clerk'), createdByName: '会务甲' }
  const day = toDateColumn('2026-03-12')
  await prisma.meeting.create({
    data: {
      id: ids.meetingId, organId: organId('cityCommittee'), kind: 'standingCommittee', title: `${marker}常委会会议`, state: 'inSession', startsOn: day, endsOn: day, place: '会议厅', membersTotal: 3, materialsDueOn: toDateColumn('2026-03-05'), ...clerk,
      attendance: {
        create: [
          { id: newId(), name: '副主任甲', personId: personId('leader'), capacity: 'member', status: 'present', order: 0 }, { id: ids.meetingAttendeeId, name: '组成人员甲', personId: personId('member'), capacity: 'member', status: 'present', order: 1 },
          { id: newId(), name: '组成人员乙', capacity: 'member', status: 'present', order: 2 }, { id: newId(), name: '提案甲', personId: personId('proposer'), capacity: 'attending', status: 'present', order: 3 },
        ],
      },
      agenda: { create: [{ id: ids.meetingItemId, order: 1, title: `${marker}议题`, kind: 'other' }] },
      files: { create: [{ id: ids.meetingFileId, number: 1, title: `${marker}文件`, agendaItemId: ids.meetingItemId, fileId, deliveredOn: toDateColumn('2026-03-06'), addedBy: personId('meeting-clerk'), addedByName: '会务甲' }] },
    },
  })
  await prisma.vote.create({ data: { id: ids.meetingVoteId, meetingId: ids.meetingId, agendaItemId: ids.meetingItemId, order: 1, kind: 'decision', subject: `${marker}决定`, proposers: [], membersTotal: 3, present: 3, state: 'open' } })
  await prisma.speech.create({
    data: { id: ids.speechId, meetingId: ids.meetingId, agendaItemId: ids.meetingItemId, order: 1, speaker: '组成人员甲', speakerId: personId('member'), text: `${marker}发言`, recordedBy: personId('meeting-clerk'), recordedByName: '会务甲' },
  })
  await prisma.meeting.create({
    data: { id: ids.lawMeetingId, organId: organId('cityCommittee'), committeeOrganId: organId('cityLaw'), kind: 'lawCommittee', title: `${marker}法制委会议`, state: 'planned', startsOn: day, endsOn: day, place: '会议室', membersTotal: 1, ...clerk },
  })
  return ids
}
