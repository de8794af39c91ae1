/**
 * The documents of a legislative project: their kinds, and what each step asks for.
 *
 * A kind is there when a file of it was given, a paper of it was issued, or the draft was fixed as that text.
 * What a step asks for follows 立法法 (58 for the bill, 89 for the publication) and the practice of other provinces.
 */
import type { ProjectFacts } from './legislation-guards.ts'

/** `file`: comes as a file; `paper`: drafted and issued here, or a file of it; `text`: the draft fixed as of that day. */
export type DocumentMade = 'file' | 'paper' | 'text'

const kind = <const K extends string>(key: K, label: string, made: DocumentMade): { kind: K; label: string; made: DocumentMade } => ({ kind: key, label, made })

export const legislationDocumentKinds = [
  kind('projectProposal', '立项建议书', 'file'),
  kind('feasibilityReport', '可行性报告', 'file'),
  kind('suggestedDraft', '草案建议稿', 'file'),
  kind('appraisalReport', '立项论证报告', 'file'),
  kind('planPaper', '立法规划、计划', 'paper'),
  kind('partyReport', '报请党委的报告和答复', 'file'),
  kind('researchPlan', '调研方案', 'paper'),
  kind('researchReport', '调研报告', 'paper'),
  kind('otherPlaces', '外地立法比较', 'file'),
  kind('superiorLaws', '上位法汇编', 'file'),
  kind('draftText', '草案稿', 'file'),
  kind('explanatoryNote', '关于草案的说明', 'paper'),
  kind('basisTable', '依据对照表', 'file'),
  kind('opinionTable', '意见采纳情况表', 'file'),
  kind('fairCompetition', '公平竞争审查结论', 'file'),
  kind('hearingRecord', '听证、论证材料', 'file'),
  kind('hearingNotice', '听证公告', 'paper'),
  kind('submissionText', '草案送审稿', 'text'),
  kind('govReviewReport', '政府审查报告', 'file'),
  kind('executiveMinutes', '政府常务会议纪要', 'file'),
  kind('bill', '提请审议的议案', 'paper'),
  kind('referenceMaterial', '参阅资料', 'file'),
  kind('comparisonTable', '修改前后对照文本', 'file'),
  kind('conflictNote', '与其他法规规定不一致的说明', 'file'),
  kind('returnNote', '修改后再提请的意见', 'file'),
  kind('committeeDeliberationOpinion', '专门委员会审议意见', 'paper'),
  kind('firstReadingText', '草案（一审稿）', 'text'),
  kind('consultationNotice', '公开征求意见公告', 'paper'),
  kind('consultationText', '草案（征求意见稿）', 'text'),
  kind('deliberationOpinions', '会议审议意见整理', 'paper'),
  kind('bulletin', '会议简报', 'paper'),
  kind('revisionReport', '修改情况的汇报', 'paper'),
  kind('deliberationResultReport', '审议结果的报告', 'paper'),
  kind('secondReadingText', '草案（二次审议稿）', 'text'),
  kind('thirdReadingText', '草案（三次审议稿）', 'text'),
  kind('preVoteEvaluation', '表决前评估报告', 'file'),
  kind('votingText', '草案表决稿', 'text'),
  kind('votingTextNote', '表决稿修改情况说明', 'paper'),
  kind('clauseTexts', '单独表决条款文本', 'file'),
  kind('voteResult', '表决结果单', 'paper'),
  kind('adoptionDecision', '通过法规的决定', 'paper'),
  kind('adoptedText', '通过稿', 'text'),
  kind('shelvingNote', '搁置审议、暂不付表决的说明', 'paper'),
  kind('terminationReport', '终止审议的报告', 'paper'),
  kind('withdrawalNote', '撤回的书面说明', 'file'),
  kind('lateExplanation', '未按期提请的书面说明', 'paper'),
  kind('provinceView', '上级法制工作机构的意见', 'file'),
  kind('approvalRequest', '报请批准的报告', 'paper'),
  kind('provincialReviewReport', '上级审查报告', 'paper'),
  kind('approvalDecision', '批准决定', 'paper'),
  kind('refusalDecision', '不予批准决定', 'paper'),
  kind('recallNote', '撤回报请批准的说明', 'file'),
  kind('approvedText', '批准稿', 'text'),
  kind('announcement', '公告', 'paper'),
  kind('handOverLetter', '报送公布法规的函', 'paper'),
  kind('gazette', '常委会公报', 'file'),
  kind('correctionNotice', '更正公告', 'file'),
  kind('nationalFilingReport', '报全国人大常委会和国务院的备案报告', 'paper'),
  kind('implementationReport', '实施情况报告', 'file'),
  kind('supportingRuleNotice', '督促制定配套规定的函', 'paper'),
  kind('evaluationReport', '立法后评估报告', 'file'),
  kind('repealDecision', '废止的决定', 'file'),
  kind('other', '其他材料', 'file'),
] as const
export type LegislationDocumentKind = (typeof legislationDocumentKinds)[number]['kind']

