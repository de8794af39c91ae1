import { compareTexts } from '../../law/compare/index.ts'
import { DOCX } from '../file/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { projectPolicy, projectSubjectSelect } from '../procedure/index.ts'
import { type PaperCell, rowsOfComparison, type SheetContent, toComparisonTableDocx, toComparisonTablePdf, toDocxTable, toPdfTable } from '../typesetting/index.ts'
import { type FixedText, legislationCase, type LegislationCase } from './legislation-case.ts'
import { articleChanges } from './article-changes.ts'
import { lawTitle } from './words.ts'

export type TableForm = 'docx' | 'pdf'
export type PrintedTable = { name: string; mediaType: string; bytes: Uint8Array<ArrayBuffer> }

async function caseFor(options: { services: Services; actor: Actor; projectId: string }): Promise<LegislationCase> {
  const { services, actor, projectId } = options
  const project = await services.prisma.project.findUnique({ where: { id: projectId }, select: projectSubjectSelect })
  if (project === null || !projectPolicy.can(actor, 'readInternal', project)) throw problem('not-found')
  return legislationCase(services.prisma, projectId)
}

const printed = (name: string, form: TableForm, bytes: Uint8Array): PrintedTable => ({ name: `${name}.${form}`, mediaType: form === 'docx' ? DOCX : 'application/pdf', bytes: new Uint8Array(bytes) })

function chosen(c: LegislationCase, id: string): FixedText {
  const found = c.texts.find((t) => t.id === id)
  if (found === undefined) throw problem('not-found', { detail: '没有找到这一稿。' })
  return found
}

/** 条文对照表 of two texts of a draft, with what was said for each change. Throws `not-found`. */
export async function printDraftComparison(options: { services: Services; actor: Actor; projectId: string; from: string; to: string; form: TableForm }): Promise<PrintedTable> {
  const c = await caseFor(options)
  const [from, to] = [chosen(c, options.from), chosen(c, options.to)]
  const said = articleChanges(from, to, c)
  const rows = rowsOfComparison(compareTexts(from.tree, to.tree)).map((row) => {
    if (row.heading) return row
    const label = [...row.after, ...row.before].find((piece) => piece.change === 'label')?.text
    const change = said.find((s) => s.after.split('、').includes(label ?? '') || (s.after === '' && s.before.split('、').includes(label ?? '')))
    const reasons = change?.reasons.join('') ?? ''
    return reasons === '' ? row : { ...row, note: [row.note, reasons].filter((n) => n !== undefined && n !== '').join('；') }
  })
  const meta = { title: `${lawTitle(c.title)}条文对照表`, beforeHeading: from.label, afterHeading: to.label, noteHeading: '说明', explanation: '加粗为新增文字，删除线为删去文字。', ...(options.services.settings.demo ? { demo: '演示数据' } : {}) }
  return printed(`${meta.title}（${from.label}—${to.label}）`, options.form, options.form === 'docx' ? await toComparisonTableDocx(rows, meta) : await toComparisonTablePdf(rows, meta))
}

const dispositions: Readonly<Record<string, string>> = { adopted: '采纳', partly: '部分采纳', notAdopted: '未采纳', noted: '已研究' }
const cell = (words: string, more: Partial<PaperCell> = {}): PaperCell => ({ words, align: 'left', top: true, ...more })

/** 意见采纳情况表 (domain §8.3): number, article, who, what, what became of it, why. What nobody has judged yet stays open. */
export async function printOpinionTable(options: { services: Services; actor: Actor; projectId: string; form: TableForm }): Promise<PrintedTable> {
  const c = await caseFor(options)
  if (c.speeches.length === 0) throw problem('step-refused', { detail: '还没有登记意见，不能形成意见采纳情况表。', extra: { rule: 'noOpinions' } })
  const title = `${lawTitle(c.title)}意见采纳情况表`
  const head = ['序号', '条文', '意见提出单位（人）', '意见内容', '采纳情况', '理由'].map((words) => cell(words, { header: true, align: 'center' }))
  const rows = c.speeches.map((s, at) => [cell(String(at + 1), { align: 'center' }), cell(s.articleLabel ?? '总体'), cell(s.speaker), cell(s.text), cell(s.disposition === null ? '（待研究）' : (dispositions[s.disposition] ?? s.disposition), { align: 'center' }), cell(s.dispositionReason ?? '')])
  const sheet: SheetContent = { title, orientation: 'landscape', table: { columnShares: [4, 8, 10, 34, 8, 26], headerRowCount: 1, rows: [head, ...rows] }, ...(options.services.settings.demo ? { demo: '演示数据' } : {}) }
  return printed(title, options.form, options.form === 'docx' ? await toDocxTable(sheet) : await toPdfTable(sheet))
}
