import { html, nothing, type TemplateResult } from 'lit'
import { api, asProblem, Submission } from '../api/client.ts'
import type { FieldError } from '../api/problem.ts'
import { LightElement } from '../components/light-element.ts'
import { messages } from '../messages/zh.ts'
import { go } from '../navigation.ts'
import { SessionReader } from '../session.ts'

const MIN_PASSWORD_LENGTH = 10

/** A password of one's own; at the first login nothing else can be opened before. */
export class ViewChangePassword extends LightElement {
  static override properties = { errors: { state: true }, sentence: { state: true }, busy: { state: true } }
  declare errors: FieldError[]
  declare sentence: string
  declare busy: boolean
  readonly #session = new SessionReader(this)
  readonly #submission = new Submission()

  constructor() {
    super()
    this.errors = []
    this.sentence = ''
    this.busy = false
  }

  #check(current: string, fresh: string, again: string): FieldError[] {
    const words = messages.identity
    if (fresh.length < MIN_PASSWORD_LENGTH) return [{ path: 'newPassword', message: words.tooShort }]
    if (fresh === current) return [{ path: 'newPassword', message: words.unchanged }]
    return fresh === again ? [] : [{ path: 'again', message: words.differ }]
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = new FormData(event.target)
    const value = (name: string): string => String(form.get(name) ?? '')
    const [currentPassword, newPassword] = [value('currentPassword'), value('newPassword')]
    this.errors = this.#check(currentPassword, newPassword, value('again'))
    this.sentence = ''
    if (this.errors.length > 0) return
    this.busy = true
    try {
      const body = { currentPassword, newPassword }
      await this.#submission.send(body, (headers) => api.POST('/api/session/password', { body, headers }))
      window.dispatchEvent(new CustomEvent('lifa-session-changed'))
      location.assign('/app/')
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = problem.fields
      this.sentence = problem.told
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    const words = messages.identity
    const first = this.#session.value?.person.mustChangePassword === true
    const error = (path: string): string => this.errors.find((one) => one.path === path)?.message ?? ''
    return html`<div class="sign-in alone"><div><h1>${words.changeTitle}</h1>
      <form @submit=${(event: SubmitEvent) => void this.#submit(event)} novalidate>
        ${first ? html`<lf-notice-bar text=${words.firstLogin}></lf-notice-bar>` : nothing}
        ${this.sentence === '' ? nothing : html`<p class="error-summary" role="alert">${this.sentence}</p>`}
        <lf-field label=${words.current} required .error=${error('currentPassword')}><input name="currentPassword" type="password" autocomplete="current-password"></lf-field>
        <lf-field label=${words.fresh} required hint=${words.freshHint} .error=${error('newPassword')}><input name="newPassword" type="password" autocomplete="new-password"></lf-field>
        <lf-field label=${words.again} required .error=${error('again')}><input name="again" type="password" autocomplete="new-password"></lf-field>
        <button class="btn main" ?disabled=${this.busy}>${words.change}</button>
        ${first ? nothing : html`<button type="button" class="words" @click=${() => void go('/')}>${messages.elements.dialog.cancel}</button>`}
      </form></div></div>`
  }
}
customElements.define('view-change-password', ViewChangePassword)
