import { html, nothing, type TemplateResult } from 'lit'
import { guard } from 'lit/directives/guard.js'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import type { DraftOutlineRow } from './draft-rows.ts'

const words = messages.drafting

/** How many of a list stand in each article. */
function countByKey(keys: readonly (string | null)[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) if (key !== null) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

const sameEntries = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean => a.size === b.size && [...a].every(([key, said]) => b.get(key) === said)

/** 目录: divisions and articles with what is open in each. Event `outline-chosen {key}`. */
export class DraftOutline extends LightElement {
  static override properties = {
    rows: { attribute: false }, here: { attribute: false }, suggestions: { attribute: false }, hints: { attribute: false }, comments: { attribute: false }, leases: { attribute: false },
  }
  declare rows: readonly DraftOutlineRow[]
  declare here: string | null
  declare suggestions: readonly { article: string }[]
  declare hints: readonly { articleKey: string | null }[]
  declare comments: readonly { articleKey: string | null; parentId: string | null; resolved: boolean }[]
  declare leases: readonly { articleKey: string }[]
  #marks: ReadonlyMap<string, string> = new Map()

  constructor() {
    super()
    this.rows = []
    this.here = null
    this.suggestions = []
    this.hints = []
    this.comments = []
    this.leases = []
  }

  /** While others write, much is said that changes no line of a long outline. */
  protected override shouldUpdate(changed: Map<PropertyKey, unknown>): boolean {
    const marks = this.#count()
    const same = sameEntries(marks, this.#marks)
    this.#marks = same ? this.#marks : marks
    return !same || !this.hasUpdated || changed.has('rows') || changed.has('here')
  }

  #count(): Map<string, string> {
    const marks = new Map<string, string[]>()
    const say = (key: string, said: string): void => void marks.set(key, [...(marks.get(key) ?? []), said])
    for (const { articleKey } of this.leases) say(articleKey, words.marks.held)
    const open = this.comments.filter(({ parentId, resolved }) => parentId === null && !resolved)
    for (const [word, keys] of [
      [words.marks.suggestion, this.suggestions.map(({ article }) => article)], [words.marks.comment, open.map(({ articleKey }) => articleKey)], [words.marks.hint, this.hints.map(({ articleKey }) => articleKey)],
    ] as const) for (const [key, count] of countByKey(keys)) say(key, `${word}${count}`)
    return new Map([...marks].map(([key, said]) => [key, said.join(' ')]))
  }

  #row(row: DraftOutlineRow, here: boolean, marks: string): TemplateResult {
    return html`<li class=${here ? 'here' : ''} data-kind=${row.kind}><button aria-current=${here ? 'true' : nothing} @click=${() => this.dispatchEvent(new CustomEvent('outline-chosen', { detail: { key: row.key } }))}><b>${row.label}</b><span>${row.words}</span>${marks === '' && row.range === '' ? nothing : html`<em>${marks === '' ? row.range : marks}</em>`}</button></li>`
  }

  protected override render(): TemplateResult {
    return html`<p class="outline-note">${words.outline}　${words.outlineNote}</p><ol>${this.rows.map((row) => {
      const [here, marks] = [row.key === this.here, this.#marks.get(row.key) ?? '']
      return guard([row, here, marks], () => this.#row(row, here, marks))
    })}</ol>`
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('here')) this.querySelector('li.here')?.scrollIntoView({ block: 'nearest' })
  }
}
customElements.define('draft-outline', DraftOutline)
declare global { interface HTMLElementTagNameMap { 'draft-outline': DraftOutline } }
