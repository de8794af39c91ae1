import { sharedConduct } from './conduct.ts'
import type { GramNumbers } from './grams.ts'
import { eachNearest } from './nearest.ts'
import type { Sentences } from './normalise.ts'
import { corpusOf, overlapOf, sharedIn, type Corpus } from './similarity.ts'
import type { Units } from './units.ts'

/**
 * What speaks for an old and a new article being one: a row for each pair worth a look, a column for each thing that
 * speaks for it, from 0 to 1. Rows are sorted by the old article and then by the new one.
 */
export type EvidenceTable = {
  count: number
  old: Int32Array
  new: Int32Array
  /** words both share, of both */
  both: Float64Array
  /** words both share, of the old one, of the new one */
  ofOld: Float64Array
  ofNew: Float64Array
  /** share of the old article's sentences that find their best match in the new one, and the reverse */
  sentToNew: Float64Array
  takenFromOld: Float64Array
  /** share of the conduct that two penalties have in common; 1 where that is not asked */
  conduct: Float64Array
  /** the evidence in one number */
  strength: Float64Array
  /** rows of old article o stand from `startOfOld[o]` to `startOfOld[o + 1]` */
  startOfOld: Int32Array
  /** numbers of the rows of new article n stand in `rowsByNew` from `startOfNew[n]` to `startOfNew[n + 1]` */
  startOfNew: Int32Array
  rowsByNew: Int32Array
}

/** The row of a pair, -1 where it was not worth a look. */
export function findRow({ startOfOld, new: newPlaces }: EvidenceTable, oldPlace: number, newPlace: number): number {
  if (oldPlace < 0 || newPlace < 0) return -1
  const end = startOfOld[oldPlace + 1] ?? 0
  for (let row = startOfOld[oldPlace] ?? 0; row < end; row++) if (newPlaces[row] === newPlace) return row
  return -1
}

/**
 * These numbers and those of match-articles.ts were found by search on the labelled pairs; moving all of
 * them at random by up to 8 % costs less than 0.01 of the mean F value, so none hangs on a single label.
 * Those of natures, claims and figures were chosen by reading fourteen other pairs as well.
 */
const CONTAINMENT = 0.8
const SENTENCE_SHARE = 0.28
const SENTENCE_MIN = 0.28
const SENTENCE_GAIN = 1.38
/** A rule and the penalty for breaking it share their words and are not one. */
const OTHER_NATURE = 0.7
/** A sentence that another one is clearly nearer to counts less. */
const CLAIM_LEAD = 1.1
const CLAIMED_SHARE = 0.6
const NEAREST_ARTICLES = 16
const NEAREST_SENTENCES = 8
const ARTICLE_BUDGET = 1_000
const SENTENCE_BUDGET = 250
const SHORTEST_SENTENCE = 4

type Source = {
  /** articles as printed and in comparable words, the old ones first */
  texts: readonly string[]
  words: Units & { sentences: Sentences }
  grams: GramNumbers
  corpus: Corpus
  /** articles that still look for a partner */
  oldPlaces: readonly number[]
  newPlaces: readonly number[]
  /** pairs to look at in any case */
  always: readonly { old: number; new: number }[]
}

/** Looks for pairs through the words that are rare and through sentences, and weighs them. */
export function gatherEvidence(source: Source): EvidenceTable {
  const { corpus } = source
  const { oldCount } = corpus
  const newCount = corpus.unitCount - oldCount
  const natures = source.texts.map(natureOf)
  const links = sentenceLinks(source)
  const sharedWith = sharedIn(corpus)
  const keys = candidateKeys(source, links)
  const penalties = [...source.oldPlaces, ...source.newPlaces.map((place) => oldCount + place)].filter((unit) => natures[unit] === 'penalty')
  const conduct = sharedConduct(source.texts, oldCount, penalties)
  const table = emptyTable(keys.length, oldCount, newCount)
  let [row, before] = [0, -1]
  for (const key of keys) {
    if (key === before) continue
    before = key
    const oldPlace = Math.floor(key / newCount)
    const newPlace = key - oldPlace * newCount
    const [oldNature, newNature] = [natures[oldPlace], natures[oldCount + newPlace]]
    if (oldNature !== newNature && (oldNature === 'ending' || newNature === 'ending')) continue
    const { both, ofOld, ofNew } = overlapOf(corpus, oldPlace, newPlace, sharedWith(oldPlace, newPlace))
    const { sentToNew, takenFromOld } = links.get(key) ?? NO_LINK
    const words = Math.max(both, CONTAINMENT * Math.max(ofOld, ofNew))
    const alike = words * (1 - SENTENCE_SHARE) + (SENTENCE_SHARE * (sentToNew + takenFromOld)) / 2
    table.old[row] = oldPlace
    table.new[row] = newPlace
    table.both[row] = both
    table.ofOld[row] = ofOld
    table.ofNew[row] = ofNew
    table.sentToNew[row] = sentToNew
    table.takenFromOld[row] = takenFromOld
    table.conduct[row] = oldNature === 'penalty' && newNature === 'penalty' ? conduct(oldPlace, newPlace) : 1
    table.strength[row] = oldNature === newNature ? alike : alike * OTHER_NATURE
    row++
  }
  table.count = row
  return withStarts(table)
}

