import type { AccessRow } from '../testing/access-row.ts'
import { organId } from '../testing/test-organs.ts'

const clerks = ['meeting-clerk']
const recorders = ['meeting-clerk', 'legislation', 'legislation-chief']
/** who reads the standing committee's meeting while it is held: the office, 主任会议, members, who was invited */
const readers = [...recorders, 'leader', 'member', 'proposer']
/** who may call a meeting of any kind: the law committee's own people as well */
const planners = ['meeting-clerk', 'legislation', 'law-committee']
const count = { present: 3, for: 2, against: 1, abstain: 0, notVoting: 0 }
const item = { title: '议题', kind: 'other' }

export const meetingAccessRows: AccessRow[] = [
  { route: 'GET /api/meetings', path: (w) => `/api/meetings?limit=200&q=${encodeURIComponent(w.marker)}`, allowed: 'everyone', sees: { text: (w) => `${w.marker}常委会会议`, by: readers } },
  { route: 'GET /api/meetings/planning', path: () => '/api/meetings/planning?startsOn=2026-04-01', allowed: [...planners, 'committee', 'finance'] },
  {
    route: 'POST /api/meetings', path: () => '/api/meetings', allowed: planners,
    body: () => ({ kind: 'lawCommittee', committeeOrganId: organId('cityLaw'), title: '法制委会议', startsOn: '2026-04-01', endsOn: '2026-04-01', place: '会议室', membersTotal: 1 }),
  },
  { route: 'GET /api/meetings/{id}', path: (w) => `/api/meetings/${w.meetingId}`, allowed: readers },
  { route: 'GET /api/meetings/{id}', path: (w) => `/api/meetings/${w.lawMeetingId}`, allowed: [...recorders, 'leader', 'law-committee'] },
  { route: 'GET /api/meetings/{id}/revision', path: (w) => `/api/meetings/${w.meetingId}/revision`, allowed: readers },
  { route: 'PATCH /api/meetings/{id}', path: (w) => `/api/meetings/${w.lawMeetingId}`, body: () => ({ place: '另一会议室' }), revision: () => 1, allowed: planners },
  { route: 'POST /api/meetings/{id}/steps/{key}', path: (w) => `/api/meetings/${w.lawMeetingId}/steps/notify`, body: () => ({ values: {} }), revision: () => 1, allowed: planners },
  { route: 'POST /api/meetings/{id}/steps/{key}', path: (w) => `/api/meetings/${w.meetingId}/steps/close`, body: () => ({ values: {} }), revision: () => 1, allowed: clerks },
  { route: 'PUT /api/meetings/{id}/attendance', path: (w) => `/api/meetings/${w.meetingId}/attendance`, body: () => ({ entries: [{ name: '某专家', capacity: 'expert', status: 'present' }] }), allowed: clerks },
  { route: 'DELETE /api/meetings/{id}/attendance/{partId}', path: (w) => `/api/meetings/${w.meetingId}/attendance/${w.meetingAttendeeId}`, allowed: clerks },
  { route: 'GET /api/meetings/{id}/agenda-choices', path: (w) => `/api/meetings/${w.meetingId}/agenda-choices`, allowed: clerks },
  { route: 'POST /api/meetings/{id}/agenda', path: (w) => `/api/meetings/${w.lawMeetingId}/agenda`, body: () => item, allowed: planners },
  { route: 'PUT /api/meetings/{id}/agenda/{partId}', path: (w) => `/api/meetings/${w.meetingId}/agenda/${w.meetingItemId}`, body: () => item, allowed: clerks },
  { route: 'PUT /api/meetings/{id}/agenda-order', path: (w) => `/api/meetings/${w.meetingId}/agenda-order`, body: (w) => ({ itemIds: [w.meetingItemId] }), allowed: clerks },
  { route: 'POST /api/meetings/{id}/agenda/{partId}/withdraw', path: (w) => `/api/meetings/${w.meetingId}/agenda/${w.meetingItemId}/withdraw`, body: () => ({ reason: '' }), allowed: clerks },
  { route: 'POST /api/meetings/{id}/agenda/{partId}/decide', path: (w) => `/api/meetings/${w.meetingId}/agenda/${w.meetingItemId}/decide`, body: () => ({ result: 'heard' }), allowed: clerks },
  { route: 'POST /api/meetings/{id}/files', path: (w) => `/api/meetings/${w.meetingId}/files`, body: (w) => ({ title: '文件', fileId: w.fileId }), allowed: clerks },
  { route: 'POST /api/meetings/{id}/deliveries', path: (w) => `/api/meetings/${w.meetingId}/deliveries`, body: (w) => ({ fileIds: [w.meetingFileId], on: '2026-03-10' }), allowed: clerks },
  { route: 'GET /api/meetings/{id}/files/{partId}/content', path: (w) => `/api/meetings/${w.meetingId}/files/${w.meetingFileId}/content`, allowed: readers },
  { route: 'GET /api/meetings/{id}/pack', path: (w) => `/api/meetings/${w.meetingId}/pack`, allowed: readers },
  { route: 'GET /api/meetings/{id}/papers/{kind}', path: (w) => `/api/meetings/${w.meetingId}/papers/bulletin`, allowed: recorders },
  { route: 'GET /api/meetings/{id}/papers/{kind}', path: (w) => `/api/meetings/${w.meetingId}/papers/meetingAgenda`, allowed: readers },
  { route: 'POST /api/meetings/{id}/papers/{kind}/keep', path: (w) => `/api/meetings/${w.meetingId}/papers/attendanceRecord/keep`, body: () => ({}), allowed: clerks },
  { route: 'POST /api/meetings/{id}/papers/{kind}/draft', path: (w) => `/api/meetings/${w.meetingId}/papers/bulletin/draft`, body: () => ({}), allowed: recorders },
  { route: 'POST /api/meetings/{id}/votes', path: (w) => `/api/meetings/${w.meetingId}/votes`, body: (w) => ({ agendaItemId: w.meetingItemId, kind: 'decision', subject: '另一决定' }), allowed: clerks },
  { route: 'POST /api/meetings/{id}/votes/{partId}/steps/{key}', path: (w) => `/api/meetings/${w.meetingId}/votes/${w.meetingVoteId}/steps/close`, body: () => ({ count }), allowed: clerks },
  { route: 'GET /api/meetings/{id}/speeches', path: (w) => `/api/meetings/${w.meetingId}/speeches`, allowed: readers },
  { route: 'GET /api/meetings/{id}/speeches', path: (w) => `/api/meetings/${w.meetingId}/speeches?itemId=${w.meetingItemId}`, allowed: readers, sees: { text: (w) => `${w.marker}发言`, by: [...recorders, 'leader', 'member'] } },
  { route: 'POST /api/meetings/{id}/speeches', path: (w) => `/api/meetings/${w.meetingId}/speeches`, body: (w) => ({ agendaItemId: w.meetingItemId, speaker: '组成人员乙', text: '某意见' }), allowed: recorders },
  { route: 'PUT /api/meetings/{id}/speeches/{partId}/disposition', path: (w) => `/api/meetings/${w.meetingId}/speeches/${w.speechId}/disposition`, body: () => ({ disposition: 'adopted' }), allowed: recorders },
  { route: 'GET /api/meetings/{id}/agenda/{partId}/articles', path: (w) => `/api/meetings/${w.meetingId}/agenda/${w.meetingItemId}/articles`, allowed: recorders },
]
