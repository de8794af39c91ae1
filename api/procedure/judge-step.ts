import { checkTransition, type Procedure, type ProcedureRole, type StepFacts } from '../../law/procedure/index.ts'
import { problem } from '../platform/problem/problems.ts'

/**
 * Ask the tables of law/procedure whether a step may be taken. Returns the state it leads to; a refusal becomes
 * `step-refused` with the rule's sentence and basis.
 */
export function judgeStep<StateId extends string, Guards extends string, Facts extends StepFacts, Paper extends string>(options: {
  procedure: Procedure<StateId, Guards, Facts, Paper>
  state: string
  key: string
  roles: readonly ProcedureRole[]
  facts: Facts
}): StateId {
  const { procedure, key, roles, facts } = options
  const state = procedure.states.find((s) => s.id === options.state)
  if (state === undefined) throw new RangeError(`${procedure.key} has no state ${options.state}`)
  const answer = checkTransition({ procedure, state: state.id, transition: key, roles, facts })
  if (!answer.ok) throw problem(answer.rule === 'wrongRole' ? 'forbidden' : 'step-refused', { detail: answer.message, extra: { rule: answer.rule, basis: answer.basis } })
  return answer.to
}

/** The row of a step; a key that no row has is a mistake in the program. */
export function stepOf<StateId extends string, Guards extends string, Facts extends StepFacts, Paper extends string>(
  procedure: Procedure<StateId, Guards, Facts, Paper>,
  key: string,
) {
  const row = procedure.transitions.find((t) => t.key === key)
  if (row === undefined) throw new RangeError(`${procedure.key} has no step ${key}`)
  return row
}
