/**
 * What a procedure is: states and transitions as data, and the one function that judges a step.
 *
 * Every transition names who may take it, what must hold, what it needs and yields, which clocks it moves
 * and the article it rests on. A case keeps the version of the procedure under which it began.
 */
import type { PauseCause } from '../deadline/index.ts'
import { type ProcedureRole, procedureRoleLabels } from './role.ts'

/** Beside every state stands a sign, so that colour is never the only carrier. */
export type StateSign = '●' | '○' | '◐' | '✓' | '!'

export type State<StateId extends string = string> = {
  id: StateId
  label: string
  sign: StateSign
  /** the part of the work that it belongs to; a heading in lists */
  phase: string
  final?: boolean
}

export type Guard<Facts> = {
  /** what a person is told when the guard refuses */
  message: string
  /** the sentence where the facts can name what is missing; null where `message` says it all */
  tell?: (facts: Facts) => string | null
  /** null: the basis of the step that it stands before */
  basis: string | null
  holds: (facts: Facts, roles: readonly ProcedureRole[]) => boolean
}

export type Transition<StateId extends string = string, Guards extends string = string, Paper extends string = string> = {
  key: string
  from: readonly StateId[]
  /** null: an act that is recorded and leaves the state as it is */
  to: StateId | null
  /** words of the button */
  label: string
  actorRoles: readonly ProcedureRole[]
  guards: readonly Guards[]
  /** fields of the step's form that must be filled */
  requires: readonly string[]
  /** paper that the step yields; one that goes through signing must have been issued */
  yields: Paper | null
  startsClock: readonly string[]
  /** clocks whose last day is decided with the step and not counted by their rule: the field that says it, and what the day is called */
  clockEnds: Readonly<Record<string, { field: string; label: string; basis: string }>>
  /** field whose value is the key of the one clock that starts, where `startsClock` offers several */
  clockChosenBy?: string
  stopsClock: readonly string[]
  /** clocks that a pause touches; what happens to each is told by its rule for the cause `pause` */
  suspendsClock: readonly string[]
  /** clocks that go on, or begin again, after the pause `pause` */
  restartsClock: readonly string[]
  pause: PauseCause | null
  basis: string
  /** needs a second confirmation: cannot be taken back */
  dangerous?: boolean
}

export type Procedure<StateId extends string, Guards extends string, Facts extends StepFacts, Paper extends string> = {
  key: string
  version: string
  label: string
  start: StateId
  states: readonly State<StateId>[]
  transitions: readonly Transition<StateId, Guards, Paper>[]
  guards: Readonly<Record<Guards, Guard<Facts>>>
  /** names of the required fields, in Chinese */
  fieldLabels: Readonly<Record<string, string>>
  /** papers that must have been issued before the step that yields them is done, with their names */
  signedPapers: Readonly<Partial<Record<Paper, string>>>
}

/** What every step is judged on; procedures add their own facts. */
export type StepFacts = {
  /** fields of the step's form that are filled */
  fields: readonly string[]
  /** kinds of papers of this case that have been issued */
  issuedPapers: readonly string[]
}

/** Why a step is refused. A guard refuses under its own name. */
export type RefusalRule = 'unknownState' | 'unknownTransition' | 'wrongState' | 'wrongRole' | 'missingField' | 'paperNotIssued'

export type TransitionAnswer<StateId extends string, Guards extends string> =
  | { ok: true; to: StateId }
  | { ok: false; rule: RefusalRule | Guards; message: string; basis: string }

/** Defaults for the parts of a transition that most rows leave empty. */
export const transition = <StateId extends string, Guards extends string, Paper extends string>(
  input: Pick<Transition<StateId, Guards, Paper>, 'key' | 'from' | 'to' | 'label' | 'actorRoles' | 'basis'> & Partial<Transition<StateId, Guards, Paper>>,
): Transition<StateId, Guards, Paper> => ({
  guards: [], requires: [], yields: null, startsClock: [], clockEnds: {}, stopsClock: [], suspendsClock: [], restartsClock: [], pause: null, ...input,
})

const holdsRole = (row: Transition, roles: readonly ProcedureRole[]): boolean => row.actorRoles.some((role) => roles.includes(role))

