import { hearingKindLabels, hearingKindOf } from '../../law/procedure/index.ts'
import { fromDateColumn, toDateColumn } from '../platform/legal-date.ts'
import { committeesServedAs } from '../platform/policy/actor.ts'
import { dayAhead } from './project-days.ts'
import { shownDay } from './set-day.ts'
import type { TodayItem } from './today-schema.ts'
import type { TodayView } from './today-view.ts'

/** Hearings to which people applied and that still want their participants chosen or told, for whoever carries the project. */
export async function hearingsToChoose(view: TodayView): Promise<TodayItem[]> {
  const { services, actor, today } = view
  const houses = committeesServedAs(actor, 'legislationOfficer', 'legislationChief')
  if (houses.length === 0) return []
  const day = toDateColumn(today)
  const rows = await services.prisma.publicHearing.findMany({
    where: { organId: { in: houses }, revokedAt: null, cancelledOn: null, applyTo: { lt: day }, heldOn: { gte: day }, applied: { gt: 0 }, project: { OR: [{ responsibleId: actor.personId }, { responsibleId: null }] } }, orderBy: [{ heldOn: 'asc' }, { id: 'asc' }],
    include: { choices: { orderBy: { id: 'desc' }, take: 1, include: { telling: true, _count: { select: { answers: true } } } } },
  })
  const found = await Promise.all(rows.map(async (row): Promise<TodayItem | null> => {
    const [last] = row.choices
    const chosen = last !== undefined && last._count.answers === row.applied
    if (chosen && last.telling !== null) return null
    const heldOn = fromDateColumn(row.heldOn)
    const key = chosen ? 'legislation.hearing.texts' : 'legislation.hearing.witnesses'
    const due = row.kind === 'hearing' ? await dayAhead(view, { organId: row.organId, key, of: heldOn }) : null
    return {
      kind: 'consultation', id: row.id, filing: null, title: row.title, detail: hearingKindLabels[hearingKindOf(row.kind)], note: chosen ? '参加人已经确定，还没有告知' : `${row.applied} 人报名，${heldOn} 举行，还没有确定参加人`,
      deadline: due === null ? null : shownDay(view, key, due, today), act: { label: chosen ? '告知' : '确定参加人', link: `/projects/${row.projectId}/hearings`, remind: null }, asked: true,
    }
  }))
  return found.filter((item) => item !== null)
}
