import { DEFAULT_LIMIT, MAX_LIMIT, SearchRefused } from './engine.ts'
import type { SearchQuery } from './engine.ts'

const CURSOR = /^o(\d{1,6})$/
const DATE = /^\d{4}-\d{2}-\d{2}$/

/** Where a page begins and how long it is. Throws `SearchRefused` on a cursor that no engine gave and on what is no date or number. */
export function pageOf(query: Pick<SearchQuery, 'cursor' | 'offset' | 'limit' | 'onDate'>): { offset: number; limit: number } {
  if (!DATE.test(query.onDate)) throw new SearchRefused(`onDate is no date: ${query.onDate}`)
  for (const number of [query.limit, query.offset]) {
    if (number !== undefined && !Number.isFinite(number)) throw new SearchRefused(`no number: ${number}`)
  }
  const limit = Math.min(MAX_LIMIT, Math.max(1, Math.trunc(query.limit ?? DEFAULT_LIMIT)))
  if (query.cursor === undefined) return { offset: Math.max(0, Math.trunc(query.offset ?? 0)), limit }
  const found = CURSOR.exec(query.cursor)
  if (found === null) throw new SearchRefused('the cursor was not given by a search engine')
  return { offset: Number(found[1]), limit }
}

export function cursorAt(offset: number): string {
  return `o${offset}`
}
