import { z } from '@hono/zod-openapi'
import type { Comparison, ThreeComparison } from '../../law/compare/index.ts'
import type { LegalText } from '../../law/text/index.ts'
import { legalDate } from '../platform/http/index.ts'
import { snapshotKinds } from './snapshot-kind.ts'
import { stepKinds } from './write-steps.ts'

const opaque = <T extends object>() => z.custom<T>((value) => typeof value === 'object' && value !== null).openapi({ type: 'object' })
const anyJson = z.unknown()

export const clientId = z.string().regex(/^[\w-]{8,60}$/u, '编辑器标识无效，请刷新页面。')
export const articleKey = z.string().regex(/^[\w-]{1,40}$/u, '没有这一条。')

const personSchema = z.object({ id: z.string(), name: z.string() })
export const leaseSchema = z.object({ articleKey: z.string(), personId: z.string(), personName: z.string(), clientId: z.string(), takenAt: z.string(), expiresAt: z.string() }).openapi('ArticleLease')
export const presenceSchema = z
  .object({ clientId: z.string(), personId: z.string(), personName: z.string(), articleKey: z.string().nullable(), anchor: z.number().int().nullable(), head: z.number().int().nullable(), version: z.number().int().nullable() })
  .openapi('DraftPresence')
export const placeSchema = z.object({ clientId, articleKey: articleKey.nullable(), anchor: z.number().int().nonnegative().nullable(), head: z.number().int().nonnegative().nullable(), version: z.number().int().nonnegative().nullable() })

export const draftSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('empty') }),
  z.object({ kind: z.literal('file'), fileId: z.uuid() }),
  z.object({ kind: z.literal('snapshot'), snapshotId: z.uuid() }),
  z.object({ kind: z.literal('version'), versionId: z.uuid() }),
])
export const companySchema = z
  .object({
    leases: z.array(leaseSchema), people: z.array(presenceSchema), state: z.string(), stateLabel: z.string(),
    /** false: the text was voted or published, or is being voted on */
    open: z.boolean(), may: z.object({ write: z.boolean(), keep: z.boolean(), restore: z.boolean(), release: z.boolean(), comment: z.boolean() }),
  })
  .openapi('DraftCompany')
export const draftSchema = companySchema
  .extend({
    id: z.string(), projectId: z.string(), title: z.string(), version: z.number().int(), schemaVersion: z.number().int(),
    /** the document of law/text's editorSchema at `version` */
    doc: anyJson,
    tracking: z.boolean(), baseDoc: anyJson, baseVersion: z.number().int(),
    person: personSchema,
  })
  .openapi('Draft')

export const stepInputSchema = z
  .object({
    version: z.number().int().nonnegative(), clientId, batch: z.string().regex(/^[\w-]{1,60}$/u),
    steps: z.array(z.object({ kind: z.enum(stepKinds).default('edit'), step: z.record(z.string(), z.unknown()), data: z.record(z.string(), z.unknown()).optional(), authorName: z.string().trim().max(60).nullable().optional() })).min(1).max(1_000),
  })
  .openapi('DraftSteps')
export const stepsSchema = z
  .object({
    version: z.number().int(), gone: z.boolean(),
    steps: z.array(z.object({
      version: z.number().int(), kind: z.string(), step: anyJson, data: anyJson, clientId: z.string(), batch: z.string(), personId: z.string(), personName: z.string(), authorName: z.string().nullable(), at: z.string(),
    })),
  })
  .openapi('DraftStepsSince')

export const snapshotInputSchema = z.object({ kind: z.enum(snapshotKinds).default('working'), label: z.string().trim().min(1).max(60).optional(), reason: z.string().trim().max(500).optional(), meetingId: z.uuid().optional() }).openapi('DraftSnapshotInput')
export const snapshotsSchema = z
  .object({
    projectId: z.string(), title: z.string(), mayOpen: z.boolean(),
    items: z.array(z.object({
      id: z.string(), seq: z.number().int(), kind: z.string(), kindLabel: z.string(), label: z.string(), reason: z.string().nullable(), version: z.number().int(), textDigest: z.string(), meetingId: z.string().nullable(),
      madeOn: z.string(), madeByName: z.string(), madeAt: z.string(), basedOnId: z.string().nullable(), amendments: anyJson,
    })),
  })
  .openapi('DraftSnapshots')
