import { z } from '@hono/zod-openapi'
import { legislationProcedure, projectFields, resultOf, voteResultLabels } from '../../law/procedure/index.ts'
import { shanghaiDate } from '../platform/config/clock.ts'
import { movedWords } from '../meeting/index.ts'
import { fromDateColumn, toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { projectPolicy, rolesOnProject } from '../procedure/index.ts'
import { hearingHistory } from './hearing-history.ts'
import { partLabels } from './project-input.ts'
import { listDocuments } from './project-documents.ts'
import { planAdjustmentsOf } from './plan-adjustments.ts'
import { projectFor } from './project-for.ts'

export const historyEntrySchema = z
  .object({
    id: z.string(),
    on: z.string(),
    kind: z.enum(['step', 'document', 'meeting', 'vote', 'text', 'paper', 'task', 'finding', 'member']),
    /** what happened, in a line */
    title: z.string(),
    /** what was recorded of it */
    detail: z.string(),
    by: z.string(),
    basis: z.string(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    link: z.object({ kind: z.enum(['file', 'paper', 'meeting', 'text']), id: z.string() }).nullable(),
  })
  .openapi('ProjectHistoryEntry')
export type HistoryEntry = z.infer<typeof historyEntrySchema>

const eventData = z.object({ values: z.record(z.string(), z.string()).default({}), meetingTitle: z.string().optional(), meetingId: z.string().optional() })
const fieldLabel = (name: string): string => projectFields.find((f) => f.name === name)?.label ?? name
/** As the forms ask for them; the database keeps fields in an order of its own. */
const fieldOrder = (name: string): number => projectFields.findIndex((f) => f.name === name)
const valueWords = (name: string, value: string): string => projectFields.find((f) => f.name === name)?.choices.find((c) => c.value === value)?.label ?? value
const stateLabel = (id: string | null): string | null => legislationProcedure.states.find((s) => s.id === id)?.label ?? null

/**
 * Everything that happened to a project, in one list, newest first: steps, documents, papers, texts, meetings, votes, tasks.
 * Each reader sees what is theirs to see: meetings and votes are for the house until they are published (domain §4.4, §7.4).
 * Throws `not-found`.
 */
export async function projectHistory(options: { services: Services; actor: Actor; projectId: string }): Promise<HistoryEntry[]> {
  const { services, actor, projectId } = options
  const project = await projectFor({ ...options, action: 'read' })
  const inHouse = projectPolicy.can(actor, 'readInternal', project)
  const roles = rolesOnProject(actor, project)
  const prepares = roles.includes('proposerClerk') || roles.includes('drafter')
  const audiences = inHouse || roles.includes('committeeMember') ? ['internal', 'maker', 'province'] : roles.includes('provinceOfficer') ? ['province'] : ['maker', 'province']
  const ofHouse = actor.memberships.some((m) => m.standingCommitteeId === project.organId)
  const { prisma } = services
  const [events, documents, items, votes, tasks, findings, members, adjustments, hearings] = await Promise.all([
    prisma.caseEvent.findMany({ where: { projectId, audience: { in: audiences } }, orderBy: { id: 'asc' } }),
    listDocuments(options),
    ofHouse ? prisma.agendaItem.findMany({ where: { projectId, meeting: { state: { in: ['notified', 'inSession', 'closed'] }, startsOn: { lte: toDateColumn(services.clock.today()) } } }, include: { meeting: true } }) : [],
    ofHouse ? prisma.vote.findMany({ where: { projectId, state: { in: inHouse ? ['closed', 'announced'] : ['announced'] } }, include: { corrections: { orderBy: { id: 'asc' } }, meeting: { select: { startsOn: true } } } }) : [],
    inHouse || prepares ? prisma.projectTask.findMany({ where: { projectId, ...(inHouse ? {} : { assigneeOrganId: { in: actor.memberships.map((m) => m.organId) } }) } }) : [],
    inHouse || prepares || roles.includes('committeeMember') ? prisma.researchFinding.findMany({ where: { projectId }, orderBy: { id: 'asc' } }) : [],
    inHouse ? prisma.projectMember.findMany({ where: { projectId }, orderBy: { id: 'asc' } }) : [],
    inHouse ? planAdjustmentsOf(prisma, projectId) : [],
    inHouse ? hearingHistory(services, projectId) : [],
  ])
  const moves = ofHouse ? await meetingsMoved(services, projectId) : []
  const plain = { basis: '', from: null, to: null, link: null }
  const entries: HistoryEntry[] = [
    ...events.map((e): HistoryEntry => {
      const row = legislationProcedure.transitions.find((t) => t.key === e.transition)
      const data = eventData.catch({ values: {} }).parse(e.data)
      const said = Object.entries(data.values).toSorted(([a], [b]) => fieldOrder(a) - fieldOrder(b)).map(([name, value]) => `${fieldLabel(name)}：${valueWords(name, value)}`)
      return {
        id: e.id, on: fromDateColumn(e.on), kind: 'step', title: row?.label ?? '立项申报', detail: [...said, ...(e.note !== null && !Object.values(data.values).includes(e.note) ? [e.note] : []), ...(data.meetingTitle === undefined || said.some((s) => s.includes(data.meetingTitle ?? '')) ? [] : [data.meetingTitle])].map((part) => part.replace(/。$/u, '')).join('；'),
        by: e.actorName, basis: row?.basis ?? '', from: e.fromState === e.toState ? null : stateLabel(e.fromState), to: e.fromState === e.toState ? null : stateLabel(e.toState), link: data.meetingId === undefined || !ofHouse ? null : { kind: 'meeting', id: data.meetingId },
      }
    }),
    ...documents.map((d): HistoryEntry => ({
      ...plain, id: d.id, on: d.dated ?? d.addedOn, kind: d.form === 'paper' ? 'paper' : d.form === 'text' ? 'text' : 'document', title: d.form === 'excuse' ? `不需要“${d.label}”` : `${d.carriedReason === null ? '' : '沿用：'}${d.title}${d.documentNo === null ? '' : `　${d.documentNo}`}`,
      detail: d.form === 'excuse' ? (d.reason ?? '') : d.carriedReason !== null ? d.carriedReason : d.title === d.label ? d.standing : `${d.label}　${d.standing}`, by: d.addedByName,
      link: d.fileId !== null ? { kind: 'file', id: d.fileId } : d.paperId !== null ? { kind: 'paper', id: d.paperId } : d.snapshotId !== null ? { kind: 'text', id: d.snapshotId } : null,
    })),
    ...items.map((i): HistoryEntry => ({
      ...plain, id: i.id, on: fromDateColumn(i.meeting.startsOn), kind: 'meeting', title: `${i.meeting.title}：${i.title}`, detail: i.withdrawnReason !== null ? `议题撤下：${i.withdrawnReason}` : (i.decision ?? ''), by: '', link: { kind: 'meeting', id: i.meetingId },
    })),
    ...moves.map((m): HistoryEntry => ({
      ...plain, id: m.id, on: fromDateColumn(m.on), kind: 'meeting', title: `${m.act === 'move' ? '会议改期' : '会议取消'}：${m.meeting.title}`, detail: (m.act === 'move' ? movedWords(m.data, m.note) : null) ?? m.note ?? '', by: m.actorName, link: { kind: 'meeting', id: m.meetingId },
    })),
    ...votes.map((v): HistoryEntry => ({
      ...plain, id: v.id, on: fromDateColumn(v.meeting.startsOn), kind: 'vote', title: `表决：${v.subject}`,
      detail: tellVote(v),
      by: v.closedByName ?? '', link: { kind: 'meeting', id: v.meetingId },
    })),
    ...tasks.map((t): HistoryEntry => ({ ...plain, id: t.id, on: fromDateColumn(t.givenOn), kind: 'task', title: `任务：${t.title}`, detail: `${t.request}${t.answer === null ? '' : `　答复：${t.answer}`}`, by: t.fromOrgan ?? t.createdByName })),
    ...findings.flatMap((f): HistoryEntry[] => {
      const recorded: HistoryEntry = { ...plain, id: f.id, on: f.on === null ? shanghaiDate(f.recordedAt) : fromDateColumn(f.on), kind: 'finding', title: `${f.correctionReason === null ? '调研' : '更正调研'}：${f.title}`, detail: f.correctionReason === null ? f.text : `${f.text}　更正原因：${f.correctionReason}`, by: f.recordedByName }
      return f.removedOn === null ? [recorded] : [recorded, { ...plain, id: `${f.id}-removed`, on: fromDateColumn(f.removedOn), kind: 'finding', title: `移出调研：${f.title}`, detail: f.removalReason ?? '', by: f.removedByName ?? '' }]
    }),
    ...adjustments.map((a): HistoryEntry => ({
      ...plain, id: a.id, on: fromDateColumn(a.decidedOn), kind: 'meeting', title: `调整${a.plan.title}：${a.words}`, detail: `${a.decidedBy}决定；${a.reason}`, by: a.recordedByName, link: a.meetingId === null || !ofHouse ? null : { kind: 'meeting', id: a.meetingId },
    })),
    ...hearings.map((h): HistoryEntry => ({ ...plain, ...h, kind: 'meeting' })),
    // an act of its own for each: who was put on the project, and who was taken off it
    ...members.flatMap((m): HistoryEntry[] => {
      const part = partLabels[m.part] ?? m.part
      const joined: HistoryEntry = { ...plain, id: m.id, on: fromDateColumn(m.from), kind: 'member', title: `参加项目：${m.name}`, detail: [part, ...(m.note === null ? [] : [m.note])].join('；'), by: m.addedByName }
      // who joined early or was asked above came by a step, which is told already
      const told = m.part === 'provinceConsulted' || (m.organId === null && m.personId === null) ? [] : [joined]
      return m.to === null ? told : [...told, { ...plain, id: `${m.id}-end`, on: fromDateColumn(m.to), kind: 'member', title: `不再参加：${m.name}`, detail: [part, ...(m.endReason === null ? [] : [m.endReason])].join('；'), by: m.endedByName ?? '' }]
    }),
  ]
  // by the day of the act, and within a day as it was recorded
  return entries.toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1))
}

