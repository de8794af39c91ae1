import { yearOf } from '../../law/deadline/index.ts'
import { formatDocumentNumber, type PaperKind } from '../../law/procedure/index.ts'
import { toChineseNumber } from '../../law/text/index.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { takeNumber } from '../procedure/index.ts'

type CodedOrgan = { id: string; kind: string; name: string; documentCode: string | null }
/** The committee that issues, and its 法工委 where it has one. */
export type IssuingOrgans = { committee: CodedOrgan; commission: CodedOrgan | null }

const stem = (code: string): string => code.replace(/发$/u, '')

/**
 * 发文机关代字 of a paper (domain §8.2): opinions in the committee's name by 常审, decisions by its 常发, letters by the
 * 法工委 where there is one. Throws `step-refused` when the organ has no code yet.
 */
export function documentCode(organs: IssuingOrgans, kind: PaperKind): string {
  const own = organs.committee.documentCode
  if (own === null || own === '') throw problem('step-refused', { detail: `${organs.committee.name}还没有设置发文机关代字，不能编号，请联系管理员。`, extra: { rule: 'documentCode' } })
  const letters = organs.commission?.documentCode ?? stem(own)
  switch (kind) {
    case 'reviewOpinion':
      return `${stem(own)}审`
    case 'annulmentDecision':
    case 'orderToFix':
      return own
    case 'annulmentMotion':
      return `${stem(own)}议`
    case 'circularNotice':
      return `${stem(own)}通`
    case 'upwardReport':
      return `${letters}报`
    case 'adoptionDecision':
    case 'approvalRequest':
    case 'planPaper':
    case 'approvalDecision':
    case 'refusalDecision':
      return own
    case 'bill':
      return organs.committee.kind === 'standingCommittee' ? `${stem(own)}议` : `${stem(own)}函`
    case 'meetingNotice':
      return `${stem(own)}办`
    case 'handOverLetter':
      return `${stem(own)}函`
    case 'nationalFilingReport':
      return `${stem(own)}备`
    default:
      return `${letters}函`
  }
}

/** The number as a draft shows it, with a gap that the register fills. */
export const numberBeforeIssue = (organs: IssuingOrgans, kind: PaperKind, today: string): string =>
  kind === 'announcement' ? '第　　号' : `${documentCode(organs, kind)}〔${today.slice(0, 4)}〕　　号`

/** The next number of the series, in the transaction that issues: no number is given without a paper, none is left out. */
export async function takeDocumentNumber(tx: Transaction, options: { organId: string; code: string; today: string }): Promise<string> {
  const year = yearOf(options.today)
  return formatDocumentNumber({ code: options.code, year, serial: await takeNumber(tx, { organId: options.organId, kind: `paper.${options.code}`, year }) })
}

/** The number of a paper at issue. Announcements that publish regulations are counted within the term of the committee (domain §8.2). */
export async function takePaperNumber(tx: Transaction, options: { organs: IssuingOrgans; kind: PaperKind; today: string }): Promise<string> {
  const { organs, kind, today } = options
  const organId = organs.committee.id
  if (kind !== 'announcement') return takeDocumentNumber(tx, { organId, code: documentCode(organs, kind), today })
  const sitting = await tx.meeting.findFirst({ where: { organId, kind: 'standingCommittee', term: { not: null } }, orderBy: { startsOn: 'desc' }, select: { term: true } })
  const term = sitting?.term ?? null
  const serial = await takeNumber(tx, { organId, kind: term === null ? 'paper.announcement' : `paper.announcement.${term}`, year: term === null ? yearOf(today) : 0 })
  return `${term === null ? `${yearOf(today)}年` : `第${toChineseNumber(term)}届`}第${serial}号`
}
