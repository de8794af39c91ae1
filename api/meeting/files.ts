import { Readable } from 'node:stream'
import { z } from '@hono/zod-openapi'
import { ownFiles } from '../file/index.ts'
import { newId } from '../platform/ids.ts'
import { legalDate } from '../platform/http/index.ts'
import { fromDateColumn, toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Transaction, type Work } from '../platform/work/transaction.ts'
import { lockMeeting, meetingFor, meetingSubject, recordAct, refuseUnless } from './meeting-for.ts'
import { meetingPolicy } from './policy.ts'
import { snapshotPdf } from './snapshot-pdf.ts'
import { tellAttendees } from './tell-people.ts'

export const meetingFileInputSchema = z
  .object({
    title: z.string().trim().min(1, '请填写文件名称').max(300), agendaItemId: z.uuid().nullable().default(null), fileId: z.uuid().nullable().default(null), paperId: z.uuid().nullable().default(null), snapshotId: z.uuid().nullable().default(null),
    /** day it was delivered to the members; null: not yet */
    deliveredOn: legalDate.nullable().default(null),
    /** the file that this one takes the place of: it keeps its number and says so */
    replacesId: z.uuid().nullable().default(null),
  })
  .openapi('MeetingFileInput')
type MeetingFileInput = z.output<typeof meetingFileInputSchema>

/** The next number of the meeting; the meeting's row is locked, so that there are no gaps and no doubles. */
const nextNumber = async (tx: Transaction, meetingId: string): Promise<number> => ((await tx.meetingFile.aggregate({ where: { meetingId }, _max: { number: true } }))._max.number ?? 0) + 1

const unknownSource = (path: string) => problem('invalid-input', { fields: [{ path, message: '没有找到这份文件，请重新选择。' }] })

/** What is put among the files must be one's own upload, or a paper or text of a project on the agenda. */
async function checkSource(tx: Transaction, actor: Actor, meetingId: string, input: MeetingFileInput): Promise<void> {
  const sources = [input.fileId, input.paperId, input.snapshotId].filter((id) => id !== null)
  if (sources.length !== 1) throw problem('invalid-input', { fields: [{ path: 'fileId', message: '请上传一份文件，或者选择一件文书、一份草案文本。' }] })
  if (input.fileId !== null) await ownFiles(tx, actor, [input.fileId])
  const items = await tx.agendaItem.findMany({ where: { meetingId }, select: { id: true, projectId: true } })
  if (input.agendaItemId !== null && !items.some((item) => item.id === input.agendaItemId)) throw problem('invalid-input', { fields: [{ path: 'agendaItemId', message: '议程里没有这个议题，请重新选择。' }] })
  const projectIds = items.flatMap((item) => (item.projectId === null ? [] : [item.projectId]))
  if (input.paperId !== null) {
    const paper = await tx.paper.findFirst({ where: { id: input.paperId, state: 'issued', OR: [{ meetingId }, { projectId: { in: projectIds } }] }, select: { id: true } })
    if (paper === null) throw unknownSource('paperId')
  }
  if (input.snapshotId !== null) {
    const snapshot = await tx.draftSnapshot.findFirst({ where: { id: input.snapshotId, draft: { projectId: { in: projectIds } } }, select: { id: true } })
    if (snapshot === null) throw unknownSource('snapshotId')
  }
}

/** Puts a file of the program's own making among the files, in the caller's transaction. Returns its number. */
export async function numberFile(options: { services: Services; work: Work; actor: Actor; meetingId: string; agendaItemId: string | null; title: string; fileId?: string; paperId?: string; deliveredOn: string | null }): Promise<number> {
  const { services, work, actor, meetingId, agendaItemId, title, deliveredOn } = options
  const number = await nextNumber(work.tx, meetingId)
  await work.tx.meetingFile.create({
    data: { id: newId(), meetingId, agendaItemId, number, title, fileId: options.fileId ?? null, paperId: options.paperId ?? null, deliveredOn: deliveredOn === null ? null : toDateColumn(deliveredOn), addedBy: actor.personId, addedByName: actor.name, addedAt: services.clock.now() },
  })
  return number
}

