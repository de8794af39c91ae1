import { addDays, compareDates, provisionalDay } from '../../law/deadline/index.ts'
import { filingPolicy } from '../filing/index.ts'
import { fromDateColumnOrNull, toDateColumn } from '../platform/legal-date.ts'
import { viewCondition } from '../queue/index.ts'
import type { TodayMonth } from './today-schema.ts'
import type { TodayView } from './today-view.ts'

/** Cases registered and closed on each working day of this month, as far as the policy lets the person count; null for who may not. */
export async function monthFigures(view: TodayView): Promise<TodayMonth | null> {
  const { services, actor, today, calendar } = view
  const scope = filingPolicy.scope(actor, 'statistics')
  if ('id' in scope) return null
  const from = `${today.slice(0, 7)}-01`
  const month = { gte: toDateColumn(from), lte: toDateColumn(today) }
  const { prisma } = services
  const [registered, closed, open] = await Promise.all([
    prisma.filing.groupBy({ by: ['registeredOn'], where: { AND: [scope, { registeredOn: month }] }, _count: true }),
    prisma.filing.groupBy({ by: ['closedOn'], where: { AND: [scope, { closedOn: month }] }, _count: true }),
    prisma.filing.count({ where: { AND: [scope, viewCondition('open', { personId: actor.personId, today })] } }),
  ])
  const registeredOn = new Map(registered.map((r) => [fromDateColumnOrNull(r.registeredOn), r._count]))
  const closedOn = new Map(closed.map((r) => [fromDateColumnOrNull(r.closedOn), r._count]))
  const days: TodayMonth['days'] = []
  for (let date = from; compareDates(date, today) <= 0; date = addDays(date, 1)) {
    const figures = { date, registered: registeredOn.get(date) ?? 0, closed: closedOn.get(date) ?? 0 }
    // what was entered on a day of rest is shown as well: no figure disappears
    if (provisionalDay(calendar, date).work || date === today || figures.registered + figures.closed > 0) days.push(figures)
  }
  const sum = (key: 'registered' | 'closed'): number => days.reduce((total, day) => total + day[key], 0)
  return { month: today.slice(0, 7), registered: sum('registered'), closed: sum('closed'), open, days }
}
