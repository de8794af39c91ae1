import { html, nothing, type TemplateResult } from 'lit'
import { type Change, sideOf } from '../../../law/compare/index.ts'
import { messages } from '../../messages/zh.ts'
import { changedLines, changedWords, type CompareSide, type Moves } from './changed-words.ts'
import { marginWords } from './margin-words.ts'
import { kindOf, numbersOf } from './row-words.ts'
import type { Place, ShownRow, ShownStep } from './shown-rows.ts'

export type RowOptions = {
  mode: 'two' | 'one' | 'three'
  moves: Moves
  current: string
  labels: readonly string[]
  corrected: ReadonlySet<string>
  correct: ((row: ShownRow) => void) | null
  choose: (row: ShownRow) => void
}

/** What happened to a row, in the margin: in words, whatever the colours say. */
function margin(row: ShownRow, options: RowOptions): TemplateResult {
  const words = messages.elements.compare
  // 移动 has a line of its own
  const kind = row.what === 'title' || row.what === 'preamble' ? words[row.what] : row.kind === 'same' && !row.traits.has('renumbered') ? '' : kindOf(row)
  const marks = row.kind === 'changed' && row.what !== 'title' ? marginWords(row.changes) : []
  return html`<div class="compare-marks">${kind === '' ? nothing : html`<span class="kind ${row.kind}">${kind}</span>`}${row.moved || row.traits.has('moved') ? html`<span class="moved">${words.traits.moved}</span>` : nothing}${marks.map((mark) => html`<span>${mark}</span>`)}
    ${options.corrected.has(row.id) ? html`<span class="said">${words.corrected}</span>` : nothing}
    ${options.correct === null || row.what !== 'article' ? nothing : html`<button type="button" class="words small" aria-label="${words.correct}：${numbersOf(row)}" @click=${() => options.correct?.(row)}>${words.correct}</button>`}</div>`
}

const labelsOf = (places: readonly Place[]): string => places.map(({ number }) => number).filter((number) => number !== '').join('、')

/** The number of an article, with the one that it had before or got then. */
function number(places: readonly Place[], beside: { places: readonly Place[]; moved: boolean; words: (number: string) => string } | null): TemplateResult {
  const [own, other] = [labelsOf(places), beside === null ? '' : labelsOf(beside.places)]
  return html`<b class="number">${own}${beside === null || other === '' || other === own ? nothing : html`<small class=${beside.moved ? 'moved' : nothing}>${beside.words(other)}</small>`}</b>`
}

const heading = (step: ShownStep | null, side: CompareSide): TemplateResult | typeof nothing => (step === null || step.heading.length === 0 ? nothing : html`<p class="article-heading">${changedWords(step.heading, side)}</p>`)

function twoCells(row: ShownRow, options: RowOptions): TemplateResult[] {
  const words = messages.elements.compare
  const step = row.steps[1] ?? null
  const [before, after] = [row.places[0] ?? [], row.places[1] ?? []]
  const text = (side: 'old' | 'new'): TemplateResult => html`<div class="law">${heading(step, side)}${changedLines(step?.changes ?? [], side, { moves: options.moves, old: before, new: after })}</div>`
  return [
    before.length === 0 ? html`<div class="cell old"><p class="absent">${words.absentBefore[row.what]}</p></div>` : html`<div class="cell old">${number(before, { places: after, moved: row.moved, words: row.moved ? words.movedTo : words.now })}${text('old')}</div>`,
    after.length === 0 ? html`<div class="cell new"><p class="absent gone">${words.absentAfter[row.what]}</p>${row.what === 'article' ? html`<p class="absent">${words.goneNote}</p>` : nothing}</div>` : html`<div class="cell new">${number(after, { places: before, moved: row.moved, words: row.moved ? words.movedFrom : words.was })}${text('new')}</div>`,
  ]
}

function oneCell(row: ShownRow, options: RowOptions): TemplateResult {
  const words = messages.elements.compare
  const step = row.steps[1] ?? null
  const [before, after] = [row.places[0] ?? [], row.places[1] ?? []]
  return html`<div class="cell">${after.length > 0 ? number(after, { places: before, moved: row.moved, words: row.moved ? words.movedFrom : words.was }) : labelsOf(before) === '' ? nothing : html`<b class="number">${words.was(labelsOf(before))}</b>`}<div class="law">${heading(step, 'both')}${changedLines(step?.changes ?? [], 'both', { moves: options.moves, old: before, new: after })}</div></div>`
}

