import { randomBytes } from 'node:crypto'
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'

export interface Secrets {
  /** Signs the sessions' cookies. */
  sessionSecret: string
  /** Signs the heads of the audit chain. */
  auditKey: string
}

const stored = z.object({ sessionSecret: z.string().min(32), auditKey: z.string().min(32) })
const OWNER_ONLY = 0o600

function readStored(file: string): Secrets {
  if ((statSync(file).mode & 0o077) !== 0) chmodSync(file, OWNER_ONLY)
  return stored.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/**
 * The secrets of the installation: those given, the others from `secrets.json` in the data folder, which is made at the
 * first run. The file appears complete or not at all, and once: processes that start together share it.
 */
export function loadSecrets(dataDir: string, given: Partial<Secrets>): Secrets {
  const { sessionSecret, auditKey } = given
  if (sessionSecret !== undefined && auditKey !== undefined) return { sessionSecret, auditKey }
  const file = path.join(dataDir, 'secrets.json')
  if (statSync(file, { throwIfNoEntry: false }) === undefined) {
    const fresh: Secrets = { sessionSecret: randomBytes(32).toString('base64url'), auditKey: randomBytes(32).toString('base64url') }
    const scratch = `${file}.${process.pid}`
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(scratch, `${JSON.stringify(fresh, null, 2)}\n`, { mode: OWNER_ONLY, flush: true })
    try {
      linkSync(scratch, file)
    } catch (error) {
      // Another process made it first; its secrets are the installation's.
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    } finally {
      rmSync(scratch, { force: true })
    }
  }
  const fromFile = readStored(file)
  return { sessionSecret: sessionSecret ?? fromFile.sessionSecret, auditKey: auditKey ?? fromFile.auditKey }
}
