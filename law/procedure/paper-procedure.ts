/**
 * Papers: their kinds, who drafts, checks, countersigns and signs each, and the way 拟稿 → 核稿 → 会签 → 签发.
 *
 * Who signs is practice of the offices, fixed by no statute (domain notes): rows that a client may change.
 * The number comes from the register at issue; what was issued never changes.
 */
import { legislationPaperKinds, legislationPaperRoutes } from './legislation-papers.ts'
import { type Guard, type Procedure, type StepFacts, transition } from './procedure.ts'
import type { ProcedureRole } from './role.ts'

export const PAPER_PROCEDURE_VERSION = '2026-1'

export const paperKinds = [
  'filingReport', 'filingForm', 'receipt', 'correctionNotice', 'returnNotice', 'distributionLetter', 'committeeOpinion', 'reviewStudy', 'inquiryLetter',
  'reminderLetter', 'reviewOpinion', 'annulmentMotion', 'annulmentDecision', 'orderToFix', 'upwardReport', 'reviewRecord', 'closingRecord', 'circularNotice',
  'makerReply', 'suggestionReceipt', 'suggestionIncompleteNotice', 'suggestionNotStartedNotice', 'transferLetter', 'suggestionAnswer', 'requestAnswer',
  ...legislationPaperKinds,
] as const
export type PaperKind = (typeof paperKinds)[number]

export type PaperRoute = {
  kind: PaperKind
  label: string
  /** `generated`: made by the program from the record at the step; `signed`: goes through drafting and signing */
  route: 'generated' | 'signed'
  drafts: readonly ProcedureRole[]
  /** empty: decided and signed in the house of those who draft it, without checking here */
  checks: readonly ProcedureRole[]
  /** empty: no countersigning */
  countersigns: readonly ProcedureRole[]
  signs: readonly ProcedureRole[]
  /** the organ that decides before it is signed, in Chinese; null when the signer decides */
  decidedBy: string | null
  /** takes a number from the register of outgoing papers at issue */
  numbered: boolean
  basis: string
}

const PRACTICE = '机关公文办理惯例（法律没有规定，可由本机关调整）'
const REFERENCE = '外省市条例参考·待确认'

const generated = (kind: PaperKind, label: string, drafts: readonly ProcedureRole[], basis: string, numbered = false): PaperRoute => ({
  kind, label, route: 'generated', drafts, checks: [], countersigns: [], signs: drafts, decidedBy: null, numbered, basis,
})
const signed = (
  input: Pick<PaperRoute, 'kind' | 'label' | 'signs' | 'basis'> & Partial<PaperRoute>,
): PaperRoute => ({
  route: 'signed', drafts: ['reviewer'], checks: ['reviewChief'], countersigns: [], decidedBy: null, numbered: true, ...input,
})

