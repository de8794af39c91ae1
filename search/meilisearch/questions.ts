/** A query as Meilisearch is asked it: several bounded questions for candidates, which are then ranked here. Pure. */
import type { MultiSearchQuery, SearchParams } from 'meilisearch'
import type { SearchQuery } from '../engine.ts'
import type { UnderstoodQuery } from '../query/index.ts'
import type { WeighedTerm } from '../ranking/score.ts'
import type { Term } from '../ranking/terms.ts'
import { characterPairs } from '../words.ts'
import { filterOf, oneOf, quoted } from './filter.ts'
import { pairWords, RETRIEVED } from './stored-document.ts'

/** Hits that are ranked, as many as the embedded engine ranks. */
export const MAX_RANKED = 500
const PER_QUESTION = 200
const MAX_TITLES = 60
/** The server reads no more words of a question than these. */
export const WORDS_READ = 10
/** Titles that are asked for: names between 《》 first. */
const TITLES_ASKED = 6

type Question = MultiSearchQuery & { q: string }

/** How many documents there are, then how many hold each term: a word is worth what few hold. Counts only, no document. */
export function frequencyQuestions(indexUid: string, terms: readonly Term[]): Question[] {
  return ['', ...terms.map(({ word }) => `"${word.replaceAll('"', ' ')}"`)].map((q) => ({ indexUid, q, limit: 0 }))
}

/** What may answer the query, in several questions; every one has the filter of the asker. */
export function candidateQuestions({ indexUid, query, understood, terms, titles }: { indexUid: string; query: SearchQuery; understood: UnderstoodQuery; terms: readonly WeighedTerm[]; titles: readonly string[] }): Question[] {
  const filter = filterOf(query)
  const questions: Question[] = []
  const ask = (q: string, more: Partial<Question> = {}): void => void questions.push({ indexUid, q, filter, limit: PER_QUESTION, attributesToRetrieve: RETRIEVED, ...more })
  const phrases = understood.phrases.map((phrase) => `"${phrase}"`).join(' ')
  const valuable = (typed: boolean): string => terms.filter((term) => term.rows > 0 && (typed ? term.typed : true)).sort((a, b) => b.weight - a.weight).slice(0, WORDS_READ).map(({ word }) => word).join(' ')
  if (phrases !== '') ask(phrases, { matchingStrategy: 'all' })
  else {
    const typed = valuable(true)
    const wide = valuable(false)
    // the server drops the commonest words until enough documents answer, or those that are worth least: one character
    // that few documents hold (饲养列性犬) must not hide the word that was meant
    if (typed !== '') ask(typed, { matchingStrategy: 'frequency' })
    if (typed.includes(' ')) ask(typed, { matchingStrategy: 'last' })
    if (wide !== typed) ask(wide, { matchingStrategy: 'frequency' })
    for (const { word } of terms.filter((term) => !term.typed && term.rows > 0)) ask(word, { matchingStrategy: 'all' })
  }
  const wantsWorks = query.kinds === undefined || query.kinds.length === 0 || query.kinds.includes('work')
  if (wantsWorks || understood.article !== null) {
    const works = filterOf({ ...query, kinds: ['work'] })
    for (const title of titles.slice(0, TITLES_ASKED)) {
      ask(title, { attributesToSearchOn: ['workTitle'], filter: works, matchingStrategy: 'all', limit: MAX_TITLES })
      // a title with a wrong character shares most pairs of neighbouring characters
      const pairs = pairWords(spread(characterPairs(title), WORDS_READ))
      if (pairs !== '') ask(pairs, { attributesToSearchOn: ['titlePairs'], filter: works, matchingStrategy: 'frequency', limit: MAX_TITLES })
    }
    if (understood.pinyin !== null) ask(understood.pinyin, { attributesToSearchOn: ['titlePinyin'], filter: works, limit: MAX_TITLES })
  }
  if (understood.documentNumber !== null) ask('', { filter: [...filter, `documentNumberKey = ${quoted(understood.documentNumber.key)}`] })
  return questions
}

/** The article of one label in some versions; in every version where `versionIds` is null. */
export function articleQuestion(indexUid: string, query: SearchQuery, label: string, versionIds: readonly string[] | null): Question {
  const inVersions = versionIds === null ? [] : [`versionId IN ${oneOf([...versionIds])}`]
  return { indexUid, q: '', filter: [...filterOf(query), `number = ${quoted(label)}`, ...inVersions], limit: PER_QUESTION, attributesToRetrieve: RETRIEVED, sort: ['rank:asc', 'validFromDay:desc'] }
}

/** Nothing was asked: the works, the newest first or the oldest. */
export function listQuestion(query: SearchQuery, page: { offset: number; limit: number }): SearchParams & { q: string } {
  const filter = filterOf(query.kinds === undefined ? { ...query, kinds: ['work'] } : query)
  return { q: '', filter, sort: [`validFromDay:${query.sort === 'oldest' ? 'asc' : 'desc'}`], attributesToRetrieve: RETRIEVED, ...page }
}

/** At most `most` of them, from all over the title: the end of a title tells more than its beginning. */
function spread(pairs: string[], most: number): string[] {
  if (pairs.length <= most) return pairs
  return Array.from({ length: most }, (_, at) => pairs[Math.round((at * (pairs.length - 1)) / (most - 1))] ?? '')
}

