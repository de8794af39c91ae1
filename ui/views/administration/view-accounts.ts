import { html, nothing, type TemplateResult } from 'lit'
import { answer, type ApiProblem, api, asProblem, Submission } from '../../api/client.ts'
import { ask } from '../../components/ask.ts'
import { LightElement } from '../../components/light-element.ts'
import '../../components/lf-filter-bar.ts'
import type { Column } from '../../components/lf-list-table.ts'
import { messages } from '../../messages/zh.ts'
import { replaceQuery } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import './account-dialog.ts'
import type { AccountDone, AccountTask } from './account-dialog.ts'
import type { Account, ManagedOrgan, Role } from './administration-data.ts'
import './administration.css'

const words = messages.administration.accounts

/** 账号: who works here, in which roles; a first password is shown once; a leaver's work goes over in one act. */
export class ViewAccounts extends LightElement {
  static override properties = {
    query: { attribute: false }, accounts: { state: true }, organs: { state: true }, roles: { state: true }, problem: { state: true }, task: { state: true }, password: { state: true }, notice: { state: true },
  }
  declare query: URLSearchParams
  declare accounts: readonly Account[] | null
  declare organs: readonly ManagedOrgan[]
  declare roles: readonly Role[]
  declare problem: ApiProblem | null
  declare task: AccountTask | null
  declare password: { name: string; username: string; password: string } | null
  declare notice: { kind: 'good' | 'bad'; text: string } | null
  readonly #session = new SessionReader(this)
  readonly #submission = new Submission()

