import { channelOf, organKinds } from '../../law/procedure/index.ts'
import { z } from 'zod'
import { type Actor, committeesServedAs } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'

/** Organs that a letter can come from, those whose proposal is a 审查要求 marked. For those who enter letters. */
export async function listProposers(options: { services: Services; actor: Actor }) {
  if (committeesServedAs(options.actor, 'receptionClerk', 'reviewer').length === 0) throw problem('forbidden')
  const organs = await options.services.prisma.organ.findMany({ where: { active: true }, select: { id: true, name: true, kind: true }, orderBy: { name: 'asc' } })
  return {
    items: organs.map((organ) => {
      const kind = z.enum(organKinds).safeParse(organ.kind)
      return { id: organ.id, name: organ.name, demand: channelOf(kind.success ? kind.data : null) === 'demand' }
    }),
  }
}
