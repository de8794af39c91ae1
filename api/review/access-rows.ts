import type { AccessRow } from '../testing/access-row.ts'
import { organId } from '../testing/test-organs.ts'
import type { TestWorld } from '../testing/test-world.ts'

/** Who reads the review of the city's case; its clerk, reception and everybody elsewhere never. */
const readers = ['reviewer', 'second-reviewer', 'chief', 'committee', 'leader', 'issuer', 'archivist']
const reviewers = ['reviewer', 'second-reviewer', 'chief']
const flaggers = [...reviewers, 'committee']

const flagBody = (world: TestWorld) => ({
  passage: [{ eId: 'art_2__para_1', start: 7, exact: '处五百元罚款' }], standard: 'legality', code: 'PENALTY', severity: 'serious', reason: `${world.marker}没有设定权`, suggestion: '', superior: null, judgedOn: '2026-02-01',
})
const review = (rest: string) => (w: TestWorld) => `/api/review/${w.filingId}${rest}`
const first = () => 1

export const reviewAccessRows: AccessRow[] = [
  { route: 'GET /api/review/{id}', path: review(''), allowed: readers },
  { route: 'GET /api/review/{id}/provisions/{eId}/related', path: review('/provisions/art_2/related'), allowed: readers },
  { route: 'GET /api/review/{id}/provisions/{eId}/superior', path: (w) => `/api/review/${w.filingId}/provisions/art_2/superior?versionId=${w.versionId}&superiorEId=art_1&asIn=${w.versionId}`, allowed: readers },
  { route: 'GET /api/review/{id}/comparison/previous', path: review('/comparison/previous'), allowed: readers },
  { route: 'GET /api/review/{id}/comparison/{versionId}', path: (w) => `/api/review/${w.filingId}/comparison/${w.versionId}`, allowed: readers },
  { route: 'GET /api/review/{id}/parallel', path: review('/parallel'), allowed: readers },
  { route: 'PUT /api/review/{id}/previous-version', path: review('/previous-version'), body: () => ({ versionId: null }), revision: first, allowed: reviewers },
  { route: 'POST /api/review/{id}/start', path: review('/start'), revision: first, state: 'distributed', allowed: reviewers },
  { route: 'PUT /api/review/{id}/standards/{standard}', path: review('/standards/policy'), body: () => ({ result: 'noProblem' }), allowed: reviewers },
  { route: 'DELETE /api/review/{id}/standards/{standard}', path: review('/standards/policy'), allowed: reviewers },
  { route: 'POST /api/review/{id}/notes', path: review('/notes'), body: () => ({ text: '待查立法资料' }), allowed: readers },
  { route: 'POST /api/review/{id}/distribution', path: review('/distribution'), body: () => ({ organIds: [organId('cityFinance')] }), revision: first, allowed: reviewers },
  { route: 'POST /api/review/{id}/distribution', path: review('/distribution'), body: () => ({ organIds: [organId('cityFinance')] }), revision: first, state: 'registered', allowed: [...reviewers, 'reception'] },
  { route: 'POST /api/review/{id}/flags', path: review('/flags'), body: flagBody, allowed: flaggers },
  { route: 'PUT /api/review/{id}/flags/{flagId}', path: (w) => `/api/review/${w.filingId}/flags/${w.flagId}`, body: flagBody, revision: first, allowed: flaggers },
  { route: 'POST /api/review/{id}/flags/{flagId}/confirm', path: (w) => `/api/review/${w.filingId}/flags/${w.flagId}/confirm`, revision: first, allowed: ['chief'] },
  // the second reviewer has the right, but not over another's flag: the procedure answers 409, not the policy
  { route: 'POST /api/review/{id}/flags/{flagId}/withdraw', path: (w) => `/api/review/${w.filingId}/flags/${w.flagId}/withdraw`, body: () => ({ reason: '' }), revision: first, allowed: flaggers },
  { route: 'POST /api/review/{id}/flags/confirm', path: review('/flags/confirm'), allowed: ['chief'] },
  { route: 'POST /api/review/{id}/flags/ask-confirmation', path: review('/flags/ask-confirmation'), allowed: reviewers },
  { route: 'GET /api/library/works/{key}/versions/{dateKey}/flags', path: (w) => `/api/library/works/${w.workKey}/versions/2026-02-01/flags`, allowed: 'everyone', sees: { text: (w) => w.flagId, by: readers } },
  { route: 'GET /api/committee/tasks', path: (w) => `/api/committee/tasks?q=${encodeURIComponent(w.marker)}`, allowed: 'everyone', sees: { text: (w) => w.marker, by: ['committee'] } },
  { route: 'GET /api/committee/tasks/{id}', path: (w) => `/api/committee/tasks/${w.taskId}`, allowed: readers },
  { route: 'POST /api/committee/tasks/{id}/answer', path: (w) => `/api/committee/tasks/${w.taskId}/answer`, body: () => ({ opinion: '没有意见。' }), revision: first, allowed: ['committee'] },
  { route: 'POST /api/committee/tasks/{id}/extension', path: (w) => `/api/committee/tasks/${w.taskId}/extension`, body: () => ({ reason: '需要实地调研' }), revision: first, allowed: ['chief'] },
]
