import { spawnSync } from 'node:child_process'
import { chownSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { DatabaseError } from '../database-error.ts'

/** Under which account the server's processes run: ours, another user's, or "nobody" inside a user namespace. */
export interface Account {
  ids: { uid: number; gid: number } | undefined
  /** Puts the account's wrapper, if any, before the program. */
  command(program: string, args: string[]): [program: string, args: string[]]
  /** Gives a file to the account. */
  own(file: string): void
}

const userNamespace = ['--user', '--map-user=65534', '--map-group=65534']

const direct = (ids: Account['ids']): Account => ({
  ids,
  command: (program, args) => [program, args],
  own: (file) => {
    if (ids) chownSync(file, ids.uid, ids.gid)
  },
})

const inUserNamespace: Account = {
  ids: undefined,
  command: (program, args) => ['unshare', [...userNamespace, program, ...args]],
  own: () => {},
}

const userNamespacesWork = () => spawnSync('unshare', [...userNamespace, 'true'], { cwd: '/' }).status === 0

/** The first folder on the way to `target` that the account cannot enter. */
function blockedFolder(target: string, ids: { uid: number; gid: number }): string | undefined {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false })
    const enters =
      stat === undefined ||
      (stat.mode & 0o001) !== 0 ||
      (stat.uid === ids.uid && (stat.mode & 0o100) !== 0) ||
      (stat.gid === ids.gid && (stat.mode & 0o010) !== 0)
    if (!enters) return folder
    if (folder === path.dirname(folder)) return undefined
  }
}

function systemAccount(): { uid: number; gid: number } | undefined {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  return user && { uid: Number(user[2]), gid: Number(user[3]) }
}

/**
 * PostgreSQL refuses to run as root. As root the server runs as the folder's owner, or, for a new folder, as "postgres"
 * or "nobody" where that user can reach both the binaries and the folder; otherwise (a project under /root) inside a
 * user namespace in which our own files belong to "nobody".
 *
 * @param serverFolder holds `data`, which need not exist yet
 * @throws DatabaseError `refuses-root`
 */
export function chooseAccount(serverFolder: string, program: string): Account {
  if (process.getuid?.() !== 0) return direct(undefined)
  const data = statSync(path.join(serverFolder, 'data'), { throwIfNoEntry: false })
  let reason: string
  if (data?.uid === 0) {
    reason = `${serverFolder} 属于 root`
  } else {
    const ids = data ? { uid: data.uid, gid: data.gid } : systemAccount()
    const blocked = ids && (blockedFolder(program, ids) ?? blockedFolder(path.dirname(serverFolder), ids))
    if (ids && blocked === undefined) return direct(ids)
    reason = ids ? `用户 ${ids.uid} 无法进入 ${blocked}` : '系统没有 postgres 或 nobody 用户'
  }
  if (userNamespacesWork()) return inUserNamespace
  throw new DatabaseError(
    'refuses-root',
    `PostgreSQL 不能以 root 身份运行（${reason}），本机也不能使用用户命名空间。请改用普通用户运行，或把项目移到其他用户可以进入的文件夹，或设置 DATABASE_URL。`,
  )
}