/** Pairs to look at, each as one number that rises with the old article and then with the new one; some stand twice. */
function candidateKeys(source: Source, links: ReadonlyMap<number, Link>): Float64Array {
  const { corpus, always, oldPlaces, newPlaces } = source
  const newCount = corpus.unitCount - corpus.oldCount
  const keys = new Float64Array(always.length + oldPlaces.length * NEAREST_ARTICLES + links.size)
  let count = 0
  for (const pair of always) keys[count++] = pair.old * newCount + pair.new
  eachNearest({ corpus, oldUnits: oldPlaces, newPlaces, limit: NEAREST_ARTICLES, budget: ARTICLE_BUDGET }, (from, to) => {
    keys[count++] = from * newCount + to
  })
  for (const key of links.keys()) keys[count++] = key
  return keys.subarray(0, count).sort()
}

function emptyTable(rows: number, oldCount: number, newCount: number): EvidenceTable {
  return {
    count: 0,
    old: new Int32Array(rows),
    new: new Int32Array(rows),
    both: new Float64Array(rows),
    ofOld: new Float64Array(rows),
    ofNew: new Float64Array(rows),
    sentToNew: new Float64Array(rows),
    takenFromOld: new Float64Array(rows),
    conduct: new Float64Array(rows),
    strength: new Float64Array(rows),
    startOfOld: new Int32Array(oldCount + 1),
    startOfNew: new Int32Array(newCount + 1),
    rowsByNew: new Int32Array(rows),
  }
}

/** Says where the rows of each article begin. */
function withStarts(table: EvidenceTable): EvidenceTable {
  const { count, old: oldPlaces, new: newPlaces, startOfOld, startOfNew, rowsByNew } = table
  for (let row = 0; row < count; row++) {
    startOfOld[(oldPlaces[row] ?? 0) + 1] = (startOfOld[(oldPlaces[row] ?? 0) + 1] ?? 0) + 1
    startOfNew[(newPlaces[row] ?? 0) + 1] = (startOfNew[(newPlaces[row] ?? 0) + 1] ?? 0) + 1
  }
  for (const starts of [startOfOld, startOfNew]) for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0)
  const next = startOfNew.slice()
  for (let row = 0; row < count; row++) {
    const to = next[newPlaces[row] ?? 0] ?? 0
    rowsByNew[to] = row
    next[newPlaces[row] ?? 0] = to + 1
  }
  return table
}

type Link = { sentToNew: number; takenFromOld: number }

const NO_LINK: Link = { sentToNew: 0, takenFromOld: 0 }

/** The sentence on the other side that a sentence is nearest to, by its place in the list; -1 where there is none. */
type Best = { at: Int32Array; score: Float64Array }

const noBest = (count: number): Best => ({ at: new Int32Array(count).fill(-1), score: new Float64Array(count) })

/**
 * Every sentence looks for its best match on the other side: an article that was split gave each part its sentences.
 * By the key of `candidateKeys`.
 */
function sentenceLinks(source: Source): Map<number, Link> {
  const { oldCount, unitCount } = source.corpus
  const newCount = unitCount - oldCount
  const sentences = sentencesOf(source)
  const oldSentences = sentences.unit.findIndex((unit) => unit >= oldCount)
  const count = oldSentences < 0 ? sentences.unit.length : oldSentences
  const oldArticles = sentences.unit.subarray(0, count)
  const newArticles = sentences.unit.subarray(count).map((unit) => unit - oldCount)
  const corpus = corpusOf({ codes: source.words.codes, ...sentences }, count, source.grams)
  const bestOfOld = noBest(oldArticles.length)
  const bestOfNew = noBest(newArticles.length)
  const sharedWith = sharedIn(corpus)
  eachNearest({ corpus, oldUnits: [...oldArticles.keys()], newPlaces: [...newArticles.keys()], limit: NEAREST_SENTENCES, budget: SENTENCE_BUDGET }, (from, to) => {
    if (mostShared(corpus, from, to) < Math.max(SENTENCE_MIN, Math.min(bestOfOld.score[from] ?? 0, bestOfNew.score[to] ?? 0))) return
    const { both } = overlapOf(corpus, from, to, sharedWith(from, to))
    if (both > (bestOfOld.score[from] ?? 0)) improve(bestOfOld, from, to, both)
    if (both > (bestOfNew.score[to] ?? 0)) improve(bestOfNew, to, from, both)
  })
  const links = new Map<number, Link>()
  const linkOf = (oldPlace: number, newPlace: number): Link => {
    const key = oldPlace * newCount + newPlace
    let link = links.get(key)
    if (!link) links.set(key, (link = { sentToNew: 0, takenFromOld: 0 }))
    return link
  }
  const weightsOfOld = corpus.weights.subarray(0, count)
  const weightsOfNew = corpus.weights.subarray(count)
  eachClaim({ articles: oldArticles, others: newArticles, best: bestOfOld, bestOfOthers: bestOfNew, weights: weightsOfOld }, (from, to, claim) => (linkOf(from, to).sentToNew += claim))
  eachClaim({ articles: newArticles, others: oldArticles, best: bestOfNew, bestOfOthers: bestOfOld, weights: weightsOfNew }, (from, to, claim) => (linkOf(to, from).takenFromOld += claim))
  return links
}

