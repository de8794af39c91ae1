import type { AccessRow } from '../testing/access-row.ts'

/** Everybody of the committee who works on papers; the committee member only where theirs was asked to countersign. */
const handlers = ['reviewer', 'second-reviewer', 'chief', 'leader', 'issuer', 'archivist']
const path = (tail: string) => (w: { paperId: string }) => `/api/papers/${w.paperId}${tail}`

export const paperAccessRows: AccessRow[] = [
  { route: 'GET /api/papers', path: () => '/api/papers?view=underWay&limit=200', allowed: 'everyone', sees: { text: (w) => `${w.marker}函`, by: handlers } },
  { route: 'POST /api/papers', path: () => '/api/papers', body: (w) => ({ filingId: w.filingId, kind: 'reviewStudy' }), allowed: ['reviewer', 'second-reviewer'] },
  { route: 'GET /api/papers/{id}', path: path(''), allowed: handlers },
  { route: 'GET /api/papers/{id}/{form}', path: path('/docx'), allowed: handlers },
  { route: 'PATCH /api/papers/{id}', path: path(''), body: () => ({ values: { reminderPoints: '一' } }), revision: () => 1, allowed: ['reviewer', 'second-reviewer'] },
  { route: 'POST /api/papers/{id}/steps/{key}', path: path('/steps/sendToCheck'), body: () => ({}), revision: () => 1, allowed: ['reviewer', 'second-reviewer'] },
  { route: 'POST /api/papers/{id}/seal', path: path('/seal'), body: () => ({ fileId: null }), allowed: ['reviewer', 'second-reviewer', 'chief', 'issuer', 'archivist'] },
]
