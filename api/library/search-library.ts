import { type ForceStatus, FORCE_STATUS_LABEL, SearchRefused, SearchUnavailable, type SearchAnswer, type SearchQuery } from '../../search/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { filingPolicy } from '../procedure/index.ts'
import { libraryKindLabel } from './library-kind.ts'
import { libraryPolicy, organsReadThrough } from './policy.ts'

export type LibrarySearch = { q: string; on?: string; kind?: 'work' | 'provision'; documentKind?: string; status?: ForceStatus; sort?: 'relevance' | 'newest' | 'oldest'; cursor?: string; limit: number }

const CASES_SHOWN = 5

/**
 * Search what the person may read: public texts, and internal ones through the organs they read for. Every hit is asked
 * of the policy again, because the index may lag behind the rows. Throws `search-unavailable`.
 */
export async function searchLibrary(options: { services: Services; actor: Actor; search: LibrarySearch }) {
  const { services, actor, search } = options
  const on = search.on ?? services.clock.today()
  const answer = await ask(services, {
    text: search.q, onDate: on, asker: { audience: 'internal', organIds: organsReadThrough(actor) }, limit: search.limit,
    ...(search.kind === undefined ? {} : { kinds: [search.kind] }), ...(search.documentKind === undefined ? {} : { documentKinds: [search.documentKind] }),
    ...(search.status === undefined ? {} : { status: search.status }), ...(search.sort === undefined ? {} : { sort: search.sort }), ...(search.cursor === undefined ? {} : { cursor: search.cursor }),
  })
  const readable = new Map(
    (await services.prisma.version.findMany({ where: { id: { in: answer.hits.map((h) => h.versionId) }, AND: libraryPolicy.scope(actor, 'read') }, select: { id: true, publishedAt: true } })).map((v) => [v.id, v]),
  )
  return {
    on,
    hits: answer.hits.flatMap((hit) => {
      const version = readable.get(hit.versionId)
      if (version === undefined) return []
      return [{
        id: hit.id, kind: hit.kind, workKey: hit.workKey, workTitle: hit.workTitle, dateKey: hit.dateKey, title: hit.title, number: hit.number, anchor: hit.anchor, issuer: hit.issuer,
        documentKind: hit.documentKind, documentKindLabel: libraryKindLabel(hit.documentKind), documentNumber: hit.documentNumber, validFrom: hit.validFrom, validTo: hit.validTo,
        status: hit.status, statusLabel: FORCE_STATUS_LABEL[hit.status], public: version.publishedAt !== null, titleSegments: hit.titleSegments, snippet: hit.snippet,
      }]
    }),
    total: answer.estimatedTotal, next: answer.nextCursor, alsoSearched: answer.understood.alsoSearched, simplified: answer.understood.simplified, degraded: answer.degraded?.message ?? null,
    cases: search.cursor === undefined ? await casesNumbered(services, actor, search.q) : [],
  }
}

async function ask(services: Services, query: SearchQuery): Promise<SearchAnswer> {
  try {
    return await services.search.search(query)
  } catch (error) {
    if (error instanceof SearchUnavailable) throw problem('search-unavailable')
    if (error instanceof SearchRefused) throw problem('unreadable-request', { detail: '检索条件无法识别，请回到第一页重新检索。' })
    throw error
  }
}

/** Cases whose 登记号 or 发文字号 is what was typed: the search of texts does not know registers. */
async function casesNumbered(services: Services, actor: Actor, q: string) {
  const words = q.trim()
  const rows = await services.prisma.filing.findMany({
    where: { AND: [filingPolicy.scope(actor, 'read'), { OR: [{ registrationNo: { contains: words, mode: 'insensitive' } }, { documentNo: words }] }] },
    orderBy: { submittedOn: 'desc' }, take: CASES_SHOWN, select: { id: true, registrationNo: true, title: true, documentNo: true, state: true, maker: { select: { shortName: true } } },
  })
  const internal = new Set((await services.prisma.filing.findMany({ where: { id: { in: rows.map((r) => r.id) }, AND: filingPolicy.scope(actor, 'readInternal') }, select: { id: true } })).map((r) => r.id))
  return rows.map((r) => ({ id: r.id, registrationNo: r.registrationNo, title: r.title, documentNo: r.documentNo, maker: r.maker.shortName, internal: internal.has(r.id) }))
}
