/** A project's stages in time: what was planned, what happened, what is expected, and the days that the law sets. */
import { daysBetween, type PlainDate } from '../deadline/index.ts'
import { legislationProcedure, type ProjectState } from './legislation-procedure.ts'

export type TimeSpan = { from: PlainDate; to: PlainDate }
export type OpenSpan = { from: PlainDate; to: PlainDate | null }

type Stage = {
  id: string
  label: string
  /** `span`: from one day to another; `day`: one day on which it is done */
  kind: 'span' | 'day'
  /** states in which the project is in this stage */
  states: readonly ProjectState[]
  /** steps whose day is the stage's, for those of one day */
  steps: readonly string[]
}

const span = (id: string, label: string, states: readonly ProjectState[]): Stage => ({ id, label, kind: 'span', states, steps: [] })
const day = (id: string, label: string, steps: readonly string[], states: readonly ProjectState[] = []): Stage => ({ id, label, kind: 'day', states, steps })

const voteSteps = ['adopt', 'fail']
const voteStates = ['preVoteEvaluation', 'voteReady', 'clauseVote', 'voting'] as const

/** The stages of a project with this many readings; the last reading and the vote stand in one row. */
export const projectStages = (readingTrack: number | null): Stage[] => {
  const track = readingTrack ?? 3
  const vote = { label: '表决', steps: voteSteps, states: voteStates }
  const readings = [
    day('firstReading', track === 1 ? '一审、表决' : '一审', track === 1 ? ['holdFirstReading', ...vote.steps] : ['holdFirstReading'], track === 1 ? ['firstReading', ...vote.states] : ['firstReading']),
    span('consultation', '公开征求意见', ['consultation']),
    span('unifiedReview', '统一审议', ['unifiedReview']),
    ...(track >= 2 ? [day('secondReading', track === 2 ? '二审、表决' : '二审', track === 2 ? ['holdSecondReading', ...vote.steps] : ['holdSecondReading'], track === 2 ? ['secondReading', ...vote.states] : ['secondReading'])] : []),
    ...(track >= 3 ? [day('thirdReading', '三审、表决', ['holdThirdReading', ...vote.steps], ['thirdReading', ...vote.states])] : []),
  ]
  return [
    span('projectAppraised', '立项论证', ['proposalCollected', 'projectAppraised']),
    span('surveying', '立法调研', ['surveying']),
    span('drafting', '起草', ['drafting']),
    span('govReview', '政府审查', ['govReview', 'govExecutive']),
    day('submitted', '提请审议', ['submitBill', 'resubmitBill'], ['submitted', 'returnedToProposer']),
    span('committeePreReview', '委员会审议', ['committeePreReview']),
    ...readings,
    span('provincialReview', '报请批准', ['submittedForApproval', 'provincialReview', 'recalled', 'refused']),
    day('promulgated', '公布', ['promulgate'], ['approved', 'approvedWithChange', 'promulgated']),
  ]
}

export type TimelineEvent = { transition: string; toState: string | null; on: PlainDate }
/** A day that is set: a meeting that will be held, a day that the law fixes. */
export type Expected = { stage: string; from: PlainDate; to: PlainDate; label: string }
export type StatutoryDay = { stage: string; on: PlainDate; label: string; basis: string }

export type TimelineRow = {
  id: string
  label: string
  kind: 'span' | 'day'
  planned: TimeSpan | null
  actual: OpenSpan[]
  expected: (TimeSpan & { label: string }) | null
  statutory: { on: PlainDate; label: string; basis: string }[]
  /** days after the planned end: of what ended, or so far of what is not done; 0 in time */
  lateDays: number
  current: boolean
  /** not reached yet */
  ahead: boolean
}

export type TimelineQuestion = {
  state: string
  readingTrack: number | null
  /** in the order in which they were recorded */
  events: readonly TimelineEvent[]
  planned: Readonly<Record<string, { from: PlainDate | null; to: PlainDate | null }>>
  expected: readonly Expected[]
  statutory: readonly StatutoryDay[]
  today: PlainDate
}

