import type { LegalText } from '../text/index.ts'
import { type BurdenKind, formOfRank } from './burdens.ts'
import { CONCEPTS, FORMULAE } from './conduct-words.ts'
import { titleKey } from './law-names.ts'
import { type GroundHolders, limitingArticles } from './limiting.ts'
import { readSanctions } from './penalty-range.ts'
import { recogniseCitations, type Citation } from './recognise.ts'
import { varied } from './varied.ts'

/** An article of a superior text, as plain data. */
export type ProvisionArticle = {
  workId: string
  versionId: string
  eId: string
  /** title of the work: citations are matched by it */
  workTitle: string
  /** normalised label: `第一百一十五条` */
  number: string
  /** words without the label; lines parted by line feeds */
  text: string
  /** force of the work, 1 the highest (library kinds); of two limits the higher one stands first */
  rank?: number
}

export type RelatedWhy = 'cited' | 'similar' | 'limits' | 'repeals'

export type Related = {
  workId: string
  versionId: string
  eId: string
  /** cited; about the same conduct; limits who may lay such a burden; repeals what the article cites */
  why: RelatedWhy
  /** the burdens that a limiting provision limits */
  limits: BurdenKind[]
  /** only to be compared within one answer */
  score: number
  /** words that both have, longest first */
  sharedPhrases: string[]
}

type Features = ReadonlyMap<string, number>
type Profile = { features: Features; money: ReadonlySet<number>; fined: boolean }
/** An article, or one of its lines: a long list of offences must not hide the one that fits. */
type Unit = { article: number; profile: Profile; length: number }

/** Made once for a set of provisions, asked many times. */
export type ProvisionIndex = {
  articles: readonly ProvisionArticle[]
  units: readonly Unit[]
  /** where each article's whole stands among the units */
  wholes: readonly number[]
  holders: ReadonlyMap<string, readonly number[]>
  weights: ReadonlyMap<string, number>
  /** articles that limit a burden, by ground */
  limits: GroundHolders
}

export type RelatedProvisionsOptions = {
  /** the text under review */
  text: LegalText
  articleId: string
  candidates: ProvisionIndex
  /** citations of the text, where they were read already */
  citations?: readonly Citation[]
  /** force of the text under review, on the scale of the articles: what binds a paper may be open to a regulation */
  documentRank: number
  limit?: number
}

const DEFAULT_LIMIT = 10
const CONCEPT_FACTOR = 2.5
const CITED_ARTICLE_SHARE = 0.6
const MONEY_BONUS = 0.12
const FINE_BONUS = 0.2
const BASIS_BONUS = 0.1
const LINE_FACTOR = 0.9
const SMALLEST_SCORE = 0.04
const OFFENCE_FACTOR = 0.8

/** Index over articles of superior texts. */
export function buildProvisionIndex(articles: readonly ProvisionArticle[]): ProvisionIndex {
  const raw = articles.flatMap((article, at) => {
    const lines = article.text.split('\n').filter((line) => line.trim() !== '')
    const whole = { article: at, profile: profileOf(article.text) }
    const parts = [...(lines.length > 1 ? lines : []), ...(whole.profile.fined ? offencesIn(article.text) : [])]
    return [whole, ...parts.map((part) => ({ article: at, profile: profileOf(part) }))]
  })
  const holders = new Map<string, number[]>()
  raw.forEach((unit, at) => {
    for (const feature of unit.profile.features.keys()) {
      const list = holders.get(feature)
      if (list) list.push(at)
      else holders.set(feature, [at])
    }
  })
  const weights = new Map([...holders].map(([feature, list]) => [feature, featureWeight(feature, list.length, raw.length)]))
  const units = raw.map((unit) => ({ ...unit, length: lengthOf(unit.profile.features, weights) }))
  const wholes: number[] = []
  units.forEach((unit, at) => { wholes[unit.article] ??= at })
  return { articles, units, wholes, holders, weights, limits: new Map() }
}

/**
 * Superior provisions that the article under review should be held against: the cited ones first, then
 * those about the same conduct, however it is worded. What is found is a hint; a person judges.
 * @throws RangeError where the text has no such article
 */
