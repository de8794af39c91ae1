import { divisionText, type LegalText, type Table } from '../../law/text/index.ts'
import type { Block, PaperTable } from './paper-content.ts'

/** A table of a text, every column as wide as the others. */
export const tableOf = (table: Table): PaperTable => ({
  columnShares: Array.from({ length: Math.max(1, ...table.rows.map((row) => row.reduce((sum, cell) => sum + cell.columnSpan, 0))) }, () => 1),
  rows: table.rows.map((row) => row.map(({ text, columnSpan, rowSpan, header }) => ({ words: text, columnSpan, rowSpan, header }))),
})

const paragraph = (words: string): Block => ({ kind: 'paragraph', words })
const spaced = (...parts: string[]): string => parts.filter((part) => part !== '').join('　')
const chapter = (text: string): Block => ({ kind: 'heading', level: 1, text, centred: true })

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

/**
 * A regulation as it is laid out on paper, below its title: which text it is (草案二次审议稿) and 题注 in 楷体, chapters in
 * 黑体 in the middle of the line, numbers of articles in 黑体, tables as tables.
 */
export function legalTextBlocks(text: LegalText, { label }: { label?: string } = {}): Block[] {
  const chaptersAt = (holds: (at: number) => boolean): Block[] => text.divisions.filter(({ at }) => holds(at)).map((division) => chapter(divisionText(division)))
  const note = (words: string): Block => ({ kind: 'heading', level: 2, text: words, centred: true })
  return [
    ...(label === undefined ? [] : [note(`（${label.replace(/[（）]/gu, '')}）`)]),
    ...(text.note === '' ? [] : [note(text.note)]),
    ...[...text.notice, ...text.preamble].map(paragraph),
    ...text.articles.flatMap((article, index): Block[] => [...chaptersAt((at) => at === index), ...articleBlocks(article)]),
    // a chapter that has no article yet
    ...chaptersAt((at) => at >= text.articles.length),
    ...text.annexes.flatMap((annex): Block[] => [
      { kind: 'heading', level: 1, text: spaced(annex.label, annex.title) },
      ...annex.blocks.map((block): Block => (block.kind === 'line' ? paragraph(block.text) : { kind: 'table', table: tableOf(block.table) })),
    ]),
    ...text.closing.map(paragraph),
  ]
}