/** Three texts: the first as it is, each later one told against the one before it that has the provision. */
function threeCells(row: ShownRow, options: RowOptions): TemplateResult[] {
  const words = messages.elements.compare
  const lineage = (at: number): readonly Place[] => row.places.slice(0, at).findLast((places) => places.length > 0) ?? []
  return row.places.map((places, at) => {
    const step = row.steps[at] ?? null
    const label = html`<span class="of-text">${options.labels[at] ?? ''}</span>`
    const earlier = lineage(at)
    if (places.length === 0) {
      const gone = step !== null && earlier.length > 0 && step.kind === 'removed'
      return html`<div class="cell">${label}${gone ? html`<b class="number">${labelsOf(earlier)}<small class="gone">${words.kinds.removed}</small></b><div class="law">${changedLines(step.changes, 'both', { old: earlier })}</div>` : html`<p class="absent">${words.noProvision}</p>`}</div>`
    }
    const next = row.steps[at + 1] ?? row.steps[at + 2] ?? null
    // the first text is told as it stood: the old side of what became of it
    const lines = step === null ? changedLines(plain(next?.changes ?? []), 'old', { old: places }) : changedLines(step.changes, 'both', { old: earlier, new: places })
    return html`<div class="cell">${label}${at === 0 ? number(places, null) : step?.kind === 'added' ? html`<b class="number">${labelsOf(places)}<small class="come">${words.kinds.added}</small></b>` : number(places, { places: earlier, moved: row.moved, words: row.moved ? words.movedFrom : words.was })}<div class="law">${at === 0 || step === null ? nothing : heading(step, 'both')}${lines}</div></div>`
  })
}

/** The old words without marks. */
const plain = (changes: readonly Change[]): Change[] => [{ op: 'equal', text: sideOf(changes, 'old') }]

/** A heading: once over all columns where the texts have it alike, else beside each other as an article is. */
function headingCells(row: ShownRow, { mode, labels }: RowOptions): TemplateResult[] {
  const words = messages.elements.compare
  const line = (content: TemplateResult | readonly TemplateResult[] | string): TemplateResult => html`<h2 class="division level-${row.level}">${content}</h2>`
  const own = (places: readonly Place[]): TemplateResult => line(places[0]?.text ?? '')
  if (row.kind === 'same' && !row.renumbered) return [html`<div class="cell whole">${own(row.places.at(-1) ?? [])}</div>`]
  const step = row.steps[1] ?? null
  const [before, after] = [row.places[0] ?? [], row.places[1] ?? []]
  if (mode === 'one') return [html`<div class="cell">${line(changedWords(step?.changes ?? [], 'both'))}</div>`]
  if (mode === 'two') {
    return [
      html`<div class="cell old">${before.length === 0 ? html`<p class="absent">${words.absentBefore.heading}</p>` : line(changedWords(step?.changes ?? [], 'old'))}</div>`,
      html`<div class="cell new">${after.length === 0 ? html`<p class="absent gone">${words.absentAfter.heading}</p>` : line(changedWords(step?.changes ?? [], 'new'))}</div>`,
    ]
  }
  return row.places.map((places, at) => {
    const to = row.steps[at] ?? null
    const told = to === null ? (places.length === 0 ? html`<p class="absent">${words.noHeading}</p>` : own(places)) : line(changedWords(to.changes, 'both'))
    return html`<div class="cell"><span class="of-text">${labels[at] ?? ''}</span>${told}</div>`
  })
}

/** What happened to a heading, in words; nothing where it only stands over what changed. */
function headingMargin(row: ShownRow): TemplateResult {
  const kinds = row.kind === 'added' || row.kind === 'removed' ? [html`<span class="kind ${row.kind}">${messages.elements.compare.kinds[row.kind]}</span>`] : row.remarks.map((remark) => html`<span class="kind">${remark}</span>`)
  return html`<div class="compare-marks">${kinds}</div>`
}

/** One row with its margin, in the arrangement asked for. */
export function compareRow(row: ShownRow, options: RowOptions): TemplateResult {
  const { mode } = options
  const content = row.what === 'heading' ? html`${headingMargin(row)}${headingCells(row, options)}` : html`${margin(row, options)}${mode === 'three' ? threeCells(row, options) : mode === 'two' ? twoCells(row, options) : oneCell(row, options)}`
  // a group and no landmark: hundreds of them are no help, and 第一节　一般规定 stands in many chapters
  return html`<section role="group" class="compare-cols compare-row ${row.what === 'heading' ? 'heading' : ''} ${mode} ${row.kind} ${row.id === options.current ? 'current' : ''}" id=${row.id} tabindex="-1" aria-label=${numbersOf(row)} aria-current=${row.id === options.current ? 'true' : nothing} @click=${() => options.choose(row)}>
    ${content}</section>`
}
