import { type LegalText, type Table } from '../../law/text/index.ts'
import { type Block, type PaperTable, toDocx } from '../typesetting/index.ts'
import { annexWords, divisionWords } from './law-text-html.ts'

const tableOf = (table: Table): PaperTable => {
  const columns = Math.max(1, ...table.rows.map((row) => row.reduce((sum, cell) => sum + cell.columnSpan, 0)))
  return { columnShares: Array.from({ length: columns }, () => 1), rows: table.rows.map((row) => row.map((cell) => ({ words: cell.text, columnSpan: cell.columnSpan, rowSpan: cell.rowSpan, header: cell.header }))) }
}

/** A text as .docx: its words as they stand, numbers and tables included. */
export async function textAsDocx(options: { text: LegalText; title: string; demo: boolean }): Promise<Uint8Array> {
  const { text } = options
  const paragraph = (words: string): Block => ({ kind: 'paragraph', words })
  const body: Block[] = [...(text.note === '' ? [] : [paragraph(text.note)]), ...text.notice.map(paragraph), ...text.preamble.map(paragraph)]
  let next = 0
  for (let at = 0; at <= text.articles.length; at += 1) {
    for (let division = text.divisions[next]; division !== undefined && division.at <= at; division = text.divisions[next]) {
      body.push({ kind: 'heading', level: 1, text: divisionWords(division) })
      next += 1
    }
    const article = text.articles[at]
    if (article === undefined) continue
    const label = [article.number, article.heading ?? ''].filter((part) => part !== '').join('　')
    for (const [index, para] of article.paragraphs.entries()) {
      const lead = index === 0 && label !== '' ? [{ kind: 'strong' as const, text: `${label}　` }] : []
      if (para.text !== '' || lead.length > 0) body.push({ kind: 'paragraph', words: [...lead, para.text] })
      if (para.table !== undefined) body.push({ kind: 'table', table: tableOf(para.table) })
      for (const item of para.items) {
        body.push(paragraph(`${item.number}${item.text}`))
        for (const sub of item.subitems) body.push(paragraph(`${sub.number}${sub.text}`))
      }
    }
  }
  for (const annex of text.annexes) {
    body.push({ kind: 'heading', level: 1, text: annexWords(annex) })
    for (const block of annex.blocks) body.push(block.kind === 'line' ? paragraph(block.text) : { kind: 'table', table: tableOf(block.table) })
  }
  body.push(...text.closing.map(paragraph))
  return toDocx({ title: options.title, body, ...(options.demo ? { demo: '演示数据' } : {}) })
}
