import { articleText, locateQuote, provisionLines, type QuoteAnchor, quoteAnchor } from '../../law/compare/index.ts'
import type { Article, LegalText } from '../../law/text/index.ts'
import { problem } from '../platform/problem/problems.ts'
import { articleIdOf, provisionLabel, provisionText } from './provision-label.ts'

/** A selected stretch of one line: offsets are UTF-16 units in the words of the 款, 项 or 目, its printed number not counted. */
export type PassagePart = { eId: string; start: number; exact: string }
export type Passage = { eId: string; articleLabel: string; quote: QuoteAnchor }
export type PassageRange = { eId: string; start: number; end: number }

/** Where each line of an article stands in its text: the words after the number. */
function linesOf(article: Article): { eId: string; from: number; words: string }[] {
  let next = 0
  return provisionLines(article).flatMap((line) => {
    const from = next + line.number.length
    next = from + line.words.length + 1
    return [{ eId: line.id, from, words: line.words }]
  })
}

const NOT_THERE = '选中的文字和库中的原文对不上，可能换了版本。请刷新页面，重新选取要标注的文字。'

/**
 * The anchor of a selected passage in its article. The quoted words must stand at the address: a flag never quotes what
 * the document does not say. Throws `invalid-input` where they do not, or where the parts lie in several articles.
 */
export function passageOf(text: LegalText, parts: readonly PassagePart[]): Passage {
  const [first] = parts
  const last = parts.at(-1)
  if (first === undefined || last === undefined) throw problem('invalid-input', { fields: [{ path: 'passage', message: '请先在左边的文本里选取要标注的文字。' }] })
  const article = text.articles.find((a) => a.id === articleIdOf(first.eId))
  if (parts.some((p) => articleIdOf(p.eId) !== articleIdOf(first.eId))) throw problem('invalid-input', { fields: [{ path: 'passage', message: '一处标注只能选同一条里的文字，请分别提出。' }] })
  const eId = first.eId
  const articleLabel = provisionLabel(text, eId)
  if (article === undefined) {
    const words = provisionText(text, eId)
    if (words === null || words.slice(first.start, first.start + first.exact.length) !== first.exact || first.exact === '') throw refused()
    return { eId, articleLabel, quote: quoteAnchor(words, first.start, first.start + first.exact.length) }
  }
  const whole = articleText(article)
  const lines = new Map(linesOf(article).map((l) => [l.eId, l]))
  const spans = parts.map((part) => {
    const line = part.eId === article.id ? { from: 0, words: whole } : lines.get(part.eId)
    if (line === undefined || part.exact === '' || line.words.slice(part.start, part.start + part.exact.length) !== part.exact) throw refused()
    return { from: line.from + part.start, to: line.from + part.start + part.exact.length }
  })
  return { eId, articleLabel, quote: quoteAnchor(whole, Math.min(...spans.map((s) => s.from)), Math.max(...spans.map((s) => s.to))) }
}

const refused = () => problem('invalid-input', { detail: NOT_THERE, fields: [{ path: 'passage', message: NOT_THERE }] })

/** The parts of an anchored passage line by line, to be marked on the page; empty where the words are not in the text. */
export function rangesOf(text: LegalText, eId: string, quote: QuoteAnchor): PassageRange[] {
  const article = text.articles.find((a) => a.id === articleIdOf(eId))
  if (article === undefined) return []
  const found = locateQuote(articleText(article), quote)
  if (found === null || found.how === 'fuzzy') return []
  return linesOf(article).flatMap(({ eId: line, from, words }) => {
    const start = Math.max(0, found.start - from)
    const end = Math.min(words.length, found.end - from)
    return start < end ? [{ eId: line, start, end }] : []
  })
}
