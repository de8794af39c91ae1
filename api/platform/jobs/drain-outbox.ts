import type { Services } from '../services.ts'
import type { Transaction } from '../work/transaction.ts'

/** What a capability does with the rows it is told of; it reads them as they are now. */
export type OutboxConsumer = { topic: string; handle(services: Services, entries: { entity: string; entityId: string }[]): Promise<void> }

const BATCH = 100

type Drawn = { id: bigint; entity: string; entityId: string }
type Outcome = 'done' | 'empty' | 'failed'

/**
 * Hand what lies in the outbox to its consumers, oldest first, each batch under `SKIP LOCKED` so that replicas share the
 * work. What fails stays, with its error, and is tried again until it succeeds: search may be down for as long as it
 * takes without a filing being lost. What has failed before is tried alone, the least often tried first, so that one
 * entry that cannot be done keeps no other from being done.
 * Returns how many entries were done.
 */
export async function drainOutbox(services: Services, consumers: OutboxConsumer[]): Promise<number> {
  let done = 0
  for (const consumer of consumers) {
    for (const kind of ['fresh', 'failedBefore'] as const) {
      for (;;) {
        const batch = await drainBatch(services, consumer, kind)
        done += batch.done
        if (batch.outcome !== 'done') break
      }
    }
  }
  return done
}

async function drainBatch(services: Services, consumer: OutboxConsumer, kind: 'fresh' | 'failedBefore'): Promise<{ outcome: Outcome; done: number }> {
  return services.prisma.$transaction(
    async (tx) => {
      const entries = kind === 'fresh' ? await freshEntries(tx, consumer.topic) : await entryThatFailed(tx, consumer.topic)
      if (entries.length === 0) return { outcome: 'empty', done: 0 }
      const ids = entries.map((e) => e.id)
      try {
        const distinct = new Map(entries.map((e) => [`${e.entity}:${e.entityId}`, { entity: e.entity, entityId: e.entityId }]))
        await consumer.handle(services, [...distinct.values()])
        await tx.outboxEntry.updateMany({ where: { id: { in: ids } }, data: { doneAt: new Date(), lastError: null } })
        return { outcome: 'done', done: entries.length }
      } catch (error) {
        const lastError = error instanceof Error ? error.message : String(error)
        services.log.warn({ topic: consumer.topic, lastError }, 'outbox consumer failed')
        await tx.outboxEntry.updateMany({ where: { id: { in: ids } }, data: { attempts: { increment: 1 }, lastError } })
        return { outcome: 'failed', done: 0 }
      }
    },
    { timeout: 120_000 },
  )
}

const freshEntries = (tx: Transaction, topic: string): Promise<Drawn[]> => tx.$queryRaw`
  SELECT id, entity, "entityId" FROM "OutboxEntry"
  WHERE "doneAt" IS NULL AND topic = ${topic} AND attempts = 0
  ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`

const entryThatFailed = (tx: Transaction, topic: string): Promise<Drawn[]> => tx.$queryRaw`
  SELECT id, entity, "entityId" FROM "OutboxEntry"
  WHERE "doneAt" IS NULL AND topic = ${topic} AND attempts > 0
  ORDER BY attempts, id LIMIT 1 FOR UPDATE SKIP LOCKED`
