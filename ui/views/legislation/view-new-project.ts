import { html, nothing, type TemplateResult } from 'lit'
import { z } from 'zod'
import { answer, api, type ApiProblem, asProblem } from '../../api/client.ts'
import { EntryForm } from '../../components/entry-form.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { go, to } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import './legislation.css'
import type { Choices } from './step-dialog.ts'

const words = messages.project
const kinds = ['making', 'amending', 'revising', 'repealing', 'package'] as const
const sources = ['department', 'deputies', 'committee', 'public', 'superior'] as const
const proposerKinds = ['government', 'committee', 'council', 'members'] as const
const subjects = ['urbanRural', 'ecology', 'heritage', 'governance', 'other'] as const

const formSchema = z.object({
  title: z.string(), kind: z.enum(kinds), source: z.enum(sources), proposerKind: z.enum(proposerKinds), subject: z.enum(subjects).or(z.literal('')), proposerOrganId: z.string(), proposer: z.string(), leadOrganId: z.string(), leadOrgan: z.string(), committeeOrganId: z.string(),
  responsibleId: z.string(), planItemId: z.string(), partyGate: z.boolean(),
})
type Form = z.infer<typeof formSchema>
const empty: Form = { title: '', kind: 'making', source: 'department', proposerKind: 'government', subject: '', proposerOrganId: '', proposer: '', leadOrganId: '', leadOrgan: '', committeeOrganId: '', responsibleId: '', planItemId: '', partyGate: true }
const orNull = (value: string): string | null => (value.trim() === '' ? null : value.trim())

/** 申报立项: what the regulation will be called, who proposes and drafts it. */
export class ViewNewProject extends LightElement {
  static override properties = { query: { attribute: false }, choices: { state: true }, problem: { state: true }, twins: { state: true } }
  declare query: URLSearchParams
  declare choices: Choices | null
  declare problem: ApiProblem | null
  /** projects of the same name: nothing forbids another one, but whoever opens it knows */
  declare twins: readonly { id: string; title: string; state: string }[]
  readonly #session = new SessionReader(this)
  readonly #entry = new EntryForm<Form>(this, empty)

  constructor() {
    super()
    this.query = new URLSearchParams()
    this.choices = null
    this.problem = null
    this.twins = []
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  async #load(): Promise<void> {
    try {
      this.choices = (await answer(api.GET('/api/projects/choices'))).data
      const only = this.choices.staff ? undefined : this.choices.proposers[0]
      const item = this.choices.planItems.find((i) => i.id === this.query.get('item'))
      const start = { ...empty, ...(only === undefined ? {} : { proposerOrganId: only.id }), ...(item === undefined ? {} : { planItemId: item.id, title: item.name }) }
      this.#entry.begin({ key: 'project:new', owner: this.#session.value?.person.id ?? '', read: (stored) => formSchema.parse(stored) }, start)
      this.problem = null
      void this.#lookForTwins()
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  async #lookForTwins(): Promise<void> {
    const title = this.#entry.value.title.trim()
    // a list that does not come warns of nobody; what is entered is not held up by it
    const found = title === '' ? [] : await answer(api.GET('/api/projects', { params: { query: { view: 'all', q: title.slice(0, 100) } } })).then(({ data }) => data.items, () => [])
    if (title === this.#entry.value.title.trim()) this.twins = found.filter((one) => one.title === title).map((one) => ({ id: one.id, title: one.title, state: one.state.label }))
  }

  #send(): Promise<void> {
    const { choices } = this
    const form = this.#entry.value
    const proposer = choices?.proposers.find((o) => o.id === form.proposerOrganId)?.name ?? form.proposer
    const body = {
      title: form.title, kind: form.kind, source: form.source, proposerKind: form.proposerKind, subject: form.subject === '' ? null : form.subject, proposer, proposerOrganId: orNull(form.proposerOrganId), leadOrgan: orNull(form.leadOrgan), leadOrganId: orNull(form.leadOrganId), committee: null,
      committeeOrganId: orNull(form.committeeOrganId), responsibleId: orNull(form.responsibleId), partyGate: form.partyGate, baseVersionId: null, planItemId: orNull(form.planItemId), planned: {}, organId: choices?.organId ?? null,
    }
    return this.#entry.send(body, (headers) => api.POST('/api/projects', { body, headers }), ({ id }) => void go(`/projects/${id}`))
  }

  #select(key: keyof Form, label: string, options: readonly { id: string; name: string }[], more: { required?: boolean; none?: string; className?: string; hint?: string } = {}): TemplateResult {
    const value = this.#entry.value[key]
    const changed = (event: Event) => { if (event.target instanceof HTMLSelectElement) this.#entry.change(formSchema.partial().parse({ [key]: event.target.value })) }
    return html`<lf-field class=${more.className ?? 'w4'} label=${label} ?required=${more.required ?? false} hint=${more.hint ?? ''} error=${this.#entry.errors.get(key) ?? ''}><select name=${key} @change=${changed}>${more.none === undefined ? nothing : html`<option value="">${more.none}</option>`}${options.map((o) => html`<option value=${o.id} ?selected=${o.id === value}>${o.name}</option>`)}</select></lf-field>`
  }

  #text(key: 'title' | 'proposer' | 'leadOrgan', label: string, more: { required?: boolean; className?: string; hint?: string } = {}): TemplateResult {
    return html`<lf-field class=${more.className ?? 'w4'} label=${label} ?required=${more.required ?? false} hint=${more.hint ?? ''} error=${this.#entry.errors.get(key) ?? ''}><input name=${key} .value=${this.#entry.value[key]} @change=${() => { if (key === 'title') void this.#lookForTwins() }} @input=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.#entry.change({ [key]: e.target.value }) }}></lf-field>`
  }

