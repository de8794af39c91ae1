import type { AccessRow } from '../testing/access-row.ts'

const publishers = ['legislation-chief', 'issuer']
/** who reads the names and telephones of those who applied */
const organisers = ['legislation', 'legislation-chief']
const hearingFacts = { heldOn: '2026-06-20', hours: '9:00至11:00', place: '会议厅', matter: '登记', participants: 10, observers: 5, conditions: '按报名先后', applyTo: '2026-06-10', howTo: '', placeRules: '' }
const house = [...publishers, 'legislation', 'meeting-clerk', 'leader', 'archivist']

export const portalAccessRows: AccessRow[] = [
  { route: 'POST /api/filings/{id}/publication', path: (w) => `/api/filings/${w.filingId}/publication`, body: () => ({ publish: true }), revision: () => 1, allowed: ['chief', 'archivist'] },
  { route: 'GET /api/projects/{id}/consultation', path: (w) => `/api/projects/${w.projectId}/consultation`, allowed: house },
  { route: 'POST /api/projects/{id}/consultation', path: (w) => `/api/projects/${w.projectId}/consultation`, body: () => ({ closesOn: '2026-05-01', howTo: '寄市人大常委会法工委' }), allowed: publishers },
  { route: 'POST /api/projects/{id}/consultation/disposition', path: (w) => `/api/projects/${w.projectId}/consultation/disposition`, body: () => ({ disposition: '采纳两条' }), allowed: publishers },
  { route: 'POST /api/projects/{id}/consultation/revocation', path: (w) => `/api/projects/${w.projectId}/consultation/revocation`, body: () => ({ reason: '公布错了' }), allowed: publishers },
  { route: 'GET /api/projects/{id}/hearings', path: (w) => `/api/projects/${w.projectId}/hearings`, allowed: house },
  { route: 'POST /api/projects/{id}/hearings', path: (w) => `/api/projects/${w.projectId}/hearings`, body: () => ({ ...hearingFacts, kind: 'seminar' }), allowed: publishers },
  { route: 'POST /api/hearings/{id}/correction', path: (w) => `/api/hearings/${w.hearingId}/correction`, body: () => ({ ...hearingFacts, place: '改在第二会议厅', reason: '会场维修' }), allowed: publishers },
  { route: 'POST /api/hearings/{id}/ending', path: (w) => `/api/hearings/${w.hearingId}/ending`, body: () => ({ how: 'cancel', reason: '草案撤回' }), allowed: publishers },
  { route: 'GET /api/hearings/{id}/applicants', path: (w) => `/api/hearings/${w.hearingId}/applicants`, allowed: organisers },
  { route: 'GET /api/hearings/{id}/applicants.xlsx', path: (w) => `/api/hearings/${w.hearingId}/applicants.xlsx`, allowed: organisers },
  { route: 'POST /api/hearings/{id}/choice', path: (w) => `/api/hearings/${w.hearingId}/choice`, body: () => ({ after: null, answers: [{ number: 1, outcome: 'observe', ground: null, note: '' }] }), allowed: organisers },
  { route: 'POST /api/hearings/{id}/telling', path: (w) => `/api/hearings/${w.hearingId}/telling`, body: (w) => ({ choiceId: w.hearingId, how: '电话' }), allowed: organisers },
]
