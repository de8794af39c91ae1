import type { AccessRow } from '../testing/access-row.ts'
import type { TestWorld } from '../testing/test-world.ts'

const staff = ['legislation', 'legislation-chief']
/** the project is being drafted: the house's staff, 主任会议, its proposer and drafters, its committee and the one that joined early */
const readers = [...staff, 'meeting-clerk', 'leader', 'proposer', 'drafter', 'committee', 'finance']
const preparing = [...staff, 'committee', 'finance', 'proposer', 'drafter']
/** the working copy of the draft under 统一审议 */
const draftOpeners = [...staff, 'leader']
const project = (path = '') => (w: TestWorld) => `/api/projects/${w.projectId}${path}`
const task = (path: string) => (w: TestWorld) => `/api/project-tasks/${w.projectTaskId}${path}`
const revision = () => 1
const edit = () => ({ title: '停车管理条例', subject: null, leadOrgan: null, leadOrganId: null, committee: null, committeeOrganId: null, responsibleId: null, partyGate: true, planned: {} })

export const projectAccessRows: AccessRow[] = [
  { route: 'GET /api/projects', path: () => '/api/projects?view=all&limit=200', allowed: 'everyone', sees: { text: (w) => `${w.marker}条例`, by: readers } },
  { route: 'GET /api/projects/choices', path: () => '/api/projects/choices', allowed: [...staff, 'meeting-clerk', 'leader', 'proposer'] },
  { route: 'POST /api/projects', path: () => '/api/projects', body: () => ({ title: '停车管理条例', proposer: '市人民政府' }), allowed: staff },
  { route: 'GET /api/projects/{id}', path: project(), allowed: readers },
  { route: 'PUT /api/projects/{id}', path: project(), body: edit, revision, allowed: staff },
  { route: 'POST /api/projects/{id}/steps/{key}', path: project('/steps/recordResearch'), body: () => ({ values: { finding: '走访三处小区。' } }), revision, allowed: preparing },
  { route: 'GET /api/projects/{id}/documents', path: project('/documents'), allowed: readers },
  { route: 'POST /api/projects/{id}/documents', path: project('/documents'), body: () => ({ kind: 'other', text: '说明' }), allowed: [...readers] },
  { route: 'POST /api/projects/{id}/members', path: project('/members'), body: () => ({ name: '地方立法研究中心', part: 'commissioned' }), allowed: staff },
  { route: 'POST /api/projects/{id}/members/{memberId}/end', path: (w) => `/api/projects/${w.projectId}/members/${w.projectMemberId}/end`, body: () => ({ reason: '课题结束' }), allowed: staff },
  { route: 'GET /api/projects/{id}/history', path: project('/history'), allowed: readers },
  { route: 'GET /api/projects/{id}/history/export', path: project('/history/export?form=xlsx'), allowed: readers },
  { route: 'GET /api/projects/{id}/timeline', path: project('/timeline'), allowed: readers },
  { route: 'GET /api/projects/{id}/findings', path: project('/findings'), allowed: readers },
  { route: 'POST /api/projects/{id}/findings', path: project('/findings'), body: () => ({ kind: 'source', title: '外地条例' }), allowed: readers },
  { route: 'POST /api/projects/{id}/findings/{findingId}/removal', path: (w) => `/api/projects/${w.projectId}/findings/${w.findingId}/removal`, body: () => ({ reason: '列错了' }), allowed: readers },
  { route: 'GET /api/projects/{id}/comparison', path: (w) => `/api/projects/${w.draft.projectId}/comparison?from=${w.draft.sentSnapshotId}&to=working`, allowed: draftOpeners },
  { route: 'GET /api/projects/{id}/comparison', path: (w) => `/api/projects/${w.draft.projectId}/comparison?from=${w.draft.sentSnapshotId}&to=${w.draft.sentSnapshotId}`, allowed: [...draftOpeners, 'committee', 'finance', 'law-committee', 'member', 'meeting-clerk', 'archivist', 'issuer', 'drafter', 'proposer'] },
  { route: 'GET /api/project-tasks', path: () => '/api/project-tasks?view=done', allowed: 'everyone', sees: { text: (w) => `${w.marker}调研`, by: [...staff, 'leader', 'drafter'] } },
  { route: 'POST /api/project-tasks', path: () => '/api/project-tasks', body: () => ({ kind: 'surveyFromAbove', title: '扬尘调研', request: '请报调研报告', givenOn: '2026-03-01' }), allowed: staff },
  { route: 'POST /api/project-tasks/{id}/answer', path: task('/answer'), body: () => ({ answer: '已办' }), revision, allowed: [...staff, 'drafter'] },
  { route: 'POST /api/project-tasks/{id}/close', path: task('/close'), body: () => ({}), revision, allowed: staff },
]
