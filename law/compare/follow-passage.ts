import { plainText, type Article, type LegalText } from '../text/index.ts'
import type { Alignment } from './align.ts'
import { locateQuote, type QuoteAnchor } from './anchor.ts'
import { diffText, type Change } from './diff-words.ts'
import { eachNearest } from './nearest.ts'
import { comparableText, identityKey } from './normalise.ts'
import { compareLines, type LineRow } from './pair-lines.ts'
import { buildCorpus, overlapOf, sharedIn } from './similarity.ts'

export type FollowPassageOptions = {
  old: LegalText
  oldArticleId: string
  /** the flagged words, or their anchor where the same words stand in the article more than once */
  quote: string | QuoteAnchor
  new: LegalText
  alignment: Alignment
}

export type FollowedPassage = {
  /**
   * unchanged: the exact words stand in the article that the flagged one became;
   * changed: the passage is there with other words, or with the same words in another article;
   * deleted: most of its words have no counterpart.
   */
  state: 'unchanged' | 'changed' | 'deleted'
  newArticleId: string | null
  /** the words of the new text; where an article was split, those of each part below one another */
  newQuote: string | null
  /** from the flagged words to those that stand for them now */
  changes: Change[]
  /** the passage stands in an article that is not the counterpart of the flagged one */
  movedElsewhere: boolean
  /** the words of the passage are the same, the sentence around them is not */
  contextChanged: boolean
}

/** The flagged article or its flagged words are not in the old text. `message` is for people. */
export class PassageNotFoundError extends Error {
  override name = 'PassageNotFoundError'
}

const MOST = 0.5
const SENTENCE_ALIKE = 0.6
// Shorter words stand in many articles; finding them elsewhere proves nothing.
const SHORTEST_ELSEWHERE = 8

/**
 * What became of a flagged passage in a corrected text.
 * @throws PassageNotFoundError where the old text has no such article or passage
 */
export function followPassage(options: FollowPassageOptions): FollowedPassage {
  const article = options.old.articles.find((one) => one.id === options.oldArticleId)
  if (!article) throw new PassageNotFoundError(`原文中没有标识为“${options.oldArticleId}”的条文，请核对版本。`)
  const span = spanOf(article, options.quote)
  const quote = plainText(article).slice(span.start, span.end)
  const { before, after } = counterparts(options, article)
  const inPlace = followInPlace(article, span, before, after)
  if (inPlace) {
    const unchanged = identityKey(inPlace.newQuote) === identityKey(quote)
    return {
      state: unchanged ? 'unchanged' : 'changed',
      newArticleId: inPlace.newArticleId,
      newQuote: inPlace.newQuote,
      changes: diffText(quote, inPlace.newQuote),
      movedElsewhere: false,
      contextChanged: unchanged && inPlace.contextChanged,
    }
  }
  const found = findElsewhere(options, quote, after)
  if (found) {
    const inCounterpart = after.some((one) => one.id === found.articleId)
    const same = identityKey(found.words) === identityKey(quote)
    return {
      state: same && inCounterpart ? 'unchanged' : 'changed',
      newArticleId: found.articleId,
      newQuote: found.words,
      changes: diffText(quote, found.words),
      movedElsewhere: !inCounterpart,
      contextChanged: false,
    }
  }
  return {
    state: 'deleted',
    newArticleId: after[0]?.id ?? null,
    newQuote: null,
    changes: diffText(quote, ''),
    movedElsewhere: false,
    contextChanged: false,
  }
}

type Span = { start: number; end: number }

function spanOf(article: Article, quote: string | QuoteAnchor): Span {
  const text = plainText(article)
  const anchor = typeof quote === 'string' ? { exact: quote, prefix: '', suffix: '', start: 0 } : quote
  const place = locateQuote(text, anchor)
  if (!place || place.how === 'fuzzy') throw new PassageNotFoundError(`${article.number || '该条文'}中没有找到被标记的原文，请重新选定。`)
  return { start: place.start, end: place.end }
}

/** The old and new articles of the row that the flagged article stands in. */
function counterparts(options: FollowPassageOptions, article: Article): { before: Article[]; after: Article[] } {
  const row = options.alignment.rows.find((one) => one.old.includes(article.id))
  const inRow = (articles: readonly Article[], ids: readonly string[]) => articles.filter((one) => ids.includes(one.id))
  return { before: inRow(options.old.articles, row?.old ?? [article.id]), after: inRow(options.new.articles, row?.new ?? []) }
}

type Sentence = { articleId: string; text: string; start: number }

/** Sentences of an article with their offsets; a sentence ends at 。 or ； or the end of the line. */
function sentencesOf(article: Article): Sentence[] {
  const sentences: Sentence[] = []
  let start = 0
  for (const line of plainText(article).split('\n')) {
    let offset = start
    for (const text of line.split(/(?<=[。；])/u)) {
      if (text !== '') sentences.push({ articleId: article.id, text, start: offset })
      offset += text.length
    }
    start += line.length + 1
  }
  return sentences
}

type InPlace = { newArticleId: string; newQuote: string; contextChanged: boolean }

