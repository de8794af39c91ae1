/**
 * A local regulation from the call for projects to its repeal: states and steps as data.
 *
 * 立法法 fixes approval, publication and filing; its chapter on the national standing committee is the model for the
 * rest (第八十七条), and what other provinces do fills what is left, marked as such. The national filing (报备案) runs
 * beside the states and blocks none: `fileUp` records it. The city follows, the province files (第一百零九条).
 */
import { type ProjectFacts, type ProjectGuard, projectGuards } from './legislation-guards.ts'
import { projectFieldLabels } from './legislation-forms.ts'
import type { LegislationPaperKind } from './legislation-papers.ts'
import { type Procedure, type State, type Transition, transition } from './procedure.ts'
import type { ProcedureRole } from './role.ts'

export const LEGISLATION_PROCEDURE_VERSION = '2026-1'

export const projectStateIds = [
  'proposalCollected', 'projectAppraised', 'planned', 'surveying', 'drafting', 'govReview', 'govExecutive', 'submitted', 'committeePreReview', 'onAgenda', 'firstReading', 'consultation',
  'unifiedReview', 'secondReading', 'thirdReading', 'preVoteEvaluation', 'voteReady', 'clauseVote', 'voting', 'adopted', 'submittedForApproval', 'provincialReview', 'approved', 'approvedWithChange',
  'promulgated', 'inForce', 'postEvaluated', 'amending', 'deferred', 'rejected', 'returnedToProposer', 'shelved', 'extended', 'terminated', 'withdrawn', 'notAdopted', 'refused', 'recalled', 'repealed',
] as const
export type ProjectState = (typeof projectStateIds)[number]

/** Columns of the board, in the order of the work. */
export const projectPhases = ['调研论证', '起草', '政府审查', '一审和征求意见', '统一审议', '再审和表决', '报请批准', '公布施行', '已结束'] as const

const states: readonly State<ProjectState>[] = [
  { id: 'proposalCollected', label: '项目征集', sign: '○', phase: '调研论证' },
  { id: 'projectAppraised', label: '立项论证', sign: '●', phase: '调研论证' },
  { id: 'planned', label: '列入规划、计划', sign: '●', phase: '调研论证' },
  { id: 'surveying', label: '立法调研', sign: '●', phase: '调研论证' },
  { id: 'deferred', label: '暂缓', sign: '◐', phase: '调研论证' },
  { id: 'drafting', label: '起草', sign: '●', phase: '起草' },
  { id: 'govReview', label: '政府审查', sign: '●', phase: '政府审查' },
  { id: 'govExecutive', label: '政府常务会议通过', sign: '●', phase: '政府审查' },
  { id: 'submitted', label: '提请审议', sign: '○', phase: '一审和征求意见' },
  { id: 'returnedToProposer', label: '建议修改后再提', sign: '◐', phase: '一审和征求意见' },
  { id: 'committeePreReview', label: '专门委员会审议', sign: '●', phase: '一审和征求意见' },
  { id: 'onAgenda', label: '列入议程', sign: '○', phase: '一审和征求意见' },
  { id: 'firstReading', label: '一审', sign: '●', phase: '一审和征求意见' },
  { id: 'consultation', label: '公开征求意见', sign: '●', phase: '一审和征求意见' },
  { id: 'unifiedReview', label: '统一审议', sign: '●', phase: '统一审议' },
  { id: 'secondReading', label: '二审', sign: '●', phase: '再审和表决' },
  { id: 'thirdReading', label: '三审', sign: '●', phase: '再审和表决' },
  { id: 'preVoteEvaluation', label: '表决前评估', sign: '●', phase: '再审和表决' },
  { id: 'voteReady', label: '表决稿', sign: '○', phase: '再审和表决' },
  { id: 'clauseVote', label: '重要条款单独表决', sign: '●', phase: '再审和表决' },
  { id: 'voting', label: '表决', sign: '●', phase: '再审和表决' },
  { id: 'shelved', label: '搁置审议、暂不付表决', sign: '◐', phase: '再审和表决' },
  { id: 'extended', label: '延期审议', sign: '◐', phase: '再审和表决' },
  { id: 'notAdopted', label: '未获通过', sign: '!', phase: '再审和表决' },
  { id: 'adopted', label: '通过（待批准）', sign: '✓', phase: '报请批准' },
  { id: 'submittedForApproval', label: '报请批准', sign: '○', phase: '报请批准' },
  { id: 'provincialReview', label: '上级审查', sign: '●', phase: '报请批准' },
  { id: 'refused', label: '不予批准', sign: '!', phase: '报请批准' },
  { id: 'recalled', label: '撤回报请批准', sign: '◐', phase: '报请批准' },
  { id: 'approved', label: '批准', sign: '✓', phase: '报请批准' },
  { id: 'approvedWithChange', label: '附修改意见批准', sign: '✓', phase: '报请批准' },
  { id: 'promulgated', label: '公布', sign: '✓', phase: '公布施行' },
  { id: 'inForce', label: '施行', sign: '✓', phase: '公布施行' },
  { id: 'postEvaluated', label: '立法后评估', sign: '●', phase: '公布施行' },
  { id: 'amending', label: '修改中', sign: '●', phase: '公布施行' },
  { id: 'rejected', label: '不予立项', sign: '◐', phase: '已结束', final: true },
  { id: 'terminated', label: '终止审议', sign: '◐', phase: '已结束', final: true },
  { id: 'withdrawn', label: '撤回', sign: '◐', phase: '已结束', final: true },
  { id: 'repealed', label: '废止', sign: '✓', phase: '已结束', final: true },
]

