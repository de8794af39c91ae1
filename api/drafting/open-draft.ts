import { textOf } from '../../law/drafting/index.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { guardText, projectFor } from './draft-for.ts'
import { type DraftSource, firstText } from './draft-source.ts'
import { snapshotDraft } from './snapshot-draft.ts'
import { json } from './write-steps.ts'

export type OpenedDraft = { id: string; articleCount: number; problems: { line: number; message: string }[] }

/**
 * Begin the draft of a project: from a file, a text that went out, a version of the library, or empty. The first text is
 * kept as a snapshot, so that everything after it can be held against it. One a project: throws `already-done`.
 */
export async function openDraft(options: { services: Services; actor: Actor; projectId: string; source: DraftSource }): Promise<OpenedDraft> {
  const { services, actor, projectId, source } = options
  const project = await projectFor({ services, actor, projectId, action: 'write' })
  guardText(project.state)
  const thereAlready = problem('already-done', { detail: '这个项目已经有草案，请直接打开。' })
  if (project.draft !== null) throw thereAlready
  const { doc, origin, problems } = await firstText({ services, actor, source, title: project.title })
  const id = newId()
  await inTransaction(services, async (work) => {
    const { count } = await work.tx.draft.createMany({ data: [{ id, projectId, doc: json(doc.toJSON()), createdBy: actor.personId }], skipDuplicates: true })
    if (count === 0) throw thereAlready
    work.audit({ actor, action: 'draft.open', entity: 'Draft', entityId: id, organId: project.organId, detail: { source: source.kind } })
    await snapshotDraft({ services, work, actor, projectId, kind: 'working', label: '初稿', reason: `来自${origin}` })
  })
  return { id, articleCount: textOf(doc).articles.length, problems: problems.map(({ line, message }) => ({ line, message })) }
}
