/**
 * 审查要求, 审查建议 and documents transferred by another body: from receipt to the answer.
 *
 * A 审查要求 of a named state organ and a transfer must be handled; only a 审查建议 can end without a
 * review, with its reason told (立法法 arts 110, 111, 113 as model).
 */
import { type PaperKind, signedPaperLabels } from './paper-procedure.ts'
import { type Guard, type Procedure, type StepFacts, transition } from './procedure.ts'
import type { OrganKind } from './organ.ts'

export const SUGGESTION_PROCEDURE_VERSION = '2026-1'

export const suggestionChannels = ['demand', 'suggestion', 'transferredIn'] as const
export type SuggestionChannel = (typeof suggestionChannels)[number]
export const suggestionChannelLabels: Record<SuggestionChannel, string> = { demand: '审查要求', suggestion: '审查建议', transferredIn: '移送审查' }

const REFERENCE = '外省市条例参考·待确认'
const legislation = (article: string): string => `《中华人民共和国立法法》${article}（参照）`

/** Organs whose written proposal is a 审查要求; everybody else's is a 审查建议. */
export const demandingOrganKinds: readonly OrganKind[] = ['government', 'supervisoryCommission', 'court', 'procuratorate', 'standingCommittee']

/** The channel of a proposal by an organ of that kind; null for a person, an enterprise or another organisation. */
export const channelOf = (proposer: OrganKind | null): 'demand' | 'suggestion' => (proposer !== null && demandingOrganKinds.includes(proposer) ? 'demand' : 'suggestion')

export const notStartReasons = [
  { key: 'unclear', label: '理由不明确或者明显不成立', basis: REFERENCE },
  { key: 'alreadyReviewed', label: '对同一事项已经审查并有结论', basis: REFERENCE },
  { key: 'alreadyChanged', label: '所涉条文已经修改或者废止', basis: REFERENCE },
  { key: 'planAgreed', label: '制定机关已经书面同意处理并有计划', basis: REFERENCE },
  { key: 'notNormative', label: '所涉文件不是规范性文件', basis: REFERENCE },
  { key: 'other', label: '其他不需要启动审查的情形', basis: REFERENCE },
] as const
export type NotStartReason = (typeof notStartReasons)[number]['key']

export type SuggestionState = 'received' | 'incomplete' | 'notStarted' | 'transferred' | 'accepted' | 'reviewing' | 'answered' | 'closed'

export type SuggestionFacts = StepFacts & {
  channel: SuggestionChannel
  actorId: string
  actorOrganIds: readonly string[]
  /** makers of the document that is complained of */
  makerOrganIds: readonly string[]
  documentDrafterIds: readonly string[]
  /** document named, matters and reasons given, proposer and contact given */
  complete: boolean
  /** the review of the document has ended or a case under review is linked */
  caseLinked: boolean
  reviewEnded: boolean
}

export type SuggestionGuard = 'notOwnDocument' | 'onlySuggestion' | 'onlyDemand' | 'contentComplete' | 'contentIncomplete' | 'caseLinked' | 'reviewEnded'

const guards: Record<SuggestionGuard, Guard<SuggestionFacts>> = {
  notOwnDocument: {
    message: '所涉文件是你所在单位制定或者你参与起草的，应当回避，请转给其他人。', basis: '回避（同一文件的起草、报送和审查不得由同一人办理）；外省市条例参考',
    holds: ({ actorId, actorOrganIds, makerOrganIds, documentDrafterIds }) => !documentDrafterIds.includes(actorId) && !actorOrganIds.some((organ) => makerOrganIds.includes(organ)),
  },
  onlySuggestion: { message: '审查要求和移送审查应当办理，不能不启动。', basis: legislation('第一百一十条'), holds: ({ channel }) => channel === 'suggestion' },
  onlyDemand: { message: '审查建议请用“答复提出人”。', basis: legislation('第一百一十条'), holds: ({ channel }) => channel !== 'suggestion' },
  contentComplete: { message: '内容还不完整（文件名称、审查事项和理由、提出人和联系方式），请先通知补充。', basis: `${legislation('第一百一十条')}；${REFERENCE}`, holds: ({ complete }) => complete },
  contentIncomplete: { message: '内容已经完整，不用通知补充。', basis: REFERENCE, holds: ({ complete }) => !complete },
  caseLinked: { message: '还没有关联被审查的文件，请先登记或者关联。', basis: legislation('第一百一十一条'), holds: ({ caseLinked }) => caseLinked },
  reviewEnded: { message: '审查还没有结束，不能答复结果。', basis: legislation('第一百一十三条'), holds: ({ reviewEnded }) => reviewEnded },
}

const row = transition<SuggestionState, SuggestionGuard, PaperKind>

