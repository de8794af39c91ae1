import { answer, api, editing, type Submission } from '../../api/client.ts'
import { messages } from '../../messages/zh.ts'
import type { AgendaItem, Meeting, MeetingTask, Vote } from './meeting-data.ts'

const words = messages.meeting
/** What a form holds when it is sent. */
export type Given = { text(name: string): string; all(name: string): string[]; fileIds: readonly string[]; submission: Submission }
type Act<K extends MeetingTask['kind']> = { meeting: Meeting; task: Extract<MeetingTask, { kind: K }>; given: Given }

const capacities = ['member', 'attending', 'deputy', 'expert'] as const
const itemKinds = ['reading', 'unifiedReview', 'committeeReview', 'vote', 'decision', 'plan', 'report', 'appointment', 'other'] as const
const voteKinds = ['amendment', 'clause', 'whole', 'decision'] as const
const results = ['agreed', 'refused', 'heard', 'returned', 'postponed'] as const
const dispositions = ['adopted', 'partly', 'notAdopted', 'noted'] as const
const orNull = (text: string): string | null => (text === '' ? null : text)
const lines = (text: string): string[] => [...new Set(text.split(/[\n、，,]/u).map((line) => line.trim()).filter((line) => line !== ''))]
const figure = (text: string): number => (/^\d+$/u.test(text) ? Number(text) : -1)

/** Sends what a form asks for. Returns what is said when it was done; throws ApiProblem. */
export async function doTask({ meeting, task, given }: { meeting: Meeting; task: MeetingTask; given: Given }): Promise<string> {
  const path = { id: meeting.id }
  const { text } = given
  switch (task.kind) {
    case 'edit': {
      const body = { title: text('title'), startsAt: text('startsAt'), endsOn: text('endsOn'), place: text('place'), presiding: orNull(text('presiding')), membersTotal: figure(text('membersTotal')) }
      await answer(api.PATCH('/api/meetings/{id}', { params: { path }, body, headers: editing(`"${meeting.revision}"`) }))
      return ''
    }
    case 'move':
      return step(meeting, 'move', { startsOn: text('startsOn'), startsAt: text('startsAt'), endsOn: text('endsOn'), place: text('place'), reason: text('reason') }, given)
    case 'cancel':
      return step(meeting, 'cancel', { reason: text('reason') }, given)
    case 'item':
      return saveItem({ meeting, task, given })
    case 'withdraw':
      await given.submission.send([task.item.id, text('reason')], (headers) => api.POST('/api/meetings/{id}/agenda/{partId}/withdraw', { params: { path: { ...path, partId: task.item.id } }, body: { reason: text('reason') }, headers }))
      return words.sent.agenda
    case 'decide':
      return decide(meeting, task.item, given)
    case 'people': {
      const capacity = capacities.find((c) => c === text('capacity')) ?? 'member'
      const entries = lines(text('names')).map((name) => ({ name, capacity, ...(text('title') === '' ? {} : { title: text('title') }), ...(text('group') === '' ? {} : { group: text('group') }), ...(text('username') === '' ? {} : { username: text('username') }) }))
      await answer(api.PUT('/api/meetings/{id}/attendance', { params: { path }, body: { entries } }))
      return words.sent.people
    }
    case 'prepare': {
      const body = {
        agendaItemId: task.item.id, kind: voteKinds.find((k) => k === text('kind')) ?? 'decision', subject: text('subject'), text: orNull(text('text')), articleKey: null, articleLabel: orNull(text('articleLabel')), proposers: lines(text('proposers')),
      }
      await given.submission.send(body, (headers) => api.POST('/api/meetings/{id}/votes', { params: { path }, body, headers }))
      return words.sent.vote
    }
    case 'announce':
      return vote(meeting, task.vote, 'announce', { announcedBy: text('announcedBy') }, null, given)
    case 'drop':
      return vote(meeting, task.vote, 'drop', { reason: text('reason') }, null, given)
    case 'correct':
      return vote(meeting, task.vote, 'correct', { reason: text('reason'), approvedBy: text('approvedBy') }, {
        present: figure(text('present')), for: figure(text('for')), against: figure(text('against')), abstain: figure(text('abstain')), notVoting: figure(text('notVoting')),
      }, given)
    case 'file': {
      const [kind, id = null] = text('source').split(':')
      const body = {
        title: text('title'), agendaItemId: orNull(text('agendaItemId')), snapshotId: kind === 'text' ? id : null, fileId: id === null ? (given.fileIds[0] ?? null) : null, paperId: kind === 'paper' ? id : null, deliveredOn: orNull(text('deliveredOn')), replacesId: orNull(text('replacesId')),
      }
      const { data } = await given.submission.send(body, (headers) => api.POST('/api/meetings/{id}/files', { params: { path }, body, headers }))
      return words.sent.file(data.number)
    }
    case 'deliver': {
      const body = { fileIds: given.all('fileIds'), on: text('on') }
      await given.submission.send(body, (headers) => api.POST('/api/meetings/{id}/deliveries', { params: { path }, body, headers }))
      return words.sent.vote
    }
    case 'dispose':
      await answer(api.PUT('/api/meetings/{id}/speeches/{partId}/disposition', { params: { path: { ...path, partId: task.speech.id } }, body: { disposition: dispositions.find((d) => d === text('disposition')) ?? 'noted', reason: text('reason') } }))
      return words.sent.vote
    default: {
      const never: never = task
      return never
    }
  }
}

