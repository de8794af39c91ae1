import { fromDateColumn } from '../platform/legal-date.ts'
import { committeesServedAs } from '../platform/policy/actor.ts'
import { projectPolicy } from '../procedure/index.ts'
import type { TodayItem } from './today-schema.ts'
import type { TodayView } from './today-view.ts'

const MOST = 100
const item = (project: { id: string; title: string }, note: string, label: string, link: string): TodayItem => ({ kind: 'consultation', id: project.id, filing: null, title: project.title, detail: '公开征求意见', note, deadline: null, act: { label, link, remind: null }, asked: true })

/** 公开征求意见 for those who give it to the public: drafts that were not published yet, and periods that ended without 意见采纳情况. */
export async function consultationsToPublish(view: TodayView): Promise<TodayItem[]> {
  const { services, actor, today } = view
  const houses = committeesServedAs(actor, 'legislationChief', 'issuer')
  if (houses.length === 0) return []
  const rows = await services.prisma.project.findMany({
    where: { organId: { in: houses }, closedOn: null, OR: [{ state: 'consultation' }, { consultations: { some: { revokedAt: null, disposition: null } } }] }, orderBy: { id: 'asc' }, take: MOST,
    select: { id: true, title: true, state: true, events: { where: { transition: 'consult' }, orderBy: { id: 'desc' }, take: 1, select: { id: true } }, consultations: { where: { revokedAt: null }, orderBy: { id: 'desc' }, take: 1, select: { id: true, closesOn: true, disposition: true } } },
  })
  return rows.flatMap((row): TodayItem[] => {
    const link = `/projects/${row.id}/consultation`
    const [published] = row.consultations
    if (row.state === 'consultation' && (published === undefined || published.id < (row.events[0]?.id ?? ''))) return [item(row, '草案还没有向社会公布', '向社会公布', link)]
    if (published === undefined || published.disposition !== null || fromDateColumn(published.closesOn) >= today) return []
    return [item(row, `${fromDateColumn(published.closesOn)} 截止，还没有公布意见采纳情况`, '公布采纳情况', link)]
  })
}

/** Projects on which the province was asked for its view and has not given it. */
const asked = { events: { some: { transition: 'requestProvinceView' } }, closedOn: null }

/** The last time that the province was asked, where no view came after it. */
async function openRequests(view: TodayView, action: 'read' | 'act') {
  const { services, actor } = view
  const rows = await services.prisma.project.findMany({
    where: { AND: [projectPolicy.scope(actor, action), asked] }, orderBy: { id: 'asc' }, take: MOST,
    select: {
      id: true, title: true, responsibleId: true, events: { where: { transition: { in: ['requestProvinceView', 'recordProvinceView'] } }, orderBy: { id: 'desc' }, take: 1, select: { transition: true, on: true } },
      members: { where: { part: 'provinceConsulted', to: null }, select: { organId: true, name: true } },
    },
  })
  return rows.flatMap((row) => (row.events[0]?.transition === 'requestProvinceView' ? [{ ...row, askedOn: fromDateColumn(row.events[0].on) }] : []))
}

/** For the commission above: drafts on which it was asked. */
export async function viewsToGive(view: TodayView): Promise<TodayItem[]> {
  const provinces = committeesServedAs(view.actor, 'provinceOfficer')
  if (provinces.length === 0) return []
  const rows = (await openRequests(view, 'act')).filter((row) => row.members.some((m) => m.organId !== null && provinces.includes(m.organId)))
  return rows.map((row) => ({ kind: 'consultation', id: row.id, filing: null, title: row.title, detail: '下级人大常委会征求意见', note: `${row.askedOn} 送来，还没有反馈意见`, deadline: null, act: { label: '反馈意见', link: `/projects/${row.id}`, remind: null }, asked: true }))
}

/** For whoever carries the project: views of the province that have not come, with the organs that owe them. */
export async function viewsAwaited(view: TodayView): Promise<{ id: string; title: string; askedOn: string; organs: { id: string; name: string }[] }[]> {
  if (committeesServedAs(view.actor, 'legislationOfficer', 'legislationChief').length === 0) return []
  return (await openRequests(view, 'read')).filter((row) => row.responsibleId === view.actor.personId).map((row) => ({ id: row.id, title: row.title, askedOn: row.askedOn, organs: row.members.flatMap((m) => (m.organId === null ? [] : [{ id: m.organId, name: m.name }])) }))
}
