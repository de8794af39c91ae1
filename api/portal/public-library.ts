import type { LegalText } from '../../law/text/index.ts'
import type { Prisma, PrismaClient } from '../../prisma/generated/client.ts'
import { legalTextSchema, worksOfEach } from '../library/index.ts'
import { fromDateColumnOrNull, toDateColumn } from '../platform/legal-date.ts'
import type { PublicVersion } from './law-history.ts'

/**
 * The only door of the portal to texts: each query carries the condition that an explicit act has made the row public.
 * A page that wants another row has to ask for it here.
 */
const PUBLISHED = { publishedAt: { not: null } } as const satisfies Prisma.VersionWhereInput

const versionSelect = {
  id: true, dateKey: true, title: true, documentNo: true, adopted: true, approved: true, promulgated: true, effectiveFrom: true, effectiveBasis: true, effectiveTo: true, endReason: true,
  articleCount: true, sourceNote: true, recordedAt: true, work: { select: { key: true } },
} as const satisfies Prisma.VersionSelect

type VersionRow = Prisma.VersionGetPayload<{ select: typeof versionSelect }>

const toPublicVersion = ({ work, ...row }: VersionRow): PublicVersion => ({
  ...row,
  workKey: work.key,
  adopted: fromDateColumnOrNull(row.adopted),
  approved: fromDateColumnOrNull(row.approved),
  promulgated: fromDateColumnOrNull(row.promulgated),
  effectiveFrom: fromDateColumnOrNull(row.effectiveFrom),
  effectiveTo: fromDateColumnOrNull(row.effectiveTo),
  recordedAt: row.recordedAt.getTime(),
})

export type PublicWork = { id: string; key: string; title: string; issuer: string; documentKind: string; rank: number; regionCode: string | null; versions: PublicVersion[] }

const workSelect = { id: true, key: true, title: true, issuer: true, documentKind: true, rank: true, regionCode: true } as const satisfies Prisma.WorkSelect
type WorkRow = Prisma.WorkGetPayload<{ select: typeof workSelect }>

/** Works with their public texts, those under their other names included (a renamed law is one line of texts). */
async function withTexts(prisma: PrismaClient, rows: readonly WorkRow[]): Promise<PublicWork[]> {
  const lines = await worksOfEach(prisma, rows.map((row) => row.id))
  const versions = await prisma.version.findMany({ where: { workId: { in: [...new Set([...lines.values()].flat())] }, ...PUBLISHED }, select: { ...versionSelect, workId: true, correctionOfId: true } })
  const corrected = new Set(versions.flatMap(({ correctionOfId }) => correctionOfId ?? []))
  return rows.map((row) => {
    const line = lines.get(row.id) ?? []
    return { ...row, versions: versions.flatMap(({ workId, correctionOfId: _of, ...v }) => (line.includes(workId) ? [{ ...toPublicVersion(v), corrected: corrected.has(v.id) }] : [])) }
  })
}

/** A work with its public texts; null where there is none, and where none of its texts is public. */
export async function publicWork(prisma: PrismaClient, key: string): Promise<PublicWork | null> {
  const row = await prisma.work.findUnique({ where: { key }, select: workSelect })
  if (row === null) return null
  const [work] = await withTexts(prisma, [row])
  return work === undefined || !work.versions.some((v) => v.workKey === key) ? null : work
}

export async function publicWorks(prisma: PrismaClient, keys: readonly string[]): Promise<PublicWork[]> {
  const rows = await prisma.work.findMany({ where: { key: { in: [...new Set(keys)] }, versions: { some: PUBLISHED } }, select: workSelect })
  return withTexts(prisma, rows)
}

/**
 * Works by their titles, for the links of citations; 《动物防疫法》 is found under its full name too. Where several are named
 * alike only those of the highest rank count, the library's own before those of a collection (演示文本).
 */
export async function publicWorksTitled(prisma: PrismaClient, titles: readonly string[]): Promise<Map<string, PublicWork[]>> {
  const names = new Map<string, string>()
  for (const title of titles) for (const name of [title, `中华人民共和国${title}`]) names.set(name, title)
  const rows = await prisma.work.findMany({ where: { title: { in: [...names.keys()] }, versions: { some: PUBLISHED } }, select: workSelect, orderBy: [{ rank: 'asc' }, { collection: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }] })
  const named = Map.groupBy(await withTexts(prisma, rows), (work) => names.get(work.title) ?? work.title)
  return new Map([...named].map(([title, works]) => [title, works.filter((w) => w.rank === works[0]?.rank)]))
}

/** Works whose texts are listed under the name of another: of the names of one law the catalogue has one. */
async function listedElsewhere(prisma: PrismaClient): Promise<string[]> {
  const others = await prisma.work.findMany({ where: { sameAsId: { not: null }, versions: { some: PUBLISHED } }, select: { id: true } })
  const lines = await worksOfEach(prisma, others.map((o) => o.id))
  const shown = new Set((await prisma.work.findMany({ where: { id: { in: [...lines.values()].flat() }, versions: { some: PUBLISHED } }, select: { id: true } })).map((w) => w.id))
  return others.flatMap(({ id }) => (lines.get(id)?.find((one) => shown.has(one)) === id ? [] : [id]))
}

