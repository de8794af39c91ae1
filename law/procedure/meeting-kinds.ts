/** Meetings of a standing committee's house: their kinds, whose members they count, and what an item on their agenda may decide. */
import type { ProcedureRole } from './role.ts'

export const meetingKinds = ['standingCommittee', 'council', 'lawCommittee', 'committee'] as const
export type MeetingKind = (typeof meetingKinds)[number]

export type MeetingKindRow = {
  kind: MeetingKind
  label: string
  /** who belongs to it on the day, by the role of their membership */
  memberRoles: readonly ProcedureRole[]
  /** false: members of the standing committee; true: members of the committee that holds it */
  ofCommittee: boolean
  quorumBasis: string
}

const ORGANIC = '《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》'
const PRACTICE = '议事惯例（法律没有规定，可由本机关调整）'

export const meetingKindRows: readonly MeetingKindRow[] = [
  { kind: 'standingCommittee', label: '常务委员会会议', memberRoles: ['standingMember', 'councilMember'], ofCommittee: false, quorumBasis: `${ORGANIC}第五十一条：常务委员会组成人员过半数出席始得举行会议` },
  { kind: 'council', label: '主任会议', memberRoles: ['councilMember'], ofCommittee: false, quorumBasis: `${ORGANIC}第五十四条；过半数出席：${PRACTICE}` },
  { kind: 'lawCommittee', label: '法制委员会会议', memberRoles: ['committeeMember'], ofCommittee: true, quorumBasis: `${ORGANIC}第三十五条；过半数出席：${PRACTICE}` },
  { kind: 'committee', label: '委员会会议', memberRoles: ['committeeMember'], ofCommittee: true, quorumBasis: `${ORGANIC}第三十五条；过半数出席：${PRACTICE}` },
]

/** The row of a kind of meeting. Throws RangeError for an unknown kind. */
export const meetingKind = (kind: string): MeetingKindRow => {
  const found = meetingKindRows.find((row) => row.kind === kind)
  if (found === undefined) throw new RangeError(`没有名为“${kind}”的会议。`)
  return found
}

export const agendaItemKinds = ['reading', 'unifiedReview', 'committeeReview', 'vote', 'decision', 'plan', 'report', 'appointment', 'other'] as const
export type AgendaItemKind = (typeof agendaItemKinds)[number]
export const agendaItemKindLabels: Record<AgendaItemKind, string> = {
  reading: '审议法规草案', unifiedReview: '统一审议', committeeReview: '专门委员会审议', vote: '表决', decision: '决定事项', plan: '立法规划、计划', report: '听取报告', appointment: '人事任免', other: '其他',
}

export const agendaResults = ['agreed', 'refused', 'heard', 'returned', 'postponed'] as const
export type AgendaResult = (typeof agendaResults)[number]
export const agendaResultLabels: Record<AgendaResult, string> = { agreed: '同意', refused: '不同意', heard: '已听取和审议', returned: '退回修改', postponed: '改期审议' }

/** What an item decides of a project: the step that its result takes, and the one that a refusal takes. */
export type AgendaDecision = {
  /** key of the project's step (law/procedure/legislation-procedure.ts) */
  step: string
  label: string
  at: readonly MeetingKind[]
  itemKind: AgendaItemKind
  /** results that take the step */
  takenBy: readonly AgendaResult[]
  /** step that the result `refused` takes; null: the project stays where it is */
  refusedStep: string | null
  /** the whole text must have been voted, and the vote decides which of the two steps is taken */
  byVote: boolean
  basis: string
}

const law = (article: string): string => `《中华人民共和国立法法》第${article}条`
const decision = (row: Pick<AgendaDecision, 'step' | 'label' | 'at' | 'basis'> & Partial<AgendaDecision>): AgendaDecision => ({ itemKind: 'decision', takenBy: ['agreed'], refusedStep: null, byVote: false, ...row })

export const agendaDecisions: readonly AgendaDecision[] = [
  decision({ step: 'referToCommittee', label: '交有关委员会审议', at: ['council'], basis: `${law('二十九')}（参照）` }),
  decision({ step: 'placeOnAgenda', label: '列入常委会会议议程', at: ['council'], refusedStep: 'returnToProposer', basis: `${law('二十九')}（参照）` }),
  decision({ step: 'decideTrack', label: '决定审议次数', at: ['council'], basis: `${law('三十二')}、三十三条（参照）` }),
  decision({ step: 'prepareVote', label: '交付表决', at: ['council'], basis: `${law('四十四')}（参照）` }),
  decision({ step: 'voteClause', label: '决定重要条款单独表决', at: ['council'], basis: `${law('四十四')}（参照）` }),
  decision({ step: 'shelve', label: '搁置审议、暂不付表决', at: ['council', 'standingCommittee'], basis: `${law('四十五')}（参照）` }),
  decision({ step: 'relist', label: '再次列入议程', at: ['council'], basis: `${law('四十五')}（参照）` }),
  decision({ step: 'extendShelving', label: '延期审议', at: ['council'], basis: `${law('四十五')}（参照）` }),
  decision({ step: 'terminate', label: '终止审议', at: ['council'], basis: `${law('四十五')}（参照）` }),
  decision({ step: 'unifiedReview', label: '统一审议', at: ['lawCommittee'], itemKind: 'unifiedReview', takenBy: ['agreed', 'heard'], basis: `${law('三十六')}（参照）` }),
  decision({ step: 'holdFirstReading', label: '第一次审议', at: ['standingCommittee'], itemKind: 'reading', takenBy: ['heard', 'agreed'], basis: `${law('三十二')}（参照）` }),
  decision({ step: 'holdSecondReading', label: '第二次审议', at: ['standingCommittee'], itemKind: 'reading', takenBy: ['heard', 'agreed'], basis: `${law('三十二')}（参照）` }),
  decision({ step: 'holdThirdReading', label: '第三次审议', at: ['standingCommittee'], itemKind: 'reading', takenBy: ['heard', 'agreed'], basis: `${law('三十二')}（参照）` }),
  decision({ step: 'adopt', label: '表决法规草案', at: ['standingCommittee'], itemKind: 'vote', refusedStep: 'fail', byVote: true, basis: `${ORGANIC}第五十一条：由常务委员会以全体组成人员的过半数通过` }),
]

/** What an item of such a meeting may decide. */
export const decisionsAt = (kind: string): AgendaDecision[] => agendaDecisions.filter((row) => row.at.some((at) => at === kind))
/** The row of what an item decides; null where it decides nothing of a project. */
export const agendaDecision = (step: string | null): AgendaDecision | null => agendaDecisions.find((row) => row.step === step) ?? null

/** The project's step that a result takes; null where it takes none. A vote decides by itself. */
export const stepOfResult = (row: AgendaDecision, result: AgendaResult): string | null => (row.takenBy.includes(result) ? row.step : result === 'refused' ? row.refusedStep : null)
