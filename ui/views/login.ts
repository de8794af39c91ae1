import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, asProblem, postJson } from '../api/client.ts'
import type { components } from '../api/schema.d.ts'
import { LightElement } from '../components/light-element.ts'
import { messages } from '../messages/zh.ts'
import { to } from '../navigation.ts'

type DemoAccount = components['schemas']['DemoAccount']

/** Username and password; in the demonstration also its people, by role, to sign in with one press. */
export class ViewLogin extends LightElement {
  static override properties = { query: { attribute: false }, busy: { state: true }, sentence: { state: true }, accounts: { state: true } }
  declare query: URLSearchParams
  declare busy: boolean
  declare sentence: string
  declare accounts: DemoAccount[]

  constructor() {
    super()
    this.query = new URLSearchParams()
    this.busy = false
    this.sentence = ''
    this.accounts = []
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#readAccounts()
  }

  /** In production the address does not exist: then there is nothing to list. */
  async #readAccounts(): Promise<void> {
    try {
      this.accounts = (await answer(api.GET('/api/demo/accounts'))).data.accounts
    } catch {
      this.accounts = []
    }
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = new FormData(event.target)
    const [username, password] = [form.get('username'), form.get('password')]
    if (typeof username !== 'string' || typeof password !== 'string' || username.trim() === '' || password === '') {
      this.sentence = messages.identity.missing
      return
    }
    await this.#signIn(username.trim(), password)
  }

  async #signIn(username: string, password: string): Promise<void> {
    const words = messages.identity
    this.busy = true
    this.sentence = ''
    try {
      await postJson('/api/auth/sign-in/username', { username, password })
      location.assign(this.#next())
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.busy = false
      this.sentence = problem.kind === 'signed-out' || problem.kind === 'invalid' ? `${words.wrong}${words.wrongAdvice}` : problem.told
    }
  }

  /** Only a place of our own: a link to the login page must not lead elsewhere. */
  #next(): string {
    const next = this.query.get('next') ?? ''
    return /^\/app\/(?!login)/.test(next) ? next : to('/')
  }

  protected override render(): TemplateResult {
    const words = messages.identity
    return html`<div class="sign-in ${this.accounts.length === 0 ? 'alone' : ''}">
      <div><h1>${messages.shell.product}</h1>${this.accounts.length === 0 ? nothing : html`<p class="say"><span class="demo-mark">${messages.shell.demo}</span>　${messages.shell.demoHint}</p>`}
        <form @submit=${(event: SubmitEvent) => void this.#submit(event)} novalidate>
          ${this.sentence === '' ? nothing : html`<p class="error-summary" role="alert">${this.sentence}</p>`}
          <lf-field label=${words.username}><input name="username" autocomplete="username" autocapitalize="none" spellcheck="false" autofocus></lf-field>
          <lf-field label=${words.password}><input name="password" type="password" autocomplete="current-password"></lf-field>
          <button class="btn main" ?disabled=${this.busy}>${this.busy ? words.signingIn : words.signIn}</button>
          <p class="small quiet">${words.noAccount}</p>
          <p class="small quiet">${words.toPortal}<a href="/">${words.portalLink}</a></p>
        </form></div>
      ${this.accounts.length === 0 ? nothing : html`<section class="part demo-people"><h2>${words.demoTitle}<span>${words.demoHint}</span></h2>
        <ul>${this.accounts.map((account) => html`<li><button type="button" ?disabled=${this.busy} @click=${() => void this.#signIn(account.username, account.password)}>
          <b>${account.roleLabels.join('、')}</b><em>${account.name}　${account.title || account.organName}</em><span>${words.demoEnter}</span></button></li>`)}</ul></section>`}
    </div>`
  }
}
customElements.define('view-login', ViewLogin)
