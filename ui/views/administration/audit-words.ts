import { filingProcedure } from '../../../law/procedure/index.ts'
import { messages } from '../../messages/zh.ts'

/** An act of the audit trail in words: steps of a case by the procedure's own label, the rest from the catalogue, the code itself where neither knows it. */
export function actWord(action: string): string {
  const known = messages.administration.audit.actions[action]
  if (known !== undefined) return known
  const [capability, key] = action.split('.')
  return (capability === 'filing' ? filingProcedure.transitions.find((transition) => transition.key === key)?.label : undefined) ?? action
}