/** 编入会议文件: takes the next number. Late material is let in and marked. Whoever had the file it replaces is told. */
export async function addMeetingFile(options: { services: Services; actor: Actor; meetingId: string; input: MeetingFileInput }): Promise<number> {
  const { services, actor, meetingId, input } = options
  return inTransaction(services, async (work) => {
    const { tx } = work
    const meeting = await lockMeeting({ work, actor, meetingId, action: 'arrange' })
    refuseUnless(meeting, ['planned', 'notified', 'inSession', 'closed'], '会议已经取消，不能再编入文件。')
    await checkSource(tx, actor, meetingId, input)
    const { replacesId, deliveredOn, ...columns } = input
    const number = await nextNumber(tx, meetingId)
    const id = newId()
    await tx.meetingFile.create({ data: { id, meetingId, number, ...columns, deliveredOn: deliveredOn === null ? null : toDateColumn(deliveredOn), addedBy: actor.personId, addedByName: actor.name, addedAt: services.clock.now() } })
    let told = null
    if (replacesId !== null) {
      const before = await tx.meetingFile.findFirst({ where: { id: replacesId, meetingId, replacedById: null } })
      if (before === null) throw problem('invalid-input', { fields: [{ path: 'replacesId', message: '要替换的文件没有找到，或者已经被替换。' }] })
      await tx.meetingFile.update({ where: { id: before.id }, data: { replacedById: id } })
      if (before.deliveredOn !== null && deliveredOn !== null) told = await tellAttendees({ work, meeting, kind: 'filesReplaced', title: `会议文件替换：${before.title}`, body: `${meeting.title}第 ${before.number} 号文件由第 ${number} 号文件替换。` })
    }
    await recordAct({ services, work, actor, meeting, act: 'addFile', note: `第 ${number} 号：${input.title}`, data: { number, deliveredOn, replacesId, ...(told === null ? {} : told) } })
    return number
  })
}

/** 送达: the day on which the members got these files. A day that was recorded is not recorded again. */
export async function deliverFiles(options: { services: Services; actor: Actor; meetingId: string; fileIds: readonly string[]; on: string }): Promise<void> {
  const { services, actor, meetingId, fileIds, on } = options
  await inTransaction(services, async (work) => {
    const meeting = await lockMeeting({ work, actor, meetingId, action: 'arrange' })
    if (on > services.clock.today()) throw problem('invalid-input', { fields: [{ path: 'on', message: '送达日期不能晚于今天。' }] })
    const hit = await work.tx.meetingFile.findMany({ where: { id: { in: [...fileIds] }, meetingId, deliveredOn: null }, orderBy: { number: 'asc' }, select: { id: true, number: true } })
    if (hit.length === 0) throw problem('already-done', { detail: '这些文件已经登记送达。' })
    await work.tx.meetingFile.updateMany({ where: { id: { in: hit.map((f) => f.id) } }, data: { deliveredOn: toDateColumn(on) } })
    await recordAct({ services, work, actor, meeting, act: 'deliverFiles', data: { numbers: hit.map((f) => f.number), on } })
  })
}

/** Whether material came later than the rule wants; null where that cannot be told. */
export const isLate = (file: { deliveredOn: Date | null }, meeting: { materialsDueOn: Date | null }): boolean | null =>
  file.deliveredOn === null || meeting.materialsDueOn === null ? null : fromDateColumn(file.deliveredOn) > fromDateColumn(meeting.materialsDueOn)

/** One file of a meeting, byte for byte; a text of the draft as PDF. Members get what was delivered to them; who arranges gets all. */
export async function openMeetingFile(options: { services: Services; actor: Actor; meetingId: string; id: string }): Promise<{ name: string; mediaType: string; body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer> }> {
  const { services, actor, meetingId, id } = options
  const meeting = await meetingFor({ tx: services.prisma, actor, meetingId, action: 'read' })
  const row = await services.prisma.meetingFile.findFirst({ where: { id, meetingId } })
  if (row === null || (row.deliveredOn === null && !meetingPolicy.can(actor, 'record', meetingSubject(meeting)))) throw problem('not-found')
  if (row.snapshotId !== null) {
    const text = await snapshotPdf(services, { snapshotId: row.snapshotId, title: row.title })
    if (text === null) throw problem('not-found')
    return { name: `${row.title}（${text.label}）.pdf`, mediaType: 'application/pdf', body: new Uint8Array(text.bytes) }
  }
  const fileId = row.fileId ?? (row.paperId === null ? null : ((await services.prisma.paper.findUnique({ where: { id: row.paperId }, select: { pdfFileId: true } }))?.pdfFileId ?? null))
  const file = fileId === null ? null : await services.prisma.storedFile.findUnique({ where: { id: fileId } })
  if (file === null) throw problem('not-found')
  return { name: file.name, mediaType: file.mediaType, body: Readable.toWeb(await services.files.open(file.sha256)) as ReadableStream<Uint8Array> }
}
