import { createHmac } from 'node:crypto'
import type { PrismaClient } from '../../../prisma/generated/client.ts'
import { entryDigest, GENESIS_DIGEST } from './append-audit.ts'

export type AuditVerdict =
  | { ok: true; entries: number; head: string; signedHeads: number }
  | { ok: false; entries: number; brokenAt: string; reason: 'digest' | 'link' | 'sequence' | 'signature' | 'missing-head' }

const BATCH = 1000

/** The signature of a day's head: HMAC-SHA256 with the key of the installation (AUDIT_KEY). */
export const signHead = (key: string, day: string, sequence: bigint, digest: string): string =>
  createHmac('sha256', key).update(`${day}:${sequence}:${digest}`).digest('hex')

/**
 * Walk the whole chain and say whether every entry has the digest of the one before and its own, and whether every
 * signed head still stands in it. An entry removed, changed or put in between is found.
 */
export async function verifyAudit(options: { prisma: Pick<PrismaClient, 'auditEntry' | 'auditHead'>; auditKey: string }): Promise<AuditVerdict> {
  const heads = new Map((await options.prisma.auditHead.findMany()).map((h) => [h.sequence, h]))
  let previous = GENESIS_DIGEST
  let sequence = 0n
  let entries = 0
  let seenHeads = 0
  for (;;) {
    const batch = await options.prisma.auditEntry.findMany({ where: { sequence: { gt: sequence } }, orderBy: { sequence: 'asc' }, take: BATCH })
    if (batch.length === 0) break
    for (const entry of batch) {
      const at = entry.sequence.toString()
      if (entry.sequence !== sequence + 1n) return { ok: false, entries, brokenAt: at, reason: 'sequence' }
      if (entry.previousDigest !== previous) return { ok: false, entries, brokenAt: at, reason: 'link' }
      const { digest, ...fields } = entry
      if (entryDigest(fields) !== digest) return { ok: false, entries, brokenAt: at, reason: 'digest' }
      const head = heads.get(entry.sequence)
      if (head !== undefined) {
        const day = head.day.toISOString().slice(0, 10)
        if (head.digest !== digest || head.signature !== signHead(options.auditKey, day, head.sequence, digest)) {
          return { ok: false, entries, brokenAt: at, reason: 'signature' }
        }
        seenHeads += 1
      }
      previous = digest
      sequence = entry.sequence
      entries += 1
    }
  }
  if (seenHeads !== heads.size) return { ok: false, entries, brokenAt: sequence.toString(), reason: 'missing-head' }
  return { ok: true, entries, head: previous, signedHeads: seenHeads }
}

/** Sign the newest entry as the head of `day` (once a day, by the daily job). */
export async function signDailyHead(options: { prisma: PrismaClient; auditKey: string; day: string }): Promise<void> {
  const last = await options.prisma.auditEntry.findFirst({ orderBy: { sequence: 'desc' } })
  if (last === null) return
  const signature = signHead(options.auditKey, options.day, last.sequence, last.digest)
  await options.prisma.auditHead.createMany({
    data: [{ day: new Date(`${options.day}T00:00:00Z`), sequence: last.sequence, digest: last.digest, signature }],
    skipDuplicates: true,
  })
}
