import { html, nothing, type TemplateResult } from 'lit'
import { documentKindFacts, filingProcedure } from '../../../law/procedure/index.ts'
import { answer, api, asProblem, Submission } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import { ask } from '../../components/ask.ts'
import type { Filter } from '../../components/lf-filter-bar.ts'
import { CursorList } from '../../components/cursor-list.ts'
import { LightElement } from '../../components/light-element.ts'
import '../../components/lf-filter-bar.ts'
import { listKeys, type Sort } from '../../components/lf-list-table.ts'
import { messages } from '../../messages/zh.ts'
import { go, replaceQuery, to } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import './batch-dialogs.ts'
import type { DistributionChosen } from './batch-dialogs.ts'
import { queueColumns, type QueueItem } from './queue-columns.ts'
import { addressOf, barValues, customDates, queueFilters, type QueuePeople, queueQuery, type Recusals, sameQuery, savedQuery, sortOf, withValues } from './queue-query.ts'
import './queue.css'

const words = messages.queue
const PAGE = 50
type Views = paths['/api/queue/views']['get']['responses'][200]['content']['application/json']
type BatchResult = { id: string; done: boolean; message: string | null }
type Act = keyof typeof words.acts
type Dialog = 'distribute' | 'assign' | 'leader' | 'save' | 'results' | null
type Told = { kind: 'good' | 'warn' | 'bad'; text: string }
type ResultLine = BatchResult & { title: string }

const noPeople: QueuePeople = { reviewers: [], leaders: [], committees: [], makers: [] }
const queueStates = filingProcedure.states.filter(({ phase }) => phase !== '报备' && phase !== '接收').map(({ id, label }) => ({ id, label }))
const kinds = documentKindFacts.map(({ kind, label }) => ({ id: kind, label }))

/** 审查队列: views, conditions and order stand in the address; what is ticked is distributed, assigned or begun together. */
export class ViewQueue extends LightElement {
  static override properties = {
    query: { attribute: false }, views: { state: true }, people: { state: true }, recusals: { state: true }, picked: { state: true }, told: { state: true },
    results: { state: true }, dialog: { state: true }, busy: { state: true },
  }
  declare query: URLSearchParams
  declare views: Views | null
  declare people: QueuePeople
  declare recusals: Recusals
  declare picked: ReadonlySet<string>
  declare told: Told | null
  declare results: readonly ResultLine[]
  declare dialog: Dialog
  declare busy: boolean
  readonly #session = new SessionReader(this)
  readonly #submission = new Submission()
  readonly #queue = new CursorList(this, (cursor) => answer(api.GET('/api/queue', { params: { query: { ...queueQuery(this.query), limit: PAGE, ...(cursor === undefined ? {} : { cursor }) } } })))

