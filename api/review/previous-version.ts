import type { Prisma } from '../../prisma/generated/client.ts'
import type { FilingRow } from '../filing/index.ts'
import { newId } from '../platform/ids.ts'
import { fromDateColumnOrNull, toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { worksOfOne } from '../library/index.ts'
import { readableVersions } from './read-version.ts'
import { refuseOwnDocument, reviewCase } from './review-case.ts'

/** A text that a document can be laid beside. */
export type TextBeside = { versionId: string; title: string; issuer: string; documentNo: string | null; effectiveFrom: string | null; promulgated: string | null; why: 'confirmed' | 'corrects' | 'sameWork' | 'sameTitle' }

const ALIKE = 0.6
const select = { id: true, title: true, documentNo: true, effectiveFrom: true, promulgated: true, work: { select: { issuer: true } } } as const
type Row = Prisma.VersionGetPayload<{ select: typeof select }>

const present = (row: Row, why: TextBeside['why']): TextBeside => ({
  versionId: row.id, title: row.title, issuer: row.work.issuer, documentNo: row.documentNo, effectiveFrom: fromDateColumnOrNull(row.effectiveFrom), promulgated: fromDateColumnOrNull(row.promulgated), why,
})

/**
 * The text before this one: as a person confirmed it, else a proposal: the text that this filing corrects, an earlier
 * version of the same work, or a document of the same maker with most of its title's words. Null where nothing is like it.
 */
export async function previousVersion(options: { tx: Transaction; actor: Actor; filing: FilingRow }): Promise<TextBeside | null> {
  const { tx, filing } = options
  if (filing.previousVersionId !== null) {
    const row = await tx.version.findUnique({ where: { id: filing.previousVersionId }, select })
    if (row !== null) return present(row, 'confirmed')
  }
  if (filing.versionId === null) return null
  const own = await tx.version.findUniqueOrThrow({ where: { id: filing.versionId }, select: { workId: true, effectiveFrom: true, title: true, work: { select: { issuer: true } } } })
  const corrected = filing.supersedesId === null ? null : await tx.filing.findUnique({ where: { id: filing.supersedesId }, select: { version: { select } } })
  if (corrected?.version != null) return present(corrected.version, 'corrects')
  const readable = readableVersions(options.actor)
  const earlier = own.effectiveFrom === null ? {} : { effectiveFrom: { lt: own.effectiveFrom } }
  const line = await worksOfOne(tx, own.workId)
  const sameWork = await tx.version.findFirst({ where: { workId: { in: line }, id: { not: filing.versionId }, ...earlier, AND: readable }, orderBy: { effectiveFrom: 'desc' }, select })
  if (sameWork !== null) return present(sameWork, 'sameWork')
  const makers = [own.work.issuer, filing.maker.name]
  const others = await tx.version.findMany({ where: { workId: { notIn: line }, work: { OR: [{ issuer: { in: makers } }, { organId: filing.makerOrganId }] }, ...earlier, AND: readable }, select, take: 500, orderBy: { effectiveFrom: 'desc' } })
  const likest = others.map((row) => ({ row, score: titleLikeness(row.title, own.title) })).toSorted((a, b) => b.score - a.score)[0]
  return likest === undefined || likest.score < ALIKE ? null : present(likest.row, 'sameTitle')
}

/** A person says which text came before this one, or that there is none (`null` takes the confirmation back). */
export async function confirmPreviousVersion(options: { services: Services; actor: Actor; filingId: string; revision: number; versionId: string | null }): Promise<{ revision: number }> {
  const { services, actor, filingId, revision, versionId } = options
  const filing = await reviewCase({ services, actor, filingId, action: 'review' })
  refuseOwnDocument(actor, filing)
  if (versionId !== null) {
    const found = await services.prisma.version.findFirst({ where: { id: versionId, AND: readableVersions(actor) }, select: { id: true } })
    if (found === null || versionId === filing.versionId) throw problem('invalid-input', { fields: [{ path: 'versionId', message: '请选择库中另一个文本。' }] })
  }
  return inTransaction(services, async (work) => {
    const changed = await work.tx.filing.updateMany({ where: { id: filingId, revision }, data: { previousVersionId: versionId, revision: { increment: 1 } } })
    if (changed.count === 0) throw problem('stale-edit')
    await work.tx.caseEvent.create({
      data: {
        id: newId(), filingId, at: services.clock.now(), on: toDateColumn(services.clock.today()), actorId: actor.personId, actorName: actor.name, organId: actor.memberships[0]?.organId ?? null,
        transition: 'confirmPrevious', fromState: filing.state, toState: filing.state, note: versionId === null ? '取消前一版本' : '确认前一版本', data: { versionId },
      },
    })
    work.audit({ actor, action: 'filing.confirmPrevious', entity: 'Filing', entityId: filingId, organId: filing.receiverOrganId, detail: { versionId } })
    return { revision: revision + 1 }
  })
}

/** Share of the pairs of characters that two titles have in common, place names and the kind of text aside. */
export function titleLikeness(a: string, b: string): number {
  const [left, right] = [titlePairs(a), titlePairs(b)]
  const shared = [...left].filter((pair) => right.has(pair)).length
  return left.size + right.size === 0 ? 0 : (2 * shared) / (left.size + right.size)
}

const FORM_WORDS = /^.{2,6}?[省市县区](?:人民政府)?|关于(?:印发|进一步|加强)?|[《》（）()]|试行|暂行|实施|办法|规定|细则|条例|意见|通知|决定/gu
function titlePairs(title: string): Set<string> {
  const words = title.replaceAll(FORM_WORDS, '').replace(/[^\p{Script=Han}]/gu, '')
  return new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2)))
}
