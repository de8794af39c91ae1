import { type PaperKind, paperRoutes } from '../../../law/procedure/index.ts'
import { filesAfterCommit } from '../../file/index.ts'
import type { PaperContent, SheetContent } from '../../typesetting/index.ts'
import { newId } from '../../platform/ids.ts'
import { toDateColumn, toDateColumnOrNull } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import type { Services } from '../../platform/services.ts'
import type { Work } from '../../platform/work/transaction.ts'

/**
 * Keep a paper that the program made from the record (route `generated` of law/procedure): issued at once, in the
 * transaction of the step that yields it; its docx and PDF are laid out after it.
 */
export async function keepPaper(options: {
  services: Services
  work: Work
  actor: Actor
  filingId: string
  /** the organ that issues it; its people read the files */
  organId: string
  kind: PaperKind
  content: PaperContent | SheetContent
  number: string | null
  recipient: { id: string; name: string }
  replyDueOn?: string | null
}): Promise<string> {
  const { services, work, actor, kind, content } = options
  const label = paperRoutes.find((r) => r.kind === kind)?.label ?? kind
  const files = filesAfterCommit({ services, work, content, name: `${label}${options.number ?? ''}`, organId: options.organId, by: actor.personId })
  const id = newId()
  const today = services.clock.today()
  await work.tx.paper.create({
    data: {
      id, organId: options.organId, filingId: options.filingId, kind, state: 'issued', title: content.title, recipient: options.recipient.name, recipientOrganId: options.recipient.id,
      content: JSON.parse(JSON.stringify(content)), number: options.number, issuedOn: toDateColumn(today), issuedBy: actor.personId, issuedByName: actor.name, replyDueOn: toDateColumnOrNull(options.replyDueOn),
      ...files, createdBy: actor.personId, createdByName: actor.name, createdAt: services.clock.now(), deliveredAt: services.clock.now(),
    },
  })
  return id
}

export const demoMark = (services: Services): { demo?: string } => (services.settings.demo ? { demo: '演示数据' } : {})
