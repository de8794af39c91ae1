import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, type ApiProblem, asProblem, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import type { components } from '../../api/schema.d.ts'
import '../../components/lf-dialog.ts'
import '../../components/lf-upload.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import './legislation.css'
import type { Project } from './step-dialog.ts'

type Finding = components['schemas']['ResearchFinding']
type Work = components['schemas']['LibraryWorkRow']
type Uploaded = components['schemas']['UploadedFile']
const words = messages.project.research
const kinds = ['finding', 'source'] as const
const MOST_COMPARED = 3

type Form = { kind: 'finding' | 'source'; title: string; text: string; source: string; on: string; fileIds: readonly string[]; /** the finding that it corrects, and why */ corrects: { id: string; reason: string } | null }
const empty: Form = { kind: 'finding', title: '', text: '', source: '', on: '', fileIds: [], corrects: null }
/** A text of the project's own draft that this person may read. */
type DraftText = { which: string; label: string; on: string }

/** 立法调研 of a project: what was found, and texts of the library that are compared with each other article by article. */
export class ViewResearch extends LightElement {
  static override properties = { params: { attribute: false }, project: { state: true }, findings: { state: true }, problem: { state: true }, said: { state: true }, adding: { state: true }, form: { state: true }, errors: { state: true }, searching: { state: true }, found: { state: true }, drafts: { state: true }, picked: { state: true }, removing: { state: true }, reason: { state: true }, busy: { state: true } }
  declare params: Readonly<Record<string, string>>
  declare project: Project | null
  declare findings: readonly Finding[]
  declare problem: ApiProblem | null
  declare said: { kind: 'good' | 'bad'; text: string } | null
  declare adding: boolean
  declare form: Form
  declare errors: readonly FieldError[]
  declare searching: string
  declare found: readonly Work[] | null
  declare drafts: readonly DraftText[]
  /** addresses of the library, and texts of the draft */
  declare picked: readonly string[]
  /** the text that is being taken off, and why */
  declare removing: Finding | null
  declare reason: string
  declare busy: boolean
  readonly #submission = new Submission()

  constructor() {
    super()
    this.params = {}
    this.project = null
    this.findings = []
    this.problem = null
    this.said = null
    this.adding = false
    this.form = empty
    this.errors = []
    this.searching = ''
    this.found = null
    this.drafts = []
    this.picked = []
    this.removing = null
    this.reason = ''
    this.busy = false
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  get #id(): string {
    return this.params['id'] ?? ''
  }

  async #load(): Promise<void> {
    try {
      const path = { id: this.#id }
      const [project, findings] = await Promise.all([answer(api.GET('/api/projects/{id}', { params: { path } })), answer(api.GET('/api/projects/{id}/findings', { params: { path } }))])
      this.project = project.data
      this.findings = findings.data.items
      this.drafts = await this.#draftTexts(project.data)
      this.problem = null
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  /** Texts that went out and, for those who may open it, the working copy. */
  async #draftTexts(project: Project): Promise<readonly DraftText[]> {
    if (project.draftId === null || !project.may.draft) return []
    const { data } = await answer(api.GET('/api/drafts/{id}/snapshots', { params: { path: { id: project.draftId } } }))
    return [...data.items.map((one) => ({ which: one.id, label: one.label, on: one.madeOn })), ...(data.mayOpen ? [{ which: 'working', label: messages.drafting.working, on: '' }] : [])]
  }

  async #add(body: components['schemas']['ResearchFindingInput'], done: () => void): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.errors = []
    try {
      await this.#submission.send(body, (headers) => api.POST('/api/projects/{id}/findings', { params: { path: { id: this.#id } }, body, headers }))
      done()
      this.said = { kind: 'good', text: body.corrects === null ? words.added : words.corrected }
      await this.#load()
    } catch (thrown) {
      const problem = asProblem(thrown)
      if (this.adding) this.errors = problem.fields.length > 0 ? problem.fields : [{ path: '', message: problem.told }]
      else this.said = { kind: 'bad', text: problem.fields[0]?.message ?? problem.told }
    } finally {
      this.busy = false
    }
  }

