import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, asProblem, Submission } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { go, to } from '../../navigation.ts'
import { stateKind } from '../case-shown.ts'

type Choice = components['schemas']['PapersToDraft']['items'][number]
type Row = components['schemas']['PaperRow']
const words = messages.approval.papers

/**
 * The papers of a project that a person may read, and what they may draft for it.
 *   <project-papers project="…" .kinds=${KINDS}></project-papers>   without kinds: all of them; the same array as long as they are the same
 */
export class ProjectPapers extends LightElement {
  static override properties = { project: {}, kinds: { attribute: false }, rows: { state: true }, choices: { state: true }, sentence: { state: true }, busy: { state: true } }
  declare project: string
  declare kinds: readonly string[] | null
  declare rows: readonly Row[]
  declare choices: readonly Choice[]
  declare sentence: string
  declare busy: boolean
  readonly #submission = new Submission()

  constructor() {
    super()
    this.project = ''
    this.kinds = null
    this.rows = []
    this.choices = []
    this.sentence = ''
    this.busy = false
  }
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if ((changed.has('project') || changed.has('kinds')) && this.project !== '') void this.#load()
  }
  async #load(): Promise<void> {
    try {
      const [papers, choices] = await Promise.all([
        answer(api.GET('/api/papers', { params: { query: { view: 'all', projectId: this.project, limit: 100 } } })), answer(api.GET('/api/projects/{id}/papers-to-draft', { params: { path: { id: this.project } } })),
      ])
      const shown = (kind: string): boolean => this.kinds === null || this.kinds.includes(kind)
      this.rows = papers.data.items.filter((row) => shown(row.kind) && row.state.id !== 'withdrawn')
      this.choices = choices.data.items.filter((choice) => shown(choice.kind) && !this.rows.some((row) => row.kind === choice.kind && row.state.id !== 'issued'))
      this.sentence = ''
    } catch (thrown) {
      this.sentence = asProblem(thrown).told
    }
  }
  async #draft(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement) || this.busy) return
    const kind = this.choices.find((choice) => choice.kind === new FormData(event.target as HTMLFormElement).get('kind'))?.kind
    if (kind === undefined) return
    this.busy = true
    try {
      const body = { kind } as components['schemas']['ProjectPaperDraft']
      const { data } = await this.#submission.send({ ...body, project: this.project, after: this.rows.length }, (headers) => api.POST('/api/projects/{id}/papers', { params: { path: { id: this.project } }, body, headers }))
      await go(`/papers/${data.id}`)
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.sentence = problem.told
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.rows.length === 0 && this.choices.length === 0 && this.sentence === '') return nothing
    return html`<section class="part project-papers"><h2>${words.title}</h2>
      ${this.sentence === '' ? nothing : html`<lf-notice-bar kind="warn" text=${this.sentence}></lf-notice-bar>`}
      ${this.rows.length === 0 ? html`<p class="quiet">${words.none}</p>` : html`<ul class="paper-rows">${this.rows.map((row) => html`<li><a href=${to(`/papers/${row.id}`)}>${row.label}</a><lf-state kind=${stateKind(row.state.sign)} word=${row.number ?? row.state.label}></lf-state></li>`)}</ul>`}
      ${this.choices.length === 0 ? nothing : html`<form class="inline-form" @submit=${(event: SubmitEvent) => void this.#draft(event)}><lf-field label=${words.pick} hint=${words.draftHint}><select name="kind">${this.choices.map((choice) => html`<option value=${choice.kind}>${choice.label}</option>`)}</select></lf-field><button class="btn" ?disabled=${this.busy}>${words.draft}</button></form>`}</section>`
  }
}
customElements.define('project-papers', ProjectPapers)
declare global { interface HTMLElementTagNameMap { 'project-papers': ProjectPapers } }
