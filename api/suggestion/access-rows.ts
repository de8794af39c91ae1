import type { AccessRow } from '../testing/access-row.ts'
import { organId } from '../testing/test-organs.ts'

const readers = ['reception', 'reviewer', 'second-reviewer', 'chief', 'issuer', 'archivist']
const content = { proposerName: '某人', proposerContact: '0000-000 0117', documentTitle: '某办法', matters: '第二条', reasons: '理由' }

export const suggestionAccessRows: AccessRow[] = [
  { route: 'GET /api/suggestions', path: (w) => `/api/suggestions?limit=200&q=${encodeURIComponent(w.marker)}`, allowed: 'everyone', sees: { text: (w) => `${w.marker}公民`, by: readers } },
  { route: 'GET /api/suggestions/proposers', path: () => '/api/suggestions/proposers', allowed: ['reception', 'reviewer', 'second-reviewer', 'county-reviewer', 'county-reception', 'other-county-reviewer'] },
  { route: 'GET /api/suggestions/{id}', path: (w) => `/api/suggestions/${w.suggestionId}`, allowed: readers },
  {
    route: 'POST /api/suggestions', path: () => '/api/suggestions', body: () => ({ ...content, kind: 'suggestion', channel: 'letter', receivedOn: '2026-03-02', organId: organId('cityCommittee') }),
    allowed: ['reception', 'reviewer', 'second-reviewer'],
  },
  { route: 'POST /api/suggestions/{id}/steps/{key}', path: (w) => `/api/suggestions/${w.suggestionId}/steps/accept`, body: () => ({ values: {} }), revision: () => 1, allowed: ['reviewer', 'second-reviewer', 'chief'] },
  { route: 'POST /api/suggestions/{id}/link', path: (w) => `/api/suggestions/${w.suggestionId}/link`, body: (w) => ({ filingId: w.filingId }), revision: () => 1, allowed: ['reception', 'reviewer', 'second-reviewer', 'chief'] },
  { route: 'POST /api/suggestions/{id}/papers', path: (w) => `/api/suggestions/${w.suggestionId}/papers`, body: () => ({ kind: 'transferLetter' }), allowed: ['reviewer', 'second-reviewer'] },
]