export const suggestionProcedure: Procedure<SuggestionState, SuggestionGuard, SuggestionFacts, PaperKind> = {
  key: 'suggestion',
  version: SUGGESTION_PROCEDURE_VERSION,
  label: '审查要求、审查建议',
  start: 'received',
  states: [
    { id: 'received', label: '已收到', sign: '○', phase: '接收' },
    { id: 'incomplete', label: '待补充', sign: '◐', phase: '接收' },
    { id: 'accepted', label: '已受理', sign: '●', phase: '受理' },
    { id: 'reviewing', label: '审查中', sign: '●', phase: '审查' },
    { id: 'notStarted', label: '不启动审查', sign: '!', phase: '答复' },
    { id: 'transferred', label: '已移送', sign: '✓', phase: '答复' },
    { id: 'answered', label: '已答复', sign: '✓', phase: '答复' },
    { id: 'closed', label: '办结', sign: '✓', phase: '办结', final: true },
  ],
  transitions: [
    row({
      key: 'acknowledge', from: ['received'], to: null, label: '发接收回执', actorRoles: ['receptionClerk', 'reviewer', 'system'], yields: 'suggestionReceipt',
      startsClock: ['suggestionIncomplete', 'requestReview'], basis: `${legislation('第一百一十条')}；${REFERENCE}`,
    }),
    row({
      key: 'askToComplete', from: ['received'], to: 'incomplete', label: '通知补充', actorRoles: ['reviewer', 'receptionClerk'], guards: ['notOwnDocument', 'contentIncomplete'],
      requires: ['missingContent'], yields: 'suggestionIncompleteNotice', stopsClock: ['suggestionIncomplete'], suspendsClock: ['requestReview'], pause: 'correction', basis: REFERENCE,
    }),
    row({ key: 'complete', from: ['incomplete'], to: 'received', label: '登记补充内容', actorRoles: ['reviewer', 'receptionClerk', 'system'], requires: ['addedContent'], restartsClock: ['requestReview'], pause: 'correction', basis: REFERENCE }),
    row({
      key: 'accept', from: ['received'], to: 'accepted', label: '受理', actorRoles: ['reviewer', 'reviewChief'], guards: ['notOwnDocument', 'contentComplete'], stopsClock: ['suggestionIncomplete'],
      basis: `${legislation('第一百一十条')}；${REFERENCE}`,
    }),
    row({ key: 'foundOutOfScope', from: ['received', 'accepted'], to: null, label: '认定不属于本级范围', actorRoles: ['reviewer', 'reviewChief'], guards: ['notOwnDocument'], requires: ['targetBody'], startsClock: ['transferOut'], basis: legislation('第一百一十五条') }),
    row({
      key: 'transfer', from: ['received', 'accepted'], to: 'transferred', label: '移送有权机关', actorRoles: ['reviewChief', 'issuer'], guards: ['notOwnDocument'], requires: ['targetBody'],
      yields: 'transferLetter', stopsClock: ['transferOut', 'suggestionIncomplete', 'requestReview'], basis: `${legislation('第一百一十五条')}；${REFERENCE}`,
    }),
    row({
      key: 'decideNotToStart', from: ['received', 'accepted', 'incomplete'], to: 'notStarted', label: '不启动审查', actorRoles: ['reviewChief'], guards: ['notOwnDocument', 'onlySuggestion'],
      requires: ['notStartReason'], stopsClock: ['suggestionIncomplete', 'requestReview'], startsClock: ['notStartNotice'], basis: REFERENCE,
    }),
    row({ key: 'notifyNotStarted', from: ['notStarted'], to: 'answered', label: '告知提出人', actorRoles: ['reviewChief', 'issuer'], guards: ['notOwnDocument', 'onlySuggestion'], yields: 'suggestionNotStartedNotice', stopsClock: ['notStartNotice'], basis: REFERENCE }),
    row({ key: 'startReview', from: ['accepted'], to: 'reviewing', label: '开始审查', actorRoles: ['reviewer', 'reviewChief'], guards: ['notOwnDocument', 'caseLinked'], basis: legislation('第一百一十一条') }),
    row({
      key: 'recordResult', from: ['reviewing'], to: null, label: '登记审查结果', actorRoles: ['reviewer', 'reviewChief'], guards: ['notOwnDocument', 'reviewEnded'], requires: ['result'],
      stopsClock: ['requestReview'], startsClock: ['feedbackToProposer'], basis: legislation('第一百一十三条'),
    }),
    row({
      key: 'answer', from: ['reviewing'], to: 'answered', label: '答复提出人', actorRoles: ['reviewChief', 'issuer'], guards: ['notOwnDocument', 'onlySuggestion', 'reviewEnded'], requires: ['result'],
      yields: 'suggestionAnswer', stopsClock: ['requestReview', 'feedbackToProposer'], basis: legislation('第一百一十三条'),
    }),
    row({
      key: 'answerOrgan', from: ['reviewing'], to: 'answered', label: '答复提出机关', actorRoles: ['issuer'], guards: ['notOwnDocument', 'onlyDemand', 'reviewEnded'], requires: ['result'],
      yields: 'requestAnswer', stopsClock: ['requestReview', 'feedbackToProposer'], basis: legislation('第一百一十三条'),
    }),
    row({
      key: 'reopen', from: ['notStarted', 'answered'], to: 'received', label: '有新的理由，重新受理', actorRoles: ['reviewer', 'reviewChief'], guards: ['notOwnDocument'], requires: ['newReasons'], stopsClock: ['notStartNotice'],
      startsClock: ['suggestionIncomplete', 'requestReview'], basis: REFERENCE,
    }),
    row({ key: 'close', from: ['answered', 'transferred'], to: 'closed', label: '办结归档', actorRoles: ['archivist', 'reviewer', 'reviewChief'], yields: 'closingRecord', basis: REFERENCE }),
  ],
  guards,
  fieldLabels: {
    missingContent: '要补充的内容', addedContent: '补充的内容', targetBody: '有权机关', notStartReason: '不启动的情形', result: '审查结果', newReasons: '新的理由',
  },
  signedPapers: signedPaperLabels,
}