const labels: ReadonlyMap<string, string> = new Map(legislationDocumentKinds.map((row) => [row.kind, row.label]))

export const isLegislationDocumentKind = (value: string): value is LegislationDocumentKind => labels.has(value)

/** The Chinese name of a kind; the key itself where no row has it. */
export const legislationDocumentLabel = (value: string): string => labels.get(value) ?? value

/** The kind of document that a fixed text of the draft counts as, by the kind of its snapshot. */
export const documentOfSnapshot: Readonly<Partial<Record<string, LegislationDocumentKind>>> = {
  submission: 'submissionText', firstReading: 'firstReadingText', secondReading: 'secondReadingText', thirdReading: 'thirdReadingText', consultation: 'consultationText',
  voting: 'votingText', adopted: 'adoptedText', approved: 'approvedText',
}

export type DocumentNeed = {
  kind: LegislationDocumentKind
  /** asked for, and the step goes on without it */
  optional?: boolean
  /** a written reason stands in its place */
  orReason?: boolean
  /** only where this holds; always when absent */
  when?: (facts: ProjectFacts) => boolean
}

const must = (...kinds: LegislationDocumentKind[]): DocumentNeed[] => kinds.map((key) => ({ kind: key }))
const may = (...kinds: LegislationDocumentKind[]): DocumentNeed[] => kinds.map((key) => ({ kind: key, optional: true }))
const orReason = (...kinds: LegislationDocumentKind[]): DocumentNeed[] => kinds.map((key) => ({ kind: key, orReason: true }))
const onlyIf = (when: (facts: ProjectFacts) => boolean, needs: DocumentNeed[]): DocumentNeed[] => needs.map((need) => ({ ...need, when }))

const ofGovernment = ({ proposerKind }: ProjectFacts): boolean => proposerKind === 'government'
const ofDepartment = ({ source }: ProjectFacts): boolean => source === 'department'
const changesALaw = ({ projectKind }: ProjectFacts): boolean => projectKind !== 'making'
const bill = [...must('bill', 'explanatoryNote', 'referenceMaterial'), ...onlyIf(changesALaw, orReason('comparisonTable')), ...may('conflictNote')]

