import { type PaperKind, paperRoute } from '../../law/procedure/index.ts'
import { filesAfterCommit } from '../file/index.ts'
import type { PaperContent } from '../typesetting/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'

/** Keep a record that the program makes from the case at a step (route `generated`): issued at once, as docx and PDF. */
export async function keepRecord(options: {
  services: Services
  work: Work
  actor: Actor
  filingId?: string
  projectId?: string | null
  meetingId?: string | null
  organId: string
  kind: PaperKind
  content: PaperContent
  recipient?: { id: string; name: string } | null
}): Promise<string> {
  const { services, work, actor, organId, kind } = options
  const content: PaperContent = { ...options.content, ...(services.settings.demo ? { demo: '演示数据' } : {}) }
  const files = filesAfterCommit({ services, work, content, name: `${paperRoute(kind).label}`, organId, by: actor.personId })
  const id = newId()
  await work.tx.paper.create({
    data: {
      id, organId, filingId: options.filingId ?? null, projectId: options.projectId ?? null, meetingId: options.meetingId ?? null, kind, state: 'issued', title: content.title, recipient: options.recipient?.name ?? null, recipientOrganId: options.recipient?.id ?? null,
      content: JSON.parse(JSON.stringify(content)), ...files, issuedOn: toDateColumn(services.clock.today()), issuedBy: actor.personId, issuedByName: actor.name,
      createdBy: actor.personId, createdByName: actor.name, createdAt: services.clock.now(),
    },
  })
  return id
}
