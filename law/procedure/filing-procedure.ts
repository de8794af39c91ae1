/**
 * Filing and review of a normative document, from the draft of a filing to the archive.
 *
 * States and steps are those of practice under 监督法 art 39 and 立法法 arts 111-113; what the province has
 * not been read to fix is marked as taken from other provinces. Clocks are keys of `law/deadline`.
 */
import { type FilingFacts, type FilingGuard, filingGuards } from './filing-guards.ts'
import { type PaperKind, signedPaperLabels } from './paper-procedure.ts'
import { type Procedure, type State, type Transition, transition } from './procedure.ts'

export const PROCEDURE_VERSION = '2026-1'

export const filingStateIds = [
  'draft', 'submitted', 'receiving', 'pendingCorrection', 'overdueCorrection', 'returnedOutOfScope', 'registered', 'distributed', 'underReview',
  'questioning', 'concern', 'negotiating', 'suspended', 'opinionIssued', 'resolved', 'annulmentProposed', 'orderedToFix', 'annulled',
  'rejectedByCommittee', 'noProblem', 'reminder', 'reportedUpward', 'closed',
] as const
export type FilingState = (typeof filingStateIds)[number]

export const filingPhases = ['报备', '接收', '登记', '审查', '处理', '办结'] as const

const states: readonly State<FilingState>[] = [
  { id: 'draft', label: '未报送', sign: '○', phase: '报备' },
  { id: 'submitted', label: '已报送', sign: '○', phase: '接收' },
  { id: 'receiving', label: '接收中', sign: '●', phase: '接收' },
  { id: 'pendingCorrection', label: '待补正', sign: '◐', phase: '接收' },
  { id: 'overdueCorrection', label: '补正逾期', sign: '!', phase: '接收' },
  { id: 'returnedOutOfScope', label: '已退回', sign: '✓', phase: '办结' },
  { id: 'registered', label: '待分送', sign: '○', phase: '登记' },
  { id: 'distributed', label: '已分送', sign: '●', phase: '登记' },
  { id: 'underReview', label: '审查中', sign: '●', phase: '审查' },
  { id: 'questioning', label: '待答复', sign: '○', phase: '审查' },
  { id: 'concern', label: '认为有问题', sign: '!', phase: '处理' },
  { id: 'negotiating', label: '沟通中', sign: '●', phase: '处理' },
  { id: 'suspended', label: '已中止', sign: '◐', phase: '处理' },
  { id: 'opinionIssued', label: '待反馈意见', sign: '○', phase: '处理' },
  { id: 'annulmentProposed', label: '已提出撤销', sign: '!', phase: '处理' },
  { id: 'orderedToFix', label: '限期改正', sign: '!', phase: '处理' },
  { id: 'resolved', label: '已修改、废止', sign: '✓', phase: '办结' },
  { id: 'annulled', label: '已撤销', sign: '✓', phase: '办结' },
  { id: 'rejectedByCommittee', label: '撤销议案未通过', sign: '✓', phase: '办结' },
  { id: 'noProblem', label: '未发现问题', sign: '✓', phase: '办结' },
  { id: 'reminder', label: '已函告提醒', sign: '✓', phase: '办结' },
  { id: 'reportedUpward', label: '已书面报告上级', sign: '✓', phase: '办结' },
  { id: 'closed', label: '办结', sign: '✓', phase: '办结', final: true },
]

const supervision39 = '《中华人民共和国各级人民代表大会常务委员会监督法》第三十九条'
const legislation = (article: string, how = '（参照）'): string => `《中华人民共和国立法法》${article}${how}`
const order789 = (article: string): string => `《法规规章备案审查条例》${article}（参照）`
const workMethod = (article = ''): string => `《法规、司法解释备案审查工作办法》${article}`
const REFERENCE = '外省市条例参考·待确认'
const REVIEW_CLOCKS = ['proactiveReview', 'proactiveReview.extension', 'committeeOpinion', 'committeeOpinion.extension'] as const
const REPLY_CLOCKS = ['makerReply', 'makerReply.twoMonths', 'makerCorrection'] as const

const step = transition<FilingState, FilingGuard, PaperKind>

