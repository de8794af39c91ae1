/** Ranked candidates as the answer of an engine: both engines answer alike, whatever found the candidates. */
import { QUERY_TOO_LONG } from '../engine.ts'
import type { SearchAnswer, SearchHit, SearchQuery } from '../engine.ts'
import { forceStatus } from '../force-status.ts'
import { cursorAt } from '../page.ts'
import type { UnderstoodQuery } from '../query/index.ts'
import { markTerms, snippet } from '../snippet.ts'
import { holdingPhrases, titlesAsked, wordingsOf } from './candidate.ts'
import type { Candidate } from './candidate.ts'
import { rank } from './score.ts'
import type { Scored, WeighedTerm } from './score.ts'

export type Page = { offset: number; limit: number }
export type Found = { hits: SearchHit[]; total: number }

/** Ranks what was found and takes the page that is asked for; a row that came more than once counts once. */
export function rankFound({ rows, terms, understood, query, page }: { rows: readonly Candidate[]; terms: WeighedTerm[]; understood: UnderstoodQuery; query: SearchQuery; page: Page }): Found {
  const unique = holdingPhrases([...new Map(rows.map((row) => [row.id, row])).values()], understood.phrases)
  const ranked = sorted(
    rank(unique, {
      terms,
      titles: titlesAsked(understood),
      wordings: wordingsOf(understood),
      pinyin: understood.pinyin,
      documentNumberKey: understood.documentNumber?.key ?? null,
      articleLabel: understood.article?.label ?? null,
      onDate: query.onDate,
    }),
    query,
  )
  const marks = [...terms.map((term) => term.word), ...understood.phrases]
  return { hits: ranked.slice(page.offset, page.offset + page.limit).map((scored) => hitOf(scored, marks, query.onDate)), total: ranked.length }
}

/** Rows that nothing was asked of, in the order they came in. */
export function listFound(rows: readonly Candidate[], total: number, onDate: string): Found {
  return { hits: rows.map((row) => hitOf({ row, score: 0 }, [], onDate)), total }
}

/** `began` is what `performance.now()` said when the question came. */
export function answerOf({ hits, total }: Found, { engine, began, understood, page }: { engine: string; began: number; understood: UnderstoodQuery; page: Page }): SearchAnswer {
  const next = page.offset + hits.length
  return {
    hits,
    estimatedTotal: total,
    nextCursor: hits.length > 0 && next < total ? cursorAt(next) : null,
    understood,
    engine,
    tookMs: Math.round(performance.now() - began),
    ...(understood.truncated ? { degraded: QUERY_TOO_LONG } : {}),
  }
}

function sorted(scored: Scored[], query: SearchQuery): Scored[] {
  if (query.sort === undefined || query.sort === 'relevance') return scored
  const direction = query.sort === 'newest' ? -1 : 1
  const dateOf = ({ row }: Scored): string => row.validFrom ?? row.dateKey
  return [...scored].sort((a, b) => (dateOf(a) < dateOf(b) ? -direction : dateOf(a) > dateOf(b) ? direction : b.score - a.score))
}

function hitOf({ row, score }: Scored, marks: string[], onDate: string): SearchHit {
  const { id, kind, workKey, workTitle, versionId, dateKey, title, number, anchor, issuer, documentKind, documentNumber, regionCode, validFrom, validTo } = row
  return {
    id, kind, workKey, workTitle, versionId, dateKey, title, number, anchor, issuer, documentKind, documentNumber, regionCode, validFrom, validTo,
    status: forceStatus(validFrom, validTo, onDate),
    titleSegments: markTerms(workTitle, marks),
    snippet: snippet(row.text, marks),
    score: Math.round(score * 1000) / 1000,
  }
}
