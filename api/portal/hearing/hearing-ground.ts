import { dueDate, latestBefore, ruleStanding } from '../../../law/deadline/index.ts'
import { legislationProcedure } from '../../../law/procedure/index.ts'
import type { PublicHearing } from '../../../prisma/generated/client.ts'
import { latestDocument } from '../../approval/index.ts'
import { ruleInForce, workCalendar } from '../../deadline/index.ts'
import { fromDateColumn } from '../../platform/legal-date.ts'
import { type Actor, committeesServedAs } from '../../platform/policy/actor.ts'
import type { RoleKey } from '../../platform/policy/roles.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Transaction } from '../../platform/work/transaction.ts'
import { mayReadConsultation } from '../../procedure/index.ts'
import { readTypedDate } from '../dates.ts'
import type { HearingFacts } from './hearing-words.ts'

export const HEARING_BASIS = '《中华人民共和国立法法》第三十九条（参照）'
/** Who announces: those who sign the announcement. */
const publishers: readonly RoleKey[] = ['legislationChief', 'issuer']
/** Who reads names and telephones: the office that holds the hearing, and nobody else (domain notes §7.4 g). */
const organisers: readonly RoleKey[] = ['legislationOfficer', 'legislationChief']

export type HearingAct = 'read' | 'publish' | 'organise'
const serves = (actor: Actor, organId: string, roles: readonly RoleKey[]): boolean => committeesServedAs(actor, ...roles).includes(organId)
export const mayAnnounce = (actor: Actor, organId: string): boolean => serves(actor, organId, publishers)
export const mayOrganise = (actor: Actor, organId: string): boolean => serves(actor, organId, organisers)

function admit(actor: Actor, organId: string, act: HearingAct): void {
  if (!mayReadConsultation(actor, organId)) throw problem('not-found')
  if (act === 'publish' && !mayAnnounce(actor, organId)) throw problem('forbidden', { detail: '听证会公告由法制工作委员会负责人或者签发人向社会公布、更正。' })
  if (act === 'organise' && !mayOrganise(actor, organId)) throw problem('forbidden', { detail: '报名人由承办听证的法制工作委员会查看、选定。' })
}

/** The project whose hearings are asked for. Throws `not-found` for who may not know of it, `forbidden` for who may not act. */
export async function projectForHearing(options: { tx: Transaction; actor: Actor; projectId: string; act: HearingAct }) {
  const { tx, actor, projectId, act } = options
  const project = await tx.project.findUnique({ where: { id: projectId }, select: { id: true, title: true, state: true, organId: true, responsibleId: true } })
  if (project === null) throw problem('not-found')
  admit(actor, project.organId, act)
  return project
}

/** One announcement with its project. Throws as `projectForHearing`. */
export async function hearingFor(options: { tx: Transaction; actor: Actor; hearingId: string; act: HearingAct }) {
  const { tx, actor, hearingId, act } = options
  const hearing = await tx.publicHearing.findUnique({ where: { id: hearingId }, include: { project: { select: { responsibleId: true } } } })
  if (hearing === null) throw problem('not-found')
  admit(actor, hearing.organId, act)
  return hearing
}

/** The same for an act on it, which nobody else takes meanwhile. Throws `step-refused` where it was taken off or cancelled. */
export async function lockedHearing(options: { tx: Transaction; actor: Actor; hearingId: string; act: HearingAct }) {
  await options.tx.$queryRaw`SELECT id FROM "PublicHearing" WHERE id = ${options.hearingId}::uuid FOR UPDATE`
  const hearing = await hearingFor(options)
  if (hearing.revokedAt !== null) throw problem('step-refused', { detail: '这份公告已经撤下。', extra: { rule: 'hearingPublished', basis: HEARING_BASIS } })
  if (hearing.cancelledOn !== null) throw problem('step-refused', { detail: '这次会议已经取消，要再举行的，另行公告。', extra: { rule: 'hearingPublished', basis: HEARING_BASIS } })
  return hearing
}

export const factsOf = (row: PublicHearing): HearingFacts => ({
  heldOn: fromDateColumn(row.heldOn), hours: row.hours, place: row.place, matter: row.matter, participants: row.participants, observers: row.observers, conditions: row.conditions, applyTo: fromDateColumn(row.applyTo), howTo: row.howTo, placeRules: row.placeRules,
})

const whole = (typed: string): number | null => (/^\d{1,4}$/u.test(typed.trim()) ? Number(typed.trim()) : null)

/** What is there for an announcement: the signed paper that none has used yet, and what was typed into it. */
export async function hearingGround(tx: Transaction, project: { id: string; state: string }) {
  const notice = await latestDocument(tx, project.id, 'hearingNotice')
  const there = notice !== null && (notice.paperId !== null || notice.fileId !== null) ? notice : null
  const used = there === null ? null : await tx.publicHearing.findFirst({ where: { projectId: project.id, revokedAt: null, ...(there.paperId === null ? { noticeFileId: there.fileId } : { noticePaperId: there.paperId }) }, select: { id: true } })
  const free = used === null ? there : null
  const values = free?.paperId == null ? {} : ((await tx.paper.findUnique({ where: { id: free.paperId }, select: { values: true } }))?.values ?? {})
  const typed = (key: string): string => { const value = typeof values === 'object' && values !== null && !Array.isArray(values) ? values[key] : undefined; return typeof value === 'string' ? value : '' }
  const ended = legislationProcedure.states.find((state) => state.id === project.state)?.final === true
  return {
    notice: free, ended,
    proposed: {
      heldOn: readTypedDate(typed('hearingOn')), hours: typed('听证会的时间'), place: typed('听证会的地点'), matter: typed('听证事项'), participants: whole(typed('陈述人人数')), observers: whole(typed('旁听人人数')),
      conditions: typed('hearingConditions'), applyTo: readTypedDate(typed('hearingApplyTo')), howTo: typed('报名方式'),
    },
  }
}

const before = ['legislation.hearing.announce', 'legislation.hearing.witnesses', 'legislation.hearing.texts', 'legislation.hearing.observers'] as const
const after = 'legislation.hearing.record'
export type HearingDay = { key: string; label: string; on: string; basis: string }

async function dayBefore(tx: Transaction, options: { organId: string; heldOn: string; key: string }): Promise<HearingDay> {
  const { organId, heldOn, key } = options
  const rule = await ruleInForce(tx, { organId, key })
  return { key, label: rule.label, on: latestBefore({ rule, day: heldOn, calendar: await workCalendar(tx) }), basis: `${rule.basis}（${ruleStanding(rule)}）` }
}

/** The last day on which a hearing of that day may be announced without a reason. */
export const announceBy = (tx: Transaction, hearing: { organId: string; heldOn: string }): Promise<HearingDay> => dayBefore(tx, { ...hearing, key: before[0] })

/** The last day on which the speakers of a hearing of that day are chosen without a reason. */
export const chooseBy = (tx: Transaction, hearing: { organId: string; heldOn: string }): Promise<HearingDay> => dayBefore(tx, { ...hearing, key: before[1] })

/** The days around a hearing as the rules of the house count them, each with its basis. */
export async function hearingDays(tx: Transaction, hearing: { organId: string; heldOn: string }): Promise<HearingDay[]> {
  const rule = await ruleInForce(tx, { organId: hearing.organId, key: after })
  const days: HearingDay[] = []
  for (const key of before) days.push(await dayBefore(tx, { ...hearing, key }))
  return [...days, { key: after, label: rule.label, on: dueDate({ rule, start: hearing.heldOn, calendar: await workCalendar(tx) }).due, basis: `${rule.basis}（${ruleStanding(rule)}）` }]
}
