import { yearOf } from '../../law/deadline/index.ts'
import { formatDocumentNumber, type PaperKind, paperRoute } from '../../law/procedure/index.ts'
import { filesAfterCommit } from '../file/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { PaperContent } from '../typesetting/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import type { Transaction, Work } from '../platform/work/transaction.ts'
import { takeNumber } from '../procedure/index.ts'

/** What a paper that the program makes from the record is about. */
export type GeneratedPaper = {
  kind: PaperKind
  filing: { id: string; receiverOrganId: string }
  taskId: string
  title: string
  recipient: { organId: string; name: string } | null
  content: Omit<PaperContent, 'documentNo' | 'demo'>
}

/** Keep a generated paper: its number where its kind has one, its content as it stands, .docx and PDF. Issued at once. */
export async function keepGeneratedPaper(options: { services: Services; work: Work; actor: Actor; paper: GeneratedPaper }): Promise<string> {
  const { services, work, actor, paper } = options
  const { tx } = work
  const today = services.clock.today()
  const organId = paper.filing.receiverOrganId
  const number = paperRoute(paper.kind).numbered ? await letterNumber(tx, organId, today) : null
  const content: PaperContent = { ...paper.content, ...(number === null ? {} : { documentNo: number }), ...(services.settings.demo ? { demo: '演示数据' } : {}) }
  const files = filesAfterCommit({ services, work, content, name: paper.title, organId, by: actor.personId })
  const id = newId()
  await tx.paper.create({
    data: {
      id, organId, filingId: paper.filing.id, taskId: paper.taskId, kind: paper.kind, state: 'issued', title: paper.title, recipient: paper.recipient?.name ?? null, recipientOrganId: paper.recipient?.organId ?? null,
      content: JSON.parse(JSON.stringify(content)), number, issuedOn: toDateColumn(today), issuedBy: actor.personId, issuedByName: actor.name,
      ...files, createdBy: actor.personId, createdByName: actor.name,
    },
  })
  return id
}

/**
 * Number of a letter: the series of the 法工委 where the committee has one, else of the committee itself, one a year. The
 * register is the one that signed letters take their numbers from (api/paper), so that no number is given twice.
 */
async function letterNumber(tx: Transaction, organId: string, today: string): Promise<string> {
  const organ = await tx.organ.findUniqueOrThrow({ where: { id: organId }, select: { documentCode: true, shortName: true, regionCode: true } })
  const commission = await tx.organ.findFirst({ where: { kind: 'legalAffairsCommission', regionCode: organ.regionCode, active: true, documentCode: { not: null } }, select: { documentCode: true } })
  const code = `${commission?.documentCode ?? (organ.documentCode ?? organ.shortName).replace(/发$/u, '')}函`
  const year = yearOf(today)
  return formatDocumentNumber({ code, year, serial: await takeNumber(tx, { organId, kind: `paper.${code}`, year }) })
}