export function relatedProvisions(options: RelatedProvisionsOptions): Related[] {
  const { text, articleId, candidates } = options
  const article = text.articles.find((one) => one.id === articleId)
  if (!article) throw new RangeError(`no article ${articleId} in the text under review`)
  const citations = options.citations ?? recogniseCitations(text)
  const own = citations.filter((one) => one.in.articleId === articleId)
  const words = wordsOf(text, articleId)
  const query = queryOf(text, words, own)
  const scores = likeness({ words, query, index: candidates, basis: basisWorks(citations) })
  const cited = citedArticles(own, candidates)
  const found = new Map<number, Candidate>()
  const put = (at: number, candidate: Omit<Candidate, 'at'>) => {
    const before = found.get(at)
    if (before === undefined || candidate.rank < before.rank) found.set(at, { at, ...candidate })
  }
  for (const at of cited) put(at, { why: 'cited', limits: [], score: 1 + (scores.get(at) ?? 0), rank: -2 })
  for (const at of repealing(own, candidates)) put(at, { why: 'repeals', limits: [], score: 1, rank: -1 })
  const similar = varied({
    found: [...scores].filter(([, score]) => score >= SMALLEST_SCORE).sort((x, y) => y[1] - x[1] || x[0] - y[0]).map(([at, score]) => ({ at, score })),
    workOf: (at) => candidates.articles[at]?.workId ?? '', sharedBy: (at) => sharedWeights(query, candidates, at),
  })
  const limiting = limitingArticles({ words, form: formOfRank(options.documentRank), likeness: scores, articles: candidates.articles, holders: candidates.limits })
  similar.forEach(({ at, score }, place) => put(at, { why: 'similar', limits: [], score, rank: rankOfSimilar(place, score) }))
  limiting.forEach(({ at, limits, score, further }, place) => put(at, { why: 'limits', limits, score, rank: rankOfLimit(place, further) }))
  return [...found.values()]
    .sort((x, y) => x.rank - y.rank || y.score - x.score || x.at - y.at)
    .slice(0, options.limit ?? DEFAULT_LIMIT)
    .flatMap(({ at, why, limits, score }) => {
      const held = candidates.articles[at]
      return held ? [{ workId: held.workId, versionId: held.versionId, eId: held.eId, why, limits, score, sharedPhrases: sharedPhrases(words, held.text) }] : []
    })
}

type Candidate = { at: number; why: RelatedWhy; limits: BurdenKind[]; score: number; rank: number }

/** Likeness below this is of a few words only: the rules on the burden stand before it. */
const FAINT = 0.25
const FAINT_DELAY = 7
/** A further rule on a burden that one before it limits stands after what is on the matter. */
const FURTHER_DELAY = 2.5

/** Likeness and limits take turns, so that both are among what is seen first: likeness at 0, 2, 4 … */
const rankOfSimilar = (place: number, score: number): number => place * 2 + (score < FAINT ? FAINT_DELAY : 0)

/** … and limits at 1, 2, 4 … */
const rankOfLimit = (place: number, further: boolean): number => (place === 0 ? 1 : place * 2) + (further ? FURTHER_DELAY : 0)

/** Weights of the words that an article as a whole shares with the query. */
function sharedWeights(query: Profile, index: ProvisionIndex, at: number): Map<string, number> {
  const features = index.units[index.wholes[at] ?? -1]?.profile.features ?? new Map<string, number>()
  return new Map([...query.features.keys()].filter((feature) => features.has(feature)).map((feature) => [feature, (index.weights.get(feature) ?? 0) ** 2]))
}

/** Provisions by which a law that the article cites was repealed: 《…》同时废止. */
function repealing(own: readonly Citation[], index: ProvisionIndex): number[] {
  const titles = new Set(own.flatMap((one) => (one.target.law === 'self' ? [] : [titleKey(one.target.law)])))
  if (titles.size === 0) return []
  return index.articles.flatMap((article, at) => {
    if (!article.text.includes('废止')) return []
    const named = [...article.text.matchAll(/《([^《》]+)》/gu)].some((match) => titles.has(titleKey(match[1] ?? '')))
    return named ? [at] : []
  })
}

const SHORTEST_OFFENCE = 6

