import { conclusions, filingProcedure } from '../../law/procedure/index.ts'
import type { Prisma, PrismaClient } from '../../prisma/generated/client.ts'
import { libraryKindLabel } from '../library/index.ts'
import { fromDateColumnOrNull, toDateColumn } from '../platform/legal-date.ts'

/** The only door of the portal to filings: those that an explicit act made public, and of those only what is selected here. */
const PUBLISHED = { publishedAt: { not: null }, registrationNo: { not: null } } as const satisfies Prisma.FilingWhereInput

const select = {
  registrationNo: true, title: true, documentNo: true, documentKind: true, promulgated: true, effectiveFrom: true, validUntil: true, registeredOn: true, closedOn: true, outcome: true, state: true,
  jointMakersText: true, haltedOn: true, haltNotice: true,
  maker: { select: { id: true, name: true, shortName: true } },
  receiver: { select: { name: true } },
  version: { select: { dateKey: true, publishedAt: true, work: { select: { key: true } } } },
} as const satisfies Prisma.FilingSelect

export type PublicFiling = {
  registrationNo: string
  title: string
  documentNo: string
  kindLabel: string
  makerName: string
  jointMakers: string | null
  receiverName: string
  promulgated: string | null
  effectiveFrom: string | null
  validUntil: string | null
  registeredOn: string | null
  closedOn: string | null
  /** told when the review is closed; before, the public knows that it goes on */
  conclusion: string | null
  halt: { on: string; notice: string } | null
  /** the address of its text, where that is public too */
  text: string | null
}

const toPublicFiling = (row: Prisma.FilingGetPayload<{ select: typeof select }>): PublicFiling => {
  const closed = row.closedOn !== null || filingProcedure.states.some((s) => s.id === row.state && s.final === true)
  const outcome = Object.entries(conclusions).find(([key]) => key === row.outcome)?.[1] ?? null
  return {
    registrationNo: row.registrationNo ?? '', title: row.title, documentNo: row.documentNo, kindLabel: libraryKindLabel(row.documentKind), makerName: row.maker.name, jointMakers: row.jointMakersText,
    receiverName: row.receiver.name, promulgated: fromDateColumnOrNull(row.promulgated), effectiveFrom: fromDateColumnOrNull(row.effectiveFrom), validUntil: fromDateColumnOrNull(row.validUntil),
    registeredOn: fromDateColumnOrNull(row.registeredOn), closedOn: fromDateColumnOrNull(row.closedOn), conclusion: closed ? (outcome ?? '审查已经办结') : null,
    halt: row.haltedOn === null || row.haltNotice === null ? null : { on: fromDateColumnOrNull(row.haltedOn) ?? '', notice: row.haltNotice },
    text: row.version === null || row.version.publishedAt === null ? null : `/law/${row.version.work.key}/${row.version.dateKey}`,
  }
}

export type CatalogueFilter = { words: string; makerId: string; year: string }

const whereOf = (filter: CatalogueFilter): Prisma.FilingWhereInput => ({
  ...PUBLISHED,
  ...(filter.words === '' ? {} : { OR: [{ title: { contains: filter.words } }, { documentNo: { contains: filter.words } }, { registrationNo: { contains: filter.words } }] }),
  ...(filter.makerId === '' ? {} : { makerOrganId: filter.makerId }),
  ...(filter.year === '' ? {} : { registeredOn: { gte: toDateColumn(`${filter.year}-01-01`), lte: toDateColumn(`${filter.year}-12-31`) } }),
})

/** One page of the catalogue of filed documents, newest first. */
export async function listPublicFilings(prisma: PrismaClient, options: { filter: CatalogueFilter; skip: number; take: number }): Promise<{ filings: PublicFiling[]; total: number }> {
  const where = whereOf(options.filter)
  const [rows, total] = await Promise.all([
    prisma.filing.findMany({ where, select, orderBy: [{ registeredOn: 'desc' }, { id: 'desc' }], skip: options.skip, take: options.take }),
    prisma.filing.count({ where }),
  ])
  return { filings: rows.map(toPublicFiling), total }
}

/** Filings with that number: numbers are given by each receiving committee, so that two may be alike. */
export async function publicFilingsNumbered(prisma: PrismaClient, registrationNo: string): Promise<PublicFiling[]> {
  return (await prisma.filing.findMany({ where: { AND: [PUBLISHED, { registrationNo }] }, select, orderBy: { registeredOn: 'asc' } })).map(toPublicFiling)
}

/** The filing that brought a public text, where the filing is public. */
export async function publicFilingOfVersion(prisma: PrismaClient, versionId: string): Promise<PublicFiling | null> {
  const row = await prisma.filing.findFirst({ where: { ...PUBLISHED, versionId }, select, orderBy: { registeredOn: 'desc' } })
  return row === null ? null : toPublicFiling(row)
}

/** Makers and years that the catalogue can be narrowed to. */
export async function catalogueChoices(prisma: PrismaClient): Promise<{ makers: { id: string; name: string }[]; years: string[] }> {
  const rows = await prisma.filing.findMany({ where: PUBLISHED, select: { registeredOn: true, maker: { select: { id: true, name: true } } } })
  const makers = new Map(rows.map((r) => [r.maker.id, r.maker.name]))
  const years = new Set(rows.flatMap((r) => (r.registeredOn === null ? [] : [r.registeredOn.toISOString().slice(0, 4)])))
  return { makers: [...makers].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name, 'zh')), years: [...years].toSorted().toReversed() }
}

/** Figures of a year, counted over what is public and over nothing else. */
export async function publicFigures(prisma: PrismaClient, year: string): Promise<{ registered: number; closed: number; corrected: number; months: number[] }> {
  const rows = await prisma.filing.findMany({ where: whereOf({ words: '', makerId: '', year }), select: { registeredOn: true, closedOn: true, outcome: true } })
  const months = Array.from({ length: 12 }, (_, month) => rows.filter((r) => r.registeredOn?.getUTCMonth() === month).length)
  return { registered: rows.length, closed: rows.filter((r) => r.closedOn !== null).length, corrected: rows.filter((r) => r.outcome === 'resolved' || r.outcome === 'annulled').length, months }
}

/** A public filing that a suggestion can be about, and who received it. */
export type SuggestionTarget = { id: string; receiverOrganId: string; registrationNo: string; title: string; documentNo: string; makerName: string; promulgated: string | null }

/** Targets by id, by register number, or by words of their title, number or maker. */
export async function suggestionTargets(prisma: PrismaClient, by: { id?: string; registrationNo?: string; words?: string }): Promise<SuggestionTarget[]> {
  const words = by.words ?? ''
  const rows = await prisma.filing.findMany({
    where: {
      AND: [
        PUBLISHED,
        by.id === undefined ? {} : { id: by.id },
        by.registrationNo === undefined ? {} : { registrationNo: by.registrationNo },
        words === '' ? {} : { OR: [{ title: { contains: words } }, { documentNo: { contains: words } }, { registrationNo: { contains: words } }, { maker: { name: { contains: words } } }] },
      ],
    },
    select: { id: true, receiverOrganId: true, registrationNo: true, title: true, documentNo: true, promulgated: true, maker: { select: { name: true } } },
    orderBy: { registeredOn: 'desc' },
    take: 20,
  })
  return rows.map((r) => ({ id: r.id, receiverOrganId: r.receiverOrganId, registrationNo: r.registrationNo ?? '', title: r.title, documentNo: r.documentNo, makerName: r.maker.name, promulgated: fromDateColumnOrNull(r.promulgated) }))
}
