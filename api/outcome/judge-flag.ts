import { z } from '@hono/zod-openapi'
import { flagResolutions } from '../../law/procedure/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { handledCase } from './outcome-case.ts'

export const judgementSchema = z
  .object({
    refiledId: z.string().nullable(),
    /** what the comparison said when it was judged */
    finding: z.enum(['unchanged', 'changed', 'deleted', 'notFound', 'answered']),
    /** the algorithm that said it; null where a person read the maker's answer, and before it was kept */
    algorithm: z.string().nullable().default(null),
    verdict: z.enum(flagResolutions),
    note: z.string(),
    by: z.string(),
    byName: z.string(),
    at: z.string(),
  })
  .openapi('FlagJudgement')
export type Judgement = z.infer<typeof judgementSchema>
export const judgementOf = (stored: unknown): Judgement | null => judgementSchema.nullable().catch(null).parse(stored ?? null)

/** States of a flag in which it can still be judged. */
export const judgeable = ['confirmed', 'putToMaker', 'answered']

/**
 * What a person judges of one flag: by the corrected text, or by the maker's answer. Kept, and changed as often as needed,
 * until the result is registered; the state of the flag moves only then.
 */
export async function judgeFlag(options: { services: Services; actor: Actor; filingId: string; flagId: string; judgement: Pick<Judgement, 'refiledId' | 'finding' | 'algorithm' | 'verdict' | 'note'> }): Promise<Judgement> {
  const { services, actor, filingId, flagId } = options
  const filing = await handledCase({ services, actor, filingId, action: 'review' })
  const judgement: Judgement = { ...options.judgement, by: actor.personId, byName: actor.name, at: services.clock.now().toISOString() }
  await inTransaction(services, async (work) => {
    const flag = await work.tx.reviewFlag.findFirst({ where: { id: flagId, filingId }, select: { state: true } })
    if (flag === null) throw problem('not-found')
    if (!judgeable.includes(flag.state)) throw problem('step-refused', { detail: '这处问题已经了结，不用再判断。', extra: { rule: 'wrongState' } })
    await work.tx.reviewFlag.update({ where: { id: flagId }, data: { judgement, revision: { increment: 1 } } })
    work.audit({ actor, action: 'flag.judge', entity: 'ReviewFlag', entityId: flagId, organId: filing.receiverOrganId, detail: { verdict: judgement.verdict, finding: judgement.finding } })
  })
  return judgement
}
