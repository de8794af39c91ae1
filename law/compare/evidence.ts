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
  const natures = source.texts.map(natureOf)
  const claims = sentenceClaims(source)
  const table = tableOf(candidates(source, claims), natures, corpus)
  const { both, ofOld, ofNew, sentToNew, takenFromOld, conduct, strength, old: oldPlaces, new: newPlaces } = table
  for (let claim = 0; claim < claims.count; claim++) {
    const row = findRow(table, claims.old[claim] ?? 0, claims.new[claim] ?? 0)
    if (row < 0) continue
    const sums = claim < claims.countOfOld ? sentToNew : takenFromOld
    sums[row] = (sums[row] ?? 0) + (claims.worth[claim] ?? 0)
  }
  const sharedWith = sharedIn(corpus)
  const penalties = [...source.oldPlaces, ...source.newPlaces.map((place) => oldCount + place)].filter((unit) => natures[unit] === 'penalty')
  const conductOf = sharedConduct(source.texts, oldCount, penalties)
  for (let row = 0; row < table.count; row++) {
    const [oldPlace, newPlace] = [oldPlaces[row] ?? 0, newPlaces[row] ?? 0]
    const [oldNature, newNature] = [natures[oldPlace], natures[oldCount + newPlace]]
    const overlap = overlapOf(corpus, oldPlace, newPlace, sharedWith(oldPlace, newPlace))
    const words = Math.max(overlap.both, CONTAINMENT * Math.max(overlap.ofOld, overlap.ofNew))
    const alike = words * (1 - SENTENCE_SHARE) + (SENTENCE_SHARE * ((sentToNew[row] ?? 0) + (takenFromOld[row] ?? 0))) / 2
    both[row] = overlap.both
    ofOld[row] = overlap.ofOld
    ofNew[row] = overlap.ofNew
    conduct[row] = oldNature === 'penalty' && newNature === 'penalty' ? conductOf(oldPlace, newPlace) : 1
    strength[row] = oldNature === newNature ? alike : alike * OTHER_NATURE
  }
  return table
}

/** Pairs worth a look, by the old article: those of o stand from `starts[o]` to `starts[o + 1]`, and some stand twice. */
type Candidates = { starts: Int32Array; newPlaces: Int32Array }

function candidates({ corpus, always, oldPlaces, newPlaces }: Source, claims: Claims): Candidates {
  const most = always.length + oldPlaces.length * NEAREST_ARTICLES + claims.count
  const pairs = { old: new Int32Array(most), new: new Int32Array(most) }
  let count = 0
  const add = (from: number, to: number): void => {
    pairs.old[count] = from
    pairs.new[count++] = to
  }
  for (const pair of always) add(pair.old, pair.new)
  eachNearest({ corpus, oldUnits: oldPlaces, newPlaces, limit: NEAREST_ARTICLES, budget: ARTICLE_BUDGET }, add)
  for (let claim = 0; claim < claims.count; claim++) add(claims.old[claim] ?? 0, claims.new[claim] ?? 0)
  const starts = startsOf(pairs.old, count, corpus.oldCount)
  const byOld = new Int32Array(count)
  const next = starts.slice()
  for (let at = 0; at < count; at++) {
    const from = pairs.old[at] ?? 0
    const to = next[from] ?? 0
    byOld[to] = pairs.new[at] ?? 0
    next[from] = to + 1
  }
  return { starts, newPlaces: byOld }
}

/** Where the entries of each place begin, of a list of places in any order. */
function startsOf(places: Int32Array, count: number, placeCount: number): Int32Array {
  const starts = new Int32Array(placeCount + 1)
  for (let at = 0; at < count; at++) starts[(places[at] ?? 0) + 1] = (starts[(places[at] ?? 0) + 1] ?? 0) + 1
  for (let place = 1; place < starts.length; place++) starts[place] = (starts[place] ?? 0) + (starts[place - 1] ?? 0)
  return starts
}

/** Rows of the candidates, each once, without those that nature rules out. */
function tableOf(found: Candidates, natures: readonly Nature[], { oldCount, unitCount }: Corpus): EvidenceTable {
  const table = emptyTable(found.newPlaces.length, oldCount)
  let row = 0
  for (let oldPlace = 0; oldPlace < oldCount; oldPlace++) {
    let before = -1
    for (const newPlace of found.newPlaces.subarray(found.starts[oldPlace], found.starts[oldPlace + 1]).sort()) {
      const [oldNature, newNature] = [natures[oldPlace], natures[oldCount + newPlace]]
      if (newPlace === before || (oldNature !== newNature && (oldNature === 'ending' || newNature === 'ending'))) continue
      before = newPlace
      table.old[row] = oldPlace
      table.new[row++] = newPlace
    }
    table.startOfOld[oldPlace + 1] = row
  }
  table.count = row
  return { ...table, ...rowsByNew(table.new, row, unitCount - oldCount) }
}

function emptyTable(rows: number, oldCount: number): Omit<EvidenceTable, 'startOfNew' | 'rowsByNew'> {
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
  }
}

/** Numbers of the rows by their new article. */
function rowsByNew(newPlaces: Int32Array, count: number, newCount: number): Pick<EvidenceTable, 'startOfNew' | 'rowsByNew'> {
  const startOfNew = startsOf(newPlaces, count, newCount)
  const rows = new Int32Array(count)
  const next = startOfNew.slice()
  for (let row = 0; row < count; row++) {
    const to = next[newPlaces[row] ?? 0] ?? 0
    rows[to] = row
    next[newPlaces[row] ?? 0] = to + 1
  }
  return { startOfNew, rowsByNew: rows }
}

/** What sentences say for two articles being one: first what old sentences say, `countOfOld` of them, then new ones. */
type Claims = { old: Int32Array; new: Int32Array; worth: Float64Array; countOfOld: number; count: number }

/** The sentence on the other side that a sentence is nearest to, by its place in the list; -1 where there is none. */
type Best = { at: Int32Array; score: Float64Array }

const noBest = (count: number): Best => ({ at: new Int32Array(count).fill(-1), score: new Float64Array(count) })

/** Every sentence looks for its best match on the other side: an article that was split gave each part its sentences. */
function sentenceClaims(source: Source): Claims {
  const { oldCount } = source.corpus
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
  const most = oldArticles.length + newArticles.length
  const claims: Claims = { old: new Int32Array(most), new: new Int32Array(most), worth: new Float64Array(most), countOfOld: 0, count: 0 }
  const add = (from: number, to: number, worth: number): void => {
    claims.old[claims.count] = from
    claims.new[claims.count] = to
    claims.worth[claims.count++] = worth
  }
  eachClaim({ articles: oldArticles, others: newArticles, best: bestOfOld, bestOfOthers: bestOfNew, weights: corpus.weights.subarray(0, count) }, add)
  claims.countOfOld = claims.count
  eachClaim({ articles: newArticles, others: oldArticles, best: bestOfNew, bestOfOthers: bestOfOld, weights: corpus.weights.subarray(count) }, (from, to, worth) => add(to, from, worth))
  return claims
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

type Claimants = {
  /** the article of each sentence on this side and on the other */
  articles: Int32Array
  others: Int32Array
  best: Best
  bestOfOthers: Best
  weights: Float64Array
}

/** What each sentence says for its article and that of its best match being one. */
function eachClaim({ articles, others, best, bestOfOthers, weights }: Claimants, visit: (place: number, otherPlace: number, claim: number) => void): void {
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
