import type { AccessRow } from '../testing/access-row.ts'
import type { TestWorld } from '../testing/test-world.ts'

/** The draft of the world is under 统一审议: the commission writes it, everybody of the standing committee reads what went out. */
const writers = ['legislation', 'legislation-chief']
const openers = [...writers, 'leader']
const readers = [...openers, 'committee', 'finance', 'law-committee', 'member', 'meeting-clerk', 'archivist', 'issuer', 'drafter', 'proposer']
/** While it is drafted it is the drafting unit's. */
const drafters = ['drafter', 'proposer']

const draft = (rest: string) => (w: TestWorld) => `/api/drafts/${w.draft.draftId}${rest}`
const early = (rest: string) => (w: TestWorld) => `/api/drafts/${w.earlyDraft.draftId}${rest}`
const lease = (rest: string) => (w: TestWorld) => `/api/drafts/${w.draft.draftId}/leases/${w.draft.keys[1] ?? ''}${rest}`
const client = 'client-0001'
const steps = () => ({ version: 0, clientId: client, batch: '1', steps: [{ step: { stepType: 'replace', from: 1, to: 1, slice: { content: [{ type: 'text', text: '新' }] } } }] })
const reason = (w: TestWorld) => ({ text: `${w.marker}意见`, snapshotId: w.draft.sentSnapshotId })

