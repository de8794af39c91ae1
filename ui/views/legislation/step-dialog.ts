import { html, nothing, type TemplateResult } from 'lit'
import { api, asProblem, editing, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import type { components } from '../../api/schema.d.ts'
import { ask } from '../../components/ask.ts'
import { askAboutStale } from '../../components/ask-about-stale.ts'
import '../../components/lf-dialog.ts'
import '../../components/lf-upload.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'

export type Project = components['schemas']['Project']
export type ProjectAction = components['schemas']['ProjectAction']
export type Choices = components['schemas']['ProjectChoices']
type Uploaded = components['schemas']['UploadedFile']
type Field = ProjectAction['fields'][number]
type Asked = ProjectAction['documents'][number]
/** `carried`: why the one of the round before is taken over; null where it is not */
type Given = { fileId: string | null; reason: string; documentNo: string; dated: string; carried: string | null }
const words = messages.project
const nothingGiven: Given = { fileId: null, reason: '', documentNo: '', dated: '', carried: null }

/**
 * One step of a project as its description says: what is asked, which documents, what it yields, on what it rests. What
 * was typed stays when it is refused, and per step when it is closed. Events: `step-taken` {project, label}, `dialog-closed`, `project-stale`.
 */
export class StepDialog extends LightElement {
  static override properties = { project: { attribute: false }, action: { attribute: false }, choices: { attribute: false }, today: {}, typed: { state: true }, given: { state: true }, on: { state: true }, errors: { state: true }, busy: { state: true } }
  declare project: Project | null
  declare action: ProjectAction | null
  declare choices: Choices | null
  declare today: string
  declare typed: Readonly<Record<string, Readonly<Record<string, string>>>>
  declare given: Readonly<Record<string, Given>>
  declare on: string
  declare errors: readonly FieldError[]
  declare busy: boolean
  readonly #submission = new Submission()

  constructor() {
    super()
    this.project = null
    this.action = null
    this.choices = null
    this.today = ''
    this.typed = {}
    this.given = {}
    this.on = ''
    this.errors = []
    this.busy = false
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const before = changed.get('project')
    if (before instanceof Object && 'id' in before && before.id !== this.project?.id) this.typed = {}
    if (changed.has('action') && this.action !== null) {
      this.errors = []
      this.given = {}
      this.on = this.today
    }
  }

  get #values(): Readonly<Record<string, string>> {
    return this.typed[this.action?.key ?? ''] ?? {}
  }

  #set(name: string, value: string): void {
    const key = this.action?.key ?? ''
    this.typed = { ...this.typed, [key]: { ...this.#values, [name]: value } }
  }

  #give(kind: string, change: Partial<Given>): void {
    this.given = { ...this.given, [kind]: { ...nothingGiven, ...this.given[kind], ...change } }
  }

  /** What is not filled in yet, told before it is sent; the server judges again. */
  #lacking(action: ProjectAction): FieldError[] {
    const fields = action.fields.filter((f) => f.required && (this.#values[f.name] ?? '').trim() === '').map((f) => ({ path: `values.${f.name}`, message: words.step.required(f.label) }))
    const documents = action.documents.filter((d) => !d.optional && !d.there && !this.#isGiven(d)).map((d) => ({ path: `documents.${d.kind}`, message: words.step.missing(d.label) }))
    return [...fields, ...documents]
  }

  #isGiven(document: Asked): boolean {
    const given = this.given[document.kind]
    return given !== undefined && (given.fileId !== null || this.#isCarried(document) || (document.orReason && given.reason.trim() !== ''))
  }

  /** A file that was given comes before what would be taken over. */
  #isCarried(document: Asked): boolean {
    const given = this.given[document.kind]
    return document.mayCarry && given?.fileId === null && (given.carried ?? '').trim() !== ''
  }

  async #take(action: ProjectAction): Promise<void> {
    const { project } = this
    if (project === null || this.busy) return
    this.errors = this.#lacking(action)
    if (this.errors.length > 0) return
    if (action.dangerous && !(await ask({ heading: action.label, text: words.step.sure(action.label), confirm: action.label, cancel: words.step.cancel, grave: true }))) return
    this.busy = true
    const body = {
      values: { ...this.#values }, on: this.on === '' ? null : this.on,
      documents: action.documents.flatMap((d) => {
        const given = this.given[d.kind]
        if (given === undefined || !this.#isGiven(d)) return []
        const carriedReason = this.#isCarried(d) ? (given.carried ?? '').trim() : null
        return [{ kind: d.kind, fileId: given.fileId, carriedReason, notApplicableReason: given.fileId === null && carriedReason === null ? given.reason.trim() : null, documentNo: given.documentNo.trim() === '' ? null : given.documentNo.trim(), dated: given.dated === '' ? null : given.dated, title: null, text: null, replacesId: null }]
      }),
    }
    try {
      const { data } = await this.#submission.send([action.key, body], (headers) => api.POST('/api/projects/{id}/steps/{key}', { params: { path: { id: project.id, key: action.key } }, body, headers: { ...headers, ...editing(`"${project.revision}"`) } }))
      this.typed = { ...this.typed, [action.key]: {} }
      this.given = {}
      this.dispatchEvent(new CustomEvent('step-taken', { detail: { project: data, label: action.label } }))
    } catch (thrown) {
      const problem = asProblem(thrown)
      if (problem.kind === 'stale') {
        if ((await askAboutStale()) === 'reload') this.dispatchEvent(new CustomEvent('project-stale'))
      } else this.errors = problem.fields.length > 0 ? problem.fields : [{ path: '', message: problem.told }]
    } finally {
      this.busy = false
    }
  }

  #error(path: string): string {
    return this.errors.find((e) => e.path === path)?.message ?? ''
  }

  #control(field: Field): TemplateResult {
    const value = this.#values[field.name] ?? ''
    const changed = (event: Event) => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLSelectElement) this.#set(field.name, event.target.value)
    }
    const name = `values.${field.name}`
    switch (field.kind) {
      case 'longText': return html`<textarea name=${name} rows="4" .value=${value} @input=${changed}></textarea>`
      case 'text': return html`<input name=${name} .value=${value} @input=${changed}>`
      case 'date': return html`<input name=${name} type="date" .value=${value} @input=${changed}>`
      case 'choice': return html`<select name=${name} @change=${changed}><option value="">${words.choose}</option>${field.choices.map((c) => html`<option value=${c.value} ?selected=${c.value === value}>${c.label}</option>`)}</select>`
      case 'meeting': return this.#meeting(field, name, value, changed)
      case 'organ': {
        const organs = this.choices?.committees ?? []
        return organs.length === 0 ? html`<input name=${name} .value=${value} @input=${changed}>` : html`<select name=${name} @change=${changed}><option value="">${words.choose}</option>${organs.map((o) => html`<option value=${o.id} ?selected=${o.id === value}>${o.name}</option>`)}</select>`
      }
      default: {
        const never: never = field.kind
        throw new RangeError(String(never))
      }
    }
  }

  /** A meeting that is in the program by its row, another one in words. */
  #meeting(field: Field, name: string, value: string, changed: (event: Event) => void): TemplateResult {
    const meetings = (this.choices?.meetings ?? []).filter((m) => field.meetingKind === null || m.kind === field.meetingKind)
    const chosen = meetings.some((m) => m.id === value)
    if (meetings.length === 0) return html`<input name=${name} .value=${value} @input=${changed}>`
    return html`<select aria-label=${field.label} @change=${changed}><option value="">${words.typed}</option>${meetings.map((m) => html`<option value=${m.id} ?selected=${m.id === value}>${m.title}　${m.on}</option>`)}</select>${chosen ? nothing : html`<input name=${name} placeholder=${words.step.meetingTyped} .value=${value} @input=${changed}>`}`
  }

  /** 沿用: what an earlier round left is offered with its reason, beside a new one. */
  #carry(document: Asked, given: Given): TemplateResult | typeof nothing {
    if (!document.mayCarry || given.fileId !== null) return nothing
    const changed = (event: Event) => { if (event.target instanceof HTMLInputElement) this.#give(document.kind, { carried: event.target.type === 'checkbox' ? (event.target.checked ? '' : null) : event.target.value }) }
    return html`<p class="quiet small">${words.step.ofEarlierRound}</p><label class="tick"><input type="checkbox" name=${`carry.${document.kind}`} .checked=${given.carried !== null} @change=${changed}> ${words.step.carry}</label>
      ${given.carried === null ? nothing : html`<lf-field label=${words.step.carryReason} required><input name=${`carried.${document.kind}`} .value=${given.carried} @input=${changed}></lf-field>`}`
  }

  #document(document: Asked): TemplateResult {
    const given = this.given[document.kind] ?? nothingGiven
    const error = this.#error(`documents.${document.kind}`)
    const text = (key: 'reason' | 'documentNo' | 'dated') => (event: Event) => { if (event.target instanceof HTMLInputElement) this.#give(document.kind, { [key]: event.target.value }) }
    const said = document.there ? words.step.there : document.optional ? words.step.optional : ''
    const hint = document.made === 'paper' ? words.step.paperFirst(document.label) : document.made === 'text' ? words.step.textFirst : ''
    return html`<li><div class="asked-head"><b>${document.label}${document.optional || document.there ? nothing : html`<i class="star">*</i>`}</b><span class=${document.there ? 'ok' : 'quiet'}>${said}</span></div>
      ${error === '' ? nothing : html`<p class="field-error" id=${`documents.${document.kind}`}>${error}</p>`}
      ${!document.mayGive ? (document.there ? nothing : html`<p class="quiet small">${words.step.notYours}</p>`) : html`${this.#carry(document, given)}${given.carried !== null && document.mayCarry ? nothing : html`${document.there || hint === '' ? nothing : html`<p class="quiet small">${hint}</p>`}
        <lf-upload label=${document.label} @file-stored=${(e: CustomEvent<Uploaded>) => this.#give(document.kind, { fileId: e.detail.id })} @file-removed=${() => this.#give(document.kind, { fileId: null })}></lf-upload>
        ${given.fileId === null ? nothing : html`<div class="fields"><lf-field class="w6" label=${words.fields.documentNo}><input .value=${given.documentNo} @input=${text('documentNo')}></lf-field><lf-field class="w6" label=${words.fields.dated}><input type="date" .value=${given.dated} @input=${text('dated')}></lf-field></div>`}
        ${document.orReason && given.fileId === null && !document.there ? html`<lf-field label=${words.step.orReason}><input .value=${given.reason} @input=${text('reason')}></lf-field>` : nothing}`}`}</li>`
  }

  protected override render(): TemplateResult | typeof nothing {
    const { action } = this
    if (action === null) return nothing
    return html`<lf-dialog heading=${action.label} open ?wide=${action.documents.length > 0} .errors=${this.errors} @dialog-closed=${() => this.dispatchEvent(new CustomEvent('dialog-closed'))}>
      <form class="step-form" @submit=${(e: Event) => { e.preventDefault(); void this.#take(action) }}>
        ${action.refused === null ? nothing : html`<lf-notice-bar kind="warn" text=${`${words.step.refused}：${action.refused.message}（${action.refused.basis}）`}></lf-notice-bar>`}
        <p class="quiet small">${words.step.basis}：${action.basis}${action.paper === null || action.paper.there || action.documents.some((d) => d.kind === action.paper?.kind) ? '' : `　${words.step.paper(action.paper.label)}`}</p>
        <div class=${action.documents.length > 0 ? 'two-parts' : ''}><div>
          ${action.fields.map((field) => html`<lf-field label=${field.label} ?required=${field.required} hint=${field.hint ?? ''} .error=${this.#error(`values.${field.name}`)}>${this.#control(field)}</lf-field>`)}
          <lf-field label=${words.fields.on} .error=${this.#error('on')}><input name="on" type="date" max=${this.today} .value=${this.on} @input=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.on = e.target.value }}></lf-field></div>
          ${action.documents.length === 0 ? nothing : html`<div><h3>${words.step.documents}</h3><ul class="asked">${action.documents.map((d) => this.#document(d))}</ul></div>`}</div></form>
      <button slot="actions" class="btn" @click=${() => this.dispatchEvent(new CustomEvent('dialog-closed'))}>${words.step.cancel}</button>
      <button slot="actions" class="btn ${action.dangerous ? 'grave' : 'main'}" ?disabled=${this.busy || action.refused !== null} @click=${() => void this.#take(action)}>${action.label}</button></lf-dialog>`
  }
}
customElements.define('step-dialog', StepDialog)
declare global { interface HTMLElementTagNameMap { 'step-dialog': StepDialog } }
