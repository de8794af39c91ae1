import { filingPolicy } from '../filing/index.ts'
import { peopleServing } from '../notice/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { recusalsOf } from '../review/index.ts'

/** Which reviewers have to keep away from which of these cases, and why: the dialogs of assignment do not offer them. Cases the person may not read are left out. */
export async function listRecusals(options: { services: Services; actor: Actor; filingIds: string[] }) {
  const { services, actor, filingIds } = options
  const filings = await services.prisma.filing.findMany({
    where: { AND: [filingPolicy.scope(actor, 'readInternal'), { id: { in: filingIds } }] },
    select: { id: true, receiverOrganId: true, drafterIds: true, makerOrganId: true, jointMakerIds: true, filedByOrganId: true, createdBy: true, onPaper: true },
  })
  const each = filings.map(async (filing) => {
    const personIds = await peopleServing(services, filing.receiverOrganId, 'reviewer')
    return [...(await recusalsOf({ services, filing, personIds }))].map(([personId, reason]) => ({ filingId: filing.id, personId, reason }))
  })
  return (await Promise.all(each)).flat()
}
