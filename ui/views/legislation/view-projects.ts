import { html, nothing, type TemplateResult } from 'lit'
import { shortMeeting } from '../../../law/procedure/index.ts'
import { projectPhases } from '../../../law/procedure/index.ts'
import { answer, api } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import { CursorList } from '../../components/cursor-list.ts'
import '../../components/lf-list-table.ts'
import type { Column } from '../../components/lf-list-table.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { replaceQuery, to } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import { stateKind } from '../case-shown.ts'
import './legislation.css'

type Row = components['schemas']['ProjectRow']
const words = messages.project
const views = ['open', 'mine', 'overdue', 'closed', 'all'] as const
type View = (typeof views)[number]

const columns: readonly Column<Row>[] = [
  { key: 'title', label: words.columns.title, kind: 'title', cell: (row) => row.title },
  { key: 'state', label: words.columns.state, widthEm: 11, cell: (row) => html`<lf-state kind=${stateKind(row.state.sign)} word=${row.state.label}></lf-state>` },
  { key: 'proposer', label: words.columns.proposer, widthEm: 11, kind: 'quiet', secondary: true, cell: (row) => row.proposer },
  { key: 'leadOrgan', label: words.columns.leadOrgan, widthEm: 11, kind: 'quiet', secondary: true, cell: (row) => row.leadOrgan ?? '' },
  { key: 'responsible', label: words.columns.responsible, widthEm: 5, kind: 'quiet', cell: (row) => row.responsible ?? '' },
  { key: 'next', label: words.columns.next, widthEm: 15, cell: (row) => (row.next === null ? nothing : html`<span class=${row.next.left.kind === 'overdue' ? 'late' : ''}><b>${row.next.left.text}</b> <span class="quiet small">${row.next.dueOn.slice(5)} ${shortMeeting(row.next.label)}</span></span>`) },
]

/** 立法项目: those that a person may know of, by where they stand. */
export class ViewProjects extends LightElement {
  static override properties = { query: { attribute: false } }
  declare query: URLSearchParams
  readonly #session = new SessionReader(this)
  readonly #list = new CursorList(this, (cursor) => {
    const asked = this.query.get('phase')
    const phase = projectPhases.find((p) => p === asked)
    return answer(api.GET('/api/projects', { params: { query: { view: this.#view, q: this.query.get('q') ?? '', ...(phase === undefined ? {} : { phase }), ...(cursor === undefined ? {} : { cursor }) } } }))
  })

  constructor() {
    super()
    this.query = new URLSearchParams()
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#list.load()
  }

  get #view(): View {
    const asked = this.query.get('view')
    return views.find((v) => v === asked) ?? 'open'
  }

  #show(change: Record<string, string>): void {
    const query = new URLSearchParams(this.query)
    for (const [key, value] of Object.entries(change)) {
      if (value === '') query.delete(key)
      else query.set(key, value)
    }
    this.query = query
    replaceQuery(query)
    void this.#list.load()
  }

  #filters(): TemplateResult {
    return html`<div class="project-filters"><nav aria-label=${words.title}>${views.map((view) => html`<button class="plain" aria-current=${view === this.#view ? 'page' : nothing} @click=${() => this.#show({ view })}>${words.views[view]} <span class="quiet">${this.#list.page?.counts[view] ?? ''}</span></button>`)}</nav>
      <form role="search" aria-label=${words.find} @submit=${(e: Event) => { e.preventDefault(); const typed = this.querySelector<HTMLInputElement>('input[name=q]'); this.#show({ q: typed?.value.trim() ?? '' }) }}>
        <select class="control" name="phase" aria-label=${words.phase} @change=${(e: Event) => { if (e.target instanceof HTMLSelectElement) this.#show({ phase: e.target.value }) }}><option value="">${words.allPhases}</option>${projectPhases.map((p) => html`<option value=${p} ?selected=${p === this.query.get('phase')}>${p}</option>`)}</select>
        <input class="control" name="q" type="search" aria-label=${words.find} placeholder=${words.findHint} .value=${this.query.get('q') ?? ''}><button class="btn">${words.find}</button></form></div>`
  }

  protected override render(): TemplateResult {
    const mayCreate = this.#session.hasRole(['legislationOfficer', 'legislationChief', 'proposerClerk'])
    const create = mayCreate ? html`<a class="btn main" href=${to('/projects/new')}>${words.create}</a>` : nothing
    const { items, problem } = this.#list
    if (problem !== null) return html`<div class="page"><lf-error .problem=${problem} @retry=${() => void this.#list.load()}></lf-error></div>`
    return html`<div class="page page-head projects-head"><div><h1 class="page-title">${words.title}</h1><p class="say">${words.say}</p></div>${create}</div>
      ${this.#filters()}
      ${items === null ? html`<lf-loading rows="6"></lf-loading>` : items.length === 0 ? html`<lf-empty heading=${words.none} text=${mayCreate ? words.noneHint : words.noneForYou}></lf-empty>`
        : html`<lf-list-table caption=${words.caption} .columns=${columns} .rows=${items} .rowKey=${(row: Row) => row.id} .rowName=${(row: Row) => row.title} .rowPath=${(row: Row) => `/projects/${row.id}`}></lf-list-table>
          <p class="list-end"><span class="quiet small">${words.total(this.#list.total)}</span></p>${this.#list.rest()}`}`
  }
}
customElements.define('view-projects', ViewProjects)
declare global { interface HTMLElementTagNameMap { 'view-projects': ViewProjects } }