/** The steps that a person with these roles may be offered in a state; guards are judged when one is taken. */
export const transitionsFrom = <StateId extends string, Guards extends string, Facts extends StepFacts, Paper extends string>(
  procedure: Procedure<StateId, Guards, Facts, Paper>,
  state: StateId,
  { roles }: { roles: readonly ProcedureRole[] },
): Transition<StateId, Guards, Paper>[] => procedure.transitions.filter((row) => row.from.includes(state) && holdsRole(row, roles))

/** The state of that id. Throws RangeError when the procedure has none. */
export const stateOf = <StateId extends string, Guards extends string, Facts extends StepFacts, Paper extends string>(
  procedure: Procedure<StateId, Guards, Facts, Paper>,
  id: string,
): State<StateId> => {
  const found = procedure.states.find((state) => state.id === id)
  if (!found) throw new RangeError(`“${procedure.label}”没有名为“${id}”的状态。`)
  return found
}

export type StepQuestion<StateId extends string, Guards extends string, Facts extends StepFacts, Paper extends string> = {
  procedure: Procedure<StateId, Guards, Facts, Paper>
  state: StateId
  /** key of the transition */
  transition: string
  roles: readonly ProcedureRole[]
  facts: Facts
}

/**
 * Judges one step: the state it leads to, or the rule that refuses it with a sentence for the person and
 * the basis. The order is fixed: state, role, guards, fields, paper. Nothing is changed.
 */
export const checkTransition = <StateId extends string, Guards extends string, Facts extends StepFacts, Paper extends string>(
  { procedure, state, transition: key, roles, facts }: StepQuestion<StateId, Guards, Facts, Paper>,
): TransitionAnswer<StateId, Guards> => {
  const refuse = (rule: RefusalRule | Guards, message: string, basis: string): TransitionAnswer<StateId, Guards> => ({ ok: false, rule, message, basis })
  const current = procedure.states.find(({ id }) => id === state)
  if (!current) return refuse('unknownState', `没有“${state}”这个状态，请刷新页面后重试。`, procedure.label)
  const row = procedure.transitions.find((candidate) => candidate.key === key)
  if (!row) return refuse('unknownTransition', '没有这个步骤，请刷新页面后重试。', procedure.label)
  if (!row.from.includes(state)) {
    const allowed = row.from.map((id) => `“${stateOf(procedure, id).label}”`).join('、')
    return refuse('wrongState', `现在是“${current.label}”，不能“${row.label}”；这一步只能在${allowed}时办理。`, row.basis)
  }
  if (!holdsRole(row, roles)) {
    return refuse('wrongRole', `“${row.label}”由${row.actorRoles.map((role) => procedureRoleLabels[role]).join('、')}办理，请转给他们。`, row.basis)
  }
  for (const name of row.guards) {
    const guard = procedure.guards[name]
    if (!guard.holds(facts, roles)) return refuse(name, guard.tell?.(facts) ?? guard.message, guard.basis ?? row.basis)
  }
  const missing = row.requires.filter((field) => !facts.fields.includes(field))
  if (missing.length > 0) {
    return refuse('missingField', `“${row.label}”还要填写：${missing.map((field) => procedure.fieldLabels[field] ?? field).join('、')}。`, row.basis)
  }
  const signed = row.yields === null ? undefined : procedure.signedPapers[row.yields]
  if (signed !== undefined && row.yields !== null && !facts.issuedPapers.includes(row.yields)) {
    return refuse('paperNotIssued', `《${signed}》还没有签发，签发以后才能“${row.label}”。`, row.basis)
  }
  return { ok: true, to: row.to ?? state }
}

/** The last day of a clock that somebody decided, with its name and basis. */
export type DecidedEnd = { on: string; label: string; basis: string }

export type ClockChange =
  | { clock: string; change: 'stop' }
  /** `until`: the day was decided; else it is counted by the clock's rule */
  | { clock: string; change: 'start'; until?: DecidedEnd }
  /** what pausing or going on means for the clock is told by its rule for this cause (`pauseEffect`) */
  | { clock: string; change: 'pause' | 'resume'; cause: PauseCause }

