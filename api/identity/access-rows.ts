import type { AccessRow } from '../testing/access-row.ts'
import { organId } from '../testing/test-organs.ts'

const administrators = ['administrator']

export const identityAccessRows: AccessRow[] = [
  { route: 'GET /api/session', path: () => '/api/session', allowed: 'everyone' },
  { route: 'POST /api/session/password', path: () => '/api/session/password', body: () => ({ currentPassword: 'x', newPassword: 'y' }), allowed: 'everyone' },
  { route: 'GET /api/organs', path: () => '/api/organs', allowed: 'everyone' },
  {
    route: 'POST /api/organs', path: () => '/api/organs',
    body: (w) => ({ name: `${w.marker}局`, shortName: '局', kind: 'governmentDepartment', level: 'city', regionCode: '990100', parentId: null, documentCode: null }), allowed: administrators,
  },
  {
    route: 'PUT /api/organs/{id}', path: (w) => `/api/organs/${w.organId}`,
    body: () => ({ name: '甲市人大常委会城环工委', shortName: '城环工委', kind: 'workingCommittee', level: 'city', regionCode: '990100', parentId: organId('cityCommittee'), documentCode: null }), allowed: administrators,
  },
  { route: 'GET /api/roles', path: () => '/api/roles', allowed: 'everyone' },
  { route: 'GET /api/accounts', path: () => '/api/accounts', allowed: 'everyone', sees: { text: () => 'county-reviewer', by: administrators } },
  {
    route: 'POST /api/accounts',
    path: () => '/api/accounts',
    body: (w) => ({ name: '新人', username: `new-${w.marker.slice(-8)}`, memberships: [{ organId: organId('cityUrban'), role: 'committeeMember', from: '2026-01-01' }] }),
    allowed: administrators,
  },
  { route: 'PUT /api/accounts/{id}/memberships', path: (w) => `/api/accounts/${w.personId}/memberships`, body: () => ({ memberships: [{ organId: organId('cityUrban'), role: 'committeeMember', from: '2018-01-01' }] }), allowed: administrators },
  { route: 'POST /api/accounts/{id}/password-reset', path: (w) => `/api/accounts/${w.personId}/password-reset`, allowed: administrators },
  { route: 'POST /api/accounts/{id}/disabled', path: (w) => `/api/accounts/${w.personId}/disabled`, body: () => ({ disabled: false }), allowed: administrators },
  { route: 'POST /api/accounts/{id}/hand-over', path: (w) => `/api/accounts/${w.personId}/hand-over`, body: (w) => ({ successorId: w.personId, reason: '离岗' }), allowed: administrators },
]
