import { html, nothing, type TemplateResult } from 'lit'
import { planItemClasses, planItemClassLabels } from '../../../law/procedure/index.ts'
import { api, asProblem, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import '../../components/lf-dialog.ts'
import '../../components/lf-field.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { emptyItem, inputOf, itemFields, type ItemInput, type OrganChoice } from './item-form.ts'
import { type Change, changeWords, isBegun, lacking, monthFaults } from './plan-changes.ts'
import type { Plan, PlanItem } from './plan-words.ts'

const words = messages.plan

/** What the dialog is asked to do. */
export type PlanAct =
  | { kind: 'add' }
  | { kind: 'edit'; item: PlanItem }
  | { kind: 'step'; action: Plan['actions'][number] }
  | { kind: 'adjust' }
  | { kind: 'explain'; item: PlanItem }
  | { kind: 'consider'; item: PlanItem; explanationId: string }

/** What was typed into one form, while it is not sent. */
type Typed = { item: ItemInput; values: Readonly<Record<string, string>>; change: Change['kind']; waiting: readonly Change[] }

/** The form for which it was typed; one that changes an item begins anew when the plan has changed. */
function formOf(act: PlanAct, plan: Plan): string {
  switch (act.kind) {
    case 'add': case 'adjust': return `${plan.id} ${act.kind}`
    case 'edit': return `${plan.id} ${act.item.id} ${plan.revision}`
    case 'step': return `${plan.id} ${act.action.key}`
    case 'explain': return `${plan.id} explain ${act.item.id}`
    case 'consider': return `${plan.id} consider ${act.explanationId}`
    default: {
      const never: never = act
      throw new RangeError(`no act ${String(never)}`)
    }
  }
}

/** no id of a meeting */
const NOT_LISTED = 'typed'
const stepKeys = ['askProvince', 'recordProvinceReply', 'consultParty', 'skipParty', 'adopt', 'publish'] as const

/**
 * Every form of a plan: an item, a step with its fields, an adjustment, a written explanation, the answer to one. `act` null: closed.
 * What was typed stays when something is wrong, and when the form is closed and opened again. Events: `plan-saved` {plan, said}, `dialog-closed`.
 */
export class PlanDialog extends LightElement {
  static override properties = { plan: { attribute: false }, act: { attribute: false }, organs: { attribute: false }, item: { state: true }, values: { state: true }, change: { state: true }, waiting: { state: true }, errors: { state: true }, busy: { state: true } }
  declare plan: Plan | null
  declare act: PlanAct | null
  declare organs: readonly OrganChoice[]
  declare item: ItemInput
  declare values: Readonly<Record<string, string>>
  declare change: Change['kind']
  /** changes of one adjustment that are on the list already; the one in the fields comes after them */
  declare waiting: readonly Change[]
  declare errors: readonly FieldError[]
  declare busy: boolean
  readonly #submission = new Submission()
  readonly #typed = new Map<string, Typed>()

  constructor() {
    super()
    this.plan = null
    this.act = null
    this.organs = []
    this.item = emptyItem
    this.values = {}
    this.change = 'month'
    this.waiting = []
    this.errors = []
    this.busy = false
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('act') || this.act === null) return
    const today = this.plan?.today ?? ''
    this.errors = []
    const typed = this.plan === null ? undefined : this.#typed.get(formOf(this.act, this.plan))
    if (typed !== undefined) {
      Object.assign(this, typed)
      return
    }
    this.waiting = []
    this.change = 'month'
    this.item = this.act.kind === 'edit' ? inputOf(this.act.item) : { ...emptyItem, class: this.act.kind === 'adjust' ? 'survey' : 'deliberation' }
    this.values = { adoptedOn: today, consultedOn: today, repliedOn: today, decidedOn: today, receivedOn: today, consideredOn: today }
  }

  #type = (event: Event): void => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement) this.values = { ...this.values, [event.target.name]: event.target.value }
  }

  /** Closed without being sent: what was typed waits for the next time. */
  #keep(): void {
    const { plan, act, item, values, change, waiting } = this
    if (plan !== null && act !== null) this.#typed.set(formOf(act, plan), { item, values, change, waiting })
  }

  async #send(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { plan, act } = this
    if (plan === null || act === null || this.busy) return
    const outside = act.kind === 'adjust' ? monthFaults(this.#changes(), plan) : act.kind === 'add' || act.kind === 'edit' ? monthFaults([{ kind: 'add', item: this.item }], plan).map((fault) => ({ ...fault, path: 'dueMonth' })) : []
    if (outside.length > 0) return void (this.errors = outside)
    this.busy = true
    try {
      const answered = await this.#submission.send([plan.id, plan.revision, act.kind, this.item, this.values, this.change, this.waiting], (headers) => this.#request(plan, act, { ...headers, 'If-Match': `"${plan.revision}"` }))
      this.errors = []
      this.#typed.delete(formOf(act, plan))
      this.dispatchEvent(new CustomEvent('plan-saved', { detail: { plan: answered.data, said: act.kind === 'step' ? words.done(act.action.label) : words.saved }, bubbles: true }))
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = problem.fields.length > 0 ? problem.fields : [{ path: '', message: problem.told }]
    } finally {
      this.busy = false
    }
  }

  #request(plan: Plan, act: PlanAct, headers: Record<string, string>) {
    const path = { id: plan.id }
    const value = (name: string): string => (this.values[name] ?? '').trim()
    switch (act.kind) {
      case 'add':
        return api.POST('/api/plans/{id}/items', { params: { path }, body: this.item, headers })
      case 'edit':
        return api.PUT('/api/plan-items/{id}', { params: { path: { id: act.item.id } }, body: this.item, headers })
      case 'step': {
        const key = stepKeys.find((k) => k === act.action.key)
        if (key === undefined) throw new RangeError(`no step ${act.action.key}`)
        return api.POST('/api/plans/{id}/steps/{key}', { params: { path: { ...path, key } }, body: { values: { ...Object.fromEntries(act.action.requires.map(({ field }) => [field, value(field)])), ...(key === 'adopt' ? this.#adoptedBy(plan) : {}) } }, headers })
      }
      case 'adjust':
        return api.POST('/api/plans/{id}/adjustments', { params: { path }, body: { decidedOn: value('decidedOn'), decidedBy: this.#typedMeeting ? value('decidedBy') : '', reason: value('reason'), meetingId: this.#typedMeeting ? null : value('meetingId') || null, changes: this.#changes() }, headers })
      case 'explain':
        return api.POST('/api/plan-items/{id}/explanations', { params: { path: { id: act.item.id } }, body: { text: value('text'), documentNo: value('documentNo') || null, receivedOn: value('receivedOn'), fileIds: [] }, headers })
      case 'consider':
        return api.POST('/api/plan-explanations/{id}/consideration', { params: { path: { id: act.explanationId } }, body: { consideredOn: value('consideredOn'), note: value('considerNote'), newMonth: value('newMonth') || null }, headers })
      default: {
        const never: never = act
        throw new RangeError(`no act ${String(never)}`)
      }
    }
  }

  /** What is sent: the list, and what stands in the fields, unless nobody has begun it. */
  #changes(): Change[] {
    const last = this.#changeAsked()
    return this.waiting.length > 0 && !isBegun(last) ? [...this.waiting] : [...this.waiting, last]
  }

  /** 再加一处: what is in the fields goes on the list, and the fields are free for the next. */
  #another(): void {
    const change = this.#changeAsked()
    const path = `changes.${this.waiting.length}`
    const message = lacking(change)
    this.errors = message === '' ? [] : [{ path: change.kind === 'add' ? `${path}.item.title` : path, message }]
    if (message !== '') return
    this.waiting = [...this.waiting, change]
    this.item = { ...emptyItem, class: 'survey' }
    this.values = { ...this.values, itemId: '', dueMonth: '' }
  }

  #changeAsked(): Change {
    const value = (name: string): string => (this.values[name] ?? '').trim()
    switch (this.change) {
      case 'add': return { kind: 'add', item: this.item }
      case 'end': return { kind: 'end', itemId: value('itemId') }
      case 'month': return { kind: 'month', itemId: value('itemId'), dueMonth: value('dueMonth') }
      case 'class': return { kind: 'class', itemId: value('itemId'), class: planItemClasses.find((c) => c === value('newClass')) ?? 'reserve' }
      default: {
        const never: never = this.change
        throw new RangeError(`no change ${String(never)}`)
      }
    }
  }

  #field(name: string, label: string, options: { type?: string; rows?: number; hint?: string; required?: boolean; path?: string; className?: string } = {}): TemplateResult {
    const error = this.errors.find((e) => e.path === (options.path ?? name))?.message ?? ''
    return html`<lf-field class=${options.className ?? ''} label=${label} ?required=${options.required ?? true} hint=${options.hint ?? ''} .error=${error}>${options.rows === undefined
      ? html`<input name=${name} type=${options.type ?? 'text'} .value=${this.values[name] ?? ''} @input=${this.#type}>`
      : html`<textarea name=${name} rows=${options.rows} .value=${this.values[name] ?? ''} @input=${this.#type}></textarea>`}</lf-field>`
  }

  /** the meeting is written in words, because it is not in the list */
  get #typedMeeting(): boolean {
    return this.values['meetingId'] === NOT_LISTED
  }

  #adoptedBy(plan: Plan): Record<string, string> {
    const chosen = plan.councilMeetings.find((m) => m.id === this.values['meetingId'])
    return chosen === undefined ? { adoptedBy: this.#typedMeeting ? (this.values['adoptedBy'] ?? '').trim() : '', meetingId: '' } : { adoptedBy: chosen.title, meetingId: chosen.id }
  }

  /** The meeting that decided: chosen, and its day with it; in words only where it is not in the list. */
  #meeting(plan: Plan, { field, label, day }: { field: string; label: string; day: string }): TemplateResult {
    const chosen = this.values['meetingId'] ?? ''
    const groups = [{ title: words.meetingGroups.decided, list: plan.councilMeetings.filter((m) => m.decided) }, { title: words.meetingGroups.other, list: plan.councilMeetings.filter((m) => !m.decided) }].filter((g) => g.list.length > 0)
    const choose = (event: Event): void => {
      this.#type(event)
      const meeting = plan.councilMeetings.find((m) => m.id === this.values['meetingId'])
      if (meeting !== undefined) this.values = { ...this.values, [day]: meeting.startsOn }
    }
    const error = this.errors.find((e) => e.path === 'meetingId' || (e.path === field && !this.#typedMeeting))?.message ?? ''
    return html`<lf-field class="w8" label=${label} required hint=${words.meetingHint} .error=${error}><select name="meetingId" @change=${choose}><option value="" ?selected=${chosen === ''}>${words.meetingChoose}</option>${groups.map((g) => html`<optgroup label=${g.title}>${g.list.map((m) => html`<option value=${m.id} ?selected=${m.id === chosen}>${m.title}（${m.startsOn}）</option>`)}</optgroup>`)}<option value=${NOT_LISTED} ?selected=${chosen === NOT_LISTED}>${words.meetingNotListed}</option></select></lf-field>
      ${this.#typedMeeting ? this.#field(field, words.fields.meetingTyped) : nothing}`
  }

  #body(plan: Plan, act: PlanAct): TemplateResult {
    const items = () => itemFields({ item: this.item, organs: this.organs, errors: this.errors, prefix: act.kind === 'adjust' ? `changes.${this.waiting.length}.item.` : '', changed: (change) => { this.item = { ...this.item, ...change } } })
    switch (act.kind) {
      case 'add':
      case 'edit':
        return items()
      case 'step':
        return html`${words.grave[act.action.key] === undefined ? nothing : html`<p>${words.grave[act.action.key]}</p>`}
          ${act.action.requires.map(({ field, label }) => (words.dates.includes(field) ? this.#field(field, label, { type: 'date' }) : field === 'adoptedBy' ? this.#meeting(plan, { field, label, day: 'adoptedOn' }) : this.#field(field, label, { rows: 3 })))}
          <p class="quiet small">${words.basis}${act.action.basis}</p>`
      case 'adjust': {
        const open = plan.items.filter((i) => !i.ended)
        const at = `changes.${this.waiting.length}`
        return html`<p class="quiet small">${words.adjustHint}</p><div class="fields">
          ${this.#meeting(plan, { field: 'decidedBy', label: words.fields.decidedBy, day: 'decidedOn' })}${this.#field('decidedOn', words.fields.decidedOn, { type: 'date', className: 'w4' })}
          <lf-field class="w4" label=${words.fields.change} required><select name="change" @change=${(e: Event) => { if (e.target instanceof HTMLSelectElement) { const { value } = e.target; this.change = (['month', 'class', 'end', 'add'] as const).find((k) => k === value) ?? 'month' } }}>${(['month', 'class', 'end', 'add'] as const).map((k) => html`<option value=${k} ?selected=${k === this.change}>${words.changes[k]}</option>`)}</select></lf-field>
          ${this.change === 'add' ? nothing : html`<lf-field class="w8" label=${words.fields.item} required .error=${this.errors.find((e) => e.path === at || e.path === `${at}.itemId`)?.message ?? ''}><select name="itemId" @change=${this.#type}><option value=""></option>${open.map((i) => html`<option value=${i.id} ?selected=${i.id === this.values['itemId']}>${i.title}</option>`)}</select></lf-field>`}
          ${this.change === 'month' ? this.#field('dueMonth', words.fields.dueMonth, { type: 'month', className: 'w4', path: `${at}.dueMonth` }) : nothing}
          ${this.change === 'class' ? html`<lf-field class="w4" label=${words.fields.class} required><select name="newClass" @change=${this.#type}>${planItemClasses.map((c) => html`<option value=${c} ?selected=${c === this.values['newClass']}>${planItemClassLabels[c]}</option>`)}</select></lf-field>` : nothing}</div>
          ${this.change === 'add' ? items() : nothing}
          <p><button type="button" class="btn short" @click=${() => this.#another()}>${words.another}</button></p>
          ${this.waiting.length === 0 ? nothing : html`<h3>${words.waiting(this.waiting.length)}</h3><ol class="waiting-changes">${this.waiting.map((change, n) => html`<li><span>${changeWords(change, plan.items)}</span><button type="button" class="words" aria-label=${words.dropChange(changeWords(change, plan.items))} @click=${() => { this.waiting = this.waiting.filter((_, other) => other !== n); this.errors = [] }}>${words.drop}</button>${this.errors.some((e) => e.path === `changes.${n}` || e.path.startsWith(`changes.${n}.`)) ? html`<p class="field-error">${this.errors.find((e) => e.path === `changes.${n}` || e.path.startsWith(`changes.${n}.`))?.message}</p>` : nothing}</li>`)}</ol>`}
          ${this.#field('reason', words.fields.reason, { rows: 3 })}`
      }
      case 'explain':
        return html`<p class="quiet small">${words.explainHint}</p>${this.#field('text', words.fields.text, { rows: 6 })}<div class="fields">${this.#field('documentNo', words.fields.documentNo, { required: false, className: 'w6' })}${this.#field('receivedOn', words.fields.receivedOn, { type: 'date', className: 'w6' })}</div>`
      case 'consider':
        return html`${this.#field('considerNote', words.fields.considerNote, { rows: 3, path: 'note' })}<div class="fields">${this.#field('consideredOn', words.fields.consideredOn, { type: 'date', className: 'w6' })}${this.#field('newMonth', words.fields.newMonth, { type: 'month', required: false, className: 'w6' })}</div>`
      default: {
        const never: never = act
        throw new RangeError(`no act ${String(never)}`)
      }
    }
  }

  #titles(act: PlanAct): [heading: string, send: string] {
    switch (act.kind) {
      case 'add': return [words.itemTitle, words.itemDo]
      case 'edit': return [words.itemEditTitle, words.itemDo]
      case 'step': return [act.action.label, act.action.label]
      case 'adjust': return [words.adjustTitle, words.adjustDo]
      case 'explain': return [words.explainTitle(act.item.title), words.explainDo]
      case 'consider': return [words.consider, words.considerDo]
      default: {
        const never: never = act
        throw new RangeError(`no act ${String(never)}`)
      }
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    const { plan, act } = this
    if (plan === null || act === null) return nothing
    const [heading, send] = this.#titles(act)
    return html`<lf-dialog heading=${heading} open ?wide=${act.kind === 'add' || act.kind === 'edit' || act.kind === 'adjust'} .errors=${this.errors.filter((e) => e.path === '' || act.kind === 'adjust')} @dialog-closed=${() => this.#keep()}>
      <form id="plan-form" novalidate @submit=${(event: SubmitEvent) => void this.#send(event)}>${this.#body(plan, act)}</form>
      <button slot="actions" class="btn main" form="plan-form" ?disabled=${this.busy}>${send}</button></lf-dialog>`
  }
}
customElements.define('plan-dialog', PlanDialog)
declare global { interface HTMLElementTagNameMap { 'plan-dialog': PlanDialog } }
