import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'

/** Whether a process runs under this id; a zombie does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  try {
    return !/^\d+ \(.*\) Z/s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))
  } catch {
    return true // no /proc: not Linux
  }
}

function programName(pid: number): string {
  let program: string
  try {
    program = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0] ?? ''
  } catch {
    program = spawnSync('ps', ['-o', 'comm=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? ''
  }
  return path.basename(program.trim())
}

/** The process that PostgreSQL's lock file names, or 0. */
export function lockHolder(dataFolder: string): number {
  try {
    return Number(readFileSync(path.join(dataFolder, 'postmaster.pid'), 'utf8').split('\n')[0]) || 0
  } catch {
    return 0
  }
}

/**
 * - `free`: no lock, or one whose holder is gone (PostgreSQL clears that itself);
 * - `held`: a PostgreSQL server has it;
 * - `stale`: the id in the lock belongs to a zombie or to a stranger. PostgreSQL takes either for a living server; in a
 *   container the ids begin again after each start, so the stranger may be ourselves.
 */
export function lockState(dataFolder: string): 'free' | 'held' | 'stale' {
  const pid = lockHolder(dataFolder)
  if (pid <= 0) return 'free'
  if (isAlive(pid)) return programName(pid) === 'postgres' ? 'held' : 'stale'
  try {
    process.kill(pid, 0)
    return 'stale'
  } catch {
    return 'free'
  }
}
