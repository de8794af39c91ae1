import { layOut } from '../../typesetting/index.ts'
import { createPaper, keepRecord } from '../../paper/index.ts'
import { newId } from '../../platform/ids.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction, type Work } from '../../platform/work/transaction.ts'
import { numberFile } from '../files.ts'
import { lockMeeting, type MeetingRow, recordAct } from '../meeting-for.ts'
import { composeMeetingPaper, type MeetingPaperKind, meetingPaperLabels, type PaperChoice } from './compose.ts'
import { meetingRecord } from './meeting-record.ts'
import { contentOf } from './print-paper.ts'

/** Papers that go through drafting and issue in the register of papers; the others are kept as they are printed. */
const drafted = ['meetingAgenda', 'meetingNotice', 'attendanceRecord', 'bulletin', 'deliberationOpinions'] as const
type DraftedKind = (typeof drafted)[number]
const draftedKind = (kind: MeetingPaperKind): DraftedKind | null => drafted.find((k) => k === kind) ?? null

/** 拟稿: the paper as the record gives it now, to be edited and issued among the papers. Throws `already-done` where one of this kind is under way. */
export async function draftMeetingPaper(options: { services: Services; actor: Actor; meetingId: string; kind: MeetingPaperKind; choice: PaperChoice }): Promise<string> {
  const { services, actor, meetingId, choice } = options
  const kind = draftedKind(options.kind)
  if (kind === null) throw problem('invalid-input', { detail: `《${meetingPaperLabels[options.kind]}》不用拟稿，直接打印或者编入会议文件。` })
  const content = await contentOf(options)
  return inTransaction(services, async (work) => {
    const { tx } = work
    const meeting = await lockMeeting({ work, actor, meetingId, action: 'record' })
    const item = choice.itemId === undefined ? null : await tx.agendaItem.findFirst({ where: { id: choice.itemId, meetingId }, select: { projectId: true } })
    const projectId = item?.projectId ?? null
    const open = kind === 'bulletin' ? null : await tx.paper.findFirst({ where: { meetingId, kind, projectId, state: { notIn: ['issued', 'withdrawn'] } }, select: { id: true } })
    if (open !== null) throw problem('already-done', { detail: `《${meetingPaperLabels[kind]}》已经有一份在办，请打开它修改。`, extra: { paperId: open.id } })
    const paperId = await createPaper({ services, work, actor, organId: meeting.organId, projectId, meetingId, kind, title: content.title.replaceAll('\n', ''), recipient: null, content })
    await recordAct({ services, work, actor, meeting, act: 'draftPaper', note: content.title.replaceAll('\n', ''), data: { paperId, kind } })
    return paperId
  })
}

/** Keeps a paper as it stands now, and puts it among the numbered files of the meeting. Returns its number. */
export async function keepMeetingPaper(options: { services: Services; actor: Actor; meetingId: string; kind: MeetingPaperKind; choice: PaperChoice }): Promise<number> {
  const { services, actor, meetingId, kind, choice } = options
  const { pdf } = await layOut(await contentOf(options))
  const { sha256, sizeBytes } = await services.files.put(pdf)
  return inTransaction(services, async (work) => {
    const meeting = await lockMeeting({ work, actor, meetingId, action: 'arrange' })
    const fileId = newId()
    const title = `${meetingPaperLabels[kind]}${choice.group === undefined || choice.group === '' ? '' : `（${choice.group}）`}`
    await work.tx.storedFile.create({ data: { id: fileId, sha256, sizeBytes: BigInt(sizeBytes), name: `${title}.pdf`, mediaType: 'application/pdf', uploadedBy: actor.personId, organId: null } })
    const number = await numberFile({ services, work, actor, meetingId, agendaItemId: choice.itemId ?? null, title, fileId, deliveredOn: null })
    await recordAct({ services, work, actor, meeting, act: 'addFile', note: `第 ${number} 号：${title}`, data: { number, kind } })
    return number
  })
}

/** 表决结果单, made when the result of a whole text is announced: a record of the project and of the meeting. */
export async function keepVoteResult(options: { services: Services; work: Work; actor: Actor; meeting: MeetingRow; agendaItemId: string; projectId: string | null }): Promise<string | null> {
  const { services, work, actor, meeting, agendaItemId, projectId } = options
  const record = await meetingRecord({ services, tx: work.tx, actor, meetingId: meeting.id })
  const content = composeMeetingPaper('voteResult', record, { itemId: agendaItemId })
  return content === null ? null : keepRecord({ services, work, actor, organId: meeting.organId, projectId, meetingId: meeting.id, kind: 'voteResult', content })
}
