import type { AccessRow } from '../testing/access-row.ts'
import type { TestWorld } from '../testing/test-world.ts'

const house = ['legislation', 'legislation-chief', 'reviewer', 'second-reviewer', 'chief', 'committee', 'finance', 'law-committee', 'leader', 'issuer', 'archivist', 'member', 'meeting-clerk']
/** a plan that is being drawn up: the house, and the proposer and drafting unit that it names */
const readers = [...house, 'proposer', 'drafter']
const writers = ['legislation', 'legislation-chief']
const deciders = ['legislation-chief', 'leader']
const revision = () => 1
const item = () => ({ title: '停车管理条例', class: 'survey', proposer: '某委员会', draftingOrgan: '某局' })
const plan = (path: string) => (w: TestWorld) => `/api/plans/${w.legislationPlanId}${path}`
const planItem = (path: string) => (w: TestWorld) => `/api/plan-items/${w.planItemId}${path}`

export const planAccessRows: AccessRow[] = [
  { route: 'GET /api/plans', path: () => '/api/plans', allowed: 'everyone', sees: { text: (w) => `${w.marker}立法计划`, by: readers } },
  { route: 'POST /api/plans', path: () => '/api/plans', body: () => ({ kind: 'annual', year: 2050 }), allowed: writers },
  { route: 'GET /api/plans/{id}', path: plan(''), allowed: readers },
  { route: 'GET /api/plans/{id}/export', path: plan('/export'), allowed: readers },
  { route: 'POST /api/plans/{id}/items', path: plan('/items'), body: item, revision, allowed: writers },
  { route: 'PUT /api/plan-items/{id}', path: planItem(''), body: item, revision, allowed: writers },
  { route: 'DELETE /api/plan-items/{id}', path: planItem(''), revision, allowed: writers },
  { route: 'PUT /api/plan-items/{id}/project', path: planItem('/project'), body: (w) => ({ projectId: w.filingId }), allowed: writers },
  { route: 'POST /api/plans/{id}/steps/{key}', path: plan('/steps/skipParty'), body: () => ({ values: { reason: '本年没有重大事项' } }), revision, allowed: deciders },
  { route: 'POST /api/plans/{id}/adjustments', path: plan('/adjustments'), body: (w) => ({ decidedOn: '2026-03-02', decidedBy: '第五十二次主任会议', reason: '国家立法在即', changes: [{ kind: 'end', itemId: w.planItemId }] }), revision, allowed: deciders },
  { route: 'POST /api/plan-items/{id}/explanations', path: planItem('/explanations'), body: () => ({ text: '听证会补开。', receivedOn: '2026-03-02' }), allowed: [...writers, 'proposer', 'drafter'] },
  { route: 'POST /api/plan-explanations/{id}/consideration', path: (w) => `/api/plan-explanations/${w.explanationId}/consideration`, body: () => ({ consideredOn: '2026-03-02', note: '同意延期' }), allowed: deciders },
  { route: 'POST /api/plans/{id}/papers', path: plan('/papers'), allowed: ['legislation'] },
  { route: 'POST /api/plans/{id}/reminders', path: plan('/reminders'), allowed: writers },
]
