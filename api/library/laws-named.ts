import { type BasisVersion, titleKey } from '../../law/citation/index.ts'
import type { LegalText } from '../../law/text/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { inForceOn, versionDates } from './in-force.ts'
import { legalTextSchema } from './legal-text-schema.ts'
import { worksOfEach } from './one-work.ts'

type Row = Prisma.VersionGetPayload<{ select: typeof select }>
const select = {
  id: true, workId: true, dateKey: true, title: true, adopted: true, promulgated: true, effectiveFrom: true, effectiveTo: true, endReason: true, recordedAt: true, tree: true,
} as const satisfies Prisma.VersionSelect

/**
 * The texts of laws by the names under which a document cites them, with and without 中华人民共和国, those under their other
 * names included. Versions that bear one title are one line, whoever made each. Where a collection (演示文本) holds the law
 * too, the line with a text in force on the date is given, else that of the library proper (docs/adr/0007). `readable`: what
 * the asker may read.
 */
export async function lawsNamed(options: { tx: Transaction; readable: Prisma.VersionWhereInput; titles: readonly string[]; on: string; notWorkId: string | null }): Promise<Map<string, BasisVersion[]>> {
  const { tx, readable, titles, on } = options
  if (titles.length === 0) return new Map()
  const keys = new Set(titles.map(titleKey))
  const works = await tx.work.findMany({
    where: { title: { in: [...keys].flatMap((key) => [key, `中华人民共和国${key}`]) }, ...(options.notWorkId === null ? {} : { id: { not: options.notWorkId } }) }, select: { id: true, title: true, collection: true },
  })
  const lines = await worksOfEach(tx, works.map((w) => w.id))
  const rows = await tx.version.findMany({ where: { AND: [readable, { workId: { in: [...new Set([...lines.values()].flat())] } }] }, select, orderBy: { recordedAt: 'asc' } })
  const textsOf = (key: string, proper: boolean): Row[] => {
    const ids = new Set(works.flatMap((w) => (titleKey(w.title) === key && (w.collection === null) === proper ? (lines.get(w.id) ?? [w.id]) : [])))
    return rows.filter((r) => ids.has(r.workId))
  }
  // a text whose date of effect is not known may be the one that holds
  const holds = (texts: readonly Row[]): boolean => texts.every((t) => t.effectiveFrom !== null) && inForceOn(texts.map(versionDates), on) !== null
  return new Map(
    titles.flatMap((title): [string, BasisVersion[]][] => {
      const [proper, collected] = [textsOf(titleKey(title), true), textsOf(titleKey(title), false)]
      const texts = proper.length === 0 || (!holds(proper) && holds(collected)) ? collected : proper
      return texts.length === 0 ? [] : [[title, texts.map(basisVersion)]]
    }),
  )
}

const basisVersion = (row: Row): BasisVersion => ({
  title: row.title, adopted: fromDateColumnOrNull(row.adopted), promulgated: fromDateColumnOrNull(row.promulgated), effectiveFrom: fromDateColumnOrNull(row.effectiveFrom),
  effectiveTo: fromDateColumnOrNull(row.effectiveTo), endReason: row.endReason, text: treeOf(row),
})
const treeOf = (row: Row): LegalText => legalTextSchema.parse(row.tree)
