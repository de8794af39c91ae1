import { filingPolicy } from '../filing/index.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import type { TodayGiven } from './today-schema.ts'
import { caseInclude, deadlineOf, detailOf, type TodayView } from './today-view.ts'

const givingSteps = ['assign', 'distribute', 'distributeFurther']

/** 交给我的: distributed cases of which this person is the reviewer and has not begun. */
export async function givenCases(view: TodayView): Promise<TodayGiven[]> {
  const rows = await view.services.prisma.filing.findMany({
    where: { AND: [filingPolicy.scope(view.actor, 'review'), { state: 'distributed', reviewerId: view.actor.personId }] },
    include: { ...caseInclude, events: { where: { transition: { in: givingSteps } }, orderBy: { id: 'desc' }, take: 1 }, tasks: { where: { kind: 'committeeOpinion' }, orderBy: { createdAt: 'desc' }, take: 1, select: { request: true } } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => {
    const event = row.events[0]
    return {
      id: row.id, revision: row.revision, title: row.title, detail: detailOf(row), by: event?.actorName ?? '', on: event === undefined ? null : fromDateColumn(event.on), words: event?.note ?? null, deadline: deadlineOf(view, row),
    }
  })
}

/** The case under review on which this person worked last, with the place of the last flag. */
export async function caseToResume(view: TodayView): Promise<{ id: string; title: string; place: string | null } | null> {
  const { services, actor } = view
  const own = { AND: [filingPolicy.scope(actor, 'review'), { state: 'underReview', reviewerId: actor.personId }] }
  const flag = await services.prisma.reviewFlag.findFirst({ where: { raisedBy: actor.personId, filing: { is: own } }, orderBy: { raisedAt: 'desc' }, include: { filing: { select: { id: true, title: true } } } })
  const tick = await services.prisma.standardTick.findFirst({ where: { by: actor.personId, filing: { is: own } }, orderBy: { id: 'desc' }, include: { filing: { select: { id: true, title: true } } } })
  if (flag !== null && (tick === null || flag.raisedAt >= tick.at || flag.filingId === tick.filingId)) return { ...flag.filing, place: flag.articleLabel }
  return tick === null ? null : { ...tick.filing, place: null }
}
