import { daysBetween } from '../../law/deadline/index.ts'
import { tickedStandards } from '../../law/procedure/index.ts'
import { filingPolicy } from '../filing/index.ts'
import { peopleServing, waitsForMaker } from '../notice/index.ts'
import { shanghaiDate } from '../platform/config/clock.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import { viewCondition } from '../queue/index.ts'
import type { TodayItem } from './today-schema.ts'
import { type CaseRow, caseInclude, deadlineOf, detailOf, personNames, type TodayView } from './today-view.ts'

type OwnCase = CaseRow & { ticks: { standard: string }[]; flags: { state: string }[]; extensions: { id: string; requestedBy: string; requestedAt: Date }[] }

/** Cases that this person reviews and whose next step is theirs. */
export async function casesUnderReview(view: TodayView): Promise<TodayItem[]> {
  const { services, actor, today } = view
  const rows = await services.prisma.filing.findMany({
    where: { AND: [filingPolicy.scope(actor, 'review'), viewCondition('open', { personId: actor.personId, today }), { reviewerId: actor.personId, dueKey: { not: null } }] },
    include: { ...caseInclude, ticks: { select: { standard: true } }, flags: { select: { state: true } }, extensions: { where: { state: 'requested' }, select: { id: true, requestedBy: true, requestedAt: true } } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return Promise.all(rows.filter((row) => row.dueKey !== null && !waitsForMaker(row.dueKey)).map((row) => presentOwn(view, row)))
}

async function presentOwn(view: TodayView, row: OwnCase): Promise<TodayItem> {
  const pending = row.extensions.find((e) => e.requestedBy === view.actor.personId)
  const act = pending === undefined ? { ...nextAct(row), remind: null } : { label: '催批延长', link: `/review/${row.id}`, remind: `extension:${pending.id}` }
  return {
    kind: 'case', id: row.id, filing: { id: row.id, revision: row.revision }, title: row.title, detail: detailOf(row), note: pending === undefined ? null : await pendingNote(view, row, pending), deadline: deadlineOf(view, row), act, asked: false,
  }
}

async function pendingNote(view: TodayView, row: CaseRow, pending: { requestedAt: Date }): Promise<string> {
  const approvers = await peopleServing(view.services, row.receiverOrganId, 'reviewChief')
  const days = daysBetween(shanghaiDate(pending.requestedAt), view.today)
  const sent = `延长申请已送${await personNames(view, approvers.filter((id) => id !== view.actor.personId))}`
  return days <= 0 ? `${sent}，等批准` : `${sent} ${days} 天，还没有批`
}

/** What comes next on a case, in the words of its buttons. */
function nextAct(row: OwnCase): { label: string; link: string } {
  const workbench = `/review/${row.id}`
  switch (row.state) {
    case 'registered':
      return { label: '分送', link: '/queue?view=toDistribute' }
    case 'distributed':
      return { label: '开始审查', link: workbench }
    case 'underReview':
      if (tickedStandards.some((s) => !row.ticks.some((t) => t.standard === s))) return { label: '审查四项标准', link: workbench }
      return { label: row.flags.some((f) => f.state === 'raised') ? '提请确认标注' : '作出审查结论', link: workbench }
    case 'concern':
      return { label: '与制定机关沟通', link: workbench }
    case 'negotiating':
      return { label: '补记沟通情况', link: workbench }
    default:
      return { label: '打开', link: workbench }
  }
}

/** Cases that this member of 主任会议 leads, by the clock that runs now, whoever's it is. */
export async function casesLed(view: TodayView): Promise<TodayItem[]> {
  const { services, actor, today } = view
  const rows = await services.prisma.filing.findMany({
    where: { AND: [filingPolicy.scope(actor, 'lead'), viewCondition('open', { personId: actor.personId, today }), { leaderId: actor.personId, dueKey: { not: null } }, othersCases(actor.personId)] }, include: caseInclude, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    kind: 'led', id: row.id, filing: { id: row.id, revision: row.revision }, title: row.title, detail: detailOf(row), note: null, deadline: deadlineOf(view, row), act: { label: '看进展', link: `/review/${row.id}`, remind: null }, asked: false,
  }))
}

const othersCases = (personId: string) => ({ OR: [{ reviewerId: null }, { reviewerId: { not: personId } }] })

/** Registered cases that the chief has to give to committees and a reviewer. */
export async function casesToDistribute(view: TodayView): Promise<TodayItem[]> {
  const rows = await view.services.prisma.filing.findMany({
    where: { AND: [filingPolicy.scope(view.actor, 'decide'), { state: 'registered' }, othersCases(view.actor.personId)] }, include: caseInclude, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    kind: 'distribute', id: row.id, filing: { id: row.id, revision: row.revision }, title: row.title, detail: detailOf(row), note: null, deadline: deadlineOf(view, row), act: { label: '分送', link: `/queue?view=toDistribute&pick=${row.id}`, remind: null }, asked: true,
  }))
}

/** Requests for more time that this person may decide; nobody decides the own one. */
export async function extensionsToDecide(view: TodayView): Promise<TodayItem[]> {
  const { services, actor } = view
  const rows = await services.prisma.extensionRequest.findMany({
    where: { state: 'requested', requestedBy: { not: actor.personId }, filing: { is: { OR: [filingPolicy.scope(actor, 'decide'), filingPolicy.scope(actor, 'lead')] } } }, include: { filing: { include: caseInclude } }, orderBy: { requestedAt: 'asc' },
  })
  return rows.map(({ id, filing, requestedByName, reason }) => ({
    kind: 'extension', id, filing: { id: filing.id, revision: filing.revision }, title: filing.title, detail: `${requestedByName}申请延长：${reason}`, note: null, deadline: deadlineOf(view, filing),
    act: { label: '审批延长', link: `/review/${filing.id}`, remind: null }, asked: true,
  }))
}

/** Written plans of makers that wait for the chief's word; until then nothing is suspended and the clocks run. */
export async function plansToDecide(view: TodayView): Promise<TodayItem[]> {
  const rows = await view.services.prisma.correctionPlan.findMany({
    where: { state: 'offered', filing: { AND: [filingPolicy.scope(view.actor, 'decide'), { state: { in: ['concern', 'negotiating', 'opinionIssued'] } }] } }, include: { filing: { include: caseInclude } }, orderBy: { id: 'asc' },
  })
  return rows.map(({ id, dueOn, filing }) => ({
    kind: 'plan', id, filing: { id: filing.id, revision: filing.revision }, title: filing.title, detail: `处理计划：${fromDateColumn(dueOn)} 前完成`, note: null, deadline: deadlineOf(view, filing), act: { label: '审批处理计划', link: `/outcome/${filing.id}/acceptPlan`, remind: null }, asked: true,
  }))
}

/** Cases whose reviewer asked for confirmation of flags, and some are still only raised. */
export async function flagsToConfirm(view: TodayView): Promise<TodayItem[]> {
  const rows = await view.services.prisma.filing.findMany({
    where: { AND: [filingPolicy.scope(view.actor, 'decide'), viewCondition('open', { personId: view.actor.personId, today: view.today }), { flags: { some: { state: 'raised' } }, events: { some: { transition: 'askConfirmation' } } }] },
    include: { ...caseInclude, flags: { where: { state: 'raised' }, select: { id: true } } }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => ({
    kind: 'confirmFlags', id: row.id, filing: { id: row.id, revision: row.revision }, title: row.title, detail: `${detailOf(row)}　${row.flags.length} 处标注提请确认`, note: null, deadline: deadlineOf(view, row), act: { label: '确认标注', link: `/review/${row.id}`, remind: null }, asked: true,
  }))
}
