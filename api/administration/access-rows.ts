import type { AccessRow } from '../testing/access-row.ts'
import { organId } from '../testing/test-organs.ts'

export const administrationAccessRows: AccessRow[] = [
  { route: 'GET /api/administration/deadline-rules', path: () => '/api/administration/deadline-rules', allowed: ['administrator'] },
  {
    route: 'PUT /api/administration/deadline-rules/{key}', path: () => '/api/administration/deadline-rules/formalCheck',
    body: () => ({ organId: organId('cityCommittee'), amount: 10, unit: 'calendarDay', basis: '本地条例第十二条', confirmed: true }), allowed: ['administrator'],
  },
  { route: 'GET /api/administration/calendar/{year}', path: () => '/api/administration/calendar/2026', allowed: 'everyone' },
  { route: 'PUT /api/administration/calendar', path: () => '/api/administration/calendar', body: () => ({ days: [{ date: '2027-10-01', kind: 'rest', note: '国庆节' }] }), allowed: ['administrator'] },
  { route: 'GET /api/administration/audit', path: () => '/api/administration/audit', allowed: ['administrator', 'archivist', 'chief'] },
]
