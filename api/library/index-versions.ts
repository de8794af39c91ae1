import { documentsOfVersion, openingOfText, provisionsOfText, type SearchDocument } from '../../search/index.ts'
import type { OutboxConsumer } from '../platform/jobs/index.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Services } from '../platform/services.ts'
import { legalTextSchema } from './legal-text-schema.ts'
import { worksOfOne } from './one-work.ts'

/** Tells the search engine of versions that are new or were published; it reads the rows as they are now. */
export const searchConsumer: OutboxConsumer = {
  topic: 'search',
  async handle(services, entries) {
    const versionIds = entries.flatMap((e) => (e.entity === 'Version' ? [e.entityId] : []))
    const filingIds = entries.flatMap((e) => (e.entity === 'Filing' ? [e.entityId] : []))
    // a filing's text changes its audience with the filing
    const ofFilings = await services.prisma.filing.findMany({ where: { id: { in: filingIds }, versionId: { not: null } }, select: { versionId: true } })
    for (const id of new Set([...versionIds, ...ofFilings.flatMap((f) => (f.versionId === null ? [] : [f.versionId]))])) await indexVersion(services, id)
  },
}

async function indexVersion(services: Services, versionId: string): Promise<void> {
  const documents = await searchDocumentsOf(services, versionId)
  await services.search.removeVersion(versionId)
  if (documents.length > 0) await services.search.index(documents)
}

/** The day on which the next version of the work begins, where nobody has said when this one ends. */
async function followedOn(services: Services, version: { workId: string; effectiveFrom: Date | null }): Promise<string | null> {
  if (version.effectiveFrom === null) return null
  const next = await services.prisma.version.findFirst({ where: { workId: { in: await worksOfOne(services.prisma, version.workId) }, effectiveFrom: { gt: version.effectiveFrom } }, orderBy: { effectiveFrom: 'asc' }, select: { effectiveFrom: true } })
  return fromDateColumnOrNull(next?.effectiveFrom ?? null)
}

/**
 * What can be found of a version. One that is not public is for the organs that may read its filing; where it belongs to
 * none, for the standing committees.
 */
export async function searchDocumentsOf(services: Services, versionId: string): Promise<SearchDocument[]> {
  const version = await services.prisma.version.findUnique({
    where: { id: versionId },
    include: { work: true, filings: { where: { state: { not: 'draft' } }, select: { receiverOrganId: true, makerOrganId: true, filedByOrganId: true } }, _count: { select: { filings: true } } },
  })
  if (version === null) return []
  const text = legalTextSchema.parse(version.tree)
  const isPublic = version.publishedAt !== null
  const filed = version._count.filings > 0
  // none at all would be for everybody: a text that only a draft holds is found by nobody
  if (!isPublic && filed && version.filings.length === 0) return []
  const readers = isPublic ? [] : filed ? [...new Set(version.filings.flatMap((f) => [f.receiverOrganId, f.makerOrganId, f.filedByOrganId]))] : await committees(services)
  return documentsOfVersion({
    work: { key: version.work.key, title: version.work.title, issuer: version.work.issuer, documentKind: version.work.documentKind, rank: version.work.rank, regionCode: version.work.regionCode ?? '' },
    version: {
      id: version.id, dateKey: version.dateKey, documentNumber: version.documentNo, validFrom: fromDateColumnOrNull(version.effectiveFrom), validTo: fromDateColumnOrNull(version.effectiveTo) ?? (await followedOn(services, version)),
      audience: isPublic ? 'public' : 'internal', ...(isPublic ? {} : { organIds: readers }), opening: openingOfText(text),
    },
    provisions: provisionsOfText(text),
  })
}

const committees = async (services: Services): Promise<string[]> =>
  (await services.prisma.organ.findMany({ where: { kind: 'standingCommittee' }, select: { id: true } })).map((o) => o.id)

const BATCH = 50

/** Fill the index anew from the rows, in batches; the old index answers until the new one is whole. */
export async function rebuildIndex(services: Services, progress: (done: number) => void = () => undefined): Promise<number> {
  let done = 0
  async function* batches(): AsyncIterable<SearchDocument[]> {
    let after = ''
    for (;;) {
      const ids = await services.prisma.version.findMany({ where: after === '' ? {} : { id: { gt: after } }, orderBy: { id: 'asc' }, take: BATCH, select: { id: true } })
      const last = ids.at(-1)
      if (last === undefined) return
      for (const { id } of ids) {
        yield await searchDocumentsOf(services, id)
        done += 1
      }
      progress(done)
      after = last.id
    }
  }
  const sequence = await services.prisma.outboxEntry.findFirst({ orderBy: { id: 'desc' }, select: { id: true } })
  await services.search.rebuild(batches())
  // what was told to the old index meanwhile is told again
  await services.prisma.outboxEntry.updateMany({ where: { topic: 'search', id: { gt: sequence?.id ?? 0n } }, data: { doneAt: null } })
  return done
}
