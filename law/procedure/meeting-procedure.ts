/**
 * A meeting and a vote as data: states, steps, guards and what they rest on.
 *
 * A meeting that is moved stays where it is: everybody who was told is told again, and the day its materials are due
 * is counted anew. A vote is closed once; what was wrong in it is said by a correction beside it.
 */
import { type Guard, type Procedure, type StepFacts, transition } from './procedure.ts'
import { countFault, hasQuorum, majorityOf, type VoteCount } from './meeting-voting.ts'
import type { ProcedureRole } from './role.ts'

const ORGANIC = '《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》'
const model = (article: string): string => `《中华人民共和国立法法》第${article}条（参照）`
const PRACTICE = '议事惯例（法律没有规定，可由本机关调整）'

/** Who arranges meetings: the office; a committee's own are also arranged by those who work for it. */
const clerks: readonly ProcedureRole[] = ['meetingClerk', 'legislationOfficer', 'committeeMember']

export const MEETING_PROCEDURE_VERSION = '2026-1'
export type MeetingState = 'planned' | 'notified' | 'inSession' | 'closed' | 'cancelled'
export type MeetingGuard = 'hasAgenda' | 'membersListed' | 'dayHasCome' | 'quorum' | 'votesDone' | 'itemsDealtWith'

export type MeetingFacts = StepFacts & {
  membersTotal: number
  membersListed: number
  membersPresent: number
  agendaItems: number
  /** titles of items without a result that were not withdrawn */
  openItems: readonly string[]
  /** subjects of votes that are open, or closed and not announced */
  openVotes: readonly string[]
  today: string
  startsOn: string
}

const meetingGuards: Record<MeetingGuard, Guard<MeetingFacts>> = {
  hasAgenda: { message: '还没有议程，请先列入议题再发通知。', basis: PRACTICE, holds: (f) => f.agendaItems > 0 },
  membersListed: {
    message: '出席名单与全体组成人员人数不符。', basis: PRACTICE, holds: (f) => f.membersListed > 0 && f.membersListed <= f.membersTotal,
    tell: (f) => (f.membersListed === 0 ? '出席名单是空的，请先列入组成人员。' : `名单上有组成人员 ${f.membersListed} 人，多于全体组成人员 ${f.membersTotal} 人，请核对。`),
  },
  dayHasCome: { message: '会议日期还没有到。', basis: PRACTICE, holds: (f) => f.today >= f.startsOn, tell: (f) => `会议定于${f.startsOn}举行，还没有到；如已提前，请先登记改期。` },
  quorum: {
    message: '出席人数没有过半，不能举行会议。', basis: `${ORGANIC}第五十一条：组成人员过半数出席始得举行会议`, holds: (f) => hasQuorum(f.membersPresent, f.membersTotal),
    tell: (f) => `全体组成人员 ${f.membersTotal} 人，登记出席 ${f.membersPresent} 人；过半数（${majorityOf(f.membersTotal)} 人）出席才能举行会议。`,
  },
  votesDone: { message: '还有表决没有宣布结果。', basis: PRACTICE, holds: (f) => f.openVotes.length === 0, tell: (f) => `还有表决没有宣布结果：${f.openVotes.join('、')}。` },
  itemsDealtWith: { message: '还有议题没有登记结果。', basis: PRACTICE, holds: (f) => f.openItems.length === 0, tell: (f) => `还有议题没有登记结果：${f.openItems.join('、')}；没有审议的，请登记为“改期审议”。` },
}

export const meetingProcedure: Procedure<MeetingState, MeetingGuard, MeetingFacts, never> = {
  key: 'meeting', version: MEETING_PROCEDURE_VERSION, label: '会议', start: 'planned',
  states: [
    { id: 'planned', label: '筹备', sign: '○', phase: '会前' },
    { id: 'notified', label: '已通知', sign: '●', phase: '会前' },
    { id: 'inSession', label: '会议进行中', sign: '●', phase: '会中' },
    { id: 'closed', label: '已闭会', sign: '✓', phase: '会后', final: true },
    { id: 'cancelled', label: '已取消', sign: '✓', phase: '会后', final: true },
  ],
  transitions: [
    transition({ key: 'notify', from: ['planned'], to: 'notified', label: '发会议通知', actorRoles: clerks, guards: ['hasAgenda', 'membersListed'], basis: PRACTICE }),
    transition({ key: 'move', from: ['planned', 'notified'], to: null, label: '改期', actorRoles: clerks, requires: ['startsOn', 'reason'], basis: PRACTICE }),
    transition({ key: 'cancel', from: ['planned', 'notified'], to: 'cancelled', label: '取消会议', actorRoles: clerks, requires: ['reason'], basis: PRACTICE, dangerous: true }),
    transition({ key: 'open', from: ['notified'], to: 'inSession', label: '宣布开会', actorRoles: clerks, guards: ['dayHasCome', 'quorum'], basis: `${ORGANIC}第五十一条` }),
    transition({ key: 'close', from: ['inSession'], to: 'closed', label: '宣布闭会', actorRoles: clerks, guards: ['votesDone', 'itemsDealtWith'], basis: PRACTICE }),
  ],
  guards: meetingGuards,
  fieldLabels: { startsOn: '会议日期', reason: '原因' },
  signedPapers: {},
}

// --- votes -----------------------------------------------------------------------------------------

export const VOTE_PROCEDURE_VERSION = '2026-1'
export const voteKinds = ['amendment', 'clause', 'whole', 'decision'] as const
export type VoteKind = (typeof voteKinds)[number]
export const voteKindLabels: Record<VoteKind, string> = { amendment: '修正案', clause: '单独表决', whole: '全案', decision: '决定' }
/** Amendments to the voting text come first, then clauses by themselves, then the whole. */
const turn: Record<VoteKind, number> = { amendment: 1, clause: 2, whole: 3, decision: 3 }

