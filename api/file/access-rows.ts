import type { AccessRow } from '../testing/access-row.ts'
import { testPeople } from '../testing/test-organs.ts'

export const fileAccessRows: AccessRow[] = [
  { route: 'POST /api/files', path: () => '/api/files', upload: { name: '说明.txt', bytes: '制定说明' }, allowed: testPeople.filter((p) => p.memberships.length > 0).map((p) => p.username) },
  // uploaded by the city's clerk, attached to nothing yet: only the own organ reads it
  { route: 'GET /api/files/{id}/content', path: (w) => `/api/files/${w.fileId}/content`, allowed: ['city-clerk', 'proposer'] },
  // with a committee's opinion: the committee and those who review the case, not its maker
  { route: 'GET /api/files/{id}/content', path: (w) => `/api/files/${w.opinionFileId}/content`, allowed: ['committee', 'reviewer', 'second-reviewer', 'chief', 'leader', 'issuer', 'archivist'] },
]
