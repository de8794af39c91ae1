import type { AccessRow } from '../testing/access-row.ts'

export const noticeAccessRows: AccessRow[] = [
  { route: 'GET /api/notices', path: () => '/api/notices?limit=200', allowed: 'everyone', sees: { text: (w) => `${w.marker}提醒`, by: ['reviewer'] } },
  { route: 'POST /api/notices/{id}/read', path: (w) => `/api/notices/${w.noticeId}/read`, allowed: ['reviewer'] },
  { route: 'POST /api/notices/read-all', path: () => '/api/notices/read-all', allowed: 'everyone' },
]