const law = (article: string): string => `《中华人民共和国立法法》${article}`
const model = (article: string): string => `${law(article)}（参照）`
const REFERENCE = '外省市条例参考·待确认'
const PRACTICE = '机关工作惯例（法律没有规定，可由本机关调整）'

const staff = ['legislationOfficer', 'legislationChief'] as const satisfies readonly ProcedureRole[]
/** 主任会议 decides; its members, or those who keep its records, enter the decision. */
const council = ['councilMember', 'meetingClerk', 'legislationChief'] as const satisfies readonly ProcedureRole[]
const plenary = ['meetingClerk', 'legislationChief'] as const satisfies readonly ProcedureRole[]
const makers = ['proposerClerk', 'drafter'] as const satisfies readonly ProcedureRole[]
const senders = ['legislationChief', 'meetingClerk', 'issuer'] as const satisfies readonly ProcedureRole[]
const province = ['provinceOfficer'] as const satisfies readonly ProcedureRole[]

const step = transition<ProjectState, ProjectGuard, LegislationPaperKind>
type ProjectStep = Transition<ProjectState, ProjectGuard, LegislationPaperKind>

const underDeliberation = ['onAgenda', 'firstReading', 'consultation', 'unifiedReview', 'secondReading', 'thirdReading', 'preVoteEvaluation', 'voteReady', 'clauseVote'] as const

const preparation: readonly ProjectStep[] = [
  step({ key: 'appraise', from: ['proposalCollected'], to: 'projectAppraised', label: '立项论证', actorRoles: staff, guards: ['documentsIn'], basis: `${model('第五十六条')}；${REFERENCE}` }),
  step({ key: 'reject', from: ['proposalCollected', 'projectAppraised', 'deferred'], to: 'rejected', label: '不予立项', actorRoles: council, requires: ['reason', 'councilMeeting'], basis: `${model('第五十六条')}；${REFERENCE}`, dangerous: true }),
  step({ key: 'defer', from: ['projectAppraised', 'planned', 'surveying'], to: 'deferred', label: '暂缓', actorRoles: council, requires: ['reason', 'councilMeeting'], basis: REFERENCE }),
  step({ key: 'resume', from: ['deferred'], to: 'projectAppraised', label: '恢复立项论证', actorRoles: council, requires: ['reason'], basis: REFERENCE }),
  step({ key: 'list', from: ['projectAppraised'], to: 'planned', label: '列入规划、计划', actorRoles: council, guards: ['documentsIn', 'inAdoptedPlan', 'partyConsultedOnList'], basis: model('第五十六条') }),
  step({ key: 'startSurvey', from: ['planned'], to: 'surveying', label: '开始立法调研', actorRoles: [...staff, 'committeeMember', ...makers], guards: ['documentsIn'], yields: 'researchPlan', basis: model('第五十七条') }),
  step({ key: 'finishSurvey', from: ['surveying'], to: 'planned', label: '完成立法调研', actorRoles: [...staff, 'committeeMember', ...makers], guards: ['documentsIn'], yields: 'researchReport', basis: model('第五十七条') }),
  step({ key: 'startDrafting', from: ['planned', 'surveying'], to: 'drafting', label: '开始起草', actorRoles: [...staff, 'committeeMember', ...makers], guards: ['documentsIn'], requires: ['draftingGroup'], basis: model('第五十七条') }),
  step({ key: 'sendForGovReview', from: ['drafting'], to: 'govReview', label: '送政府审查', actorRoles: makers, guards: ['governmentBill', 'documentsIn'], basis: `《规章制定程序条例》第十八条（参照）；${REFERENCE}` }),
  step({ key: 'returnToDrafting', from: ['govReview', 'govExecutive'], to: 'drafting', label: '退回起草单位修改', actorRoles: ['proposerClerk'], requires: ['reason'], basis: `《规章制定程序条例》第二十条（参照）；${REFERENCE}` }),
  step({ key: 'passGovExecutive', from: ['govReview'], to: 'govExecutive', label: '政府常务会议通过', actorRoles: ['proposerClerk'], guards: ['documentsIn'], requires: ['executiveMeeting'], basis: `《规章制定程序条例》第二十七条（参照）；${PRACTICE}` }),
]