export const paperRoutes: readonly PaperRoute[] = [
  generated('filingReport', '备案报告', ['filingClerk'], '《法规规章备案审查条例》第八条（参照）', true),
  generated('filingForm', '备案登记表', ['filingClerk', 'receptionClerk'], REFERENCE),
  generated('receipt', '电子回执', ['receptionClerk'], REFERENCE),
  generated('correctionNotice', '补正通知', ['receptionClerk'], '《法规规章备案审查条例》第九条（参照）', true),
  generated('returnNotice', '退回通知', ['receptionClerk'], '《法规规章备案审查条例》第九条（参照）', true),
  generated('distributionLetter', '分送审查函', ['reviewChief', 'reviewer', 'receptionClerk'], REFERENCE, true),
  generated('committeeOpinion', '委员会审查意见', ['committeeMember'], REFERENCE),
  generated('reviewRecord', '审查情况记录', ['reviewer'], `《中华人民共和国立法法》第一百一十一条；${REFERENCE}`),
  generated('closingRecord', '办结记录', ['archivist', 'reviewer'], REFERENCE),
  generated('makerReply', '制定机关答复', ['filingClerk'], `《中华人民共和国立法法》第一百一十二条（参照）；${REFERENCE}`),
  generated('suggestionReceipt', '审查建议接收回执', ['receptionClerk', 'reviewer'], REFERENCE),
  generated('suggestionIncompleteNotice', '补充审查建议内容通知', ['reviewer'], REFERENCE, true),
  signed({ kind: 'reviewStudy', label: '审查研究报告', signs: ['reviewChief'], checks: ['reviewer', 'reviewChief'], numbered: false, basis: `《中华人民共和国立法法》第一百一十二条（参照）；${PRACTICE}` }),
  signed({ kind: 'inquiryLetter', label: '函询', signs: ['reviewChief', 'issuer'], basis: `《法规规章备案审查条例》第十四条（参照）；${PRACTICE}` }),
  signed({ kind: 'reminderLetter', label: '提醒函', signs: ['reviewChief', 'issuer'], basis: `${REFERENCE}；${PRACTICE}` }),
  signed({
    kind: 'reviewOpinion', label: '审查意见书', countersigns: ['committeeMember'], signs: ['issuer'], decidedBy: '主任会议',
    basis: `《中华人民共和国立法法》第一百一十二条（参照）；${PRACTICE}`,
  }),
  signed({
    kind: 'upwardReport', label: '合宪性问题书面报告', countersigns: ['committeeMember'], signs: ['issuer'], decidedBy: '主任会议',
    basis: `《中华人民共和国宪法》第六十七条；${REFERENCE}`,
  }),
  signed({
    kind: 'annulmentMotion', label: '撤销议案', countersigns: ['committeeMember'], signs: ['councilMember'], decidedBy: '主任会议',
    basis: '《中华人民共和国各级人民代表大会常务委员会监督法》第三十九条、第四十条',
  }),
  signed({
    kind: 'annulmentDecision', label: '撤销决定', countersigns: ['committeeMember'], signs: ['issuer'], decidedBy: '常委会会议',
    basis: '《中华人民共和国各级人民代表大会常务委员会监督法》第三十九条',
  }),
  signed({ kind: 'orderToFix', label: '限期改正决定', countersigns: ['committeeMember'], signs: ['issuer'], decidedBy: '常委会会议', basis: REFERENCE }),
  signed({ kind: 'circularNotice', label: '通报', signs: ['issuer'], decidedBy: '主任会议', basis: `《法规规章备案审查条例》第二十三条（参照）；${REFERENCE}` }),
  signed({ kind: 'suggestionNotStartedNotice', label: '不启动审查告知书', signs: ['reviewChief', 'issuer'], basis: REFERENCE }),
  signed({ kind: 'transferLetter', label: '移送函', signs: ['reviewChief', 'issuer'], basis: `《中华人民共和国立法法》第一百一十五条；${REFERENCE}` }),
  signed({ kind: 'suggestionAnswer', label: '审查建议答复', signs: ['reviewChief', 'issuer'], basis: `《中华人民共和国立法法》第一百一十三条；${REFERENCE}` }),
  signed({ kind: 'requestAnswer', label: '审查要求答复', countersigns: ['committeeMember'], signs: ['issuer'], basis: `《中华人民共和国立法法》第一百一十三条；${REFERENCE}` }),
  ...legislationPaperRoutes,
]

/** The row of a kind of paper. */
export const paperRoute = (kind: PaperKind): PaperRoute => {
  const found = paperRoutes.find((route) => route.kind === kind)
  if (!found) throw new RangeError(`没有名为“${kind}”的文书。`)
  return found
}

/** Papers that must be issued before the step that yields them, with their names. */
export const signedPaperLabels: Readonly<Partial<Record<PaperKind, string>>> = Object.fromEntries(
  paperRoutes.filter(({ route }) => route === 'signed').map(({ kind, label }) => [kind, label]),
)

// --- the way of one paper --------------------------------------------------------------------------

export type PaperState = 'drafting' | 'checking' | 'countersigning' | 'signing' | 'issued' | 'withdrawn'

