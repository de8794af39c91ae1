import type { Services } from '../services.ts'

/** What a capability does with the rows it is told of; it reads them as they are now. */
export type OutboxConsumer = { topic: string; handle(services: Services, entries: { entity: string; entityId: string }[]): Promise<void> }

const BATCH = 100
const MAX_ATTEMPTS = 20

/**
 * Hand what lies in the outbox to its consumers, oldest first, each batch under `SKIP LOCKED` so that replicas share the
 * work. What fails stays, with its error, and is tried again: search may be down without a filing being lost.
 * Returns how many entries were done.
 */
export async function drainOutbox(services: Services, consumers: OutboxConsumer[]): Promise<number> {
  let done = 0
  for (const consumer of consumers) {
    for (;;) {
      const count = await drainBatch(services, consumer)
      done += count
      if (count < BATCH) break
    }
  }
  return done
}

async function drainBatch(services: Services, consumer: OutboxConsumer): Promise<number> {
  return services.prisma.$transaction(
    async (tx) => {
      const entries = await tx.$queryRaw<{ id: bigint; entity: string; entityId: string }[]>`
        SELECT id, entity, "entityId" FROM "OutboxEntry"
        WHERE "doneAt" IS NULL AND topic = ${consumer.topic} AND attempts < ${MAX_ATTEMPTS}
        ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED`
      if (entries.length === 0) return 0
      const ids = entries.map((e) => e.id)
      try {
        const distinct = new Map(entries.map((e) => [`${e.entity}:${e.entityId}`, { entity: e.entity, entityId: e.entityId }]))
        await consumer.handle(services, [...distinct.values()])
        await tx.outboxEntry.updateMany({ where: { id: { in: ids } }, data: { doneAt: new Date() } })
        return entries.length
      } catch (error) {
        const lastError = error instanceof Error ? error.message : String(error)
        services.log.warn({ topic: consumer.topic, lastError }, 'outbox consumer failed')
        await tx.outboxEntry.updateMany({ where: { id: { in: ids } }, data: { attempts: { increment: 1 }, lastError } })
        return 0
      }
    },
    { timeout: 120_000 },
  )
}
