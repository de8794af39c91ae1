import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { redHeadPoints } from '../../law/paper/index.ts'
import { messages } from '../messages/zh.ts'
import { LightElement } from './light-element.ts'
import { measurePages } from './measure-pages.ts'
import { cutBlocks, type PaperBlock, type PaperCell, type PaperRun, type PlacedCut } from './paper-pages.ts'

export type ShownPaper = {
  /** whole name in red: 某市人民代表大会常务委员会文件; '' for papers without a head */
  redHead: string
  /** number below the head; empty until issue */
  number: readonly PaperRun[]
  /** 签发人 of a paper that goes up */
  signers: string
  /** lines of the title */
  title: readonly string[]
  blocks: readonly PaperBlock[]
  /** `right`: characters between the line and the edge */
  signature: { organ: string; organRight: number; date: readonly PaperRun[]; dateRight: number; sealed: boolean } | null
  /** 附注 in brackets; '' for none */
  note: string
  /** 抄送, 印发 */
  imprint: readonly (readonly [left: string, right: string])[]
  /** printed at the top of every page: 演示数据, 签发前不生效 */
  mark: string
  issued: boolean
  /** a form or list on its own sheet, upright or on its side; null for words */
  form: 'portrait' | 'landscape' | null
}

type Layout = { cuts: readonly PlacedCut[]; /** the signature begins a page of its own */ signatureApart: boolean; imprintApart: boolean }

/**
 * A formal paper on the pages that print, broken as the PDF breaks it. Passages to be filled in are marked and pressed
 * (`fill-in-chosen` {name}).
 *   <lf-paper .paper=${…} current="name"></lf-paper>
 */
