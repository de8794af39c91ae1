import { html, nothing, type TemplateResult } from 'lit'
import { type Change, linesOfChanges, type ShownLine } from '../../../law/compare/index.ts'
import { messages } from '../../messages/zh.ts'

export type CompareSide = 'old' | 'new' | 'both'

/** Where passages moved from and to, by `moveId` (movesOf). */
export type Moves = ReadonlyMap<string, { from: string; to: string }>
const NOWHERE: Moves = new Map()

/** 移自第三条 behind the last piece of a passage that moved. */
function whither(change: Change, following: Change | undefined, moves: Moves): TemplateResult | typeof nothing {
  if (change.moveId === undefined || (following?.moveId === change.moveId && following.op === change.op)) return nothing
  const move = moves.get(change.moveId)
  const words = messages.elements.compare
  return html`<small class="move-note">${change.op === 'delete' ? words.movedTo(move?.to ?? '') : words.movedFrom(move?.from ?? '')}</small>`
}

/** Changes of one line as words, deletions and insertions: one side of a comparison, or both in one column. */
export function changedWords(changes: readonly Change[], side: CompareSide, moves: Moves = NOWHERE): TemplateResult[] {
  const absent: Change['op'] | null = side === 'new' ? 'delete' : side === 'old' ? 'insert' : null
  const shown = changes.filter(({ op }) => op !== absent)
  return shown.map((change, at) => {
    const moved = change.moveId === undefined ? '' : 'passage-moved'
    switch (change.op) {
      case 'equal':
        return html`${change.text}`
      case 'delete':
        return html`<del class=${moved || nothing}>${change.text}</del>${whither(change, shown[at + 1], moves)}`
      case 'insert':
        return html`<ins class=${moved || nothing}>${change.text}</ins>${whither(change, shown[at + 1], moves)}`
      default: {
        const never: never = change.op
        return never
      }
    }
  })
}

type Article = { number: string; text: string }

/** One line of a row as a paragraph, with the number of the article that begins with it. */
export function changedLine({ changes, begins }: ShownLine, side: CompareSide, moves: Moves = NOWHERE): TemplateResult {
  const number = begins === null ? '' : begins.side === 'old' && side === 'both' ? messages.elements.compare.was(begins.number) : begins.number
  return html`<p>${number === '' ? nothing : html`<b class="begins">${number}</b>`}${changedWords(changes, side, moves)}</p>`
}

/**
 * The 款 and 项 of one row on one side, or of both in one column. Where several articles stand on a side, each begins with
 * its number; in one column those that are gone with their old one.
 */
export const changedLines = (changes: readonly Change[], side: CompareSide, options: { moves?: Moves; old?: readonly Article[]; new?: readonly Article[] } = {}): TemplateResult[] =>
  linesOfChanges(changes, side, { old: options.old ?? [], new: options.new ?? [] }).map((line) => changedLine(line, side, options.moves))

/** How the marks are read: each has a line as well as a colour. */
export function compareLegend(): TemplateResult {
  const { key } = messages.elements.compare
  return html`<p class="compare-legend"><ins>${key.inserted}</ins><span>${key.insertedBy}</span><del>${key.deleted}</del><span>${key.deletedBy}</span><ins class="passage-moved">${key.moved}</ins><span>${key.movedBy}</span></p>`
}
