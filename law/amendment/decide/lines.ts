/** The lines of a provision as a decision quotes them. */
import type { Article, Item, Paragraph } from '../../text/index.ts'
import { tableText } from '../../text/index.ts'

export const itemLines = (item: Item): string[] => [`${item.number}${item.text}`, ...item.subitems.map((subitem) => `${subitem.number}${subitem.text}`)]

export function paragraphLines(paragraph: Paragraph): string[] {
  return [
    ...(paragraph.text === '' ? [] : [paragraph.text]),
    ...(paragraph.table === undefined ? [] : tableText(paragraph.table).split('\n')),
    ...paragraph.items.flatMap(itemLines),
  ]
}

/** Without label; the heading of the article, where it has one, opens its first line. */
export function articleLines(article: Article): string[] {
  const lines = article.paragraphs.flatMap(paragraphLines)
  if (article.heading === null) return lines
  // a heading in round brackets has its own line, one in 【】 stands before the words: as the printer of texts does it
  if (/^[（(]/.test(article.heading) || article.paragraphs[0]?.text === '') return [article.heading, ...lines]
  const [first = '', ...rest] = lines
  return [`${article.heading}${first}`, ...rest]
}

/** 主任，副主任若干人，委员若干人。 on lines of their own: they are one 款, so that 款 cannot be named by counting paragraphs. */
export const hasListedLines = (article: Article): boolean => article.paragraphs.some(({ text }) => /，$/.test(text))

export const articleWords = (article: Article): string => article.paragraphs.flatMap(paragraphLines).join('\n')
