import { findKey, numberDocument } from '../../law/drafting/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { inTransaction, type Transaction } from '../platform/work/transaction.ts'
import { ring } from './draft-bell.ts'
import { draftFor, guardText, lockDraft, refusal } from './draft-for.ts'
import { documentAt } from './kept-document.ts'

/** A hold lasts this long; the editor renews it while the person is there. */
export const LEASE_SECONDS = 120

export type Lease = { articleKey: string; personId: string; personName: string; clientId: string; takenAt: string; expiresAt: string }
type Row = { articleKey: string; personId: string; personName: string; clientId: string; takenAt: Date; expiresAt: Date }
type Asked = { services: Services; actor: Actor; draftId: string; articleKey: string }

const present = (row: Row): Lease => ({ ...row, takenAt: row.takenAt.toISOString(), expiresAt: row.expiresAt.toISOString() })

/** Holds that last; the time is that of the database, which all replicas share. */
export async function leasesOf(tx: Pick<Transaction, '$queryRaw'>, draftId: string): Promise<Lease[]> {
  const rows = await tx.$queryRaw<Row[]>`SELECT "articleKey", "personId", "personName", "clientId", "takenAt", "expiresAt" FROM "ArticleLease" WHERE "draftId" = ${draftId}::uuid AND "expiresAt" > now() ORDER BY "articleKey"`
  return rows.map(present)
}

export const heldByOthers = async (tx: Pick<Transaction, '$queryRaw'>, draftId: string, personId: string): Promise<Lease[]> => (await leasesOf(tx, draftId)).filter((lease) => lease.personId !== personId)

/** The number of an article in the working copy; throws `not-found` where it has none of this key. */
async function articleIn(options: { services: Services; tx: Transaction; draftId: string; version: number; articleKey: string }): Promise<string> {
  const doc = await documentAt({ ...options, prisma: options.services.prisma })
  const found = findKey(doc, options.articleKey)
  if (found === null || !['article', 'annex', 'chapter'].includes(found.node.type.name)) throw problem('not-found', { detail: '草案里没有这一条，可能已经被删去，请刷新后再看。' })
  return numberDocument(doc).byKey.get(options.articleKey)?.label ?? ''
}

/**
 * Take an article, or hold it on: nobody else's steps on it are taken meanwhile. One's own tabs share it. Throws
 * `step-refused` with `reason: held` where somebody else has it.
 */
export async function takeLease(options: Asked & { clientId: string }): Promise<Lease> {
  const { services, actor, draftId, articleKey, clientId } = options
  await draftFor({ services, actor, draftId, action: 'write' })
  return inTransaction(services, async ({ tx }) => {
    const { state, version } = await lockDraft(tx, draftId)
    guardText(state)
    const label = await articleIn({ services, tx, draftId, version, articleKey })
    const [other] = (await heldByOthers(tx, draftId, actor.personId)).filter((lease) => lease.articleKey === articleKey)
    if (other !== undefined) throw refusal('held', `${label}正由${other.personName}修改，可以请对方释放。`, { held: [{ ...other, label }] })
    const [row] = await tx.$queryRaw<(Row & { fresh: boolean })[]>`
      INSERT INTO "ArticleLease" ("draftId", "articleKey", "personId", "personName", "clientId", "takenAt", "expiresAt")
      VALUES (${draftId}::uuid, ${articleKey}, ${actor.personId}::uuid, ${actor.name}, ${clientId}, now(), now() + make_interval(secs => ${LEASE_SECONDS}))
      ON CONFLICT ("draftId", "articleKey") DO UPDATE SET
        "takenAt" = CASE WHEN "ArticleLease"."personId" = EXCLUDED."personId" AND "ArticleLease"."expiresAt" > now() THEN "ArticleLease"."takenAt" ELSE now() END,
        "personId" = EXCLUDED."personId", "personName" = EXCLUDED."personName", "clientId" = EXCLUDED."clientId", "expiresAt" = EXCLUDED."expiresAt"
      RETURNING "articleKey", "personId", "personName", "clientId", "takenAt", "expiresAt", ("takenAt" = now()::timestamptz(3)) AS fresh`
    if (row === undefined) throw problem('unexpected')
    const { fresh, ...lease } = row
    // a hold that only goes on is news to nobody
    if (fresh) await ring(tx, draftId, { kind: 'changed', what: 'leases' })
    return present(lease)
  })
}

