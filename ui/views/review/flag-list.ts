import { html, nothing, type TemplateResult } from 'lit'
import { flagSeverityLabels } from '../../../law/procedure/index.ts'
import { LightElement } from '../../components/light-element.ts'
import { dayInText } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import type { Flag } from './workbench-data.ts'

const words = messages.review.flag
const phases = ['提出', '确认', '送机关', '答复', '解决']

/**
 * The flags of a case with how far each has come. Events: `flag-chosen` {id}, `flag-act` {id, act: edit | confirm | withdraw}.
 */
export class FlagList extends LightElement {
  static override properties = { flags: { attribute: false }, current: {} }
  declare flags: readonly Flag[]
  declare current: string
  constructor() {
    super()
    this.flags = []
    this.current = ''
  }
  #tell(name: 'flag-chosen' | 'flag-act', detail: { id: string; act?: string }): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }))
  }
  #row(flag: Flag): TemplateResult {
    const open = flag.id === this.current
    const gone = flag.state.id === 'withdrawn'
    return html`<li class=${gone ? 'gone' : ''}><b>${flag.number}</b><button type="button" class="plain" aria-expanded=${open ? 'true' : 'false'} title=${words.show(flag.number)} @click=${() => this.#tell('flag-chosen', { id: flag.id })}>${articleOf(flag.articleLabel)}</button>
      <span class="gist" title=${flag.codeLabel}><em>${flag.standardLabel}</em>${flag.exact}</span>${life(flag)}
      ${open ? this.#more(flag) : nothing}</li>`
  }
  #more(flag: Flag): TemplateResult {
    const { superior } = flag
    return html`<div class="flag-more"><p>${flag.articleLabel}：<q>${flag.exact}</q></p><p><b>${flag.codeLabel}</b></p>
      ${superior === null ? nothing : html`<p>《${superior.title}》${superior.label}${superior.unverified ? html` <b class="soon">${words.unverified}</b>` : nothing}：${superior.quote}</p>`}
      <p>${flagSeverityLabels[flag.severity]}。${flag.reason}</p>${flag.suggestion === '' ? nothing : html`<p>${words.suggestion}：${flag.suggestion}</p>`}
      ${flag.makerAnswer === null ? nothing : html`<p>${words.answer}：${flag.makerAnswer}</p>`}
      <p class="quiet">${words.by(flag.raisedBy, dayInText(flag.raisedAt))}　${words.judgedOn(flag.judgedOn)}</p>
      ${flag.actions.length === 0 ? nothing : html`<p class="flag-acts">${flag.actions.map(({ key, label }) => html`<button type="button" class=${key === 'confirm' ? 'btn short' : 'words'} @click=${() => this.#tell('flag-act', { id: flag.id, act: key })}>${label}</button>`)}</p>`}</div>`
  }
  protected override render(): TemplateResult {
    return html`<section class="flags"><h2>${words.list(this.flags.length)}<span aria-hidden="true">${words.legend}</span></h2>
      ${this.flags.length === 0 ? html`<p class="quiet small">${words.none}</p>` : html`<ul>${this.flags.map((flag) => this.#row(flag))}</ul>`}</section>`
  }
}

/** `第七条第一款第一项` → `第七条`: the row has no room for more. */
const articleOf = (label: string): string => /^第[^条]+条(?:之[一二三四五六七八九十]+)?/u.exec(label)?.[0] ?? label

/** Five points from 提出 to 解决, those that were reached filled, and the word that says the same. */
function life(flag: Flag): TemplateResult {
  const reached = phases.indexOf(flag.state.phase)
  return html`<span class="life" title=${words.life(flag.state.label)}>${flag.state.id === 'withdrawn' ? nothing : phases.map((_, at) => html`<i class=${at <= reached && !(at === reached && flag.state.id === 'raised' && at > 0) ? 'reached' : ''} aria-hidden="true"></i>`)}<span>${flag.state.label}</span></span>`
}

customElements.define('flag-list', FlagList)
declare global { interface HTMLElementTagNameMap { 'flag-list': FlagList } }
