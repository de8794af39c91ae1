import type { AccessRow } from '../testing/access-row.ts'
import type { TestWorld } from '../testing/test-world.ts'

const readers = ['reviewer', 'second-reviewer', 'chief', 'committee', 'leader', 'issuer', 'archivist']
const reviewers = ['reviewer', 'second-reviewer', 'chief']
const maker = ['city-clerk']
const path = (tail: string) => (w: TestWorld) => `/api/outcome/${w.filingId}${tail}`
const one = () => 1

export const outcomeAccessRows: AccessRow[] = [
  { route: 'GET /api/outcome/{id}', path: path(''), allowed: readers },
  { route: 'POST /api/outcome/{id}/no-problem', path: path('/no-problem'), body: () => ({ ticks: {} }), revision: one, allowed: reviewers },
  { route: 'POST /api/outcome/{id}/close', path: path('/close'), body: () => ({}), revision: one, state: 'noProblem', allowed: [...reviewers, 'archivist'] },
  // a committee that was given the case may have talked with the maker as well
  { route: 'POST /api/outcome/{id}/contacts', path: path('/contacts'), body: () => ({ method: 'phone', on: '2026-03-10', attendees: '甲', summary: '沟通' }), allowed: [...reviewers, 'committee'] },
  { route: 'POST /api/outcome/{id}/plans', path: path('/plans'), body: () => ({ text: '修改', dueOn: '2026-05-01' }), state: 'opinionIssued', allowed: [...maker, ...reviewers, 'reception'] },
  { route: 'POST /api/outcome/{id}/plans/{planId}/decision', path: (w) => `/api/outcome/${w.filingId}/plans/${w.planId}/decision`, body: () => ({ accept: true }), revision: one, state: 'negotiating', allowed: ['chief'] },
  { route: 'POST /api/outcome/{id}/answers', path: path('/answers'), body: () => ({ text: '答复', flags: [], questions: [], fileIds: [] }), state: 'opinionIssued', allowed: [...maker, 'reception'] },
  { route: 'POST /api/outcome/{id}/steps/{key}', path: path('/steps/dropConcern'), body: () => ({ reason: '没有问题' }), revision: one, state: 'concern', allowed: ['chief'] },
  { route: 'POST /api/outcome/{id}/refile', path: path('/refile'), body: () => ({}), state: 'opinionIssued', allowed: maker },
  { route: 'GET /api/outcome/{id}/refile-comparison', path: path('/refile-comparison'), allowed: readers },
  { route: 'PUT /api/outcome/{id}/judgements/{flagId}', path: (w) => `/api/outcome/${w.filingId}/judgements/${w.flagId}`, body: () => ({ refiledId: null, finding: 'answered', verdict: 'resolved' }), allowed: reviewers },
  { route: 'POST /api/outcome/{id}/settle', path: path('/settle'), body: () => ({ unsettled: 'putAgain' }), revision: one, allowed: reviewers },
  { route: 'GET /api/answers', path: () => '/api/answers', state: 'negotiating', allowed: 'everyone', sees: { text: (w) => `${w.marker}办法`, by: maker } },
  { route: 'GET /api/answers/{id}', path: (w) => `/api/answers/${w.filingId}`, state: 'opinionIssued', allowed: [...maker, ...reviewers, 'reception'] },
]
