import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'

/** What stands at the head of every page that leaves before publication: who took it out and when (domain §7.4 h). */
export const exportMark = ({ services, actor }: { services: Services; actor: Actor }): string => `未公布草案，不得外传　${actor.name} ${services.clock.today()} 导出`

/** An export before publication is recorded. */
export const recordExport = (options: { services: Services; actor: Actor; draftId: string; what: string; texts: string[] }): Promise<void> =>
  inTransaction(options.services, async (work) => {
    work.audit({ actor: options.actor, action: 'draft.export', entity: 'Draft', entityId: options.draftId, detail: { what: options.what, texts: options.texts } })
  })