/** A short sentence and a long one cannot share much: the bound, and a little more for what adding up rounds off. */
function mostShared({ weights, oldCount }: Corpus, from: number, to: number): number {
  const [a, b] = [weights[from] ?? 0, weights[oldCount + to] ?? 0]
  return (2 * Math.min(a, b) * (1 + 1e-9)) / (a + b || 1)
}

function improve(best: Best, at: number, other: number, score: number): void {
  best.at[at] = other
  best.score[at] = score
}

type Claims = {
  /** the article of each sentence on this side and on the other */
  articles: Int32Array
  others: Int32Array
  best: Best
  bestOfOthers: Best
  weights: Float64Array
}

/** What each sentence says for its article and that of its best match being one. */
function eachClaim({ articles, others, best, bestOfOthers, weights }: Claims, visit: (place: number, otherPlace: number, claim: number) => void): void {
  const total = new Float64Array((articles.at(-1) ?? -1) + 1)
  for (let at = 0; at < articles.length; at++) total[articles[at] ?? 0] = (total[articles[at] ?? 0] ?? 0) + (weights[at] ?? 0)
  for (let at = 0; at < articles.length; at++) {
    const [found, score, place] = [best.at[at] ?? -1, best.score[at] ?? 0, articles[at] ?? 0]
    const otherPlace = others[found]
    if (otherPlace === undefined || score < SENTENCE_MIN) continue
    const share = (weights[at] ?? 0) / (total[place] || 1)
    const claimed = bestOfOthers.at[found] !== at && (bestOfOthers.score[found] ?? 0) > score * CLAIM_LEAD
    visit(place, otherPlace, Math.min(1, score * SENTENCE_GAIN) * share * (claimed ? CLAIMED_SHARE : 1))
  }
}

type Nature = 'rule' | 'penalty' | 'ending'

const PENALTY = /(?:处|给予|责令)[^，。；]{0,24}(?:罚款|拘留|警告|处分|改正|徒刑)|追究刑事责任/
const ENDING_CLAUSE = /^(?:违反本[^，。；]{1,10}|构成(?:犯罪|违反治安管理行为)的?|(?:由公安机关)?依法(?:给予|追究|承担)(?:治安管理处罚|刑事责任|民事责任)|(?:造成|损害)[^，。；]{0,20}(?:损害|损失|权益)的|尚不构成犯罪的)$/

/**
 * What kind of provision an article is. An ending (违反本法规定，构成犯罪的，依法追究刑事责任) is drafted from stock: it is
 * no part of any one article that had such words at its end.
 */
function natureOf(text: string): Nature {
  if (text.includes('构成犯罪') && text.split(/[，。；\n]/).every((clause) => clause === '' || ENDING_CLAUSE.test(clause))) return 'ending'
  return PENALTY.test(text) ? 'penalty' : 'rule'
}

/** Sentences that are long enough to say something, of the articles that look for a partner. */
function sentencesOf({ words, corpus, oldPlaces, newPlaces }: Source): Sentences {
  const looks = new Uint8Array(words.from.length)
  for (const place of oldPlaces) looks[place] = 1
  for (const place of newPlaces) looks[corpus.oldCount + place] = 1
  const { from, to, unit } = words.sentences
  const kept = unit.map((_, at) => at).filter((at) => looks[unit[at] ?? 0] === 1 && (to[at] ?? 0) - (from[at] ?? 0) >= SHORTEST_SENTENCE)
  const of = (values: Int32Array): Int32Array => kept.map((at) => values[at] ?? 0)
  return { from: of(from), to: of(to), unit: of(unit) }
}
