import { html, nothing, type TemplateResult } from 'lit'
import { flagSeverityLabels } from '../../../law/procedure/index.ts'
import { LightElement } from '../../components/light-element.ts'
import { dayInText } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import { followedPassage } from '../../components/followed-passage.ts'
import type { CarriedFlag, Flag, FollowedFlag } from './workbench-data.ts'

const words = messages.review.flag
const followWords = messages.review.followed
const phases = ['提出', '确认', '送机关', '答复', '解决']

/**
 * The flags of a case with how far each has come, and where they stand in a later text; below them the open flags of earlier
 * filings of the document, at their place in this one. Events: `flag-chosen` {id}, `flag-act` {id, act: edit | confirm | withdraw}, `place-chosen` {id: eId}.
 */
export class FlagList extends LightElement {
  static override properties = { flags: { attribute: false }, followed: { attribute: false }, carried: { attribute: false }, current: {} }
  declare flags: readonly Flag[]
  declare followed: readonly FollowedFlag[]
  declare carried: readonly CarriedFlag[]
  declare current: string
  constructor() {
    super()
    this.flags = []
    this.followed = []
    this.carried = []
    this.current = ''
  }
  #tell(name: 'flag-chosen' | 'flag-act' | 'place-chosen', detail: { id: string; act?: string }): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }))
  }
  #row(flag: Flag): TemplateResult {
    const open = flag.id === this.current
    const gone = flag.state.id === 'withdrawn'
    return html`<li class=${gone ? 'gone' : ''}><b>${flag.number}</b><button type="button" class="plain" aria-expanded=${open ? 'true' : 'false'} title=${words.show(flag.number)} @click=${() => this.#tell('flag-chosen', { id: flag.id })}>${articleOf(flag.articleLabel)}</button>
      <span class="gist" title=${flag.codeLabel}><em>${flag.standardLabel}</em>${flag.exact}</span>${life(flag)}
      ${!open && this.followed.some((one) => one.flagId === flag.id) ? html`<span class="followed-note">${this.#note(flag.id)}</span>` : nothing}
      ${open ? this.#more(flag) : nothing}</li>`
  }
  /** In a word what must not be missed while the row is closed. */
  #note(flagId: string): string {
    const followed = this.followed.find((one) => one.flagId === flagId)
    const document = followed?.document ?? null
    return document === null ? `${followWords.superior}：${followed?.superior?.sentence ?? ''}` : `${document.sentence}${document.fate === 'deleted' || document.fate === 'notFound' ? '' : `，${followWords.words[document.words]}`}`
  }
  #more(flag: Flag): TemplateResult {
    const { superior } = flag
    return html`<div class="flag-more"><p>${flag.articleLabel}：<q>${flag.exact}</q></p><p><b>${flag.codeLabel}</b></p>
      ${superior === null ? nothing : html`<p>《${superior.title}》${superior.label}${superior.unverified ? html` <b class="soon">${words.unverified}</b>` : nothing}：${superior.quote}</p>`}
      <p>${flagSeverityLabels[flag.severity]}。${flag.reason}</p>${flag.suggestion === '' ? nothing : html`<p>${words.suggestion}：${flag.suggestion}</p>`}
      ${this.#followed(flag.id)}
      ${flag.makerAnswer === null ? nothing : html`<p>${words.answer}：${flag.makerAnswer}</p>`}
      <p class="quiet">${words.by(flag.raisedBy, dayInText(flag.raisedAt))}　${words.judgedOn(flag.judgedOn)}</p>
      ${flag.actions.length === 0 ? nothing : html`<p class="flag-acts">${flag.actions.map(({ key, label }) => html`<button type="button" class=${key === 'confirm' ? 'btn short' : 'words'} @click=${() => this.#tell('flag-act', { id: flag.id, act: key })}>${label}</button>`)}</p>`}</div>`
  }
  #followed(flagId: string): TemplateResult | typeof nothing {
    const followed = this.followed.find((one) => one.flagId === flagId)
    if (followed === undefined) return nothing
    return html`${followed.document === null ? nothing : followedPassage(followed.document, { lead: followWords.later })}${followed.superior === null ? nothing : followedPassage(followed.superior, { lead: followWords.superior })}`
  }
  #carried(): TemplateResult | typeof nothing {
    if (this.carried.length === 0) return nothing
    return html`<h2>${followWords.carried(this.carried.length)}</h2><p class="quiet small">${followWords.carriedHint}</p>
      <ul class="carried">${this.carried.map((flag) => {
        const [place] = flag.followed?.places ?? []
        return html`<li><div class="flag-more"><p><a class="u" href=${to(`/review/${flag.filingId}`)}>${followWords.carriedFrom(flag.registrationNo ?? '', flag.number)}</a>　${flag.codeLabel}　${flag.state.label}${place === undefined ? nothing : html`　<button type="button" class="words" @click=${() => this.#tell('place-chosen', { id: place.eId })}>${followWords.goTo(place.label)}</button>`}</p>
          <p>${flag.label}：<q>${flag.exact}</q></p>${flag.followed === null ? nothing : followedPassage(flag.followed, { link: false })}</div></li>`
      })}</ul>`
  }
  protected override render(): TemplateResult {
    return html`<section class="flags"><h2>${words.list(this.flags.length)}<span aria-hidden="true">${words.legend}</span></h2>
      ${this.flags.length === 0 ? html`<p class="quiet small">${words.none}</p>` : html`<ul>${this.flags.map((flag) => this.#row(flag))}</ul>`}${this.#carried()}</section>`
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
