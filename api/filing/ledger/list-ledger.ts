import { z } from '@hono/zod-openapi'
import { daysBetween, yearOf } from '../../../law/deadline/index.ts'
import { conclusions, documentKindFact, documentKinds, filingProcedure, stateOf } from '../../../law/procedure/index.ts'
import type { Prisma } from '../../../prisma/generated/client.ts'
import { decodeCursor, encodeCursor, page } from '../../platform/http/index.ts'
import { fromDateColumnOrNull, toDateColumn } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import type { Transaction } from '../../platform/work/transaction.ts'
import { filingOrgans, filingPolicy } from '../../procedure/index.ts'
import { stateFor } from '../audience.ts'
import { filingDeadline, lineOf } from '../filing-due.ts'
import { organRef } from '../organ-refs.ts'
import { stateSchema } from '../present-filing.ts'
import { unfiledDocuments } from './unfiled-documents.ts'

export const ledgerItemSchema = z
  .object({
    id: z.string(), documentNo: z.string(), title: z.string(), documentKind: z.string(), maker: z.string(), receiver: z.string(), promulgated: z.string().nullable(), dueOn: z.string().nullable(),
    submittedOn: z.string().nullable(), registrationNo: z.string().nullable(), state: stateSchema,
    /** what the ledger says beside it: 还有 14 天, 按期, 迟报 3 天, 重新报送 */
    remark: z.string(),
    late: z.boolean(),
  })
  .openapi('LedgerItem')
export type LedgerItem = z.infer<typeof ledgerItemSchema>
export const ledgerPageSchema = page(ledgerItemSchema).openapi('LedgerPage')

export const ledgerSummarySchema = z
  .object({
    year: z.number().int(),
    /** 应报: filed, in draft and known but not filed */
    due: z.number().int(),
    filed: z.number().int(),
    onTime: z.number().int(),
    unfiled: z.array(z.object({ versionId: z.string(), title: z.string(), documentNo: z.string().nullable(), promulgated: z.string(), dueOn: z.string().nullable(), remaining: z.string().nullable() })),
  })
  .openapi('LedgerSummary')

export type LedgerQuery = { year?: number; state?: string; q?: string }

const include = { maker: true, receiver: true, clocks: { where: { state: 'running', taskId: null }, orderBy: { dueOn: 'asc' } } } as const satisfies Prisma.FilingInclude
type LedgerRow = Prisma.FilingGetPayload<{ include: typeof include }>

const yearRange = (year: number): Prisma.DateTimeNullableFilter => ({ gte: toDateColumn(`${year}-01-01`), lte: toDateColumn(`${year}-12-31`) })

function ledgerWhere(actor: Actor, query: LedgerQuery): Prisma.FilingWhereInput {
  const words = (query.q ?? '').trim()
  return {
    AND: [
      filingPolicy.scope(actor, 'draft'),
      ...(query.year === undefined ? [] : [{ OR: [{ promulgated: yearRange(query.year) }, { promulgated: null }] }]),
      // the maker is not told of 认为有问题: asking for it must not tell either
      ...(query.state === undefined || query.state === '' ? [] : [{ state: { in: filingProcedure.states.filter((s) => stateFor(s.id, 'maker').id === query.state).map((s) => s.id) } }]),
      ...(words === '' ? [] : [{ OR: [{ title: { contains: words } }, { documentNo: { contains: words } }, { registrationNo: { contains: words } }] }]),
    ],
  }
}

/** All that the own organ has filed or is about to, newest document first. */
export async function listLedger(options: { services: Services; actor: Actor; query: LedgerQuery; cursor?: string; limit: number }): Promise<z.infer<typeof ledgerPageSchema>> {
  const { services, actor, cursor, limit } = options
  const tx = services.prisma
  const where = ledgerWhere(actor, options.query)
  const rows = await tx.filing.findMany({
    where: cursor === undefined ? where : { AND: [where, afterCursor(cursor)] }, include, orderBy: [{ promulgated: { sort: 'desc', nulls: 'first' } }, { id: 'desc' }], take: limit + 1,
  })
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return {
    items: await presentRows(tx, shown, services.clock.today()),
    next: rows.length > limit && last !== undefined ? encodeCursor([fromDateColumnOrNull(last.promulgated), last.id]) : null,
    total: await tx.filing.count({ where }),
  }
}

