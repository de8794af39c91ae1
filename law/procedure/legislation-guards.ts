/** Facts of a legislative project and the guards of its procedure. */
import type { Guard, StepFacts } from './procedure.ts'

export type ProposerKind = 'government' | 'committee' | 'council' | 'members'
export type ProjectKind = 'making' | 'amending' | 'revising' | 'repealing' | 'package'

/** Readings that 主任会议 can decide on (立法法 32, 33, by analogy). */
export const readingTracks = [1, 2, 3] as const
export type ReadingTrack = (typeof readingTracks)[number]

/** Grounds of a single reading in 立法法 33. */
export const singleReadingGrounds = { singleTopic: '调整事项较为单一，各方面意见比较一致', partialAmendment: '部分修改，各方面意见比较一致', urgent: '遇有紧急情形' } as const
export type SingleReadingGround = keyof typeof singleReadingGrounds

export type ProjectFacts = StepFacts & {
  proposerKind: ProposerKind
  projectKind: ProjectKind
  /** where the idea came from: department, deputies, committee, public, superior */
  source: string
  /** kinds of documents that are there: files, issued papers, fixed texts */
  documents: readonly string[]
  /** kinds for which a written reason stands */
  excused: readonly string[]
  /** kinds that are there from an earlier round alone and do not count for this one (`documentRounds`) */
  earlier: readonly string[]
  /** names of what the step needs and the project lacks (`documentsMissing`) */
  missing: readonly string[]
  /** a survey was begun */
  surveyed: boolean
  /** 主任会议 gave the bill to a committee first */
  referred: boolean
  evaluated: boolean
  /** an item of a plan that 主任会议 has adopted stands for the project */
  inAdoptedPlan: boolean
  /** reports to the Party committee are asked for */
  partyGate: boolean
  partyConsulted: { list: boolean; vote: boolean }
  passedExecutive: boolean
  /** was put on the agenda of the standing committee */
  onAgenda: boolean
  readingTrack: ReadingTrack | null
  singleReadingGround: SingleReadingGround | null
  /** readings since the bill was submitted last */
  readingsHeld: number
  /** reviews by the law committee since the last reading, and since the bill was submitted last */
  unifiedReviews: { sinceReading: number; all: number }
  consultation: { held: boolean; running: boolean }
  /** the standing committee's meeting that the step is taken in: in session or closed, with the project on its agenda */
  meeting: { found: boolean; present: number; membersTotal: number }
  /** the vote on the whole text */
  vote: { closed: boolean; for: number; membersTotal: number; present: number; amendmentsOpen: number; clausesOpen: number }
  shelvedTwoYears: boolean
  /** the day until which the deliberation is put off is still to come */
  extensionAhead: boolean
  province: { onAgenda: boolean; amendments: number }
  effectiveDayReached: boolean
}

export type ProjectGuard =
  | 'documentsIn' | 'inAdoptedPlan' | 'partyConsultedOnList' | 'partyConsultedOnVote' | 'governmentBill' | 'passedExecutive' | 'trackDecided' | 'singleReadingGrounded' | 'firstReadingIsNext'
  | 'secondReadingIsNext' | 'thirdReadingIsNext' | 'inMeeting' | 'quorum' | 'consultedOrReason' | 'consultationOver' | 'unifiedReviewSinceReading' | 'unifiedReviewed' | 'readingsHeld' | 'voteQuorum'
  | 'readOnce' | 'amendmentsVoted' | 'clausesVoted' | 'voteClosed' | 'majorityOfAll' | 'noMajority' | 'shelvedTwoYears' | 'extensionAhead' | 'withdrawalConsented' | 'provinceAmends' | 'recallConsented' | 'effectiveDayReached'

const REFERENCE = '外省市条例参考'
const law = (article: string): string => `《中华人民共和国立法法》${article}`
const model = (article: string): string => `${law(article)}（参照）`
const organicLaw = '《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》第五十一条'
const PARTY = '党委领导立法工作的制度（可在项目里取消）'

const moreThanHalf = (count: number, total: number): boolean => total > 0 && count * 2 > total
const half = (total: number): number => Math.floor(total / 2) + 1
const nextReading = (number: number) => ({ readingsHeld }: ProjectFacts): boolean => readingsHeld === number - 1
const tellReading = (number: number) => ({ readingsHeld }: ProjectFacts): string => `这件草案已经审议过${readingsHeld}次，下一次是第${readingsHeld + 1}次审议，不是第${number}次。`

