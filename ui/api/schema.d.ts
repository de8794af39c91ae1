/**
 * The little that the foundation itself calls, written by hand until the whole is generated over this
 * file: `openapi-typescript <address>/openapi.json -o ui/api/schema.d.ts`.
 */
export interface paths {
  '/api/session': { get: operations['readSession'] }
  '/api/session/password': { post: operations['changePassword'] }
  '/api/demo/accounts': { get: operations['listDemoAccounts'] }
}

type Json<T> = { content: { 'application/json': T } }

export interface operations {
  readSession: {
    responses: { 200: Json<{
      person: { id: string; name: string; username: string; mustChangePassword: boolean }
      memberships: { organId: string; organName: string; role: string; roleLabel: string }[]
      demo: boolean
      today: string
      unreadNotices: number
    }> }
  }
  changePassword: {
    requestBody: Json<{ currentPassword: string; newPassword: string }>
    responses: { 204: { content?: never } }
  }
  listDemoAccounts: {
    responses: { 200: Json<{ accounts: { username: string; password: string; name: string; organName: string; roleLabel: string }[] }> }
  }
}
