import { comparableText } from './normalise.ts'
import { nearest, overlap, buildCorpus, type Corpus } from './similarity.ts'

/** What speaks for an old and a new article being one, each from 0 to 1. */
export type Evidence = {
  old: number
  new: number
  /** words both share, of both */
  both: number
  /** words both share, of the old one, of the new one */
  ofOld: number
  ofNew: number
  /** share of the old article's sentences that find their best match in the new one, and the reverse */
  sentToNew: number
  takenFromOld: number
  /** the evidence in one number */
  strength: number
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

/** Evidence by old and by new article, for the pairs worth a look. */
export type EvidenceTable = {
  all: Evidence[]
  byOld: ReadonlyMap<number, readonly Evidence[]>
  byNew: ReadonlyMap<number, readonly Evidence[]>
  find(oldPlace: number, newPlace: number): Evidence | undefined
}

type Source = {
  /** texts as printed, for their sentences */
  oldTexts: readonly string[]
  newTexts: readonly string[]
  corpus: Corpus
  /** articles that still look for a partner */
  oldPlaces: readonly number[]
  newPlaces: readonly number[]
  /** pairs to look at in any case */
  always: readonly { old: number; new: number }[]
}

/** Looks for pairs through the words that are rare and through sentences, and weighs them. */
export function gatherEvidence(source: Source): EvidenceTable {
  const oldNatures = source.oldTexts.map(natureOf)
  const newNatures = source.newTexts.map(natureOf)
  const sentences = sentenceLinks(source)
  const found = new Map<number, Map<number, Evidence>>()
  const weigh = (oldPlace: number, newPlace: number) => {
    let row = found.get(oldPlace)
    if (!row) found.set(oldPlace, (row = new Map()))
    const [left, right] = [source.corpus.old[oldPlace], source.corpus.new[newPlace]]
    const [oldNature, newNature] = [oldNatures[oldPlace], newNatures[newPlace]]
    if (row.has(newPlace) || !left || !right || (oldNature !== newNature && (oldNature === 'ending' || newNature === 'ending'))) return
    const shared = overlap(left, right, source.corpus.idf)
    const link = sentences.get(oldPlace)?.get(newPlace) ?? { sentToNew: 0, takenFromOld: 0 }
    const words = Math.max(shared.both, CONTAINMENT * Math.max(shared.ofOld, shared.ofNew))
    const alike = words * (1 - SENTENCE_SHARE) + (SENTENCE_SHARE * (link.sentToNew + link.takenFromOld)) / 2
    const strength = oldNature === newNature ? alike : alike * OTHER_NATURE
    row.set(newPlace, { old: oldPlace, new: newPlace, ...shared, ...link, strength })
  }
  for (const pair of source.always) weigh(pair.old, pair.new)
  for (const [oldPlace, newPlace] of nearest(source.corpus, source.oldPlaces, source.newPlaces, NEAREST_ARTICLES, ARTICLE_BUDGET)) weigh(oldPlace, newPlace)
  for (const [oldPlace, links] of sentences) for (const newPlace of links.keys()) weigh(oldPlace, newPlace)
  const byOld = new Map<number, Evidence[]>()
  const byNew = new Map<number, Evidence[]>()
  const all = [...found.values()].flatMap((row) => [...row.values()]).sort((a, b) => a.old - b.old || a.new - b.new)
  for (const evidence of all) {
    append(byOld, evidence.old, evidence)
    append(byNew, evidence.new, evidence)
  }
  return { all, byOld, byNew, find: (oldPlace, newPlace) => found.get(oldPlace)?.get(newPlace) }
}

function append(map: Map<number, Evidence[]>, key: number, evidence: Evidence): void {
  const list = map.get(key)
  if (list) list.push(evidence)
  else map.set(key, [evidence])
}

type Sentence = { place: number; text: string }
type Link = { sentToNew: number; takenFromOld: number }

/** Every sentence looks for its best match on the other side: an article that was split gave each part its sentences. */
function sentenceLinks(source: Source): Map<number, Map<number, Link>> {
  const oldSentences = sentencesOf(source.oldTexts, source.oldPlaces)
  const newSentences = sentencesOf(source.newTexts, source.newPlaces)
  const corpus = buildCorpus(oldSentences.map((sentence) => sentence.text), newSentences.map((sentence) => sentence.text))
  const bestOfOld = oldSentences.map(() => ({ at: -1, score: 0 }))
  const bestOfNew = newSentences.map(() => ({ at: -1, score: 0 }))
  for (const [a, b] of nearest(corpus, [...oldSentences.keys()], [...newSentences.keys()], NEAREST_SENTENCES, SENTENCE_BUDGET)) {
    const [left, right, forOld, forNew] = [corpus.old[a], corpus.new[b], bestOfOld[a], bestOfNew[b]]
    if (!left || !right || !forOld || !forNew) continue
    const score = overlap(left, right, corpus.idf).both
    if (score > forOld.score) Object.assign(forOld, { at: b, score })
    if (score > forNew.score) Object.assign(forNew, { at: a, score })
  }
  const links = new Map<number, Map<number, Link>>()
  const linkOf = (oldPlace: number, newPlace: number): Link => {
    let row = links.get(oldPlace)
    if (!row) links.set(oldPlace, (row = new Map()))
    let link = row.get(newPlace)
    if (!link) row.set(newPlace, (link = { sentToNew: 0, takenFromOld: 0 }))
    return link
  }
  const oldTotal = totals(oldSentences, (at) => corpus.old[at]?.weight ?? 0)
  const newTotal = totals(newSentences, (at) => corpus.new[at]?.weight ?? 0)
  oldSentences.forEach((sentence, at) => {
    const best = bestOfOld[at]
    const other = best ? newSentences[best.at] : undefined
    if (!best || !other || best.score < SENTENCE_MIN) return
    const share = (corpus.old[at]?.weight ?? 0) / (oldTotal.get(sentence.place) || 1)
    linkOf(sentence.place, other.place).sentToNew += Math.min(1, best.score * SENTENCE_GAIN) * share * unclaimed(bestOfNew[best.at], at, best.score)
  })
  newSentences.forEach((sentence, at) => {
    const best = bestOfNew[at]
    const other = best ? oldSentences[best.at] : undefined
    if (!best || !other || best.score < SENTENCE_MIN) return
    const share = (corpus.new[at]?.weight ?? 0) / (newTotal.get(sentence.place) || 1)
    linkOf(other.place, sentence.place).takenFromOld += Math.min(1, best.score * SENTENCE_GAIN) * share * unclaimed(bestOfOld[best.at], at, best.score)
  })
  return links
}

function unclaimed(nearest: { at: number; score: number } | undefined, at: number, score: number): number {
  return nearest && nearest.at !== at && nearest.score > score * CLAIM_LEAD ? CLAIMED_SHARE : 1
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

function sentencesOf(texts: readonly string[], places: readonly number[]): Sentence[] {
  return places.flatMap((place) =>
    (texts[place] ?? '')
      .split(/[。；\n]/)
      .map((sentence) => ({ place, text: comparableText(sentence) }))
      .filter((sentence) => sentence.text.length >= SHORTEST_SENTENCE),
  )
}

function totals(sentences: readonly Sentence[], weightOf: (at: number) => number): Map<number, number> {
  const total = new Map<number, number>()
  sentences.forEach((sentence, at) => total.set(sentence.place, (total.get(sentence.place) ?? 0) + weightOf(at)))
  return total
}
