import type { LegalText, Table } from '../../law/text/index.ts'
import { printLegalText } from '../../law/text/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { type Block, type PaperTable, toDocx } from '../typesetting/index.ts'
import { textFor } from './compare-texts.ts'
import { draftFor } from './draft-for.ts'
import { exportMark, recordExport } from './export-mark.ts'

export type ExportForm = 'docx' | 'txt'

/** A text of a draft as a file, marked with who took it out; the export is recorded. */
export async function exportDraft(options: { services: Services; actor: Actor; draftId: string; which: string; form: ExportForm }): Promise<{ name: string; bytes: Uint8Array }> {
  const { services, actor, draftId, form } = options
  const draft = await draftFor({ ...options, action: 'read' })
  const { side, text } = await textFor({ ...options, draft })
  const mark = exportMark({ services, actor })
  const demo = services.settings.demo ? '演示数据' : undefined
  const bytes = form === 'txt' ? new TextEncoder().encode(`${[demo, mark].filter(Boolean).join('　')}\n${printLegalText(text)}\n`) : await asDocx({ text, mark, demo })
  await recordExport({ services, actor, draftId, what: `text.${form}`, texts: [side.id] })
  return { name: `${text.title === '' ? draft.project.title : text.title}（${side.label}）.${form}`, bytes }
}

export const tableOf = (table: Table): PaperTable => ({
  columnShares: Array.from({ length: Math.max(1, ...table.rows.map((row) => row.reduce((sum, cell) => sum + cell.columnSpan, 0))) }, () => 1),
  rows: table.rows.map((row) => row.map(({ text, columnSpan, rowSpan, header }) => ({ words: text, columnSpan, rowSpan, header }))),
})

const paragraph = (words: string): Block => ({ kind: 'paragraph', words })
const spaced = (...parts: string[]): string => parts.filter((part) => part !== '').join('　')

function articleBlocks(article: LegalText['articles'][number]): Block[] {
  const label = spaced(article.number, article.heading ?? '')
  return article.paragraphs.flatMap((one, index): Block[] => {
    const lead = index === 0 && label !== '' ? [{ kind: 'strong' as const, text: `${label}　` }] : []
    return [
      ...(one.text === '' && lead.length === 0 ? [] : [{ kind: 'paragraph' as const, words: [...lead, one.text] }]),
      ...(one.table === undefined ? [] : [{ kind: 'table' as const, table: tableOf(one.table) }]),
      ...one.items.flatMap((item) => [paragraph(`${item.number}${item.text}`), ...item.subitems.map((sub) => paragraph(`${sub.number}${sub.text}`))]),
    ]
  })
}

function asDocx({ text, mark, demo }: { text: LegalText; mark: string; demo: string | undefined }): Promise<Uint8Array> {
  const head = [...(text.note === '' ? [] : [text.note]), ...text.notice, ...text.preamble].map(paragraph)
  const body = text.articles.flatMap((article, at): Block[] => [
    ...text.divisions.filter((division) => division.at === at).map(({ number, heading }): Block => ({ kind: 'heading', level: 1, text: spaced(number, heading) })),
    ...articleBlocks(article),
  ])
  const empty = text.divisions.filter((division) => division.at >= text.articles.length).map(({ number, heading }): Block => ({ kind: 'heading', level: 1, text: spaced(number, heading) }))
  const annexes = text.annexes.flatMap((annex): Block[] => [
    { kind: 'heading', level: 1, text: spaced(annex.label, annex.title) },
    ...annex.blocks.map((block): Block => (block.kind === 'line' ? paragraph(block.text) : { kind: 'table', table: tableOf(block.table) })),
  ])
  return toDocx({ title: text.title, body: [...head, ...body, ...empty, ...annexes, ...text.closing.map(paragraph)], draft: mark, ...(demo === undefined ? {} : { demo }) })
}
