import { type DeadlineRule, type DeadlineUnit, deadlineRule, defaultDeadlineRules } from '../../law/deadline/index.ts'
import type { Transaction } from '../platform/work/transaction.ts'

const UNITS: readonly DeadlineUnit[] = ['calendarDay', 'workDay', 'month', 'year']
const isUnit = (value: string): value is DeadlineUnit => UNITS.some((u) => u === value)

/** The rules as they hold for one organ: its newest setting of each key over the default. */
export async function rulesInForce(tx: Transaction, organId: string): Promise<DeadlineRule[]> {
  const settings = await tx.deadlineRuleSetting.findMany({ where: { organId }, orderBy: { changedAt: 'asc' } })
  const newest = new Map(settings.map((s) => [s.key, s]))
  return defaultDeadlineRules.map((rule) => {
    const set = newest.get(rule.key)
    if (set === undefined || !isUnit(set.unit)) return rule
    return { ...rule, amount: set.amount, unit: set.unit, basis: set.basis, confirmed: set.confirmed, place: set.place }
  })
}

/** One rule as it holds for the organ. Throws RangeError for a key that no rule has. */
export async function ruleInForce(tx: Transaction, options: { organId: string; key: string }): Promise<DeadlineRule> {
  return deadlineRule(options.key, await rulesInForce(tx, options.organId))
}
