import type { AccessRow } from '../testing/access-row.ts'

const publishers = ['legislation-chief', 'issuer']
const house = [...publishers, 'legislation', 'meeting-clerk', 'leader', 'archivist']

export const portalAccessRows: AccessRow[] = [
  { route: 'POST /api/filings/{id}/publication', path: (w) => `/api/filings/${w.filingId}/publication`, body: () => ({ publish: true }), revision: () => 1, allowed: ['chief', 'archivist'] },
  { route: 'GET /api/projects/{id}/consultation', path: (w) => `/api/projects/${w.projectId}/consultation`, allowed: house },
  { route: 'POST /api/projects/{id}/consultation', path: (w) => `/api/projects/${w.projectId}/consultation`, body: () => ({ closesOn: '2026-05-01', howTo: '寄市人大常委会法工委' }), allowed: publishers },
  { route: 'POST /api/projects/{id}/consultation/disposition', path: (w) => `/api/projects/${w.projectId}/consultation/disposition`, body: () => ({ disposition: '采纳两条' }), allowed: publishers },
  { route: 'POST /api/projects/{id}/consultation/revocation', path: (w) => `/api/projects/${w.projectId}/consultation/revocation`, body: () => ({ reason: '公布错了' }), allowed: publishers },
]
