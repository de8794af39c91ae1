import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Transaction } from '../platform/work/transaction.ts'
import { type Presence, ring } from './draft-bell.ts'
import { draftFor } from './draft-for.ts'

/** Who was not heard of for this long has gone. */
const GONE_AFTER_SECONDS = 45

export type Place = { articleKey: string | null; anchor: number | null; head: number | null; version: number | null }

/** Who has the draft open now, each tab for itself. */
export const peopleIn = (tx: Pick<Transaction, '$queryRaw'>, draftId: string): Promise<Presence[]> =>
  tx.$queryRaw<Presence[]>`SELECT "clientId", "personId", "personName", "articleKey", anchor, head, version FROM "DraftPresence" WHERE "draftId" = ${draftId}::uuid AND "seenAt" > now() - make_interval(secs => ${GONE_AFTER_SECONDS}) ORDER BY "personName", "clientId"`

/** I am here: said when the cursor moves, and every so often while the page is open. */
export async function sayWhere(options: { services: Services; actor: Actor; draftId: string; clientId: string; place: Place }): Promise<void> {
  const { services, actor, draftId, clientId, place } = options
  await draftFor({ services, actor, draftId, action: 'open' })
  await inTransaction(services, async ({ tx }) => {
    await tx.$executeRaw`
      INSERT INTO "DraftPresence" ("draftId", "clientId", "personId", "personName", "articleKey", anchor, head, version, "seenAt")
      VALUES (${draftId}::uuid, ${clientId}, ${actor.personId}::uuid, ${actor.name}, ${place.articleKey}, ${place.anchor}, ${place.head}, ${place.version}, now())
      ON CONFLICT ("draftId", "clientId") DO UPDATE SET "articleKey" = EXCLUDED."articleKey", anchor = EXCLUDED.anchor, head = EXCLUDED.head, version = EXCLUDED.version, "seenAt" = now()
      WHERE "DraftPresence"."personId" = EXCLUDED."personId"`
    await ring(tx, draftId, { kind: 'presence', presence: { clientId, personId: actor.personId, personName: actor.name, ...place } })
  })
}

/** A page that closes: its place and what it held are given back. */
export async function leaveDraft(options: { services: Services; actor: Actor; draftId: string; clientId: string }): Promise<void> {
  const { services, actor, draftId, clientId } = options
  await draftFor({ services, actor, draftId, action: 'open' })
  await inTransaction(services, async ({ tx }) => {
    await tx.draftPresence.deleteMany({ where: { draftId, clientId, personId: actor.personId } })
    const { count } = await tx.articleLease.deleteMany({ where: { draftId, clientId, personId: actor.personId } })
    await ring(tx, draftId, { kind: 'left', clientId })
    if (count > 0) await ring(tx, draftId, { kind: 'changed', what: 'leases' })
  })
}