  constructor() {
    super()
    this.query = new URLSearchParams()
    this.accounts = null
    this.organs = []
    this.roles = []
    this.problem = null
    this.task = null
    this.password = null
    this.notice = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  async #load(): Promise<void> {
    try {
      const [accounts, roles] = await Promise.all([answer(api.GET('/api/accounts')), answer(api.GET('/api/roles'))])
      this.accounts = accounts.data.accounts
      this.organs = accounts.data.organs
      this.roles = roles.data.roles
      this.problem = null
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  async #reset(account: Account): Promise<void> {
    if (!(await ask({ heading: words.resetTitle, text: words.resetText(account.name), confirm: words.reset, cancel: messages.elements.dialog.cancel, grave: true }))) return
    await this.#act(async () => {
      const { data } = await this.#submission.send({ reset: account.id }, (headers) => api.POST('/api/accounts/{id}/password-reset', { params: { path: { id: account.id } }, headers }))
      this.password = { name: account.name, username: account.username, password: data.firstPassword }
    })
  }

  async #disable(account: Account): Promise<void> {
    const disabled = !account.disabled
    if (disabled && !(await ask({ heading: words.disableTitle, text: words.disableText(account.name), confirm: words.disable, cancel: messages.elements.dialog.cancel, grave: true }))) return
    await this.#act(async () => {
      const body = { disabled }
      await this.#submission.send({ ...body, of: account.id }, (headers) => api.POST('/api/accounts/{id}/disabled', { params: { path: { id: account.id } }, body, headers }))
      this.notice = { kind: 'good', text: disabled ? words.disabledDone : words.enabledDone }
    })
  }

  async #act(act: () => Promise<void>): Promise<void> {
    try {
      await act()
      await this.#load()
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.notice = { kind: 'bad', text: problem.told }
    }
  }

  #done(done: AccountDone): void {
    this.task = null
    if (done.kind === 'password') this.password = done
    else this.notice = { kind: 'good', text: done.text }
    void this.#load()
  }

  get #values(): Record<string, string> {
    return Object.fromEntries(['text', 'organ'].flatMap((name) => (this.query.get(name) ? [[name, this.query.get(name) ?? '']] : [])))
  }

  #shown(accounts: readonly Account[]): Account[] {
    const { text = '', organ = '' } = this.#values
    return accounts.filter((a) => (text === '' || [a.name, a.username, ...a.memberships.map((m) => m.organName)].some((word) => word.includes(text))) && (organ === '' || a.memberships.some((m) => m.organId === organ)))
  }

  #columns(): Column<Account>[] {
    return [
      { key: 'name', label: words.columns.name, kind: 'title', widthEm: 8, cell: (a) => a.name },
      { key: 'username', label: words.columns.username, widthEm: 10, kind: 'quiet', cell: (a) => a.username, secondary: true },
      { key: 'roles', label: words.columns.roles, cell: (a) => html`<ul class="roles-held">${a.memberships.map((m) => html`<li class=${m.to === null ? '' : 'quiet'}>${m.organName}　${m.roleLabel}${m.to === null ? '' : `（${words.until(m.to)}）`}</li>`)}</ul>` },
      { key: 'open', label: words.columns.open, widthEm: 4, kind: 'number', cell: (a) => a.openWork },
      { key: 'state', label: words.columns.state, widthEm: 6, cell: (a) => html`<lf-state kind=${a.disabled ? 'none' : 'active'} word=${a.disabled ? words.disabled : words.active}></lf-state>` },
      {
        key: 'acts', label: words.columns.acts, widthEm: 25, cell: (a) => html`<span class="row-acts"><button class="words" @click=${() => { this.task = { kind: 'roles', account: a } }}>${words.edit}</button>
          <button class="words" @click=${() => void this.#reset(a)}>${words.reset}</button><button class="words" @click=${() => void this.#disable(a)}>${a.disabled ? words.enable : words.disable}</button>
          ${a.disabled ? nothing : html`<button class="words grave" @click=${() => { this.task = { kind: 'handOver', account: a } }}>${words.handOver}</button>`}</span>`,
      },
    ]
  }

  #list(): TemplateResult {
    if (this.problem !== null) return html`<lf-error .problem=${this.problem} @retry=${() => void this.#load()}></lf-error>`
    if (this.accounts === null) return html`<lf-loading text=${words.loading} rows="8"></lf-loading>`
    const shown = this.#shown(this.accounts)
    const held = new Set(this.accounts.flatMap((a) => a.memberships.map((m) => m.organId)))
    const filters = [{ name: 'text', label: words.search, kind: 'search' as const }, { name: 'organ', label: words.organ, kind: 'select' as const, options: this.organs.filter(({ id }) => held.has(id)).map(({ id, name }) => ({ value: id, label: name })) }]
    return html`<lf-filter-bar .filters=${filters} .values=${this.#values} shown=${shown.length} total=${this.accounts.length} @filters-changed=${(event: CustomEvent<{ values: Record<string, string> }>) => {
      this.query = new URLSearchParams(event.detail.values)
      replaceQuery(this.query)
    }}></lf-filter-bar>
      ${shown.length === 0 ? html`<lf-empty heading=${words.none} text=${words.noneHint}></lf-empty>` : html`<lf-list-table class="accounts" .columns=${this.#columns()} .rows=${shown} .rowKey=${(a: Account) => a.id} .rowName=${(a: Account) => a.name} caption=${words.title}></lf-list-table>`}`
  }

  protected override render(): TemplateResult {
    const { password } = this
    return html`<div class="page-head admin-head"><h1 class="page-title">${words.title}</h1><span class="spring"></span><button class="btn main" @click=${() => { this.task = { kind: 'create' } }}>${words.create}</button></div>
      ${this.notice === null ? nothing : html`<lf-notice-bar kind=${this.notice.kind} text=${this.notice.text} closable @notice-closed=${() => { this.notice = null }}></lf-notice-bar>`}
      ${this.#list()}
      <account-dialog .task=${this.task} .accounts=${this.accounts ?? []} .organs=${this.organs} .roles=${this.roles} today=${this.#session.value?.today ?? ''} @dialog-closed=${() => { this.task = null }} @account-done=${(event: CustomEvent<AccountDone>) => this.#done(event.detail)}></account-dialog>
      <lf-dialog heading=${words.passwordTitle} ?open=${password !== null} @dialog-closed=${() => { this.password = null }}>${password === null ? nothing : html`<p>${words.passwordFor(password.name, password.username)}</p><p class="first-password"><code>${password.password}</code></p><p class="quiet">${words.passwordHint}</p>`}
        <button slot="actions" class="btn main" @click=${() => { this.password = null }}>${words.passwordSeen}</button></lf-dialog>`
  }
}
customElements.define('view-accounts', ViewAccounts)
