import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import type { AnnexBlock, Article, Division, LegalText, Table } from '../../law/text/index.ts'
import { messages } from '../messages/zh.ts'
import { LightElement } from './light-element.ts'
import { joinParts, segmentsOf, type PassageRange, type SelectedPart } from './passages.ts'

/** Words below an article's number: 罚款, 期限; `strong` ones in the warning colour. */
export type MarginMark = { word: string; strong?: boolean }

/**
 * A legal text by article: number hanging in 黑体, 款 indented, at most 36 characters a line, every article an anchor.
 *   <law-text .text=${LegalText} .ranges=${PassageRange[]} .marginMarks=${{ art_14: [{ word: '罚款', strong: true }] }} current="art_14">
 * Events: `passage-selected` {eId, start, end, exact, parts} when words were selected by pointer or keyboard,
 * `passage-pressed` {id, eId} on a marked passage, `article-chosen` {eId} on an article's number.
 * Keys: Tab goes from number to number of the marked passages, Enter presses one.
 * `prefix` keeps the anchors of a second text on the page apart (`sup-`).
 */
export class LawText extends LightElement {
  static override properties = {
    text: { attribute: false }, ranges: { attribute: false }, marginMarks: { attribute: false }, current: {}, prefix: {}, only: { attribute: false }, heading: { type: Boolean }, addressOf: { attribute: false },
  }
  declare text: LegalText | null
  declare ranges: readonly PassageRange[]
  declare marginMarks: Readonly<Record<string, readonly MarginMark[]>>
  declare current: string
  declare prefix: string
  /** ids of the articles to show; null: all of them, with divisions and annexes */
  declare only: readonly string[] | null
  /** whether title and 题注 are shown */
  declare heading: boolean
  /** permanent address of an article, makes its number a link */
  declare addressOf: ((articleId: string) => string) | null

  constructor() {
    super()
    this.text = null
    this.ranges = []
    this.marginMarks = {}
    this.current = ''
    this.prefix = ''
    this.only = null
    this.heading = false
    this.addressOf = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.addEventListener('pointerup', this.#selected)
    this.addEventListener('keyup', this.#selected)
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.removeEventListener('pointerup', this.#selected)
    this.removeEventListener('keyup', this.#selected)
  }

  /** Brings an article or passage into view. */
  show(eId: string): void {
    const place = this.querySelector<HTMLElement>(`[data-e-id="${CSS.escape(eId)}"]`)
    place?.scrollIntoView({ block: 'start' })
  }

  readonly #selected = (): void => {
    const selection = document.getSelection()
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return
    const range = selection.getRangeAt(0)
    if (!this.contains(range.commonAncestorContainer) && !range.intersectsNode(this)) return
    const passage = joinParts(this.#partsOf(range))
    if (passage !== null) this.dispatchEvent(new CustomEvent('passage-selected', { detail: passage, bubbles: true }))
  }

  /** The selected part of every line that is touched, with offsets that do not count numbers and signs of flags. */
  #partsOf(range: Range): SelectedPart[] {
    return [...this.querySelectorAll<HTMLElement>('[data-words]')].flatMap((line) => {
      if (!range.intersectsNode(line)) return []
      let offset = 0
      let start = -1
      let end = -1
      const nodes = document.createTreeWalker(line, NodeFilter.SHOW_TEXT, (node) => (node.parentElement?.closest('.mark-label') ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT))
      for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
        const length = node.nodeValue?.length ?? 0
        if (range.intersectsNode(node)) {
          const from = node === range.startContainer ? range.startOffset : 0
          const to = node === range.endContainer ? range.endOffset : length
          if (start < 0) start = offset + from
          end = offset + to
        }
        offset += length
      }
      const words = line.dataset['words'] ?? ''
      return start < 0 || end <= start ? [] : [{ eId: line.dataset['eId'] ?? '', start, end, exact: words.slice(start, end) }]
    })
  }

  #press(range: PassageRange): void {
    if (range.id === undefined || document.getSelection()?.isCollapsed === false) return
    this.dispatchEvent(new CustomEvent('passage-pressed', { detail: { id: range.id, eId: range.eId }, bubbles: true }))
  }

  /** The number behind a passage is its button for the keyboard: a passage that takes the focus cannot be selected from its first character. */
  #label(range: PassageRange): TemplateResult {
    const name = messages.elements.law.passage(range.label ?? '')
    return range.id === undefined
      ? html`<sup class="mark-label" aria-label=${name}>${range.label}</sup>`
      : html`<button type="button" class="mark-label" aria-label=${name} @click=${() => this.#press(range)}>${range.label}</button>`
  }

