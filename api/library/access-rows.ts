import type { AccessRow } from '../testing/access-row.ts'
import type { TestWorld } from '../testing/test-world.ts'

/** Who may read the filing of the test world, and so its unpublished text. */
const readers = ['city-clerk', 'reception', 'reviewer', 'second-reviewer', 'chief', 'committee', 'leader', 'issuer', 'archivist']
/** Who keeps the library and may read that text. */
const keepers = ['reviewer', 'second-reviewer', 'chief', 'archivist']
const everyKeeper = [...keepers, 'administrator', 'county-reviewer', 'other-county-reviewer']

const address = (w: TestWorld): string => `${w.workKey}:2026-02-01`
const pair = (w: TestWorld): string => `from=${encodeURIComponent(address(w))}&to=${w.versionId}`

export const libraryAccessRows: AccessRow[] = [
  { route: 'GET /api/library/kinds', path: () => '/api/library/kinds', allowed: 'everyone' },
  { route: 'GET /api/library/works', path: (w) => `/api/library/works?text=${encodeURIComponent(w.marker)}`, allowed: 'everyone', sees: { text: (w) => w.workKey, by: readers } },
  { route: 'GET /api/library/works/{key}', path: (w) => `/api/library/works/${w.workKey}`, allowed: readers },
  { route: 'GET /api/library/works/{key}/versions/{dateKey}', path: (w) => `/api/library/works/${w.workKey}/versions/2026-02-01`, allowed: readers },
  { route: 'GET /api/library/comparison', path: (w) => `/api/library/comparison?${pair(w)}`, allowed: readers },
  { route: 'GET /api/library/comparison/three', path: (w) => `/api/library/comparison/three?${pair(w)}&middle=${w.versionId}`, allowed: readers },
  { route: 'GET /api/library/comparison-table.docx', path: (w) => `/api/library/comparison-table.docx?${pair(w)}`, allowed: readers },
  { route: 'GET /api/library/comparison-table.pdf', path: (w) => `/api/library/comparison-table.pdf?${pair(w)}`, allowed: readers },
  { route: 'POST /api/library/comparison/corrections', path: () => '/api/library/comparison/corrections', body: (w) => ({ from: address(w), to: w.versionId, old: [], new: ['art_1'] }), allowed: keepers },
  // a correction that nobody made: who may undo one is proved in comparison.test.ts
  { route: 'POST /api/library/comparison/corrections/{id}/undo', path: (w) => `/api/library/comparison/corrections/${w.filingId}/undo`, allowed: [] },
  { route: 'GET /api/search', path: (w) => `/api/search?q=${encodeURIComponent(w.marker)}`, allowed: 'everyone' },
  // a file that nobody uploaded: what is judged is who may import at all
  { route: 'POST /api/library/imports', path: () => '/api/library/imports', body: (w) => ({ fileIds: [w.fileId], publish: false }), allowed: everyKeeper },
  { route: 'GET /api/library/imports', path: () => '/api/library/imports', allowed: everyKeeper },
  { route: 'GET /api/library/imports/{id}', path: (w) => `/api/library/imports/${w.filingId}`, allowed: [] },
  {
    route: 'POST /api/library/works/{key}/versions/{dateKey}/effect', path: (w) => `/api/library/works/${w.workKey}/versions/2026-02-01/effect`,
    body: () => ({ effectiveTo: '2027-01-01', basis: 'stated', source: '废止的决定' }), allowed: keepers,
  },
  // a decision that nobody uploaded, a draft that is none: what is judged is who may make versions at all
  { route: 'POST /api/library/works/{key}/amendments', path: (w) => `/api/library/works/${w.workKey}/amendments`, body: (w) => ({ baseDateKey: '2026-02-01', fileId: w.fileId }), allowed: keepers },
  { route: 'GET /api/library/works/{key}/amendments', path: (w) => `/api/library/works/${w.workKey}/amendments`, allowed: keepers },
  { route: 'GET /api/library/works/{key}/versions/{dateKey}/amendment', path: (w) => `/api/library/works/${w.workKey}/versions/2026-02-01/amendment`, allowed: readers },
  { route: 'GET /api/library/amendments/{id}', path: (w) => `/api/library/amendments/${w.filingId}`, allowed: [] },
  {
    route: 'PUT /api/library/amendments/{id}', path: (w) => `/api/library/amendments/${w.filingId}`, revision: () => 1,
    body: () => ({ adopted: null, effectiveFrom: null, note: null, publish: true, handWritten: [], settlements: [] }), allowed: [],
  },
  { route: 'POST /api/library/amendments/{id}/accept', path: (w) => `/api/library/amendments/${w.filingId}/accept`, revision: () => 1, body: () => ({ digest: '0'.repeat(64) }), allowed: [] },
  { route: 'POST /api/library/amendments/{id}/drop', path: (w) => `/api/library/amendments/${w.filingId}/drop`, revision: () => 1, allowed: [] },
  { route: 'POST /api/library/works/{key}/same-as', path: (w) => `/api/library/works/${w.workKey}/same-as`, body: (w) => ({ sameAs: w.workKey, reason: '更名的决定' }), allowed: keepers },
]
