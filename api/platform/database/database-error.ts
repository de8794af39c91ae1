/** What can go wrong before the database answers, each with a sentence that says what to do. */
export type DatabaseErrorCode =
  | 'no-binaries'
  | 'refuses-root'
  | 'initdb-failed'
  | 'start-failed'
  | 'session-not-utc'
  | 'migration-interrupted'
  | 'migration-failed'
  | 'migration-edited'
  | 'database-newer'

export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly code: DatabaseErrorCode

  constructor(code: DatabaseErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
