import { createHash } from 'node:crypto'
import type { Transaction } from '../platform/work/transaction.ts'

// Crockford's letters: no I, L, O, U, so that a key can be read over the telephone
const LETTERS = '0123456789abcdefghjkmnpqrstvwxyz'

/**
 * A key for a new work: eight letters of the digest of title and issuer (and collection). It is assigned once and never used again; when
 * it is taken (another work of the same name, or a chance collision) the next one is tried.
 */
export async function newWorkKey(tx: Transaction, work: { title: string; issuer: string; collection?: string | null }): Promise<string> {
  for (let attempt = 0; ; attempt += 1) {
    const digest = createHash('sha256').update([work.title, work.issuer, ...(work.collection == null ? [] : [work.collection]), attempt].join('\n')).digest()
    const key = Array.from(digest.subarray(0, 8), (byte) => LETTERS[byte % LETTERS.length]).join('')
    if ((await tx.work.findUnique({ where: { key }, select: { id: true } })) === null) return key
  }
}
