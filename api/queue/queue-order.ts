import type { Prisma } from '../../prisma/generated/client.ts'
import { decodeCursor, encodeCursor } from '../platform/http/index.ts'
import { problem } from '../platform/problem/problems.ts'

/** Columns by which the queue can be sorted. Dates may be empty: empty ones stand last in either direction. */
export const queueSorts = ['dueOn', 'registeredOn', 'registrationNo', 'title', 'documentNo', 'state', 'mode'] as const
export type QueueSort = (typeof queueSorts)[number]
export type QueueOrder = { sort: QueueSort; descending: boolean }

type Sortable = { id: string; dueOn: Date | null; registeredOn: Date | null; registrationNo: string | null; title: string; documentNo: string; state: string; mode: string }

const nullable: ReadonlySet<QueueSort> = new Set(['dueOn', 'registeredOn', 'registrationNo'])

export function orderBy(order: QueueOrder): Prisma.FilingOrderByWithRelationInput[] {
  const direction = order.descending ? 'desc' : 'asc'
  return [nullable.has(order.sort) ? { [order.sort]: { sort: direction, nulls: 'last' } } : { [order.sort]: direction }, { id: 'asc' }]
}

const valueOf = (row: Sortable, sort: QueueSort): string | null => {
  const value = row[sort]
  return value instanceof Date ? value.toISOString() : value
}

/** The cursor of the last row shown. */
export const cursorAfter = (row: Sortable, order: QueueOrder): string => encodeCursor([order.sort, order.descending ? 'd' : 'a', valueOf(row, order.sort), row.id])

/** The rows after a cursor. One of another order is refused: the list would skip cases. */
export function afterCursor(cursor: string, order: QueueOrder): Prisma.FilingWhereInput {
  const [sort, direction, value, id] = decodeCursor(cursor)
  if (sort !== order.sort || direction !== (order.descending ? 'd' : 'a') || typeof id !== 'string') {
    throw problem('unreadable-request', { detail: '排序已改变，请回到第一页。' })
  }
  const sameButLater = (v: unknown): Prisma.FilingWhereInput => ({ [order.sort]: v, id: { gt: id } })
  if (value === null) return sameButLater(null)
  const parsed = order.sort === 'dueOn' || order.sort === 'registeredOn' ? new Date(String(value)) : String(value)
  return {
    OR: [
      { [order.sort]: order.descending ? { lt: parsed } : { gt: parsed } },
      sameButLater(parsed),
      ...(nullable.has(order.sort) ? [{ [order.sort]: null }] : []),
    ],
  }
}