/** Looks for the passage where sentence by sentence and word by word it should be; null if most of it is gone. */
function followInPlace(article: Article, span: Span, before: readonly Article[], after: readonly Article[]): InPlace | null {
  const oldSentences = before.flatMap(sentencesOf)
  const newSentences = after.flatMap(sentencesOf)
  const lines = (sentences: readonly { text: string }[]) => sentences.map((sentence, at) => ({ id: String(at), text: sentence.text }))
  const rows = compareLines([{ old: lines(oldSentences), new: lines(newSentences) }])[0] ?? []
  let kept = 0
  let length = 0
  let contextChanged = false
  const pieces: { articleId: string; start: number; end: number }[] = []
  for (const row of rows) {
    if (row.oldId === undefined) continue
    const sentence = oldSentences[Number(row.oldId)]
    if (!sentence || sentence.articleId !== article.id) continue
    const from = Math.max(span.start, sentence.start) - sentence.start
    const to = Math.min(span.end, sentence.start + sentence.text.length) - sentence.start
    if (from >= to) continue
    const words = wordCount(sentence.text.slice(from, to))
    length += words
    if (row.newId === undefined) continue
    const piece = pieceOf(row, from, to)
    kept += Math.min(words, piece.kept)
    contextChanged ||= row.kind === 'changed'
    const home = newSentences[Number(row.newId)]
    const end = Math.min(piece.end, home?.text.length ?? 0)
    if (home && piece.start < end) pieces.push({ articleId: home.articleId, start: home.start + piece.start, end: home.start + end })
  }
  const [first] = pieces
  if (!first || length === 0 || kept < MOST * length) return null
  return { newArticleId: first.articleId, newQuote: quoteOf(pieces, after), contextChanged }
}

function wordCount(text: string): number {
  return text.replace(/[\p{P}\p{Z}\s]/gu, '').length
}

/**
 * Where in the new sentence the words stand that take the place of old offsets `from` to `to`, and how many
 * of the old words they account for: a figure for a figure counts in full, other words by half.
 */
function pieceOf(row: LineRow, from: number, to: number): { start: number; end: number; kept: number } {
  let oldAt = 0
  let newAt = 0
  let kept = 0
  let start = Number.POSITIVE_INFINITY
  let end = 0
  const touch = (first: number, last: number) => {
    start = Math.min(start, first)
    end = Math.max(end, last)
  }
  row.changes.forEach((change, index) => {
    const { length } = change.text
    if (change.op === 'delete') {
      oldAt += length
      return
    }
    if (change.op === 'equal') {
      const [first, last] = [Math.max(from, oldAt), Math.min(to, oldAt + length)]
      if (first < last) {
        kept += wordCount(change.text.slice(first - oldAt, last - oldAt))
        touch(newAt + first - oldAt, newAt + last - oldAt)
      }
      oldAt += length
      newAt += length
      return
    }
    const previous = row.changes[index - 1]
    const replaced = previous?.op === 'delete' ? previous : null
    const hunkStart = oldAt - (replaced?.text.length ?? 0)
    if (replaced ? hunkStart < to && oldAt > from : from < oldAt && oldAt < to) {
      touch(newAt, newAt + length)
      const gone = wordCount(replaced?.text.slice(Math.max(0, from - hunkStart), to - hunkStart) ?? '')
      const sameKind = replaced?.marks?.some((mark) => change.marks?.includes(mark)) ?? false
      kept += sameKind ? gone : Math.min(gone, wordCount(change.text)) / 2
    }
    newAt += length
  })
  return { start, end, kept }
}

/** The new words from the first piece to the last, with what was put between them; article by article. */
function quoteOf(pieces: readonly { articleId: string; start: number; end: number }[], after: readonly Article[]): string {
  return after
    .flatMap((article) => {
      const own = pieces.filter((piece) => piece.articleId === article.id)
      if (own.length === 0) return []
      return plainText(article).slice(Math.min(...own.map((piece) => piece.start)), Math.max(...own.map((piece) => piece.end)))
    })
    .join('\n')
}

/** The passage at another place of the new text, where it did not stand before; its own article first. */
function findElsewhere(options: FollowPassageOptions, quote: string, after: readonly Article[]): { articleId: string; words: string } | null {
  if (wordCount(quote) < SHORTEST_ELSEWHERE) return null
  const ownIds = new Set(after.map((one) => one.id))
  const articles = [...options.new.articles.filter((one) => ownIds.has(one.id)), ...options.new.articles.filter((one) => !ownIds.has(one.id))]
  // what stood in the old text already, elsewhere than in the passage, is not the passage
  const known = new Set(options.old.articles.flatMap(sentencesOf).map((one) => identityKey(one.text)))
  const quoted = new Set(quote.split(/(?<=[。；])|\n/u).map(identityKey))
  const candidates = articles.flatMap(sentencesOf).filter((one) => quoted.has(identityKey(one.text)) || !known.has(identityKey(one.text)))
  const exact = candidates.find((one) => identityKey(one.text).includes(identityKey(quote)))
  if (exact) return { articleId: exact.articleId, words: exact.text.includes(quote) ? quote : exact.text }
  const corpus = buildCorpus([comparableText(quote)], candidates.map((one) => comparableText(one.text)))
  const sharedWith = sharedIn(corpus)
  const nearest: { articleId: string; words: string; score: number }[] = []
  eachNearest({ corpus, oldUnits: [0], newPlaces: [...candidates.keys()], limit: 8, budget: 20_000 }, (own, at) => {
    const sentence = candidates[at]
    const score = overlapOf(corpus, own, at, sharedWith(own, at)).both
    if (sentence && score >= SENTENCE_ALIKE) nearest.push({ articleId: sentence.articleId, words: sentence.text, score })
  })
  // of equal ones the first
  return nearest.toSorted((a, b) => b.score - a.score)[0] ?? null
}