function afterCursor(cursor: string): Prisma.FilingWhereInput {
  const [on, id] = decodeCursor(cursor)
  if (typeof id !== 'string') return {}
  if (typeof on !== 'string') return { OR: [{ promulgated: null, id: { lt: id } }, { promulgated: { not: null } }] }
  return { OR: [{ promulgated: { lt: toDateColumn(on) } }, { promulgated: toDateColumn(on), id: { lt: id } }] }
}

export async function presentRows(tx: Transaction, rows: LedgerRow[], today: string): Promise<LedgerItem[]> {
  const items: LedgerItem[] = []
  for (const row of rows) {
    const documentKind = z.enum(documentKinds).parse(row.documentKind)
    const promulgated = fromDateColumnOrNull(row.promulgated)
    const line = await lineOf(tx, { maker: organRef(row.maker), documentKind })
    const deadline = await filingDeadline(tx, { line, receiverOrganId: row.receiverOrganId, promulgated, today })
    const { id, label, sign, phase } = stateFor(row.state, 'maker')
    const submittedOn = row.state === 'draft' ? null : fromDateColumnOrNull(row.submittedOn)
    const dueOn = deadline?.dueOn ?? null
    items.push({
      id: row.id, documentNo: row.documentNo, title: row.title, documentKind: documentKindFact(documentKind).label, maker: row.maker.name, receiver: row.receiver.name, promulgated, dueOn, submittedOn,
      registrationNo: row.registrationNo, state: { id, label, sign, phase }, late: isLate({ dueOn, submittedOn, today }), remark: remarkOf({ row, dueOn, submittedOn, today, left: deadline?.remaining?.text ?? null }),
    })
  }
  return items
}

const isLate = (of: { dueOn: string | null; submittedOn: string | null; today: string }): boolean => of.dueOn !== null && (of.submittedOn ?? of.today) > of.dueOn

function remarkOf(of: { row: LedgerRow; dueOn: string | null; submittedOn: string | null; today: string; left: string | null }): string {
  const { row, dueOn, submittedOn } = of
  if (submittedOn === null) return of.left ?? '没有填公布日期'
  const parts = [
    ...(row.supersedesId === null ? [] : ['重新报送']),
    dueOn === null ? '' : submittedOn > dueOn ? `迟报 ${daysBetween(dueOn, submittedOn)} 天` : '按期',
    ...(row.state === 'pendingCorrection' || row.state === 'overdueCorrection' ? correctionRemark(row) : []),
    ...(row.outcome === null || row.outcome === 'reportedUpward' ? [] : [conclusions[stateOf(filingProcedure, row.outcome).id] ?? '']),
  ]
  return parts.filter((p) => p !== '').join('；')
}

const correctionRemark = (row: LedgerRow): string[] => {
  const due = fromDateColumnOrNull(row.clocks.find((c) => c.key === 'correction' || c.key === 'filing.late')?.dueOn ?? null)
  return due === null ? [] : [`${due} 前补正`]
}

/** 应报、已报、按期 of a year, and what the library knows of that was not filed. */
export async function summariseLedger(options: { services: Services; actor: Actor; year?: number }): Promise<z.infer<typeof ledgerSummarySchema>> {
  const { services, actor } = options
  const today = services.clock.today()
  const year = options.year ?? yearOf(today)
  const rows = await services.prisma.filing.findMany({ where: { AND: [filingPolicy.scope(actor, 'draft'), { promulgated: yearRange(year), state: { not: 'returnedOutOfScope' } }] }, include })
  const items = await presentRows(services.prisma, rows, today)
  const unfiled = (await unfiledDocuments(services.prisma, { organIds: filingOrgans(actor), today })).filter((d) => d.promulgated.startsWith(`${year}-`))
  const filed = items.filter((i) => i.submittedOn !== null)
  return { year, due: items.length + unfiled.length, filed: filed.length, onTime: filed.filter((i) => !i.late).length, unfiled: unfiled.map(({ organId: _organ, ...document }) => document) }
}
