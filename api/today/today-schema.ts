import { z } from '@hono/zod-openapi'
import { deadlineSchema } from '../deadline/index.ts'

const itemKinds = ['case', 'distribute', 'extension', 'plan', 'confirmFlags', 'paper', 'receipt', 'draft', 'answer', 'committee', 'suggestion', 'led', 'project', 'task', 'meeting', 'consultation'] as const

/** One thing that is asked of a person. */
const todayItemSchema = z
  .object({
    kind: z.enum(itemKinds),
    id: z.string(),
    /** the case it is about, with the revision that an act on it sends */
    filing: z.object({ id: z.string(), revision: z.number().int() }).nullable(),
    title: z.string(),
    detail: z.string(),
    /** why it stands still, where something keeps it */
    note: z.string().nullable(),
    deadline: deadlineSchema.nullable(),
    act: z.object({ label: z.string(), link: z.string(), /** 催一下: key of what is waited for */ remind: z.string().nullable() }),
    /** somebody waits for it: it is shown whatever its date */
    asked: z.boolean(),
  })
  .openapi('TodayItem')
export type TodayItem = z.infer<typeof todayItemSchema>

const waitingSchema = z
  .object({
    key: z.string(),
    title: z.string(),
    who: z.string(),
    what: z.string(),
    since: z.string().nullable(),
    waitedDays: z.number().int().nullable(),
    deadline: deadlineSchema.nullable(),
    /** a day that was agreed and is no period of a rule (处理计划) */
    until: z.string().nullable(),
    link: z.string(),
    /** there is somebody in the product who can be told */
    mayRemind: z.boolean(),
    remindedToday: z.boolean(),
  })
  .openapi('TodayWaiting')
export type TodayWaiting = z.infer<typeof waitingSchema>

const givenSchema = z
  .object({ id: z.string(), revision: z.number().int(), title: z.string(), detail: z.string(), by: z.string(), on: z.string().nullable(), words: z.string().nullable(), deadline: deadlineSchema.nullable() })
  .openapi('TodayGiven')
export type TodayGiven = z.infer<typeof givenSchema>

const monthSchema = z
  .object({
    month: z.string(), registered: z.number().int(), closed: z.number().int(), open: z.number().int(),
    days: z.array(z.object({ date: z.string(), registered: z.number().int(), closed: z.number().int() })),
  })
  .openapi('TodayMonth')
export type TodayMonth = z.infer<typeof monthSchema>

export const todaySchema = z
  .object({
    today: z.string(),
    groups: z.object({ overdue: z.array(todayItemSchema), threeDays: z.array(todayItemSchema), sevenDays: z.array(todayItemSchema), /** 等我办的: later or without a period, and somebody waits */ asked: z.array(todayItemSchema) }),
    threeDaysTo: z.string(),
    sevenDaysTo: z.string(),
    waiting: z.array(waitingSchema),
    given: z.array(givenSchema),
    /** the case that was worked on last, and where */
    resume: z.object({ id: z.string(), title: z.string(), place: z.string().nullable() }).nullable(),
    month: monthSchema.nullable(),
  })
  .openapi('Today')
export type Today = z.infer<typeof todaySchema>