const intake: readonly Transition<FilingState, FilingGuard, PaperKind>[] = [
  step({
    key: 'submit', from: ['draft'], to: 'submitted', label: '提交报备', actorRoles: ['filingClerk'], guards: ['actsForMaker', 'notClassified', 'lineConfirmed', 'materialsOrReason'],
    requires: ['title', 'documentNumber', 'publishedOn', 'contact'], yields: 'filingReport', stopsClock: ['filing.rule', 'filing.other', 'filing.late'], startsClock: ['formalCheck'],
    basis: `${legislation('第一百零九条', '')}；${supervision39}`,
  }),
  step({
    key: 'enterPaper', from: ['draft'], to: 'receiving', label: '代录纸质报备', actorRoles: ['receptionClerk'], guards: ['receiverIsNotMaker', 'notClassified'],
    requires: ['title', 'documentNumber', 'receivedOn'], stopsClock: ['filing.rule', 'filing.other', 'filing.late'], startsClock: ['formalCheck'], basis: REFERENCE,
  }),
  step({ key: 'receive', from: ['submitted'], to: 'receiving', label: '接收', actorRoles: ['receptionClerk'], guards: ['receiverIsNotMaker'], basis: workMethod('第十三条') }),
  step({
    key: 'register', from: ['receiving'], to: 'registered', label: '接收登记', actorRoles: ['receptionClerk'], guards: ['receiverIsNotMaker', 'formalFindingsSettled'],
    yields: 'receipt', stopsClock: ['formalCheck'], startsClock: ['distribute', 'proactiveReview'], basis: `${workMethod('第十三条')}；${REFERENCE}`,
  }),
  step({
    key: 'requestCorrection', from: ['receiving'], to: 'pendingCorrection', label: '退回补正', actorRoles: ['receptionClerk'], guards: ['receiverIsNotMaker'],
    requires: ['correctionItems'], yields: 'correctionNotice', startsClock: ['correction'], suspendsClock: ['formalCheck'], pause: 'correction', basis: order789('第九条'),
  }),
  step({
    key: 'resubmitCorrection', from: ['pendingCorrection', 'overdueCorrection'], to: 'receiving', label: '提交补正', actorRoles: ['filingClerk', 'receptionClerk'],
    guards: ['makerOrReceiver', 'notClassified'], stopsClock: ['correction'], restartsClock: ['formalCheck'], pause: 'correction', basis: order789('第九条'),
  }),
  step({ key: 'overdue', from: ['pendingCorrection'], to: 'overdueCorrection', label: '补正逾期', actorRoles: ['system', 'receptionClerk'], stopsClock: ['correction'], startsClock: ['filing.late'], basis: order789('第九条、第二十三条') }),
  step({ key: 'circulate', from: ['overdueCorrection'], to: null, label: '通报', actorRoles: ['issuer', 'councilMember'], yields: 'circularNotice', basis: `${order789('第二十三条')}；${REFERENCE}` }),
  step({
    key: 'returnOutOfScope', from: ['receiving', 'overdueCorrection'], to: 'returnedOutOfScope', label: '不属于备案范围，退回', actorRoles: ['receptionClerk'],
    guards: ['receiverIsNotMaker'], requires: ['reason'], yields: 'returnNotice', stopsClock: ['formalCheck', 'filing.late'], basis: order789('第九条'), dangerous: true,
  }),
]