/** What each step asks for, by its key. Steps without a row ask for nothing. */
export const stepDocuments: Readonly<Partial<Record<string, readonly DocumentNeed[]>>> = {
  appraise: [...must('projectProposal'), ...onlyIf(ofDepartment, orReason('feasibilityReport', 'suggestedDraft')), ...may('appraisalReport')],
  list: must('appraisalReport'),
  startSurvey: must('researchPlan'),
  finishSurvey: [...must('researchReport'), ...may('otherPlaces', 'superiorLaws')],
  startDrafting: onlyIf(({ surveyed }) => surveyed, must('researchReport')),
  sendForGovReview: [...must('submissionText', 'explanatoryNote', 'opinionTable'), ...orReason('basisTable', 'fairCompetition', 'hearingRecord')],
  passGovExecutive: must('govReviewReport', 'executiveMinutes'),
  submitBill: [...onlyIf(ofGovernment, must('executiveMinutes')), ...bill],
  resubmitBill: bill,
  returnToProposer: may('returnNote'),
  placeOnAgenda: onlyIf(({ referred }) => referred, must('committeeDeliberationOpinion')),
  holdFirstReading: [...must('firstReadingText', 'explanatoryNote'), ...onlyIf(({ referred }) => referred, must('committeeDeliberationOpinion'))],
  consult: [...must('consultationNotice', 'explanatoryNote'), ...may('consultationText')],
  unifiedReview: may('deliberationOpinions', 'opinionTable', 'bulletin'),
  holdSecondReading: [
    ...must('secondReadingText'),
    ...onlyIf(({ readingTrack }) => readingTrack === 3, must('revisionReport')),
    ...onlyIf(({ readingTrack }) => readingTrack !== 3, must('deliberationResultReport')),
  ],
  holdThirdReading: must('thirdReadingText', 'deliberationResultReport'),
  prepareVote: [...must('deliberationResultReport', 'votingText', 'votingTextNote'), ...onlyIf(({ evaluated }) => evaluated, must('preVoteEvaluation'))],
  voteClause: must('clauseTexts'),
  adopt: [...must('votingText'), ...may('voteResult')],
  fail: may('voteResult'),
  shelve: must('shelvingNote'),
  terminate: must('terminationReport'),
  withdraw: must('withdrawalNote'),
  explainDelay: must('lateExplanation'),
  recordProvinceView: may('provinceView'),
  partyConsult: may('partyReport'),
  submitForApproval: [...must('approvalRequest', 'adoptedText', 'explanatoryNote', 'deliberationResultReport'), ...may('referenceMaterial', 'basisTable')],
  approve: [...must('approvalDecision'), ...may('provincialReviewReport')],
  approveWithChange: [...must('approvalDecision'), ...may('provincialReviewReport')],
  refuse: [...must('refusalDecision'), ...may('provincialReviewReport')],
  recall: must('recallNote'),
  promulgate: [...must('announcement', 'explanatoryNote', 'deliberationResultReport', 'approvedText'), ...may('gazette')],
  correctPublished: must('correctionNotice'),
  fileUp: may('nationalFilingReport'),
  evaluate: must('evaluationReport'),
  repeal: [...must('repealDecision', 'approvalDecision')],
  recordSupportingRule: may('supportingRuleNotice'),
}

/** What a step asks for in this project: optional ones included. */
export const documentsAsked = (key: string, facts: ProjectFacts): DocumentNeed[] => (stepDocuments[key] ?? []).filter((need) => need.when?.(facts) !== false)

/** Names of what a step needs and the project lacks. `facts.documents` holds what is there, `facts.excused` what a reason stands for. */
export const documentsMissing = (key: string, facts: ProjectFacts): string[] =>
  documentsAsked(key, facts)
    .filter((need) => need.optional !== true && !facts.documents.includes(need.kind) && !(need.orReason === true && facts.excused.includes(need.kind)))
    .map((need) => legislationDocumentLabel(need.kind) + (need.orReason === true ? '（或者写明不需要的原因）' : '') + (facts.earlier.includes(need.kind) ? '（上一轮的不算，要重新提交，或者写明沿用的理由）' : ''))

/** Texts of the draft, which nobody may give anew once the regulation was adopted. */
export const isTextOfDraft = (value: string): boolean => value === 'draftText' || legislationDocumentKinds.some((row) => row.kind === value && row.made === 'text')

const several: readonly LegislationDocumentKind[] = ['other', 'referenceMaterial', 'hearingRecord', 'otherPlaces', 'superiorLaws', 'researchReport', 'researchPlan', 'bulletin', 'deliberationOpinions', 'partyReport', 'provinceView', 'lateExplanation', 'draftText', 'implementationReport', 'supportingRuleNotice', 'gazette']

/** Whether a project has several documents of this kind side by side; of the others the newest stands in the place of the one before. */
export const maySeveral = (value: string): boolean => several.some((kind) => kind === value)
