import { defaultDeadlineRules, type DeadlineUnit } from '../../law/deadline/index.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { administeredCommittees } from './policy.ts'

/**
 * Set a deadline rule for the administrator's committee and say whether it is confirmed for this place. Running clocks
 * keep the rule under which they started; every change is a row of its own.
 */
export async function setDeadlineRule(options: {
  services: Services
  actor: Actor
  organId: string
  key: string
  amount: number
  unit: DeadlineUnit
  basis: string
  confirmed: boolean
  note?: string
}): Promise<void> {
  const { services, actor, organId, key } = options
  if (!administeredCommittees(actor).includes(organId)) throw problem('forbidden')
  const rule = defaultDeadlineRules.find((r) => r.key === key)
  if (rule === undefined) throw problem('not-found')
  if (options.confirmed && options.basis.includes('外省市')) {
    throw problem('invalid-input', { fields: [{ path: 'basis', message: '确认以前，请把依据改为本地规定的名称和条文。' }] })
  }
  await inTransaction(services, async ({ tx, audit }) => {
    const before = await tx.deadlineRuleSetting.findFirst({ where: { organId, key }, orderBy: { changedAt: 'desc' } })
    await tx.deadlineRuleSetting.create({
      data: {
        id: newId(), organId, key, amount: options.amount, unit: options.unit, basis: options.basis, confirmed: options.confirmed,
        place: options.confirmed ? 'own' : rule.place, note: options.note ?? null, changedBy: actor.personId, supersedes: before?.id ?? null,
      },
    })
    audit({
      actor, action: 'deadlineRule.set', entity: 'DeadlineRule', entityId: key, organId,
      detail: { amount: options.amount, unit: options.unit, basis: options.basis, confirmed: options.confirmed, before: before === null ? { amount: rule.amount, unit: rule.unit } : { amount: before.amount, unit: before.unit } },
    })
  })
}