const review: readonly Transition<FilingState, FilingGuard, PaperKind>[] = [
  step({
    key: 'distribute', from: ['registered'], to: 'distributed', label: '分送', actorRoles: ['reviewChief', 'reviewer', 'receptionClerk'], guards: ['notOwnDocument', 'committeeChosen'],
    requires: ['reviewer'], yields: 'distributionLetter', stopsClock: ['distribute'], startsClock: ['committeeOpinion'], basis: `${legislation('第一百一十一条')}；${REFERENCE}`,
  }),
  step({
    key: 'distributeFurther', from: ['distributed', 'underReview', 'questioning'], to: null, label: '增加分送', actorRoles: ['reviewChief', 'reviewer'],
    guards: ['notOwnDocument', 'committeeChosen'], yields: 'distributionLetter', startsClock: ['committeeOpinion'], basis: REFERENCE,
  }),
  step({ key: 'assign', from: ['registered', 'distributed', 'underReview', 'questioning', 'concern', 'negotiating', 'suspended', 'opinionIssued'], to: null, label: '指定承办人', actorRoles: ['reviewChief'], requires: ['reviewer'], basis: workMethod() }),
  step({
    key: 'startReview', from: ['registered', 'distributed'], to: 'underReview', label: '开始审查', actorRoles: ['reviewer', 'reviewChief'], guards: ['notOwnDocument'],
    // a document that no committee has to see is taken up at once
    requires: ['reviewer'], stopsClock: ['distribute'], basis: legislation('第一百一十一条'),
  }),
  step({
    key: 'giveCommitteeOpinion', from: ['distributed', 'underReview', 'questioning', 'concern'], to: null, label: '提出审查意见', actorRoles: ['committeeMember'],
    guards: ['notOwnDocument'], requires: ['committeeOpinion'], yields: 'committeeOpinion', stopsClock: ['committeeOpinion', 'committeeOpinion.extension'], basis: `${legislation('第一百一十一条')}；${REFERENCE}`,
  }),
  step({
    key: 'extendCommitteeOpinion', from: ['distributed', 'underReview', 'questioning'], to: null, label: '延长委员会审查期限', actorRoles: ['reviewChief'], guards: ['notOwnDocument'], requires: ['reason'],
    stopsClock: ['committeeOpinion'], startsClock: ['committeeOpinion.extension'], basis: REFERENCE,
  }),
  step({
    key: 'contact', from: ['distributed', 'underReview', 'questioning', 'concern', 'negotiating', 'suspended', 'opinionIssued', 'orderedToFix'], to: null, label: '登记沟通情况',
    actorRoles: ['reviewer', 'reviewChief', 'committeeMember'], guards: ['notOwnDocument'], requires: ['contactRecord'], basis: order789('第十四条、第十五条'),
  }),
  step({
    key: 'inquire', from: ['underReview', 'concern'], to: 'questioning', label: '发出函询', actorRoles: ['reviewChief', 'issuer', 'reviewer'], guards: ['notOwnDocument'], requires: ['questions'],
    yields: 'inquiryLetter', startsClock: ['inquiryReply'], suspendsClock: ['proactiveReview', 'proactiveReview.extension'], pause: 'inquiry', basis: order789('第十四条'),
  }),
  step({
    key: 'answerInquiry', from: ['questioning'], to: 'underReview', label: '答复函询', actorRoles: ['filingClerk', 'receptionClerk'], guards: ['makerOrReceiver', 'questionsAnswered'], requires: ['answer'],
    yields: 'makerReply', stopsClock: ['inquiryReply'], restartsClock: ['proactiveReview', 'proactiveReview.extension'], pause: 'inquiry', basis: order789('第十四条'),
  }),
  step({
    key: 'endInquiry', from: ['questioning'], to: 'underReview', label: '没有答复，继续审查', actorRoles: ['reviewer', 'reviewChief'], guards: ['notOwnDocument'], requires: ['reason'],
    stopsClock: ['inquiryReply'], restartsClock: ['proactiveReview', 'proactiveReview.extension'], pause: 'inquiry', basis: REFERENCE,
  }),
  step({
    key: 'requestExtension', from: ['distributed', 'underReview', 'questioning', 'concern', 'negotiating'], to: null, label: '申请延长', actorRoles: ['reviewer'],
    guards: ['notOwnDocument', 'noExtensionPending', 'extensionOnce'], requires: ['reason'], basis: REFERENCE,
  }),
  step({
    key: 'approveExtension', from: ['distributed', 'underReview', 'questioning', 'concern', 'negotiating'], to: null, label: '批准延长', actorRoles: ['reviewChief', 'councilMember'],
    guards: ['notOwnDocument', 'extensionPending', 'extensionOnce', 'approverIsNotApplicant'], stopsClock: ['proactiveReview'], startsClock: ['proactiveReview.extension'], basis: REFERENCE,
  }),
  step({
    key: 'refuseExtension', from: ['distributed', 'underReview', 'questioning', 'concern', 'negotiating'], to: null, label: '不批准延长', actorRoles: ['reviewChief', 'councilMember'],
    guards: ['notOwnDocument', 'extensionPending', 'approverIsNotApplicant'], requires: ['reason'], basis: REFERENCE,
  }),
  step({
    key: 'noProblem', from: ['underReview'], to: 'noProblem', label: '登记未发现问题', actorRoles: ['reviewer', 'reviewChief'],
    guards: ['notOwnDocument', 'fourStandardsTicked', 'noFlagLeft', 'committeesAnswered'], yields: 'reviewRecord', stopsClock: REVIEW_CLOCKS, basis: `${legislation('第一百一十一条')}；${REFERENCE}`,
  }),
  step({
    key: 'remind', from: ['underReview', 'concern', 'negotiating'], to: 'reminder', label: '发出提醒函', actorRoles: ['reviewChief', 'issuer', 'reviewer'],
    guards: ['notOwnDocument', 'fourStandardsTicked', 'rawFlagsSettled', 'constitutionalityReported'], yields: 'reminderLetter', stopsClock: REVIEW_CLOCKS, basis: REFERENCE,
  }),
  step({
    key: 'reportUpward', from: ['underReview', 'questioning', 'concern', 'negotiating', 'suspended', 'opinionIssued'], to: null, label: '书面报告合宪性问题', actorRoles: ['issuer'],
    guards: ['notOwnDocument'], requires: ['councilMeeting'], yields: 'upwardReport', basis: `《中华人民共和国宪法》第六十七条；${REFERENCE}`, dangerous: true,
  }),
  step({
    key: 'endWithReport', from: ['underReview'], to: 'reportedUpward', label: '没有其他问题，报告后结束审查', actorRoles: ['reviewer', 'reviewChief'],
    guards: ['notOwnDocument', 'fourStandardsTicked', 'upwardReportIssued', 'noFlagLeft', 'committeesAnswered'], yields: 'reviewRecord', stopsClock: REVIEW_CLOCKS,
    basis: `《中华人民共和国宪法》第六十七条；${REFERENCE}`,
  }),
  step({
    key: 'raiseConcern', from: ['underReview', 'questioning'], to: 'concern', label: '认为有问题', actorRoles: ['reviewChief'],
    guards: ['notOwnDocument', 'rawFlagsSettled', 'hasConfirmedFlag'], stopsClock: ['inquiryReply'], restartsClock: ['proactiveReview', 'proactiveReview.extension'], pause: 'inquiry',
    basis: `${supervision39}；${legislation('第一百一十二条')}`,
  }),
  step({ key: 'dropConcern', from: ['concern', 'negotiating'], to: 'underReview', label: '退回继续审查', actorRoles: ['reviewChief'], guards: ['notOwnDocument'], requires: ['reason'], basis: workMethod() }),
]

