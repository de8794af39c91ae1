/**
 * Papers of legislation: their kinds, who drafts, checks and signs each, and which organ decides first.
 *
 * Who signs is practice (domain notes §7.3): the council and the plenary decide, single persons sign. Papers of the
 * proposer, of a committee and of the province are decided and signed in their own house: they have no checking here.
 */
import type { PaperRoute } from './paper-procedure.ts'
import type { ProcedureRole } from './role.ts'

export const legislationPaperKinds = [
  'researchPlan', 'researchReport', 'bill', 'explanatoryNote', 'committeeDeliberationOpinion', 'consultationNotice', 'hearingNotice', 'revisionReport', 'deliberationResultReport', 'votingTextNote',
  'voteResult', 'adoptionDecision', 'approvalRequest', 'announcement', 'deliberationOpinions', 'bulletin', 'meetingAgenda', 'meetingNotice', 'attendanceRecord', 'provincialReviewReport', 'approvalDecision', 'refusalDecision',
  'planPaper', 'lateExplanation', 'shelvingNote', 'terminationReport', 'handOverLetter', 'nationalFilingReport', 'supportingRuleNotice',
] as const
export type LegislationPaperKind = (typeof legislationPaperKinds)[number]

export const isLegislationPaper = (kind: string): kind is LegislationPaperKind => legislationPaperKinds.some((k) => k === kind)

const law = (article: string, how = ''): string => `《中华人民共和国立法法》第${article}条${how}`
/** What the law says of the national committee is a model for the local one (第八十七条). */
const model = (article: string): string => law(article, '（参照）')
const PRACTICE = '机关公文办理惯例（法律没有规定，可由本机关调整）'
const ORGANISATION = '《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》'

type Row = Omit<PaperRoute, 'route' | 'countersigns' | 'decidedBy' | 'numbered' | 'checks'> & Partial<PaperRoute>

const signed = (row: Row): PaperRoute => ({ route: 'signed', checks: ['legislationChief'], countersigns: [], decidedBy: null, numbered: false, ...row })
/** Decided and signed in the house of those who draft it. */
const inOwnHouse = (row: Omit<Row, 'signs'> & { signs?: readonly ProcedureRole[] }): PaperRoute => signed({ checks: [], ...row, signs: row.signs ?? row.drafts })

const office = ['legislationOfficer'] as const
const proposers = ['proposerClerk', 'committeeMember', 'legislationOfficer'] as const

