import type { AccessRow } from '../testing/access-row.ts'
import type { TestWorld } from '../testing/test-world.ts'

const city = ['legislation', 'legislation-chief', 'meeting-clerk', 'leader', 'issuer', 'archivist']
const senders = ['legislation-chief', 'meeting-clerk', 'issuer']
const staff = ['legislation', 'legislation-chief']
const province = ['province']
const approval = (tail: string) => (w: TestWorld) => `/api/approvals/${w.approvalId}${tail}`
const project = (tail: string) => (w: TestWorld) => `/api/projects/${w.approvalProjectId}${tail}`
const one = () => 1

export const approvalAccessRows: AccessRow[] = [
  { route: 'GET /api/approvals', path: () => '/api/approvals?limit=200', allowed: 'everyone', sees: { text: (w) => w.approvalTitle, by: [...city, ...province] } },
  { route: 'POST /api/projects/{id}/approval', path: (w) => `/api/projects/${w.projectId}/approval`, body: () => ({}), revision: one, allowed: senders },
  { route: 'GET /api/approvals/{id}', path: approval(''), allowed: [...city, ...province] },
  { route: 'POST /api/approvals/{id}/receipt', path: approval('/receipt'), body: () => ({ receivedOn: '2026-03-12' }), revision: one, allowed: province },
  { route: 'POST /api/approvals/{id}/agenda', path: approval('/agenda'), body: () => ({ on: '2026-03-12' }), revision: one, allowed: province },
  { route: 'POST /api/approvals/{id}/opinions', path: approval('/opinions'), body: () => ({ articleId: 'art_1', text: '请说明' }), allowed: province },
  { route: 'POST /api/approvals/{id}/opinions/{opinionId}/answer', path: (w) => `/api/approvals/${w.approvalId}/opinions/${w.approvalOpinionId}/answer`, body: () => ({ answer: '说明' }), allowed: staff },
  { route: 'PUT /api/approvals/{id}/amendments', path: approval('/amendments'), body: () => ({ amendments: [] }), revision: one, allowed: province },
  { route: 'POST /api/approvals/{id}/decision', path: approval('/decision'), body: () => ({ result: 'approved', decidedOn: '2026-03-12', decisionMeeting: '会议' }), revision: one, allowed: province },
  { route: 'POST /api/approvals/{id}/recall', path: approval('/recall'), body: () => ({ reason: '再研究' }), revision: one, allowed: senders },
  { route: 'GET /api/approvals/{id}/enclosures/{index}/{form}', path: approval('/enclosures/0/pdf'), allowed: [...city, ...province] },
  { route: 'GET /api/projects/{id}/publication', path: project('/publication'), allowed: [...city, ...province] },
  { route: 'POST /api/projects/{id}/publication', path: project('/publication'), body: () => ({ gazetteIssue: '2026年第1期', promulgatedOn: '2026-03-12', effectiveFrom: '2026-06-01' }), revision: one, allowed: senders },
  { route: 'POST /api/projects/{id}/hand-over', path: project('/hand-over'), body: () => ({ handedOverOn: '2026-03-12' }), allowed: [...new Set([...senders, ...staff])] },
  { route: 'POST /api/projects/{id}/national-filing', path: project('/national-filing'), body: () => ({ filedOn: '2026-03-12' }), allowed: province },
  { route: 'GET /api/projects/{id}/afterlife', path: project('/afterlife'), allowed: city },
  { route: 'POST /api/projects/{id}/afterlife', path: project('/afterlife'), body: () => ({ kind: 'implementation', title: '宣传', request: '组织宣传' }), allowed: staff },
]
