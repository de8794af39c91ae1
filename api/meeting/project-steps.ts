import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'
import { moveProject } from '../procedure/index.ts'
import type { MeetingRow } from './meeting-for.ts'

type Taken = { services: Services; work: Work; actor: Actor; meeting: MeetingRow; projectId: string }

/**
 * The step of a project that a meeting takes, with the meeting as its fact. 主任会议 that decides is the meeting itself and
 * is not asked for. Throws what the project's rules refuse.
 */
export async function takeProjectStep(options: Taken & { key: string; values: Readonly<Record<string, string>>; note: string | null }): Promise<void> {
  const { services, work, actor, meeting, projectId, key, note } = options
  const values = meeting.kind === 'council' ? { councilMeeting: meeting.title, ...options.values } : options.values
  await moveProject({ services, work, actor, projectId, key, values, revision: null, meetingId: meeting.id, data: { meetingTitle: meeting.title }, ...(note === null ? {} : { note }) })
}

/** 付表决: a project that is ready goes to the vote when the vote on its whole text is opened; one that is being voted stays. */
export async function putProjectToVote(options: Taken): Promise<void> {
  const project = await options.work.tx.project.findUniqueOrThrow({ where: { id: options.projectId }, select: { state: true } })
  if (project.state !== 'voting') await takeProjectStep({ ...options, key: 'openVote', values: {}, note: null })
}
