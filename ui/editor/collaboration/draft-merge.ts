import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { diffText } from '../../../law/compare/index.ts'
import { ask } from '../../components/ask.ts'
import { changedWords } from '../../components/comparison/changed-words.ts'
import { messages } from '../../messages/zh.ts'
import type { MergeEntry } from './collaboration-state.ts'
import './collaboration.css'
import { TogetherElement } from './together-element.ts'

/**
 * What could not be merged, passage by passage: the person's words beside those of the server. Nothing goes until they say
 * so; taking their own is an edit like any other, and can be undone. `.together` is a Collaboration.
 */
export class DraftMerge extends TogetherElement {
  static override properties = { ...TogetherElement.properties, told: { state: true } }
  declare told: { at: string; words: string } | null

  constructor() {
    super()
    this.told = null
  }

  protected override render(): TemplateResult | typeof nothing {
    const entries = this.together?.entries() ?? []
    if (this.together === null || entries.length === 0) return nothing
    const words = messages.collaboration.merge
    return html`<section class="draft-merge" aria-labelledby="draft-merge-title">
      <h2 id="draft-merge-title">${words.title}</h2>
      <p class="hint">${this.together.state.may.write ? words.hint : words.hintClosed}</p>
      ${repeat(entries, placeOf, (entry) => this.#entry(entry))}
    </section>`
  }

  #entry(entry: MergeEntry): TemplateResult {
    const words = messages.collaboration.merge
    const { unit, theirs, sentence } = entry
    const place = placeOf(entry)
    const changes = diffText(theirs ?? '', unit.words)
    return html`<article aria-label=${labelOf(entry)}>
      <h3>${labelOf(entry)}</h3>
      <p class="hint">${sentence}</p>
      <div class="sides">
        <div><h4>${words.mine}</h4><div class="merge-words">${unit.nodes === null ? words.removed : theirs === null ? unit.words : changedWords(changes, 'new')}</div></div>
        <div><h4>${words.theirs}</h4><div class="merge-words">${theirs === null ? words.gone : changedWords(changes, 'old')}</div></div>
      </div>
      <div class="buttons">
        <button class="btn" type="button" ?disabled=${this.together?.state.may.write !== true} @click=${() => void this.#takeMine(entry)}>${words.takeMine}</button>
        <button class="btn" type="button" @click=${() => void this.#drop(entry)}>${words.takeTheirs}</button>
        ${unit.words === '' ? nothing : html`<button class="btn" type="button" @click=${() => void this.#copy(entry)}>${words.copy}</button>`}
        ${this.told?.at === place ? html`<span role="status">${this.told.words}</span>` : nothing}
      </div>
    </article>`
  }

  async #takeMine(entry: MergeEntry): Promise<void> {
    const taken = await this.together?.takeMine(entry.recordId, entry.unit.key)
    this.told = taken === true ? null : { at: placeOf(entry), words: messages.collaboration.merge.refused }
  }

  async #drop(entry: MergeEntry): Promise<void> {
    const words = messages.collaboration.merge
    if (!(await ask({ heading: labelOf(entry), text: words.sure, confirm: words.dropMine, cancel: words.keepMine, grave: true }))) return
    await this.together?.drop(entry.recordId, entry.unit.key)
  }

  async #copy(entry: MergeEntry): Promise<void> {
    await navigator.clipboard.writeText(entry.unit.words)
    this.told = { at: placeOf(entry), words: messages.collaboration.merge.copied }
  }
}
customElements.define('draft-merge', DraftMerge)

const placeOf = ({ recordId, unit }: MergeEntry): string => `${recordId} ${unit.key}`

function labelOf({ unit }: MergeEntry): string {
  const { places, unnamed } = messages.collaboration.merge
  const around = unit.key === '@matter' || unit.key === '@closing' ? places[unit.key] : ''
  return around || unit.label || unnamed
}

declare global {
  interface HTMLElementTagNameMap {
    'draft-merge': DraftMerge
  }
}
