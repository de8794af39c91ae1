import type { AccessRow } from '../testing/access-row.ts'

const house = ['legislation', 'legislation-chief', 'meeting-clerk', 'leader']

export const legislationPaperAccessRows: AccessRow[] = [
  { route: 'GET /api/projects/{id}/papers-to-draft', path: (w) => `/api/projects/${w.projectId}/papers-to-draft`, allowed: [...house, 'proposer', 'drafter', 'committee', 'finance'] },
  { route: 'POST /api/projects/{id}/papers', path: (w) => `/api/projects/${w.projectId}/papers`, body: () => ({ kind: 'researchReport' }), allowed: ['legislation', 'committee', 'drafter'] },
  { route: 'GET /api/projects/{id}/comparison-table/{form}', path: (w) => `/api/projects/${w.approvalProjectId}/comparison-table/docx?from=${w.adoptedSnapshotId}&to=${w.adoptedSnapshotId}`, allowed: house },
  { route: 'GET /api/projects/{id}/opinion-table/{form}', path: (w) => `/api/projects/${w.approvalProjectId}/opinion-table/docx`, allowed: house },
]
