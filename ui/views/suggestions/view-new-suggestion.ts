import { html, nothing, type TemplateResult } from 'lit'
import { z } from 'zod'
import { answer, api, asProblem } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import '../../components/lf-upload.ts'
import { EntryForm } from '../../components/entry-form.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import './suggestions.css'

type Uploaded = components['schemas']['UploadedFile']
type Entered = { id: string; receiptNo: string; followCode: string }
const words = messages.suggestion
const kinds = ['suggestion', 'demand', 'transferredIn'] as const
const channels = ['letter', 'platform'] as const

const formSchema = z.object({
  kind: z.enum(kinds), channel: z.enum(channels), receivedOn: z.string(), proposerOrganId: z.string(), proposerName: z.string(), proposerContact: z.string(), proposerAddress: z.string(),
  documentTitle: z.string(), documentNo: z.string(), documentMaker: z.string(), matters: z.string(), reasons: z.string(),
})
type Form = z.infer<typeof formSchema>
const empty: Form = { kind: 'suggestion', channel: 'letter', receivedOn: '', proposerOrganId: '', proposerName: '', proposerContact: '', proposerAddress: '', documentTitle: '', documentNo: '', documentMaker: '', matters: '', reasons: '' }
/** What was chosen in a native list. */
const chosenIn = (event: Event): string => (event.target instanceof HTMLSelectElement ? event.target.value : '')
type TextKey = Exclude<keyof Form, 'kind' | 'channel'>

/** 登记来信、审查要求、移送: typed from the letter; the receipt comes at once. */
export class ViewNewSuggestion extends LightElement {
  static override properties = { organs: { state: true }, files: { state: true }, entered: { state: true } }
  declare organs: readonly { id: string; name: string; demand: boolean }[]
  declare files: readonly Uploaded[]
  declare entered: Entered | null
  readonly #session = new SessionReader(this)
  readonly #entry = new EntryForm<Form>(this, empty)

  constructor() {
    super()
    this.organs = []
    this.files = []
    this.entered = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  async #load(): Promise<void> {
    try {
      this.organs = (await answer(api.GET('/api/suggestions/proposers'))).data.items
      this.#entry.begin({ key: 'suggestion:new', owner: this.#session.value?.person.id ?? '', read: (stored) => formSchema.parse(stored) }, { ...empty, receivedOn: this.#session.value?.today ?? '' })
    } catch (thrown) {
      this.#entry.tell(asProblem(thrown).told)
    }
  }

