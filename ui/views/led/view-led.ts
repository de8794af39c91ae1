import { html, nothing, type TemplateResult } from 'lit'
import { answer, type ApiProblem, api, asProblem } from '../../api/client.ts'
import { LightElement } from '../../components/light-element.ts'
import '../../components/lf-list-table.ts'
import { messages } from '../../messages/zh.ts'
import { queueColumns, type QueueItem } from '../queue/queue-columns.ts'
import '../queue/queue.css'

const words = messages.queue.led
/** two short lists that stand in the order of their last day */
const columns = queueColumns.map((column) => ({ ...column, sortable: false }))

/** 牵头事项: the cases that a member of 主任会议 leads; open ones by their last day, then what was closed. */
export class ViewLed extends LightElement {
  static override properties = { items: { state: true }, problem: { state: true } }
  declare items: readonly QueueItem[] | null
  declare problem: ApiProblem | null

  constructor() {
    super()
    this.items = null
    this.problem = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  async #load(): Promise<void> {
    try {
      this.items = (await answer(api.GET('/api/led'))).data.items
      this.problem = null
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  #table(rows: readonly QueueItem[], caption: string): TemplateResult {
    return html`<lf-list-table caption=${caption} .columns=${columns} .rows=${rows} .rowKey=${(row: QueueItem) => row.id} .rowName=${(row: QueueItem) => row.title} .rowPath=${(row: QueueItem) => `/review/${row.id}`}></lf-list-table>`
  }

  protected override render(): TemplateResult {
    if (this.problem !== null) return html`<lf-error .problem=${this.problem} @retry=${() => void this.#load()}></lf-error>`
    const { items } = this
    const closed = (items ?? []).filter(({ state }) => state.sign === '✓')
    const open = (items ?? []).filter(({ state }) => state.sign !== '✓')
    const over = open.filter(({ deadline }) => deadline?.remaining?.kind === 'overdue').length
    return html`<div class="page page-head"><h1 class="page-title">${words.title}</h1><p class="say">${items === null ? nothing : words.say(open.length, over)}</p></div>
      ${items === null ? html`<lf-loading rows="6"></lf-loading>` : items.length === 0 ? html`<lf-empty heading=${words.none} text=${words.noneText}></lf-empty>` : html`
        ${open.length === 0 ? html`<p class="page quiet">${words.noneOpen}</p>` : this.#table(open, words.open)}
        ${closed.length === 0 ? nothing : html`<section class="part led-closed"><h2>${words.done}</h2></section>${this.#table(closed, words.done)}`}`}`
  }
}
customElements.define('view-led', ViewLed)
declare global { interface HTMLElementTagNameMap { 'view-led': ViewLed } }