/** 通知, 改期, 取消, 开会, 闭会 with the revision that the person saw. */
export async function step(meeting: Meeting, key: 'notify' | 'move' | 'cancel' | 'open' | 'close', values: Record<string, string>, given: Pick<Given, 'submission'>): Promise<string> {
  await given.submission.send([key, values, meeting.revision], (headers) => api.POST('/api/meetings/{id}/steps/{key}', { params: { path: { id: meeting.id, key } }, body: { values }, headers: { ...headers, ...editing(`"${meeting.revision}"`) } }))
  return key === 'move' ? words.moved : ''
}

async function saveItem({ meeting, task, given }: Act<'item'>): Promise<string> {
  const { text } = given
  const body = { title: text('title'), kind: itemKinds.find((k) => k === text('kind')) ?? 'other', projectId: orNull(text('projectId')), planId: null, decides: text('projectId') === '' ? null : orNull(text('decides')) }
  if (task.item === null) await given.submission.send(body, (headers) => api.POST('/api/meetings/{id}/agenda', { params: { path: { id: meeting.id } }, body, headers }))
  else await answer(api.PUT('/api/meetings/{id}/agenda/{partId}', { params: { path: { id: meeting.id, partId: task.item.id } }, body }))
  return words.sent.agenda
}

async function decide(meeting: Meeting, item: AgendaItem, given: Given): Promise<string> {
  const values = Object.fromEntries(item.fields.map((field) => [field.name, given.text(field.name)]).filter(([, value]) => value !== ''))
  const body = { result: results.find((r) => r === given.text('result')) ?? 'heard', decision: given.text('decision'), values }
  await given.submission.send(body, (headers) => api.POST('/api/meetings/{id}/agenda/{partId}/decide', { params: { path: { id: meeting.id, partId: item.id } }, body, headers }))
  return words.sent.decided
}

type Count = { present: number; for: number; against: number; abstain: number; notVoting: number }
async function vote(meeting: Meeting, one: Vote, key: 'announce' | 'drop' | 'correct', values: Record<string, string>, count: Count | null, given: Given): Promise<string> {
  const body = { values, count }
  await given.submission.send([key, body], (headers) => api.POST('/api/meetings/{id}/votes/{partId}/steps/{key}', { params: { path: { id: meeting.id, partId: one.id, key } }, body, headers }))
  return words.sent.vote
}
