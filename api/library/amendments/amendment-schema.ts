import { z } from '@hono/zod-openapi'
import type { Comparison } from '../../../law/compare/index.ts'
import type { LegalText } from '../../../law/text/index.ts'
import { legalDate } from '../../platform/http/index.ts'
import { reportSchema } from './work-out.ts'

/** Trees and comparisons are law/'s own shapes: the document says that they are objects, law/ says which. */
const opaque = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null).openapi({ type: 'object', additionalProperties: true })

const said = { by: z.string(), byName: z.string(), at: z.string() }
/** 人工补正, and what was said of an instruction that could not be carried out, as they are kept. */
export const keptHandWritten = z.array(z.object({ articleId: z.string(), text: z.string().nullable(), intoNext: z.boolean(), ...said }))
export const keptSettlements = z.array(z.object({ index: z.number().int(), reason: z.string(), ...said }))
export const keptProblems = z.array(z.object({ line: z.number().int(), code: z.string(), message: z.string() }))

/** What a person chooses to begin. */
export const startBody = z.object({ baseDateKey: z.string().min(1).max(40), fileId: z.uuid('请先上传修改决定，或者粘贴全文') }).openapi('AmendmentStart')

/** Everything that a person may change of a draft, sent whole. */
export const changeBody = z
  .object({
    adopted: legalDate.nullable(),
    effectiveFrom: legalDate.nullable(),
    /** 题注 of the new version; null: left as the program made it */
    note: z.string().trim().max(8000).nullable(),
    publish: z.boolean(),
    handWritten: z.array(z.object({ articleId: z.string().min(1).max(200), text: z.string().max(50_000, '一条的文字太长').nullable(), intoNext: z.boolean() })).max(200),
    settlements: z.array(z.object({ index: z.number().int().min(0), reason: z.string().trim().min(2, '请写明理由').max(1000) })).max(500),
  })
  .openapi('AmendmentChange')
export type AmendmentChange = z.infer<typeof changeBody>

export const acceptBody = z.object({ /** digest of the text that the person saw */ digest: z.string().length(64) }).openapi('AmendmentAcceptance')

const statedDate = z.object({ value: z.string().nullable(), proposal: z.string().nullable(), words: z.string(), basis: z.enum(['stated', 'inferred', 'unknown']) })
const versionRef = z.object({ workKey: z.string(), dateKey: z.string(), title: z.string(), effectiveFrom: z.string().nullable(), adopted: z.string().nullable(), public: z.boolean() })

export const amendmentSchema = z
  .object({
    id: z.string(), revision: z.number().int(), state: z.enum(['draft', 'accepted', 'dropped']),
    workKey: z.string(), workTitle: z.string(),
    base: versionRef,
    decision: z.object({ title: z.string(), fileId: z.string(), fileName: z.string(), sha256: z.string(), sizeBytes: z.number().int(), problems: keptProblems, lines: z.array(z.string()) }),
    report: reportSchema,
    settlements: keptSettlements,
    handWritten: keptHandWritten,
    /** articles as the program made them, to be put right by hand; `next`: the heading that follows, where it is the last before one; none once it is accepted */
    articles: z.array(z.object({ id: z.string(), number: z.string(), source: z.string(), before: z.string().nullable(), next: z.string().nullable() })),
    comparison: opaque<Comparison>(),
    text: opaque<LegalText>(),
    /** digest of the text: who accepts says which text was seen */
    digest: z.string(),
    adopted: statedDate, effectiveFrom: statedDate,
    note: z.object({ value: z.string().nullable(), base: z.string(), proposal: z.string().nullable() }),
    publish: z.boolean(),
    startedBy: z.string(), startedAt: z.string(), changedAt: z.string(), endedBy: z.string().nullable(), endedAt: z.string().nullable(),
    /** what must be done before it can be accepted */
    missing: z.array(z.string()),
    version: versionRef.nullable(),
  })
  .openapi('Amendment')
export type AmendmentView = z.infer<typeof amendmentSchema>

export const draftRowSchema = z
  .object({ id: z.string(), decisionTitle: z.string(), base: z.object({ effectiveFrom: z.string().nullable(), adopted: z.string().nullable() }), startedBy: z.string(), changedAt: z.string() })
  .openapi('AmendmentDraft')
