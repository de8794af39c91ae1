import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { keepsLibrary, libraryPolicy } from '../policy.ts'

/** A version that the person may correct what is known of. Throws `not-found` where they may not know of it, else `forbidden`. */
export async function keptVersion(options: { services: Services; actor: Actor; workKey: string; dateKey: string }) {
  const { services, actor, workKey, dateKey } = options
  const version = await services.prisma.version.findFirst({ where: { dateKey, work: { key: workKey }, AND: libraryPolicy.scope(actor, 'read') }, select: { id: true, workId: true, effectiveFrom: true } })
  if (version === null) throw problem('not-found')
  if (!keepsLibrary(actor)) throw problem('forbidden')
  return version
}