export const draftingAccessRows: AccessRow[] = [
  { route: 'GET /api/projects/{id}/draft', path: (w) => `/api/projects/${w.draft.projectId}/draft`, allowed: readers },
  { route: 'POST /api/projects/{id}/draft', path: (w) => `/api/projects/${w.undraftedProjectId}/draft`, body: () => ({ source: { kind: 'empty' } }), allowed: ['drafter'] },
  { route: 'GET /api/drafts/{id}', path: draft(''), allowed: openers },
  { route: 'GET /api/drafts/{id}', path: early(''), allowed: [...openers, ...drafters] },
  { route: 'POST /api/drafts/{id}/steps', path: draft('/steps'), body: steps, allowed: writers },
  { route: 'POST /api/drafts/{id}/steps', path: early('/steps'), body: steps, allowed: drafters },
  { route: 'GET /api/drafts/{id}/steps', path: draft('/steps?since=0'), allowed: openers },
  { route: 'GET /api/drafts/{id}/stream', path: draft('/stream'), allowed: openers },
  { route: 'GET /api/drafts/{id}/company', path: draft('/company'), allowed: openers },
  { route: 'PUT /api/drafts/{id}/presence', path: draft('/presence'), body: () => ({ clientId: client, articleKey: null, anchor: 1, head: 1, version: 0 }), allowed: openers },
  { route: 'DELETE /api/drafts/{id}/presence/{clientId}', path: draft(`/presence/${client}`), allowed: openers },
  { route: 'PUT /api/drafts/{id}/leases/{articleKey}', path: lease(''), body: () => ({ clientId: client }), allowed: writers },
  { route: 'DELETE /api/drafts/{id}/leases/{articleKey}', path: lease(''), allowed: openers },
  { route: 'POST /api/drafts/{id}/leases/{articleKey}/ask', path: lease('/ask'), allowed: writers },
  { route: 'POST /api/drafts/{id}/leases/{articleKey}/break', path: lease('/break'), body: () => ({ reason: '本人已经离开' }), allowed: ['legislation-chief'] },
  { route: 'GET /api/drafts/{id}/snapshots', path: draft('/snapshots'), allowed: readers, sees: { text: (w) => w.draft.workingSnapshotId, by: openers } },
  { route: 'GET /api/drafts/{id}/snapshots', path: early('/snapshots'), allowed: [...openers, ...drafters, 'committee'] },
  { route: 'POST /api/drafts/{id}/snapshots', path: draft('/snapshots'), body: () => ({ kind: 'working' }), allowed: writers },
  { route: 'POST /api/drafts/{id}/snapshots/{snapshotId}/restore', path: (w) => `/api/drafts/${w.draft.draftId}/snapshots/${w.draft.sentSnapshotId}/restore`, body: () => ({ reason: '改回' }), allowed: writers },
  { route: 'GET /api/drafts/{id}/texts/{which}', path: draft('/texts/working'), allowed: openers },
  { route: 'GET /api/drafts/{id}/texts/{which}', path: (w) => `/api/drafts/${w.draft.draftId}/texts/${w.draft.sentSnapshotId}`, allowed: readers },
  { route: 'GET /api/drafts/{id}/texts/{which}', path: (w) => `/api/drafts/${w.draft.draftId}/texts/${w.draft.workingSnapshotId}`, allowed: openers },
  { route: 'GET /api/drafts/{id}/texts/{which}/text.docx', path: (w) => `/api/drafts/${w.draft.draftId}/texts/${w.draft.sentSnapshotId}/text.docx`, allowed: readers },
  { route: 'GET /api/drafts/{id}/texts/working/tracked.docx', path: draft('/texts/working/tracked.docx'), allowed: openers },
  { route: 'GET /api/drafts/{id}/texts/{which}/text.txt', path: draft('/texts/working/text.txt'), allowed: openers },
  { route: 'POST /api/drafts/{id}/tracked', path: draft('/tracked'), body: () => ({ fileId: '00000000-0000-4000-8000-000000000000', version: 0 }), allowed: writers },
  { route: 'GET /api/drafts/{id}/comparison', path: (w) => `/api/drafts/${w.draft.draftId}/comparison?from=${w.draft.sentSnapshotId}&to=working`, allowed: openers },
  { route: 'GET /api/drafts/{id}/comparison', path: (w) => `/api/drafts/${w.draft.draftId}/comparison?from=${w.draft.sentSnapshotId}&to=${w.draft.sentSnapshotId}`, allowed: readers },
  { route: 'GET /api/drafts/{id}/comparison/three', path: (w) => `/api/drafts/${w.draft.draftId}/comparison/three?from=${w.draft.sentSnapshotId}&middle=${w.draft.sentSnapshotId}&to=working`, allowed: openers },
  { route: 'GET /api/drafts/{id}/comparison-table.docx', path: (w) => `/api/drafts/${w.draft.draftId}/comparison-table.docx?from=${w.draft.sentSnapshotId}&to=working`, allowed: openers },
  { route: 'GET /api/drafts/{id}/comparison-table.pdf', path: (w) => `/api/drafts/${w.draft.draftId}/comparison-table.pdf?from=${w.draft.sentSnapshotId}&to=${w.draft.sentSnapshotId}`, allowed: readers },
  { route: 'GET /api/drafts/{id}/authorship', path: draft('/authorship'), allowed: openers },
  { route: 'GET /api/drafts/{id}/comments', path: draft('/comments'), allowed: openers, sees: { text: (w) => `${w.marker}批注`, by: openers } },
  { route: 'POST /api/drafts/{id}/comments', path: draft('/comments'), body: () => ({ text: '再斟酌', version: 0 }), allowed: openers },
  { route: 'POST /api/drafts/{id}/comments/{commentId}/replies', path: (w) => `/api/drafts/${w.draft.draftId}/comments/${w.draft.commentId}/replies`, body: () => ({ text: '已改' }), allowed: openers },
  { route: 'PUT /api/drafts/{id}/comments/{commentId}/resolved', path: (w) => `/api/drafts/${w.draft.draftId}/comments/${w.draft.commentId}/resolved`, body: () => ({ resolved: true }), revision: () => 1, allowed: openers },
  { route: 'GET /api/drafts/{id}/ignores', path: draft('/ignores'), allowed: openers },
  { route: 'POST /api/drafts/{id}/ignores', path: draft('/ignores'), body: (w) => ({ ruleId: 'L01', articleKey: w.draft.keys[0], quote: '应当', reason: '引用原文' }), allowed: writers },
  { route: 'POST /api/drafts/{id}/ignores/{ignoreId}/undo', path: (w) => `/api/drafts/${w.draft.draftId}/ignores/${w.draft.ignoreId}/undo`, allowed: writers },
  { route: 'GET /api/drafts/{id}/articles/{articleKey}/history', path: (w) => `/api/drafts/${w.draft.draftId}/articles/${w.draft.keys[1] ?? ''}/history`, allowed: openers },
  { route: 'POST /api/drafts/{id}/articles/{articleKey}/reasons', path: (w) => `/api/drafts/${w.draft.draftId}/articles/${w.draft.keys[1] ?? ''}/reasons`, body: reason, allowed: writers },
]
