import { type FilingAction, type FilingRow, audienceOf, filingFor } from '../filing/index.ts'
import { peopleIn } from '../notice/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'
import { refuseOwnDocument, reviewCase } from '../review/index.ts'

/** The case for an act of those who review it; nobody handles a document of their own. */
export async function handledCase(options: { services: Services; actor: Actor; filingId: string; action?: FilingAction }): Promise<FilingRow> {
  const filing = await reviewCase(options)
  refuseOwnDocument(options.actor, filing)
  return filing
}

export type Speaker = { filing: FilingRow; /** the maker itself, or staff who write down what came on paper */ side: 'maker' | 'staff' }

/** The case for an act of its maker, or of staff who write down what the maker said. Throws `not-found`, `forbidden`. */
export async function makerCase(options: { services: Services; actor: Actor; filingId: string }): Promise<Speaker> {
  const filing = await filingFor({ ...options, action: 'read' })
  if (audienceOf(options.actor, filing) === 'maker') {
    if (filing.state === 'draft') throw problem('not-found')
    return { filing, side: 'maker' }
  }
  const staff = options.actor.memberships.some((m) => m.standingCommitteeId === filing.receiverOrganId && ['receptionClerk', 'reviewer', 'reviewChief'].includes(m.role))
  if (!staff) throw problem('forbidden')
  refuseOwnDocument(options.actor, filing)
  return { filing, side: 'staff' }
}

/** Tell the maker's clerks; the same sentence about the same thing only once. */
export async function tellMaker(options: { services: Services; work: Work; filing: Pick<FilingRow, 'id' | 'makerOrganId' | 'filedByOrganId'>; kind: string; title: string; body: string; about: string; link?: string }): Promise<void> {
  const { services, work, filing, kind, title, body } = options
  for (const personId of await peopleIn(services, [filing.makerOrganId, filing.filedByOrganId], 'filingClerk')) {
    work.notify({ personId, kind, title, body, link: options.link ?? `/app/answers/${filing.id}`, entity: 'Filing', entityId: filing.id, dedupeKey: `${kind}:${options.about}:${personId}` })
  }
}

/** Tell whoever reviews the case. */
export function tellReviewer(options: { work: Work; filing: Pick<FilingRow, 'id' | 'reviewerId'>; kind: string; title: string; body: string; about: string; link?: string }): void {
  const { filing } = options
  if (filing.reviewerId !== null) tellPerson({ ...options, personId: filing.reviewerId })
}

/** Tell one person of the reviewing body; the same sentence about the same thing only once. */
export function tellPerson(options: { work: Work; personId: string; filing: { id: string }; kind: string; title: string; body: string; about: string; link?: string }): void {
  const { work, personId, filing, kind, title, body } = options
  work.notify({ personId, kind, title, body, link: options.link ?? `/app/review/${filing.id}`, entity: 'Filing', entityId: filing.id, dedupeKey: `${kind}:${options.about}:${personId}` })
}
