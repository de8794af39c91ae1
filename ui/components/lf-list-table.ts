import { html, nothing, type TemplateResult } from 'lit'
import { repeat } from 'lit/directives/repeat.js'
import { messages } from '../messages/zh.ts'
import { go } from '../navigation.ts'
import { LightElement } from './light-element.ts'
import { isWriting } from './writing.ts'

export type Column<Row> = {
  key: string
  label: string
  /** what stands in the cell; handlers in it must be arrow functions */
  cell: (row: Row) => unknown
  /** `title` is the one that is linked and carries the second line; `days` is a number with a deadline in it */
  kind?: 'title' | 'number' | 'days' | 'quiet' | 'small'
  /** in em of the table's type; left out: takes what is left */
  widthEm?: number
  sortable?: boolean
  /** goes into the second line below the title in large type and narrow windows */
  secondary?: boolean
}
export type Sort = { key: string; direction: 'ascending' | 'descending' }

const classOf = (column: { kind?: Column<unknown>['kind']; secondary?: boolean }): string =>
  [column.kind === 'days' ? 'number days' : column.kind === 'small' ? 'quiet small' : (column.kind ?? ''), column.secondary ? 'secondary' : ''].join(' ').trim()

/**
 * A list as in the queue: a plain table whose rows are opened, ticked and walked by keys.
 * Keys: j k down and up, o or Enter opens, x ticks; nothing while a person writes.
 * Events: `sort-chosen` {key, direction}, `picked-changed` {picked: string[]}.
 */
export class LfListTable<Row> extends LightElement {
  static override properties = {
    columns: { attribute: false }, rows: { attribute: false }, rowKey: { attribute: false }, rowName: { attribute: false }, rowPath: { attribute: false },
    sort: { attribute: false }, pickable: { type: Boolean }, picked: { attribute: false }, caption: {}, current: { state: true },
  }
  declare columns: readonly Column<Row>[]
  declare rows: readonly Row[]
  declare rowKey: (row: Row) => string
  /** what a row is called, for the tick's label */
  declare rowName: (row: Row) => string
  /** where a row leads (`/review/…`); null: nowhere */
  declare rowPath: (row: Row) => string | null
  declare sort: Sort | null
  declare pickable: boolean
  declare picked: ReadonlySet<string>
  declare caption: string
  declare current: string | null

  constructor() {
    super()
    this.columns = []
    this.rows = []
    this.rowKey = () => ''
    this.rowName = () => ''
    this.rowPath = () => null
    this.sort = null
    this.pickable = false
    this.picked = new Set()
    this.caption = ''
    this.current = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('keydown', this.#key)
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('keydown', this.#key)
  }

  /** Widths are set through the object model: the content security policy allows no style attribute. */
  protected override updated(): void {
    const cols = this.querySelectorAll('col.given')
    this.columns.forEach((column, at) => {
      const col = cols[at]
      if (col instanceof HTMLElement) col.style.width = column.widthEm === undefined ? '' : `${column.widthEm}em`
    })
  }

  readonly #key = (event: KeyboardEvent): void => {
    if (isWriting(event) || this.rows.length === 0 || this.offsetParent === null) return
    const at = this.rows.findIndex((row) => this.rowKey(row) === this.current)
    const row = this.rows[at]
    switch (event.key) {
      case 'j': return this.#moveTo(Math.min(at + 1, this.rows.length - 1))
      case 'k': return this.#moveTo(Math.max(at - 1, 0))
      case 'o': return row === undefined ? undefined : this.#open(row)
      case 'x': return row === undefined || !this.pickable ? undefined : this.#pick([this.rowKey(row)], !this.picked.has(this.rowKey(row)))
    }
  }

  #moveTo(at: number): void {
    const row = this.rows[at]
    if (row === undefined) return
    this.current = this.rowKey(row)
    void this.updateComplete.then(() => {
      const line = this.querySelector<HTMLElement>('tr.current')
      line?.scrollIntoView({ block: 'nearest' })
      ;(line?.querySelector<HTMLElement>('.title a') ?? line)?.focus({ preventScroll: true })
    })
  }

