import { createHash } from 'node:crypto'
import { type LegalText, printLegalText } from '../../../law/text/index.ts'
import type { Amendment } from '../../../prisma/generated/client.ts'
import { fromDateColumnOrNull } from '../../platform/legal-date.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Transaction } from '../../platform/work/transaction.ts'
import { comparePair } from '../comparison/align-pair.ts'
import { legalTextSchema } from '../legal-text-schema.ts'
import { type AmendmentView, keptHandWritten, keptProblems, keptSettlements } from './amendment-schema.ts'
import { decisionFacts, type DecisionFacts, extendedNote, type StatedDate } from './decision-facts.ts'
import { articlesToWrite, reportSchema, type WorkedOut, workOut } from './work-out.ts'

const versionSelect = { id: true, dateKey: true, title: true, effectiveFrom: true, adopted: true, publishedAt: true, tree: true, workId: true, work: { select: { key: true, title: true, issuer: true, documentKind: true, rank: true } } } as const

/** What a draft comes to now: the same for who looks and who accepts. */
export type Draft = { base: Awaited<ReturnType<typeof readBase>>; facts: DecisionFacts; worked: WorkedOut; text: LegalText; digest: string; missing: string[]; noteProposal: string | null }

const readBase = (tx: Transaction, id: string) => tx.version.findUniqueOrThrow({ where: { id }, select: versionSelect })

/** Carry out a draft's decision on its base, with what people wrote by hand. */
export async function draftOf(tx: Transaction, amendment: Amendment): Promise<Draft> {
  const base = await readBase(tx, amendment.baseVersionId)
  const facts = decisionFacts(amendment.decisionText.split('\n'))
  const worked = workOut({ base: legalTextSchema.parse(base.tree), decision: amendment.decisionText, handWritten: keptHandWritten.parse(amendment.handWritten) })
  const text = amendment.note === null ? worked.text : { ...worked.text, note: amendment.note }
  return { base, facts, worked, text, digest: digestOf(text), missing: missingOf(amendment, worked), noteProposal: extendedNote(legalTextSchema.parse(base.tree).note, { title: amendment.decisionTitle, meeting: facts.meeting }) }
}

export const digestOf = (text: LegalText): string => createHash('sha256').update(printLegalText(text)).digest('hex')

/** What must be done before a draft can be accepted, in sentences. */
function missingOf(amendment: Amendment, { report, comparison }: WorkedOut): string[] {
  const settled = new Set(keptSettlements.parse(amendment.settlements).map((s) => s.index))
  const open = report.instructions.filter((i) => i.status === 'failed' && !settled.has(i.index)).length
  const { same, changed, added, removed } = comparison.summary
  return [
    ...(open === 0 ? [] : [`有 ${open} 处没有执行的修改还没有处理：请补正条文，或者写明不影响的理由。`]),
    ...(changed + added + removed === 0 && same > 0 && !comparison.rows.some((r) => r.renumbered) ? ['结果同原文没有不同，不能形成新版本。'] : []),
    ...(amendment.adopted === null ? ['请填写修改决定的通过日期。'] : []),
    ...(amendment.effectiveFrom === null ? ['请填写修改后的施行日期。'] : []),
  ]
}

/** An amendment as it is shown: a draft worked out now, an accepted one as it was kept. */
export async function presentAmendment(tx: Transaction, amendment: Amendment): Promise<AmendmentView> {
  const file = await tx.storedFile.findUniqueOrThrow({ where: { id: amendment.decisionFileId }, select: { id: true, name: true, sha256: true, sizeBytes: true } })
  const kept = amendment.versionId === null ? null : await tx.version.findUniqueOrThrow({ where: { id: amendment.versionId }, select: versionSelect })
  if (amendment.state === 'dropped') throw problem('not-found', { detail: '这份草稿已经放弃。' })
  const draft = kept === null ? await draftOf(tx, amendment) : null
  const base = draft?.base ?? (await readBase(tx, amendment.baseVersionId))
  const facts = draft?.facts ?? decisionFacts(amendment.decisionText.split('\n'))
  const text = draft?.text ?? legalTextSchema.parse(kept?.tree)
  const baseText = legalTextSchema.parse(base.tree)
  return {
    id: amendment.id, revision: amendment.revision, state: kept === null ? 'draft' : 'accepted', workKey: base.work.key, workTitle: base.work.title, base: refOf(base),
    decision: { title: amendment.decisionTitle, fileId: file.id, fileName: file.name, sha256: file.sha256, sizeBytes: Number(file.sizeBytes), problems: keptProblems.parse(amendment.readProblems), lines: amendment.decisionText.split('\n') },
    report: draft?.worked.report ?? reportSchema.parse(amendment.report), settlements: keptSettlements.parse(amendment.settlements), handWritten: keptHandWritten.parse(amendment.handWritten),
    articles: draft === null ? [] : articlesToWrite(draft.worked.made), comparison: draft?.worked.comparison ?? (await comparePair({ tx, from: { id: base.id, text: baseText }, to: { id: kept?.id ?? '', text } })).comparison, text, digest: draft?.digest ?? digestOf(text),
    adopted: dateOf(amendment.adopted, facts.adopted), effectiveFrom: dateOf(amendment.effectiveFrom, facts.effective),
    note: { value: amendment.note, base: baseText.note, proposal: draft?.noteProposal ?? null }, publish: amendment.publish && base.publishedAt !== null,
    startedBy: amendment.startedByName, startedAt: amendment.startedAt.toISOString(), changedAt: amendment.changedAt.toISOString(), endedBy: amendment.endedByName, endedAt: amendment.endedAt?.toISOString() ?? null,
    missing: draft?.missing ?? [], version: kept === null ? null : refOf(kept),
  }
}

const refOf = (v: { dateKey: string; title: string; effectiveFrom: Date | null; adopted: Date | null; publishedAt: Date | null; work: { key: string } }): AmendmentView['base'] => ({
  workKey: v.work.key, dateKey: v.dateKey, title: v.title, effectiveFrom: fromDateColumnOrNull(v.effectiveFrom), adopted: fromDateColumnOrNull(v.adopted), public: v.publishedAt !== null,
})
const dateOf = (value: Date | null, stated: StatedDate): AmendmentView['adopted'] => ({ value: fromDateColumnOrNull(value), proposal: stated.date, words: stated.words, basis: stated.basis })
