import { peopleServing } from '../notice/index.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { makerOrgans } from '../procedure/index.ts'

type Parties = { receiverOrganId: string; drafterIds: string[]; makerOrganId: string; jointMakerIds: string[]; filedByOrganId: string; createdBy: string; onPaper: boolean }

/** Why each of these persons may not handle the case (回避, domain §7.4), by person; who is free of the document is not in it. */
export async function recusalsOf(options: { services: Services; filing: Parties; personIds: readonly string[] }): Promise<ReadonlyMap<string, string>> {
  const { services, filing, personIds } = options
  const today = toDateColumn(services.clock.today())
  const ofMaker = await services.prisma.membership.findMany({
    where: { personId: { in: [...personIds] }, organId: { in: makerOrgans(filing) }, from: { lte: today }, OR: [{ to: null }, { to: { gte: today } }] },
    select: { personId: true },
  })
  return new Map(
    personIds.flatMap((id): [string, string][] => {
      if (filing.drafterIds.includes(id)) return [[id, '参与起草了这份文件']]
      if (ofMaker.some((m) => m.personId === id)) return [[id, '是制定机关的人员']]
      return !filing.onPaper && filing.createdBy === id ? [[id, '办理了这份文件的报备']] : []
    }),
  )
}

/** Refuses as the reviewer of a case who is no reviewer (or chief) of the receiving committee, or has to keep away from the document. Throws `invalid-input`. */
export async function refuseWrongReviewer(options: { services: Services; filing: Parties; reviewerId: string }): Promise<void> {
  const { services, filing, reviewerId } = options
  const wrong = (message: string) => problem('invalid-input', { fields: [{ path: 'reviewerId', message }], detail: message })
  const serving = await Promise.all([peopleServing(services, filing.receiverOrganId, 'reviewer'), peopleServing(services, filing.receiverOrganId, 'reviewChief')])
  if (!serving.flat().includes(reviewerId)) throw wrong('承办人须是本级的审查人员，请另选。')
  const why = (await recusalsOf({ services, filing, personIds: [reviewerId] })).get(reviewerId)
  if (why !== undefined) throw wrong(`此人${why}，应当回避，请另选承办人。`)
}