const handling: readonly Transition<FilingState, FilingGuard, PaperKind>[] = [
  step({ key: 'negotiate', from: ['concern'], to: 'negotiating', label: '与制定机关沟通', actorRoles: ['reviewer', 'reviewChief'], guards: ['notOwnDocument', 'hasConfirmedFlag'], requires: ['contactRecord'], basis: `${legislation('第一百一十二条')}；${REFERENCE}` }),
  step({
    key: 'acceptPlan', from: ['concern', 'negotiating', 'opinionIssued'], to: 'suspended', label: '接受处理计划，中止审查', actorRoles: ['reviewChief'],
    guards: ['notOwnDocument', 'planInFuture'], requires: ['plan', 'planDueOn'], suspendsClock: [...REVIEW_CLOCKS, ...REPLY_CLOCKS], pause: 'suspend', basis: REFERENCE,
  }),
  step({
    key: 'planLapsed', from: ['suspended'], to: 'concern', label: '计划逾期，恢复审查', actorRoles: ['system', 'reviewer', 'reviewChief'], guards: ['planLapsed'],
    restartsClock: [...REVIEW_CLOCKS, ...REPLY_CLOCKS], pause: 'suspend', basis: REFERENCE,
  }),
  step({
    key: 'planFulfilled', from: ['suspended'], to: 'resolved', label: '已按计划修改、废止', actorRoles: ['reviewer', 'reviewChief'], guards: ['notOwnDocument', 'refiledOrRepealed', 'rawFlagsSettled'],
    requires: ['outcome'], stopsClock: [...REVIEW_CLOCKS, ...REPLY_CLOCKS], startsClock: ['makerReport'], basis: `${legislation('第一百一十二条')}；${REFERENCE}`,
  }),
  step({
    key: 'issueOpinion', from: ['concern', 'negotiating'], to: 'opinionIssued', label: '发出审查意见书', actorRoles: ['issuer'], guards: ['notOwnDocument', 'rawFlagsSettled', 'hasConfirmedFlag'],
    requires: ['replyRule', 'councilMeeting'], yields: 'reviewOpinion', stopsClock: REVIEW_CLOCKS, startsClock: ['makerReply', 'makerReply.twoMonths'], clockChosenBy: 'replyRule',
     basis: `${supervision39}；${legislation('第一百一十二条')}`, dangerous: true,
  }),
  step({
    key: 'makerAnswers', from: ['opinionIssued'], to: null, label: '答复审查意见', actorRoles: ['filingClerk', 'receptionClerk'], guards: ['makerOrReceiver'], requires: ['answer'], yields: 'makerReply',
    stopsClock: ['makerReply', 'makerReply.twoMonths'], startsClock: ['makerCorrection'], basis: `${legislation('第一百一十二条')}；${REFERENCE}`,
  }),
  step({
    key: 'haltClause', from: ['concern', 'negotiating', 'suspended', 'opinionIssued', 'annulmentProposed', 'orderedToFix'], to: null, label: '登记停止执行', actorRoles: ['filingClerk', 'reviewer', 'reviewChief'],
    guards: ['makerOrReceiver'], requires: ['haltedProvisions', 'haltedOn'], basis: REFERENCE,
  }),
  step({
    key: 'refile', from: ['negotiating', 'concern', 'suspended', 'opinionIssued', 'orderedToFix', 'annulled', 'resolved', 'closed'], to: null, label: '重新报送修改后的文本', actorRoles: ['filingClerk', 'receptionClerk'],
    guards: ['makerOrReceiver'], requires: ['refiledFiling'], stopsClock: ['makerReport'], basis: `${order789('第二十一条')}；${REFERENCE}`,
  }),
  step({
    key: 'resolve', from: ['concern', 'negotiating', 'opinionIssued', 'orderedToFix'], to: 'resolved', label: '登记已修改、废止', actorRoles: ['reviewer', 'reviewChief'],
    guards: ['notOwnDocument', 'refiledOrRepealed', 'rawFlagsSettled'], requires: ['outcome'], stopsClock: [...REVIEW_CLOCKS, ...REPLY_CLOCKS, 'orderedFix'], startsClock: ['makerReport'],
    basis: `${legislation('第一百一十二条')}；${REFERENCE}`,
  }),
  step({
    key: 'proposeAnnulment', from: ['opinionIssued', 'concern', 'negotiating', 'orderedToFix'], to: 'annulmentProposed', label: '提出撤销议案', actorRoles: ['councilMember'],
    guards: ['notOwnDocument', 'opinionIssued', 'makerRefusedOrLate', 'hasConfirmedFlag', 'groundNamed'], requires: ['councilMeeting', 'annulmentGround'], yields: 'annulmentMotion',
    stopsClock: [...REVIEW_CLOCKS, ...REPLY_CLOCKS, 'orderedFix'], basis: `${supervision39}、第四十条；${legislation('第一百一十二条')}`, dangerous: true,
  }),
  // what is proposed is before the standing committee: its maker is heard there, before it decides
  step({
    key: 'hear', from: ['annulmentProposed', 'orderedToFix'], to: null, label: '登记制定机关到会说明', actorRoles: ['reviewer', 'reviewChief', 'committeeMember'], guards: ['notOwnDocument'],
    requires: ['contactRecord'], basis: REFERENCE,
  }),
  step({
    key: 'annul', from: ['annulmentProposed'], to: 'annulled', label: '登记撤销决定', actorRoles: ['issuer', 'councilMember'], guards: ['notOwnDocument', 'makerHeard'],
    requires: ['committeeMeeting', 'vote'], yields: 'annulmentDecision', startsClock: ['annulmentReport'], basis: supervision39, dangerous: true,
  }),
  step({
    key: 'reportAnnulment', from: ['annulled'], to: null, label: '报告撤销后的处理情况', actorRoles: ['filingClerk', 'receptionClerk'], guards: ['makerOrReceiver'], requires: ['answer'],
    stopsClock: ['annulmentReport'], basis: REFERENCE,
  }),
  step({
    key: 'orderToFix', from: ['annulmentProposed'], to: 'orderedToFix', label: '登记限期改正决定', actorRoles: ['issuer', 'councilMember'], guards: ['notOwnDocument', 'makerHeard'],
    requires: ['committeeMeeting', 'vote', 'fixDueOn'], yields: 'orderToFix', startsClock: ['orderedFix'], basis: `${supervision39}；${REFERENCE}`,
  }),
  step({
    key: 'annulAfterOrder', from: ['orderedToFix'], to: 'annulled', label: '逾期未改，登记撤销决定', actorRoles: ['issuer', 'councilMember'], guards: ['notOwnDocument', 'fixOverdue', 'makerHeard'],
    requires: ['committeeMeeting', 'vote'], yields: 'annulmentDecision', stopsClock: ['orderedFix'], startsClock: ['annulmentReport'], basis: supervision39, dangerous: true,
  }),
  step({
    key: 'rejectMotion', from: ['annulmentProposed'], to: 'rejectedByCommittee', label: '登记议案未通过', actorRoles: ['issuer', 'councilMember'], guards: ['notOwnDocument'],
    requires: ['committeeMeeting', 'vote'], basis: supervision39,
  }),
  step({
    key: 'close', from: ['returnedOutOfScope', 'resolved', 'annulled', 'rejectedByCommittee', 'noProblem', 'reminder', 'reportedUpward'], to: 'closed', label: '办结归档',
    actorRoles: ['archivist', 'reviewer', 'reviewChief'], guards: ['constitutionalityReported', 'rawFlagsSettled', 'flagsEnded'], yields: 'closingRecord',
    stopsClock: ['makerReport', 'annulmentReport'], basis: REFERENCE,
  }),
]

