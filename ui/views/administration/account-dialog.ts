import { html, nothing, type TemplateResult } from 'lit'
import { answer, ApiProblem, api, asProblem, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import type { Account, HandedOver, ManagedOrgan, Role } from './administration-data.ts'
import './membership-fields.ts'
import type { MembershipDraft, MembershipFields } from './membership-fields.ts'

const words = messages.administration.accounts
export type AccountTask = { kind: 'create' } | { kind: 'roles'; account: Account } | { kind: 'handOver'; account: Account }
export type AccountDone = { kind: 'password'; name: string; username: string; password: string } | { kind: 'said'; text: string }

/** Creating an account, changing its roles, handing over all work: one form each. Event `account-done` (AccountDone), `dialog-closed`. */
export class AccountDialog extends LightElement {
  static override properties = { task: { attribute: false }, accounts: { attribute: false }, organs: { attribute: false }, roles: { attribute: false }, today: {}, errors: { state: true }, busy: { state: true } }
  declare task: AccountTask | null
  declare accounts: readonly Account[]
  declare organs: readonly ManagedOrgan[]
  declare roles: readonly Role[]
  declare today: string
  declare errors: readonly FieldError[]
  declare busy: boolean
  readonly #submission = new Submission()
  #held: readonly MembershipDraft[] = []

  constructor() {
    super()
    this.task = null
    this.accounts = []
    this.organs = []
    this.roles = []
    this.today = ''
    this.errors = []
    this.busy = false
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('task')) return
    this.errors = []
    const { task } = this
    // given once: what was typed must not be taken back when the dialog is drawn anew
    this.#held = task?.kind === 'roles' ? task.account.memberships.filter(({ to }) => to === null).map(({ organId, role, from }) => ({ organId, role, from })) : [{ organId: '', role: '', from: this.today }]
  }

  async #send(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { task } = this
    if (!(event.target instanceof HTMLFormElement) || task === null || this.busy) return
    const form = new FormData(event.target)
    this.busy = true
    try {
      const done = await this.#do(task, (name) => String(form.get(name) ?? '').trim())
      this.errors = []
      this.dispatchEvent(new CustomEvent('account-done', { detail: done, bubbles: true }))
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = problem.fields.length > 0 ? problem.fields : [{ path: '', message: problem.told }]
    } finally {
      this.busy = false
    }
  }

  async #do(task: AccountTask, value: (name: string) => string): Promise<AccountDone> {
    const memberships = [...(this.querySelector<MembershipFields>('membership-fields')?.value ?? [])]
    switch (task.kind) {
      case 'create': {
        const body = { name: value('name'), username: value('username'), memberships }
        const { data } = await this.#submission.send(body, (headers) => api.POST('/api/accounts', { body, headers }))
        return { kind: 'password', name: body.name, username: body.username, password: data.firstPassword }
      }
      case 'roles': {
        await answer(api.PUT('/api/accounts/{id}/memberships', { params: { path: { id: task.account.id } }, body: { memberships } }))
        return { kind: 'said', text: words.rolesSaved }
      }
      case 'handOver': {
        const body = { successorId: value('successorId'), reason: value('reason') }
        if (body.successorId === '') throw new MissingSuccessor()
        const { data }: { data: HandedOver } = await this.#submission.send(body, (headers) => api.POST('/api/accounts/{id}/hand-over', { params: { path: { id: task.account.id } }, body, headers }))
        return { kind: 'said', text: words.handedOver(data) }
      }
      default: {
        const never: never = task
        return never
      }
    }
  }

  #fields(task: AccountTask): TemplateResult {
    const error = (path: string): string => this.errors.find((one) => one.path === path)?.message ?? ''
    const roleFields = html`<membership-fields .organs=${this.organs} .roles=${this.roles} .value=${this.#held} today=${this.today}></membership-fields>`
    switch (task.kind) {
      case 'create': return html`<p class="quiet">${words.createHint}</p><div class="fields"><lf-field class="w6" label=${words.fields.name} required .error=${error('name')}><input name="name" autocomplete="off"></lf-field>
        <lf-field class="w6" label=${words.fields.username} required hint=${words.usernameHint} .error=${error('username')}><input name="username" autocomplete="off"></lf-field></div>${roleFields}`
      case 'roles': return html`<p class="quiet">${words.rolesHint}</p>${roleFields}`
      case 'handOver': return html`<p class="quiet">${words.handOverHint}</p>
        <lf-field label=${words.fields.successor} required .error=${error('successorId')}><select name="successorId"><option value="">${words.chooseSuccessor}</option>${this.#successors(task.account).map(({ id, name, username, memberships }) => html`<option value=${id}>${name}（${username}）${memberships[0]?.organName ?? ''}</option>`)}</select></lf-field>
        <lf-field label=${words.fields.reason} required .error=${error('reason')}><input name="reason"></lf-field>`
      default: {
        const never: never = task
        return never
      }
    }
  }

  /** Those in office in one of the leaver's organs come first: they are the likely ones. */
  #successors(leaver: Account): Account[] {
    const organs = new Set(leaver.memberships.map(({ organId }) => organId))
    const near = (account: Account): number => (account.memberships.some((m) => organs.has(m.organId) && m.to === null) ? 0 : 1)
    return this.accounts.filter(({ id, disabled }) => id !== leaver.id && !disabled).toSorted((a, b) => near(a) - near(b))
  }

  protected override render(): TemplateResult {
    const { task } = this
    const heading = task === null ? '' : task.kind === 'create' ? words.createTitle : task.kind === 'roles' ? words.rolesTitle(task.account.name) : words.handOverTitle(task.account.name)
    const button = task === null ? '' : task.kind === 'create' ? words.save : task.kind === 'roles' ? words.saveRoles : words.handOverSave
    return html`<lf-dialog heading=${heading} wide ?open=${task !== null} .errors=${this.errors}>
      ${task === null ? nothing : html`<form id="account-form" @submit=${(event: SubmitEvent) => void this.#send(event)} novalidate>${this.#fields(task)}</form>`}
      <button slot="actions" class="btn main" form="account-form" ?disabled=${this.busy}>${button}</button></lf-dialog>`
  }
}
customElements.define('account-dialog', AccountDialog)

/** Nothing was chosen: said beside the field without asking the server. */
class MissingSuccessor extends ApiProblem {
  constructor() {
    super({ kind: 'invalid', status: 0, sentence: words.chooseSuccessor, advice: '', fields: [{ path: 'successorId', message: words.chooseSuccessor }], type: 'about:blank', traceId: null })
  }
}
