import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { type FilingRow, filingInclude } from './filing-row.ts'
import { type FilingAction, filingPolicy, filingSubject } from '../procedure/index.ts'

/**
 * The filing with its rows, for an act of this person. Throws `not-found` when the person may not know of it (so that
 * nobody learns which cases exist) and `forbidden` when only this action is not theirs.
 */
export async function filingFor(options: { services: Services; actor: Actor; filingId: string; action: FilingAction }): Promise<FilingRow> {
  const { services, actor, filingId, action } = options
  const filing = await services.prisma.filing.findUnique({ where: { id: filingId }, include: filingInclude })
  if (filing === null) throw problem('not-found')
  const subject = filingSubject(filing)
  if (!filingPolicy.can(actor, 'read', subject)) throw problem('not-found')
  if (!filingPolicy.can(actor, action, subject)) throw problem('forbidden')
  return filing
}