const tabling: readonly ProjectStep[] = [
  step({
    key: 'submitBill', from: ['govExecutive', 'drafting'], to: 'submitted', label: '提请审议', actorRoles: ['proposerClerk', 'committeeMember', 'meetingClerk', 'legislationChief'], guards: ['passedExecutive', 'documentsIn'],
    yields: 'bill', basis: `《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》第五十二条；${model('第五十八条')}`,
  }),
  step({ key: 'referToCommittee', from: ['submitted'], to: 'committeePreReview', label: '交专门委员会审议', actorRoles: council, requires: ['councilMeeting', 'committee'], basis: model('第二十九条、第三十条') }),
  step({ key: 'returnToProposer', from: ['submitted', 'committeePreReview'], to: 'returnedToProposer', label: '建议修改后再提', actorRoles: council, requires: ['reason', 'councilMeeting'], basis: model('第二十九条') }),
  step({ key: 'resubmitBill', from: ['returnedToProposer', 'notAdopted'], to: 'submitted', label: '再次提请审议', actorRoles: ['proposerClerk', 'committeeMember', 'meetingClerk', 'legislationChief'], guards: ['documentsIn'], yields: 'bill', basis: model('第二十九条、第六十条') }),
  step({
    key: 'placeOnAgenda', from: ['submitted', 'committeePreReview'], to: 'onAgenda', label: '列入常委会会议议程', actorRoles: council, guards: ['documentsIn'], requires: ['councilMeeting', 'sessionMeeting'],
    basis: model('第二十九条、第三十条'),
  }),
]