/** The acts that an article punishes, one by one: 放任犬只恐吓他人的. 违反本条例第八条规定的 names none. */
const offencesIn = (text: string): string[] => text.split(/[，；。：\n]|或者/u).filter((part) => part.trim().endsWith('的') && conductOf(part).replaceAll('，', '').length >= SHORTEST_OFFENCE)

/** The words without what says nothing of conduct: numbers of articles and formulae become commas. */
const conductOf = (words: string): string => words.replace(/第[零〇一二三四五六七八九十百千0-9]+[条款项章节](?:之[一二三四五六七八九十])?/gu, '，').replace(FORMULAE, '，')

/**
 * How alike the provisions are to the article: its words as a whole, and where it punishes several acts each act by
 * itself, so that a fine for one of them is held against the law that punishes just that (治安管理处罚法 on dogs).
 */
function likeness(options: { words: string; query: Profile; index: ProvisionIndex; basis: ReadonlySet<string> }): Map<number, number> {
  const { words, query, index, basis } = options
  const scores = similarArticles(query, index, basis)
  if (!query.fined) return scores
  for (const offence of offencesIn(words)) {
    for (const [at, alike] of similarArticles({ ...profileOf(offence), fined: true, money: query.money }, index, basis)) {
      const score = alike * OFFENCE_FACTOR
      if (score > (scores.get(at) ?? 0) && index.articles[at]?.text.includes('罚款') === true) scores.set(at, score)
    }
  }
  return scores
}

function wordsOf(text: LegalText, articleId: string): string {
  const article = text.articles.find((one) => one.id === articleId)
  return (article?.paragraphs ?? [])
    .flatMap((paragraph) => [paragraph.text, ...paragraph.items.flatMap((item) => [item.text, ...item.subitems.map((subitem) => subitem.text)])])
    .join('\n')
}

/** The article's own words, and by a smaller share those of the articles that it names: 违反本条例第八条规定的，处… */
function queryOf(text: LegalText, words: string, own: readonly Citation[]): Profile {
  const profile = profileOf(words)
  const named = new Set(own.filter((one) => one.target.law === 'self').flatMap((one) => one.target.articles))
  const features = new Map(profile.features)
  for (const article of text.articles) {
    if (!named.has(article.number)) continue
    for (const [feature, count] of profileOf(wordsOf(text, article.id)).features) {
      features.set(feature, (features.get(feature) ?? 0) + count * CITED_ARTICLE_SHARE)
    }
  }
  return { ...profile, features }
}

function profileOf(text: string): Profile {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '')
  const conduct = conductOf(plain)
  const features = new Map<string, number>()
  const add = (feature: string) => features.set(feature, (features.get(feature) ?? 0) + 1)
  for (const run of conduct.matchAll(/[\p{Script=Han}]+/gu)) {
    for (let at = 0; at + 1 < run[0].length; at++) add(run[0].slice(at, at + 2))
  }
  for (const [concept, words] of Object.entries(CONCEPTS)) {
    if (words.some((word) => plain.includes(word))) add(`=${concept}`)
  }
  const fined = /罚款|罚金/u.test(text)
  const fines = fined ? readSanctions(text).fines : []
  return {
    features,
    money: new Set(fines.flatMap((fine) => [fine.minYuan, fine.maxYuan].filter((sum) => sum !== undefined))),
    fined,
  }
}

function featureWeight(feature: string, holders: number, units: number): number {
  const rarity = Math.log(1 + (units - holders + 0.5) / (holders + 0.5))
  return Math.max(0.1, rarity) * (feature.startsWith('=') ? CONCEPT_FACTOR : 1)
}

/** Counts are damped: a word said five times is not five times as much. */
function damp(count: number): number {
  return Math.min(2, Math.sqrt(count))
}

function lengthOf(features: Features, weights: ReadonlyMap<string, number>): number {
  let sum = 0
  for (const [feature, count] of features) sum += ((weights.get(feature) ?? 0) * damp(count)) ** 2
  return Math.sqrt(sum)
}

