import type { AccessRow } from '../testing/access-row.ts'
import type { TestWorld } from '../testing/test-world.ts'
import { organId, personId } from '../testing/test-organs.ts'

const readers = ['reviewer', 'second-reviewer', 'chief', 'leader', 'issuer', 'archivist', 'committee']
const title = { text: (w: TestWorld) => `${w.marker}办法`, by: readers }
const revision = () => 1

export const queueAccessRows: AccessRow[] = [
  { route: 'GET /api/queue', path: (w) => `/api/queue?text=${encodeURIComponent(w.marker)}`, allowed: 'everyone', sees: title },
  { route: 'GET /api/queue/export', path: (w) => `/api/queue/export?text=${encodeURIComponent(w.marker)}`, allowed: 'everyone' },
  { route: 'GET /api/queue/views', path: () => '/api/queue/views', allowed: 'everyone' },
  { route: 'GET /api/queue/people', path: () => '/api/queue/people', allowed: 'everyone', sees: { text: () => personId('reviewer'), by: ['reception', 'reviewer', 'second-reviewer', 'chief', 'leader', 'issuer', 'archivist'] } },
  { route: 'GET /api/queue/recusals', path: (w) => `/api/queue/recusals?cases=${w.filingId}`, allowed: 'everyone' },
  { route: 'POST /api/queue/saved-views', path: () => '/api/queue/saved-views', body: () => ({ name: '我的视图', query: { view: 'mine' } }), allowed: 'everyone' },
  { route: 'DELETE /api/queue/saved-views/{id}', path: (w) => `/api/queue/saved-views/${w.savedViewId}`, allowed: ['reviewer'] },
  // acts on several cases answer each for itself: what may not be done is said in the result
  { route: 'POST /api/queue/distribute', path: () => '/api/queue/distribute', body: (w) => ({ cases: [{ id: w.filingId, revision: 1 }], organIds: [organId('cityFinance')] }), allowed: 'everyone', sees: { text: () => '"done":true', by: ['reviewer', 'second-reviewer', 'chief'] } },
  { route: 'POST /api/queue/assign', path: () => '/api/queue/assign', body: (w) => ({ cases: [{ id: w.filingId, revision: 1 }], reviewerId: personId('second-reviewer') }), allowed: 'everyone', sees: { text: () => '"done":true', by: ['chief'] } },
  { route: 'POST /api/queue/start', path: () => '/api/queue/start', state: 'registered', body: (w) => ({ cases: [{ id: w.filingId, revision: 1 }] }), allowed: 'everyone', sees: { text: () => '"done":true', by: ['reviewer', 'second-reviewer', 'chief'] } },
  { route: 'PUT /api/filings/{id}/leader', path: (w) => `/api/filings/${w.filingId}/leader`, body: () => ({ leaderId: personId('leader') }), revision, allowed: ['chief', 'leader'] },
  { route: 'POST /api/filings/{id}/extension', path: (w) => `/api/filings/${w.filingId}/extension`, body: () => ({ reason: '需要实地调研' }), revision, allowed: ['reviewer', 'second-reviewer'] },
  { route: 'POST /api/filings/{id}/extension/decision', path: (w) => `/api/filings/${w.filingId}/extension/decision`, body: () => ({ approve: true }), revision, allowed: ['chief', 'leader'] },
  { route: 'GET /api/led', path: () => '/api/led', allowed: ['leader'] },
]
