/** The tree back to text: the characters of the source in their order, white space and container marks aside. */
import type { Annex, Article, Division, LegalText, Paragraph, Table } from './tree.ts'
import { walkBody } from './walk.ts'

/** Rows as lines, cells parted by tabs. */
export function tableText(table: Table): string {
  return table.rows.map((row) => row.map(({ text }) => text).join('\t')).join('\n')
}

const isNumberedInWords = (number: string): boolean => number.endsWith('条') || /条(?:之.+)?[：:]?$/.test(number)

/** A label stands apart from its words by an ideographic space (第一条　…), a bracketed or pointed number does not. */
function withNumber(number: string, words: string): string {
  if (number === '') return words
  if (words === '') return number
  return isNumberedInWords(number) ? `${number}　${words}` : `${number}${words}`
}

function paragraphLines(paragraph: Paragraph, printed: boolean): string[] {
  const lines: string[] = []
  if (paragraph.text !== '') lines.push(paragraph.text)
  if (paragraph.table !== undefined) lines.push(tableText(paragraph.table))
  for (const item of paragraph.items) {
    lines.push(withNumber(printed ? (item.printed ?? item.number) : item.number, item.text))
    for (const subitem of item.subitems) lines.push(withNumber(subitem.number, subitem.text))
  }
  return lines
}

function articleLines(article: Article, label: string, printed: boolean): string[] {
  const lines = article.paragraphs.flatMap((paragraph) => paragraphLines(paragraph, printed))
  const first = article.paragraphs[0]
  const opensWithWords = first !== undefined && first.text !== ''
  const head = article.heading === null ? label : withNumber(label, article.heading)
  if (head === '') return lines
  // a heading in round brackets has its own line (上海), one in 【】 stands before the words
  const ownLine = article.heading !== null && /^[（(]/.test(article.heading)
  if (!opensWithWords || ownLine) return [head, ...lines]
  const [words = '', ...rest] = lines
  return [article.heading === null ? withNumber(head, words) : `${head}${words}`, ...rest]
}

/** The words of an article line by line, items with their numbers, without label and heading: what is compared and searched. */
export function plainText(article: Article): string {
  return article.paragraphs.flatMap((paragraph) => paragraphLines(paragraph, false)).join('\n')
}

/** An article as it is read, with or without its label and heading. */
export function articleText(article: Article, options: { label: boolean }): string {
  return options.label ? articleLines(article, article.number, false).join('\n') : plainText(article)
}

/** The heading of a 编 章 节 as one line: 第二章　立法程序, 一、总体要求. */
export const divisionText = ({ number, heading }: Pick<Division, 'number' | 'heading'>): string =>
  /[、.．）)]$/.test(number) ? `${number}${heading}` : [number, heading].filter((part) => part !== '').join('　')

function annexLines(annex: Annex): string[] {
  const lines = [/[：:]$|^$/.test(annex.label) || annex.title === '' ? `${annex.label}${annex.title}` : `${annex.label}　${annex.title}`]
  for (const block of annex.blocks) lines.push(block.kind === 'table' ? tableText(block.table) : block.text)
  return lines
}

/** An annex as it is read, with its label and name. */
export const annexText = (annex: Annex): string => annexLines(annex).join('\n')

function frontLines(text: LegalText): string[] {
  const { note: noteAt, contents: contentsAt } = text.placed ?? { note: 0, contents: 0 }
  const lines = [...text.notice]
  if (text.title !== '') lines.push(text.title)
  for (let i = 0; i <= text.preamble.length; i += 1) {
    if (i === noteAt && text.note !== '') lines.push(text.note)
    if (i === contentsAt && text.contents.length > 0) lines.push(text.contents.join('\n'))
    const line = text.preamble[i]
    if (line !== undefined) lines.push(line)
  }
  return lines
}

/** Prints the whole text from the tree alone, one line for each paragraph, item, heading. */
export function printLegalText(text: LegalText): string {
  const lines = frontLines(text)
  walkBody(text, {
    division: (division) => lines.push(divisionText(division)),
    article: (article) => lines.push(articleLines(article, article.printed ?? article.number, true).join('\n')),
  })
  const annexesAt = text.placed?.annexes ?? 0
  const annexes = text.annexes.map(annexText)
  return `${[...lines, ...text.closing.slice(0, annexesAt), ...annexes, ...text.closing.slice(annexesAt)].join('\n')}\n`
}
