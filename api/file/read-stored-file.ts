import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Services } from '../platform/services.ts'
import { readInWorker, type ReadResult, type RevisionView } from '../reading/index.ts'

/** Read the text of a kept file again (for parsing, or for the sameness check); the caller has asked the policy. */
export async function readStoredFile(options: { services: Services; file: { sha256: string; name: string }; /** of tracked changes: with them, or as it was before them */ view?: RevisionView }): Promise<ReadResult> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lifa-read-'))
  try {
    const copy = path.join(folder, 'file')
    await pipeline(await options.services.files.open(options.file.sha256), createWriteStream(copy))
    return await readInWorker({ source: copy, fileName: options.file.name, view: options.view })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
