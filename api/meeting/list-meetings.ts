import { meetingKind, meetingProcedure } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { decodeCursor, encodeCursor } from '../platform/http/index.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { meetingPolicy } from './policy.ts'

/** Tabs of the list: what is to come or being held, what was held; or one month of the calendar. */
export const meetingViews = ['upcoming', 'past', 'month'] as const
export type MeetingView = (typeof meetingViews)[number]

const conditions = (view: MeetingView, month: string | undefined): Prisma.MeetingWhereInput => {
  switch (view) {
    case 'upcoming':
      return { state: { in: ['planned', 'notified', 'inSession'] } }
    case 'past':
      return { state: { in: ['closed', 'cancelled'] } }
    case 'month': {
      const [year = 2000, at = 1] = (month ?? '').split('-').map(Number)
      return { startsOn: { gte: new Date(Date.UTC(year, at - 1, 1)), lt: new Date(Date.UTC(year, at, 1)) } }
    }
    default: {
      const never: never = view
      return never
    }
  }
}

/** Meetings that a person may know of: what is to come by date, what was held newest first. */
export async function listMeetings(options: { services: Services; actor: Actor; view: MeetingView; kind: string | undefined; month: string | undefined; text: string; cursor: string | undefined; limit: number }) {
  const { services, actor, view, kind, month, text, limit } = options
  const { prisma } = services
  const scope = meetingPolicy.scope(actor, 'read')
  const where: Prisma.MeetingWhereInput = { AND: [scope, conditions(view, month ?? services.clock.today().slice(0, 7)), kind === undefined ? {} : { kind }, text === '' ? {} : { title: { contains: text, mode: 'insensitive' } }] }
  const offset = options.cursor === undefined ? 0 : Number(decodeCursor(options.cursor)[0] ?? 0)
  const direction = view === 'past' ? ('desc' as const) : ('asc' as const)
  const [rows, upcoming, past] = await Promise.all([
    prisma.meeting.findMany({ where, orderBy: [{ startsOn: direction }, { startsAt: direction }, { id: direction }], skip: offset, take: limit + 1, include: { _count: { select: { agenda: true, files: true } } } }),
    prisma.meeting.count({ where: { AND: [scope, conditions('upcoming', undefined)] } }),
    prisma.meeting.count({ where: { AND: [scope, conditions('past', undefined)] } }),
  ])
  const committees = await prisma.organ.findMany({ where: { id: { in: rows.flatMap((r) => (r.committeeOrganId === null ? [] : [r.committeeOrganId])) } }, select: { id: true, name: true } })
  const items = rows.slice(0, limit).map((row) => {
    const state = meetingProcedure.states.find((s) => s.id === row.state)
    return {
      id: row.id, kind: row.kind, kindLabel: meetingKind(row.kind).label, title: row.title, committee: committees.find((c) => c.id === row.committeeOrganId)?.name ?? null, state: row.state, stateLabel: state?.label ?? row.state, stateSign: state?.sign ?? '●',
      startsOn: fromDateColumn(row.startsOn), startsAt: row.startsAt, endsOn: fromDateColumn(row.endsOn), place: row.place, items: row._count.agenda, files: row._count.files, materialsDueOn: fromDateColumnOrNull(row.materialsDueOn),
    }
  })
  return { items, next: rows.length > limit ? encodeCursor([offset + limit]) : null, total: null, counts: { upcoming, past } }
}
