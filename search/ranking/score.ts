/**
 * How well a row answers: BM25 over the words, what the title says, document number and article, status and rank.
 * Pure; works on at most `MAX_CANDIDATES` rows, on the text itself, so that no positions have to be stored.
 */
import { forceStatus } from '../force-status.ts'
import { normalise, titleKey } from '../query/index.ts'
import { characterPairs } from '../words.ts'
import type { Candidate } from './candidate.ts'
import type { Term } from './terms.ts'

/** `rows` rows of the index hold the word. */
export type WeighedTerm = Term & { rows: number; weight: number }

export type Question = {
  terms: WeighedTerm[]
  /** keys of titles that may be meant */
  titles: string[]
  /** the words as typed, and in the words of the law */
  wordings: string[]
  pinyin: string | null
  documentNumberKey: string | null
  articleLabel: string | null
  onDate: string
}

export type Scored = { row: Candidate; score: number }

const SATURATION = 1.2
const LENGTH_SHARE = 0.5
const AVERAGE_LENGTH = 160
const TITLE_SHARE = 1.5
/** What it adds when the wording itself stands in the text, not only its words. */
const NEAR_SHARE = 0.8
/** For each step of legal rank: a national law comes before the local copy of its rule. */
const RANK_SHARE = 0.04
/** A wording of fewer pairs of characters stands in texts by chance. */
const MEANINGFUL_PAIRS = 3

/** idf of BM25, never below zero. */
function inverseFrequency(total: number, rows: number): number {
  return Math.log(1 + (total - rows + 0.5) / (rows + 0.5))
}

/** A term with what it is worth in an index of `total` rows, of which `rows` hold it. */
export function weighed(term: Term, rows: number, total: number): WeighedTerm {
  const all = Math.max(total, rows)
  // a word that stands nowhere still counts as asked for, but less than one that could have been found
  const worth = rows === 0 ? inverseFrequency(all, 1) / 2 : inverseFrequency(all, rows)
  return { ...term, rows, weight: term.share * worth }
}

function occurrences(text: string, word: string): number {
  let count = 0
  for (let at = text.indexOf(word); at >= 0 && count < 20; at = text.indexOf(word, at + word.length)) count += 1
  return count
}

/** 1 for the same title, less for one that holds it or is like it, 0 for another. */
export function titleLikeness(key: string, asked: string): number {
  if (key === asked) return 1
  if (key.includes(asked)) return 0.4 + 0.55 * (asked.length / key.length)
  const ours = new Set(characterPairs(key))
  const theirs = characterPairs(asked)
  if (ours.size === 0 || theirs.length === 0) return 0
  const common = theirs.filter((pair) => ours.has(pair)).length
  return (2 * common) / (ours.size + theirs.length)
}

/** Titles are long and often begin alike: below this they are not the same thing. */
const LIKE_ENOUGH = 0.6

function scoreOf(row: Candidate, question: Question, pairs: string[][], highest: number, likeness: number): number | null {
  const title = normalise(row.workTitle)
  const text = normalise(`${row.title}\n${row.text}`)
  const length = 1 - LENGTH_SHARE + (LENGTH_SHARE * Math.min(text.length, 4000)) / AVERAGE_LENGTH
  let words = 0
  let held = 0
  for (const term of question.terms) {
    if (term.rows === 0) continue
    const inTitle = title.includes(term.word) ? TITLE_SHARE : 0
    const frequency = occurrences(text, term.word) + inTitle
    if (frequency === 0) continue
    held += term.weight
    words += (term.weight * frequency * (SATURATION + 1)) / (frequency + SATURATION * length)
  }
  const byNumber = question.documentNumberKey !== null && row.documentNumberKey === question.documentNumberKey
  const byArticle = question.articleLabel !== null && row.number === question.articleLabel
  const coverage = highest === 0 ? 0 : Math.min(1, held / highest)
  const spelled = question.pinyin !== null && row.titlePinyin.includes(question.pinyin) ? question.pinyin.length / row.titlePinyin.length : 0
  if (!byNumber && spelled === 0 && !byArticle && coverage < 0.25 && likeness < LIKE_ENOUGH) return null

  const together = `${title}\n${text}`
  const near = Math.max(0, ...pairs.map((wording) => wording.filter((pair) => together.includes(pair)).length / wording.length))
  let score = words * (0.35 + 0.65 * coverage) + highest * NEAR_SHARE * near ** 2
  if (likeness >= LIKE_ENOUGH) score += highest * (row.kind === 'work' ? 2.5 : 0.7) * likeness ** 2 + (row.kind === 'work' ? 10 : 1) * likeness
  if (row.kind === 'work' && likeness < LIKE_ENOUGH) score *= 0.8
  if (spelled > 0) score += 100 * spelled
  if (byNumber) score += 200 + (row.kind === 'work' ? 50 : 0)
  if (byArticle) score += 40 + 60 * likeness
  return score * inForceShare(row, question.onDate) * (1 + RANK_SHARE * Math.max(0, 8 - row.rank))
}

/** A text that holds today comes before the one it replaced. */
function inForceShare(row: Candidate, onDate: string): number {
  const status = forceStatus(row.validFrom, row.validTo, onDate)
  switch (status) {
    case 'inForce':
      return 1
    case 'unknown':
    case 'notYetInForce':
      return 0.95
    case 'noLongerInForce':
      return 0.5
    default: {
      const never: never = status
      return never
    }
  }
}

/** One work does not fill the page: its next hits, and the same article in its other versions, count less and less. */
function spread(scored: Scored[]): Scored[] {
  const ofWork = new Map<string, number>()
  const ofArticle = new Map<string, number>()
  return scored
    .map(({ row, score }) => {
      const article = `${row.workKey} ${row.kind} ${row.number === '' ? row.id : row.number}`
      const before = ofWork.get(row.workKey) ?? 0
      const same = ofArticle.get(article) ?? 0
      ofWork.set(row.workKey, before + 1)
      ofArticle.set(article, same + 1)
      return { row, score: score * Math.max(0.6, 0.95 ** before) * 0.8 ** same }
    })
    .sort(byScore)
}

function byScore(a: Scored, b: Scored): number {
  return b.score - a.score || a.row.rank - b.row.rank || (a.row.id < b.row.id ? -1 : 1)
}

/** Scores and orders rows; those that answer too little of the question are left out. */
export function rank(rows: Candidate[], question: Question): Scored[] {
  const pairs = question.wordings.map((wording) => wording.split(' ').flatMap(characterPairs)).filter((wording) => wording.length >= MEANINGFUL_PAIRS)
  const highest = question.terms.reduce((sum, term) => sum + (term.typed ? term.weight : 0), 0)
  const likenesses = new Map<string, number>()
  const likenessOf = (title: string): number => {
    const key = titleKey(title)
    return Math.max(0, ...question.titles.map((asked) => titleLikeness(key, asked)))
  }
  const scored = rows.flatMap((row) => {
    const likeness = likenesses.get(row.workTitle) ?? likenessOf(row.workTitle)
    likenesses.set(row.workTitle, likeness)
    const score = scoreOf(row, question, pairs, highest, likeness)
    return score === null ? [] : [{ row, score }]
  })
  return spread(scored.sort(byScore))
}
