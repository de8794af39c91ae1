export { applyMigrations, type Migration, readMigrations } from './apply-migrations.ts'
export { type Database, locateDatabase, openDatabase, type OpenDatabaseOptions } from './open-database.ts'