/** States in which nothing is done until somebody decides again, and those in which nothing is done any more. */
const halting: Readonly<Partial<Record<ProjectState, 'pause' | 'end'>>> = { deferred: 'pause', shelved: 'pause', extended: 'pause', notAdopted: 'pause', refused: 'pause', rejected: 'end', withdrawn: 'end', terminated: 'end' }

/** Days on which a project stood still: 暂缓, 搁置, 延期; or the day on which it ended without a regulation. `to` null: it stands still yet. */
export type Halt = OpenSpan & { label: string; end: boolean }

/** Where a project stood still, in the order in which it was recorded. */
export function projectHalts(events: readonly TimelineEvent[]): Halt[] {
  const halts: Halt[] = []
  for (const event of events) {
    const state = legislationProcedure.states.find((s) => s.id === event.toState)
    const last = halts.at(-1)
    if (state === undefined) continue
    if (last !== undefined && last.to === null && last.label !== state.label) halts.splice(-1, 1, { ...last, to: event.on })
    const kind = halting[state.id]
    if (kind === undefined || (last !== undefined && last.to === null && last.label === state.label)) continue
    halts.push({ label: state.label, from: event.on, to: kind === 'end' ? event.on : null, end: kind === 'end' })
  }
  return halts
}

/** The day up to which delays are counted: what was suspended or ended by a decision is not late from then on. */
const countedTo = (events: readonly TimelineEvent[], today: PlainDate): PlainDate => {
  const last = projectHalts(events).at(-1)
  return last !== undefined && (last.end || last.to === null) ? last.from : today
}

const spansOf = (stage: Stage, events: readonly TimelineEvent[]): OpenSpan[] => {
  if (stage.kind === 'day') return events.flatMap((e) => (stage.steps.includes(e.transition) ? [{ from: e.on, to: e.on }] : []))
  const spans: OpenSpan[] = []
  let since: PlainDate | null = null
  for (const event of events) {
    const inside = stage.states.some((state) => state === event.toState)
    if (inside && since === null) since = event.on
    if (!inside && since !== null && event.toState !== null) {
      spans.push({ from: since, to: event.on })
      since = null
    }
  }
  return since === null ? spans : [...spans, { from: since, to: null }]
}

const plannedSpan = (plan: { from: PlainDate | null; to: PlainDate | null } | undefined): TimeSpan | null => {
  const to = plan?.to ?? plan?.from ?? null
  return to === null ? null : { from: plan?.from ?? to, to }
}

/** The rows of the picture, in the order of the work. */
export const projectTimeline = (question: TimelineQuestion): TimelineRow[] => {
  const { state, events } = question
  const until = countedTo(events, question.today)
  const stages = projectStages(question.readingTrack)
  const now = stages.findLastIndex((stage) => stage.states.some((s) => s === state))
  const reached = Math.max(now, stages.findLastIndex((stage) => spansOf(stage, events).length > 0))
  return stages.map((stage, at) => {
    const actual = spansOf(stage, events)
    const planned = plannedSpan(question.planned[stage.id])
    const last = actual.at(-1)
    const ended = last?.to ?? null
    const late = planned === null ? 0 : ended !== null ? daysBetween(planned.to, ended) : daysBetween(planned.to, until)
    const expected = question.expected.find((e) => e.stage === stage.id && (ended === null || e.to > ended)) ?? null
    return {
      id: stage.id, label: stage.label, kind: stage.kind, planned, actual, expected: expected === null ? null : { from: expected.from, to: expected.to, label: expected.label },
      statutory: question.statutory.filter((s) => s.stage === stage.id).map(({ on, label, basis }) => ({ on, label, basis })), lateDays: Math.max(0, late), current: at === now, ahead: at > reached,
    }
  })
}
