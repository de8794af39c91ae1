import { randomInt, scryptSync, timingSafeEqual } from 'node:crypto'

// no I, L, O, U: read over the telephone and copied by hand
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 12

const digestOf = (code: string, rowId: string): Buffer => scryptSync(code, rowId, 32, { N: 2 ** 14, r: 8, p: 1 })

/** As the person may have typed it: without spaces and strokes, small letters, O for 0, I and L for 1. */
export const normaliseFollowCode = (typed: string): string => typed.toUpperCase().replace(/[\s-]/gu, '').replace(/O/g, '0').replace(/[IL]/g, '1')

/** A code to follow what was sent (a suggestion, an application) with: shown once as `7K4M-2PXD-9A1C`; only its digest is kept. */
export function newFollowCode(rowId: string): { code: string; digest: string } {
  const code = Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  return { code: (code.match(/.{4}/g) ?? [code]).join('-'), digest: digestOf(code, rowId).toString('hex') }
}

/** Whether the typed code is the one whose digest was kept; what has no code is followed by nobody. */
export function isFollowCode(typed: string, of: { rowId: string; digest: string | null }): boolean {
  const code = normaliseFollowCode(typed)
  if (of.digest === null || code.length !== LENGTH) return false
  const kept = Buffer.from(of.digest, 'hex')
  const given = digestOf(code, of.rowId)
  return kept.length === given.length && timingSafeEqual(kept, given)
}
