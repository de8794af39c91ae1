/** Facts of a filing case and the guards of its procedure. */
import type { Guard, StepFacts } from './procedure.ts'
import { tickedStandards, type Standard } from './review-standard.ts'

export type FilingFacts = StepFacts & {
  actorId: string
  /** organs the actor belongs to */
  actorOrganIds: readonly string[]
  /** the maker and joint makers */
  makerOrganIds: readonly string[]
  /** people who drafted the document */
  documentDrafterIds: readonly string[]
  /** who sent the filing in */
  submittedBy: string | null
  classifiedMarks: number
  /** the addressee is not the one of the filing line */
  wrongLine: boolean
  wrongLineConfirmed: boolean
  /** materials that are missing without a reason */
  missingWithoutReason: number
  /** findings of the formal check that must be dealt with and that the clerk has not settled */
  openFormalFindings: number
  /** committees to which the case was or is being given */
  committeesChosen: number
  /** committees whose opinion is still out */
  committeesOutstanding: number
  standardsTicked: readonly Standard[]
  flags: {
    /** raised, not yet confirmed or withdrawn */
    raised: number
    /** confirmed, put to the maker or answered, without 合宪性 */
    open: number
    /** 合宪性, neither withdrawn nor reported upward */
    constitutionality: number
  }
  /** questions of an inquiry that have no answer yet */
  openQuestions: number
  plan: { dueOn: string | null; inFuture: boolean; lapsed: boolean }
  opinion: {
    issued: boolean
    /** the reply period has run out without an answer */
    replyOverdue: boolean
    /** the maker answered that it will not change the document */
    refused: boolean
  }
  /** the period set with an order to fix has run out */
  fixOverdue: boolean
  /** a corrected text was filed again, or the repeal is recorded */
  refiledOrRepealed: boolean
  /** a report upward was issued, whether or not a step of the case has used it */
  upwardReportIssued: boolean
  makerHeard: boolean
  extension: { requestedBy: string | null; granted: number }
  annulmentGround: string | null
}

export type FilingGuard =
  | 'notClassified' | 'lineConfirmed' | 'materialsOrReason' | 'formalFindingsSettled' | 'actsForMaker' | 'receiverIsNotMaker' | 'notOwnDocument'
  | 'committeeChosen' | 'fourStandardsTicked' | 'noFlagLeft' | 'rawFlagsSettled' | 'flagsEnded' | 'hasConfirmedFlag' | 'constitutionalityReported' | 'questionsAnswered'
  | 'planInFuture' | 'planLapsed' | 'opinionIssued' | 'makerRefusedOrLate' | 'refiledOrRepealed' | 'makerHeard' | 'fixOverdue'
  | 'makerOrReceiver' | 'upwardReportIssued' | 'noExtensionPending' | 'extensionPending' | 'extensionOnce' | 'approverIsNotApplicant' | 'groundNamed' | 'committeesAnswered'

const supervisionLaw = '《中华人民共和国各级人民代表大会常务委员会监督法》'
const REFERENCE = '外省市条例参考'
const recusal = `回避（同一文件的起草、报送和审查不得由同一人办理）；${REFERENCE}`
const review = `《法规、司法解释备案审查工作办法》；${REFERENCE}`

const ofMaker = ({ actorOrganIds, makerOrganIds }: FilingFacts): boolean => actorOrganIds.some((organ) => makerOrganIds.includes(organ))