/** One page of the library by kind and title, with the number of all works; a renamed law stands there once. */
export async function listPublicWorks(prisma: PrismaClient, options: { kinds: string[]; skip: number; take: number }): Promise<{ works: PublicWork[]; total: number }> {
  const where: Prisma.WorkWhereInput = { id: { notIn: await listedElsewhere(prisma) }, versions: { some: PUBLISHED }, ...(options.kinds.length === 0 ? {} : { documentKind: { in: options.kinds } }) }
  const [rows, total] = await Promise.all([
    prisma.work.findMany({ where, select: workSelect, orderBy: [{ rank: 'asc' }, { title: 'asc' }], skip: options.skip, take: options.take }),
    prisma.work.count({ where }),
  ])
  return { works: await withTexts(prisma, rows), total }
}

/** How many public works there are of each kind. */
export async function countPublicKinds(prisma: PrismaClient): Promise<Map<string, number>> {
  const rows = await prisma.work.groupBy({ by: ['documentKind'], where: { versions: { some: PUBLISHED } }, _count: { _all: true } })
  return new Map(rows.map((row) => [row.documentKind, row._count._all]))
}

/** Works of which a public text is in force on the day. */
export const countInForce = (prisma: PrismaClient, today: string): Promise<number> =>
  prisma.work.count({
    where: { versions: { some: { ...PUBLISHED, effectiveFrom: { lte: toDateColumn(today) }, OR: [{ effectiveTo: null }, { effectiveTo: { gt: toDateColumn(today) } }] } } },
  })

export type ListedVersion = PublicVersion & { issuer: string; documentKind: string; rank: number }
const listed = (row: VersionRow & { work: { key: string; issuer: string; documentKind: string; rank: number } }): ListedVersion => ({
  ...toPublicVersion(row), issuer: row.work.issuer, documentKind: row.work.documentKind, rank: row.work.rank,
})
const withWork = { ...versionSelect, work: { select: { key: true, issuer: true, documentKind: true, rank: true } } } as const

export async function latestPublished(prisma: PrismaClient, options: { today: string; take: number }): Promise<ListedVersion[]> {
  const rows = await prisma.version.findMany({
    where: { ...PUBLISHED, promulgated: { not: null, lte: toDateColumn(options.today) } }, select: withWork, orderBy: [{ promulgated: 'desc' }, { recordedAt: 'desc' }], take: options.take,
  })
  return rows.map(listed)
}

export async function soonInForce(prisma: PrismaClient, options: { today: string; take: number }): Promise<ListedVersion[]> {
  const rows = await prisma.version.findMany({ where: { ...PUBLISHED, effectiveFrom: { gt: toDateColumn(options.today) } }, select: withWork, orderBy: { effectiveFrom: 'asc' }, take: options.take })
  return rows.map(listed)
}

/** The tree of a public text; null where it is not public. */
export async function publicTree(prisma: PrismaClient, versionId: string): Promise<LegalText | null> {
  const row = await prisma.version.findFirst({ where: { id: versionId, ...PUBLISHED }, select: { tree: true } })
  return row === null ? null : legalTextSchema.parse(row.tree)
}

/** The plain text as it was stored. */
export async function publicPlainText(prisma: PrismaClient, versionId: string): Promise<string | null> {
  return (await prisma.version.findFirst({ where: { id: versionId, ...PUBLISHED }, select: { text: true } }))?.text ?? null
}

export type PublicProvision = { versionId: string; eId: string; label: string; heading: string | null; text: string }

/** Articles and annexes of public texts by address. */
export async function publicProvisions(prisma: PrismaClient, asked: readonly { versionId: string; eIds: string[] }[]): Promise<PublicProvision[]> {
  if (asked.length === 0) return []
  return prisma.provision.findMany({
    where: { version: PUBLISHED, kind: { in: ['article', 'annex'] }, OR: asked.map(({ versionId, eIds }) => ({ versionId, eId: { in: eIds } })) },
    select: { versionId: true, eId: true, label: true, heading: true, text: true },
  })
}

/** Addresses of articles by their printed numbers. */
export async function publicArticleIds(prisma: PrismaClient, asked: readonly { versionId: string; labels: string[] }[]): Promise<{ versionId: string; eId: string; label: string }[]> {
  if (asked.length === 0) return []
  return prisma.provision.findMany({
    where: { version: PUBLISHED, kind: 'article', OR: asked.map(({ versionId, labels }) => ({ versionId, label: { in: labels } })) },
    select: { versionId: true, eId: true, label: true },
  })
}

export type PublicSource = { kind: string; fileId: string; name: string; sha256: string; sizeBytes: bigint; mediaType: string; addedAt: string }

/** Files that carry a public text, the first one first. */
export async function publicSources(prisma: PrismaClient, versionId: string): Promise<PublicSource[]> {
  const sources = await prisma.versionSource.findMany({ where: { versionId, version: PUBLISHED }, orderBy: { addedAt: 'asc' }, select: { kind: true, fileId: true, addedAt: true } })
  const files = await prisma.storedFile.findMany({ where: { id: { in: sources.map((s) => s.fileId) } }, select: { id: true, name: true, sha256: true, sizeBytes: true, mediaType: true } })
  return sources.flatMap((source) => {
    const file = files.find((f) => f.id === source.fileId)
    return file === undefined ? [] : [{ kind: source.kind, fileId: file.id, name: file.name, sha256: file.sha256, sizeBytes: file.sizeBytes, mediaType: file.mediaType, addedAt: source.addedAt.toISOString().slice(0, 10) }]
  })
}
