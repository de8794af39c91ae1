import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { PrismaClient } from '../../../prisma/generated/client.ts'
import { applyMigrations, readMigrations } from './apply-migrations.ts'
import { DatabaseError } from './database-error.ts'
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts'

export interface Database {
  readonly prisma: PrismaClient
  /** The pool that Prisma uses too, for SQL of our own. */
  readonly pool: pg.Pool
  /** Null where DATABASE_URL names a server. */
  readonly server: EmbeddedServer | null
  /** For connections of one's own: LISTEN, locks of a session, COPY. */
  readonly connection: pg.ClientConfig
  /** Migrations that opening applied. */
  readonly applied: string[]
  close(): Promise<void>
}

export interface OpenDatabaseOptions {
  /** A PostgreSQL server of 15 or later; without it our own in `dataDir`. */
  databaseUrl?: string | undefined
  dataDir: string
  poolSize?: number
  log?: (line: string) => void
}

/**
 * adapter-pg writes and reads timestamptz without an offset: every session must be in UTC, whatever the server's
 * default is.
 */
const SESSION = { options: '-c TimeZone=UTC' }

/** Opens pool and Prisma over a database that is up to date. */
export function connectDatabase(
  connection: pg.ClientConfig,
  options: { poolSize?: number; log?: (line: string) => void } = {},
): Pick<Database, 'prisma' | 'pool' | 'connection' | 'close'> {
  const { poolSize = 10, log = () => {} } = options
  const config = { ...connection, ...SESSION }
  const pool = new pg.Pool({ ...config, max: poolSize, connectionTimeoutMillis: 10_000, idleTimeoutMillis: 60_000 })
  const onError = (error: Error) => log(`database connection lost: ${error.message}`)
  pool.on('error', onError)
  // A connection that is in use tells nobody else; unheard, its error would end the process.
  pool.on('connect', (client) => client.on('error', onError))
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: 5_000, timeout: 15_000 },
  })
  return {
    prisma,
    pool,
    connection: config,
    async close() {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** Applies what is missing over a connection of its own. @returns the names of what was applied */
async function migrateDatabase(connection: pg.ClientConfig): Promise<string[]> {
  const client = new pg.Client({ ...connection, ...SESSION })
  try {
    await client.connect()
    const zone = await client.query<{ zone: string }>(`SELECT current_setting('TimeZone') AS zone`)
    if (zone.rows[0]?.zone !== 'UTC') {
      throw new DatabaseError('session-not-utc', '数据库会话的时区不是 UTC，时间会存错。请删去 DATABASE_URL 中的 options 参数。')
    }
    return await applyMigrations(client, await readMigrations())
  } finally {
    await client.end().catch(() => {})
  }
}

/** Where the database of the installation is; starts our own server when none is named. It is not migrated yet. */
export async function locateDatabase(
  options: Pick<OpenDatabaseOptions, 'databaseUrl' | 'dataDir' | 'log'>,
): Promise<Pick<Database, 'connection' | 'server'>> {
  const { databaseUrl, dataDir, log } = options
  if (databaseUrl !== undefined) return { connection: { connectionString: databaseUrl, ...SESSION }, server: null }
  const server = await startEmbeddedServer(path.join(dataDir, 'pg'), log ? { log } : {})
  return { connection: { ...server.connection, ...SESSION }, server }
}

/**
 * Opens the database of the installation: the server that `databaseUrl` names, or a PostgreSQL of our own in
 * `dataDir/pg`; the same adapter, SQL and migrations either way. Migrations are applied first.
 *
 * @throws DatabaseError when the embedded server does not start or a migration cannot be applied
 */
export async function openDatabase(options: OpenDatabaseOptions): Promise<Database> {
  const { connection, server } = await locateDatabase(options)
  try {
    const applied = await migrateDatabase(connection)
    const connected = connectDatabase(connection, options)
    return {
      ...connected,
      server,
      applied,
      async close() {
        await connected.close()
        await server?.stop()
      },
    }
  } catch (error) {
    await server?.stop()
    throw error
  }
}
