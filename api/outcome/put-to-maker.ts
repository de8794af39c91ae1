import { type PaperKind, paperRoutes, standardLabels, standards } from '../../law/procedure/index.ts'
import { z } from 'zod'
import type { FilingRow } from '../filing/index.ts'
import { paperFlags } from '../paper/index.ts'
import { toldStanding } from './flag-standing.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Transaction } from '../platform/work/transaction.ts'

/** Papers by which something is put to a maker. */
export const putByKinds: readonly PaperKind[] = ['inquiryLetter', 'reminderLetter', 'reviewOpinion', 'annulmentDecision', 'orderToFix', 'circularNotice']

export type PutPaper = { id: string; kind: string; label: string; title: string; number: string | null; issuedOn: string | null; replyDueOn: string | null; flagIds: string[]; questions: string[]; sealedFileId: string | null }
export type PutFlag = {
  id: string; number: number; state: string; articleLabel: string; quote: string; standardLabel: string; codeLabel: string; superior: string; superiorQuote: string; reason: string; suggestion: string; makerAnswer: string | null
  /** whether it was answered and how it ended, as the maker is told */
  standing: string
}
export type PutToMaker = { papers: PutPaper[]; flags: PutFlag[]; questions: string[] }

/**
 * Everything that was put to the maker of a case, and nothing else: issued papers addressed to it, the flags written into
 * them and the questions asked. Who raised, confirmed or judged them stays inside (domain §7.4).
 */
export async function putToMaker(tx: Transaction, filing: Pick<FilingRow, 'id' | 'makerOrganId' | 'filedByOrganId'>): Promise<PutToMaker> {
  const rows = await tx.paper.findMany({
    where: { filingId: filing.id, state: 'issued', kind: { in: [...putByKinds] }, recipientOrganId: { in: [filing.makerOrganId, filing.filedByOrganId] } }, orderBy: [{ issuedOn: 'asc' }, { createdAt: 'asc' }],
  })
  const papers = rows.map((p): PutPaper => ({
    id: p.id, kind: p.kind, label: paperRoutes.find((r) => r.kind === p.kind)?.label ?? p.kind, title: p.title, number: p.number, issuedOn: fromDateColumnOrNull(p.issuedOn), replyDueOn: fromDateColumnOrNull(p.replyDueOn), flagIds: p.flagIds,
    questions: questionsOf(p.values), sealedFileId: p.sealedFileId,
  }))
  const ids = [...new Set(papers.flatMap((p) => p.flagIds))]
  const rowsById = new Map((await tx.reviewFlag.findMany({ where: { id: { in: ids } }, select: { id: true, state: true, makerAnswer: true, judgement: true, events: { select: { toState: true, note: true }, orderBy: { at: 'asc' } } } })).map((f) => [f.id, f]))
  const flags = (ids.length === 0 ? [] : await paperFlags(tx, filing.id, ids)).filter((f) => f.standard !== 'constitutionality')
  return {
    papers,
    questions: papers.findLast((p) => p.kind === 'inquiryLetter')?.questions ?? [],
    flags: flags.map((f) => ({
      id: f.id, number: f.number, state: f.state, articleLabel: f.articleLabel, quote: f.quote, standardLabel: standardLabels[z.enum(standards).parse(f.standard)], codeLabel: f.kind.label, reason: f.reason, suggestion: f.suggestion,
      superior: f.superior === null ? '' : `《${f.superior.title}》${f.superior.label}`, superiorQuote: f.superior?.quote ?? '', makerAnswer: rowsById.get(f.id)?.makerAnswer ?? null, standing: standingOf(rowsById.get(f.id)),
    })),
  }
}

const standingOf = (row: Parameters<typeof toldStanding>[0] | undefined): string => (row === undefined ? '' : toldStanding(row))
const questionsOf = (values: unknown): string[] => (z.object({ questions: z.string() }).catch({ questions: '' }).parse(values).questions).split('\n').filter((q) => q.trim() !== '')
