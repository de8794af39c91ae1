import { fromDateColumnOrNull } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { storeVersion, type StoredVersion } from '../store-version.ts'
import { amendmentFor, lockDraft } from './amendment-for.ts'
import { keptHandWritten, keptProblems, keptSettlements } from './amendment-schema.ts'
import { draftOf } from './present-amendment.ts'

/**
 * Make the version of the library: the text that was shown, going on from its base, with the decision as it was uploaded
 * and the report of what each instruction did. The base and every other version stay as they are. `digest` is that of the
 * text that the person saw. Throws `not-found`, `forbidden`, `stale-edit`, `already-done`, `step-refused`.
 */
export async function acceptAmendment(options: { services: Services; actor: Actor; id: string; revision: number; digest: string }): Promise<{ workKey: string; dateKey: string }> {
  const { services, actor, id, revision, digest } = options
  await amendmentFor({ services, actor, id })
  return inTransaction(services, async (work) => {
    const { tx } = work
    const row = await lockDraft(tx, { id, revision })
    const { base, facts, worked, text, digest: now, missing } = await draftOf(tx, row)
    if (missing.length > 0) throw problem('step-refused', { detail: missing.join('') })
    if (digest !== now) throw problem('stale-edit', { detail: '结果同您看到的不同（程序或者草稿有更新），没有采用。请重新核对以后再采用。' })
    const effectiveFrom = fromDateColumnOrNull(row.effectiveFrom)
    const acceptedAt = services.clock.now()
    const stored = await storeVersion({
      work, workId: base.workId, from: { versionId: base.id, alignment: worked.alignment, algorithm: worked.report.algorithm },
      identity: { title: base.work.title, issuer: base.work.issuer, documentKind: base.work.documentKind, rank: base.work.rank },
      version: {
        text, adopted: fromDateColumnOrNull(row.adopted), effectiveFrom, effectiveBasis: facts.effective.basis === 'stated' && facts.effective.date === effectiveFrom ? 'fromDecision' : 'inferred',
        sourceNote: `依《${row.decisionTitle}》在${dated(base)}的文本上形成`, published: row.publish && base.publishedAt !== null ? { by: actor.personId, at: acceptedAt } : null,
      },
      source: { fileId: row.decisionFileId, kind: 'decision', path: null, problems: keptProblems.parse(row.readProblems), addedBy: actor.personId },
    })
    refuseKnown(stored)
    await tx.amendment.update({
      where: { id },
      data: { state: 'accepted', versionId: stored.versionId, report: worked.report, algorithm: worked.report.algorithm, revision: { increment: 1 }, endedBy: actor.personId, endedByName: actor.name, endedAt: acceptedAt },
    })
    const count = (status: string): number => worked.report.instructions.filter((i) => i.status === status).length
    work.audit({
      actor, action: 'library.acceptAmendment', entity: 'Version', entityId: stored.versionId,
      detail: {
        amendment: id, base: base.id, decisionFile: row.decisionFileId, algorithm: worked.report.algorithm, applied: count('applied'), failed: count('failed'),
        handWritten: keptHandWritten.parse(row.handWritten).map((h) => h.articleId), settled: keptSettlements.parse(row.settlements).map((s) => s.index),
      },
    })
    return { workKey: stored.workKey, dateKey: stored.dateKey }
  })
}

/** A text by its date: 2015-06-01 起施行; where that is not known by its adoption. */
function dated(version: { effectiveFrom: Date | null; adopted: Date | null }): string {
  const [from, adopted] = [fromDateColumnOrNull(version.effectiveFrom), fromDateColumnOrNull(version.adopted)]
  return from === null ? (adopted === null ? '日期未知' : ` ${adopted} 通过`) : ` ${from} 起施行`
}

/** A version of the same dates, or of the same text, is in the library: nothing is stored beside it. */
function refuseKnown(stored: StoredVersion): void {
  if (stored.status === 'stored') return
  const detail = stored.status === 'sameText'
    ? `库中已有这个文本（${stored.dateKey}），文字相同，不用再形成。`
    : `库中已有同一日期的版本（${stored.dateKey}），和这个结果有 ${stored.differences} 处文字不同，没有覆盖它。请核对日期，或者先对照两份文本。`
  throw problem('step-refused', { detail, extra: { workKey: stored.workKey, dateKey: stored.dateKey } })
}
