import { createHash } from 'node:crypto'
import { open, rm } from 'node:fs/promises'
import { type Content, FileTooLarge, type StoredBytes } from './file-store.ts'

async function* chunksOf(content: Content): AsyncIterable<Uint8Array> {
  if (content instanceof Uint8Array) yield content
  else yield* content
}

/**
 * Writes content to a new file, counting and hashing on the way, and syncs it to the disk. On any failure the file is
 * removed.
 *
 * @throws FileTooLarge as soon as the limit is passed; the rest of the content is not read
 */
export async function spool(content: Content, file: string, limitBytes: number = Number.POSITIVE_INFINITY): Promise<StoredBytes> {
  const hash = createHash('sha256')
  let sizeBytes = 0
  const handle = await open(file, 'wx', 0o600)
  try {
    for await (const chunk of chunksOf(content)) {
      sizeBytes += chunk.byteLength
      if (sizeBytes > limitBytes) throw new FileTooLarge(limitBytes)
      hash.update(chunk)
      await handle.writeFile(chunk)
    }
    await handle.sync()
    await handle.close()
  } catch (error) {
    await handle.close().catch(() => {})
    await rm(file, { force: true })
    throw error
  }
  return { sha256: hash.digest('hex'), sizeBytes }
}