const deliberation: readonly ProjectStep[] = [
  step({ key: 'holdFirstReading', from: ['onAgenda'], to: 'firstReading', label: '一审', actorRoles: plenary, guards: ['firstReadingIsNext', 'trackDecided', 'singleReadingGrounded', 'documentsIn', 'inMeeting', 'quorum'], yields: 'deliberationOpinions', basis: model('第三十二条至第三十五条') }),
  step({ key: 'consult', from: ['firstReading'], to: 'consultation', label: '公开征求意见', actorRoles: staff, guards: ['documentsIn'], requires: ['consultationTo'], yields: 'consultationNotice', startsClock: ['legislation.consultation'],
    // thirty days is the least; people have until the day that the announcement names
    clockEnds: { 'legislation.consultation': { field: 'consultationTo', label: '公开征求意见截止', basis: `公告写明的截止日期；${model('第四十条')}` } }, basis: model('第四十条') }),
  // sent by the staff; the committee's own meeting records it again when it has dealt with the draft
  step({
    key: 'unifiedReview', from: ['firstReading', 'consultation', 'secondReading', 'thirdReading', 'onAgenda', 'unifiedReview'], to: 'unifiedReview', label: '送法制委员会统一审议', actorRoles: [...staff, 'meetingClerk', 'committeeMember'], guards: ['readOnce', 'consultedOrReason', 'consultationOver'],
    yields: 'revisionReport', stopsClock: ['legislation.consultation'], basis: model('第三十六条'),
  }),
  step({
    key: 'holdSecondReading', from: ['unifiedReview', 'onAgenda'], to: 'secondReading', label: '二审', actorRoles: plenary, guards: ['secondReadingIsNext', 'unifiedReviewSinceReading', 'documentsIn', 'inMeeting', 'quorum'],
    yields: 'deliberationOpinions', basis: model('第三十二条、第三十六条'),
  }),
  step({
    key: 'holdThirdReading', from: ['unifiedReview', 'secondReading', 'onAgenda'], to: 'thirdReading', label: '三审', actorRoles: plenary, guards: ['thirdReadingIsNext', 'unifiedReviewSinceReading', 'documentsIn', 'inMeeting', 'quorum'],
    yields: 'deliberationOpinions', basis: model('第三十二条、第三十六条'),
  }),
  step({ key: 'evaluateBeforeVote', from: ['unifiedReview', 'secondReading', 'thirdReading'], to: 'preVoteEvaluation', label: '表决前评估', actorRoles: staff, basis: model('第四十二条') }),
  step({
    key: 'prepareVote', from: ['unifiedReview', 'secondReading', 'thirdReading', 'preVoteEvaluation', 'onAgenda'], to: 'voteReady', label: '提出表决稿', actorRoles: council,
    guards: ['trackDecided', 'singleReadingGrounded', 'readingsHeld', 'unifiedReviewed', 'documentsIn'], requires: ['councilMeeting'], yields: 'votingTextNote', basis: model('第三十三条、第四十四条'),
  }),
  step({ key: 'voteClause', from: ['voteReady'], to: 'clauseVote', label: '重要条款单独表决', actorRoles: council, guards: ['documentsIn'], requires: ['councilMeeting', 'clauses'], basis: model('第四十四条') }),
  step({
    key: 'openVote', from: ['voteReady', 'clauseVote'], to: 'voting', label: '付表决', actorRoles: plenary,
    guards: ['unifiedReviewed', 'readingsHeld', 'singleReadingGrounded', 'partyConsultedOnVote', 'inMeeting', 'quorum', 'amendmentsVoted', 'clausesVoted'], basis: model('第三十三条、第四十四条'),
  }),
  step({ key: 'adopt', from: ['voting'], to: 'adopted', label: '登记表决通过', actorRoles: plenary, guards: ['voteClosed', 'voteQuorum', 'majorityOfAll', 'documentsIn'], yields: 'voteResult', basis: '《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》第五十一条', dangerous: true }),
  step({ key: 'fail', from: ['voting'], to: 'notAdopted', label: '登记未获通过', actorRoles: plenary, guards: ['voteClosed', 'noMajority'], yields: 'voteResult', basis: '《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》第五十一条', dangerous: true }),
  step({
    key: 'shelve', from: ['firstReading', 'consultation', 'unifiedReview', 'secondReading', 'thirdReading', 'preVoteEvaluation', 'voteReady', 'clauseVote'], to: 'shelved', label: '搁置审议、暂不付表决', actorRoles: council, guards: ['documentsIn'],
    requires: ['reason', 'councilMeeting'], yields: 'shelvingNote', stopsClock: ['legislation.consultation'], startsClock: ['legislation.shelving'], basis: model('第四十四条、第四十五条'),
  }),
  step({ key: 'relist', from: ['shelved', 'extended'], to: 'onAgenda', label: '再次列入议程', actorRoles: council, requires: ['councilMeeting', 'sessionMeeting'], stopsClock: ['legislation.shelving'], basis: model('第四十五条') }),
  step({
    key: 'extendShelving', from: ['shelved'], to: 'extended', label: '延期审议', actorRoles: council, guards: ['shelvedTwoYears', 'extensionAhead'], requires: ['reason', 'councilMeeting', 'extendedUntil'], stopsClock: ['legislation.shelving'], startsClock: ['legislation.shelving'],
    clockEnds: { 'legislation.shelving': { field: 'extendedUntil', label: '延期审议到期', basis: `主任会议决定；${model('第四十五条')}` } }, basis: model('第四十五条'),
  }),
  step({
    key: 'terminate', from: ['shelved', 'extended'], to: 'terminated', label: '终止审议', actorRoles: council, guards: ['shelvedTwoYears', 'documentsIn'], requires: ['reason', 'councilMeeting', 'reportedAt'], yields: 'terminationReport',
    stopsClock: ['legislation.shelving'], basis: model('第四十五条'), dangerous: true,
  }),
  step({
    key: 'withdraw', from: ['submitted', 'committeePreReview', 'returnedToProposer', ...underDeliberation, 'shelved', 'extended'], to: 'withdrawn', label: '撤回', actorRoles: ['proposerClerk', 'meetingClerk', 'legislationChief'],
    guards: ['withdrawalConsented', 'documentsIn'], requires: ['reason'], stopsClock: ['legislation.consultation', 'legislation.shelving'], basis: model('第四十三条、第五十九条'), dangerous: true,
  }),
]

