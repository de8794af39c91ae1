import { fromDateColumnOrNull } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { worksOfOne } from '../one-work.ts'
import { keepsLibrary, libraryPolicy } from '../policy.ts'
import { amendmentFor, amendmentScope } from './amendment-for.ts'
import type { AmendmentView } from './amendment-schema.ts'
import { presentAmendment } from './present-amendment.ts'

/** One amendment with what each instruction did, before and after. Throws `not-found`, `forbidden`. */
export async function readAmendment(options: { services: Services; actor: Actor; id: string }): Promise<AmendmentView> {
  return presentAmendment(options.services.prisma, await amendmentFor(options))
}

/** Open drafts on a work, the newest first. Throws `not-found`, `forbidden`. */
export async function listDrafts(options: { services: Services; actor: Actor; workKey: string }) {
  const { services, actor, workKey } = options
  const work = await services.prisma.work.findFirst({ where: { key: workKey, versions: { some: libraryPolicy.scope(actor, 'read') } }, select: { id: true } })
  if (work === null) throw problem('not-found')
  if (!keepsLibrary(actor)) throw problem('forbidden')
  const drafts = await services.prisma.amendment.findMany({ where: { workId: { in: await worksOfOne(services.prisma, work.id) }, state: 'draft', AND: amendmentScope(actor) }, orderBy: { changedAt: 'desc' } })
  const bases = await services.prisma.version.findMany({ where: { id: { in: drafts.map((d) => d.baseVersionId) } }, select: { id: true, effectiveFrom: true, adopted: true } })
  return drafts.map((d) => ({ id: d.id, decisionTitle: d.decisionTitle, base: datesOf(bases.find((b) => b.id === d.baseVersionId)), startedBy: d.startedByName, changedAt: d.changedAt.toISOString() }))
}

const datesOf = (base: { effectiveFrom: Date | null; adopted: Date | null } | undefined) => ({ effectiveFrom: fromDateColumnOrNull(base?.effectiveFrom ?? null), adopted: fromDateColumnOrNull(base?.adopted ?? null) })

/** How a version came about from a decision, for everybody who may read the version; null where it did not. Throws `not-found`. */
export async function amendmentOfVersion(options: { services: Services; actor: Actor; workKey: string; dateKey: string }): Promise<AmendmentView | null> {
  const { services, actor, workKey, dateKey } = options
  const version = await services.prisma.version.findFirst({ where: { dateKey, work: { key: workKey }, AND: libraryPolicy.scope(actor, 'read') }, select: { id: true } })
  if (version === null) throw problem('not-found')
  const amendment = await services.prisma.amendment.findUnique({ where: { versionId: version.id } })
  if (amendment === null) return null
  // what a person may not read stays unread: an unpublished text that a published one was made from
  const base = await services.prisma.version.count({ where: { id: amendment.baseVersionId, AND: libraryPolicy.scope(actor, 'read') } })
  return base === 0 ? null : presentAmendment(services.prisma, amendment)
}