/** Give an article back; what one does not hold is left alone. */
export async function releaseLease(options: Asked): Promise<void> {
  const { services, actor, draftId, articleKey } = options
  await draftFor({ services, actor, draftId, action: 'open' })
  await inTransaction(services, async ({ tx }) => {
    const { count } = await tx.articleLease.deleteMany({ where: { draftId, articleKey, personId: actor.personId } })
    if (count > 0) await ring(tx, draftId, { kind: 'changed', what: 'leases' })
  })
}

/** Ask who holds an article to give it back: told at once where they have it open, and in their inbox. */
export async function askForLease(options: Asked): Promise<void> {
  const { services, actor, draftId, articleKey } = options
  const draft = await draftFor({ services, actor, draftId, action: 'write' })
  await inTransaction(services, async (work) => {
    const { version } = await lockDraft(work.tx, draftId)
    const label = await articleIn({ services, tx: work.tx, draftId, version, articleKey })
    const [holder] = (await heldByOthers(work.tx, draftId, actor.personId)).filter((lease) => lease.articleKey === articleKey)
    if (holder === undefined) throw problem('already-done', { detail: `${label}现在没有别人占用，可以直接修改。` })
    await ring(work.tx, draftId, { kind: 'asked', articleKey, label, holderId: holder.personId, byName: actor.name })
    work.notify({
      personId: holder.personId, kind: 'draft.asked', title: `${actor.name}请您释放《${draft.project.title}》草案${label}`, body: '您正在修改这一条，别人要改须等您释放。', entity: 'Draft', entityId: draftId,
      dedupeKey: `draft.asked:${draftId}:${articleKey}:${holder.takenAt}:${actor.personId}`,
    })
  })
}

/** End another's hold; only the head of the commission may, with a reason that is recorded. */
export async function breakLease(options: Asked & { reason: string }): Promise<void> {
  const { services, actor, draftId, articleKey, reason } = options
  const draft = await draftFor({ services, actor, draftId, action: 'release' })
  await inTransaction(services, async (work) => {
    const { tx } = work
    const { version } = await lockDraft(tx, draftId)
    const [held] = (await leasesOf(tx, draftId)).filter((lease) => lease.articleKey === articleKey)
    if (held === undefined) throw problem('already-done', { detail: '这一条已经没有人占用。' })
    const label = await articleIn({ services, tx, draftId, version, articleKey })
    await tx.articleLease.deleteMany({ where: { draftId, articleKey } })
    await ring(tx, draftId, { kind: 'changed', what: 'leases' })
    await tx.caseEvent.create({
      data: {
        id: newId(), projectId: draft.projectId, at: services.clock.now(), on: toDateColumn(services.clock.today()), actorId: actor.personId, actorName: actor.name, organId: draft.project.organId,
        transition: 'breakLease', note: `解除${held.personName}对草案${label}的占用：${reason}`, data: { articleKey, holderId: held.personId },
      },
    })
    work.audit({ actor, action: 'draft.breakLease', entity: 'Draft', entityId: draftId, organId: draft.project.organId, detail: { articleKey } })
    if (held.personId !== actor.personId) {
      work.notify({ personId: held.personId, kind: 'draft.released', title: `您对《${draft.project.title}》草案${label}的占用已被解除`, body: `${actor.name}：${reason}。没有送达的文字仍在您的电脑上。`, entity: 'Draft', entityId: draftId })
    }
  })
}