export const projectGuards: Record<ProjectGuard, Guard<ProjectFacts>> = {
  documentsIn: {
    message: '还缺这一步要的文件，请先上传或者签发。', tell: ({ missing }) => (missing.length === 0 ? null : `还缺：${missing.join('、')}。请先上传、签发或者定稿。`),
    basis: null, holds: ({ missing }) => missing.length === 0,
  },
  inAdoptedPlan: { message: '项目还不在主任会议通过的规划、计划里，请先列入；计划里已经有这一项的，由法制工作委员会在“项目资料”里选定。', basis: model('第五十六条'), holds: (facts) => facts.inAdoptedPlan },
  partyConsultedOnList: { message: '列入计划前还没有记录报请党委的情况，请先记录“报请党委”。', basis: PARTY, holds: ({ partyGate, partyConsulted }) => !partyGate || partyConsulted.list },
  partyConsultedOnVote: { message: '付表决前还没有记录报请党委的情况，请先记录“报请党委”。', basis: PARTY, holds: ({ partyGate, partyConsulted }) => !partyGate || partyConsulted.vote },
  governmentBill: { message: '这一步只用于人民政府提出的项目；请直接提请审议。', basis: model('第二十九条'), holds: ({ proposerKind }) => proposerKind === 'government' },
  passedExecutive: {
    message: '人民政府提出的法规案，政府常务会议通过以后才能提请审议。', basis: `《规章制定程序条例》（参照）；${REFERENCE}`,
    holds: ({ proposerKind, passedExecutive }) => proposerKind !== 'government' || passedExecutive,
  },
  trackDecided: { message: '主任会议还没有决定审议几次，请先记录审次决定。', basis: model('第三十二条、第三十三条'), holds: ({ readingTrack }) => readingTrack !== null },
  singleReadingGrounded: {
    message: '一次审议就付表决，要写明属于哪一种情形：事项单一、部分修改而意见一致，或者紧急情形。', basis: model('第三十三条'),
    holds: ({ readingTrack, singleReadingGround }) => readingTrack !== 1 || singleReadingGround !== null,
  },
  firstReadingIsNext: { message: '这件草案已经一审。', tell: tellReading(1), basis: model('第三十二条'), holds: nextReading(1) },
  secondReadingIsNext: { message: '一审以后才能二审。', tell: tellReading(2), basis: model('第三十二条'), holds: nextReading(2) },
  thirdReadingIsNext: { message: '二审以后才能三审。', tell: tellReading(3), basis: model('第三十二条'), holds: nextReading(3) },
  inMeeting: { message: '没有找到正在举行或者已经举行、议程里有这件草案的常委会会议；请先在会议里列入议程并开会。', basis: model('第三十二条'), holds: ({ meeting }) => meeting.found },
  quorum: {
    message: '常务委员会全体组成人员过半数出席，才能开会。', basis: organicLaw, holds: ({ meeting }) => moreThanHalf(meeting.present, meeting.membersTotal),
    tell: ({ meeting }) => `全体组成人员${meeting.membersTotal}人，出席${meeting.present}人，不足${half(meeting.membersTotal)}人，不能开会。`,
  },
  consultedOrReason: {
    message: '一审以后应当公开征求意见；主任会议决定不公布的，请写明决定。', basis: model('第四十条'),
    holds: ({ consultation, readingTrack, readingsHeld, fields }) => consultation.held || readingTrack === 1 || readingsHeld > 1 || fields.includes('notPublishedReason'),
  },
  consultationOver: {
    message: '公开征求意见还没有期满；提前结束的，请写明原因。', basis: model('第四十条'), holds: ({ consultation, fields }) => !consultation.running || fields.includes('earlyReason'),
  },
  readOnce: { message: '一审以后才能由法制委员会统一审议。', basis: model('第三十六条'), holds: ({ readingsHeld }) => readingsHeld > 0 },
  unifiedReviewSinceReading: { message: '上一次审议以后，法制委员会还没有统一审议，不能再次审议。', basis: model('第三十六条'), holds: ({ unifiedReviews }) => unifiedReviews.sinceReading > 0 },
  unifiedReviewed: { message: '法制委员会还没有统一审议，不能付表决。', basis: model('第三十六条、第四十四条'), holds: ({ unifiedReviews }) => unifiedReviews.all > 0 },
  readingsHeld: {
    message: '审议次数少于主任会议决定的次数，不能付表决。', basis: model('第三十二条、第三十三条'),
    tell: ({ readingTrack, readingsHeld }) => `主任会议决定审议${readingTrack ?? '（未定）'}次，现在只审议了${readingsHeld}次，不能付表决。`,
    holds: ({ readingTrack, readingsHeld }) => readingTrack !== null && readingsHeld >= readingTrack,
  },
  voteQuorum: {
    message: '出席人数没有过全体组成人员的半数，表决无效。', basis: organicLaw, holds: ({ vote }) => moreThanHalf(vote.present, vote.membersTotal),
    tell: ({ vote }) => `全体组成人员${vote.membersTotal}人，出席${vote.present}人，没有过半数，表决无效。`,
  },
  amendmentsVoted: { message: '还有修正案没有表决；修正案应当先于表决稿表决。', basis: REFERENCE, holds: ({ vote }) => vote.amendmentsOpen === 0 },
  clausesVoted: { message: '主任会议决定单独表决的条款还没有表决；请先准备并表决这些条款，再表决全案。', basis: model('第四十四条'), holds: ({ vote }) => vote.clausesOpen === 0 },
  voteClosed: { message: '表决还没有结束，请先在会议里登记表决结果。', basis: model('第四十四条'), holds: ({ vote }) => vote.closed },
  majorityOfAll: {
    message: '没有常务委员会全体组成人员的过半数赞成，不能登记为通过。', basis: `${organicLaw}；${model('第四十四条')}`, holds: ({ vote }) => moreThanHalf(vote.for, vote.membersTotal),
    tell: ({ vote }) => `全体组成人员${vote.membersTotal}人，过半数为${half(vote.membersTotal)}票，赞成${vote.for}票，没有过半数，不能登记为通过。`,
  },
  noMajority: { message: '赞成票已过全体组成人员的半数，应当登记为通过。', basis: `${organicLaw}；${model('第四十四条')}`, holds: ({ vote }) => !moreThanHalf(vote.for, vote.membersTotal) },
  shelvedTwoYears: { message: '搁置审议、暂不付表决还没有满两年，不能终止审议或者延期；已经延期的，到期以后才能终止审议。', basis: model('第四十五条'), holds: (facts) => facts.shelvedTwoYears },
  extensionAhead: { message: '“延期至”要填写今天以后的日期。', basis: model('第四十五条'), holds: (facts) => facts.extensionAhead },
  withdrawalConsented: {
    message: '已经列入议程，撤回要经主任会议同意并向常委会报告；请填写主任会议和报告的会议。', basis: model('第四十三条'),
    holds: ({ onAgenda, fields }) => !onAgenda || (fields.includes('councilMeeting') && fields.includes('reportedAt')),
  },
  provinceAmends: { message: '附修改意见批准，要逐条记录修改意见；没有修改意见的，请登记为批准。', basis: REFERENCE, holds: ({ province }) => province.amendments > 0 },
  recallConsented: {
    message: '已经列入上级人大常委会会议议程，撤回要经其同意；请填写同意的情况。', basis: REFERENCE, holds: ({ province, fields }) => !province.onAgenda || fields.includes('provinceConsent'),
  },
  effectiveDayReached: { message: '还没有到施行日期。', basis: law('第六十一条'), holds: (facts) => facts.effectiveDayReached },
}

/** Facts of a project of which nothing is known yet; callers lay what they know over it. */
export const emptyProjectFacts: ProjectFacts = {
  fields: [], issuedPapers: [], proposerKind: 'government', projectKind: 'making', source: 'department', documents: [], excused: [], earlier: [], missing: [], surveyed: false, referred: false, evaluated: false,
  inAdoptedPlan: false, partyGate: true, partyConsulted: { list: false, vote: false }, passedExecutive: false, onAgenda: false, readingTrack: null, singleReadingGround: null, readingsHeld: 0,
  unifiedReviews: { sinceReading: 0, all: 0 }, consultation: { held: false, running: false }, meeting: { found: false, present: 0, membersTotal: 0 },
  vote: { closed: false, for: 0, membersTotal: 0, present: 0, amendmentsOpen: 0, clausesOpen: 0 }, shelvedTwoYears: false, extensionAhead: false, province: { onAgenda: false, amendments: 0 }, effectiveDayReached: false,
}
