/** What lies ahead of a project, whoever's step it is: the next step on the way, the one after it, and what they ask for. */
import { documentsMissing } from './legislation-documents.ts'
import { type ProjectFacts, projectGuards } from './legislation-guards.ts'
import { legislationProcedure, leadsForward, type ProjectState } from './legislation-procedure.ts'
import { projectStages } from './project-timeline.ts'

/** Rules of order: a step that they refuse is not its turn; what is lacking for one that is, is told. */
const ofOrder = ['firstReadingIsNext', 'secondReadingIsNext', 'thirdReadingIsNext', 'readOnce', 'readingsHeld', 'governmentBill', 'passedExecutive', 'majorityOfAll', 'noMajority', 'effectiveDayReached'] as const

/** Whether a refusal by this rule says that it is not the step's turn. */
export const isOutOfTurn = (rule: string): boolean => ofOrder.some((name) => name === rule)

export type StepAhead = { key: string; label: string; to: ProjectState; /** names of the documents that it asks for and that are not there */ missing: string[] }

const readings = ['holdFirstReading', 'holdSecondReading', 'holdThirdReading']

/** What holds once the step was taken, as far as the order of the next one depends on it. */
const taken = (key: string, facts: ProjectFacts): ProjectFacts => ({
  ...facts, surveyed: facts.surveyed || key === 'startSurvey', referred: facts.referred || key === 'referToCommittee', passedExecutive: facts.passedExecutive || key === 'passGovExecutive', readingsHeld: facts.readingsHeld + (readings.includes(key) ? 1 : 0),
})

/** Steps that are behind: a survey that was made, readings beyond the number that was decided. */
export const isBehind = (key: string, facts: ProjectFacts): boolean => (key === 'startSurvey' && facts.surveyed) || (readings.includes(key) && facts.readingTrack !== null && facts.readingsHeld >= facts.readingTrack)

function nextOnTheWay(state: ProjectState, facts: ProjectFacts): StepAhead | null {
  const row = legislationProcedure.transitions.find(
    (t) => t.from.includes(state) && t.to !== null && t.to !== state && leadsForward(t) && !isBehind(t.key, facts) && !t.guards.some((guard) => isOutOfTurn(guard) && !projectGuards[guard].holds(facts, t.actorRoles)),
  )
  return row?.to == null ? null : { key: row.key, label: row.label, to: row.to, missing: documentsMissing(row.key, facts) }
}

/** The next step of a project on the way forward and the one after it; none where it stands still or has ended. */
export function stepsAhead(state: ProjectState, facts: ProjectFacts): StepAhead[] {
  const first = nextOnTheWay(state, facts)
  if (first === null) return []
  const second = nextOnTheWay(first.to, taken(first.key, facts))
  return second === null ? [first] : [first, second]
}

type Planned = Readonly<Record<string, { from: string | null; to: string | null } | undefined>>

/** The day that was planned for a step: that of the stage which it begins, else the end of the stage which it leaves; null where nobody planned one. */
export function plannedDay(step: Pick<StepAhead, 'key' | 'to'>, project: { state: string; readingTrack: number | null; planned: Planned }): { on: string; stage: string } | null {
  const stages = projectStages(project.readingTrack)
  const begins = stages.find((s) => s.steps.includes(step.key)) ?? stages.find((s) => s.states.includes(step.to) && !s.states.some((state) => state === project.state))
  const leaves = stages.find((s) => s.states.some((state) => state === project.state))
  const of = (stage: typeof begins, end: 'from' | 'to'): { on: string; stage: string } | null => {
    const on = stage === undefined ? null : (project.planned[stage.id]?.[end] ?? null)
    return on === null || stage === undefined ? null : { on, stage: stage.label }
  }
  return (begins?.kind === 'day' ? of(begins, 'to') : of(begins, 'from')) ?? of(leaves, 'to')
}
