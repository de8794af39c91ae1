import { latestBefore } from '../../law/deadline/index.ts'
import { ruleInForce, workCalendar } from '../deadline/index.ts'
import type { Transaction } from '../platform/work/transaction.ts'

/** The day by which materials are with the members, counted back from the meeting, with the rule it rests on (立法法第三十一条 as a model). */
export async function materialsDue(tx: Transaction, options: { organId: string; startsOn: string }): Promise<{ dueOn: string; label: string; basis: string; confirmed: boolean; amount: number; unit: string }> {
  const rule = await ruleInForce(tx, { organId: options.organId, key: 'legislation.materials' })
  return { dueOn: latestBefore({ rule, day: options.startsOn, calendar: await workCalendar(tx) }), label: rule.label, basis: rule.basis, confirmed: rule.confirmed, amount: rule.amount, unit: rule.unit }
}
