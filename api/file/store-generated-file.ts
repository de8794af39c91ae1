import { newId } from '../platform/ids.ts'
import type { Services } from '../platform/services.ts'
import type { Transaction } from '../platform/work/transaction.ts'

/** Keep what the program made itself (a paper as docx or PDF): bytes first, then the row in the caller's transaction. */
export async function storeGeneratedFile(options: { services: Services; tx: Transaction; bytes: Uint8Array; name: string; mediaType: string; organId: string; by: string | null }): Promise<string> {
  const kept = await options.services.files.put(options.bytes)
  const id = newId()
  await options.tx.storedFile.create({
    data: { id, sha256: kept.sha256, sizeBytes: BigInt(kept.sizeBytes), name: options.name, mediaType: options.mediaType, uploadedBy: options.by, organId: options.organId },
  })
  return id
}
