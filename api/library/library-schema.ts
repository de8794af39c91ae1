import { z } from '@hono/zod-openapi'
import type { Comparison, ThreeComparison } from '../../law/compare/index.ts'
import type { LegalText } from '../../law/text/index.ts'

/** Trees and comparisons are law/'s own shapes: the document says that they are objects, law/ says which. */
const opaque = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null).openapi({ type: 'object', additionalProperties: true })

const standingSchema = z.enum(['inForce', 'ended', 'notYet', 'unknown'])
const date = z.string().nullable()

export const workRowSchema = z
  .object({
    key: z.string(), title: z.string(), issuer: z.string(), /** 演示文本, where it is of a body of texts of its own */ collection: z.string().nullable(), kind: z.string(), kindLabel: z.string(), versions: z.number().int(), internal: z.boolean(), unknownDates: z.number().int(),
    current: z.object({ dateKey: z.string(), documentNo: z.string().nullable(), effectiveFrom: date, effectiveTo: date, standing: standingSchema }).nullable(),
  })
  .openapi('LibraryWorkRow')

const versionHead = {
  workKey: z.string(), dateKey: z.string(), title: z.string(), issuer: z.string(), documentNo: z.string().nullable(), adopted: date, approved: date, promulgated: date, effectiveFrom: date,
  effectiveBasis: z.string(), effectiveTo: date, endReason: z.string().nullable(), standing: standingSchema, articleCount: z.number().int(), public: z.boolean(), corrects: z.boolean(), sourceNote: z.string().nullable(),
}

const sourceSchema = z
  .object({
    /** decision: the amending decision that the version was made from */
    kind: z.enum(['text', 'decision']), fileId: z.string(), name: z.string(), sha256: z.string(), sizeBytes: z.number().int(), format: z.string().nullable(), addedAt: z.string(),
    problems: z.array(z.object({ line: z.number().int(), code: z.string(), message: z.string() })),
    differences: z.array(z.object({ op: z.enum(['equal', 'insert', 'delete']), text: z.string() })),
  })
  .openapi('VersionSource')

const versionRowSchema = z
  .object({ ...versionHead, sources: z.array(sourceSchema), lineage: z.object({ fromDateKey: z.string(), counts: z.array(z.object({ relation: z.string(), count: z.number().int() })) }).nullable() })
  .openapi('LibraryVersionRow')

export const workSchema = z
  .object({
    key: z.string(), title: z.string(), issuer: z.string(), kind: z.string(), kindLabel: z.string(), mayCorrect: z.boolean(),
    sameAs: z.array(z.object({ key: z.string(), title: z.string() })), versions: z.array(versionRowSchema),
  })
  .openapi('LibraryWork')

export const versionSchema = z.object({ ...versionHead, text: opaque<LegalText>() }).openapi('LibraryVersion')

const pairSideSchema = z
  .object({ ...versionHead, id: z.string(), address: z.string(), versions: z.array(z.object({ ...versionHead, id: z.string(), address: z.string() })) })
  .openapi('ComparedSide')
export const correctionSchema = z
  .object({
    id: z.string(), old: z.array(z.string()), new: z.array(z.string()), note: z.string().nullable(), byName: z.string(), at: z.string(),
    undone: z.object({ byName: z.string(), at: z.string() }).nullable(),
  })
  .openapi('AlignmentCorrection')
export const comparedSchema = z
  .object({
    from: pairSideSchema, to: pairSideSchema, mayCorrect: z.boolean(),
    /** what aligned the two, and what would now */
    algorithm: z.string(), algorithmNow: z.string(),
    corrections: z.array(correctionSchema), comparison: opaque<Comparison>(),
  })
  .openapi('ComparedVersions')
export const comparedThreeSchema = z
  .object({ from: pairSideSchema, middle: pairSideSchema, to: pairSideSchema, algorithms: z.array(z.string()), comparison: opaque<ThreeComparison>() })
  .openapi('ComparedThree')

const segmentsSchema = z.array(z.object({ text: z.string(), marked: z.boolean() }))
export const searchAnswerSchema = z
  .object({
    on: z.string(),
    hits: z.array(
      z.object({
        id: z.string(), kind: z.enum(['work', 'provision']), workKey: z.string(), workTitle: z.string(), dateKey: z.string(), title: z.string(), number: z.string(), anchor: z.string().nullable(), issuer: z.string(),
        documentKind: z.string(), documentKindLabel: z.string(), documentNumber: z.string().nullable(), validFrom: date, validTo: date,
        status: z.enum(['inForce', 'notYetInForce', 'noLongerInForce', 'unknown']), statusLabel: z.string(), public: z.boolean(), titleSegments: segmentsSchema, snippet: segmentsSchema,
      }),
    ),
    total: z.number().int(), next: z.string().nullable(), alsoSearched: z.array(z.object({ from: z.string(), to: z.array(z.string()) })), simplified: z.string().nullable(), degraded: z.string().nullable(),
    cases: z.array(z.object({ id: z.string(), registrationNo: z.string().nullable(), title: z.string(), documentNo: z.string(), maker: z.string(), internal: z.boolean() })),
  })
  .openapi('SearchAnswer')
