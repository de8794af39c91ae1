import { z } from '@hono/zod-openapi'
import { flagCodes, flagSeverities, standards } from '../../law/procedure/index.ts'
import { legalDate } from '../platform/http/index.ts'

const superior = z.discriminatedUnion('source', [
  z.object({ source: z.literal('library'), versionId: z.uuid(), eId: z.string().min(1).max(200), quote: z.string().max(5000).optional() }),
  z.object({
    source: z.literal('pasted'), title: z.string().trim().min(2, '请写明上位法的名称').max(200), label: z.string().trim().min(1, '请写明第几条').max(60), text: z.string().trim().min(4, '请粘贴上位法条文').max(5000),
  }),
])

/** What is filled in to raise or edit a flag. */
export const flagBody = z
  .object({
    passage: z.array(z.object({ eId: z.string().min(1).max(200), start: z.number().int().min(0), exact: z.string().min(1).max(5000) })).min(1, '请先在左边的文本里选取要标注的文字').max(60),
    standard: z.enum(standards, '请选择标准'),
    code: z.enum(flagCodes, '请选择问题'),
    severity: z.enum(flagSeverities, '请选择严重、一般或者提示'),
    reason: z.string().trim().min(4, '请写明理由').max(5000),
    suggestion: z.string().trim().max(5000).default(''),
    superior: superior.nullable().default(null),
    judgedOn: legalDate,
  })
  .openapi('FlagBody')
