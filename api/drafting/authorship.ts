import { Step } from 'prosemirror-transform'
import { type Authored, withStep } from '../../law/drafting/index.ts'
import { editorSchema } from '../../law/text/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { draftFor } from './draft-for.ts'

const AT_ONCE = 2_000

/**
 * Whose hand stands behind what was changed since 修订模式 began, place by place in the document at `version`. Read from the
 * steps; the author that an imported file names counts before the person who imported it.
 */
export async function draftAuthorship(options: { services: Services; actor: Actor; draftId: string }): Promise<{ version: number; authored: Authored[] }> {
  const { services, draftId } = options
  const draft = await draftFor({ ...options, action: 'open' })
  let authored: Authored[] = []
  let version = draft.baseVersion
  for (;;) {
    const rows = await services.prisma.draftStep.findMany({ where: { draftId, version: { gt: version } }, orderBy: { version: 'asc' }, take: AT_ONCE, select: { version: true, kind: true, step: true, personName: true, authorName: true, at: true } })
    for (const row of rows) {
      version = row.version
      if (row.kind === 'edit') authored = withStep(authored, Step.fromJSON(editorSchema, row.step).getMap(), { by: row.authorName ?? row.personName, at: row.at.toISOString() })
    }
    if (rows.length < AT_ONCE) return { version, authored }
  }
}
