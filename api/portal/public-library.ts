import type { LegalText } from '../../law/text/index.ts'
import type { Prisma, PrismaClient } from '../../prisma/generated/client.ts'
import { legalTextSchema } from '../library/index.ts'
import { fromDateColumnOrNull, toDateColumn } from '../platform/legal-date.ts'
import type { PublicVersion } from './law-history.ts'

/**
 * The only door of the portal to texts: each query carries the condition that an explicit act has made the row public.
 * A page that wants another row has to ask for it here.
 */
const PUBLISHED = { publishedAt: { not: null } } as const satisfies Prisma.VersionWhereInput

const versionSelect = {
  id: true, dateKey: true, title: true, documentNo: true, adopted: true, approved: true, promulgated: true, effectiveFrom: true, effectiveBasis: true, effectiveTo: true, endReason: true,
  articleCount: true, sourceNote: true, recordedAt: true,
} as const satisfies Prisma.VersionSelect

type VersionRow = Prisma.VersionGetPayload<{ select: typeof versionSelect }>

const toPublicVersion = (row: VersionRow): PublicVersion => ({
  ...row,
  adopted: fromDateColumnOrNull(row.adopted),
  approved: fromDateColumnOrNull(row.approved),
  promulgated: fromDateColumnOrNull(row.promulgated),
  effectiveFrom: fromDateColumnOrNull(row.effectiveFrom),
  effectiveTo: fromDateColumnOrNull(row.effectiveTo),
  recordedAt: row.recordedAt.getTime(),
})

export type PublicWork = { id: string; key: string; title: string; issuer: string; documentKind: string; rank: number; regionCode: string | null; versions: PublicVersion[] }

const workSelect = { id: true, key: true, title: true, issuer: true, documentKind: true, rank: true, regionCode: true, versions: { where: PUBLISHED, select: versionSelect } } as const satisfies Prisma.WorkSelect
const toPublicWork = (row: Prisma.WorkGetPayload<{ select: typeof workSelect }>): PublicWork => ({ ...row, versions: row.versions.map(toPublicVersion) })

/** A work with its public texts; null where there is none, and where none of its texts is public. */
export async function publicWork(prisma: PrismaClient, key: string): Promise<PublicWork | null> {
  const row = await prisma.work.findUnique({ where: { key }, select: workSelect })
  return row === null || row.versions.length === 0 ? null : toPublicWork(row)
}

export async function publicWorks(prisma: PrismaClient, keys: readonly string[]): Promise<PublicWork[]> {
  const rows = await prisma.work.findMany({ where: { key: { in: [...new Set(keys)] }, versions: { some: PUBLISHED } }, select: workSelect })
  return rows.map(toPublicWork)
}

/** Works by their titles, for the links of citations; 《动物防疫法》 is found under its full name too. */
export async function publicWorksTitled(prisma: PrismaClient, titles: readonly string[]): Promise<Map<string, PublicWork>> {
  const names = new Map<string, string>()
  for (const title of titles) for (const name of [title, `中华人民共和国${title}`]) names.set(name, title)
  const rows = await prisma.work.findMany({ where: { title: { in: [...names.keys()] }, versions: { some: PUBLISHED } }, select: workSelect, orderBy: { rank: 'desc' } })
  // the work of the highest rank wins where two are named alike
  return new Map(rows.map((row) => [names.get(row.title) ?? row.title, toPublicWork(row)]))
}

/** One page of the library by kind and title, with the number of all works. */
export async function listPublicWorks(prisma: PrismaClient, options: { kinds: string[]; skip: number; take: number }): Promise<{ works: PublicWork[]; total: number }> {
  const where: Prisma.WorkWhereInput = { versions: { some: PUBLISHED }, ...(options.kinds.length === 0 ? {} : { documentKind: { in: options.kinds } }) }
  const [rows, total] = await Promise.all([
    prisma.work.findMany({ where, select: workSelect, orderBy: [{ rank: 'asc' }, { title: 'asc' }], skip: options.skip, take: options.take }),
    prisma.work.count({ where }),
  ])
  return { works: rows.map(toPublicWork), total }
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

export type ListedVersion = PublicVersion & { workKey: string; issuer: string; documentKind: string; rank: number }
const listed = (row: VersionRow & { work: { key: string; issuer: string; documentKind: string; rank: number } }): ListedVersion => ({
  ...toPublicVersion(row), workKey: row.work.key, issuer: row.work.issuer, documentKind: row.work.documentKind, rank: row.work.rank,
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

export type PublicSource = { fileId: string; name: string; sha256: string; sizeBytes: bigint; mediaType: string; addedAt: string }

/** Files that carry a public text, the first one first. */
export async function publicSources(prisma: PrismaClient, versionId: string): Promise<PublicSource[]> {
  const sources = await prisma.versionSource.findMany({ where: { versionId, version: PUBLISHED }, orderBy: { addedAt: 'asc' }, select: { fileId: true, addedAt: true } })
  const files = await prisma.storedFile.findMany({ where: { id: { in: sources.map((s) => s.fileId) } }, select: { id: true, name: true, sha256: true, sizeBytes: true, mediaType: true } })
  return sources.flatMap((source) => {
    const file = files.find((f) => f.id === source.fileId)
    return file === undefined ? [] : [{ fileId: file.id, name: file.name, sha256: file.sha256, sizeBytes: file.sizeBytes, mediaType: file.mediaType, addedAt: source.addedAt.toISOString().slice(0, 10) }]
  })
}
