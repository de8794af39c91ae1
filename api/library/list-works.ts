import type { Prisma } from '../../prisma/generated/client.ts'
import { decodeCursor, encodeCursor } from '../platform/http/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { nearestTo, standingOn, versionDates, versionDatesSelect } from './in-force.ts'
import { libraryKindLabel } from './library-kind.ts'
import { libraryPolicy } from './policy.ts'

export type WorkFilter = { text?: string; kind?: string; issuer?: string }

/** Works with a text that the person may read, from the highest rank; each with its versions counted and the one to show today. */
export async function listWorks(options: { services: Services; actor: Actor; filter: WorkFilter; cursor?: string; limit: number }) {
  const { services, actor, filter, cursor, limit } = options
  const { prisma, clock } = services
  const versions = libraryPolicy.scope(actor, 'read')
  const where = { versions: { some: versions }, AND: conditions(filter) } satisfies Prisma.WorkWhereInput
  const [rows, total] = await Promise.all([
    prisma.work.findMany({
      where: { AND: [where, ...(cursor === undefined ? [] : [after(cursor)])] },
      orderBy: [{ rank: 'asc' }, { title: 'asc' }, { id: 'asc' }],
      take: limit + 1,
      include: { versions: { where: versions, select: { ...versionDatesSelect, title: true, documentNo: true, publishedAt: true, effectiveBasis: true } } },
    }),
    prisma.work.count({ where }),
  ])
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  const today = clock.today()
  const items = shown.map((work) => {
    const dates = work.versions.map(versionDates)
    const current = nearestTo(dates, today)
    const row = work.versions.find((v) => v.id === current?.id)
    return {
      key: work.key, title: work.title, issuer: work.issuer, collection: work.collection, kind: work.documentKind, kindLabel: libraryKindLabel(work.documentKind), versions: work.versions.length,
      internal: work.versions.every((v) => v.publishedAt === null), unknownDates: work.versions.filter((v) => v.effectiveFrom === null).length,
      current: current === null ? null : { dateKey: current.dateKey, documentNo: row?.documentNo ?? null, effectiveFrom: current.effectiveFrom, effectiveTo: current.effectiveTo, standing: standingOn(current, dates, today) },
    }
  })
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor([last.rank, last.title, last.id]) : null, total }
}

function conditions({ text, kind, issuer }: WorkFilter): Prisma.WorkWhereInput[] {
  const holds = (words: string) => ({ contains: words, mode: 'insensitive' as const })
  return [
    ...(text === undefined ? [] : [{ OR: [{ title: holds(text) }, { versions: { some: { documentNo: holds(text) } } }] }]),
    ...(kind === undefined ? [] : [{ documentKind: kind }]),
    ...(issuer === undefined ? [] : [{ issuer: holds(issuer) }]),
  ]
}

function after(cursor: string): Prisma.WorkWhereInput {
  const [rank, title, id] = decodeCursor(cursor)
  if (typeof rank !== 'number' || typeof title !== 'string' || typeof id !== 'string') throw problem('unreadable-request', { detail: '翻页位置无效，请回到第一页。' })
  return { OR: [{ rank: { gt: rank } }, { rank, title: { gt: title } }, { rank, title, id: { gt: id } }] }
}