/**
 * What a step does to the clocks of its case, stops before starts. `values` are the fields of the step's
 * form: where the step offers several clocks, one field names the one that starts. Throws RangeError when
 * it names none of them.
 */
export const clockChanges = (row: Transition, values: Readonly<Record<string, string>>): ClockChange[] => {
  const chosen = row.clockChosenBy === undefined ? null : (values[row.clockChosenBy] ?? '')
  if (chosen !== null && !row.startsClock.includes(chosen)) throw new RangeError(`“${row.label}”没有名为“${chosen}”的期限，请重新选择。`)
  const cause = row.pause
  return [
    ...row.stopsClock.map((clock) => ({ clock, change: 'stop' as const })),
    ...(cause === null ? [] : row.suspendsClock.map((clock) => ({ clock, change: 'pause' as const, cause }))),
    ...(cause === null ? [] : row.restartsClock.map((clock) => ({ clock, change: 'resume' as const, cause }))),
    ...row.startsClock.filter((clock) => chosen === null || clock === chosen).map((clock) => {
      const end = row.clockEnds[clock]
      const on = end === undefined ? '' : (values[end.field] ?? '')
      return end === undefined || on === '' ? { clock, change: 'start' as const } : { clock, change: 'start' as const, until: { on, label: end.label, basis: end.basis } }
    }),
  ]
}

/** Faults in the tables of a procedure; empty when it is sound. Run by tests and by an administrator's check. */
export const procedureFaults = <StateId extends string, Guards extends string, Facts extends StepFacts, Paper extends string>(
  procedure: Procedure<StateId, Guards, Facts, Paper>,
  { clockKeys }: { clockKeys: readonly string[] },
): string[] => {
  const faults: string[] = []
  const keys = procedure.transitions.map(({ key }) => key)
  for (const key of keys) if (keys.indexOf(key) !== keys.lastIndexOf(key)) faults.push(`${key}: twice`)
  for (const row of procedure.transitions) {
    if (row.actorRoles.length === 0) faults.push(`${row.key}: no actor`)
    if (row.basis.trim() === '') faults.push(`${row.key}: no basis`)
    if (row.label.trim() === '') faults.push(`${row.key}: no label`)
    if (row.from.length === 0) faults.push(`${row.key}: comes from nowhere`)
    if (row.clockChosenBy !== undefined && !row.requires.includes(row.clockChosenBy)) faults.push(`${row.key}: chooses its clock by a field it does not require`)
    const touched = [...row.startsClock, ...row.stopsClock, ...row.suspendsClock, ...row.restartsClock]
    for (const clock of touched) if (!clockKeys.includes(clock)) faults.push(`${row.key}: clock ${clock} has no rule`)
    if (row.suspendsClock.length + row.restartsClock.length > 0 && row.pause === null) faults.push(`${row.key}: a pause without a cause`)
    for (const [clock, { field }] of Object.entries(row.clockEnds)) if (!row.startsClock.includes(clock) || !row.requires.includes(field)) faults.push(`${row.key}: the end of ${clock} is set by a field it does not require`)
    for (const field of row.requires) if (!(field in procedure.fieldLabels)) faults.push(`${row.key}: field ${field} has no name`)
    for (const id of row.from) if (stateOf(procedure, id).final === true && row.to !== null && row.to !== id) faults.push(`${row.key}: leaves the final state ${id}`)
  }
  const reached = new Set<StateId>([procedure.start])
  for (let before = -1; before !== reached.size; ) {
    before = reached.size
    for (const row of procedure.transitions) if (row.to !== null && row.from.some((id) => reached.has(id))) reached.add(row.to)
  }
  for (const { id, final } of procedure.states) {
    if (!reached.has(id)) faults.push(`${id}: cannot be reached`)
    if (final !== true && !procedure.transitions.some((row) => row.to !== null && row.to !== id && row.from.includes(id))) faults.push(`${id}: cannot be left`)
  }
  const started = new Set(procedure.transitions.flatMap(({ startsClock }) => startsClock))
  for (const { key, suspendsClock } of procedure.transitions) {
    for (const clock of suspendsClock) if (!started.has(clock)) faults.push(`${key}: pauses ${clock}, which nothing starts`)
  }
  return faults
}
