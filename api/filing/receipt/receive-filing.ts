import type { Actor } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { toDateColumn } from '../../platform/legal-date.ts'
import { transition } from '../../procedure/index.ts'
import { filingFor } from '../filing-for.ts'

/** 接收: the clerk takes the package in for the formal check. Nobody receives a filing of their own organ. */
export async function receiveFiling(options: { services: Services; actor: Actor; filingId: string; revision: number }): Promise<void> {
  const { services, actor, filingId, revision } = options
  await filingFor({ services, actor, filingId, action: 'receive' })
  await inTransaction(services, (work) =>
    transition({ services, work, actor, filingId, key: 'receive', revision, audience: 'maker', changes: { receivedOn: toDateColumn(services.clock.today()) } }),
  )
}