  protected override render(): TemplateResult {
    const { choices } = this
    const form = this.#entry.value
    if (this.problem !== null) return html`<div class="page"><lf-error .problem=${this.problem} @retry=${() => void this.#load()}></lf-error></div>`
    if (choices === null) return html`<lf-loading rows="6"></lf-loading>`
    const named = (keys: readonly string[], names: Readonly<Record<string, string>>) => keys.map((id) => ({ id, name: names[id] ?? id }))
    return html`<div class="page new-project"><h1 class="page-title">${words.newTitle}</h1><p class="quiet small">${words.newSay}</p>
      ${this.#entry.sentence === '' ? nothing : html`<lf-notice-bar kind="bad" text=${this.#entry.sentence}></lf-notice-bar>`}
      <form novalidate @submit=${(event: Event) => { event.preventDefault(); void this.#send() }}>
        <section class="part"><h2>${words.columns.title}</h2><div class="fields">${this.#text('title', words.fields.title, { required: true, className: 'w12', hint: words.titleHint })}
          ${this.twins.length === 0 ? nothing : html`<p class="w12 small warn" role="status">${words.sameTitle}${this.twins.map((twin) => html`　<a href=${to(`/projects/${twin.id}`)}>${twin.title}（${twin.state}）</a>`)}</p>`}
          ${this.#select('kind', words.fields.kind, named(kinds, words.kinds))}${this.#select('subject', words.fields.subject, named(subjects, words.subjects), { none: words.choose, hint: words.subjectHint })}${this.#select('source', words.fields.source, named(sources, words.sources))}</div></section>
        <section class="part"><h2>${words.fields.proposer}</h2><div class="fields">${this.#select('proposerKind', words.fields.proposerKind, named(proposerKinds, words.proposerKinds))}
          ${this.#select('proposerOrganId', words.fields.proposer, choices.proposers, { required: true, ...(choices.staff ? { none: words.typed } : {}) })}${form.proposerOrganId === '' ? this.#text('proposer', words.fields.name, { required: true }) : nothing}
          ${this.#select('leadOrganId', words.fields.leadOrgan, choices.drafters, { none: words.typed })}${form.leadOrganId === '' ? this.#text('leadOrgan', words.fields.name) : nothing}${this.#select('committeeOrganId', words.fields.committee, choices.committees, { none: words.choose })}</div></section>
        ${choices.staff ? html`<section class="part"><h2>${words.columns.responsible}</h2><div class="fields">${this.#select('responsibleId', words.fields.responsible, choices.people, { none: words.tasks.self })}${this.#select('planItemId', words.fields.planItem, choices.planItems.map((i) => ({ id: i.id, name: `${i.name}（${i.plan}）` })), { none: words.choose })}</div>
          <label class="tick"><input type="checkbox" name="partyGate" .checked=${form.partyGate} @change=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.#entry.change({ partyGate: e.target.checked }) }}> ${words.fields.partyGate}</label></section>` : nothing}
        <p class="send"><button class="btn main" ?disabled=${this.#entry.busy}>${words.send}</button></p></form></div>`
  }
}
customElements.define('view-new-project', ViewNewProject)
declare global { interface HTMLElementTagNameMap { 'view-new-project': ViewNewProject } }
