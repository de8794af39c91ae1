import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import { checkedName, FileMissing, type FileStore, type SweepReport } from './file-store.ts'
import { spool } from './spool.ts'

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT'

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

async function statOrUndefined(file: string) {
  return stat(file).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
}

/**
 * A store in a folder of this machine: `ab/cd/abcd…`, beside `unfinished/` for uploads on their way. Bytes are streamed
 * to a temporary name, synced, renamed, and the folder is synced: a name in the store has all its bytes whenever the
 * machine stops.
 */
export async function openLocalFileStore(folder: string): Promise<FileStore> {
  const unfinished = path.join(folder, 'unfinished')
  await mkdir(unfinished, { recursive: true, mode: 0o700 })

  const folderOf = (sha256: string) => path.join(folder, sha256.slice(0, 2), sha256.slice(2, 4))
  const pathOf = (sha256: string) => path.join(folderOf(sha256), checkedName(sha256))

  async function* list() {
    for await (const name of namesBelow(folder, 2)) {
      if (/^[0-9a-f]{64}$/.test(path.basename(name))) {
        yield { sha256: path.basename(name), sizeBytes: (await stat(name)).size }
      }
    }
  }

  async function sweepUnfinished(before: number): Promise<number> {
    let removed = 0
    for (const name of await readdir(unfinished)) {
      const found = await statOrUndefined(path.join(unfinished, name))
      if (found && found.mtimeMs < before) {
        await rm(path.join(unfinished, name), { force: true })
        removed++
      }
    }
    return removed
  }

  return {
    path: pathOf,
    list,

    async put(content, options = {}) {
      const temporary = path.join(unfinished, randomUUID())
      const stored = await spool(content, temporary, options.limitBytes)
      const target = pathOf(stored.sha256)
      const existing = await statOrUndefined(target)
      if (existing?.size === stored.sizeBytes) {
        // Its age begins again, so that a sweep spares it until the new row is written.
        const now = new Date()
        await utimes(target, now, now)
        await rm(temporary)
        return stored
      }
      const parent = folderOf(stored.sha256)
      await mkdir(parent, { recursive: true, mode: 0o700 })
      await rename(temporary, target)
      for (const changed of [parent, path.dirname(parent), folder]) await syncFolder(changed)
      return stored
    },

    async open(sha256) {
      const file = pathOf(sha256)
      try {
        const handle = await open(file, 'r')
        return handle.createReadStream()
      } catch (error) {
        if (isMissing(error)) throw new FileMissing(sha256)
        throw error
      }
    },

    async verify(sha256) {
      const file = pathOf(sha256)
      if (!(await statOrUndefined(file))) return 'missing'
      const hash = createHash('sha256')
      for await (const chunk of createReadStream(file)) hash.update(chunk)
      return hash.digest('hex') === sha256 ? 'intact' : 'damaged'
    },

    async sweepOrphans({ findReferenced, olderThanMs }) {
      const before = Date.now() - olderThanMs
      const report: SweepReport = { removed: [], unfinished: await sweepUnfinished(before), kept: 0 }
      for await (const batch of batches(list(), 500)) {
        const referenced = await findReferenced(batch.map(({ sha256 }) => sha256))
        for (const stored of batch) {
          const found = await statOrUndefined(pathOf(stored.sha256))
          if (referenced.has(stored.sha256) || (found && found.mtimeMs >= before)) report.kept++
          else if (found) {
            await rm(pathOf(stored.sha256), { force: true })
            report.removed.push(stored)
          }
        }
      }
      return report
    },
  }
}

async function* namesBelow(folder: string, depth: number): AsyncIterable<string> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const name = path.join(folder, entry.name)
    if (entry.isDirectory()) {
      if (depth > 0) yield* namesBelow(name, depth - 1)
    } else yield name
  }
}

async function* batches<T>(items: AsyncIterable<T>, size: number): AsyncIterable<T[]> {
  let batch: T[] = []
  for await (const item of items) {
    batch.push(item)
    if (batch.length === size) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0) yield batch
}
