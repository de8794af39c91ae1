import { Node } from 'prosemirror-model'
import { keyOf, textOf } from '../../law/drafting/index.ts'
import { type Alignment, ALIGNMENT_VERSION, alignArticles, alignmentFromPairs, compareTexts, compareThree, pairsOf } from '../../law/compare/index.ts'
import { editorSchema, type LegalText } from '../../law/text/index.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { type ComparisonRow, rowsOfComparison, rowsOfThree, toComparisonTableDocx, toComparisonTablePdf } from '../typesetting/index.ts'
import { exportMark, recordExport } from './export-mark.ts'
import { draftFor, type DraftRow, textsSeen } from './draft-for.ts'
import { kindsSeen } from './snapshot-kind.ts'

/** The working copy among the texts that can be compared. */
export const WORKING = 'working'

type Asked = { services: Services; actor: Actor; draftId: string }
type Side = { id: string; label: string; seq: number | null; madeOn: string | null; title: string }
/** `amends`: the text of which the program made this one by recorded amendments, and by nothing else */
export type DraftText = { side: Side; doc: Node; text: LegalText; amends?: string | null }

/**
 * A text of a draft that the person may read: a snapshot by id, or the working copy. Who may not open the working copy
 * reads what went out only. Throws `not-found`.
 */
export async function textFor(options: Asked & { draft: DraftRow; which: string }): Promise<DraftText> {
  const { services, actor, draft, which } = options
  const seen = textsSeen({ services, actor, draft })
  if (which === WORKING) {
    if (seen !== 'all') throw problem('not-found')
    const row = await services.prisma.draft.findUniqueOrThrow({ where: { id: draft.id }, select: { doc: true } })
    return sideOf({ id: WORKING, label: '工作稿', seq: null, madeOn: null, doc: row.doc })
  }
  const row = await services.prisma.draftSnapshot.findFirst({ where: { id: which, draftId: draft.id, kind: kindsSeen(seen) ?? {} } })
  if (row === null) throw problem('not-found')
  return { ...sideOf({ id: row.id, label: row.label, seq: row.seq, madeOn: fromDateColumn(row.madeOn), doc: row.doc }), amends: row.kind === 'approved' ? row.basedOnId : null }
}

function sideOf({ doc: json, ...side }: Omit<Side, 'title'> & { doc: unknown }): DraftText {
  const doc = Node.fromJSON(editorSchema, json)
  const text = textOf(doc)
  return { side: { ...side, title: text.title }, doc, text }
}

function keysInOrder(doc: Node): string[] {
  const keys: string[] = []
  doc.descendants((node) => {
    if (node.type.name === 'article') keys.push(keyOf(node))
    return node.type.name === 'chapter'
  })
  return keys
}

/**
 * Articles by their keys, which outlast every edit; by their words only where one side of a pair has a key that the other
 * text lacks (split, merged, written anew, another project's text), and not where an approving organ's amendments say what became of each.
 */
export function alignTexts(from: DraftText, to: DraftText): Alignment {
  const [before, after] = [keysInOrder(from.doc), keysInOrder(to.doc)]
  const places = new Map(after.map((key, at) => [key, at]))
  const kept = before.flatMap((key, at) => {
    const now = key === '' ? undefined : places.get(key)
    const [old, next] = [from.text.articles[at], now === undefined ? undefined : to.text.articles[now]]
    return old === undefined || next === undefined ? [] : [{ old: old.id, new: next.id, score: 1 }]
  })
  const [oldKept, newKept] = [new Set(kept.map((pair) => pair.old)), new Set(kept.map((pair) => pair.new))]
  const byWords = (kept.length === from.text.articles.length && kept.length === to.text.articles.length) || to.amends === from.side.id ? [] : pairsOf(alignArticles(from.text, to.text))
  return alignmentFromPairs(from.text, to.text, [...kept, ...byWords.filter((pair) => !(oldKept.has(pair.old) && newKept.has(pair.new)))])
}

type Two = Asked & { from: string; to: string }
type Three = Two & { middle: string }

async function twoTexts(options: Two) {
  const draft = await draftFor({ ...options, action: 'read' })
  const [from, to] = [await textFor({ ...options, draft, which: options.from }), await textFor({ ...options, draft, which: options.to })]
  return { from, to, comparison: compareTexts(from.text, to.text, alignTexts(from, to)) }
}

async function threeTexts(options: Three) {
  const draft = await draftFor({ ...options, action: 'read' })
  const [a, b, c] = [await textFor({ ...options, draft, which: options.from }), await textFor({ ...options, draft, which: options.middle }), await textFor({ ...options, draft, which: options.to })]
  return { a, b, c, comparison: compareThree(a.text, b.text, c.text, { ab: alignTexts(a, b), bc: alignTexts(b, c) }) }
}

/** Any two texts of a draft article by article, as the library shows two versions. */
export async function compareDraftTexts(options: Two) {
  const { from, to, comparison } = await twoTexts(options)
  return { from: from.side, to: to.side, algorithm: ALIGNMENT_VERSION, comparison }
}

/** Three texts side by side, through the second one. */
export async function compareThreeDraftTexts(options: Three) {
  const { a, b, c, comparison } = await threeTexts(options)
  return { from: a.side, middle: b.side, to: c.side, algorithm: ALIGNMENT_VERSION, comparison }
}

/** 条文对照表 of two or three texts, on paper. The export is recorded. */
export async function printDraftComparison(options: Asked & { from: string; middle?: string | undefined; to: string; changedOnly: boolean; form: 'docx' | 'pdf' }): Promise<{ name: string; bytes: Uint8Array }> {
  const { services, actor, draftId, middle, changedOnly, form } = options
  const { rows, sides } = await tableOf(options)
  const title = `${sides[0]?.title ?? ''}条文对照表`
  const heading = (at: number): string => {
    const side = sides.at(at)
    return side === undefined ? '' : `${side.label}${side.madeOn === null ? '' : `（${side.madeOn}）`}`
  }
  const meta = {
    title, beforeHeading: heading(0), ...(middle === undefined ? {} : { betweenHeading: heading(1) }), afterHeading: heading(-1),
    explanation: `加粗为新增文字，删除线为删去文字。${changedOnly ? '只列有变化的条文。' : ''}`, draft: exportMark({ services, actor }), ...(services.settings.demo ? { demo: '演示数据' } : {}),
  }
  const bytes = form === 'docx' ? await toComparisonTableDocx(rows, meta) : await toComparisonTablePdf(rows, meta)
  await recordExport({ services, actor, draftId, what: `comparison-table.${form}`, texts: sides.map(({ id }) => id) })
  return { name: `${title}.${form}`, bytes }
}

async function tableOf(options: Asked & { from: string; middle?: string | undefined; to: string; changedOnly: boolean }): Promise<{ rows: ComparisonRow[]; sides: Side[] }> {
  const { middle, changedOnly } = options
  if (middle === undefined) {
    const { from, to, comparison } = await twoTexts(options)
    return { rows: rowsOfComparison(comparison, { changedOnly }), sides: [from.side, to.side] }
  }
  const { a, b, c, comparison } = await threeTexts({ ...options, middle })
  return { rows: rowsOfThree(comparison, { changedOnly }), sides: [a.side, b.side, c.side] }
}
