import { suggestionChannelLabels, suggestionProcedure } from '../../law/procedure/index.ts'
import { fromDateColumn, fromDateColumnOrNull } from '../platform/legal-date.ts'
import type { Services } from '../platform/services.ts'
import { isFollowCode } from './follow-code.ts'
import { channelOfRow } from './read-suggestion.ts'

/** What the proposer is told: the states, the dates, and the papers that were issued to them. Nothing of the review inside. */
export type FollowedSuggestion = {
  receiptNo: string
  kindLabel: string
  stateLabel: string
  stateSign: string
  documentTitle: string
  matters: string
  receivedOn: string
  due: { label: string; on: string; basis: string } | null
  events: { on: string; label: string; note: string | null }[]
  notices: { label: string; number: string | null; issuedOn: string | null; content: unknown }[]
}

/** Words for the proposer where those of the office's button would not be understood. */
const publicLabels: Readonly<Record<string, string>> = {
  acknowledge: '收到建议，发出回执', askToComplete: '通知补充内容', complete: '收到补充内容', accept: '内容齐全，已受理', transfer: '移送有权机关', notifyNotStarted: '告知不启动审查', startReview: '开始审查',
  answer: '书面答复', answerOrgan: '书面答复', reopen: '有新的理由，重新受理', close: '办结',
}
/** Kinds of papers that go to the proposer. */
const toProposer = ['suggestionReceipt', 'suggestionIncompleteNotice', 'suggestionNotStartedNotice', 'suggestionAnswer', 'requestAnswer']

/** A suggestion for who has its number and code; null where they do not belong together, without telling which is wrong. */
export async function followSuggestion(options: { services: Services; receiptNo: string; followCode: string }): Promise<FollowedSuggestion | null> {
  const { prisma } = options.services
  const candidates = await prisma.suggestion.findMany({
    where: { receiptNo: options.receiptNo.trim() }, take: 5,
    include: {
      events: { where: { audience: 'public' }, orderBy: { id: 'desc' } }, clocks: { where: { state: 'running', paperId: null }, orderBy: { dueOn: 'asc' }, take: 1 },
      papers: { where: { state: 'issued', kind: { in: toProposer } }, orderBy: { createdAt: 'asc' } },
    },
  })
  const row = candidates.find((s) => isFollowCode(options.followCode, { rowId: s.id, digest: s.accessCodeDigest }))
  if (row === undefined) return null
  const state = suggestionProcedure.states.find((s) => s.id === row.state)
  const [clock] = row.clocks
  return {
    receiptNo: row.receiptNo, kindLabel: suggestionChannelLabels[channelOfRow(row)], stateLabel: state?.label ?? '办理中', stateSign: state?.sign ?? '●', documentTitle: row.documentTitle, matters: row.matters,
    receivedOn: fromDateColumn(row.receivedOn), due: clock === undefined || clock.dueOn === null ? null : { label: clock.label, on: fromDateColumn(clock.dueOn), basis: clock.basis },
    events: row.events.map((e) => ({ on: fromDateColumn(e.on), label: publicLabels[e.transition] ?? '办理', note: e.transition === 'askToComplete' || e.transition === 'transfer' ? e.note : null })),
    notices: row.papers.map((p) => ({ label: p.title, number: p.number, issuedOn: fromDateColumnOrNull(p.issuedOn), content: p.content })),
  }
}
