import { html, nothing, type TemplateResult } from 'lit'
import type { Change, LineRow } from '../../../law/compare/index.ts'
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
  // the line feed between two lines is the paragraph itself
  const shown = changes.filter(({ op, text }) => op !== absent && text !== '\n')
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

type Numbered = { id: string; number: string }

/**
 * The 款 and 项 of one row on one side; lines that the side does not have are left out. Where several articles stand in the
 * row, each begins with its number: `articles` are those of the side, `gone` the old ones where both are told in one column.
 */
export function changedLines(lines: readonly LineRow[], side: CompareSide, options: { moves?: Moves; articles?: readonly Numbered[]; gone?: readonly Numbered[] } = {}): TemplateResult[] {
  const { moves = NOWHERE, articles = [], gone = [] } = options
  const absent = side === 'old' ? 'added' : side === 'new' ? 'removed' : ''
  const begun = new Set<string>()
  const begins = (of: readonly Numbered[], lineId: string | undefined, word: (number: string) => string): string => {
    const article = of.length < 2 || lineId === undefined ? undefined : of.find(({ id }) => lineId === id || lineId.startsWith(`${id}__`))
    if (article === undefined || begun.has(word(article.id))) return ''
    begun.add(word(article.id))
    return word(article.number)
  }
  const asItIs = (number: string): string => number
  const beginning = (line: LineRow): string => {
    if (side === 'old') return begins(articles, line.oldId, asItIs)
    return line.newId === undefined ? begins(gone, line.oldId, messages.elements.compare.was) : begins(articles, line.newId, asItIs)
  }
  return lines.filter(({ kind }) => kind !== absent).map((line) => {
    const number = beginning(line)
    return html`<p>${number === '' ? nothing : html`<b class="begins">${number}</b>`}${changedWords(line.changes, side, moves)}</p>`
  })
}

/** How the marks are read: each has a line as well as a colour. */
export function compareLegend(): TemplateResult {
  const { key } = messages.elements.compare
  return html`<p class="compare-legend"><ins>${key.inserted}</ins><span>${key.insertedBy}</span><del>${key.deleted}</del><span>${key.deletedBy}</span><ins class="passage-moved">${key.moved}</ins><span>${key.movedBy}</span></p>`
}