export class LfPaper extends LightElement {
  static override properties = { paper: { attribute: false }, current: {}, actions: { attribute: false }, layout: { state: true } }
  declare paper: ShownPaper | null
  declare current: string
  /** links beside the caption: 下载 Word; arrow functions only */
  declare actions: TemplateResult | typeof nothing
  /** null while everything lies on one long sheet to be measured, which is never painted */
  declare layout: Layout | null
  #width = 0
  readonly #resized = new ResizeObserver(() => {
    const width = this.querySelector('.sheet')?.clientWidth ?? 0
    if (width === this.#width) return
    this.layout = null
    // what was not shown could not be measured and is still waiting
    this.requestUpdate()
  })

  constructor() {
    super()
    this.paper = null
    this.current = ''
    this.actions = nothing
    this.layout = null
  }
  override connectedCallback(): void {
    super.connectedCallback()
    this.#resized.observe(this)
    void document.fonts.ready.then(() => { this.layout = null })
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#resized.disconnect()
  }

  #run(run: PaperRun, at: number): TemplateResult {
    if (typeof run === 'string') return html`${run}`
    if ('atIssue' in run) return html`<em class="written-at-issue" title=${messages.elements.paper.atIssue}>${run.atIssue}</em>`
    if ('strong' in run) return html`<b>${run.strong}</b>`
    if ('gone' in run) return html`<s>${run.gone}</s>`
    const choose = (): void => void this.dispatchEvent(new CustomEvent('fill-in-chosen', { detail: { name: run.fillIn }, bubbles: true }))
    return html`<em class="fill-in ${run.fillIn === this.current ? 'current' : ''}" tabindex="0" role="button" title=${messages.elements.paper.fill(at + 1)} data-fill-in=${run.fillIn} @click=${choose} @keydown=${(event: KeyboardEvent) => { if (event.key === 'Enter') choose() }}>${run.words}</em>`
  }

  #runs(runs: readonly PaperRun[], before: number): TemplateResult[] {
    let at = before
    return runs.map((run) => this.#run(run, typeof run === 'object' && 'fillIn' in run ? at++ : at))
  }

  #cell(cell: PaperCell, before: number): TemplateResult {
    const [columns, rows] = [cell.columnSpan ?? 1, cell.rowSpan ?? 1]
    const words = this.#runs(cell.runs, before)
    return cell.header === true
      ? html`<th class=${cell.align ?? 'center'} colspan=${columns} rowspan=${rows}>${words}</th>`
      : html`<td class=${cell.align ?? 'left'} colspan=${columns} rowspan=${rows}>${words}</td>`
  }

  #block(block: PaperBlock, before: number): TemplateResult {
    switch (block.kind) {
      case 'heading': return html`<h3 class=${block.part ?? nothing}>${this.#runs(block.runs, before)}</h3>`
      case 'subheading': return html`<h4 class=${block.part ?? nothing}>${this.#runs(block.runs, before)}</h4>`
      case 'paragraph': case 'minor': case 'quote': case 'small': case 'flush': case 'right': case 'centred': return html`<p class="${block.kind} ${block.part ?? ''}">${this.#runs(block.runs, before)}</p>`
      case 'gap': return html`<div class="blank-line"></div>`
      case 'table': {
        const whole = block.shares.reduce((sum, share) => sum + share, 0)
        return html`<table><colgroup>${block.shares.map((share) => html`<col width="${(100 * share / whole).toFixed(2)}%">`)}</colgroup><tbody>${block.rows.map((row) => html`<tr>${row.map((cell) => this.#cell(cell, before))}</tr>`)}</tbody></table>`
      }
      case 'break': return html``
      default: {
        const never: never = block
        return never
      }
    }
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('paper')) this.layout = null
  }
  /** Sizes and places depend on the words; a style attribute would be refused by the page's policy. */
  protected override updated(): void {
    const { paper } = this
    if (paper === null) return
    this.querySelector<HTMLElement>('.red-head')?.style.setProperty('--points', String(redHeadPoints(paper.redHead)))
    for (const line of this.querySelectorAll<HTMLElement>('.signature p')) line.style.setProperty('--right', line.dataset['right'] ?? '0')
    const sheet = this.querySelector<HTMLElement>('.sheet')
    this.#width = sheet?.clientWidth ?? 0
    // a place that is not shown has no lines to measure
    if (this.layout === null && sheet !== null && this.#width > 0) this.layout = measurePages(sheet, paper)
  }

  #head(paper: ShownPaper): TemplateResult {
    const number = this.#runs(paper.number, 0)
    const numbered = paper.signers !== '' ? html`<div class="paper-number pair"><span>${number}</span><span>签发人：<i>${paper.signers}</i></span></div>` : paper.number.length > 0 || paper.redHead !== '' ? html`<div class="paper-number ${paper.redHead === '' ? 'right' : ''}">${number}</div>` : nothing
    return html`${paper.redHead === '' ? nothing : html`<div class="red-head">${paper.redHead}</div>`}${numbered}${paper.redHead === '' ? nothing : html`<div class="red-rule"></div>`}${paper.title.length === 0 ? nothing : html`<h2>${paper.title.map((line, at) => html`${at === 0 ? nothing : html`<br>`}${line}`)}</h2>`}`
  }
  #signature({ signature, note }: ShownPaper, before: number): TemplateResult {
    return html`${signature === null ? nothing : html`<div class="signature"><p data-right=${signature.organRight}><span class="signer">${signature.sealed ? html`<span class="seal-place">${messages.elements.paper.sealPlace}</span>` : nothing}${signature.organ}</span></p><p data-right=${signature.dateRight}>${this.#runs(signature.date, before)}</p></div>`}${note === '' ? nothing : html`<p class="paragraph note">${note}</p>`}`
  }
  #imprint(paper: ShownPaper): TemplateResult | typeof nothing {
    return paper.imprint.length === 0 ? nothing : html`<div class="imprint">${paper.imprint.map(([left, right]) => html`<div><span>${left}</span><span>${right}</span></div>`)}</div>`
  }

  protected override render(): TemplateResult | typeof nothing {
    const { paper, layout } = this
    if (paper === null) return nothing
    const words = messages.elements.paper
    const flowing = layout === null ? [paper.blocks.filter((b) => b.kind !== 'break')] : cutBlocks(paper.blocks, layout.cuts)
    const pages: readonly (readonly PaperBlock[])[] = [...flowing, ...(layout?.signatureApart === true ? [[]] : []), ...(layout?.imprintApart === true ? [[]] : [])]
    const [signed, last] = [pages.length - 1 - (layout?.imprintApart === true ? 1 : 0), pages.length - 1]
    let filled = 0
    return html`<div class="sheets"><div class="sheet-caption"><span>${words.caption(pages.length)}${paper.issued ? nothing : words.draft}</span><span>${this.actions}</span></div>
      ${pages.map((blocks, page) => html`<div class="sheet ${paper.form === null ? '' : paper.form === 'landscape' ? 'form turned' : 'form'}">${paper.mark === '' ? nothing : html`<div class="page-mark">${paper.mark}</div>`}<div class="sheet-text">
        ${page > 0 ? nothing : this.#head(paper)}
        ${blocks.map((block) => {
          const shown = this.#block(block, filled)
          filled += 'runs' in block ? block.runs.filter((run) => typeof run === 'object' && 'fillIn' in run).length : 0
          return shown
        })}
        ${page === signed ? this.#signature(paper, filled) : nothing}</div>${page === last ? this.#imprint(paper) : nothing}
        <div class="page-number ${page % 2 === 0 ? 'odd' : 'even'}">${words.page(page + 1)}</div></div>`)}</div>`
  }
}
customElements.define('lf-paper', LfPaper)
declare global { interface HTMLElementTagNameMap { 'lf-paper': LfPaper } }
