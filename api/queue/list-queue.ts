import { conclusions, documentKindFacts, filingProcedure, stateOf } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { deadlineSchema, presentDeadline, workCalendar } from '../deadline/index.ts'
import { filingPolicy } from '../filing/index.ts'
import { z } from '@hono/zod-openapi'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { queueCondition, type QueueFilter, queueViews, viewCondition, type QueueView } from './queue-filter.ts'
import { afterCursor, cursorAfter, orderBy, type QueueOrder } from './queue-order.ts'

const person = z.object({ id: z.string(), name: z.string() }).nullable()
export const queueItemSchema = z
  .object({
    id: z.string(), revision: z.number().int(), registrationNo: z.string().nullable(), title: z.string(), documentNo: z.string(),
    maker: z.object({ id: z.string(), name: z.string() }), kind: z.object({ id: z.string(), label: z.string() }), mode: z.object({ id: z.string(), label: z.string() }),
    promulgated: z.string().nullable(), registeredOn: z.string().nullable(), dueOn: z.string().nullable(), deadline: deadlineSchema.nullable(),
    /** 中止: no days are counted; on this day the plan lapses and the review goes on */
    suspendedUntil: z.string().nullable(),
    /** how a concluded case ended */
    outcome: z.string().nullable(),
    reviewer: person, leader: person, state: z.object({ id: z.string(), label: z.string(), sign: z.string() }),
    flags: z.object({ count: z.number().int(), serious: z.number().int() }), marks: z.array(z.string()),
  })
  .openapi('QueueItem')
type QueueItem = z.infer<typeof queueItemSchema>

/** 审查方式 (domain §2.4). */
const modeLabels: Record<string, string> = { exOfficio: '依职权', demand: '审查要求', suggestion: '审查建议', transferred: '移送', special: '专项', joint: '联合' }

const include = {
  maker: { select: { id: true, shortName: true } },
  clocks: { where: { state: { in: ['running', 'suspended'] }, taskId: null } },
  flags: { where: { state: { not: 'withdrawn' } }, select: { severity: true } },
} satisfies Prisma.FilingInclude
type Row = Prisma.FilingGetPayload<{ include: typeof include }>

export type QueuePage = { items: QueueItem[]; next: string | null; total: number }

/** One page of the queue, as far as the policy's scope reaches. */
export async function listQueue(options: { services: Services; actor: Actor; filter: QueueFilter; order: QueueOrder; cursor?: string; limit: number }): Promise<QueuePage> {
  const { services, actor, filter, order, cursor, limit } = options
  const where: Prisma.FilingWhereInput = { AND: [filingPolicy.scope(actor, 'readInternal'), queueCondition(filter, { personId: actor.personId, today: services.clock.today() })] }
  const [rows, total] = await Promise.all([
    services.prisma.filing.findMany({ where: cursor === undefined ? where : { AND: [where, afterCursor(cursor, order)] }, include, orderBy: orderBy(order), take: limit + 1 }),
    services.prisma.filing.count({ where }),
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: await presentRows(services, shown), next: rows.length > limit && last !== undefined ? cursorAfter(last, order) : null, total }
}

/** How many cases each named view holds for this person. */
export async function countViews(options: { services: Services; actor: Actor }): Promise<{ view: QueueView; label: string; count: number }[]> {
  const { services, actor } = options
  const scope = filingPolicy.scope(actor, 'readInternal')
  const views = Object.entries(queueViews) as [QueueView, string][]
  return Promise.all(
    views.map(async ([view, label]) => ({
      view,
      label,
      count: await services.prisma.filing.count({ where: { AND: [scope, viewCondition(view, { personId: actor.personId, today: services.clock.today() })] } }),
    })),
  )
}

async function presentRows(services: Services, rows: Row[]): Promise<QueueItem[]> {
  const today = services.clock.today()
  const calendar = await workCalendar(services.prisma)
  const ids = [...new Set(rows.flatMap((r) => [r.reviewerId, r.leaderId].filter((id) => id !== null)))]
  const names = new Map((await services.prisma.person.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } })).map((p) => [p.id, p.name]))
  const named = (id: string | null) => (id === null ? null : { id, name: names.get(id) ?? '' })
  return rows.map((row) => {
    const state = filingProcedure.states.find((s) => s.id === row.state)
    const clock = row.clocks.find((c) => c.key === row.dueKey) ?? row.clocks.toSorted((a, b) => (a.dueOn?.getTime() ?? Infinity) - (b.dueOn?.getTime() ?? Infinity))[0]
    return {
      id: row.id, revision: row.revision, registrationNo: row.registrationNo, title: row.title, documentNo: row.documentNo,
      maker: { id: row.maker.id, name: row.maker.shortName }, kind: { id: row.documentKind, label: documentKindFacts.find((k) => k.kind === row.documentKind)?.label ?? row.documentKind },
      mode: { id: row.mode, label: modeLabels[row.mode] ?? row.mode }, promulgated: fromDateColumnOrNull(row.promulgated), registeredOn: fromDateColumnOrNull(row.registeredOn), dueOn: fromDateColumnOrNull(row.dueOn),
      deadline: clock === undefined ? null : presentDeadline(clock, { today, calendar }), suspendedUntil: row.state === 'suspended' ? fromDateColumnOrNull(row.dueOn) : null, reviewer: named(row.reviewerId), leader: named(row.leaderId),
      outcome: row.outcome === null ? null : (conclusions[stateOf(filingProcedure, row.outcome).id] ?? null),
      state: { id: row.state, label: state?.label ?? row.state, sign: state?.sign ?? '●' },
      flags: { count: row.flags.length, serious: row.flags.filter((f) => f.severity === 'serious').length }, marks: row.flagsOnRecord,
    }
  })
}
