import { z } from '@hono/zod-openapi'
import { legalDate } from '../../platform/http/index.ts'
import { libraryKinds } from '../library-kind.ts'

const kinds = Object.keys(libraryKinds)
export const libraryKindSchema = z.string().refine((kind) => kinds.includes(kind), '没有这种文件')

/** What a person says of a text; it goes before what the text says of itself. */
export const saidSchema = z.object({
  title: z.string().trim().min(1, '请填写标题，或者留给程序读取').max(300).optional(),
  issuer: z.string().trim().min(1, '请填写制定机关，或者留给程序读取').max(200).optional(),
  kind: libraryKindSchema.optional(),
  documentNo: z.string().trim().max(100).optional(),
  promulgated: legalDate.optional(),
  effectiveFrom: legalDate.optional(),
})

/** What was asked of a run, as it is kept so that a run that was cut off goes on. */
export const importRequestSchema = z.object({ fileIds: z.array(z.uuid()).min(1, '请先上传要导入的文件').max(500, '一次最多导入 500 个文件'), said: saidSchema.optional(), publish: z.boolean() })
export type ImportRequest = z.infer<typeof importRequestSchema>

const reportSchema = z.object({ line: z.number().int(), code: z.string(), message: z.string() })

export const importedTextSchema = z
  .object({
    file: z.string(),
    status: z.enum(['stored', 'sameText', 'otherText', 'fileOnly', 'refused']),
    workKey: z.string().nullable(),
    dateKey: z.string().nullable(),
    title: z.string().nullable(),
    articles: z.number().int(),
    message: z.string().nullable(),
    unknown: z.array(z.string()),
    problems: z.array(reportSchema),
    // runs that were kept before remarks were parted from problems have none
    remarks: z.array(reportSchema).default([]),
  })
  .openapi('ImportedText')

export const importRunSchema = z
  .object({
    id: z.string(), startedAt: z.string(), finishedAt: z.string().nullable(), source: z.string(), total: z.number().int(), done: z.number().int(), stored: z.number().int(), failed: z.number().int(),
    results: z.array(importedTextSchema),
  })
  .openapi('ImportRun')
