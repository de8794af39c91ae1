import type { AccessRow } from '../testing/access-row.ts'

/** Everybody of the city who may read a case under review that the government's office filed. */
const readers = ['city-clerk', 'reception', 'reviewer', 'second-reviewer', 'chief', 'committee', 'leader', 'issuer', 'archivist']

export const filingAccessRows: AccessRow[] = [
  { route: 'GET /api/filings/{id}', path: (w) => `/api/filings/${w.filingId}`, allowed: readers },
]
