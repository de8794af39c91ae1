import { z } from '@hono/zod-openapi'
import type { Change } from '../../law/compare/index.ts'
import type { LegalText } from '../../law/text/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { heldLineage } from './comparison/held-lineage.ts'
import { type Standing, standingOn, versionDates } from './in-force.ts'
import { legalTextSchema } from './legal-text-schema.ts'
import { libraryKindLabel } from './library-kind.ts'
import { worksOfOne } from './one-work.ts'
import { keepsLibrary, libraryPolicy } from './policy.ts'

const versionSelect = {
  id: true, dateKey: true, title: true, documentNo: true, adopted: true, approved: true, promulgated: true, effectiveFrom: true, effectiveBasis: true, effectiveTo: true, endReason: true,
  recordedAt: true, correctionOfId: true, articleCount: true, publishedAt: true, sourceNote: true, work: { select: { key: true, title: true, issuer: true } },
} satisfies Prisma.VersionSelect
type VersionRow = Prisma.VersionGetPayload<{ select: typeof versionSelect }>

const problemsSchema = z.array(z.object({ line: z.number(), code: z.string(), message: z.string() }))
const differencesSchema = z.array(z.custom<Change>((value) => typeof value === 'object' && value !== null && 'op' in value && 'text' in value))

/** What is known of a version. */
export const presentVersion = (v: VersionRow, standing: Standing) => ({
  workKey: v.work.key, dateKey: v.dateKey, title: v.title, issuer: v.work.issuer, documentNo: v.documentNo, adopted: fromDateColumnOrNull(v.adopted), approved: fromDateColumnOrNull(v.approved),
  promulgated: fromDateColumnOrNull(v.promulgated), effectiveFrom: fromDateColumnOrNull(v.effectiveFrom), effectiveBasis: v.effectiveBasis, effectiveTo: fromDateColumnOrNull(v.effectiveTo), endReason: v.endReason,
  standing, articleCount: v.articleCount, public: v.publishedAt !== null, corrects: v.correctionOfId !== null, sourceNote: v.sourceNote,
})

/** Where a text stands on the line: by its date of effect, where that is not known by that of its adoption; without either last. */
const placeOnLine = (v: { effectiveFrom: Date | null; adopted: Date | null }): number => (v.effectiveFrom ?? v.adopted)?.getTime() ?? Number.POSITIVE_INFINITY

/** The versions of a work, its other names included, that the person may read, oldest first. */
export async function readableLine(options: { services: Services; actor: Actor; workKey: string }) {
  const { services, actor, workKey } = options
  const work = await services.prisma.work.findUnique({ where: { key: workKey } })
  if (work === null) throw problem('not-found')
  const rows = await services.prisma.version.findMany({ where: { workId: { in: await worksOfOne(services.prisma, work.id) }, AND: libraryPolicy.scope(actor, 'read') }, orderBy: { recordedAt: 'asc' }, select: versionSelect })
  const versions = rows.toSorted((a, b) => (placeOnLine(a) === placeOnLine(b) ? 0 : placeOnLine(a) < placeOnLine(b) ? -1 : 1))
  if (versions.length === 0) throw problem('not-found')
  return { work, versions, dates: versions.map(versionDates) }
}

/** A work with its versions, the files each came from with their digests and differences, and how its articles went on. Throws `not-found`. */
export async function readWork(options: { services: Services; actor: Actor; workKey: string }) {
  const { services, actor } = options
  const { work, versions, dates } = await readableLine(options)
  const ids = versions.map((v) => v.id)
  const [sources, lineage, others] = await Promise.all([
    services.prisma.versionSource.findMany({ where: { versionId: { in: ids } }, orderBy: { addedAt: 'asc' } }),
    heldLineage({ tx: services.prisma, versionIds: ids }),
    services.prisma.work.findMany({ where: { id: { not: work.id }, versions: { some: { id: { in: ids } } } }, select: { key: true, title: true } }),
  ])
  const files = new Map((await services.prisma.storedFile.findMany({ where: { id: { in: sources.map((s) => s.fileId) } } })).map((f) => [f.id, f]))
  const today = services.clock.today()
  return {
    key: work.key, title: work.title, issuer: work.issuer, kind: work.documentKind, kindLabel: libraryKindLabel(work.documentKind), sameAs: others, mayCorrect: keepsLibrary(actor),
    versions: versions.map((v, at) => {
      const dated = dates[at]
      const came = lineage.filter((l) => l.toVersionId === v.id)
      // a restored article comes from an older text than the others
      const from = versions.slice(0, at).findLast((other) => came.some((l) => l.fromVersionId === other.id && l.relation !== 'restored'))
      return {
        ...presentVersion(v, dated === undefined ? 'unknown' : standingOn(dated, dates, today)),
        sources: sources.filter((s) => s.versionId === v.id).flatMap((s) => {
          const file = files.get(s.fileId)
          if (file === undefined) return []
          return [{
            kind: s.kind === 'decision' ? ('decision' as const) : ('text' as const), fileId: file.id, name: file.name, sha256: file.sha256, sizeBytes: Number(file.sizeBytes), format: file.format, addedAt: s.addedAt.toISOString(),
            problems: problemsSchema.parse(s.problems), differences: s.differences === null ? [] : differencesSchema.parse(s.differences),
          }]
        }),
        lineage: from === undefined ? null : { fromDateKey: from.dateKey, counts: [...Map.groupBy(came.filter((l) => l.fromVersionId === from.id || l.relation === 'restored'), (l) => l.relation)].map(([relation, rows]) => ({ relation, count: rows.length })) },
      }
    }),
  }
}

/** One version with its text. Throws `not-found`. */
export async function readVersion(options: { services: Services; actor: Actor; workKey: string; dateKey: string }) {
  const { versions, dates } = await readableLine(options)
  const at = versions.findIndex((v) => v.work.key === options.workKey && v.dateKey === options.dateKey)
  const [version, dated] = [versions[at], dates[at]]
  if (version === undefined || dated === undefined) throw problem('not-found')
  return { ...presentVersion(version, standingOn(dated, dates, options.services.clock.today())), text: await textOf(options.services, version.id) }
}

/** The text of a stored version. The caller has judged who may read it. */
export async function textOf(services: Services, versionId: string): Promise<LegalText> {
  const { tree } = await services.prisma.version.findUniqueOrThrow({ where: { id: versionId }, select: { tree: true } })
  return legalTextSchema.parse(tree)
}
