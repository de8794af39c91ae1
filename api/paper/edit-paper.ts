import { z } from '@hono/zod-openapi'
import { paperProcedure } from '../../law/procedure/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { blockOf, blockSchema, contentOf } from './paper-content.ts'
import type { PaperRow } from './paper-policy.ts'
import { kindOf, ownCountersign, paperFor, rolesOnPaper } from './read-paper.ts'
import { countersignersOf } from './paper-policy.ts'
import { valuesOf } from './passages.ts'

export const paperEditSchema = z
  .object({
    title: z.string().min(1, '请填写标题。').max(300).optional(),
    body: z.array(blockSchema).max(500).optional(),
    copyTo: z.string().max(500).optional(),
    /** what is typed into the marked passages, by key */
    values: z.record(z.string().max(120), z.string().max(4000)).optional(),
  })
  .openapi('PaperEdit')
export type PaperEdit = z.infer<typeof paperEditSchema>

/** Who may change the words, and who only the marked passages: the drafter's side while drafting, the checker while checking. */
export function editRights(actor: Actor, paper: PaperRow): { words: boolean; passages: boolean } {
  const roles = rolesOnPaper(actor, paper)
  const facts = { kind: kindOf(paper) }
  const may = (guard: 'mayDraftThisPaper' | 'mayCheckThisPaper' | 'maySignThisPaper') => paperProcedure.guards[guard].holds({ ...empty, ...facts }, roles)
  const drafter = paper.createdBy === actor.personId || may('mayDraftThisPaper')
  switch (paper.state) {
    case 'drafting':
      return { words: drafter, passages: drafter }
    case 'checking':
      return { words: may('mayCheckThisPaper'), passages: may('mayCheckThisPaper') || drafter }
    case 'countersigning':
      return { words: false, passages: drafter || may('mayCheckThisPaper') || ownCountersign(actor, countersignersOf(paper.countersigners)) !== undefined }
    case 'signing':
      return { words: false, passages: drafter || may('mayCheckThisPaper') || may('maySignThisPaper') }
    default:
      return { words: false, passages: false }
  }
}

const empty = {
  fields: [], issuedPapers: [], actorId: '', drafterId: '', openPassages: 0, countersignersAsked: 0, countersignsOutstanding: 0, containsConstitutionality: false, decisionRecorded: false,
}

/**
 * Change a paper that is not issued, under the revision that was seen. Words while drafting and checking; the marked
 * passages until it is signed. Throws `stale-edit`, `step-refused` after issue, `forbidden`.
 */
export async function editPaper(options: { services: Services; actor: Actor; paperId: string; revision: number; edit: PaperEdit }): Promise<void> {
  const { services, actor, paperId, revision, edit } = options
  await inTransaction(services, async (work) => {
    const { tx } = work
    await tx.$queryRaw`SELECT id FROM "Paper" WHERE id = ${paperId}::uuid FOR UPDATE`
    const paper = await paperFor({ tx, actor, paperId, action: 'handle' })
    if (paper.state === 'issued') throw problem('step-refused', { detail: '文书已经签发，不能再改。需要更正的，请另发文书。', extra: { rule: 'issuedIsFixed' } })
    if (paper.revision !== revision) throw problem('stale-edit')
    const rights = editRights(actor, paper)
    const changesWords = edit.title !== undefined || edit.body !== undefined || edit.copyTo !== undefined
    if ((changesWords && !rights.words) || !rights.passages) throw problem('forbidden', { detail: '这一稿现在不由你修改；需要修改的，请退回拟稿人并写明意见。' })
    const content = contentOf(paper.content)
    const { copyTo: _old, ...rest } = content
    const copyTo = edit.copyTo ?? content.copyTo ?? ''
    const next = { ...rest, title: edit.title ?? content.title, body: edit.body === undefined ? content.body : edit.body.map(blockOf), ...(copyTo.trim() === '' ? {} : { copyTo: copyTo.trim() }) }
    await tx.paper.update({
      where: { id: paperId },
      data: { title: edit.title ?? paper.title, content: JSON.parse(JSON.stringify(next)), values: { ...valuesOf(paper.values), ...edit.values }, revision: { increment: 1 } },
    })
    work.audit({ actor, action: 'paper.edit', entity: 'Paper', entityId: paperId, organId: paper.organId, detail: { words: changesWords } })
  })
}

