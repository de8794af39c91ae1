import { testPeople } from '../testing/test-organs.ts'
import type { AccessRow } from '../testing/access-row.ts'

/** Everybody of the city who may read a case under review that the government's office filed. */
const readers = ['city-clerk', 'reception', 'reviewer', 'second-reviewer', 'chief', 'committee', 'leader', 'issuer', 'archivist']
const maker = ['city-clerk']
const everyClerk = testPeople.filter((p) => p.memberships.some(([, role]) => role === 'filingClerk')).map((p) => p.username)
const draft = (path: string) => (w: { draftFilingId: string }) => `/api/filings/${w.draftFilingId}${path}`

export const filingAccessRows: AccessRow[] = [
  { route: 'GET /api/filings/{id}', path: (w) => `/api/filings/${w.filingId}`, allowed: readers },
  { route: 'GET /api/filing-choices', path: () => '/api/filing-choices', allowed: 'everyone', sees: { text: () => '甲市人民政府办公室', by: ['city-clerk'] } },
  { route: 'POST /api/filings', path: () => '/api/filings', body: () => ({ title: '新文件' }), allowed: everyClerk },
  { route: 'PATCH /api/filings/{id}', path: draft(''), body: () => ({ title: '改名' }), revision: () => 1, allowed: maker },
  { route: 'DELETE /api/filings/{id}', path: draft(''), revision: () => 1, allowed: maker },
  { route: 'POST /api/filings/{id}/materials', path: draft('/materials'), body: () => ({ kind: 'explanation', notApplicableReason: '暂缺' }), allowed: maker },
  { route: 'DELETE /api/filings/{id}/materials/{materialId}', path: (w) => `/api/filings/${w.draftFilingId}/materials/${w.materialId}`, allowed: maker },
  { route: 'POST /api/filings/{id}/sameness/explanations', path: draft('/sameness/explanations'), body: () => ({ index: 0, text: '写法不同' }), allowed: maker },
  { route: 'POST /api/filings/{id}/sameness/by-eye', path: draft('/sameness/by-eye'), body: () => ({ same: true }), allowed: maker },
  { route: 'POST /api/filings/{id}/submit', path: draft('/submit'), body: () => ({}), revision: () => 1, allowed: maker },
]
