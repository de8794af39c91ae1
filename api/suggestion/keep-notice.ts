import { type PaperKind, paperRoute } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { filesAfterCommit } from '../file/index.ts'
import { documentCode, issuingOrgans, takeDocumentNumber } from '../paper/index.ts'
import type { PaperContent } from '../typesetting/index.ts'
import { newId } from '../platform/ids.ts'
import { fromDateColumn, toDateColumn } from '../platform/legal-date.ts'
import type { Services } from '../platform/services.ts'
import type { Transaction, Work } from '../platform/work/transaction.ts'
import type { CaseActor } from '../procedure/index.ts'
import { type NoticeCase, noticeContent } from './notice-content.ts'
import { channelOfRow } from './read-suggestion.ts'

/** Stands for the machine where a column wants a person. */
const NOBODY = '00000000-0000-0000-0000-000000000000'

type Row = Prisma.SuggestionGetPayload<object>

/** What the notices of a suggestion tell, from its row. */
export async function noticeCase(options: { services: Services; tx: Transaction; suggestion: Row }): Promise<NoticeCase> {
  const { services, tx, suggestion } = options
  const organs = await issuingOrgans(tx, suggestion.organId)
  const clocks = await tx.caseClock.findMany({ where: { suggestionId: suggestion.id, state: 'running' }, orderBy: { dueOn: 'asc' } })
  return {
    channel: channelOfRow(suggestion), receiptNo: suggestion.receiptNo, receivedOn: fromDateColumn(suggestion.receivedOn), proposerName: suggestion.proposerName, documentTitle: suggestion.documentTitle,
    documentNo: suggestion.documentNo, documentMaker: suggestion.documentMaker, matters: suggestion.matters, transferTo: suggestion.transferTo, result: suggestion.result, resultReason: suggestion.resultReason,
    committee: organs.committee.name, office: organs.commission?.name ?? organs.committee.name, today: services.clock.today(),
    due: clocks.flatMap((c) => (c.dueOn === null ? [] : [{ label: c.label, on: fromDateColumn(c.dueOn), basis: c.basis }])),
  }
}

/** A paper that the program makes from the record at a step: issued at once, as docx and PDF. */
export async function keepNotice(options: { services: Services; work: Work; actor: CaseActor; kind: PaperKind; suggestion: Row; values: Readonly<Record<string, string>> }): Promise<string> {
  const { services, work, actor, kind, suggestion } = options
  const { tx } = work
  const today = services.clock.today()
  const number = paperRoute(kind).numbered ? await takeDocumentNumber(tx, { organId: suggestion.organId, code: documentCode(await issuingOrgans(tx, suggestion.organId), kind), today }) : null
  const content: PaperContent = {
    ...noticeContent(kind, await noticeCase({ services, tx, suggestion }), options.values), ...(number === null ? {} : { documentNo: number }), ...(services.settings.demo ? { demo: '演示数据' } : {}),
  }
  const by = actor === 'system' ? null : actor.personId
  const files = filesAfterCommit({ services, work, content, name: `${paperRoute(kind).label}${suggestion.receiptNo}`, organId: suggestion.organId, by })
  const id = newId()
  await tx.paper.create({
    data: {
      id, organId: suggestion.organId, suggestionId: suggestion.id, kind, state: 'issued', title: content.title, recipient: kind === 'closingRecord' ? null : suggestion.proposerName,
      content: JSON.parse(JSON.stringify(content)), number, issuedOn: toDateColumn(today), issuedBy: by, issuedByName: actor === 'system' ? '系统' : actor.name,
      ...files, createdBy: by ?? NOBODY, createdByName: actor === 'system' ? '系统' : actor.name, createdAt: services.clock.now(),
    },
  })
  return id
}
