import { html, nothing, type TemplateResult } from 'lit'
import { messages } from '../messages/zh.ts'
import { LightElement } from './light-element.ts'

/** Names and numbers stay on one line, as they print; what is longer than this breaks. */
const SHORT_CELL = 5

/** A run of a paragraph: words, a place that a person fills in, or one that the register writes at issue. */
export type PaperRun = string | { fillIn: string; words: string } | { atIssue: string }
export type PaperBlock =
  | { kind: 'paragraph' | 'flush' | 'heading' | 'subheading' | 'right' | 'centred'; runs: readonly PaperRun[] }
  | { kind: 'table'; rows: readonly (readonly string[])[] }
  | { kind: 'break' }
export type ShownPaper = {
  /** whole name in red: 某市人民代表大会常务委员会文件; '' for papers without a head */
  redHead: string
  /** a letter has its head at the top edge */
  letter?: boolean
  /** number below the head; empty until issue */
  number: readonly PaperRun[]
  title: string
  blocks: readonly PaperBlock[]
  signature: { organ: string; date: readonly PaperRun[]; sealed: boolean } | null
  /** 抄送, 印发 */
  imprint: readonly (readonly [left: string, right: string])[]
  issued: boolean
}

/**
 * A formal paper on the page that prints. Passages to be filled in are marked and pressed (`fill-in-chosen` {name}).
 *   <lf-paper .paper=${…} current="name"></lf-paper>
 */
export class LfPaper extends LightElement {
  static override properties = { paper: { attribute: false }, current: {}, actions: { attribute: false } }
  declare paper: ShownPaper | null
  declare current: string
  /** links beside the caption: 下载 Word; arrow functions only */
  declare actions: TemplateResult | typeof nothing
  constructor() {
    super()
    this.paper = null
    this.current = ''
    this.actions = nothing
  }

  #run(run: PaperRun, at: number): TemplateResult {
    if (typeof run === 'string') return html`${run}`
    if ('atIssue' in run) return html`<em class="written-at-issue" title=${messages.elements.paper.atIssue}>${run.atIssue}</em>`
    const choose = (): void => void this.dispatchEvent(new CustomEvent('fill-in-chosen', { detail: { name: run.fillIn }, bubbles: true }))
    return html`<em class="fill-in ${run.fillIn === this.current ? 'current' : ''}" tabindex="0" role="button" title=${messages.elements.paper.fill(at + 1)} data-fill-in=${run.fillIn} @click=${choose} @keydown=${(event: KeyboardEvent) => { if (event.key === 'Enter') choose() }}>${run.words}</em>`
  }

  #runs(runs: readonly PaperRun[], before: number): TemplateResult[] {
    let at = before
    return runs.map((run) => this.#run(run, typeof run === 'object' && 'fillIn' in run ? at++ : at))
  }

  #block(block: PaperBlock, before: number): TemplateResult {
    switch (block.kind) {
      case 'heading': return html`<h3>${this.#runs(block.runs, before)}</h3>`
      case 'subheading': return html`<h4>${this.#runs(block.runs, before)}</h4>`
      case 'paragraph': return html`<p>${this.#runs(block.runs, before)}</p>`
      case 'flush': case 'right': case 'centred': return html`<p class=${block.kind}>${this.#runs(block.runs, before)}</p>`
      case 'table': return html`<table><tbody>${block.rows.map((row) => html`<tr>${row.map((cell) => html`<td class=${[...cell].length <= SHORT_CELL ? 'short' : nothing}>${cell}</td>`)}</tr>`)}</tbody></table>`
      case 'break': return html``
      default: {
        const never: never = block
        return never
      }
    }
  }

  /** The size of the red letters depends on how many there are; a style attribute would be refused by the page's policy. */
  protected override updated(): void {
    this.querySelector<HTMLElement>('.red-head')?.style.setProperty('--letters', String([...(this.paper?.redHead ?? '')].length))
  }

  protected override render(): TemplateResult | typeof nothing {
    const { paper } = this
    if (paper === null) return nothing
    const words = messages.elements.paper
    const pages = splitAtBreaks(paper.blocks)
    let filled = 0
    return html`<div class="sheets"><div class="sheet-caption"><span>${words.caption(pages.length)}${paper.issued ? nothing : words.draft}</span><span>${this.actions}</span></div>
      ${pages.map((blocks, page) => html`<div class="sheet">
        ${page > 0 ? nothing : html`${paper.redHead === '' ? nothing : html`<div class="red-head ${paper.letter ? 'letter' : ''}">${paper.redHead}</div>`}${paper.number.length === 0 ? nothing : html`<div class="paper-number">${this.#runs(paper.number, 0)}</div>`}${paper.redHead === '' ? nothing : html`<div class="red-rule"></div>`}<h2>${paper.title}</h2>`}
        ${blocks.map((block) => {
          const shown = this.#block(block, filled)
          filled += 'runs' in block ? block.runs.filter((run) => typeof run === 'object' && 'fillIn' in run).length : 0
          return shown
        })}
        ${page < pages.length - 1 ? nothing : html`${paper.signature === null ? nothing : html`<div class="signature"><div>${paper.signature.sealed ? html`<span class="seal-place">${words.sealPlace}</span>` : nothing}${paper.signature.organ}<br>${this.#runs(paper.signature.date, filled)}</div></div>`}
          ${paper.imprint.length === 0 ? nothing : html`<div class="imprint">${paper.imprint.map(([left, right]) => html`<div><span>${left}</span><span>${right}</span></div>`)}</div>`}`}
        <div class="page-number ${page % 2 === 0 ? 'odd' : 'even'}">${words.page(page + 1)}</div></div>`)}</div>`
  }
}

/** Pages as the maker of the paper broke them; the layout that prints is that of the .docx and the PDF. */
function splitAtBreaks(blocks: readonly PaperBlock[]): PaperBlock[][] {
  const pages: PaperBlock[][] = [[]]
  for (const block of blocks) {
    if (block.kind === 'break') pages.push([])
    else pages.at(-1)?.push(block)
  }
  return pages
}
customElements.define('lf-paper', LfPaper)
declare global { interface HTMLElementTagNameMap { 'lf-paper': LfPaper } }