const side = z.object({ id: z.string(), label: z.string(), seq: z.number().int().nullable(), madeOn: z.string().nullable(), title: z.string() })
export const importedChangesSchema = z
  .object({
    written: z.boolean(), version: z.number().int(), taken: z.number().int(), notTaken: z.array(z.object({ article: z.string(), why: z.string(), changed: z.boolean() })),
    authors: z.array(z.object({ name: z.string(), changes: z.number().int(), named: z.boolean() })),
  })
  .openapi('ImportedChanges')
export const draftTextSchema = side.extend({ text: opaque<LegalText>(), doc: anyJson }).openapi('DraftText')
export const comparedTextsSchema = z.object({ from: side, to: side, algorithm: z.string(), comparison: opaque<Comparison>() }).openapi('ComparedDraftTexts')
export const comparedThreeTextsSchema = z.object({ from: side, middle: side, to: side, algorithm: z.string(), comparison: opaque<ThreeComparison>() }).openapi('ComparedThreeDraftTexts')

const anchorSchema = z.object({ exact: z.string().min(1).max(2_000), prefix: z.string().max(100), suffix: z.string().max(100), start: z.number().int().nonnegative() })
const words = (empty: string) => z.string().trim().min(1, empty).max(4_000)
export const commentInputSchema = z.object({ text: words('请填写批注。'), articleKey: articleKey.nullable().default(null), quote: anchorSchema.nullable().default(null), version: z.number().int().nonnegative() }).openapi('DraftCommentInput')
export const replyInputSchema = z.object({ text: words('请填写回复。') })
export const commentsSchema = z
  .object({
    items: z.array(z.object({
      id: z.string(), revision: z.number().int(), parentId: z.string().nullable(), articleKey: z.string().nullable(), articleLabel: z.string().nullable(), quote: anyJson, version: z.number().int(), text: z.string(),
      resolved: z.boolean(), by: z.string(), byName: z.string(), at: z.string(), resolvedByName: z.string().nullable(), resolvedAt: z.string().nullable(), own: z.boolean(),
    })),
  })
  .openapi('DraftComments')
export const ignoreInputSchema = z.object({ ruleId: z.string().min(1).max(20), articleKey, quote: z.string().max(500), reason: words('请说明为什么此处不提示。').max(500) }).openapi('LintIgnoreInput')
export const ignoresSchema = z
  .object({ items: z.array(z.object({ id: z.string(), ruleId: z.string(), articleKey: z.string(), quote: z.string(), reason: z.string(), byName: z.string(), at: z.string(), undoneAt: z.string().nullable() })) })
  .openapi('LintIgnores')

export const authorshipSchema = z.object({ version: z.number().int(), authored: z.array(z.object({ from: z.number().int(), to: z.number().int(), by: z.string(), at: z.string(), moved: z.boolean().optional(), gone: z.string().optional() })) }).openapi('DraftAuthorship')

export const reasonInputSchema = z
  .object({
    text: words('请写明为什么这样改。'), changeId: z.uuid().optional(), snapshotId: z.uuid().optional(), meetingId: z.uuid().optional(), speechId: z.uuid().optional(),
    opinion: z.object({ from: z.string().trim().min(1).max(100), on: legalDate.nullable().default(null), words: z.string().trim().min(1).max(4_000) }).optional(),
  })
  .openapi('ChangeReasonInput')
export const articleHistorySchema = z
  .object({
    articleKey: z.string(), label: z.string().nullable(), words: z.string().nullable(),
    texts: z.array(z.object({ id: z.string(), seq: z.number().int(), kind: z.string(), label: z.string(), madeOn: z.string(), version: z.number().int(), articleLabel: z.string().nullable(), words: z.string().nullable(), changed: z.boolean() })),
    changes: z.array(z.object({
      id: z.string(), label: z.string(), fromVersion: z.number().int(), toVersion: z.number().int(), personId: z.string(), personName: z.string(), authorName: z.string().nullable(), before: z.string().nullable(), after: z.string().nullable(),
      startedAt: z.string(), at: z.string(), reasonIds: z.array(z.string()),
    })),
    reasons: z.array(z.object({
      id: z.string(), fromVersion: z.number().int().nullable(), toVersion: z.number().int().nullable(), snapshotId: z.string().nullable(), text: z.string(), byName: z.string(), at: z.string(), opinion: anyJson,
      meeting: z.object({ id: z.string(), title: z.string(), on: z.string() }).nullable(), speech: z.object({ id: z.string(), speaker: z.string(), group: z.string().nullable() }).nullable(),
    })),
  })
  .openapi('ArticleHistory')
