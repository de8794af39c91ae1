/** The shape in which default rules are written. */
import type { DeadlineRule } from './types.ts'

type RuleInput = Pick<DeadlineRule, 'key' | 'amount' | 'unit' | 'startEvent' | 'label' | 'basis'> & Partial<DeadlineRule>

/** A rule with what most rules have in common: taken from other provinces, not confirmed, running through every pause. */
export const rule = (input: RuleInput): DeadlineRule => ({
  place: 'reference',
  confirmed: false,
  onSuspend: 'continue',
  onCorrection: 'continue',
  onInquiry: 'continue',
  reminderDaysBefore: [7, 3, 0],
  ...input,
})
