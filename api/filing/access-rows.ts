import { organId, testPeople } from '../testing/test-organs.ts'
import type { AccessRow } from '../testing/access-row.ts'

/** Everybody of the city who may read a case under review that the government's office filed. */
const readers = ['city-clerk', 'reception', 'reviewer', 'second-reviewer', 'chief', 'committee', 'leader', 'issuer', 'archivist']
const maker = ['city-clerk']
const everyClerk = testPeople.filter((p) => p.memberships.some(([, role]) => role === 'filingClerk')).map((p) => p.username)
const filing = (path: string) => (w: { filingId: string }) => `/api/filings/${w.filingId}${path}`
const everybodyBut = (named: string[]): string[] => testPeople.map((p) => p.username).filter((name) => !named.includes(name))
const draft = (path: string) => (w: { draftFilingId: string }) => `/api/filings/${w.draftFilingId}${path}`

export const filingAccessRows: AccessRow[] = [
  { route: 'GET /api/filings/{id}', path: (w) => `/api/filings/${w.filingId}`, allowed: readers },
  { route: 'GET /api/filings/{id}/form', path: filing('/form?format=docx'), allowed: readers },
  { route: 'GET /api/filings/{id}/basis', path: filing('/basis'), allowed: readers },
  { route: 'GET /api/filing-choices', path: () => '/api/filing-choices', allowed: 'everyone', sees: { text: () => '甲市人民政府办公室', by: ['city-clerk'] } },
  { route: 'GET /api/filing-people', path: () => `/api/filing-people?q=${encodeURIComponent('审查')}`, allowed: 'everyone', sees: { text: () => '审查甲', by: [...everyClerk, 'reception', 'county-reception'] } },
  { route: 'POST /api/filings', path: () => '/api/filings', body: () => ({ title: '新文件' }), allowed: everyClerk },
  { route: 'PATCH /api/filings/{id}', path: draft(''), body: () => ({ title: '改名' }), revision: () => 1, allowed: maker },
  { route: 'DELETE /api/filings/{id}', path: draft(''), revision: () => 1, allowed: maker },
  { route: 'POST /api/filings/{id}/materials', path: draft('/materials'), body: () => ({ kind: 'explanation', notApplicableReason: '暂缺' }), allowed: maker },
  { route: 'DELETE /api/filings/{id}/materials/{materialId}', path: (w) => `/api/filings/${w.draftFilingId}/materials/${w.materialId}`, allowed: maker },
  { route: 'POST /api/filings/{id}/sameness/explanations', path: draft('/sameness/explanations'), body: () => ({ index: 0, text: '写法不同' }), allowed: maker },
  { route: 'POST /api/filings/{id}/sameness/by-eye', path: draft('/sameness/by-eye'), body: () => ({ same: true }), allowed: maker },
  { route: 'POST /api/filings/{id}/submit', path: draft('/submit'), body: () => ({}), revision: () => 1, allowed: maker },
  { route: 'GET /api/ledger', path: () => '/api/ledger?limit=200', allowed: 'everyone', sees: { text: (w) => `${w.marker}办法`, by: ['city-clerk'] } },
  { route: 'GET /api/ledger-summary', path: () => '/api/ledger-summary?year=2026', allowed: 'everyone', sees: { text: () => '"due":0', by: everybodyBut(['city-clerk', 'county-government-clerk']) } },
  { route: 'GET /api/ledger.xlsx', path: () => '/api/ledger.xlsx', allowed: 'everyone' },
  { route: 'GET /api/receipt', path: () => '/api/receipt?limit=200', state: 'submitted', allowed: 'everyone', sees: { text: (w) => `${w.marker}办法`, by: ['reception'] } },
  { route: 'POST /api/receipt/register', path: () => '/api/receipt/register', body: (w) => ({ filings: [{ id: w.filingId, revision: 1 }] }), state: 'receiving', allowed: 'everyone', sees: { text: () => '形式审查', by: ['reception'] } },
  {
    route: 'POST /api/receipt/paper', path: () => '/api/receipt/paper', allowed: ['reception', 'county-reception'],
    body: (w) => ({ makerOrganId: organId('cityCourt'), receivedOn: '2026-03-11', title: '纸质文件', documentNo: `甲中法发〔2026〕${w.marker}`, promulgated: '2026-03-01', documentKind: 'courtGuidance' }),
  },
  { route: 'POST /api/filings/{id}/receive', path: filing('/receive'), state: 'submitted', body: () => ({}), revision: () => 1, allowed: ['reception'] },
  { route: 'POST /api/filings/{id}/findings', path: filing('/findings'), state: 'receiving', body: () => ({ key: 'missingMaterial:explanation', reason: '已经核对' }), revision: () => 1, allowed: ['reception'] },
  { route: 'POST /api/filings/{id}/register', path: filing('/register'), state: 'receiving', body: () => ({}), revision: () => 1, allowed: ['reception'] },
  { route: 'POST /api/filings/{id}/correction', path: filing('/correction'), state: 'receiving', body: () => ({ items: ['补交制定说明'] }), revision: () => 1, allowed: ['reception'] },
  { route: 'POST /api/filings/{id}/resubmit', path: filing('/resubmit'), state: 'pendingCorrection', body: () => ({}), revision: () => 1, allowed: maker },
  { route: 'POST /api/filings/{id}/return', path: filing('/return'), state: 'receiving', body: () => ({ reason: '属于内部管理文件' }), revision: () => 1, allowed: ['reception'] },
]