export const filingGuards: Record<FilingGuard, Guard<FilingFacts>> = {
  notClassified: {
    message: '材料中有涉密标志，不得在这里报送；请按保密规定线下报送。', basis: '《中华人民共和国保守国家秘密法》', holds: ({ classifiedMarks }) => classifiedMarks === 0,
  },
  lineConfirmed: {
    message: '报送对象和规定不一致，请改报提示的机关；确认仍要报送的，请勾选确认。', basis: `${supervisionLaw}第三十九条`,
    holds: ({ wrongLine, wrongLineConfirmed }) => !wrongLine || wrongLineConfirmed,
  },
  materialsOrReason: {
    message: '还缺材料，请上传或者写明缺少的原因。', basis: `《法规规章备案审查条例》第八条（参照）；${REFERENCE}`, holds: ({ missingWithoutReason }) => missingWithoutReason === 0,
  },
  formalFindingsSettled: {
    message: '形式审查还有要处理的问题，请逐项处理或者要求补正。', basis: '《法规、司法解释备案审查工作办法》第十三条', holds: ({ openFormalFindings }) => openFormalFindings === 0,
  },
  actsForMaker: { message: '这不是你所在单位的文件，由制定机关的报备员办理。', basis: recusal, holds: ofMaker },
  makerOrReceiver: {
    message: '由制定机关的报备员办理，或者由接收、审查人员代录。', basis: recusal,
    holds: (facts, roles) => ofMaker(facts) || roles.includes('receptionClerk') || roles.includes('reviewer') || roles.includes('reviewChief'),
  },
  upwardReportIssued: {
    message: '合宪性问题书面报告还没有签发。', basis: `《中华人民共和国宪法》第六十七条；${REFERENCE}`, holds: ({ upwardReportIssued }) => upwardReportIssued,
  },
  receiverIsNotMaker: { message: '你是制定机关的人员，不能由你接收登记，请转给其他人。', basis: recusal, holds: (facts) => !ofMaker(facts) },
  notOwnDocument: {
    message: '这是你所在单位制定，或者你参与起草、报送的文件，应当回避，请转给其他人。', basis: recusal,
    holds: (facts) => !ofMaker(facts) && !facts.documentDrafterIds.includes(facts.actorId) && facts.submittedBy !== facts.actorId,
  },
  committeeChosen: { message: '还没有选分送的委员会，请先选定。', basis: REFERENCE, holds: ({ committeesChosen }) => committeesChosen > 0 },
  fourStandardsTicked: {
    message: '四项标准（合宪性、政治性、合法性、适当性）要逐项勾选，才能作出结论。', basis: '《法规、司法解释备案审查工作办法》第三十六条至第三十九条',
    holds: ({ standardsTicked }) => tickedStandards.every((standard) => standardsTicked.includes(standard)),
  },
  noFlagLeft: {
    message: '还有没处理的标注，不能登记为未发现问题；请先撤回或者处理。', basis: review, holds: ({ flags }) => flags.raised + flags.open + flags.constitutionality === 0,
  },
  rawFlagsSettled: { message: '还有待确认的标注，请先确认或者撤回。', basis: review, holds: ({ flags }) => flags.raised === 0 },
  flagsEnded: { message: '还有没有了结的问题标注，请逐处判断以后再办结。', basis: review, holds: ({ flags }) => flags.open === 0 },
  hasConfirmedFlag: { message: '没有已确认的标注；请先确认问题，合宪性问题不能写进审查意见书。', basis: `${supervisionLaw}第三十九条`, holds: ({ flags }) => flags.open > 0 },
  constitutionalityReported: {
    message: '还有合宪性问题没有书面报告上级，报告以后才能结束。', basis: `《中华人民共和国宪法》第六十七条；${REFERENCE}`, holds: ({ flags }) => flags.constitutionality === 0,
  },
  questionsAnswered: { message: '函询的问题还没有全部答复。', basis: '《法规规章备案审查条例》第十四条（参照）', holds: ({ openQuestions }) => openQuestions === 0 },
  planInFuture: { message: '处理计划的日期应当晚于今天。', basis: REFERENCE, holds: ({ plan }) => plan.dueOn !== null && plan.inFuture },
  planLapsed: { message: '处理计划的日期还没有过，不能恢复审查。', basis: REFERENCE, holds: ({ plan }) => plan.lapsed },
  opinionIssued: { message: '还没有发出审查意见书，不能进入这一步。', basis: `《中华人民共和国立法法》第一百一十二条（参照）；${REFERENCE}`, holds: ({ opinion }) => opinion.issued },
  makerRefusedOrLate: {
    message: '制定机关还在答复期限内，也没有表示不修改，暂不能提出撤销。', basis: `《中华人民共和国立法法》第一百一十二条（参照）；${REFERENCE}`,
    holds: ({ opinion, fixOverdue }) => opinion.refused || opinion.replyOverdue || fixOverdue,
  },
  refiledOrRepealed: { message: '还没有收到修改后的文本或者废止的文件，收到并重新报备后再登记。', basis: `《法规规章备案审查条例》第二十一条（参照）；${REFERENCE}`, holds: (facts) => facts.refiledOrRepealed },
  makerHeard: { message: '还没有记录制定机关到会说明的情况，请先记录。', basis: REFERENCE, holds: (facts) => facts.makerHeard },
  fixOverdue: { message: '限期改正的期限还没有过。', basis: REFERENCE, holds: (facts) => facts.fixOverdue },
  noExtensionPending: { message: '已经有一份延长申请在等批准。', basis: REFERENCE, holds: ({ extension }) => extension.requestedBy === null },
  extensionPending: { message: '没有等待批准的延长申请。', basis: REFERENCE, holds: ({ extension }) => extension.requestedBy !== null },
  extensionOnce: { message: '审查期限只能延长一次。', basis: REFERENCE, holds: ({ extension }) => extension.granted === 0 },
  approverIsNotApplicant: { message: '不能批准自己提出的延长申请。', basis: REFERENCE, holds: ({ extension, actorId }) => extension.requestedBy !== actorId },
  groundNamed: { message: '还没有写明监督法第三十九条的哪一种情形。', basis: `${supervisionLaw}第三十九条`, holds: ({ annulmentGround }) => annulmentGround !== null },
  committeesAnswered: { message: '还有委员会没有提出审查意见；请等答复，或者写明不等的原因。', basis: REFERENCE, holds: ({ committeesOutstanding, fields }) => committeesOutstanding === 0 || fields.includes('notWaitingReason') },
}

/** Facts of a case of which nothing is known yet; callers lay what they know over it. */
export const emptyFilingFacts: FilingFacts = {
  fields: [], issuedPapers: [], actorId: '', actorOrganIds: [], makerOrganIds: [], documentDrafterIds: [], submittedBy: null, classifiedMarks: 0,
  wrongLine: false, wrongLineConfirmed: false, missingWithoutReason: 0, openFormalFindings: 0, committeesChosen: 0, committeesOutstanding: 0,
  standardsTicked: [], flags: { raised: 0, open: 0, constitutionality: 0 }, openQuestions: 0, plan: { dueOn: null, inFuture: false, lapsed: false },
  opinion: { issued: false, replyOverdue: false, refused: false }, fixOverdue: false, refiledOrRepealed: false, upwardReportIssued: false, makerHeard: false,
  extension: { requestedBy: null, granted: 0 }, annulmentGround: null,
}
