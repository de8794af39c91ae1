import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseError } from '../database-error.ts'
import type { Account } from './choose-account.ts'
import { isAlive } from './inspect-processes.ts'

export const passwordFile = (dataFolder: string) => path.join(dataFolder, 'app-password')

/** The name of the C locale that knows UTF-8, which machines spell differently; 'C' where there is none. */
function utf8Locale(): string {
  const locales = spawnSync('locale', ['-a'], { encoding: 'utf8' }).stdout ?? ''
  return locales.match(/^C\.utf-?8$/im)?.[0] ?? 'C'
}

function sync(file: string): void {
  const descriptor = openSync(file, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

/** What a first start that was killed has left behind. */
function removeAbandoned(serverFolder: string): void {
  for (const name of readdirSync(serverFolder)) {
    const pid = /^(?:init|pw)-(\d+)-/.exec(name)?.[1]
    if (pid !== undefined && !isAlive(Number(pid))) rmSync(path.join(serverFolder, name), { recursive: true, force: true })
  }
}

async function runInitdb(options: { initdb: string; account: Account; target: string; pwFile: string; durable: boolean }) {
  const { initdb, account, target, pwFile, durable } = options
  const args = [
    '-D', target, '-U', 'app', '--auth=scram-sha-256', `--pwfile=${pwFile}`, '-E', 'UTF8',
    '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${utf8Locale()}`,
    '--no-instructions', ...(durable ? [] : ['--no-sync']),
  ]
  const child = spawn(...account.command(initdb, args), { ...account.ids, cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  let complaint = ''
  child.stderr.on('data', (chunk: Buffer) => (complaint += chunk.toString()))
  const status = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'))
  })
  if (status !== 0) {
    throw new DatabaseError('initdb-failed', `内置数据库初始化失败（${status}）。请检查磁盘空间和文件夹权限：${path.dirname(target)}\n${complaint}`)
  }
}

/**
 * Makes `data` in the server's folder when it is not there: initdb into a scratch folder, then one rename, so that
 * `data` is either absent or complete whenever the program is killed.
 */
export async function initializeFolder(options: { serverFolder: string; initdb: string; account: Account; durable: boolean }): Promise<void> {
  const { serverFolder, initdb, account, durable } = options
  const data = path.join(serverFolder, 'data')
  if (existsSync(data)) return
  removeAbandoned(serverFolder)
  const mark = `${process.pid}-${randomBytes(4).toString('hex')}`
  const scratch = path.join(serverFolder, `init-${mark}`)
  const pwFile = path.join(serverFolder, `pw-${mark}`)
  const password = randomBytes(24).toString('base64url')
  try {
    mkdirSync(scratch, { mode: 0o700 })
    account.own(scratch)
    writeFileSync(pwFile, `${password}\n`, { mode: 0o600 })
    account.own(pwFile)
    await runInitdb({ initdb, account, target: scratch, pwFile, durable })
    writeFileSync(passwordFile(scratch), password, { mode: 0o600 })
    if (durable) sync(passwordFile(scratch))
    try {
      renameSync(scratch, data)
    } catch (error) {
      if (!existsSync(path.join(data, 'PG_VERSION'))) throw error // else another process was first
    }
    if (durable) sync(serverFolder)
  } finally {
    rmSync(pwFile, { force: true })
    rmSync(scratch, { recursive: true, force: true })
  }
}

export function readPassword(serverFolder: string): string {
  return readFileSync(passwordFile(path.join(serverFolder, 'data')), 'utf8')
}
