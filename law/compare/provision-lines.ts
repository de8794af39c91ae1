import type { Article, Table } from '../text/tree.ts'

/** One line of an article as it is printed, without the article's own label. */
export type ProvisionLine = {
  /** eId of the 款, 项 or 目 */
  id: string
  kind: 'heading' | 'paragraph' | 'item' | 'subitem'
  /** number as printed, for 项 and 目 */
  number: string
  /** the words after the number; of a table its cells, tab between cells and line feed between rows */
  words: string
}

/** A table as text: cells parted by tabs, rows by line feeds. */
export function tableText(table: Table): string {
  return table.rows.map((cells) => cells.map((cell) => cell.text).join('\t')).join('\n')
}

/** 款, 项, 目 of an article in the order in which they are read. */
export function provisionLines(article: Article): ProvisionLine[] {
  const lines: ProvisionLine[] = []
  if (article.heading) lines.push({ id: article.id, kind: 'heading', number: '', words: article.heading })
  for (const paragraph of article.paragraphs) {
    const words = paragraph.table ? [paragraph.text, tableText(paragraph.table)].filter(Boolean).join('\n') : paragraph.text
    lines.push({ id: paragraph.id, kind: 'paragraph', number: '', words })
    for (const item of paragraph.items) {
      lines.push({ id: item.id, kind: 'item', number: item.number, words: item.text })
      for (const subitem of item.subitems) lines.push({ id: subitem.id, kind: 'subitem', number: subitem.number, words: subitem.text })
    }
  }
  return lines
}

/** A line as printed: number and words. */
export function lineText(line: ProvisionLine): string {
  return line.number + line.words
}

/** The article without its label: its lines, one below the other. */
export function articleText(article: Article): string {
  return provisionLines(article).map(lineText).join('\n')
}
