import type { AccessRow } from '../testing/access-row.ts'

export const portalAccessRows: AccessRow[] = [
  { route: 'POST /api/filings/{id}/publication', path: (w) => `/api/filings/${w.filingId}/publication`, body: () => ({ publish: true }), revision: () => 1, allowed: ['chief', 'archivist'] },
]