const approval: readonly ProjectStep[] = [
  step({ key: 'submitForApproval', from: ['adopted', 'recalled'], to: 'submittedForApproval', label: '报请批准', actorRoles: senders, guards: ['documentsIn'], yields: 'approvalRequest', basis: `${law('第八十一条')}；${REFERENCE}` }),
  step({ key: 'receiveForApproval', from: ['submittedForApproval'], to: 'provincialReview', label: '接收报请批准的材料', actorRoles: province, startsClock: ['legislation.approval'], basis: law('第八十一条') }),
  step({ key: 'approve', from: ['provincialReview'], to: 'approved', label: '登记批准', actorRoles: province, guards: ['documentsIn'], requires: ['decisionMeeting', 'decisionOn'], yields: 'approvalDecision', stopsClock: ['legislation.approval'], basis: law('第八十一条'), dangerous: true }),
  step({
    key: 'approveWithChange', from: ['provincialReview'], to: 'approvedWithChange', label: '登记附修改意见批准', actorRoles: province, guards: ['provinceAmends', 'documentsIn'], requires: ['decisionMeeting', 'decisionOn'],
    yields: 'approvalDecision', stopsClock: ['legislation.approval'], basis: `${law('第八十一条')}；${REFERENCE}`, dangerous: true,
  }),
  step({ key: 'refuse', from: ['provincialReview'], to: 'refused', label: '登记不予批准', actorRoles: province, guards: ['documentsIn'], requires: ['decisionMeeting', 'decisionOn', 'reason'], yields: 'refusalDecision', stopsClock: ['legislation.approval'], basis: `${law('第八十一条')}；${REFERENCE}`, dangerous: true }),
  step({ key: 'recall', from: ['submittedForApproval', 'provincialReview'], to: 'recalled', label: '撤回报请批准', actorRoles: senders, guards: ['recallConsented', 'documentsIn'], requires: ['reason'], stopsClock: ['legislation.approval'], basis: REFERENCE }),
  step({ key: 'reworkAfterApproval', from: ['approvedWithChange'], to: 'unifiedReview', label: '按批准意见修改，再行审议', actorRoles: council, requires: ['reason', 'councilMeeting'], basis: REFERENCE }),
  step({ key: 'redraftAfterRefusal', from: ['refused', 'recalled'], to: 'drafting', label: '重新起草', actorRoles: council, requires: ['reason', 'councilMeeting'], basis: REFERENCE }),
  step({
    key: 'promulgate', from: ['approved', 'approvedWithChange'], to: 'promulgated', label: '公布', actorRoles: senders, guards: ['documentsIn'], requires: ['gazetteIssue', 'effectiveOn'], yields: 'announcement',
    startsClock: ['legislation.handOver', 'legislation.nationalFiling'], basis: `${law('第八十一条、第八十八条、第八十九条')}：批准以后才能公布`, dangerous: true,
  }),
]

