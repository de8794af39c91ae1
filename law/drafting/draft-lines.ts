/** The lines of a draft that are checked: 款, 项 and 目. Title, 题注, contents, tables and annexes are not drafted sentences. */
import { readBookTitle } from '../citation/index.ts'
import { type Article, type LegalText, plainText, tableText, walkBody } from '../text/index.ts'
import type { DraftLine } from './rule.ts'

/** Every line in the order of the text. */
export function draftLines(text: LegalText): DraftLine[] {
  const lines: DraftLine[] = []
  const chapters = new Map<string, number>()
  walkBody(text, {
    article: (article, [outermost], articleIndex) => {
      if (outermost !== undefined && !chapters.has(outermost.id)) chapters.set(outermost.id, chapters.size)
      const chapterIndex = outermost === undefined ? -1 : (chapters.get(outermost.id) ?? -1)
      for (const line of linesOf(article)) lines.push({ ...line, article, articleIndex, chapter: outermost?.heading ?? null, chapterIndex })
    },
  })
  return lines
}

type ArticleLine = Omit<DraftLine, 'article' | 'articleIndex' | 'chapter' | 'chapterIndex'>

function linesOf(article: Article): ArticleLine[] {
  const plain = plainText(article)
  const lines: ArticleLine[] = []
  let cursor = 0
  const add = (place: Pick<ArticleLine, 'paragraph' | 'item' | 'nodeId'>, number: string, text: string): void => {
    if (number === '' && text === '') return
    // between a label in words and its text stands a space, after a bracketed number none
    const offset = text === '' ? cursor + number.length : plain.indexOf(text, cursor + number.length)
    if (text !== '') lines.push({ ...place, text, offset, titles: titleSpans(text) })
    cursor = offset + text.length + 1
  }
  article.paragraphs.forEach((paragraph, at) => {
    const place = { paragraph: at + 1, item: null, nodeId: paragraph.id }
    add(place, '', paragraph.text)
    if (paragraph.table !== undefined) cursor += tableText(paragraph.table).length + 1
    for (const item of paragraph.items) {
      add({ ...place, item: item.number, nodeId: item.id }, item.number, item.text)
      for (const subitem of item.subitems) add({ ...place, item: item.number, nodeId: subitem.id }, subitem.number, subitem.text)
    }
  })
  return lines
}

function titleSpans(text: string): [number, number][] {
  const spans: [number, number][] = []
  for (let at = text.indexOf('《'); at >= 0; ) {
    const title = readBookTitle(text, at)
    if (title !== null) spans.push([at, title.end])
    at = text.indexOf('《', title?.end ?? at + 1)
  }
  return spans
}
