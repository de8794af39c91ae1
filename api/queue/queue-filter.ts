import { z } from '@hono/zod-openapi'
import { addDays } from '../../law/deadline/index.ts'
import { filingProcedure } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { legalDate } from '../platform/http/index.ts'
import { toDateColumn } from '../platform/legal-date.ts'

/** States in which nothing is left to do for the review office. */
const doneStates = filingProcedure.states.filter((s) => s.phase === '办结').map((s) => s.id)
/** Before registration the case is the reception's, not the queue's. */
const receptionStates = ['draft', 'submitted', 'receiving', 'pendingCorrection', 'overdueCorrection']
/** States in which the maker has the next word. */
const waitingForMaker = ['questioning', 'opinionIssued', 'suspended', 'orderedToFix']

export const queueViews = {
  open: '全部在办',
  mine: '我承办的',
  dueSoon: '七天内到期',
  overdue: '逾期',
  toDistribute: '待分送',
  county: '县级决议决定',
  waiting: '等制定机关答复',
  done: '已办结',
} as const
export type QueueView = keyof typeof queueViews

const viewKeys = Object.keys(queueViews) as [QueueView, ...QueueView[]]
const many = z.string().max(2000).transform((s) => s.split(',').filter((p) => p !== ''))

/** What a person asks of the queue; lists are joined by commas. */
export const queueFilterSchema = z.object({
  view: z.enum(viewKeys).default('open'),
  kind: many.optional(),
  maker: many.optional(),
  mode: many.optional(),
  state: many.optional(),
  reviewer: z.string().max(60).optional(),
  leader: z.string().max(60).optional(),
  flags: z.enum(['any', 'serious', 'none']).optional(),
  registeredFrom: legalDate.optional(),
  registeredTo: legalDate.optional(),
  text: z.string().trim().max(100).optional(),
})
export type QueueFilter = z.infer<typeof queueFilterSchema>

/** How far ahead “due soon” looks. */
const SOON_DAYS = 7

/** The condition of one of the named views; `personId` is the person who looks. */
export function viewCondition(view: QueueView, options: { personId: string; today: string }): Prisma.FilingWhereInput {
  const open: Prisma.FilingWhereInput = { state: { notIn: [...doneStates, ...receptionStates] } }
  const today = toDateColumn(options.today)
  switch (view) {
    case 'open':
      return open
    case 'mine':
      return { ...open, reviewerId: options.personId }
    case 'dueSoon':
      return { ...open, dueOn: { gte: today, lte: toDateColumn(addDays(options.today, SOON_DAYS)) } }
    case 'overdue':
      return { ...open, dueOn: { lt: today } }
    case 'toDistribute':
      return { state: 'registered' }
    case 'county':
      return { ...open, documentKind: 'resolutionDecision', maker: { is: { level: 'county' } } }
    case 'waiting':
      return { state: { in: waitingForMaker } }
    case 'done':
      return { state: { in: doneStates } }
    default: {
      const never: never = view
      return never
    }
  }
}

/** The whole filter as a condition, to be joined with the policy's scope. */
export function queueCondition(filter: QueueFilter, options: { personId: string; today: string }): Prisma.FilingWhereInput {
  const all: Prisma.FilingWhereInput[] = [viewCondition(filter.view, options)]
  if (filter.kind !== undefined) all.push({ documentKind: { in: filter.kind } })
  if (filter.maker !== undefined) all.push({ makerOrganId: { in: filter.maker } })
  if (filter.mode !== undefined) all.push({ mode: { in: filter.mode } })
  if (filter.state !== undefined) all.push({ state: { in: filter.state } })
  if (filter.reviewer !== undefined) all.push({ reviewerId: filter.reviewer === 'none' ? null : filter.reviewer })
  if (filter.leader !== undefined) all.push({ leaderId: filter.leader === 'none' ? null : filter.leader })
  const raised = { state: { not: 'withdrawn' } }
  if (filter.flags === 'any') all.push({ flags: { some: raised } })
  if (filter.flags === 'serious') all.push({ flags: { some: { ...raised, severity: 'serious' } } })
  if (filter.flags === 'none') all.push({ flags: { none: raised } })
  if (filter.registeredFrom !== undefined) all.push({ registeredOn: { gte: toDateColumn(filter.registeredFrom) } })
  if (filter.registeredTo !== undefined) all.push({ registeredOn: { lte: toDateColumn(filter.registeredTo) } })
  if (filter.text !== undefined && filter.text !== '') {
    const contains = { contains: filter.text, mode: 'insensitive' as const }
    all.push({ OR: [{ title: contains }, { documentNo: contains }, { registrationNo: contains }] })
  }
  return { AND: all }
}
