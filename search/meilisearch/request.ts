/** A query as Meilisearch is asked it. Pure. */
import type { FederatedMultiSearchParams, MultiSearchQueryWithFederation, SearchParams } from 'meilisearch'
import type { SearchQuery } from '../engine.ts'
import type { UnderstoodQuery } from '../query/index.ts'
import { dayNumber, MARK_BEGIN, MARK_END, RETRIEVED } from './stored-document.ts'

const CROP_WORDS = 60

/** A value inside a filter. */
function quoted(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
}

function oneOf(values: string[]): string {
  return `[${values.map(quoted).join(', ')}]`
}

/** What the asker may see and asked to see: one condition each, all of them hold. */
export function filterOf(query: SearchQuery): string[] {
  const filter: string[] = []
  const { asker } = query
  if (asker.audience === 'public') filter.push('audience = "public"')
  else if (asker.organIds !== 'all') {
    const ofOwnOrgans = asker.organIds.length === 0 ? '' : ` OR organIds IN ${oneOf(asker.organIds)}`
    filter.push(`(audience = "public" OR organIds IS EMPTY${ofOwnOrgans})`)
  }
  if (query.kinds !== undefined && query.kinds.length > 0) filter.push(`kind IN ${oneOf(query.kinds)}`)
  if (query.documentKinds !== undefined && query.documentKinds.length > 0) filter.push(`documentKind IN ${oneOf(query.documentKinds)}`)
  if (query.issuer !== undefined) filter.push(`issuer = ${quoted(query.issuer)}`)
  if (query.regionCode !== undefined) filter.push(`regionCode = ${quoted(query.regionCode)}`)
  if (query.status !== undefined) filter.push(...statusFilter(query.status, dayNumber(query.onDate)))
  return filter
}

function statusFilter(status: NonNullable<SearchQuery['status']>, day: number): string[] {
  const notEnded = `(validToDay IS NULL OR validToDay > ${day})`
  switch (status) {
    case 'noLongerInForce':
      return [`validToDay <= ${day}`]
    case 'unknown':
      return ['validFromDay IS NULL', notEnded]
    case 'inForce':
      return [`validFromDay <= ${day}`, notEnded]
    case 'notYetInForce':
      return [`validFromDay > ${day}`, notEnded]
    default: {
      const never: never = status
      return never
    }
  }
}

const SHOWN = {
  attributesToRetrieve: RETRIEVED,
  attributesToHighlight: ['text', 'workTitle'],
  attributesToCrop: ['text'],
  cropLength: CROP_WORDS,
  highlightPreTag: MARK_BEGIN,
  highlightPostTag: MARK_END,
  showRankingScore: true,
} satisfies SearchParams

/** Words, names and phrases as one `q`; phrases quoted, which the server knows. */
function wordsAsked(understood: UnderstoodQuery): string {
  return [...understood.titles, understood.words, ...understood.phrases.map((phrase) => `"${phrase}"`)].filter((part) => part !== '').join(' ')
}

/** One question in one order: for browsing and for lists by date. */
export function plainRequest(query: SearchQuery, understood: UnderstoodQuery, page: { offset: number; limit: number }): SearchParams & { q: string } {
  const asksNothing = wordsAsked(understood) === '' && understood.article === null && understood.documentNumber === null
  const filter = filterOf(asksNothing && query.kinds === undefined ? { ...query, kinds: ['work'] } : query)
  if (understood.documentNumber !== null) filter.push(`documentNumberKey = ${quoted(understood.documentNumber.key)}`)
  if (understood.article !== null) filter.push(`number = ${quoted(understood.article.label)}`)
  const order = query.sort === 'oldest' ? 'asc' : 'desc'
  return { ...SHOWN, q: wordsAsked(understood), filter, sort: [`validFromDay:${order}`], ...page }
}

/**
 * Several questions, merged by the server: the words; the title; and what was recognised, looked up as such, because
 * the server finds 甲政发2019 7号 nowhere when the text has 甲政发〔2019〕7号.
 */
export function mergedRequest(indexUid: string, query: SearchQuery, understood: UnderstoodQuery, page: { offset: number; limit: number }): FederatedMultiSearchParams {
  const filter = filterOf(query)
  const words = wordsAsked(understood)
  const queries: MultiSearchQueryWithFederation[] = []
  const ask = (q: string, weight: number, more: Partial<MultiSearchQueryWithFederation> = {}): void => {
    queries.push({ ...SHOWN, indexUid, q, filter, ...more, federationOptions: { weight } })
  }
  if (words !== '') {
    ask(words, 1, { matchingStrategy: 'frequency' })
    if (understood.phrases.length === 0) ask(words, 1.1, { attributesToSearchOn: ['workTitle'], filter: [...filter, 'kind = "work"'], matchingStrategy: 'all' })
  }
  for (const { from, to } of understood.alsoSearched) {
    for (const legal of to) ask(words.replaceAll(from, legal), 0.9, { matchingStrategy: 'frequency' })
  }
  if (understood.pinyin !== null) ask(understood.pinyin, 1.5, { attributesToSearchOn: ['titlePinyin'] })
  if (understood.article !== null) {
    ask(words, 3, { attributesToSearchOn: ['workTitle'], filter: [...filter, `number = ${quoted(understood.article.label)}`], matchingStrategy: 'all' })
  }
  if (understood.documentNumber !== null) ask('', 5, { filter: [...filter, `documentNumberKey = ${quoted(understood.documentNumber.key)}`] })
  return { federation: page, queries }
}