  #open(row: Row): void {
    const path = this.rowPath(row)
    if (path !== null) void go(path)
  }

  #pick(keys: string[], ticked: boolean): void {
    const picked = new Set(this.picked)
    for (const key of keys) {
      if (ticked) picked.add(key)
      else picked.delete(key)
    }
    this.picked = picked
    this.dispatchEvent(new CustomEvent('picked-changed', { detail: { picked: [...picked] }, bubbles: true }))
  }

  #sortBy(key: string): void {
    const direction = this.sort?.key === key && this.sort.direction === 'ascending' ? 'descending' : 'ascending'
    this.sort = { key, direction }
    this.dispatchEvent(new CustomEvent('sort-chosen', { detail: { key, direction }, bubbles: true }))
  }

  #head(column: Column<Row>): TemplateResult {
    const sorted = this.sort?.key === column.key ? this.sort.direction : undefined
    const arrow = sorted === 'ascending' ? ' ↑' : sorted === 'descending' ? ' ↓' : ''
    return html`<th scope="col" class=${classOf(column)} aria-sort=${sorted ?? nothing}>${column.sortable
      ? html`<button type="button" title=${messages.elements.list.sortBy(column.label)} @click=${() => this.#sortBy(column.key)}>${column.label}${arrow}</button>`
      : column.label}</th>`
  }

  #cell(column: Column<Row>, row: Row, seconds: readonly Column<Row>[]): TemplateResult {
    const content = column.cell(row)
    if (column.kind !== 'title') return html`<td class=${classOf(column)}>${content}</td>`
    const path = this.rowPath(row)
    return html`<td class="title">${path === null ? content : html`<a href="/app${path}">${content}</a>`}
      ${seconds.length === 0 ? nothing : html`<div class="second">${seconds.map((second) => html`<span>${second.cell(row)}</span>`)}</div>`}</td>`
  }

  protected override render(): TemplateResult {
    const words = messages.elements.list
    const keys = this.rows.map((row) => this.rowKey(row))
    const pickedHere = keys.filter((key) => this.picked.has(key)).length
    const seconds = this.columns.filter(({ secondary }) => secondary)
    return html`<div class="list-wrap"><table class="list">
      ${this.caption === '' ? nothing : html`<caption class="vh">${this.caption}</caption>`}
      <colgroup>${this.pickable ? html`<col width="38">` : nothing}${this.columns.map(({ secondary }) => html`<col class="given ${secondary ? 'secondary' : ''}">`)}</colgroup>
      <thead><tr>${this.pickable ? html`<th class="pick" scope="col"><input type="checkbox" aria-label=${words.pickAll} .checked=${pickedHere > 0 && pickedHere === keys.length} .indeterminate=${pickedHere > 0 && pickedHere < keys.length} @change=${() => this.#pick(keys, pickedHere < keys.length)}></th>` : nothing}
        ${this.columns.map((column) => this.#head(column))}</tr></thead>
      <tbody>${repeat(this.rows, (row) => this.rowKey(row), (row) => {
        const key = this.rowKey(row)
        const ticked = this.picked.has(key)
        return html`<tr class="${ticked ? 'ticked' : ''} ${key === this.current ? 'current' : ''}" tabindex="-1" @click=${() => { this.current = key }}>
          ${this.pickable ? html`<td class="pick"><input type="checkbox" aria-label=${words.pick(this.rowName(row))} .checked=${ticked} @change=${() => this.#pick([key], !ticked)}></td>` : nothing}
          ${this.columns.map((column) => this.#cell(column, row, seconds))}</tr>`
      })}</tbody></table></div>`
  }
}
customElements.define('lf-list-table', LfListTable)

/** Keys of a list, for the middle of the action bar. */
export function listKeys(): TemplateResult {
  const words = messages.elements.shortcuts.list
  return html`<span class="keys" aria-hidden="true"><span><kbd>j</kbd><kbd>k</kbd>${words.move}</span><span><kbd>o</kbd>${words.open}</span><span><kbd>x</kbd>${words.pick}</span><span><kbd>f</kbd>${words.filter}</span><span><kbd>?</kbd>${words.all}</span></span>`
}