export const filingProcedure: Procedure<FilingState, FilingGuard, FilingFacts, PaperKind> = {
  key: 'filing',
  version: PROCEDURE_VERSION,
  label: '备案审查',
  start: 'draft',
  states,
  transitions: [...intake, ...review, ...handling],
  guards: filingGuards,
  fieldLabels: {
    title: '文件名称', documentNumber: '发文字号', publishedOn: '公布日期', receivedOn: '收到日期', contact: '联系人和电话', reason: '原因', correctionItems: '补正事项', reviewer: '承办人',
    committeeOpinion: '审查意见', notWaitingReason: '不等委员会意见的原因', contactRecord: '沟通记录', questions: '函询问题', answer: '答复内容', plan: '处理计划', planDueOn: '计划完成日期',
    outcome: '处理结果（修改或者废止）', replyRule: '反馈期限', councilMeeting: '主任会议日期和次数', haltedProvisions: '停止执行的条文', haltedOn: '停止执行日期',
    refiledFiling: '重新报送的文件', annulmentGround: '撤销情形', committeeMeeting: '常委会会议名称和日期', vote: '表决结果', fixDueOn: '改正期限',
  },
  signedPapers: signedPaperLabels,
}

/** States that conclude a case, as statistics and the closing record name them. */
export const conclusions: Readonly<Partial<Record<FilingState, string>>> = {
  returnedOutOfScope: '不属于备案范围', noProblem: '未发现问题', reminder: '函告提醒', reportedUpward: '合宪性问题已书面报告上级', resolved: '制定机关修改、废止', annulled: '撤销', rejectedByCommittee: '撤销议案未通过',
}