export type PaperFacts = StepFacts & {
  kind: PaperKind
  actorId: string
  drafterId: string
  /** passages that must still be typed (meeting, period …) */
  openPassages: number
  /** those who were asked to countersign and have not agreed yet, without the actor */
  countersignsOutstanding: number
  countersignersAsked: number
  /** standards of the flags that are written into the paper */
  containsConstitutionality: boolean
  decisionRecorded: boolean
}

export type PaperGuard =
  | 'mayDraftThisPaper' | 'checkedHere' | 'noCheckHere' | 'mayCheckThisPaper' | 'mayCountersignThisPaper' | 'maySignThisPaper' | 'checkerIsNotDrafter' | 'countersignersNamed' | 'noCountersignNeeded'
  | 'allCountersigned' | 'countersignOutstanding' | 'passagesFilled' | 'noConstitutionalityInOpinion' | 'organDecided'

const mayAct = (part: 'drafts' | 'checks' | 'countersigns' | 'signs') => ({ kind }: PaperFacts, roles: readonly ProcedureRole[]): boolean =>
  paperRoute(kind)[part].some((role) => roles.includes(role))

const paperGuards: Record<PaperGuard, Guard<PaperFacts>> = {
  mayDraftThisPaper: { message: '这种文书不由你拟稿，请转给承办人。', basis: PRACTICE, holds: mayAct('drafts') },
  checkedHere: { message: '这种文书在本单位内定稿，不用送核稿，请直接送签发。', basis: PRACTICE, holds: ({ kind }) => paperRoute(kind).checks.length > 0 },
  noCheckHere: { message: '这种文书要先核稿，请送核稿。', basis: PRACTICE, holds: ({ kind }) => paperRoute(kind).checks.length === 0 },
  mayCheckThisPaper: { message: '这种文书不由你核稿，请送审查机构负责人。', basis: PRACTICE, holds: mayAct('checks') },
  mayCountersignThisPaper: { message: '这种文书不由你会签。', basis: PRACTICE, holds: mayAct('countersigns') },
  maySignThisPaper: { message: '你无权签发这种文书，请送有权签发的人。', basis: PRACTICE, holds: mayAct('signs') },
  checkerIsNotDrafter: { message: '拟稿人不能核自己的稿，请送另一个人核稿。', basis: PRACTICE, holds: ({ actorId, drafterId }) => actorId !== drafterId },
  countersignersNamed: {
    message: '还没有选会签单位，请先选定。', basis: PRACTICE,
    holds: ({ kind, countersignersAsked }) => paperRoute(kind).countersigns.length > 0 && countersignersAsked > 0,
  },
  noCountersignNeeded: {
    message: '这种文书要先会签，请送会签。', basis: PRACTICE, holds: ({ kind }) => paperRoute(kind).countersigns.length === 0,
  },
  allCountersigned: { message: '还有单位没有会签，等全部会签后再送签发。', basis: PRACTICE, holds: ({ countersignsOutstanding }) => countersignsOutstanding === 0 },
  countersignOutstanding: {
    message: '你是最后一个会签的，请用“会签完毕，送签发”。', basis: PRACTICE, holds: ({ countersignsOutstanding }) => countersignsOutstanding > 0,
  },
  passagesFilled: { message: '文书里还有没填的地方，填完才能签发。', basis: PRACTICE, holds: ({ openPassages }) => openPassages === 0 },
  noConstitutionalityInOpinion: {
    message: '合宪性问题不能写进这件文书，请改为书面报告上级。', basis: '《中华人民共和国宪法》第六十七条',
    holds: ({ kind, containsConstitutionality }) => !containsConstitutionality || kind === 'upwardReport' || kind === 'reviewStudy',
  },
  organDecided: {
    message: '还没有记录作出决定的会议，请填写会议名称和日期。', basis: PRACTICE,
    holds: ({ kind, decisionRecorded }) => paperRoute(kind).decidedBy === null || decisionRecorded,
  },
}