  #send(): Promise<void> {
    const { proposerOrganId, ...form } = this.#entry.value
    const body = { ...form, proposerOrganId: proposerOrganId === '' || form.kind === 'suggestion' ? null : proposerOrganId, filingId: null, fileIds: this.files.map((f) => f.id), organId: null }
    return this.#entry.send(body, (headers) => api.POST('/api/suggestions', { body, headers }), (entered) => {
      this.entered = entered
      window.scrollTo({ top: 0 })
    })
  }

  #text(key: TextKey, options: { required?: boolean; type?: string; rows?: number; hint?: string; className?: string } = {}): TemplateResult {
    const changed = (event: Event) => { if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) this.#entry.change({ [key]: event.target.value }) }
    return html`<lf-field class=${options.className ?? ''} label=${words.fields[key]} ?required=${options.required ?? false} hint=${options.hint ?? ''} error=${this.#entry.errors.get(key) ?? ''}>${options.rows === undefined
      ? html`<input name=${key} type=${options.type ?? 'text'} .value=${this.#entry.value[key]} @input=${changed}>`
      : html`<textarea name=${key} rows=${options.rows} .value=${this.#entry.value[key]} @input=${changed}></textarea>`}</lf-field>`
  }

  #done(entered: Entered): TemplateResult {
    return html`<div class="page"><h1 class="page-title">${words.newTitle}</h1><lf-notice-bar kind="good" text=${words.entered(entered.receiptNo)}></lf-notice-bar>
      <div class="follow-code"><span>${words.codeTitle}</span><b>${entered.followCode}</b><p class="quiet small">${words.codeText}</p></div>
      <p class="send"><a class="btn main" href=${to(`/suggestions/${entered.id}`)}>${words.toCase}</a><button class="btn" @click=${() => { this.entered = null; this.files = []; this.#entry.put({ ...empty, receivedOn: this.#session.value?.today ?? '' }) }}>${words.another}</button></p></div>`
  }

  #proposer(): TemplateResult {
    const form = this.#entry.value
    const organs = form.kind === 'demand' ? this.organs.filter((o) => o.demand) : this.organs
    const organ = form.kind === 'suggestion' ? nothing : html`<lf-field class="w6" label=${words.fields.proposerOrganId} ?required=${form.kind === 'demand'} error=${this.#entry.errors.get('proposerOrganId') ?? ''}><select name="proposerOrganId" .value=${form.proposerOrganId} @change=${(e: Event) => {
      if (!(e.target instanceof HTMLSelectElement)) return
      const { value } = e.target
      this.#entry.change({ proposerOrganId: value, proposerName: organs.find((o) => o.id === value)?.name ?? form.proposerName })
    }}><option value="">${words.chooseOrgan}</option>${organs.map((o) => html`<option value=${o.id} ?selected=${o.id === form.proposerOrganId}>${o.name}</option>`)}</select></lf-field>`
    return html`<div class="fields">${organ}${this.#text('proposerName', { required: true, className: 'w6' })}${this.#text('proposerContact', { required: true, className: 'w6' })}${this.#text('proposerAddress', { className: 'w6' })}</div>`
  }

  protected override render(): TemplateResult {
    if (this.entered !== null) return this.#done(this.entered)
    const form = this.#entry.value
    return html`<div class="page new-suggestion"><h1 class="page-title">${words.newTitle}</h1><p class="quiet small">${words.newHint}</p>
      ${this.#entry.sentence === '' ? nothing : html`<lf-notice-bar kind="bad" text=${this.#entry.sentence}></lf-notice-bar>`}
      <form @submit=${(event: Event) => { event.preventDefault(); void this.#send() }}>
      <section class="part"><h2>${words.fields.kind}</h2><div class="fields">
        <lf-field class="w4" label=${words.fields.kind}><select name="kind" @change=${(e: Event) => { this.#entry.change({ kind: kinds.find((k) => k === chosenIn(e)) ?? 'suggestion', proposerOrganId: '' }) }}>${kinds.map((k) => html`<option value=${k} ?selected=${k === form.kind}>${words.kinds[k]}</option>`)}</select></lf-field>
        <lf-field class="w4" label=${words.fields.channel}><select name="channel" @change=${(e: Event) => { this.#entry.change({ channel: channels.find((k) => k === chosenIn(e)) ?? 'letter' }) }}>${channels.map((k) => html`<option value=${k} ?selected=${k === form.channel}>${words.channels[k]}</option>`)}</select></lf-field>
        ${this.#text('receivedOn', { required: true, type: 'date', className: 'w4' })}</div></section>
      <section class="part"><h2>${words.sections.proposer}</h2>${this.#proposer()}<p class="quiet small">${words.proposerHint}</p></section>
      <section class="part"><h2>${words.sections.document}</h2><div class="fields">${this.#text('documentTitle', { required: true, className: 'w12' })}${this.#text('documentNo', { className: 'w6' })}${this.#text('documentMaker', { className: 'w6' })}</div></section>
      <section class="part"><h2>${words.sections.content}</h2><div class="fields">${this.#text('matters', { required: true, rows: 3, hint: words.mattersHint, className: 'w12' })}${this.#text('reasons', { required: true, rows: 7, className: 'w12' })}</div>
        <lf-upload label=${words.fields.files} multiple @file-stored=${(e: CustomEvent<Uploaded>) => { this.files = [...this.files, e.detail] }} @file-removed=${(e: CustomEvent<{ id: string }>) => { this.files = this.files.filter((f) => f.id !== e.detail.id) }}></lf-upload></section>
      <p class="send"><button class="btn main" ?disabled=${this.#entry.busy}>${words.send}</button></p></form></div>`
  }
}
customElements.define('view-new-suggestion', ViewNewSuggestion)
