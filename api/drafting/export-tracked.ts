import { Node } from 'prosemirror-model'
import { textOf, type TrackedLine, trackedLines, type TrackedPiece } from '../../law/drafting/index.ts'
import { editorSchema } from '../../law/text/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { type PaperRevision, tableOf, toTrackedDocx, type TrackedBlock } from '../typesetting/index.ts'
import { draftAuthorship } from './authorship.ts'
import { WORKING } from './compare-texts.ts'
import { draftFor } from './draft-for.ts'
import { exportMark, recordExport } from './export-mark.ts'

/** Authors of what no person wrote, as a word processor shows them. */
export const COUNTED = '自动编号'
export const UNKNOWN = '作者不详'

/**
 * The working copy with its open suggestions as revisions of a word processor, each with its author and time: accepting
 * all of them gives the working copy, rejecting all the text that 修订模式 began with. The export is recorded.
 */
export async function exportTracked(options: { services: Services; actor: Actor; draftId: string }): Promise<{ name: string; bytes: Uint8Array }> {
  const { services, actor, draftId } = options
  const draft = await draftFor({ ...options, action: 'open' })
  const row = await services.prisma.draft.findUniqueOrThrow({ where: { id: draftId }, select: { doc: true, baseDoc: true, version: true } })
  const doc = Node.fromJSON(editorSchema, row.doc)
  const { authored } = await draftAuthorship({ ...options, upTo: row.version })
  const lines = trackedLines({ base: row.baseDoc === null ? doc : Node.fromJSON(editorSchema, row.baseDoc), doc, authored })
  const now = services.clock.now().toISOString()
  const body = lines.map((line) => blockOf(line, now))
  const { title } = textOf(doc)
  const name = title === '' ? draft.project.title : title
  const bytes = await toTrackedDocx({ title: name, body, draft: exportMark({ services, actor }), ...(services.settings.demo ? { demo: '演示数据' } : {}) })
  await recordExport({ services, actor, draftId, what: 'tracked.docx', texts: [WORKING] })
  return { name: `${name}（修订稿）.docx`, bytes }
}

function revisionOf(hand: TrackedPiece['hand'], now: string): PaperRevision {
  if (hand === 'counted') return { author: COUNTED, at: now }
  return hand === null ? { author: UNKNOWN, at: now } : { author: hand.by, at: hand.at }
}

function blockOf({ op, role, pieces, table, hand }: TrackedLine, now: string): TrackedBlock {
  const revision = revisionOf(hand, now)
  if (table !== null) return { kind: 'table', op, revision, table: tableOf(table) }
  // the number of an article is bold, that of an 项 is not: it is no label that stands apart
  const words = pieces.map((piece) => ({ text: piece.text, strong: role === 'text' && piece.part !== 'words' && (piece.part === 'heading' || piece.text.endsWith('　')), op: piece.op, revision: revisionOf(piece.hand, now) }))
  return { kind: role === 'text' || role === 'table' ? 'paragraph' : role, op, revision, words }
}
