import { z } from '@hono/zod-openapi'
import { type Alignment, type Change, type Comparison, compareTexts, followPassage, PassageNotFoundError } from '../../law/compare/index.ts'
import type { LegalText } from '../../law/text/index.ts'
import { flagKind, flagCodes, flagProcedure, outletOf, standardLabels, standards, stateOf } from '../../law/procedure/index.ts'
import { alignPair } from '../library/index.ts'
import { shanghaiDate } from '../platform/config/index.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { readVersionText } from '../review/index.ts'
import { judgementOf, judgementSchema } from './judge-flag.ts'
import { handledCase } from './outcome-case.ts'
import { putToMaker } from './put-to-maker.ts'

/** Comparisons are data of law/compare; the interface reads them with its own types. */
const opaque = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null).openapi({ type: 'object' })
const side = z.object({ filingId: z.string(), title: z.string(), documentNo: z.string(), registrationNo: z.string().nullable(), promulgated: z.string().nullable(), submittedOn: z.string().nullable(), versionId: z.string(), state: z.string() })

export const refiledFlagSchema = z
  .object({
    id: z.string(),
    number: z.number().int(),
    articleLabel: z.string(),
    articleId: z.string(),
    quote: z.string(),
    standardLabel: z.string(),
    codeLabel: z.string(),
    suggestion: z.string(),
    superior: z.string(),
    state: z.object({ id: z.string(), label: z.string() }),
    makerAnswer: z.string().nullable(),
    /** what became of the flagged words; `notFound` where the program cannot say and a person must look */
    finding: z.enum(['unchanged', 'changed', 'deleted', 'notFound']),
    newArticleId: z.string().nullable(),
    newArticleNumber: z.string().nullable(),
    movedElsewhere: z.boolean(),
    contextChanged: z.boolean(),
    changes: opaque<Change[]>(),
    judgement: z.union([judgementSchema, z.null()]),
  })
  .openapi('RefiledFlag')

export const refileComparisonSchema = z
  .object({
    /** the case whose text was flagged: its revision guards the result */
    caseId: z.string(), revision: z.number().int(), caseState: z.string(), mayJudge: z.boolean(),
    old: side, new: side,
    flags: z.array(refiledFlagSchema),
    papers: z.array(z.object({ id: z.string(), label: z.string(), number: z.string().nullable(), on: z.string().nullable() })),
    comparison: opaque<Comparison>(),
    /** what aligned the two texts */
    algorithm: z.string(),
  })
  .openapi('RefileComparison')
export type RefileComparison = z.infer<typeof refileComparisonSchema>

/**
 * A corrected text beside the text that was flagged: flag by flag what became of the words, before a person judges, then
 * everything else that changed. `filingId` is the corrected filing or the one it corrects. Throws `not-found`,
 * `step-refused` where one of them has no text to compare.
 */
export async function compareRefiled(options: { services: Services; actor: Actor; filingId: string }): Promise<RefileComparison> {
  const { services, actor, filingId } = options
  const tx = services.prisma
  const asked = await handledCase({ services, actor, filingId })
  const oldId = asked.supersedesId ?? asked.id
  const old = oldId === asked.id ? asked : await handledCase({ services, actor, filingId: oldId })
  const newId = asked.supersedesId === null ? asked.supersededBy.at(-1)?.id : asked.id
  if (newId === undefined) throw problem('step-refused', { detail: '还没有收到重新报送的文本。', extra: { rule: 'refiledOrRepealed' } })
  const refiled = newId === asked.id ? asked : await handledCase({ services, actor, filingId: newId })
  if (old.versionId === null || refiled.versionId === null) throw problem('step-refused', { detail: '有一份文本不能逐条阅读，无法比对；请请报备单位补 Word 文本。', extra: { rule: 'noText' } })
  const [before, after] = await Promise.all([readVersionText(tx, old.versionId), readVersionText(tx, refiled.versionId)])
  const { alignment, algorithm } = await alignPair({ tx, from: { id: old.versionId, text: before }, to: { id: refiled.versionId, text: after } })
  const rows = (await tx.reviewFlag.findMany({ where: { filingId: old.id, state: { notIn: ['withdrawn', 'raised', 'reportedUpward'] } }, orderBy: { number: 'asc' } })).filter((f) => outletOf(z.enum(standards).parse(f.standard)) === 'reviewOpinion')
  const put = await putToMaker(tx, old)
  const replies = await tx.makerReply.findMany({ where: { filingId: old.id }, orderBy: { repliedAt: 'asc' } })
  const sideOf = (f: typeof old, versionId: string): z.infer<typeof side> => ({
    filingId: f.id, title: f.title, documentNo: f.documentNo, registrationNo: f.registrationNo, promulgated: fromDateColumnOrNull(f.promulgated), submittedOn: fromDateColumnOrNull(f.submittedOn), versionId, state: f.state,
  })
  return {
    caseId: old.id, revision: old.revision, caseState: old.state, mayJudge: actor.memberships.some((m) => m.standingCommitteeId === old.receiverOrganId && ['reviewer', 'reviewChief'].includes(m.role)),
    old: sideOf(old, old.versionId), new: sideOf(refiled, refiled.versionId),
    flags: rows.map((row) => {
      const quote = quoteSchema.parse(row.quote)
      const articleId = row.eId.split('__')[0] ?? row.eId
      const { label, id } = stateOf(flagProcedure, row.state)
      return {
        id: row.id, number: row.number, articleLabel: row.articleLabel, articleId, quote: quote.exact, standardLabel: standardLabels[z.enum(standards).parse(row.standard)], codeLabel: flagKind(z.enum(flagCodes).parse(row.code)).label,
        suggestion: row.suggestion, superior: row.superiorLabel === null ? '' : `${row.superiorTitle === null ? '' : `《${row.superiorTitle}》`}${row.superiorLabel}`, state: { id, label }, makerAnswer: row.makerAnswer,
        ...followed({ before, after, alignment, articleId, quote }), judgement: judgementOf(row.judgement),
      }
    }),
    papers: [
      ...put.papers.map((p) => ({ id: p.id, label: p.label, number: p.number, on: p.issuedOn })),
      ...replies.map((r) => ({ id: r.id, label: '制定机关答复', number: null, on: shanghaiDate(r.repliedAt) })),
    ],
    comparison: compareTexts(before, after, alignment), algorithm,
  }
}

const quoteSchema = z.object({ exact: z.string(), prefix: z.string().default(''), suffix: z.string().default(''), start: z.number().default(0) })

/** What became of one flagged passage; where the old text has it no more as it was kept, a person is told so. */
function followed(options: { before: LegalText; after: LegalText; alignment: Alignment; articleId: string; quote: z.infer<typeof quoteSchema> }): Pick<z.infer<typeof refiledFlagSchema>, 'finding' | 'newArticleId' | 'newArticleNumber' | 'movedElsewhere' | 'contextChanged' | 'changes'> {
  const { before, after, alignment, articleId, quote } = options
  try {
    const found = followPassage({ old: before, oldArticleId: articleId, quote, new: after, alignment })
    return {
      finding: found.state, newArticleId: found.newArticleId, newArticleNumber: after.articles.find((a) => a.id === found.newArticleId)?.number ?? null, movedElsewhere: found.movedElsewhere, contextChanged: found.contextChanged, changes: found.changes,
    }
  } catch (error) {
    if (!(error instanceof PassageNotFoundError)) throw error
    return { finding: 'notFound', newArticleId: null, newArticleNumber: null, movedElsewhere: false, contextChanged: false, changes: [] }
  }
}
