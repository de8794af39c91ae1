import { dueDate, remaining, ruleStanding } from '../../law/deadline/index.ts'
import { type DocumentKind, type FilingLine, filingLine, type OrganRef } from '../../law/procedure/index.ts'
import { type DeadlineView, ruleInForce, workCalendar } from '../deadline/index.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { committeeRefs } from './organ-refs.ts'

/** With whom the maker files a document of this kind, by the lines of law/procedure. */
export async function lineOf(tx: Transaction, options: { maker: OrganRef; documentKind: DocumentKind }): Promise<FilingLine> {
  return filingLine({ ...options, organs: await committeeRefs(tx) })
}

/**
 * The period in which a document is to be filed, from the day it was promulgated by the rule of its line; it runs before
 * any clock of a case does. Null while the date is not known. A document outside every line has the general period.
 */
export async function filingDeadline(tx: Transaction, options: { line: FilingLine; receiverOrganId: string; promulgated: string | null; today: string }): Promise<DeadlineView | null> {
  const { promulgated, today } = options
  if (promulgated === null) return null
  const rule = await ruleInForce(tx, { organId: options.receiverOrganId, key: options.line.deadlineRuleKey ?? 'filing.other' })
  const calendar = await workCalendar(tx)
  const counted = dueDate({ rule, start: promulgated, calendar })
  const left = remaining({ due: counted.due, today, unit: rule.unit, calendar })
  return {
    key: rule.key, label: rule.label, startOn: promulgated, dueOn: counted.due, state: 'running', amount: rule.amount, unit: rule.unit, basis: rule.basis,
    standing: ruleStanding(rule), steps: counted.steps, calendarKnown: !counted.unknownCalendar, suspendedOn: null,
    remaining: { kind: left.kind, amount: left.amount, unit: left.unit, text: left.text },
  }
}
