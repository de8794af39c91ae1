/**
 * vitest's global set-up of the projects that need a database: one server for the run, and on it a template with all
 * migrations, named after their digest, so that nothing here changes when the schema grows.
 */
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { applyMigrations, digestOfMigrations, type Migration, readMigrations } from './apply-migrations.ts'
import { startEmbeddedServer } from './embedded-server.ts'
import { isAlive } from './embedded/inspect-processes.ts'

export interface TestServer {
  /** A connection with the right to create databases. */
  admin: pg.ClientConfig
  template: string
}

declare module 'vitest' {
  export interface ProvidedContext {
    testServer: TestServer
  }
}

const SCRATCH = 'lifa-test-database-'
const LOCK_KEY = 4_208_110
const SESSION = { options: '-c TimeZone=UTC' }

/** Folders of runs that were killed; their servers were stopped by the watcher. */
function removeAbandoned(): void {
  for (const name of readdirSync(os.tmpdir())) {
    const pid = name.startsWith(SCRATCH) ? Number(name.slice(SCRATCH.length)) : 0
    if (pid > 0 && !isAlive(pid)) rmSync(path.join(os.tmpdir(), name), { recursive: true, force: true })
  }
}

async function prepareTemplate(admin: pg.ClientConfig, migrations: Migration[]): Promise<string> {
  const name = `lifa_template_${digestOfMigrations(migrations).slice(0, 16)}`
  const client = new pg.Client(admin)
  await client.connect()
  try {
    // Another run may prepare the same template on the same server.
    await client.query('SELECT pg_advisory_lock($1)', [LOCK_KEY])
    const found = await client.query('SELECT datistemplate FROM pg_database WHERE datname = $1', [name])
    if (found.rows[0]?.datistemplate) return name
    await client.query(`DROP DATABASE IF EXISTS ${name}`) // a run was killed while preparing it
    await client.query(`CREATE DATABASE ${name} TEMPLATE template0 ENCODING 'UTF8'`)
    const inside = new pg.Client({ ...admin, database: name })
    await inside.connect()
    await applyMigrations(inside, migrations).finally(() => inside.end())
    await client.query(`ALTER DATABASE ${name} IS_TEMPLATE true`)
    return name
  } finally {
    await client.end()
  }
}

/** The parts of a URL, so that another database on the same server can be named. */
function connectionOf(url: string): pg.ClientConfig {
  const { host, port, user, password, database } = new pg.Client({ connectionString: url })
  return { host, port, user, password: password ?? undefined, database: database ?? 'postgres' }
}

/** `LIFA_TEST_DATABASE_URL` names another server on which the same tests run (Debian's PostgreSQL in .ci/run). */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const migrations = await readMigrations()
  const url = process.env.LIFA_TEST_DATABASE_URL
  if (url !== undefined) {
    const admin = { ...connectionOf(url), ...SESSION }
    project.provide('testServer', { admin, template: await prepareTemplate(admin, migrations) })
    return async () => {}
  }
  removeAbandoned()
  const folder = path.join(os.tmpdir(), `${SCRATCH}${process.pid}`)
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const server = await startEmbeddedServer(path.join(folder, 'pg'), { durable: false, settings: { max_connections: '120' } })
  const admin = { ...server.connection, ...SESSION }
  project.provide('testServer', { admin, template: await prepareTemplate(admin, migrations) })
  return async () => {
    await server.stop()
    // The projects of a run share the server; the one that started it clears up.
    if (server.owned) rmSync(folder, { recursive: true, force: true })
  }
}
