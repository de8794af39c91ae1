import type { Comparison } from '../../law/compare/index.ts'
import type { FilingRow } from '../filing/index.ts'
import { comparePair } from '../library/index.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { SearchRefused, SearchUnavailable } from '../../search/index.ts'
import { previousVersion, type TextBeside, titleLikeness } from './previous-version.ts'
import { readableVersions, readVersionText } from './read-version.ts'
import { reviewCase } from './review-case.ts'

export type ComparedBeside = { beside: TextBeside | null; comparison: Comparison | null }
export type ParallelText = { versionId: string; title: string; issuer: string; regionCode: string | null; effectiveFrom: string | null; likeness: number }

/** The document beside the text before it, article by article; both null where none is known. */
export async function compareWithPrevious(options: { services: Services; actor: Actor; filingId: string }): Promise<ComparedBeside> {
  const { services, actor } = options
  const filing = await reviewCase(options)
  const beside = await previousVersion({ tx: services.prisma, actor, filing })
  if (beside === null || filing.versionId === null) return { beside, comparison: null }
  return { beside, comparison: await compare(services, { before: beside.versionId, after: filing.versionId }) }
}

/** The document beside any text that the person may read. Throws `not-found`. */
export async function compareWithVersion(options: { services: Services; actor: Actor; filingId: string; versionId: string }): Promise<ComparedBeside> {
  const { services, actor, versionId } = options
  const filing = await reviewCase(options)
  const row = await services.prisma.version.findFirst({ where: { id: versionId, AND: readableVersions(actor) }, select: { id: true, title: true, documentNo: true, effectiveFrom: true, promulgated: true, work: { select: { issuer: true } } } })
  if (row === null || filing.versionId === null) throw problem('not-found')
  const beside: TextBeside = {
    versionId: row.id, title: row.title, issuer: row.work.issuer, documentNo: row.documentNo, effectiveFrom: fromDateColumnOrNull(row.effectiveFrom), promulgated: fromDateColumnOrNull(row.promulgated),
    why: row.id === filing.previousVersionId ? 'confirmed' : 'sameTitle',
  }
  return { beside, comparison: await compare(services, { before: versionId, after: filing.versionId }) }
}

async function compare(services: Services, versions: { before: string; after: string }): Promise<Comparison> {
  const [before, after] = await Promise.all([readVersionText(services.prisma, versions.before), readVersionText(services.prisma, versions.after)])
  return (await comparePair({ tx: services.prisma, from: { id: versions.before, text: before }, to: { id: versions.after, text: after } })).comparison
}

const MOST_SHOWN = 3
const LEAST_LIKENESS = 0.25

/**
 * Documents on the same matter from other places: found by the title, of the same rank or nearly, likest title first.
 * Search being down is no failure of the page: then the library's titles alone answer.
 */
export async function parallelTexts(options: { services: Services; actor: Actor; filingId: string }): Promise<ParallelText[]> {
  const { services, actor } = options
  const filing = await reviewCase(options)
  if (filing.versionId === null) return []
  const own = await services.prisma.version.findUniqueOrThrow({ where: { id: filing.versionId }, select: { title: true, workId: true, work: { select: { rank: true, issuer: true } } } })
  const keys = await workKeysAbout(services, actor, filing)
  const versions = await services.prisma.version.findMany({
    where: {
      workId: { not: own.workId }, AND: readableVersions(actor),
      work: { rank: { gte: own.work.rank - 1, lte: own.work.rank + 1 }, issuer: { notIn: [own.work.issuer, filing.maker.name] }, ...(keys === null ? {} : { key: { in: keys } }) },
    },
    select: { id: true, workId: true, title: true, effectiveFrom: true, work: { select: { issuer: true, regionCode: true } } },
    orderBy: { effectiveFrom: 'desc' },
    take: 500,
  })
  const newest = [...Map.groupBy(versions, (v) => v.workId).values()].flatMap((of) => of.slice(0, 1))
  return newest
    .map((v) => ({ versionId: v.id, title: v.title, issuer: v.work.issuer, regionCode: v.work.regionCode, effectiveFrom: fromDateColumnOrNull(v.effectiveFrom), likeness: titleLikeness(v.title, own.title) }))
    .filter((v) => v.likeness >= LEAST_LIKENESS)
    .toSorted((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_SHOWN)
}

async function workKeysAbout(services: Services, actor: Actor, filing: FilingRow): Promise<string[] | null> {
  try {
    const answer = await services.search.search({
      text: filing.title, asker: { audience: 'internal', organIds: actor.memberships.map((m) => m.organId) }, kinds: ['work'], onDate: services.clock.today(), limit: 60,
    })
    return answer.hits.length === 0 ? null : answer.hits.map((hit) => hit.workKey)
  } catch (error) {
    if (error instanceof SearchUnavailable || error instanceof SearchRefused) return null
    throw error
  }
}
