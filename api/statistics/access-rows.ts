import type { AccessRow } from '../testing/access-row.ts'
import { organId } from '../testing/test-organs.ts'

const city = ['reception', 'reviewer', 'second-reviewer', 'chief', 'leader', 'issuer', 'archivist']

export const statisticsAccessRows: AccessRow[] = [
  // the marker is the title of nothing here: who counts is what is judged, and the counts of another committee in the test beside
  { route: 'GET /api/statistics', path: () => '/api/statistics?year=2026', allowed: [...city, 'county-reviewer', 'county-reception', 'other-county-reviewer'] },
  {
    route: 'GET /api/statistics/below', path: () => '/api/statistics/below?year=2026', allowed: [...city, 'county-reviewer', 'county-reception', 'other-county-reviewer', 'province'],
    // a county committee's name with its figures: for the city and the province, never for another county
    sees: { text: () => organId('countyCommittee'), by: [...city, 'province'] },
  },
]
