import { buffer } from 'node:stream/consumers'
import { PDFDocument } from 'pdf-lib'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Table } from '../../law/text/index.ts'
import { readStoredFile } from '../file/index.ts'
import { type Block, toPdf, type PaperCell, type PaperTable, printedDate } from '../typesetting/index.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { meetingFor, meetingSubject } from './meeting-for.ts'
import { isLate } from './files.ts'
import { meetingPolicy } from './policy.ts'
import { snapshotPdf } from './snapshot-pdf.ts'

type FileRow = Prisma.MeetingFileGetPayload<object>
type Part = { file: FileRow; pdf: PDFDocument | null; reason: string | null }

/**
 * All files of a meeting as one print job: a cover list, then the files in the order of their numbers, each beginning on an
 * odd page. What cannot be printed from here stands on the list with the reason, so that nobody takes the pack for complete.
 */
export async function packOfMeeting(options: { services: Services; actor: Actor; meetingId: string }): Promise<{ name: string; bytes: Uint8Array<ArrayBuffer> }> {
  const { services, actor, meetingId } = options
  const meeting = await meetingFor({ tx: services.prisma, actor, meetingId, action: 'read' })
  const all = meetingPolicy.can(actor, 'record', meetingSubject(meeting))
  const files = await services.prisma.meetingFile.findMany({ where: { meetingId, ...(all ? {} : { deliveredOn: { not: null } }) }, orderBy: { number: 'asc' } })
  if (files.length === 0) throw problem('step-refused', { detail: '还没有会议文件可以打印。', extra: { rule: 'noFiles' } })
  const parts: Part[] = []
  for (const file of files) parts.push(await partOf(services, file))
  const cover = await toPdf({
    title: `${meeting.title}\n文件`,
    body: [
      { kind: 'paragraph', words: `${printedDate(fromDateColumn(meeting.startsOn))}　${meeting.place}${meeting.materialsDueOn === null ? '' : `　材料应于${printedDate(fromDateColumn(meeting.materialsDueOn))}前送达`}` },
      { kind: 'table', table: { columnShares: [3, 8, 4, 5], headerRowCount: 1, rows: [coverHead, ...parts.map((part) => coverRow(part, isLate(part.file, meeting)))] } },
    ],
    ...(services.settings.demo ? { demo: '演示数据' } : {}),
  })
  const pack = await PDFDocument.create()
  pack.setTitle(`${meeting.title}文件`)
  await append(pack, await PDFDocument.load(cover))
  for (const part of parts) if (part.pdf !== null) await append(pack, part.pdf)
  return { name: `${meeting.title}文件.pdf`, bytes: new Uint8Array(await pack.save()) }
}

const coverHead: PaperCell[] = ['号', '文件', '送达', '说明'].map((words) => ({ words, header: true, align: 'center' }))

function coverRow(part: Part, late: boolean | null): PaperCell[] {
  const notes = [part.file.replacedById === null ? '' : '已被替换', late === true ? '晚于规定日期送达' : '', part.reason ?? ''].filter((note) => note !== '')
  return [{ words: `第 ${part.file.number} 号`, align: 'center' }, { words: part.file.title }, { words: fromDateColumnOrNull(part.file.deliveredOn) ?? '未送达', align: 'center' }, { words: notes.join('；') }]
}

/** The pages of one file, on a sheet of their own when it is printed on both sides. */
async function append(pack: PDFDocument, part: PDFDocument): Promise<void> {
  if (pack.getPageCount() % 2 === 1) pack.addPage([595.28, 841.89])
  for (const page of await pack.copyPages(part, part.getPageIndices())) pack.addPage(page)
}

async function partOf(services: Services, file: FileRow): Promise<Part> {
  if (file.replacedById !== null) return { file, pdf: null, reason: null }
  if (file.snapshotId !== null) {
    const text = await snapshotPdf(services, { snapshotId: file.snapshotId, title: file.title })
    return text === null ? { file, pdf: null, reason: '没有找到草案文本，请另附' } : { file, pdf: await PDFDocument.load(text.bytes), reason: null }
  }
  const paper = file.paperId === null ? null : await services.prisma.paper.findUnique({ where: { id: file.paperId }, select: { pdfFileId: true } })
  const fileId = file.fileId ?? paper?.pdfFileId ?? null
  const stored = fileId === null ? null : await services.prisma.storedFile.findUnique({ where: { id: fileId } })
  if (stored === null) return { file, pdf: null, reason: '没有找到文件，请另附' }
  if (stored.mediaType !== 'application/pdf' && !stored.name.toLowerCase().endsWith('.pdf')) return wordsPart(services, file, stored)
  try {
    return { file, pdf: await PDFDocument.load(await buffer(await services.files.open(stored.sha256)), { ignoreEncryption: false }), reason: null }
  } catch {
    return { file, pdf: null, reason: '读不出来（可能加密或者损坏），请另附' }
  }
}

/** The words of a Word file are laid out anew, and the list says so; what cannot be read stands there to be added by hand. */
async function wordsPart(services: Services, file: FileRow, stored: { sha256: string; name: string }): Promise<Part> {
  const read = await readStoredFile({ services, file: stored })
  if (read.status !== 'read') return { file, pdf: null, reason: '不能转成 PDF，请另附' }
  const body = read.blocks.map((block): Block => (block.kind === 'line' ? { kind: 'paragraph', words: block.text } : { kind: 'table', table: tableOf(block.table) }))
  const bytes = await toPdf({ title: file.title, body, draft: '按文字排印，版式以原件为准', ...(services.settings.demo ? { demo: '演示数据' } : {}) })
  return { file, pdf: await PDFDocument.load(bytes), reason: '按文字排印，版式以原件为准' }
}

const tableOf = (table: Table): PaperTable => ({
  columnShares: Array.from({ length: Math.max(1, ...table.rows.map((row) => row.reduce((sum, one) => sum + one.columnSpan, 0))) }, () => 1),
  rows: table.rows.map((row) => row.map((one) => ({ words: one.text, columnSpan: one.columnSpan, rowSpan: one.rowSpan, header: one.header }))),
})
