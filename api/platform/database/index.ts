export { applyMigrations, type Migration, readMigrations } from './apply-migrations.ts'
export { DatabaseError, type DatabaseErrorCode } from './database-error.ts'
export { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts'
export { connectDatabase, type Database, locateDatabase, migrateDatabase, openDatabase, type OpenDatabaseOptions } from './open-database.ts'
