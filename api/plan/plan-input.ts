import { z } from '@hono/zod-openapi'
import { planItemClasses, planKinds } from '../../law/procedure/index.ts'
import { legalDate } from '../platform/http/index.ts'

const name = (what: string) => z.string().trim().min(1, `请填写${what}`).max(120, `${what}太长，请不超过 120 字`)
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '月份应写作 2026-06 这样的形式')

/** 新编计划. */
export const newPlanSchema = z
  .object({ kind: z.enum(planKinds), year: z.number().int().min(2000, '请填写四位数的年份').max(2100), untilYear: z.number().int().min(2000).max(2100).nullable().default(null), organId: z.uuid().nullable().default(null) })
  .openapi('NewPlan')
export type NewPlan = z.infer<typeof newPlanSchema>

/** 一个计划项目 as it is typed. */
export const planItemSchema = z
  .object({
    title: name('项目名称'), class: z.enum(planItemClasses), proposer: z.string().trim().max(120).default(''), proposerOrganId: z.uuid().nullable().default(null), draftingOrgan: z.string().trim().max(120).default(''),
    draftingOrganId: z.uuid().nullable().default(null), committee: z.string().trim().max(120).nullable().default(null), committeeOrganId: z.uuid().nullable().default(null), dueMonth: month.nullable().default(null),
    note: z.string().trim().max(500).nullable().default(null), carriedFromId: z.uuid().nullable().default(null),
  })
  .openapi('PlanItemInput')
export type PlanItemInput = z.infer<typeof planItemSchema>

/** One change of an adjustment: an item that is added, one that is taken out, another month or class. */
const changeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('add'), item: planItemSchema }),
  z.object({ kind: z.literal('end'), itemId: z.uuid() }),
  z.object({ kind: z.literal('month'), itemId: z.uuid(), dueMonth: month }),
  z.object({ kind: z.literal('class'), itemId: z.uuid(), class: z.enum(planItemClasses) }),
])
export type PlanChange = z.infer<typeof changeSchema>
export const adjustmentSchema = z
  .object({
    decidedOn: legalDate,
    /** in words, where the meeting is not in the product */
    decidedBy: z.string().trim().max(120, '会议名称太长，请不超过 120 字').default(''), meetingId: z.uuid().nullable().default(null), reason: z.string().trim().min(1, '请写明调整的理由').max(2000),
    changes: z.array(changeSchema).min(1, '请写明调整了哪些项目').max(50),
  })
  .refine((a) => a.meetingId !== null || a.decidedBy !== '', { message: '请选择作出决定的会议；不在清单里的，写明会议名称。', path: ['decidedBy'] })
  .openapi('PlanAdjustmentInput')
export type AdjustmentInput = z.infer<typeof adjustmentSchema>

export const explanationSchema = z
  .object({ text: z.string().trim().min(1, '请填写说明的内容').max(4000), documentNo: z.string().trim().max(60).nullable().default(null), receivedOn: legalDate, fileIds: z.array(z.uuid()).max(10).default([]) })
  .openapi('LateExplanationInput')
export type ExplanationInput = z.infer<typeof explanationSchema>

export const considerationSchema = z
  .object({ consideredOn: legalDate, note: z.string().trim().min(1, '请填写主任会议的意见').max(1000), newMonth: month.nullable().default(null) })
  .openapi('LateExplanationConsideration')
export type ConsiderationInput = z.infer<typeof considerationSchema>
