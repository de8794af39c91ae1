import { approvalScope, worksOnText } from '../approval/index.ts'
import { presentDeadline } from '../deadline/index.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import { committeesServedAs } from '../platform/policy/actor.ts'
import type { TodayItem } from './today-schema.ts'
import type { TodayView } from './today-view.ts'

const MOST = 100

/** What is on its way through approval: for the province the files that came and their four months, for the city the opinions that wait for an answer. */
export async function approvalsToDecide(view: TodayView): Promise<TodayItem[]> {
  const { services, actor } = view
  const rows = await services.prisma.approvalRequest.findMany({
    where: { AND: [approvalScope(actor), { state: { in: ['sent', 'received'] } }] }, orderBy: [{ dueOn: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }], take: MOST,
    include: { project: { select: { id: true, title: true, organId: true } }, opinions: { where: { answer: null }, select: { id: true } } },
  })
  const province = committeesServedAs(actor, 'provinceOfficer')
  const clocks = await services.prisma.caseClock.findMany({ where: { projectId: { in: rows.map((r) => r.projectId) }, key: 'legislation.approval', state: 'running' }, orderBy: { id: 'asc' } })
  const organs = await services.prisma.organ.findMany({ where: { id: { in: rows.flatMap((r) => [r.project.organId, r.provinceOrganId]) } }, select: { id: true, name: true } })
  return rows.flatMap((row): TodayItem[] => {
    const decides = province.includes(row.provinceOrganId)
    const open = row.opinions.length
    if (!decides && (!worksOnText(actor, row.project.organId) || open === 0)) return []
    const clock = clocks.findLast((c) => c.projectId === row.projectId)
    const label = !decides ? '答复审查意见' : row.state === 'sent' ? '接收齐全的材料' : '审查'
    const house = organs.find((o) => o.id === (decides ? row.project.organId : row.provinceOrganId))?.name ?? ''
    return [{
      kind: 'project', id: row.id, filing: null, title: `《${row.project.title}》`, detail: [house, decides ? `${fromDateColumn(row.sentOn)} 报请批准` : `${open} 条审查意见没有答复`].join('　'), note: null,
      deadline: decides && clock !== undefined ? presentDeadline(clock, view) : null, act: { label, link: `/approvals/${row.id}`, remind: null }, asked: true,
    }]
  })
}