  constructor() {
    super()
    this.query = new URLSearchParams()
    this.views = null
    this.people = noPeople
    this.recusals = []
    this.picked = new Set()
    this.told = null
    this.results = []
    this.dialog = null
    this.busy = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#loadPeople()
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('query')) return
    const pick = this.query.get('pick')
    this.picked = pick === null ? new Set() : new Set([pick])
    void this.#queue.load()
    void this.#loadViews()
  }

  async #loadViews(): Promise<void> {
    try {
      this.views = (await answer(api.GET('/api/queue/views'))).data
    } catch {
      // the list says what is wrong; views without counts help nobody
      this.views = null
    }
  }

  async #loadPeople(): Promise<void> {
    try {
      this.people = (await answer(api.GET('/api/queue/people'))).data
    } catch {
      this.people = noPeople
    }
  }

  /** Opens a dialog that names a reviewer, with who has to keep away from the ticked cases. */
  async #chooseReviewer(dialog: 'distribute' | 'assign'): Promise<void> {
    const cases = this.#pickedRows().map(({ id }) => id).join(',')
    try {
      this.recusals = (await answer(api.GET('/api/queue/recusals', { params: { query: { cases } } }))).data.recusals
    } catch {
      // the server refuses them all the same, with the reason
      this.recusals = []
    }
    this.dialog = dialog
  }

  #goTo(address: URLSearchParams): void {
    replaceQuery(address)
    this.query = address
  }

  #pickedRows(): QueueItem[] {
    return (this.#queue.items ?? []).filter((row) => this.picked.has(row.id))
  }

  /** Sends one act over what is ticked and tells each case's result; what was refused stays ticked. */
  async #batch(act: Act, send: (headers: Record<string, string>, cases: { id: string; revision: number }[]) => Promise<{ data?: { results: BatchResult[] }; error?: unknown; response: Response }>, body: unknown): Promise<void> {
    const rows = this.#pickedRows()
    const cases = rows.map(({ id, revision }) => ({ id, revision }))
    if (cases.length === 0 || this.busy) return
    this.busy = true
    try {
      const { data } = await this.#submission.send([act, body, cases], (headers) => send(headers, cases))
      const held = data.results.filter(({ done }) => !done)
      this.results = data.results.map((result) => ({ ...result, title: rows.find(({ id }) => id === result.id)?.title ?? '' }))
      this.told = held.length === 0 ? { kind: 'good', text: words.allDone(words.acts[act], data.results.length) } : null
      this.dialog = held.length === 0 ? null : 'results'
      this.picked = new Set(held.map(({ id }) => id))
      await Promise.all([this.#queue.load(), this.#loadViews(), this.#loadPeople()])
    } catch (thrown) {
      this.dialog = null
      this.told = { kind: 'bad', text: asProblem(thrown).told }
    } finally {
      this.busy = false
    }
  }

  readonly #distribute = (event: CustomEvent<DistributionChosen>): void => {
    const chosen = event.detail
    void this.#batch('distribute', (headers, cases) => api.POST('/api/queue/distribute', { body: { ...chosen, cases }, headers }), chosen)
  }
  readonly #assign = (event: CustomEvent<{ reviewerId: string }>): void => {
    const { reviewerId } = event.detail
    void this.#batch('assign', (headers, cases) => api.POST('/api/queue/assign', { body: { reviewerId, cases }, headers }), reviewerId)
  }
  #start(): void {
    void this.#batch('start', (headers, cases) => api.POST('/api/queue/start', { body: { cases }, headers }), null)
  }

  readonly #setLeader = async (event: CustomEvent<{ leaderId: string | null }>): Promise<void> => {
    const [row] = this.#pickedRows()
    if (row === undefined) return
    try {
      await answer(api.PUT('/api/filings/{id}/leader', { params: { path: { id: row.id } }, body: event.detail, headers: { 'If-Match': `"${row.revision}"` } }))
      this.told = { kind: 'good', text: words.leaderSaved }
    } catch (thrown) {
      this.told = { kind: 'bad', text: asProblem(thrown).told }
    }
    this.dialog = null
    await this.#queue.load()
  }

  async #saveView(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const name = new FormData(event.target).get('name')
    if (typeof name !== 'string' || name.trim() === '') return
    const body = { name: name.trim(), query: savedQuery(this.query) }
    try {
      await this.#submission.send(body, (headers) => api.POST('/api/queue/saved-views', { body, headers }))
      this.told = { kind: 'good', text: words.viewSaved(body.name) }
    } catch (thrown) {
      this.told = { kind: 'bad', text: asProblem(thrown).told }
    }
    this.dialog = null
    await this.#loadViews()
  }

  async #deleteView({ id, name }: { id: string; name: string }): Promise<void> {
    if (!(await ask({ heading: words.deleteViewAsk(name), text: words.deleteViewText, confirm: words.delete, cancel: messages.elements.dialog.cancel, grave: true }))) return
    try {
      await answer(api.DELETE('/api/queue/saved-views/{id}', { params: { path: { id } } }))
      void go('/queue')
    } catch (thrown) {
      this.told = { kind: 'bad', text: asProblem(thrown).told }
    }
    await this.#loadViews()
  }

  #viewRow(): TemplateResult {
    const now = savedQuery(this.query)
    const saved = this.views?.saved.find(({ query }) => sameQuery(query, now))
    const current = this.query.get('view') ?? 'open'
    const link = (address: string, chosen: boolean, label: string, count?: number, late = false): TemplateResult =>
      html`<a href=${to(`/queue${address}`)} aria-current=${chosen ? 'page' : nothing}>${label}${count === undefined ? nothing : html` <span class=${late && count > 0 ? 'late' : ''}>${count}</span>`}</a>`
    return html`<nav class="second-row queue-views" aria-label=${words.views}>
      ${(this.views?.views ?? []).map(({ view, label, count }) => link(view === 'open' ? '' : `?view=${view}`, saved === undefined && view === current, label, count, view === 'overdue'))}
      ${(this.views?.saved ?? []).map(({ id, name, query }) => link(`?${new URLSearchParams(query)}`, saved?.id === id, name))}
      <span class="spring"></span>
      <input class="find-in-list" type="search" aria-label=${words.find} placeholder=${words.find} .value=${this.query.get('text') ?? ''} @change=${(event: Event) => { if (event.target instanceof HTMLInputElement) this.#goTo(withValues(this.query, { text: event.target.value.trim() })) }}>
      ${saved === undefined ? html`<button class="plain" @click=${() => { this.dialog = 'save' }}>${words.saveView}</button>` : html`<button class="words" @click=${() => void this.#deleteView(saved)}>${words.deleteView}</button>`}</nav>`
  }

  #filters(today: string): readonly Filter[] {
    return queueFilters({ people: this.people, states: queueStates, kinds, today, custom: customDates(this.query, today) })
  }

  #list(today: string, mayPick: boolean): TemplateResult {
    const { items: rows, total } = this.#queue
    const anyCondition = [...this.query.keys()].some((name) => !['sort', 'direction', 'pick'].includes(name))
    return html`<lf-filter-bar .filters=${this.#filters(today)} .values=${barValues(this.query, today)} shown=${rows?.length ?? 0} total=${rows === null ? -1 : total}
        @filters-changed=${(event: CustomEvent<{ values: Record<string, string> }>) => this.#goTo(addressOf(this.query, event.detail.values, today))}></lf-filter-bar>
      ${rows === null ? html`<lf-loading rows="12"></lf-loading>` : rows.length === 0
        ? html`<lf-empty heading=${anyCondition ? words.none : words.noneOpen} text=${anyCondition ? words.noneText : words.noneOpenText}></lf-empty>`
        : html`<lf-list-table caption=${words.title} .columns=${queueColumns} .rows=${rows} .rowKey=${(row: QueueItem) => row.id} .rowName=${(row: QueueItem) => row.title} .rowPath=${(row: QueueItem) => `/review/${row.id}`} .sort=${sortOf(this.query)}
            ?pickable=${mayPick} .picked=${this.picked} @picked-changed=${(event: CustomEvent<{ picked: string[] }>) => { this.picked = new Set(event.detail.picked) }} @sort-chosen=${(event: CustomEvent<Sort>) => this.#sort(event.detail)}></lf-list-table>`}
      ${rows === null ? nothing : this.#queue.rest({ said: words.more(total - rows.length), beside: html`<span>${words.left(total - rows.length)}</span>` })}`
  }

  #sort({ key, direction }: Sort): void {
    this.#goTo(withValues(this.query, { sort: key === 'dueOn' ? '' : key, direction: direction === 'descending' ? 'desc' : '' }))
  }

  #pickedWords(rows: readonly QueueItem[]): TemplateResult | typeof nothing {
    if (rows.length === 0) return nothing
    const [first] = rows
    const same = rows.filter(({ state }) => state.id === first?.state.id)
    const toDistribute = rows.filter(({ state }) => state.id === 'registered').length
    const about = same.length === rows.length ? words.allState(first?.state.label ?? '') : toDistribute > 0 ? words.someState(toDistribute, queueStates.find(({ id }) => id === 'registered')?.label ?? '') : ''
    return html`<span>${words.picked} <b>${rows.length}</b> ${words.pieces}${about}</span><button class="words" @click=${() => { this.picked = new Set() }}>${words.unpick}</button>`
  }

  #bar(mayPick: boolean): TemplateResult {
    const rows = this.#pickedRows()
    const none = rows.length === 0 || this.busy
    const chief = this.#session.hasRole('reviewChief')
    const starting = rows.length > 0 && rows.every(({ state }) => state.id === 'distributed')
    const exported = new URLSearchParams(savedQuery(this.query)).toString()
    return html`<div class="action-bar" role="region" aria-label=${words.batchLabel}>${this.#pickedWords(rows)}${listKeys()}
      <a class="btn" href=${`/api/queue/export${exported === '' ? '' : `?${exported}`}`} download title=${words.exportHint}>${words.exportList}</a>
      ${chief && rows.length === 1 ? html`<button class="btn" @click=${() => { this.dialog = 'leader' }}>${words.setLeader}</button>` : nothing}
      ${chief ? html`<button class="btn" ?disabled=${none} @click=${() => void this.#chooseReviewer('assign')}>${words.assign}</button>` : nothing}
      ${!mayPick ? nothing : starting
        ? html`<button class="btn" ?disabled=${none} @click=${() => void this.#chooseReviewer('distribute')}>${words.distribute(rows.length)}</button><button class="btn main" ?disabled=${none} @click=${() => this.#start()}>${words.start(rows.length)}</button>`
        : html`<button class="btn main" ?disabled=${none} @click=${() => void this.#chooseReviewer('distribute')}>${words.distribute(rows.length)}</button>`}</div>`
  }

  #dialogs(today: string): TemplateResult {
    const rows = this.#pickedRows()
    const closed = (): void => { this.dialog = null }
    const held = this.results.filter(({ done }) => !done).length
    return html`
      <batch-distribution ?open=${this.dialog === 'distribute'} cases=${rows.length} withoutReviewer=${rows.filter(({ reviewer }) => reviewer === null).length} .people=${this.people} .recusals=${this.recusals} today=${today} ?busy=${this.busy} @distribution-chosen=${this.#distribute} @dialog-closed=${closed}></batch-distribution>
      <batch-assignment ?open=${this.dialog === 'assign'} cases=${rows.length} .people=${this.people} .recusals=${this.recusals} ?busy=${this.busy} @reviewer-chosen=${this.#assign} @dialog-closed=${closed}></batch-assignment>
      <leader-dialog ?open=${this.dialog === 'leader'} .people=${this.people} leaderId=${rows[0]?.leader?.id ?? ''} ?busy=${this.busy} @leader-chosen=${this.#setLeader} @dialog-closed=${closed}></leader-dialog>
      <lf-dialog heading=${words.saveView} ?open=${this.dialog === 'save'} @dialog-closed=${closed}><form id="save-view" @submit=${(event: SubmitEvent) => void this.#saveView(event)}>
        <lf-field label=${words.viewName} required hint=${words.viewHint}><input name="name" maxlength="20" required></lf-field></form><button slot="actions" class="btn main" form="save-view">${words.saveView}</button></lf-dialog>
      <lf-dialog heading=${words.resultTitle} ?open=${this.dialog === 'results'} @dialog-closed=${closed}>
        <ul class="batch-results">${this.results.map(({ done, title, message }) => html`<li class=${done ? '' : 'held'}><b aria-hidden="true">${done ? '✓' : '!'}</b><span>${title}${done ? `　${words.doneWord}` : ''}</span>${done ? nothing : html`<em>${message}</em>`}</li>`)}</ul>
        ${held > 0 ? html`<p class="quiet small">${words.heldStillPicked}</p>` : nothing}<button slot="actions" class="btn" @click=${closed}>${words.close}</button></lf-dialog>`
  }

  protected override render(): TemplateResult {
    const today = this.#session.value?.today ?? ''
    if (this.#queue.problem !== null) return html`<lf-error .problem=${this.#queue.problem} @retry=${() => void this.#queue.load()}></lf-error>`
    if (today === '') return html`<lf-loading rows="12"></lf-loading>`
    const mayPick = this.#session.hasRole(['reviewer', 'reviewChief'])
    return html`<h1 class="vh">${words.title}</h1>${this.#viewRow()}
      ${this.told === null ? nothing : html`<lf-notice-bar kind=${this.told.kind} text=${this.told.text} closable @notice-closed=${() => { this.told = null }}></lf-notice-bar>`}
      ${this.#list(today, mayPick)}${this.#bar(mayPick)}${this.#dialogs(today)}`
  }
}
customElements.define('view-queue', ViewQueue)
declare global { interface HTMLElementTagNameMap { 'view-queue': ViewQueue } }
