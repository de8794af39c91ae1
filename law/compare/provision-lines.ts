import { tableText, type Article } from '../text/index.ts'

/** One line of an article as it is printed, without the article's own label and heading. */
export type ProvisionLine = {
  /** eId of the 款, 项 or 目 */
  id: string
  kind: 'paragraph' | 'item' | 'subitem'
  /** number as printed, for 项 and 目 */
  number: string
  /** the words after the number; of a table its cells, tab between cells and line feed between rows */
  words: string
}

/** 款, 项, 目 of an article in the order in which they are read. Joined by line feeds they are its `plainText`. */
export function provisionLines(article: Article): ProvisionLine[] {
  const lines: ProvisionLine[] = []
  const push = (line: ProvisionLine) => {
    if (line.number !== '' || line.words !== '') lines.push(line)
  }
  for (const paragraph of article.paragraphs) {
    const words = paragraph.table ? [paragraph.text, tableText(paragraph.table)].filter(Boolean).join('\n') : paragraph.text
    push({ id: paragraph.id, kind: 'paragraph', number: '', words })
    for (const item of paragraph.items) {
      push({ id: item.id, kind: 'item', number: item.number, words: item.text })
      for (const subitem of item.subitems) push({ id: subitem.id, kind: 'subitem', number: subitem.number, words: subitem.text })
    }
  }
  return lines
}

/** A line as printed: number and words. */
export function lineText(line: ProvisionLine): string {
  return line.number + line.words
}
