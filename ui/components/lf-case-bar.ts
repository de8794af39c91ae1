import { html, nothing, type TemplateResult } from 'lit'
import { to } from '../navigation.ts'
import { LightElement } from './light-element.ts'
import type { ShownDeadline } from './lf-deadline.ts'
import './lf-deadline.ts'
import './lf-state.ts'
import type { StateKind } from './lf-state.ts'

export type Crumb = { label: string; path?: string }

/**
 * Where am I, what is it, how long do I have, what is asked of me. The main action stands last in `.actions`:
 *
 *   <lf-case-bar heading="…" .crumbs=${[{ label: '审查队列', path: '/queue' }, { label: '备审-2026-0002' }]} .facts=${['…']}
 *     .deadline=${…} .state=${{ kind: 'active', word: '审查中' }} .beside=${html`<span class="quiet">依职权</span>`}>
 *     <div class="actions"><button class="btn">…</button><button class="btn main">…</button></div>
 *   </lf-case-bar>
 *
 * `beside` stands right of the state: mode, dangerous acts as words. Its handlers must be arrow functions.
 */
export class LfCaseBar extends LightElement {
  static override properties = { heading: {}, crumbs: { attribute: false }, facts: { attribute: false }, deadline: { attribute: false }, state: { attribute: false }, beside: { attribute: false } }
  declare heading: string
  declare crumbs: readonly Crumb[]
  declare facts: readonly string[]
  declare deadline: ShownDeadline | null
  declare state: { kind: StateKind; word: string } | null
  declare beside: TemplateResult | typeof nothing

  constructor() {
    super()
    this.heading = ''
    this.crumbs = []
    this.facts = []
    this.deadline = null
    this.state = null
    this.beside = nothing
  }

  /** What the page put in (the actions) stays where it is; our part stands before it. */
  protected override createRenderRoot(): HTMLElement {
    const part = document.createElement('div')
    part.className = 'case-parts'
    this.prepend(part)
    return part
  }

  protected override render(): TemplateResult {
    return html`<div class="case-where">
        ${this.crumbs.length === 0 ? nothing : html`<nav class="crumb">${this.crumbs.map(({ label, path }, at) => html`${at === 0 ? nothing : html`<span aria-hidden="true">›</span>`}${path === undefined ? html`<span>${label}</span>` : html`<a href=${to(path)}>${label}</a>`}`)}</nav>`}
        <h1 tabindex="-1">${this.heading}</h1>
        ${this.facts.length === 0 ? nothing : html`<div class="case-what">${this.facts.map((fact) => html`<span>${fact}</span>`)}</div>`}</div>
      ${this.deadline === null ? nothing : html`<div class="clock"><lf-deadline variant="block" .deadline=${this.deadline}></lf-deadline></div>`}
      <div class="case-state">${this.state === null ? nothing : html`<lf-state kind=${this.state.kind} word=${this.state.word}></lf-state>`}${this.beside}</div>`
  }
}
customElements.define('lf-case-bar', LfCaseBar)
declare global { interface HTMLElementTagNameMap { 'lf-case-bar': LfCaseBar } }
