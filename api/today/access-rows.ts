import type { AccessRow } from '../testing/access-row.ts'

export const todayAccessRows: AccessRow[] = [
  // the reviewer waits for the committee, the committee has the task, the maker's clerk has a draft; drafter and proposer have the next step, the clerk and those who were called a meeting
  { route: 'GET /api/today', path: () => '/api/today', allowed: 'everyone', sees: { text: (w) => w.marker, by: ['reviewer', 'committee', 'city-clerk', 'drafter', 'proposer', 'meeting-clerk', 'leader', 'member'] } },
  { route: 'POST /api/today/remind', path: () => '/api/today/remind', body: (w) => ({ key: `task:${w.taskId}` }), allowed: ['reviewer'] },
]
