import { burdenQuery, burdensOf, readBookTitle, titleKey } from '../../law/citation/index.ts'
import type { Citation } from '../../law/citation/index.ts'
import { type SearchEngine, SearchRefused, SearchUnavailable } from '../../search/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import type { Transaction } from '../platform/work/transaction.ts'

export type SuperiorWork = { id: string; key: string; title: string; issuer: string; documentKind: string; rank: number; regionCode: string | null; organId: string | null; collection: string | null }

/** The document whose superior law is sought. `regionCode` is the receiving committee's. */
export type JudgedDocument = { workId: string; rank: number; regionCode: string }

const MOST_FOUND = 14
const HITS = 60
/** What the engine takes of a query; more would only be cut off. */
const QUERY_LENGTH = 160
const LOCAL_KINDS = new Set(['localRegulation', 'governmentRule', 'resolutionDecision', 'normativeDocument'])

const select = { id: true, key: true, title: true, issuer: true, documentKind: true, rank: true, regionCode: true, organId: true, collection: true } as const

/** Titles as they may stand in the library: with and without 中华人民共和国. */
const titleVariants = (title: string): string[] => {
  const key = titleKey(title)
  return [...new Set([title.trim(), key, `中华人民共和国${key}`])]
}

/** Titles that the document cites anywhere, and those that its maker named as the basis. */
export function citedTitles(citations: readonly Citation[], basisNotes: readonly string[]): string[] {
  const named = citations.flatMap(({ target }) => (target.law === 'self' ? [] : [target.law, ...(target.lawAlso === undefined ? [] : [target.lawAlso])]))
  return [...new Set([...named, ...basisNotes.flatMap(booksIn)])]
}

function booksIn(words: string): string[] {
  const titles: string[] = []
  for (let at = words.indexOf('《'); at >= 0; at = words.indexOf('《', at + 1)) {
    const book = readBookTitle(words, at)
    if (book !== null) titles.push(book.title)
  }
  return titles
}

/** Works of the library with one of these titles that stand above the document. */
export async function worksByTitle(tx: Transaction, document: JudgedDocument, titles: readonly string[]): Promise<SuperiorWork[]> {
  if (titles.length === 0) return []
  return tx.work.findMany({ where: { ...above(document), title: { in: titles.flatMap(titleVariants) } }, select })
}

const above = (document: JudgedDocument): Prisma.WorkWhereInput => ({ rank: { lt: document.rank }, id: { not: document.workId } })

/**
 * Works above the document whose provisions the search engine finds for the article's words. Local law of other places is
 * not superior to it and is left out. When search is down the cited works still answer; `degraded` says so.
 */
export async function worksBySearch(options: {
  tx: Transaction
  search: SearchEngine
  document: JudgedDocument
  words: string
  on: string
  organIds: string[]
}): Promise<{ works: SuperiorWork[]; degraded: string | null }> {
  const { tx, search, document, on, organIds } = options
  const text = options.words.replace(/第[零一二三四五六七八九十百]+条/gu, '').replace(/\s+/gu, ' ').trim().slice(0, QUERY_LENGTH)
  if (text === '') return { works: [], degraded: null }
  try {
    const answer = await search.search({ text, asker: { audience: 'internal', organIds }, kinds: ['provision'], onDate: on, limit: HITS })
    const keys = [...new Set(answer.hits.map((hit) => hit.workKey))]
    const works = await tx.work.findMany({ where: { ...above(document), key: { in: keys } }, select })
    const places = await placesOf(tx, document.regionCode)
    const superior = works.filter((work) => holdsThere(work, document.regionCode, places))
    return { works: superior.toSorted((a, b) => keys.indexOf(a.key) - keys.indexOf(b.key)).slice(0, MOST_FOUND), degraded: null }
  } catch (error) {
    if (error instanceof SearchUnavailable || error instanceof SearchRefused) return { works: [], degraded: '检索服务暂时不可用，只列出本文件引用的上位法。' }
    throw error
  }
}

const WORKS_A_BURDEN = 4

/** Works whose provisions limit the burdens that the article lays (who may set a fine): likeness of words never finds them. */
export async function worksThatLimit(options: Parameters<typeof worksBySearch>[0]): Promise<SuperiorWork[]> {
  const found = await Promise.all(burdensOf(options.words).map((kind) => worksBySearch({ ...options, words: burdenQuery(kind) })))
  return found.flatMap((f) => f.works.slice(0, WORKS_A_BURDEN))
}

/** Names of the province, the city and the county around a region, read off the organs that the system knows: 甲省, 甲市. */
async function placesOf(tx: Transaction, regionCode: string): Promise<string[]> {
  const codes = [`${regionCode.slice(0, 2)}0000`, `${regionCode.slice(0, 4)}00`, regionCode]
  const organs = await tx.organ.findMany({ where: { regionCode: { in: codes }, kind: { in: ['standingCommittee', 'government'] } }, select: { name: true } })
  return organs.map((o) => o.name.replace(/人民代表大会.*$|人大常委会.*$|人民政府.*$/u, '')).filter((name) => name !== '')
}

/** Whether a local text holds in the region: by its code, else by the name of its issuer. National law holds everywhere. */
function holdsThere(work: SuperiorWork, regionCode: string, places: readonly string[]): boolean {
  if (!LOCAL_KINDS.has(work.documentKind)) return true
  if (work.regionCode !== null && work.regionCode !== '') {
    const significant = work.regionCode.replace(/(?:00)+$/u, '')
    return regionCode.startsWith(significant)
  }
  return places.some((place) => work.issuer.startsWith(place))
}
