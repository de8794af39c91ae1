import { html, nothing, type TemplateResult } from 'lit'
import type { Article, Division, LegalText } from '../../law/text/index.ts'
import { messages } from '../messages/zh.ts'
import { LightElement } from './light-element.ts'

/** `第十七条之一` → `十七之一`: the outline has no room for what repeats. */
export const shortNumber = (number: string): string => number.replace(/^第(.+?)条/, '$1')

/** Heading, or the first words of the article up to a mark of punctuation. */
export function gist(article: Article, headings: Readonly<Record<string, string>> = {}): string {
  return headings[article.id] ?? article.heading ?? article.paragraphs[0]?.text.split(/[，。；：、]/u, 1)[0] ?? ''
}

/**
 * The rail at the left of a text: chapters that fold, articles, and how many flags each has.
 *   <law-outline .text=${…} .flags=${{ art_7: '1' }} current="art_14" prefix=""></law-outline>
 * Event `article-chosen` {eId}; the links also work as plain anchors. Keys: Tab and Enter.
 */
export class LawOutline extends LightElement {
  static override properties = { text: { attribute: false }, flags: { attribute: false }, headings: { attribute: false }, current: {}, prefix: {}, closed: { state: true } }
  declare text: LegalText | null
  /** article id → the number or numbers of its flags */
  declare flags: Readonly<Record<string, string>>
  declare headings: Readonly<Record<string, string>>
  declare current: string
  declare prefix: string
  declare closed: ReadonlySet<string>
  constructor() {
    super()
    this.text = null
    this.flags = {}
    this.headings = {}
    this.current = ''
    this.prefix = ''
    this.closed = new Set()
  }
  #toggle(id: string): void {
    const closed = new Set(this.closed)
    if (!closed.delete(id)) closed.add(id)
    this.closed = closed
  }
  #articles(articles: readonly Article[]): TemplateResult | typeof nothing {
    if (articles.length === 0) return nothing
    return html`<ul>${articles.map((article) => {
      const flag = this.flags[article.id]
      return html`<li><a href="#${this.prefix}${article.id}" aria-current=${article.id === this.current ? 'true' : nothing} @click=${() => this.dispatchEvent(new CustomEvent('article-chosen', { detail: { eId: article.id }, bubbles: true }))}><b>${shortNumber(article.number)}</b><span>${gist(article, this.headings)}</span><span class="flagged">${flag === undefined ? nothing : messages.elements.law.flag(flag)}</span></a></li>`
    })}</ul>`
  }
  #division(division: Division, articles: readonly Article[]): TemplateResult {
    const open = !this.closed.has(division.id)
    const name = `${division.number}　${division.heading.replaceAll(/[\s　]+/gu, '')}`
    return html`<div class="chapter">${articles.length === 0 ? html`<span>${name}</span>` : html`<button type="button" aria-expanded=${open ? 'true' : 'false'} @click=${() => this.#toggle(division.id)}>${name}</button>${open ? nothing : html`<span>${messages.elements.law.articles(articles.length)}</span>`}`}</div>${open ? this.#articles(articles) : nothing}`
  }
  protected override render(): TemplateResult | typeof nothing {
    const { text } = this
    if (text === null) return nothing
    const { divisions, articles } = text
    return html`<nav class="outline" aria-label=${messages.elements.law.outline}>${this.#articles(articles.slice(0, divisions[0]?.at ?? articles.length))}
      ${divisions.map((division, at) => this.#division(division, articles.slice(division.at, divisions[at + 1]?.at ?? articles.length)))}
      ${text.annexes.map((annex) => html`<div class="chapter"><a href="#${this.prefix}${annex.id}">${annex.label}　${annex.title}</a></div>`)}</nav>`
  }
}
customElements.define('law-outline', LawOutline)
declare global { interface HTMLElementTagNameMap { 'law-outline': LawOutline } }