export const legislationPaperRoutes: readonly PaperRoute[] = [
  signed({ kind: 'researchPlan', label: '立法调研方案', drafts: ['legislationOfficer', 'committeeMember', 'drafter'], signs: ['legislationChief', 'councilMember'], basis: PRACTICE }),
  signed({ kind: 'researchReport', label: '立法调研报告', drafts: ['legislationOfficer', 'committeeMember', 'drafter'], signs: ['legislationChief', 'councilMember'], basis: PRACTICE }),
  inOwnHouse({ kind: 'bill', label: '提请审议的议案', drafts: proposers, decidedBy: '提案机关', numbered: true, basis: `${ORGANISATION}第五十二条；${model('五十八')}` }),
  inOwnHouse({ kind: 'explanatoryNote', label: '草案的说明', drafts: [...proposers, 'drafter'], signs: proposers, basis: `${model('五十八')}；${law('八十九')}` }),
  inOwnHouse({ kind: 'committeeDeliberationOpinion', label: '专门委员会审议意见', drafts: ['committeeMember', 'legislationOfficer'], signs: ['committeeMember'], decidedBy: '委员会会议', basis: model('三十六') }),
  signed({ kind: 'consultationNotice', label: '公开征求意见的公告', drafts: office, signs: ['legislationChief', 'issuer'], basis: model('四十') }),
  signed({ kind: 'hearingNotice', label: '立法听证公告', drafts: office, signs: ['legislationChief', 'issuer'], basis: model('三十九') }),
  signed({ kind: 'revisionReport', label: '修改情况的汇报', drafts: office, signs: ['committeeMember'], decidedBy: '法制委员会会议', basis: `${model('三十二')}；${model('三十六')}` }),
  signed({ kind: 'deliberationResultReport', label: '审议结果的报告', drafts: office, signs: ['committeeMember'], decidedBy: '法制委员会会议', basis: `${model('三十二')}；${law('八十九')}` }),
  signed({ kind: 'votingTextNote', label: '修改情况说明', drafts: office, signs: ['committeeMember'], decidedBy: '法制委员会会议', basis: model('四十四') }),
  { kind: 'voteResult', label: '表决结果单', route: 'generated', drafts: ['meetingClerk', 'legislationOfficer'], checks: [], countersigns: [], signs: ['meetingClerk', 'legislationOfficer'], decidedBy: null, numbered: false, basis: `${ORGANISATION}第五十一条` },
  signed({ kind: 'adoptionDecision', label: '通过法规的决定', drafts: [...office, 'meetingClerk'], signs: ['issuer', 'councilMember'], decidedBy: '常委会会议', numbered: true, basis: `${ORGANISATION}第五十一条；${model('四十四')}` }),
  signed({ kind: 'approvalRequest', label: '报请批准的报告', drafts: office, signs: ['issuer', 'councilMember'], numbered: true, basis: law('八十一') }),
  signed({ kind: 'announcement', label: '公布法规的公告', drafts: office, signs: ['issuer', 'councilMember'], numbered: true, basis: law('八十八') }),
  signed({ kind: 'deliberationOpinions', label: '会议审议意见整理', drafts: [...office, 'meetingClerk'], signs: ['legislationChief'], basis: model('四十一') }),
  inOwnHouse({ kind: 'bulletin', label: '会议简报', drafts: ['meetingClerk', 'legislationOfficer'], basis: PRACTICE }),
  inOwnHouse({ kind: 'meetingAgenda', label: '会议议程', drafts: ['meetingClerk', 'legislationOfficer'], basis: `${ORGANISATION}第五十四条` }),
  inOwnHouse({ kind: 'meetingNotice', label: '会议通知', drafts: ['meetingClerk', 'legislationOfficer'], signs: ['meetingClerk', 'legislationChief', 'issuer'], numbered: true, basis: PRACTICE }),
  inOwnHouse({ kind: 'attendanceRecord', label: '会议出席情况', drafts: ['meetingClerk', 'legislationOfficer'], basis: `${ORGANISATION}第五十一条` }),
  inOwnHouse({ kind: 'provincialReviewReport', label: '法规审查报告', drafts: ['provinceOfficer'], basis: `${law('八十一')}；外省市条例参考·待确认` }),
  inOwnHouse({ kind: 'approvalDecision', label: '批准法规的决定', drafts: ['provinceOfficer'], decidedBy: '常委会会议', numbered: true, basis: law('八十一') }),
  inOwnHouse({ kind: 'refusalDecision', label: '不予批准的决定', drafts: ['provinceOfficer'], decidedBy: '常委会会议', numbered: true, basis: law('八十一') }),
  signed({ kind: 'planPaper', label: '立法计划', drafts: office, signs: ['issuer', 'councilMember', 'meetingClerk'], decidedBy: '主任会议', numbered: true, basis: model('五十六') }),
  inOwnHouse({ kind: 'lateExplanation', label: '未按期提请审议的书面说明', drafts: proposers, basis: '外省市条例参考·待确认' }),
  signed({ kind: 'shelvingNote', label: '搁置审议的说明', drafts: office, signs: ['councilMember', 'issuer'], decidedBy: '主任会议', basis: model('四十五') }),
  signed({ kind: 'terminationReport', label: '终止审议的报告', drafts: office, signs: ['councilMember', 'issuer'], decidedBy: '主任会议', basis: model('四十五') }),
  signed({ kind: 'handOverLetter', label: '报送公布法规的函', drafts: office, signs: ['issuer', 'legislationChief'], numbered: true, basis: `${law('一百零九')}；外省市条例参考·待确认` }),
  inOwnHouse({ kind: 'nationalFilingReport', label: '地方性法规备案报告', drafts: ['provinceOfficer'], numbered: true, basis: law('一百零九') }),
  signed({ kind: 'supportingRuleNotice', label: '督促制定配套规定的函', drafts: office, signs: ['legislationChief', 'issuer'], numbered: true, basis: law('六十六') }),
]
