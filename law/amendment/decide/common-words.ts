/** Words that are replaced in several articles alike: one instruction for all of them, only where that is exactly true. */
import type { Article, LegalText } from '../../text/index.ts'
import { annexBody } from './annex-clauses.ts'
import type { ArticleMove } from './article-moves.ts'
import type { ClausePlace } from './clause.ts'
import { hasListedLines, paragraphLines } from './lines.ts'
import { pairBlocks } from './pair-blocks.ts'
import { type Follow, readHunks, type Replacement, timesIn } from './word-edits.ts'

/** 将…中的“from”修改为“to”, or 删去 where `to` is ''; `places` null: wherever it stands (相关条文). */
export type CommonWords = { from: string; to: string; places: ClausePlace[] | null; /** places in the old text of the articles it acts on */ articles: Set<number> }

/** In fewer articles each one says it for itself. */
const FEWEST_ARTICLES = 3
const SHORTEST_WORD = 2
const LONGEST_WORD = 12
/** Words on either side that may belong to the expression that changed (法律委员会 for 法律). */
const MOST_NEIGHBOURS = 3
/** Common expressions are looked for one after another, each in what the ones before it leave unsaid. */
const MOST_COMMON = 12

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** `printed` is the line as the old text has it, `before` what the expressions chosen so far make of it. */
type LinePair = { printed: string; before: string; after: string; paragraph: number; /** of `before` as it is now */ candidates: Replacement[] | null }
type Kept = { old: number; article: Article; lines: LinePair[]; /** words of lines that have no partner */ rest: string[] }

function linesOf(article: Article): { text: string; paragraph: number }[] {
  return article.paragraphs.flatMap((paragraph, at) => paragraphLines(paragraph).map((text) => ({ text, paragraph: at + 1 })))
}

function readKept(oldText: LegalText, newText: LegalText, moves: readonly ArticleMove[]): Kept[] {
  return moves.flatMap((move): Kept[] => {
    if (move.kind !== 'kept') return []
    const [before, after] = [oldText.articles[move.old], newText.articles[move.new]]
    if (before === undefined || after === undefined) return []
    const [olds, news] = [linesOf(before), linesOf(after)]
    const pairs = pairBlocks(olds.map(({ text }) => text), news.map(({ text }) => text))
    const paired = new Set(pairs.map((pair) => pair.old))
    return [
      {
        old: move.old,
        article: before,
        lines: pairs.map((pair) => {
          const printed = olds[pair.old]?.text ?? ''
          return { printed, before: printed, after: news[pair.new]?.text ?? '', paragraph: olds[pair.old]?.paragraph ?? 1, candidates: null }
        }),
        rest: olds.flatMap(({ text }, at) => (paired.has(at) ? [] : [text])),
      },
    ]
  })
}

/** What changed, as it stands and with up to three words beside it. */
function candidates({ before, after }: LinePair, follow: Follow): Replacement[] {
  const found: Replacement[] = []
  for (const { start, end, come } of readHunks(before, after)) {
    if (follow(before.slice(start, end)) === come) continue
    const left = wordsBefore(before, start)
    const right = wordsAfter(before, end)
    for (const from of left) {
      for (const until of right) {
        const words = before.slice(from, until)
        const to = before.slice(from, start) + come + before.slice(end, until)
        if (words.length < SHORTEST_WORD || words.length > LONGEST_WORD || !isExpression(words, to)) continue
        found.push({ from: words, to })
      }
    }
    // 帐 → 账: one character that is no word by itself
    const gone = before.slice(start, end)
    if (gone.length === come.length) {
      const differing = [...gone].flatMap((character, at) => (character === come.charAt(at) ? [] : [{ from: character, to: come.charAt(at) }]))
      const [only] = differing
      if (only !== undefined && differing.every((one) => one.from === only.from && one.to === only.to)) found.push(only)
    }
  }
  return found
}

/** Words without marks of punctuation; what is taken away may bring the mark before it (、县). */
function isExpression(from: string, to: string): boolean {
  return !/[，。；：、\n]/.test(to === '' ? from.replace(/^[、，]/, '') : from)
}

function wordsBefore(words: string, end: number): number[] {
  const starts = [...segmenter.segment(words.slice(0, end))].map(({ index }) => index)
  return [end, ...starts.slice(-MOST_NEIGHBOURS).reverse()]
}

