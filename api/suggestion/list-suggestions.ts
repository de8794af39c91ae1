import { z } from '@hono/zod-openapi'
import { suggestionChannelLabels, suggestionProcedure } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { deadlineSchema, presentDeadline, workCalendar } from '../deadline/index.ts'
import { decodeCursor, encodeCursor } from '../platform/http/index.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { suggestionScope } from './policy.ts'
import { channelOfRow } from './read-suggestion.ts'

/** Tabs of the list: the phases of the work, and demands by themselves because they must be handled. */
export const suggestionViews = ['open', 'received', 'reviewing', 'toAnswer', 'demands', 'done'] as const
export type SuggestionView = (typeof suggestionViews)[number]

const open: Prisma.SuggestionWhereInput = { state: { notIn: ['answered', 'closed'] } }
const conditions: Record<SuggestionView, Prisma.SuggestionWhereInput> = {
  open,
  received: { state: { in: ['received', 'incomplete'] } },
  reviewing: { state: { in: ['accepted', 'reviewing'] }, result: null },
  toAnswer: { OR: [{ state: { in: ['notStarted', 'transferred'] } }, { state: 'reviewing', result: { not: null } }] },
  demands: { kind: { not: 'suggestion' }, ...open },
  done: { state: { in: ['answered', 'closed'] } },
}

export const suggestionRowSchema = z
  .object({
    id: z.string(), receiptNo: z.string(), kind: z.string(), kindLabel: z.string(), documentTitle: z.string(), documentNo: z.string().nullable(), proposerName: z.string(), state: z.string(),
    stateLabel: z.string(), stateSign: z.string(), receivedOn: z.string(), handler: z.string().nullable(), deadline: deadlineSchema.nullable(),
  })
  .openapi('SuggestionRow')

/** Number, document or proposer: what a person looks for a letter by. */
function wordsIn(text: string): Prisma.SuggestionWhereInput {
  if (text === '') return {}
  const contains = { contains: text, mode: 'insensitive' as const }
  return { OR: [{ receiptNo: contains }, { documentTitle: contains }, { documentNo: contains }, { proposerName: contains }] }
}

/** Suggestions of the committees a person works for: what is open by due date, what is done newest first. By cursor. */
export async function listSuggestions(options: { services: Services; actor: Actor; view: SuggestionView; text: string; cursor: string | undefined; limit: number }) {
  const { services, actor, view, limit } = options
  const { prisma } = services
  const scope = await suggestionScope(prisma, actor, 'read')
  const where: Prisma.SuggestionWhereInput = { AND: [scope, conditions[view], wordsIn(options.text)] }
  const offset = options.cursor === undefined ? 0 : Number(decodeCursor(options.cursor)[0] ?? 0)
  const orderBy: Prisma.SuggestionOrderByWithRelationInput[] = view === 'done' ? [{ receivedOn: 'desc' }, { id: 'desc' }] : [{ dueOn: { sort: 'asc', nulls: 'last' } }, { receivedOn: 'asc' }, { id: 'asc' }]
  const [rows, counts, calendar] = await Promise.all([
    prisma.suggestion.findMany({ where, orderBy, skip: offset, take: limit + 1, include: { clocks: { where: { state: 'running', paperId: null }, orderBy: { dueOn: 'asc' }, take: 1 } } }),
    Promise.all(suggestionViews.map(async (v): Promise<[string, number]> => [v, await prisma.suggestion.count({ where: { AND: [scope, conditions[v]] } })])),
    workCalendar(prisma),
  ])
  const people = await prisma.person.findMany({ where: { id: { in: rows.flatMap((r) => (r.handlerId === null ? [] : [r.handlerId])) } }, select: { id: true, name: true } })
  const items = rows.slice(0, limit).map((row) => {
    const state = suggestionProcedure.states.find((s) => s.id === row.state)
    const [clock] = row.clocks
    return {
      id: row.id, receiptNo: row.receiptNo, kind: row.kind, kindLabel: suggestionChannelLabels[channelOfRow(row)], documentTitle: row.documentTitle, documentNo: row.documentNo, proposerName: row.proposerName,
      state: row.state, stateLabel: state?.label ?? row.state, stateSign: state?.sign ?? '●', receivedOn: fromDateColumn(row.receivedOn), handler: people.find((p) => p.id === row.handlerId)?.name ?? null,
      deadline: clock === undefined ? null : presentDeadline(clock, { today: services.clock.today(), calendar }),
    }
  })
  const found = Object.fromEntries(counts)
  return { items, next: rows.length > limit ? encodeCursor([offset + limit]) : null, total: found[view] ?? null, counts: found }
}