const afterlife: readonly ProjectStep[] = [
  step({ key: 'handOver', from: ['promulgated', 'inForce'], to: null, label: '报上级人大常委会转报备案', actorRoles: [...staff, 'meetingClerk'], requires: ['handedOverOn'], yields: 'handOverLetter', stopsClock: ['legislation.handOver'], basis: `${law('第一百零九条')}；${REFERENCE}` }),
  step({ key: 'fileUp', from: ['promulgated', 'inForce'], to: null, label: '登记报全国人大常委会和国务院备案', actorRoles: province, guards: ['documentsIn'], requires: ['filedOn'], yields: 'nationalFilingReport', stopsClock: ['legislation.nationalFiling'], basis: `${law('第一百零九条')}：公布以后才能报备案` }),
  step({ key: 'takeEffect', from: ['promulgated'], to: 'inForce', label: '开始施行', actorRoles: ['system', ...staff], guards: ['effectiveDayReached'], basis: law('第六十一条') }),
  step({ key: 'recordSupportingRule', from: ['promulgated', 'inForce', 'postEvaluated', 'amending'], to: null, label: '登记配套规定', actorRoles: staff, guards: ['documentsIn'], requires: ['supportingRule', 'issuedOn'], basis: law('第六十六条') }),
  step({
    key: 'correctPublished', from: ['promulgated', 'inForce', 'postEvaluated', 'amending'], to: null, label: '登记更正', actorRoles: senders, guards: ['documentsIn'], requires: ['correctedArticle', 'wordsBefore', 'wordsAfter', 'reason', 'approvedBy'],
    basis: `${law('第八十九条')}：在常务委员会公报上刊登的文本为标准文本；${PRACTICE}`, dangerous: true,
  }),
  step({ key: 'evaluate', from: ['inForce', 'amending'], to: 'postEvaluated', label: '立法后评估', actorRoles: [...staff, 'committeeMember'], guards: ['documentsIn'], requires: ['conclusion'], basis: model('第六十七条') }),
  step({ key: 'keepInForce', from: ['postEvaluated', 'amending'], to: 'inForce', label: '继续施行', actorRoles: staff, requires: ['reason'], basis: model('第六十七条') }),
  step({ key: 'startAmending', from: ['inForce', 'postEvaluated'], to: 'amending', label: '启动修改', actorRoles: council, requires: ['reason', 'councilMeeting'], basis: law('第六十三条') }),
  step({ key: 'repeal', from: ['inForce', 'postEvaluated', 'amending'], to: 'repealed', label: '登记废止', actorRoles: plenary, guards: ['documentsIn'], requires: ['repealedOn'], basis: law('第六十三条'), dangerous: true }),
]

const beforeAdoption = projectStateIds.filter((id) => [
  'proposalCollected', 'projectAppraised', 'planned', 'surveying', 'drafting', 'govReview', 'govExecutive', 'submitted', 'committeePreReview', 'returnedToProposer', ...underDeliberation, 'shelved', 'extended', 'deferred',
].includes(id))

const records: readonly ProjectStep[] = [
  step({ key: 'joinEarly', from: ['planned', 'surveying', 'drafting', 'govReview', 'govExecutive'], to: null, label: '记录提前介入', actorRoles: [...staff, 'committeeMember'], requires: ['participants', 'work'], basis: model('第五十七条') }),
  step({ key: 'recordResearch', from: beforeAdoption, to: null, label: '记录调研', actorRoles: [...staff, 'committeeMember', ...makers], requires: ['finding'], basis: model('第五十七条') }),
  step({ key: 'recordTask', from: beforeAdoption, to: null, label: '登记上级交办', actorRoles: staff, requires: ['task', 'fromOrgan'], basis: PRACTICE }),
  step({ key: 'decideTrack', from: ['submitted', 'committeePreReview', ...underDeliberation], to: null, label: '记录审次决定', actorRoles: council, requires: ['readingTrack', 'councilMeeting'], guards: ['singleReadingGrounded'], basis: model('第三十二条、第三十三条') }),
  step({ key: 'partyConsult', from: beforeAdoption, to: null, label: '记录报请党委', actorRoles: [...staff, 'meetingClerk'], guards: ['documentsIn'], requires: ['partyMatter', 'partyReply', 'partyRepliedOn'], basis: '党委领导立法工作的制度（可在项目里取消）' }),
  step({
    key: 'explainDelay', from: [...beforeAdoption], to: null, label: '提交未按期提请的书面说明', actorRoles: ['proposerClerk', 'legislationOfficer', 'legislationChief', 'committeeMember'], guards: ['documentsIn'], requires: ['explanation'],
    yields: 'lateExplanation', basis: REFERENCE,
  }),
  step({ key: 'requestProvinceView', from: ['drafting', 'govReview', 'govExecutive', 'submitted', 'committeePreReview', ...underDeliberation], to: null, label: '征求上级法制工作机构意见', actorRoles: staff, requires: ['askedOn'], basis: REFERENCE }),
  step({
    key: 'recordProvinceView', from: ['drafting', 'govReview', 'govExecutive', 'submitted', 'committeePreReview', ...underDeliberation], to: null, label: '登记上级法制工作机构意见', actorRoles: [...staff, 'provinceOfficer'],
    guards: ['documentsIn'], requires: ['view'], basis: REFERENCE,
  }),
]

export const legislationProcedure: Procedure<ProjectState, ProjectGuard, ProjectFacts, LegislationPaperKind> = {
  key: 'legislation',
  version: LEGISLATION_PROCEDURE_VERSION,
  label: '立法项目',
  start: 'proposalCollected',
  states,
  transitions: [...preparation, ...tabling, ...deliberation, ...approval, ...afterlife, ...records],
  guards: projectGuards,
  fieldLabels: projectFieldLabels,
  // papers are asked for as documents: one that was issued elsewhere may be given as a file
  signedPapers: {},
}