  #record(): Promise<void> {
    const { form } = this
    const orNull = (value: string): string | null => (value.trim() === '' ? null : value.trim())
    return this.#add({ kind: form.kind, title: form.title, text: form.text, source: orNull(form.source), on: orNull(form.on), address: null, eId: null, fileIds: [...form.fileIds], corrects: form.corrects }, () => {
      this.adding = false
      this.form = empty
    })
  }

  #take(work: Work, kind: 'otherPlace' | 'superior'): Promise<void> {
    const address = `${work.key}:${work.current?.dateKey ?? 'unknown'}`
    return this.#add({ kind, title: work.title, text: '', source: work.issuer, on: null, address, eId: null, fileIds: [], corrects: null }, () => undefined)
  }

  async #remove(finding: Finding): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.errors = []
    const body = { reason: this.reason }
    try {
      await this.#submission.send([finding.id, body], (headers) => api.POST('/api/projects/{id}/findings/{findingId}/removal', { params: { path: { id: this.#id, findingId: finding.id } }, body, headers }))
      // the same text may be listed once more, as superior law or of another place
      const listed = this.findings.filter((f) => f.id !== finding.id && f.replacedById === null && f.removed === null).map((f) => f.version?.address)
      this.picked = this.picked.filter((p) => p !== finding.version?.address || listed.includes(p))
      this.removing = null
      this.reason = ''
      this.said = { kind: 'good', text: words.removedDone }
      await this.#load()
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = problem.fields.length > 0 ? problem.fields : [{ path: '', message: problem.told }]
    } finally {
      this.busy = false
    }
  }

  async #search(): Promise<void> {
    if (this.searching.trim() === '') return
    try {
      this.found = (await answer(api.GET('/api/library/works', { params: { query: { text: this.searching.trim(), limit: 20 } } }))).data.items
    } catch (thrown) {
      this.said = { kind: 'bad', text: asProblem(thrown).told }
    }
  }

  #dialog(): TemplateResult | typeof nothing {
    if (!this.adding) return nothing
    const set = (key: 'title' | 'text' | 'source' | 'on') => (event: Event) => { if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) this.form = { ...this.form, [key]: event.target.value } }
    const error = (path: string): string => this.errors.find((e) => e.path === path)?.message ?? ''
    const { corrects } = this.form
    const old = corrects === null ? undefined : this.findings.find((f) => f.id === corrects.id)
    return html`<lf-dialog heading=${corrects === null ? words.add : words.correctTitle(old?.title ?? '')} open .errors=${this.errors} @dialog-closed=${() => { this.adding = false }}><form @submit=${(e: Event) => { e.preventDefault(); void this.#record() }}>
      ${corrects === null ? nothing : html`<p class="quiet small">${words.correctHint}</p><lf-field label=${words.fields.reason} required .error=${error('corrects.reason')}><input name="reason" .value=${corrects.reason} @input=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.form = { ...this.form, corrects: { ...corrects, reason: e.target.value } } }}></lf-field>`}
      ${corrects !== null ? nothing : html`<lf-field label=${words.fields.kind}><select name="kind" @change=${(e: Event) => { if (e.target instanceof HTMLSelectElement) { const { value } = e.target; this.form = { ...this.form, kind: kinds.find((k) => k === value) ?? 'finding' } } }}>${kinds.map((k) => html`<option value=${k} ?selected=${k === this.form.kind}>${words.kinds[k]}</option>`)}</select></lf-field>`}
      <lf-field label=${words.fields.title} required .error=${error('title')}><input name="title" .value=${this.form.title} @input=${set('title')}></lf-field>
      <lf-field label=${words.fields.text}><textarea name="text" rows="6" .value=${this.form.text} @input=${set('text')}></textarea></lf-field>
      <div class="fields"><lf-field class="w6" label=${words.fields.source}><input name="source" .value=${this.form.source} @input=${set('source')}></lf-field><lf-field class="w6" label=${words.fields.on}><input name="on" type="date" .value=${this.form.on} @input=${set('on')}></lf-field></div>
      ${old === undefined || old.files.length === 0 ? nothing : html`<p class="small">${words.keptFiles}${old.files.map((f) => html`　<label class="tick"><input type="checkbox" .checked=${this.form.fileIds.includes(f.id)} @change=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.form = { ...this.form, fileIds: e.target.checked ? [...this.form.fileIds, f.id] : this.form.fileIds.filter((id) => id !== f.id) } }}> ${f.name}</label>`)}</p>`}
      <lf-upload label=${words.fields.files} multiple @file-stored=${(e: CustomEvent<Uploaded>) => { this.form = { ...this.form, fileIds: [...this.form.fileIds, e.detail.id] } }} @file-removed=${(e: CustomEvent<{ id: string }>) => { this.form = { ...this.form, fileIds: this.form.fileIds.filter((id) => id !== e.detail.id) } }}></lf-upload></form>
      <button slot="actions" class="btn main" ?disabled=${this.busy} @click=${() => void this.#record()}>${corrects === null ? words.save : words.correctSave}</button></lf-dialog>`
  }

  #removal(): TemplateResult | typeof nothing {
    const { removing } = this
    if (removing === null) return nothing
    return html`<lf-dialog heading=${words.removeTitle(removing.title)} open .errors=${this.errors} @dialog-closed=${() => { this.removing = null }}><form @submit=${(e: Event) => { e.preventDefault(); void this.#remove(removing) }}>
      <p class="quiet small">${words.removeHint}</p><lf-field label=${words.removeReason} required .error=${this.errors.find((e) => e.path === 'reason')?.message ?? ''}><input name="removalReason" .value=${this.reason} @input=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.reason = e.target.value }}></lf-field></form>
      <button slot="actions" class="btn main" ?disabled=${this.busy} @click=${() => void this.#remove(removing)}>${words.removeSave}</button></lf-dialog>`
  }

  /** What stood before, newest first: nothing that was recorded is lost. */
  #before(finding: Finding): readonly Finding[] {
    const older = this.findings.find((f) => f.replacedById === finding.id)
    return older === undefined ? [] : [older, ...this.#before(older)]
  }

  #correct(finding: Finding): void {
    this.errors = []
    this.form = { kind: finding.kind === 'source' ? 'source' : 'finding', title: finding.title, text: finding.text, source: finding.source ?? '', on: finding.on ?? '', fileIds: finding.files.map((f) => f.id), corrects: { id: finding.id, reason: '' } }
    this.adding = true
  }

  #said(finding: Finding, mayCorrect: boolean): TemplateResult {
    const before = this.#before(finding)
    return html`<li><h3>${finding.title}　<span class="quiet small">${words.kinds[finding.kind]}　${finding.on ?? ''}</span></h3>${finding.text.split('\n').filter((line) => line.trim() !== '').map((line) => html`<p>${line}</p>`)}
      <p class="quiet small">${finding.source === null ? '' : `${words.fields.source}：${finding.source}　`}${words.by(finding.recordedByName, finding.recordedOn)}${finding.files.map((f) => html`　<a href=${`/api/files/${f.id}/content`}>${f.name}</a>`)}${!mayCorrect ? nothing : html`　<button class="words" aria-label=${words.correctTitle(finding.title)} @click=${() => this.#correct(finding)}>${words.correct}</button>`}</p>
      ${before.length === 0 ? nothing : html`<details class="small"><summary>${words.before(before.length)}</summary>${finding.correctionReason === null ? nothing : html`<p class="quiet">${words.why(finding.correctionReason)}</p>`}${before.map((f) => html`<p><b>${f.title}</b>　<span class="quiet">${f.on ?? ''}　${words.by(f.recordedByName, f.recordedOn)}${f.correctionReason === null ? '' : `　${words.why(f.correctionReason)}`}</span></p>${f.text.split('\n').filter((line) => line.trim() !== '').map((line) => html`<p class="quiet">${line}</p>`)}`)}</details>`}</li>`
  }

  /** Where what was ticked is compared: the library's texts in the library, with a text of the draft on a page of the project. The draft stands last. */
  get #compared(): string | null {
    const drafts = this.drafts.map((d) => d.which)
    const order = [...this.picked.filter((p) => !drafts.includes(p)), ...drafts.filter((d) => this.picked.includes(d))]
    const [from, middle, end] = order
    if (from === undefined || middle === undefined) return null
    const query = new URLSearchParams(end === undefined ? { from, to: middle } : { from, middle, to: end })
    if (order.some((which) => drafts.includes(which))) return `/projects/${this.#id}/research/compare?${query.toString()}`
    if (end !== undefined) query.set('view', 'three')
    return `/library/compare?${query.toString()}`
  }

  #texts(texts: readonly Finding[], removed: readonly Finding[], mayAdd: boolean): TemplateResult {
    const pick = (address: string) => (event: Event) => {
      if (!(event.target instanceof HTMLInputElement)) return
      this.picked = event.target.checked ? [...this.picked, address].slice(-MOST_COMPARED) : this.picked.filter((p) => p !== address)
    }
    const address = this.#compared
    return html`<section class="part"><h2>${words.texts}</h2>${texts.length === 0 ? html`<p class="quiet">${words.noneTexts}</p>` : html`<ul class="research-texts">${texts.map((t) => html`<li>${t.version === null ? html`<span></span>` : html`<input type="checkbox" aria-label=${`${words.pick}${t.title}`} .checked=${this.picked.includes(t.version.address)} @change=${pick(t.version.address)}>`}
        <span>${t.version === null ? t.title : html`<a href=${to(`/library/${t.version.address.slice(0, t.version.address.indexOf(':'))}`)}>${t.version.title}</a>`}<br><span class="quiet small">${t.version?.issuer ?? t.source ?? ''}　${t.version?.effectiveFrom ?? ''}</span>${t.text === '' ? nothing : html`<br><span class="small">${t.text}</span>`}</span><span class="small">${words.kinds[t.kind]}${mayAdd ? html`<br><button class="words" aria-label=${words.removeTitle(t.title)} @click=${() => { this.errors = []; this.reason = ''; this.removing = t }}>${words.remove}</button>` : nothing}</span></li>`)}
        ${this.drafts.map((d) => html`<li><input type="checkbox" aria-label=${`${words.pick}${d.label}`} .checked=${this.picked.includes(d.which)} @change=${pick(d.which)}><span><a href=${to(`/projects/${this.#id}/draft${d.which === 'working' ? '' : `?snapshot=${d.which}`}`)}>${d.label}</a><br><span class="quiet small">${d.on}</span></span><span class="small">${words.ownDraft}</span></li>`)}</ul>
        <p>${address === null ? html`<span class="quiet small">${words.pickHint}</span>` : html`<a class="btn" href=${to(address)}>${words.compareTwo}</a>　<span class="quiet small">${words.picked(this.picked.length)}</span>`}</p>`}
      ${removed.length === 0 ? nothing : html`<details class="small"><summary>${words.removedTexts(removed.length)}</summary>${removed.map((f) => html`<p>${f.title}<br><span class="quiet">${f.removed === null ? '' : words.removedBy(f.removed.by, f.removed.on, f.removed.reason)}</span></p>`)}</details>`}
      ${!mayAdd ? nothing : html`<form class="research-search" role="search" aria-label=${words.search} @submit=${(e: Event) => { e.preventDefault(); void this.#search() }}><input class="control" type="search" aria-label=${words.addText} placeholder=${words.searchHint} .value=${this.searching} @input=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.searching = e.target.value }}><button class="btn">${words.searchDo}</button></form>
        ${this.found === null ? nothing : this.found.length === 0 ? html`<p class="quiet small">${words.notFound}</p>` : html`<ul class="research-found">${this.found.map((work) => html`<li><span>${work.title}<br><span class="quiet small">${work.issuer}　${work.current?.effectiveFrom ?? ''}</span></span><span><button class="words" ?disabled=${this.busy} @click=${() => void this.#take(work, 'otherPlace')}>${words.asOther}</button>　<button class="words" ?disabled=${this.busy} @click=${() => void this.#take(work, 'superior')}>${words.asSuperior}</button></span></li>`)}</ul>`}`}</section>`
  }

  protected override render(): TemplateResult {
    const { project } = this
    if (this.problem !== null) return html`<div class="page"><lf-error .problem=${this.problem} @retry=${() => void this.#load()}></lf-error></div>`
    if (project === null) return html`<lf-loading rows="6"></lf-loading>`
    // a corrected one stands where the first of its line was recorded
    const first = (f: Finding): string => this.#before(f).at(-1)?.id ?? f.id
    const standing = this.findings.filter((f) => f.replacedById === null).toSorted((a, b) => (first(a) < first(b) ? -1 : 1))
    const listed = standing.filter((f) => f.kind === 'otherPlace' || f.kind === 'superior')
    const texts = listed.filter((f) => f.removed === null)
    const removed = listed.filter((f) => f.removed !== null)
    const said = standing.filter((f) => f.kind === 'finding' || f.kind === 'source')
    return html`<div class="page page-head projects-head"><div><nav class="crumb"><a href=${to('/projects')}>${messages.project.title}</a><span aria-hidden="true">›</span><a href=${to(`/projects/${project.id}`)}>${project.title}</a></nav><h1 class="page-title">${words.title}</h1><p class="say">${words.say}</p></div>
        ${project.may.act ? html`<button class="btn main" @click=${() => { this.form = this.form.corrects === null ? this.form : empty; this.errors = []; this.adding = true }}>${words.add}</button>` : nothing}</div>
      ${this.said === null ? nothing : html`<lf-notice-bar kind=${this.said.kind} text=${this.said.text} closable @notice-closed=${() => { this.said = null }}></lf-notice-bar>`}
      <div class="page research-grid"><section class="part"><h2>${words.findings}</h2>${said.length === 0 ? html`<p class="quiet">${words.none}</p>` : html`<ol class="findings">${said.map((f) => this.#said(f, project.may.act))}</ol>`}</section>${this.#texts(texts, removed, project.may.act)}</div>${this.#dialog()}${this.#removal()}`
  }
}
customElements.define('view-research', ViewResearch)
declare global { interface HTMLElementTagNameMap { 'view-research': ViewResearch } }
