import { createHash, randomBytes } from 'node:crypto'
import type { Prisma } from '../../../prisma/generated/client.ts'
import type { Transaction } from '../work/transaction.ts'
import { canonicalJson } from './canonical-json.ts'

/** Key of the advisory lock that makes the chain have one writer at a time, over all replicas. */
const CHAIN_LOCK = 4_601_001

export const GENESIS_DIGEST = '0'.repeat(64)

export type AuditEvent = {
  actor: { personId: string; name: string } | null
  action: string
  entity: string
  entityId: string
  organId?: string | null
  /** Facts without personal data: names stay in AuditSubject, so that erasing a person leaves the chain valid. */
  detail?: Prisma.InputJsonObject
}

type ChainedFields = {
  sequence: bigint
  at: Date
  actorDigest: string | null
  action: string
  entity: string
  entityId: string
  organId: string | null
  detail: unknown
  previousDigest: string
}

/** The digest of an entry: sha256 over its canonical JSON, the previous digest included. */
export const entryDigest = (e: ChainedFields): string =>
  createHash('sha256')
    .update(canonicalJson({ ...e, sequence: e.sequence.toString(), at: e.at.toISOString() }))
    .digest('hex')

/**
 * Append one entry to the chain inside the caller's transaction. Call it last: the lock is held until commit.
 */
export async function appendAudit(tx: Transaction, event: AuditEvent): Promise<void> {
  const actorDigest = event.actor === null ? null : await subjectDigest(tx, event.actor)
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(${CHAIN_LOCK})`
  const last = await tx.auditEntry.findFirst({ orderBy: { sequence: 'desc' }, select: { sequence: true, digest: true } })
  const entry: ChainedFields = {
    sequence: (last?.sequence ?? 0n) + 1n,
    at: new Date(),
    actorDigest,
    action: event.action,
    entity: event.entity,
    entityId: event.entityId,
    organId: event.organId ?? null,
    detail: event.detail ?? {},
    previousDigest: last?.digest ?? GENESIS_DIGEST,
  }
  await tx.auditEntry.create({ data: { ...entry, detail: event.detail ?? {}, digest: entryDigest(entry) } })
}

async function subjectDigest(tx: Transaction, person: { personId: string; name: string }): Promise<string> {
  const known = await tx.auditSubject.findUnique({ where: { personId: person.personId }, select: { digest: true } })
  if (known !== null) return known.digest
  const salt = randomBytes(16).toString('hex')
  const digest = createHash('sha256').update(`${salt}:${person.personId}`).digest('hex')
  await tx.auditSubject.createMany({ data: [{ digest, salt, personId: person.personId, name: person.name }], skipDuplicates: true })
  const stored = await tx.auditSubject.findUniqueOrThrow({ where: { personId: person.personId }, select: { digest: true } })
  return stored.digest
}