const countSchema = z.object({ present: z.number(), for: z.number(), against: z.number(), abstain: z.number(), notVoting: z.number() })
type Counted = z.infer<typeof countSchema>
const figures = (c: Counted): string => `出席 ${c.present} 人，赞成 ${c.for}，反对 ${c.against}，弃权 ${c.abstain}，未按表决器 ${c.notVoting}`

/** A vote by the figures that hold; what they were before each correction stands behind, with its reason. */
function tellVote(vote: { membersTotal: number; present: number; for: number | null; against: number | null; abstain: number | null; notVoting: number | null; corrections: readonly { before: unknown; after: unknown; reason: string }[] }): string {
  const closed: Counted = { present: vote.present, for: vote.for ?? 0, against: vote.against ?? 0, abstain: vote.abstain ?? 0, notVoting: vote.notVoting ?? 0 }
  const last = vote.corrections.at(-1)
  const holds = last === undefined ? closed : countSchema.parse(last.after)
  const before = vote.corrections.map((c) => `；更正前：${figures(countSchema.parse(c.before))}，更正原因：${c.reason}`).join('')
  return `全体组成人员 ${vote.membersTotal} 人，${figures(holds)}，${voteResultLabels[resultOf(holds, vote.membersTotal)]}${before}`
}

/** Meetings that were moved or cancelled after they had been called, with the project on their agenda: what was before it came there is not its history. */
async function meetingsMoved(services: Services, projectId: string) {
  const moves = await services.prisma.meetingEvent.findMany({
    where: { act: { in: ['move', 'cancel'] }, meeting: { state: { not: 'planned' }, agenda: { some: { projectId } } } }, orderBy: { id: 'asc' }, include: { meeting: { select: { title: true, agenda: { where: { projectId }, select: { id: true } } } } },
  })
  return moves.filter((move) => move.meeting.agenda.some(({ id }) => id < move.id))
}

/** What a kind of entry is called. */
export const historyKindLabels: Record<HistoryEntry['kind'], string> = { step: '办理', document: '文件', meeting: '会议', vote: '表决', text: '文本', paper: '文书', task: '任务', finding: '调研', member: '参加' }