/** States in which the text of the draft may be edited; after the vote it is open again only where the procedure sends it back. */
const textOpen: ReadonlySet<string> = new Set([...beforeAdoption, 'notAdopted'].filter((id) => id !== 'voting'))

/** States in which another text than the voted one may be the regulation. */
const afterApproval: ReadonlySet<string> = new Set(['approved', 'approvedWithChange', 'promulgated', 'inForce', 'postEvaluated', 'amending', 'repealed'])

export type TextAnswer = { ok: true } | { ok: false; rule: 'textAdopted' | 'textInVote' | 'projectEnded'; message: string; basis: string }

/**
 * Whether the text of the draft may be edited in this state. A voted text is corrected by a recorded act only; while it is
 * voted on, amendments to it are voted first.
 */
export function mayEditText(state: string): TextAnswer {
  if (textOpen.has(state)) return { ok: true }
  const basis = `${model('第四十四条')}；${REFERENCE}`
  if (state === 'voting') return { ok: false, rule: 'textInVote', message: '草案正在付表决，文本不能再改；修正案另行表决，通过的再写进文本。', basis }
  const ended = ['rejected', 'withdrawn', 'terminated'].includes(state) ? states.find(({ id }) => id === state) : undefined
  if (ended !== undefined) return { ok: false, rule: 'projectEnded', message: `项目已经结束（${ended.label}），草案文本不能再改。`, basis: PRACTICE }
  const approved = afterApproval.has(state) ? '这里是表决通过的文本，批准的文本在“各稿”的批准稿里。' : ''
  return { ok: false, rule: 'textAdopted', message: `文本已经通过，不能再改。${approved}公布以后发现文字同公报刊登的标准文本不一致的，凭更正公告“登记更正”，原来的文本仍然保留。`, basis }
}

/** Reasons for which one act on a project is done on another page. */
export type StepPlace = 'project' | 'meeting' | 'approval'

const atMeeting: readonly string[] = ['holdFirstReading', 'holdSecondReading', 'holdThirdReading', 'openVote', 'adopt', 'fail']

/** Where a step is done: on the project's page as a form, in the meeting that takes it, or with the package of the approval. */
export const stepPlace = (key: string): StepPlace => {
  if (atMeeting.includes(key)) return 'meeting'
  return [...approval.filter((row) => row.key !== 'reworkAfterApproval' && row.key !== 'redraftAfterRefusal'), ...afterlife.slice(0, 2)].some((row) => row.key === key) ? 'approval' : 'project'
}

/** How a step that takes the draft off the agendas is told: on the item, to those invited, and for tasks that end with it (null: they go on). */
export type AgendaLeft = { item: string; told: string; ended: string | null }

/**
 * Steps after which the draft is no longer taken in the meetings that have it on their agenda. What was returned or
 * suspended comes back by a new decision (立法法 29, 43 to 45 by analogy).
 */
export const leavesAgenda: Readonly<Partial<Record<string, AgendaLeft>>> = {
  withdraw: { item: '提案人撤回', told: '已撤回，不再审议', ended: '已撤回' },
  shelve: { item: '搁置审议', told: '搁置审议，暂不付表决', ended: null },
  terminate: { item: '终止审议', told: '终止审议', ended: '已终止审议' },
  returnToProposer: { item: '退回提案人', told: '退回提案人，修改以后再提', ended: null },
}

/** Steps beside the way forward: they are offered, and never the one that a page puts first. */
const aside: readonly string[] = [
  'reject', 'defer', 'returnToDrafting', 'returnToProposer', 'evaluateBeforeVote', 'voteClause', 'fail', 'shelve', 'extendShelving', 'terminate', 'withdraw', 'refuse', 'approveWithChange', 'recall', 'reworkAfterApproval', 'redraftAfterRefusal', 'startAmending', 'repeal', 'evaluate',
]

/** Whether a step carries the project forward: not a record, not a way out. */
export const leadsForward = (step: { key: string; to: string | null }): boolean => step.to !== null && !aside.includes(step.key)

/** What nothing leads forward from, and the step with which the work is taken up again. */
export const takenUpBy: Readonly<Partial<Record<ProjectState, string>>> = { refused: 'redraftAfterRefusal' }
