import type { Prisma, PrismaClient } from '../../../prisma/generated/client.ts'
import { appendAudit, type AuditEvent } from '../audit/append-audit.ts'
import type { Clock } from '../config/index.ts'
import { newId } from '../ids.ts'
import { onceInSubmission } from './submission.ts'

export type Transaction = Prisma.TransactionClient

/** Who is told of a change, by topic: the indexer, the sender of notices, the importer. Entries name a row, never carry content. */
export type OutboxEvent = { topic: 'search' | 'notice' | 'import' | 'flags'; entity: string; entityId: string }

export type NoticeDraft = {
  personId: string
  kind: string
  title: string
  body: string
  link?: string
  entity?: string
  entityId?: string
  /** the same reminder is never sent twice */
  dedupeKey?: string
}

/** What a unit of work may add besides its own rows: they are written in the same transaction, the audit entry last. */
export type Work = {
  tx: Transaction
  audit(event: AuditEvent): void
  outbox(event: OutboxEvent): void
  notify(notice: NoticeDraft): void
  /** run when the transaction has been committed, before its caller goes on; what it leaves undone must be taken up by a job */
  afterCommit(run: () => Promise<void>): void
}

/**
 * Run one unit of work: its rows, its notices, its outbox rows and its audit entries are written together or not at all
 * (design §1.3), and with them the step of the submit that they belong to, so that it is not run twice. Notices carry the clock's time. The audit lock is taken at the very end, so that the chain does not serialise the work itself.
 */
export async function inTransaction<T>(services: { prisma: PrismaClient; clock: Pick<Clock, 'now'> }, body: (work: Work) => Promise<T>): Promise<T> {
  let later: (() => Promise<void>)[] = []
  const given = await onceInSubmission<T>(body, (leave) => services.prisma.$transaction(
    async (tx) => {
      const audits: AuditEvent[] = []
      const outbox: OutboxEvent[] = []
      const notices: NoticeDraft[] = []
      later = []
      const result = await body({
        tx,
        audit: (e) => void audits.push(e),
        outbox: (e) => void outbox.push(e),
        notify: (n) => void notices.push(n),
        afterCommit: (run) => void later.push(run),
      })
      if (notices.length > 0) await storeNotices(tx, notices, services.clock.now())
      if (outbox.length > 0) {
        await tx.outboxEntry.createMany({ data: outbox })
        await tx.$executeRaw`SELECT pg_notify('lifa_outbox', '')`
      }
      await leave(tx, result)
      for (const event of audits) await appendAudit(tx, event)
      return result
    },
    { timeout: 30_000, maxWait: 10_000 },
  ))
  for (const run of later) await run()
  return given
}

async function storeNotices(tx: Transaction, notices: NoticeDraft[], at: Date): Promise<void> {
  const rows = notices.map((n) => ({ ...n, id: newId(), dedupeKey: n.dedupeKey ?? newId(), createdAt: at }))
  const fresh = await tx.notice.createManyAndReturn({ data: rows, skipDuplicates: true, select: { id: true } })
  await tx.noticeDelivery.createMany({ data: fresh.map((n) => ({ id: newId(), noticeId: n.id, channel: 'inbox', outcome: 'delivered', at })) })
  await tx.outboxEntry.createMany({ data: fresh.map((n) => ({ topic: 'notice', entity: 'Notice', entityId: n.id })) })
}
