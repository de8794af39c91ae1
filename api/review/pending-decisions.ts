import { z } from '@hono/zod-openapi'
import { dueDate } from '../../law/deadline/index.ts'
import { ruleInForce, workCalendar } from '../deadline/index.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import { shanghaiDate } from '../platform/config/clock.ts'
import type { Transaction } from '../platform/work/transaction.ts'

const EXTENSION_RULE = 'proactiveReview.extension'

export const pendingSchema = z
  .object({
    /** more time was asked for: until when, with the rule and its basis, and what holds until it is decided */
    extension: z.object({ by: z.string(), requestedOn: z.string(), reason: z.string(), dueOn: z.string(), newDueOn: z.string(), basis: z.string() }).nullable(),
    /** the maker's written plan, not yet accepted or declined */
    plan: z.object({ text: z.string(), dueOn: z.string(), offeredOn: z.string() }).nullable(),
  })
  .openapi('PendingDecisions')
export type PendingDecisions = z.infer<typeof pendingSchema>

/** What the chief has still to decide on a case; shown to everybody who reviews it, so that nobody asks twice. */
export async function pendingDecisions(tx: Transaction, filing: { id: string; receiverOrganId: string }): Promise<PendingDecisions> {
  const [request, plan] = await Promise.all([
    tx.extensionRequest.findFirst({ where: { filingId: filing.id, state: 'requested' }, orderBy: { id: 'desc' } }),
    tx.correctionPlan.findFirst({ where: { filingId: filing.id, state: 'offered' }, orderBy: { id: 'desc' } }),
  ])
  const clock = request === null ? null : await tx.caseClock.findUnique({ where: { id: request.clockId }, select: { dueOn: true } })
  const dueOn = clock?.dueOn == null ? null : fromDateColumn(clock.dueOn)
  const rule = dueOn === null ? null : await ruleInForce(tx, { organId: filing.receiverOrganId, key: EXTENSION_RULE })
  return {
    extension: request === null || dueOn === null || rule === null ? null : {
      by: request.requestedByName, requestedOn: shanghaiDate(request.requestedAt), reason: request.reason, dueOn, newDueOn: dueDate({ rule, start: dueOn, calendar: await workCalendar(tx) }).due, basis: rule.basis,
    },
    plan: plan === null ? null : { text: plan.text, dueOn: fromDateColumn(plan.dueOn), offeredOn: shanghaiDate(plan.offeredAt) },
  }
}
