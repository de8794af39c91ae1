import { suggestionChannelLabels, suggestionProcedure } from '../../law/procedure/index.ts'
import { presentDeadline } from '../deadline/index.ts'
import { listPapers } from '../paper/index.ts'
import { committeesServedAs, organsWithRole } from '../platform/policy/actor.ts'
import type { TodayItem } from './today-schema.ts'
import { detailOf, type TodayView } from './today-view.ts'

const MOST_PAPERS = 100

/** Papers whose next step is this person's: to check, countersign, sign, or to work on after a return. */
export async function papersToHandle(view: TodayView): Promise<TodayItem[]> {
  const { services, actor } = view
  const { items } = await listPapers({ services, actor, view: 'mine', limit: MOST_PAPERS })
  const clocks = await services.prisma.caseClock.findMany({ where: { paperId: { in: items.map((i) => i.id) }, state: 'running' } })
  return items.map((paper) => {
    const clock = clocks.find((c) => c.paperId === paper.id)
    return {
      kind: 'paper', id: paper.id, filing: null, title: paper.title, detail: [paper.label, paper.draftedBy === null ? '' : `${paper.draftedBy}拟稿`].filter((part) => part !== '').join('　'), note: null,
      deadline: clock === undefined ? null : presentDeadline(clock, view), act: { label: paper.asked === '' ? '打开' : paper.asked, link: `/papers/${paper.id}`, remind: null }, asked: true,
    }
  })
}

/** Opinions that this person's committees owe. */
export async function opinionsToGive(view: TodayView): Promise<TodayItem[]> {
  const tasks = await view.services.prisma.caseTask.findMany({
    where: { kind: 'committeeOpinion', state: 'open', assigneeOrganId: { in: organsWithRole(view.actor, 'committeeMember') } },
    include: { filing: { include: { maker: { select: { shortName: true } } } }, clocks: { where: { state: 'running' } } }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return tasks.map((task) => {
    const clock = task.clocks[0]
    return {
      kind: 'committee', id: task.id, filing: null, title: task.filing.title, detail: detailOf(task.filing), note: null, deadline: clock === undefined ? null : presentDeadline(clock, view),
      act: { label: '提出审查意见', link: `/committee/${task.id}`, remind: null }, asked: true,
    }
  })
}

const openSuggestionStates = suggestionProcedure.states.filter((s) => ['received', 'incomplete', 'accepted', 'reviewing', 'notStarted'].includes(s.id)).map((s) => s.id)
const channelLabel = (kind: string): string => Object.entries(suggestionChannelLabels).find(([key]) => key === kind)?.[1] ?? '审查建议'

/** Suggestions that this person handles. The proposer's name is not told in lists. */
export async function suggestionsToHandle(view: TodayView): Promise<TodayItem[]> {
  const { services, actor } = view
  const rows = await services.prisma.suggestion.findMany({
    where: { organId: { in: committeesServedAs(actor, 'reviewer', 'reviewChief', 'receptionClerk') }, handlerId: actor.personId, state: { in: openSuggestionStates } },
    include: { clocks: { where: { state: 'running' }, orderBy: { dueOn: 'asc' } } }, orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map((row) => {
    const clock = row.clocks.find((c) => c.key === row.dueKey) ?? row.clocks[0]
    return {
      kind: 'suggestion', id: row.id, filing: null, title: `对《${row.documentTitle}》的${channelLabel(row.kind)}`, detail: row.receiptNo, note: null, deadline: clock === undefined ? null : presentDeadline(clock, view),
      act: { label: suggestionAct(row.state), link: `/suggestions/${row.id}`, remind: null }, asked: row.state === 'received',
    }
  })
}

function suggestionAct(state: string): string {
  switch (state) {
    case 'received':
      return '决定是否受理'
    case 'notStarted':
      return '告知提出人'
    case 'incomplete':
      return '查看补充'
    default:
      return '答复提出人'
  }
}