  /** One line of words with its passages. No white space may stand in the template: offsets are counted in it. */
  #words(eId: string, words: string): TemplateResult {
    const ranges = this.ranges.filter((range) => range.eId === eId)
    const segments = segmentsOf(words, ranges)
    return html`<span data-e-id=${eId} data-words=${words}>${segments.map(({ text, ranges: marks, ends }) => {
      const [first] = marks
      const labels = ends.map((range) => this.#label(range))
      if (!first) return html`${text}${labels}`
      const current = marks.some((mark) => mark.current)
      return html`<mark class="${first.kind} ${current ? 'current' : ''}" @click=${() => this.#press(first)}>${text}</mark>${labels}`
    })}</span>`
  }

  #article(article: Article): TemplateResult {
    const marks = this.marginMarks[article.id] ?? []
    const address = this.addressOf?.(article.id)
    const number = address === undefined ? article.number : html`<a href=${address} title=${messages.elements.law.permanent(article.number)}>${article.number}</a>`
    return html`<article class="article ${article.id === this.current ? 'current' : ''}" id="${this.prefix}${article.id}" data-e-id=${article.id}>
      <div class="article-number"><span @click=${() => this.dispatchEvent(new CustomEvent('article-chosen', { detail: { eId: article.id }, bubbles: true }))}>${number}</span>${marks.map(({ word, strong }) => html`<small class=${strong ? 'strong' : ''}>${word}</small>`)}</div>
      <div>${article.heading === null ? nothing : html`<p class="article-heading">${article.heading}</p>`}
        ${article.paragraphs.map((paragraph) => html`
          ${paragraph.text === '' ? nothing : html`<p>${this.#words(paragraph.id, paragraph.text)}</p>`}${paragraph.table ? tableOf(paragraph.table) : nothing}
          ${paragraph.items.map((item) => html`<p class="item">${item.number}${this.#words(item.id, item.text)}</p>${item.subitems.map((subitem) => html`<p class="subitem">${subitem.number}${this.#words(subitem.id, subitem.text)}</p>`)}`)}`)}
      </div></article>`
  }

  protected override render(): TemplateResult {
    const { text } = this
    const words = messages.elements.law
    if (text === null || (text.articles.length === 0 && text.preamble.length === 0)) return html`<p class="quiet">${words.empty}</p>`
    if (this.only !== null) {
      const wanted = new Set(this.only)
      return html`<div class="law law-body">${repeat(text.articles.filter(({ id }) => wanted.has(id)), ({ id }) => id, (article) => this.#article(article))}</div>`
    }
    return html`<div class="law law-body">
      ${this.heading ? html`<h2 class="law-title">${text.title}</h2>${text.note === '' ? nothing : html`<p class="law-note">${text.note}</p>`}` : nothing}
      ${text.preamble.map((line) => html`<p>${line}</p>`)}
      ${repeat(text.articles, ({ id }) => id, (article, at) => html`${divisionsAt(text.divisions, at)}${this.#article(article)}`)}
      ${divisionsAt(text.divisions, text.articles.length)}
      ${text.closing.map((line) => html`<p class="closing">${line}</p>`)}
      ${text.annexes.map((annex) => html`<section class="annex" id="${this.prefix}${annex.id}" data-e-id=${annex.id}><h3>${annex.label}　${annex.title}</h3>${annex.blocks.map(blockOf)}</section>`)}
      ${text.problems.length === 0 ? nothing : html`<section class="unplaced"><b>${words.unplaced}</b><ul>${text.problems.map(({ line, message }) => html`<li>${words.line(line)}　${message}</li>`)}</ul></section>`}
    </div>`
  }
}

const divisionsAt = (divisions: readonly Division[], at: number): TemplateResult[] =>
  divisions.filter((division) => division.at === at).map(({ kind, number, heading, id }) => {
    const words = html`${number}　${heading}`
    return kind === 'section' ? html`<h3 class="division" data-e-id=${id}>${words}</h3>` : html`<h2 class="division" data-e-id=${id}>${words}</h2>`
  })

const tableOf = (table: Table): TemplateResult => html`<table><tbody>${table.rows.map((row) => html`<tr>${row.map(({ text, columnSpan, rowSpan, header }) => header
  ? html`<th colspan=${columnSpan} rowspan=${rowSpan}>${text}</th>`
  : html`<td colspan=${columnSpan} rowspan=${rowSpan}>${text}</td>`)}</tr>`)}</tbody></table>`

const blockOf = (block: AnnexBlock): TemplateResult => (block.kind === 'line' ? html`<p>${block.text}</p>` : tableOf(block.table))

customElements.define('law-text', LawText)
declare global { interface HTMLElementTagNameMap { 'law-text': LawText } }
