import { agendaDecision, leavesAgenda } from '../../law/procedure/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'
import { endTasks } from '../procedure/index.ts'
import { markWithdrawn } from './agenda.ts'
import { recordAct } from './meeting-for.ts'
import { tellAttendees } from './tell-people.ts'

type Leaving = {
  services: Services
  work: Work
  actor: Actor
  project: { id: string; organId: string; title: string }
  /** the step that was taken */
  key: string
  reason: string
  /** meetings that decide on it, or hear the report of it */
  decidingIds: readonly string[]
}

/** What a meeting does with a draft, rather than with a report or a decision about it. */
const withTheDraft: readonly string[] = ['reading', 'unifiedReview', 'committeeReview', 'vote']

/** An item that decides on the step, or hears the report of it, is what its meeting deals with: it stays. Readings and votes of the draft do not, even there. */
function dealsWithIt(item: { decides: string | null; kind: string; meetingId: string; meeting: { kind: string } }, { key, decidingIds }: Leaving): boolean {
  if (!decidingIds.includes(item.meetingId)) return false
  return item.meeting.kind === 'council' || item.decides === key || agendaDecision(item.decides)?.refusedStep === key || (item.decides === null && !withTheDraft.includes(item.kind))
}

/**
 * Takes hold of the meetings that a step may reach, before the project itself: whoever decides or votes on an item holds the
 * meeting first and the project then, and a withdrawal in that moment must not wait for them the other way round.
 */
export async function holdMeetings(work: Work, { projectId, key }: { projectId: string; key: string }): Promise<void> {
  if (leavesAgenda[key] === undefined) return
  await work.tx.$queryRaw`SELECT m.id FROM "Meeting" m WHERE m.state IN ('planned', 'notified', 'inSession') AND EXISTS (SELECT 1 FROM "AgendaItem" i WHERE i."meetingId" = m.id AND i."projectId" = ${projectId}::uuid) ORDER BY m.id FOR UPDATE OF m`
}

/**
 * A step after which the draft is not taken any more (law/procedure `leavesAgenda`), wherever it was entered: what is not
 * yet decided of it in meetings that are still to be held or are being held is marked as taken down, its open votes are
 * dropped, those who were told are told; tasks end with a project that ends. What was said, voted and decided stays. In
 * the transaction of the step, which holds the meetings (`holdMeetings`). Returns how many items it touched.
 */
export async function leaveMeetings(leaving: Leaving): Promise<number> {
  const { services, work, actor, project, key, reason } = leaving
  const left = leavesAgenda[key]
  if (left === undefined) return 0
  const open = await work.tx.agendaItem.findMany({ where: { projectId: project.id, result: null, withdrawnReason: null, meeting: { state: { in: ['planned', 'notified', 'inSession'] } } }, include: { meeting: true }, orderBy: { id: 'asc' } })
  const items = open.filter((item) => !dealsWithIt(item, leaving))
  const said = `${left.item}：${reason}`
  // those who were invited are told once a meeting, whatever of it falls
  for (const meeting of new Map(items.map((item) => [item.meetingId, item.meeting])).values()) {
    const fallen = items.filter((item) => item.meetingId === meeting.id)
    let dropped = 0
    for (const item of fallen) dropped += await markWithdrawn(work.tx, item.id, said)
    const titles = fallen.map((item) => item.title).join('、')
    const told = meeting.state === 'planned' ? null : await tellAttendees({ work, meeting, kind: 'filesReplaced', title: `议题撤下：${titles}`, body: `${meeting.title}：《${project.title}》${left.told}。${reason}` })
    await recordAct({ services, work, actor, meeting, act: 'projectWithdrawn', note: `${titles}：${said}`, data: { itemIds: fallen.map((item) => item.id), projectId: project.id, droppedVotes: dropped, ...(told === null ? {} : told) } })
  }
  if (left.ended !== null) await endTasks({ services, work, actor, project, ended: left.ended, reason })
  return items.length
}
