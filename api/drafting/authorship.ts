import { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { type Authored, type Authorship, authorshipAfter, NO_AUTHORSHIP, withStep } from '../../law/drafting/index.ts'
import { editorSchema } from '../../law/text/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { draftFor } from './draft-for.ts'

const AT_ONCE = 2_000

/**
 * Whose hand stands behind what was changed since 修订模式 began, place by place in the document at `version` (`upTo`, or the last one). Read from the
 * steps and the text that they began from; the author that an imported file names counts before the person who imported it.
 */
export async function draftAuthorship(options: { services: Services; actor: Actor; draftId: string; upTo?: number | undefined }): Promise<{ version: number; authored: Authored[] }> {
  const { services, draftId, upTo } = options
  const draft = await draftFor({ ...options, action: 'open' })
  if (!draft.tracking) return { version: upTo ?? draft.version, authored: [] }
  const { trackedDoc } = await services.prisma.draft.findUniqueOrThrow({ where: { id: draftId }, select: { trackedDoc: true } })
  let read: Read = { authorship: NO_AUTHORSHIP, doc: trackedDoc === null ? null : Node.fromJSON(editorSchema, trackedDoc) }
  let version = draft.baseVersion
  for (;;) {
    const rows = await services.prisma.draftStep.findMany({ where: { draftId, version: { gt: version, ...(upTo === undefined ? {} : { lte: upTo }) } }, orderBy: { version: 'asc' }, take: AT_ONCE, select: { version: true, kind: true, step: true, personName: true, authorName: true, at: true } })
    for (const row of rows) {
      version = row.version
      if (row.kind === 'edit') read = after(read, Step.fromJSON(editorSchema, row.step), { by: row.authorName ?? row.personName, at: row.at.toISOString() })
    }
    if (rows.length < AT_ONCE) return { version, authored: [...read.authorship.list] }
  }
}

/** `doc` null: 修订模式 began before the text of that moment was kept. What is told then does not follow an article that moves. */
type Read = { authorship: Authorship; doc: Node | null }

function after({ authorship, doc }: Read, step: Step, who: { by: string; at: string }): Read {
  if (doc === null) return { authorship: { ...authorship, list: withStep(authorship.list, step.getMap(), who) }, doc }
  return { authorship: authorshipAfter(authorship, { step, doc, who }), doc: step.apply(doc).doc }
}
