import { z } from 'zod'
import { agendaDecision, legislationProcedure, projectFields } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'
import { moveProject, saidInForm, tellOfStep } from '../procedure/index.ts'
import type { MeetingRow } from './meeting-for.ts'
import { holdMeetings, leaveMeetings } from './withdraw-project.ts'

type Taken = { services: Services; work: Work; actor: Actor; meeting: MeetingRow; projectId: string }

/**
 * The step of a project that a meeting takes, with the meeting as its fact. 主任会议 that decides is the meeting itself and
 * is not asked for. What the step leaves behind in other meetings, and whom it concerns, is as when it is taken on the project's page. Throws what the project's rules refuse.
 */
export async function takeProjectStep(options: Taken & { key: string; values: Readonly<Record<string, string>>; note: string | null }): Promise<void> {
  const { services, work, actor, meeting, projectId, key, note } = options
  const named = meeting.kind === 'council' ? { councilMeeting: `${meeting.title}（${fromDateColumn(meeting.startsOn)}）`, ...options.values } : options.values
  await holdMeetings(work, { projectId, key })
  const { values, changes } = await rowsNamed({ ...options, values: named })
  const { to } = await moveProject({ services, work, actor, projectId, key, values, changes, revision: null, meetingId: meeting.id, data: { meetingTitle: meeting.title }, ...(note === null ? {} : { note }) })
  const project = await work.tx.project.findUniqueOrThrow({ where: { id: projectId }, select: { id: true, title: true, organId: true, responsibleId: true, proposerOrganId: true, leadOrganId: true, committeeOrganId: true } })
  await leaveMeetings({ services, work, actor, project, key, reason: values['reason']?.trim() ?? '', decidingIds: [meeting.id] })
  const carrier = project.responsibleId
  await tellOfStep({ services, work, actor, project, key, said: saidInForm(values), by: meeting.title, except: carrier === null ? [] : [carrier] })
  if (carrier === null || carrier === actor.personId) return
  // a decision that is only recorded leaves the state: the notice says what was decided, not once more where the project stands
  const row = legislationProcedure.transitions.find((t) => t.key === key)
  const told = row?.to === null ? `${agendaDecision(key)?.label ?? row.label}${decidedWords(key, values)}` : (legislationProcedure.states.find((s) => s.id === to)?.label ?? to)
  const said = [note, saidInForm(values)].filter((words) => words !== null && words !== '').join(' ')
  work.notify({ personId: carrier, kind: 'project.meeting', title: `《${project.title}》：${told}`, body: `${meeting.title}。${said}`, link: `/meetings/${meeting.id}`, entity: 'Project', entityId: projectId })
}

/** What was chosen, in the words of the form: （三次审议）. */
const decidedWords = (key: string, values: Readonly<Record<string, string>>): string => {
  const chosen = key === 'decideTrack' ? projectFields.find((f) => f.name === 'readingTrack')?.choices.find((c) => c.value === values['readingTrack']) : undefined
  return chosen === undefined ? '' : `（${chosen.label}）`
}

/** Rows that a decision names beside its words: the committee that a bill goes to, the meeting that decided on the readings. */
async function rowsNamed(options: Taken & { key: string; values: Readonly<Record<string, string>> }): Promise<{ values: Readonly<Record<string, string>>; changes: Pick<Prisma.ProjectUncheckedUpdateManyInput, 'trackMeetingId' | 'committeeOrganId' | 'committee'> }> {
  const { work, meeting, key, values } = options
  if (key === 'decideTrack' && meeting.kind === 'council') return { values, changes: { trackMeetingId: meeting.id } }
  if (key !== 'referToCommittee' || !z.uuid().safeParse(values['committee']).success) return { values, changes: {} }
  const committee = await work.tx.organ.findFirst({ where: { id: values['committee'] ?? '', active: true }, select: { id: true, name: true } })
  if (committee === null) throw problem('invalid-input', { fields: [{ path: 'values.committee', message: '没有这个委员会，请重新选择。' }] })
  return { values: { ...values, committee: committee.name }, changes: { committeeOrganId: committee.id, committee: committee.name } }
}

/** 付表决: a project that is ready goes to the vote when the vote on its whole text is opened; one that is being voted stays. */
export async function putProjectToVote(options: Taken): Promise<void> {
  const project = await options.work.tx.project.findUniqueOrThrow({ where: { id: options.projectId }, select: { state: true } })
  if (project.state !== 'voting') await takeProjectStep({ ...options, key: 'openVote', values: {}, note: null })
}