export type VoteState = 'prepared' | 'open' | 'closed' | 'announced' | 'dropped'
export type VoteGuard = 'meetingInSession' | 'presentQuorum' | 'oneAtATime' | 'inOrder' | 'amendmentsWritten' | 'countAddsUp' | 'adoptedAmendment'

export type VoteFacts = StepFacts & {
  kind: VoteKind
  meetingState: string
  membersTotal: number
  present: number
  /** members registered as present while the vote runs; null for a correction: the list may have changed since */
  registered: number | null
  count: VoteCount | null
  /** subject of another vote of the meeting that is open */
  openElsewhere: string | null
  /** votes of the same item that are not closed or dropped */
  outstanding: readonly { kind: VoteKind; subject: string }[]
  /** adopted amendments that were not yet written into the voting text */
  unwritten: readonly string[]
  /** this vote is an amendment that passed */
  adoptedAmendment: boolean
}

const ORDER_BASIS = '《中华人民共和国立法法》第四十四条（参照）；外省市条例参考·待确认：先表决修正案，再表决单独表决的条款，最后表决全案'
const earlier = (f: VoteFacts) => f.outstanding.filter((other) => turn[other.kind] < turn[f.kind])

const voteGuards: Record<VoteGuard, Guard<VoteFacts>> = {
  meetingInSession: { message: '会议没有在举行，不能表决。', basis: `${ORGANIC}第五十一条`, holds: (f) => f.meetingState === 'inSession' },
  presentQuorum: {
    message: '出席人数没有过半，不能表决。', basis: `${ORGANIC}第五十一条：组成人员过半数出席始得举行会议`, holds: (f) => hasQuorum(f.present, f.membersTotal),
    tell: (f) => `全体组成人员 ${f.membersTotal} 人，出席 ${f.present} 人，没有过半数（${majorityOf(f.membersTotal)} 人），不能表决。`,
  },
  oneAtATime: { message: '另一项表决正在进行。', basis: PRACTICE, holds: (f) => f.openElsewhere === null, tell: (f) => (f.openElsewhere === null ? null : `“${f.openElsewhere}”正在表决，结束以后再开始这一项。`) },
  inOrder: {
    message: '还有应当先表决的事项。', basis: ORDER_BASIS, holds: (f) => earlier(f).length === 0,
    tell: (f) => `先表决：${earlier(f).map((other) => `${voteKindLabels[other.kind]}“${other.subject}”`).join('、')}。修正案在前，单独表决的条款在后，最后表决全案。`,
  },
  amendmentsWritten: {
    message: '通过的修正案还没有写进表决稿。', basis: ORDER_BASIS, holds: (f) => f.kind !== 'whole' || f.unwritten.length === 0,
    tell: (f) => `修正案已经通过：${f.unwritten.map((s) => `“${s}”`).join('、')}，请先写进表决稿并登记，再表决全案。`,
  },
  countAddsUp: {
    message: '请填写赞成、反对、弃权、未按表决器的票数。', basis: PRACTICE, holds: (f) => f.count !== null && countFault({ count: f.count, present: f.present, membersTotal: f.membersTotal, registered: f.registered }) === null,
    tell: (f) => (f.count === null ? null : countFault({ count: f.count, present: f.present, membersTotal: f.membersTotal, registered: f.registered })),
  },
  adoptedAmendment: { message: '只有通过的修正案要写进表决稿。', basis: ORDER_BASIS, holds: (f) => f.adoptedAmendment },
}

export const voteProcedure: Procedure<VoteState, VoteGuard, VoteFacts, never> = {
  key: 'vote', version: VOTE_PROCEDURE_VERSION, label: '表决', start: 'prepared',
  states: [
    { id: 'prepared', label: '待表决', sign: '○', phase: '表决' },
    { id: 'open', label: '正在表决', sign: '●', phase: '表决' },
    { id: 'closed', label: '待宣布', sign: '●', phase: '表决' },
    { id: 'announced', label: '已宣布', sign: '✓', phase: '结果', final: true },
    { id: 'dropped', label: '不再表决', sign: '✓', phase: '结果', final: true },
  ],
  transitions: [
    transition({ key: 'open', from: ['prepared'], to: 'open', label: '开始表决', actorRoles: clerks, guards: ['meetingInSession', 'presentQuorum', 'oneAtATime', 'inOrder', 'amendmentsWritten'], basis: ORDER_BASIS }),
    transition({ key: 'close', from: ['open'], to: 'closed', label: '结束表决', actorRoles: clerks, guards: ['presentQuorum', 'countAddsUp'], basis: `${ORGANIC}第五十一条`, dangerous: true }),
    transition({ key: 'announce', from: ['closed'], to: 'announced', label: '宣布表决结果', actorRoles: clerks, requires: ['announcedBy'], basis: PRACTICE }),
    transition({ key: 'drop', from: ['prepared', 'open'], to: 'dropped', label: '不再表决', actorRoles: clerks, requires: ['reason'], basis: model('四十三') }),
    transition({ key: 'writeIn', from: ['closed', 'announced'], to: null, label: '登记已写进表决稿', actorRoles: clerks, guards: ['adoptedAmendment'], basis: ORDER_BASIS }),
    transition({ key: 'correct', from: ['closed', 'announced'], to: null, label: '更正计票', actorRoles: clerks, guards: ['countAddsUp'], requires: ['reason', 'approvedBy'], basis: PRACTICE, dangerous: true }),
  ],
  guards: voteGuards,
  fieldLabels: { reason: '原因', approvedBy: '批准人', announcedBy: '宣布结果的主持人' },
  signedPapers: {},
}
