import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { isAlive, lockState } from './embedded/inspect-processes.ts'
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.ts'

const root = mkdtempSync(path.join(os.tmpdir(), 'lifa-embedded-'))
const folder = path.join(root, 'pg')
const started: EmbeddedServer[] = []
afterAll(async () => {
  for (const server of started) await server.stop()
  rmSync(root, { recursive: true })
})

async function start(durable = false): Promise<EmbeddedServer> {
  const server = await startEmbeddedServer(folder, { durable })
  started.push(server)
  return server
}

async function ask<T extends object>(server: EmbeddedServer, sql: string): Promise<T[]> {
  const client = new pg.Client({ connectionString: server.url })
  await client.connect()
  try {
    return (await client.query<T>(sql)).rows
  } finally {
    await client.end()
  }
}

/** A process that starts the server, says so, and lives until it is killed. */
async function startElsewhere(): Promise<ChildProcess> {
  const entry = JSON.stringify(path.join(import.meta.dirname, 'embedded-server.ts'))
  const script = `const { startEmbeddedServer } = await import(${entry})
    await startEmbeddedServer(${JSON.stringify(folder)}, { durable: false })
    console.log('ready'); setInterval(() => {}, 60_000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) if (line === 'ready') break
  return child
}

test('starts in an empty folder without a port, behind a password, and keeps what was written', async () => {
  mkdirSync(folder, { mode: 0o700 })
  // What a first start that was killed leaves behind: process ids never reach this number.
  mkdirSync(path.join(folder, 'init-999999999-0a0b0c0d'))
  writeFileSync(path.join(folder, 'pw-999999999-0a0b0c0d'), 'left')

  const server = await start()
  expect(server.owned).toBe(true)
  expect(readdirSync(folder).sort()).toEqual(['data', 'run'])
  expect(statSync(server.connection.host).mode & 0o777).toBe(0o700)
  expect(await ask(server, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '' }])
  const intruder = new pg.Client({ ...server.connection, password: 'guessed' })
  await expect(intruder.connect()).rejects.toThrow('password')

  await ask(server, 'CREATE TABLE kept AS SELECT 7 AS n')
  await server.stop()
  expect(isAlive(server.pid)).toBe(false)
  const again = await start()
  expect(await ask(again, 'SELECT n FROM kept')).toEqual([{ n: 7 }])
  await again.stop()
})

test('a second process attaches, and leaves the server running when it goes', async () => {
  const first = await start()
  const second = await start()
  expect(second).toMatchObject({ owned: false, pid: first.pid })
  await second.stop()
  expect(await ask(first, 'SELECT 1 AS n')).toEqual([{ n: 1 }])
  await first.stop()
})

test('starts once when two start together', async () => {
  const both = await Promise.all([start(), start()])
  expect(both.map(({ owned }) => owned).sort()).toEqual([false, true])
  for (const server of both) await server.stop()
})

test('stops when the process that started it is killed', async () => {
  const child = await startElsewhere()
  const attached = await start()
  expect(attached.owned).toBe(false)
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
  await expect.poll(() => isAlive(attached.pid), { timeout: 10_000 }).toBe(false)
  const next = await start()
  expect(next.owned).toBe(true)
  await next.stop()
})

test('starts after everything was killed, though a stranger now has the id in the lock', async () => {
  const server = await start(true)
  await ask(server, 'CREATE TABLE survives AS SELECT 1 AS n')
  process.kill(server.pid, 'SIGKILL')
  await expect.poll(() => isAlive(server.pid), { timeout: 10_000 }).toBe(false)
  const lock = path.join(folder, 'data', 'postmaster.pid')
  writeFileSync(lock, `${process.pid}\n`)
  expect(lockState(path.join(folder, 'data'))).toBe('stale')
  const again = await start(true)
  expect(await ask(again, 'SELECT n FROM survives')).toEqual([{ n: 1 }])
  await again.stop()
})
