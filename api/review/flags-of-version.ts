import { z } from '@hono/zod-openapi'
import { flagCodes, flagKind, flagProcedure, stateOf } from '../../law/procedure/index.ts'
import { audienceOf, filingPolicy } from '../filing/index.ts'
import { versionsInOrder } from '../library/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { anchorOfFlag, anchorOfSuperior, followAnchors, followedPassageSchema, type PassageAnchor } from './follow-flags.ts'
import { readableVersions } from './read-version.ts'

export const versionFlagSchema = z
  .object({
    flagId: z.string(), filingId: z.string(), filingTitle: z.string(), registrationNo: z.string().nullable(), number: z.number().int(), codeLabel: z.string(),
    state: z.object({ id: z.string(), label: z.string(), sign: z.string() }),
    /** `document`: words of this work are flagged; `superior`: a flag rests on words of this work */
    side: z.enum(['document', 'superior']),
    /** where it was set, and the words */
    label: z.string(), exact: z.string(), dateKey: z.string(), eId: z.string(),
    /** null where it was set on this very text */
    followed: z.union([followedPassageSchema, z.null()]),
  })
  .openapi('VersionFlag')
export type VersionFlag = z.infer<typeof versionFlagSchema>

/**
 * Open flags that touch a version of a work: set on it or on a text before it, each with the place where it stands in this
 * version. Only of cases whose review the person may read: a maker is never told, and who may not read the text has none.
 */
export async function flagsOfVersion(options: { services: Services; actor: Actor; version: { workKey: string; dateKey: string } | { id: string } }): Promise<VersionFlag[]> {
  const { services, actor } = options
  const tx = services.prisma
  const readable = readableVersions(actor)
  const which = 'id' in options.version ? { id: options.version.id } : { dateKey: options.version.dateKey, work: { key: options.version.workKey } }
  const version = await tx.version.findFirst({ where: { ...which, AND: readable }, select: { id: true, workId: true } })
  if (version === null) return []
  const line = await versionsInOrder({ tx, workId: version.workId, where: readable })
  const ids = line.slice(0, line.findIndex((v) => v.id === version.id) + 1).map((v) => v.id)
  const settled = flagProcedure.states.filter((s) => s.final === true).map((s) => s.id)
  const flags = await tx.reviewFlag.findMany({
    where: { state: { notIn: settled }, filing: filingPolicy.scope(actor, 'readInternal'), OR: [{ versionId: { in: ids } }, { superiorVersionId: { in: ids } }] },
    include: { filing: { select: { id: true, title: true, registrationNo: true, state: true, makerOrganId: true, filedByOrganId: true, receiverOrganId: true, tasks: { select: { assigneeOrganId: true } } } } }, orderBy: [{ filingId: 'asc' }, { number: 'asc' }],
  })
  const readers = flags.filter((flag) => audienceOf(actor, flag.filing) === 'review')
  const follow = (anchors: PassageAnchor[]) => followAnchors({ tx, where: readable, anchors, to: version.id })
  const superiors = readers.flatMap((flag) => anchorOfSuperior(flag) ?? []).filter((a) => ids.includes(a.versionId))
  const [documents, quoted] = [await follow(readers.filter((f) => ids.includes(f.versionId)).map(anchorOfFlag)), await follow(superiors)]
  const dateOf = (id: string): string => line.find((v) => v.id === id)?.dateKey ?? ''
  return readers.flatMap((flag): VersionFlag[] => {
    const state = stateOf(flagProcedure, flag.state)
    const common = {
      flagId: flag.id, filingId: flag.filing.id, filingTitle: flag.filing.title, registrationNo: flag.filing.registrationNo, number: flag.number, codeLabel: flagKind(z.enum(flagCodes).parse(flag.code)).label,
      state: { id: state.id, label: state.label, sign: state.sign },
    }
    const superior = superiors.find((a) => a.id === flag.id)
    return [
      ...(ids.includes(flag.versionId) ? [{ ...common, side: 'document' as const, label: flag.articleLabel, exact: z.looseObject({ exact: z.string() }).parse(flag.quote).exact, dateKey: dateOf(flag.versionId), eId: flag.eId, followed: documents.get(flag.id) ?? null }] : []),
      ...(superior === undefined ? [] : [{ ...common, side: 'superior' as const, label: flag.superiorLabel ?? '', exact: flag.superiorQuote ?? '', dateKey: dateOf(superior.versionId), eId: superior.eId, followed: quoted.get(flag.id) ?? null }]),
    ]
  })
}
