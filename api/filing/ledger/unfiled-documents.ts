import { addDays } from '../../../law/deadline/index.ts'
import { documentKinds, documentNumberKey } from '../../../law/procedure/index.ts'
import { z } from 'zod'
import { fromDateColumn, toDateColumn } from '../../platform/legal-date.ts'
import type { Transaction } from '../../platform/work/transaction.ts'
import { filingDeadline, lineOf } from '../filing-due.ts'
import { organRef } from '../organ-refs.ts'

/** How long back documents are looked for: what is older is a matter of the yearly catalogue. */
const DAYS_BACK = 400

export type UnfiledDocument = { versionId: string; organId: string; title: string; documentNo: string | null; promulgated: string; dueOn: string | null; remaining: string | null }

/** Documents of these organs that the library holds, were promulgated of late and are in no filing: 应报未报. */
export async function unfiledDocuments(tx: Transaction, options: { organIds: string[]; today: string }): Promise<UnfiledDocument[]> {
  const { organIds, today } = options
  if (organIds.length === 0) return []
  const versions = await tx.version.findMany({
    where: { work: { organId: { in: organIds } }, promulgated: { gte: toDateColumn(addDays(today, -DAYS_BACK)), lte: toDateColumn(today) }, filings: { none: {} }, correctionOfId: null },
    select: { id: true, title: true, documentNo: true, promulgated: true, work: { select: { organId: true, documentKind: true } } },
    orderBy: { promulgated: 'desc' },
  })
  const filed = new Set((await tx.filing.findMany({ where: { makerOrganId: { in: organIds } }, select: { documentNo: true, title: true } })).flatMap((f) => [documentNumberKey(f.documentNo), f.title]))
  const documents: UnfiledDocument[] = []
  for (const version of versions) {
    const kind = z.enum(documentKinds).safeParse(version.work.documentKind)
    if (!kind.success || version.promulgated === null || version.work.organId === null) continue
    if (filed.has(version.title) || (version.documentNo !== null && filed.has(documentNumberKey(version.documentNo)))) continue
    const maker = organRef(await tx.organ.findUniqueOrThrow({ where: { id: version.work.organId } }))
    const line = await lineOf(tx, { maker, documentKind: kind.data })
    const receiverOrganId = line.receiver?.organ?.id
    if (line.outOfScope !== undefined || receiverOrganId === undefined) continue
    const promulgated = fromDateColumn(version.promulgated)
    const deadline = await filingDeadline(tx, { line, receiverOrganId, promulgated, today })
    documents.push({ versionId: version.id, organId: version.work.organId, title: version.title, documentNo: version.documentNo, promulgated, dueOn: deadline?.dueOn ?? null, remaining: deadline?.remaining?.text ?? null })
  }
  return documents
}