const drafters: readonly ProcedureRole[] = [...new Set(paperRoutes.filter(({ route }) => route === 'signed').flatMap(({ drafts }) => drafts))]
const checkers: readonly ProcedureRole[] = [...new Set(paperRoutes.flatMap(({ checks }) => checks))]
const countersigners: readonly ProcedureRole[] = [...new Set(paperRoutes.flatMap(({ countersigns }) => countersigns))]
const signers: readonly ProcedureRole[] = [...new Set(paperRoutes.filter(({ route }) => route === 'signed').flatMap(({ signs }) => signs))]
const row = transition<PaperState, PaperGuard, PaperKind>

export const paperProcedure: Procedure<PaperState, PaperGuard, PaperFacts, PaperKind> = {
  key: 'paper',
  version: PAPER_PROCEDURE_VERSION,
  label: '文书签发',
  start: 'drafting',
  states: [
    { id: 'drafting', label: '拟稿中', sign: '●', phase: '拟稿' },
    { id: 'checking', label: '核稿中', sign: '●', phase: '核稿' },
    { id: 'countersigning', label: '会签中', sign: '●', phase: '会签' },
    { id: 'signing', label: '待签发', sign: '○', phase: '签发' },
    { id: 'issued', label: '已签发', sign: '✓', phase: '签发', final: true },
    { id: 'withdrawn', label: '已作废', sign: '✓', phase: '拟稿', final: true },
  ],
  transitions: [
    row({ key: 'sendToCheck', from: ['drafting'], to: 'checking', label: '送核稿', actorRoles: drafters, guards: ['mayDraftThisPaper', 'checkedHere', 'noConstitutionalityInOpinion'], basis: PRACTICE }),
    row({ key: 'sendToSignInHouse', from: ['drafting'], to: 'signing', label: '送签发', actorRoles: drafters, guards: ['mayDraftThisPaper', 'noCheckHere'], basis: PRACTICE }),
    row({ key: 'sendToCountersign', from: ['checking'], to: 'countersigning', label: '核稿同意，送会签', actorRoles: checkers, guards: ['mayCheckThisPaper', 'checkerIsNotDrafter', 'countersignersNamed'], startsClock: ['countersign'], basis: PRACTICE }),
    row({ key: 'sendToSign', from: ['checking'], to: 'signing', label: '核稿同意，送签发', actorRoles: checkers, guards: ['mayCheckThisPaper', 'checkerIsNotDrafter', 'noCountersignNeeded'], basis: PRACTICE }),
    row({ key: 'countersign', from: ['countersigning'], to: null, label: '同意会签', actorRoles: countersigners, guards: ['mayCountersignThisPaper', 'countersignOutstanding'], basis: PRACTICE }),
    row({ key: 'finishCountersigning', from: ['countersigning'], to: 'signing', label: '会签完毕，送签发', actorRoles: [...countersigners, ...checkers], guards: ['allCountersigned'], stopsClock: ['countersign'], basis: PRACTICE }),
    row({ key: 'issue', from: ['signing'], to: 'issued', label: '签发', actorRoles: signers, guards: ['maySignThisPaper', 'noConstitutionalityInOpinion', 'passagesFilled', 'organDecided'], basis: PRACTICE, dangerous: true }),
    row({ key: 'returnFromCheck', from: ['checking'], to: 'drafting', label: '退回拟稿人', actorRoles: checkers, guards: ['mayCheckThisPaper'], requires: ['reason'], basis: PRACTICE }),
    row({ key: 'returnFromCountersign', from: ['countersigning'], to: 'drafting', label: '退回拟稿人', actorRoles: countersigners, guards: ['mayCountersignThisPaper'], requires: ['reason'], stopsClock: ['countersign'], basis: PRACTICE }),
    row({ key: 'returnFromSigning', from: ['signing'], to: 'drafting', label: '退回拟稿人', actorRoles: signers, guards: ['maySignThisPaper'], requires: ['reason'], basis: PRACTICE }),
    row({ key: 'withdraw', from: ['drafting'], to: 'withdrawn', label: '作废这一稿', actorRoles: drafters, guards: ['mayDraftThisPaper'], requires: ['reason'], basis: PRACTICE, dangerous: true }),
  ],
  guards: paperGuards,
  fieldLabels: { reason: '原因' },
  signedPapers: {},
}