function similarArticles(query: Profile, index: ProvisionIndex, basis: ReadonlySet<string>): Map<number, number> {
  const shared = new Map<number, number>()
  for (const [feature, count] of query.features) {
    const weight = index.weights.get(feature) ?? 0
    for (const at of index.holders.get(feature) ?? []) {
      const other = index.units[at]?.profile.features.get(feature) ?? 0
      shared.set(at, (shared.get(at) ?? 0) + weight * weight * damp(count) * damp(other))
    }
  }
  const queryLength = lengthOf(query.features, index.weights) || 1
  const best = new Map<number, number>()
  for (const [at, product] of shared) {
    const unit = index.units[at]
    const article = unit ? index.articles[unit.article] : undefined
    if (!unit || !article || product === 0) continue
    const whole = index.units[at - 1]?.article !== unit.article
    let score = (product / (queryLength * (unit.length || 1))) * (whole ? 1 : LINE_FACTOR)
    score *= 1 + bonusOf(query, unit.profile) + (basis.has(titleKey(article.workTitle)) ? BASIS_BONUS : 0)
    if (score > (best.get(unit.article) ?? 0)) best.set(unit.article, score)
  }
  return best
}

function bonusOf(query: Profile, other: Profile): number {
  const sums = [...query.money].filter((sum) => other.money.has(sum)).length
  return (query.fined && other.fined ? FINE_BONUS : 0) + MONEY_BONUS * Math.min(2, sums)
}

/** Works that the text names as its basis or anywhere else. */
function basisWorks(citations: readonly Citation[]): Set<string> {
  return new Set(citations.filter((one) => one.target.law !== 'self').map((one) => titleKey(one.target.law)))
}

function citedArticles(own: readonly Citation[], index: ProvisionIndex): Set<number> {
  const wanted = new Set(own.flatMap((one) => (one.target.law === 'self' ? [] : one.target.articles.map((label) => `${titleKey(one.target.law)} ${label}`))))
  const found = new Set<number>()
  if (wanted.size === 0) return found
  index.articles.forEach((article, at) => {
    if (wanted.has(`${titleKey(article.workTitle)} ${article.number}`)) found.add(at)
  })
  return found
}

/**
 * How alike two descriptions of an act are, from 0 to 1, also in other words (遛狗不拴绳, 携犬外出未使用犬绳):
 * to put the fines of two texts for the same act side by side.
 */
export function conductLikeness(one: string, other: string): number {
  const [a, b] = [profileOf(one).features, profileOf(other).features]
  const weight = (feature: string) => (feature.startsWith('=') ? CONCEPT_FACTOR : 1)
  const total = (features: Features) => [...features.keys()].reduce((sum, feature) => sum + weight(feature), 0)
  const shared = [...a.keys()].filter((feature) => b.has(feature)).reduce((sum, feature) => sum + weight(feature), 0)
  const least = Math.min(total(a), total(b))
  return least === 0 ? 0 : shared / least
}

const SHORTEST_PHRASE = 2
const MOST_PHRASES = 6
const EMPTY_PHRASE = /^(?:[的了和与及或在对其以为于是由从向等不被将]+|[零一二三四五六七八九十百千万元以上下]+)$/u

/** Longest stretches of words that stand in both texts, formulae aside. */
export function sharedPhrases(text: string, other: string): string[] {
  const clean = (words: string) => words.normalize('NFKC').replace(FORMULAE, '，')
  const runs = (words: string) => [...clean(words).matchAll(/[\p{Script=Han}]+/gu)].map((run) => run[0])
  const target = runs(other).join('，')
  const phrases = new Set<string>()
  for (const run of runs(text)) {
    let start = 0
    while (start < run.length) {
      let length = 0
      while (start + length < run.length && target.includes(run.slice(start, start + length + 1))) length++
      const phrase = run.slice(start, start + length).replace(/^(?:[的了和与及或]|在(?![建职线校岗编]))+|[的了和与及或]+$/gu, '')
      if (phrase.length >= SHORTEST_PHRASE && !EMPTY_PHRASE.test(phrase)) phrases.add(phrase)
      start += Math.max(1, length)
    }
  }
  const sorted = [...phrases].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  return sorted.filter((phrase, at) => !sorted.slice(0, at).some((longer) => longer.includes(phrase))).slice(0, MOST_PHRASES)
}