function wordsAfter(words: string, start: number): number[] {
  const ends: number[] = [start]
  let at = start
  for (const { segment } of segmenter.segment(words.slice(start, start + 2 * LONGEST_WORD))) {
    at += segment.length
    ends.push(at)
    if (ends.length > MOST_NEIGHBOURS) break
  }
  return ends
}

/** Whether the replacement is the whole truth about these words in an article: each of them changed so. */
function isTrueOf({ from, to }: Replacement, { lines, rest }: Kept): boolean {
  if (rest.some((text) => text.includes(from))) return false
  return lines.every(({ before, after }) => {
    const times = timesIn(before, from)
    if (times === 0) return true
    if (to === '') return !after.includes(from)
    return (!before.includes(to) && timesIn(after, to) === times && !after.split(to).join('\u0000').includes(from))
  })
}

export type CommonWordsOptions = { oldText: LegalText; newText: LegalText; moves: readonly ArticleMove[]; follow: Follow; throughout: boolean; /** places in the old text of articles that are written anew */ writtenAnew: ReadonlySet<number> }

/**
 * Expressions that several articles change alike. `throughout` allows 相关条文中的: it holds for every article, none keeps
 * the old word, and no new text has it.
 */
export function commonWords({ oldText, newText, moves, follow, throughout, writtenAnew }: CommonWordsOptions): CommonWords[] {
  const kept = readKept(oldText, newText, moves).filter(({ old }) => !writtenAnew.has(old))
  // 相关条文 are all provisions, and a reader looks into headings and annexes too
  const wordsOf = (text: LegalText): string =>
    [...text.articles.flatMap((article) => linesOf(article).map((line) => line.text)), ...text.divisions.map(({ heading }) => heading), ...text.annexes.flatMap(annexBody)].join('\n')
  const [oldWords, newWords] = [wordsOf(oldText), wordsOf(newText)]
  const chosen: CommonWords[] = []
  while (chosen.length < MOST_COMMON) {
    const best = mostCommon(kept, follow)
    if (best === null) break
    const { from, to } = best.candidate
    const all = throughout && to !== '' && isEverywhere(best.candidate, oldWords, newWords) && kept.every((one) => !has(one, from) || best.articles.includes(one))
    const places = best.articles.flatMap((one) => placesIn(one, from))
    chosen.push({ from, to, places: all ? null : places, articles: new Set(best.articles.map(({ old }) => old)) })
    for (const { lines } of best.articles) {
      for (const line of lines) {
        if (!line.before.includes(from)) continue
        line.before = line.before.split(from).join(to)
        line.candidates = null
      }
    }
  }
  return chosen
}

function mostCommon(kept: readonly Kept[], follow: Follow): { candidate: Replacement; articles: Kept[] } | null {
  const found = new Map<string, { candidate: Replacement; articles: Set<Kept> }>()
  for (const one of kept) {
    for (const line of one.lines) {
      if (line.before === line.after) continue
      line.candidates ??= candidates(line, follow)
      for (const candidate of line.candidates) {
        if (!line.printed.includes(candidate.from)) continue
        const key = `${candidate.from}\n${candidate.to}`
        const entry = found.get(key) ?? { candidate, articles: new Set<Kept>() }
        entry.articles.add(one)
        found.set(key, entry)
      }
    }
  }
  const [best] = [...found.values()]
    .filter(({ articles }) => articles.size >= FEWEST_ARTICLES)
    .map(({ candidate, articles }) => ({ candidate, articles: [...articles].filter((one) => isTrueOf(candidate, one)) }))
    .filter(({ articles }) => articles.length >= FEWEST_ARTICLES)
    .sort((a, b) => b.articles.length - a.articles.length || b.candidate.from.length - a.candidate.from.length || (a.candidate.from < b.candidate.from ? -1 : 1))
  return best ?? null
}

const has = ({ lines, rest }: Kept, words: string): boolean => rest.some((text) => text.includes(words)) || lines.some(({ printed }) => printed.includes(words))

function isEverywhere({ from, to }: Replacement, oldWords: string, newWords: string): boolean {
  return !oldWords.includes(to) && timesIn(newWords, from) === 0
}

function placesIn({ article, lines }: Kept, from: string): ClausePlace[] {
  const numbers = new Set(lines.filter(({ before }) => before.includes(from)).map(({ paragraph }) => paragraph))
  if (article.paragraphs.length === 1 || hasListedLines(article)) return [{ article: article.number, paragraph: null, item: null }]
  return [...numbers].sort((a, b) => a - b).map((paragraph) => ({ article: article.number, paragraph, item: null }))
}
