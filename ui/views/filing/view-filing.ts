import { html, nothing, type TemplateResult } from 'lit'
import { answer, type ApiProblem, api, asProblem, editing, Submission } from '../../api/client.ts'
import { ask, choose } from '../../components/ask.ts'
import { askAboutStale } from '../../components/ask-about-stale.ts'
import { LightElement } from '../../components/light-element.ts'
import { DraftKeeper } from '../../draft-keeper.ts'
import { timeInTable } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { go } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import { UnsavedGuard } from '../../unsaved-guard.ts'
import { shownDeadline, stateKind } from '../case-shown.ts'
import { findingCounts, findingList, historyPart, nextPart, papersPart, periodPart, type Finding } from './filing-aside.ts'
import { changedFields, circumstances, documentFields, type Filing, type FilingForm, formOf, formSchema, type Organ, type TextField } from './filing-form.ts'
import { packageCounts, packageTable, type PackageItem } from './filing-package.ts'
import { samenessPart } from './filing-sameness.ts'
import './filing.css'
import './ledger-table.ts'
import './material-dialog.ts'

const SAVE_AFTER_MS = 800
const words = messages.filing

/** 报备: one filing with its form, package, sameness check, what was found and what comes next. */
export class ViewFiling extends LightElement {
  static override properties = {
    params: { attribute: false }, filing: { state: true }, form: { state: true }, problem: { state: true }, notice: { state: true }, saving: { state: true }, savedAt: { state: true }, errors: { state: true },
    makers: { state: true }, receivers: { state: true }, material: { state: true }, explaining: { state: true }, note: { state: true }, busy: { state: true },
  }
  declare params: Record<string, string>
  declare filing: Filing | null
  declare form: FilingForm | null
  declare problem: ApiProblem | null
  declare notice: { kind: 'good' | 'warn' | 'bad'; text: string } | null
  declare saving: 'no' | 'soon' | 'now' | 'failed'
  declare savedAt: string
  declare errors: ReadonlyMap<string, string>
  declare makers: readonly Organ[]
  declare receivers: readonly Organ[]
  declare material: PackageItem | null
  declare explaining: number | null
  declare note: string
  declare busy: boolean
  readonly #session = new SessionReader(this)
  readonly #submission = new Submission()
  #keeper: DraftKeeper<FilingForm> | null = null
  #etag: string | null = null
  #shown = ''
  #timer: ReturnType<typeof setTimeout> | null = null
  #saved: Promise<void> = Promise.resolve()

  constructor() {
    super()
    this.params = {}
    this.filing = null
    this.form = null
    this.problem = null
    this.notice = null
    this.saving = 'no'
    this.savedAt = ''
    this.errors = new Map()
    this.makers = []
    this.receivers = []
    this.material = null
    this.explaining = null
    this.note = ''
    this.busy = false
    new UnsavedGuard(this, () => this.saving === 'failed')
  }

  override connectedCallback(): void {
    super.connectedCallback()
    window.addEventListener('lifa-online', this.#online)
  }
  /** A row of the ledger below opens another filing in the same screen. */
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('params') && this.params['id'] !== this.#shown) void this.#open()
  }

  async #open(): Promise<void> {
    this.#shown = this.params['id'] ?? ''
    if (this.filing !== null) await this.#save()
    this.filing = null
    this.form = null
    this.notice = null
    this.saving = 'no'
    await this.#load()
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    window.removeEventListener('lifa-online', this.#online)
    if (this.#timer !== null) void this.#save()
  }

  /** What was typed while there was no connection goes out when there is one again. */
  readonly #online = (): void => {
    if (this.saving === 'failed' && this.#timer === null) this.#schedule()
  }

  async #load(): Promise<void> {
    const id = this.params['id'] ?? ''
    try {
      const [{ data, etag }, { data: choices }] = await Promise.all([answer(api.GET('/api/filings/{id}', { params: { path: { id } } })), answer(api.GET('/api/filing-choices'))])
      this.makers = choices.makers.some((m) => m.id === data.maker.id) ? choices.makers : [...choices.makers, { ...data.maker, kind: '', level: '' }]
      this.receivers = choices.receivers
      this.problem = null
      this.#show(data, etag)
      this.#keeper = new DraftKeeper({ key: `filing:${id}`, owner: this.#session.value?.person.id ?? '', read: (stored) => formSchema.parse(stored) })
      this.#restore()
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  #show(filing: Filing, etag: string | null): void {
    this.filing = filing
    this.#etag = etag ?? `"${filing.revision}"`
    this.savedAt = timeInTable(filing.savedAt).slice(11)
    if (this.saving === 'no' || this.form === null) this.form = formOf(filing)
  }

  /** A copy of what the server never got (connection lost, session run out) is put back and saved. */
  #restore(): void {
    const kept = this.#editable ? this.#keeper?.restore() : null
    if (kept == null || this.filing === null) return
    if (Object.keys(changedFields(kept.value, formOf(this.filing))).length === 0) {
      this.#keeper?.acknowledge()
      return
    }
    this.form = kept.value
    this.notice = { kind: 'warn', text: words.restored(timeInTable(kept.keptAt)) }
    this.#schedule()
  }

  get #editable(): boolean {
    return this.filing !== null && this.filing.audience === 'maker' && ['draft', 'pendingCorrection', 'overdueCorrection'].includes(this.filing.state.id)
  }

  #change(change: Partial<FilingForm>): void {
    if (this.form === null) return
    this.form = { ...this.form, ...change }
    this.#keeper?.keep(this.form)
    for (const name of Object.keys(change)) if (this.errors.has(name)) this.errors = new Map([...this.errors].filter(([field]) => field !== name))
    this.#schedule()
  }

  #schedule(): void {
    this.saving = 'soon'
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#save(), SAVE_AFTER_MS)
  }

  /** One save at a time, so that each goes out with the revision the one before it gave. */
  #save(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#saved = this.#saved.then(() => this.#saveNow())
    return this.#saved
  }

  async #saveNow(): Promise<void> {
    const { filing, form } = this
    if (filing === null || form === null || !this.#editable) return
    const body = changedFields(form, formOf(filing))
    if (Object.keys(body).length === 0) {
      this.saving = 'no'
      this.#keeper?.acknowledge()
      return
    }
    this.saving = 'now'
    try {
      const { data, etag } = await answer(api.PATCH('/api/filings/{id}', { params: { path: { id: filing.id } }, body, headers: editing(this.#etag) }))
      const typedSince = this.form !== form
      // a form that was typed into meanwhile stays; only what the server decided by itself is taken over
      if (typedSince && this.form !== null) this.form = { ...this.form, receiverOrganId: data.receiver.id }
      this.saving = typedSince ? 'soon' : 'no'
      this.#show(data, etag)
      this.errors = new Map()
      if (typedSince) this.#schedule()
      else this.#keeper?.acknowledge()
    } catch (thrown) {
      await this.#saveFailed(asProblem(thrown))
    }
  }

  async #saveFailed(problem: ApiProblem): Promise<void> {
    this.saving = 'failed'
    if (problem.kind === 'stale') {
      if ((await askAboutStale()) !== 'reload') return
      this.#keeper?.acknowledge()
      this.saving = 'no'
      this.form = null
      await this.#load()
      return
    }
    this.errors = new Map(problem.fields.map((f) => [f.path, f.message]))
    this.notice = problem.kind === 'offline' ? { kind: 'warn', text: words.unsavedOffline } : problem.fields.length > 0 ? null : { kind: 'bad', text: problem.told }
  }

  async #remove(): Promise<void> {
    const { filing } = this
    if (filing === null || !(await ask({ heading: words.removeTitle, text: words.removeText, confirm: words.remove, cancel: words.keep, grave: true }))) return
    await this.#save()
    try {
      await answer(api.DELETE('/api/filings/{id}', { params: { path: { id: filing.id } }, headers: editing(this.#etag) }))
      this.#keeper?.acknowledge()
      await go('/filing')
    } catch (thrown) {
      this.notice = { kind: 'bad', text: asProblem(thrown).told }
    }
  }

  async #send(wrongLineConfirmed = false): Promise<void> {
    if (this.busy) return
    await this.#save()
    const { filing } = this
    if (filing === null || this.saving === 'failed') return
    if (filing.check?.wrongLine === true && !wrongLineConfirmed && filing.state.id === 'draft') return this.#askAboutLine(filing)
    this.busy = true
    try {
      if (filing.state.id === 'draft') {
        const body = { wrongLineConfirmed }
        const { data, etag } = await this.#submission.send(body, (headers) => api.POST('/api/filings/{id}/submit', { params: { path: { id: filing.id } }, body, headers: { ...headers, ...editing(this.#etag) } }))
        this.#sent(data, etag, words.submitted)
      } else {
        const body = this.note.trim() === '' ? {} : { note: this.note.trim() }
        const { data, etag } = await this.#submission.send(body, (headers) => api.POST('/api/filings/{id}/resubmit', { params: { path: { id: filing.id } }, body, headers: { ...headers, ...editing(this.#etag) } }))
        this.#sent(data, etag, words.resubmitted)
      }
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = new Map(problem.fields.map((f) => [f.path, f.message]))
      this.notice = { kind: 'bad', text: problem.fields.length > 0 ? problem.fields.map((f) => f.message).join('') : problem.told }
      const first = problem.fields[0]?.path
      if (first !== undefined) this.querySelector<HTMLElement>(`[name="${CSS.escape(first)}"]`)?.focus()
    } finally {
      this.busy = false
    }
  }

  #sent(filing: Filing, etag: string | null, text: string): void {
    this.#keeper?.acknowledge()
    this.saving = 'no'
    this.form = null
    this.#show(filing, etag)
    this.notice = { kind: 'good', text }
    window.scrollTo({ top: 0 })
  }

  /** The rules name another addressee: change to it, or send all the same and let the receiver decide. */
  async #askAboutLine(filing: Filing): Promise<void> {
    const { check } = filing
    if (check === null) return
    const right = check.rightAddressee
    const text = `${right === null ? (check.outOfScope ?? '') : `按规定应当报送${right.name}，现在填的是${filing.receiver.name}。`}${check.lineNote}依据：${check.lineBasis}。${words.wrongLine.note}`
    const given = await choose({ heading: words.wrongLine.title, text, confirm: words.wrongLine.send, cancel: words.wrongLine.back, grave: true, ...(right?.id == null ? {} : { other: words.wrongLine.change(right.name) }) })
    if (given === 'confirm') await this.#send(true)
    if (given === 'other' && right?.id != null) {
      this.#change({ receiverOrganId: right.id })
      await this.#save()
    }
  }

  async #explain(text: string): Promise<void> {
    const { filing, explaining } = this
    if (filing === null || explaining === null) return
    try {
      const { data, etag } = await answer(api.POST('/api/filings/{id}/sameness/explanations', { params: { path: { id: filing.id } }, body: { index: explaining, text } }))
      this.explaining = null
      this.#show(data, etag)
    } catch (thrown) {
      this.notice = { kind: 'bad', text: asProblem(thrown).told }
    }
  }

  async #byEye(): Promise<void> {
    const { filing } = this
    if (filing === null) return
    try {
      const { data, etag } = await answer(api.POST('/api/filings/{id}/sameness/by-eye', { params: { path: { id: filing.id } }, body: { same: true } }))
      this.#show(data, etag)
    } catch (thrown) {
      this.notice = { kind: 'bad', text: asProblem(thrown).told }
    }
  }

  #besideFinding(finding: Finding): TemplateResult | typeof nothing {
    if (!this.#editable) return nothing
    if (finding.material !== null) {
      const item = this.filing?.package.find((i) => i.kind === finding.material)
      return item === undefined ? nothing : html`<button type="button" class="plain" @click=${() => { this.material = item }}>${words.go.upload}<span class="vh">${item.label}</span></button>`
    }
    if (finding.code === 'textsDiffer' || finding.code === 'textsNotCompared') return html`<a href="#sameness">${words.go.compare}</a>`
    return nothing
  }

  #saveWord(): string {
    switch (this.saving) {
      case 'soon':
      case 'now':
        return words.saving
      case 'failed':
        return words.unsaved
      case 'no':
        return words.saved(this.savedAt)
      default: {
        const never: never = this.saving
        return never
      }
    }
  }

  #bar(filing: Filing): TemplateResult {
    const counts = findingCounts(filing.check?.findings ?? [])
    const draft = filing.state.id === 'draft'
    const facts = [words.facts.receiver(filing.receiver.name), filing.documentNo, filing.promulgated === null ? '' : words.facts.promulgated(filing.promulgated), filing.registrationNo ?? ''].filter((f) => f !== '')
    const beside = html`${this.#editable ? html`<span class="quiet nowrap">${counts.must > 0 ? words.open.must(counts.must) : words.open.none}</span>` : nothing}
      ${draft ? html`<button type="button" class="words" @click=${() => void this.#remove()}>${words.remove}</button>` : nothing}`
    const canRefile = filing.actions.some((a) => a.key === 'refile')
    return html`<lf-case-bar heading=${this.form?.title || filing.title || words.untitled} .crumbs=${[{ label: words.title, path: '/filing' }, { label: this.#editable ? `${draft ? words.draft : filing.state.label}，${this.#saveWord()}` : (filing.registrationNo ?? filing.state.label) }]}
      .facts=${facts} .deadline=${shownDeadline(filing.deadline, draft ? words.period.due : undefined)} .state=${{ kind: stateKind(filing.state.sign), word: filing.state.label }} .beside=${beside}>
      <div class="actions"><a class="btn" href="/api/filings/${filing.id}/form?format=pdf" target="_blank" rel="noopener">${words.preview}</a>
        ${canRefile ? html`<button class="btn main" @click=${() => void this.#refile(filing)}>${words.refile}</button>` : nothing}
        ${this.#editable ? html`<button class="btn main" ?disabled=${this.busy} @click=${() => void this.#send()}>${this.busy ? words.submitting : draft ? words.submit : words.resubmit}</button>` : nothing}</div></lf-case-bar>`
  }

  async #refile(filing: Filing): Promise<void> {
    try {
      const { data } = await answer(api.POST('/api/filings', { body: { supersedesId: filing.id } }))
      await go(`/filing/${data.id}`)
    } catch (thrown) {
      this.notice = { kind: 'bad', text: asProblem(thrown).told }
    }
  }

  #aside(filing: Filing): TemplateResult {
    const findings = filing.check?.findings ?? []
    const { must, check } = findingCounts(findings)
    return html`<aside>
      ${filing.state.id === 'draft' ? periodPart(filing, this.#session.value?.today ?? '') : nothing}
      ${filing.check === null ? nothing : html`<section class="part"><h2>${words.section.findings} <span>${words.counts.findings(must, check)}</span></h2>${findingList(findings, (f) => this.#besideFinding(f))}<p class="small quiet findings-note">${words.late}</p></section>`}
      ${papersPart(filing)}
      ${filing.state.id === 'draft' ? nextPart() : historyPart(filing)}</aside>`
  }

  #body(filing: Filing, form: FilingForm): TemplateResult {
    const editable = this.#editable
    const fixed = filing.state.id !== 'draft'
    const duplicate = filing.check?.findings.find((f) => f.code === 'duplicate')
    const counts = packageCounts(filing)
    const numberNote = form.documentNo === '' || duplicate === undefined || form.documentNo !== filing.documentNo ? '' : duplicate.severity === 'ok' ? words.unique : words.repeated
    return html`<div class="body">
      ${filing.correctionItems.length === 0 || !editable ? nothing : html`<section class="part"><h2>${words.section.correction}</h2><ul class="points">${filing.correctionItems.map((item) => html`<li><b aria-hidden="true">!</b><span>${item}</span><span></span></li>`)}</ul>
        <lf-field label=${words.resubmitNote}><input name="note" .value=${this.note} @input=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.note = e.target.value }}></lf-field></section>`}
      <section class="part"><h2>${words.section.document} ${editable ? html`<span>带 <b class="soon">*</b> ${words.section.required}</span>` : nothing}</h2>
        ${filing.supersedes === null ? nothing : html`<p class="quiet">${words.supersedes(filing.supersedes.title)}</p>`}
        ${documentFields({ form, editable, fixed, makers: this.makers, receivers: this.receivers, errors: this.errors, numberNote, onInput: (name: TextField, value) => this.#change({ [name]: value }), onChange: (change) => this.#change(change) })}
        ${circumstances({ form, editable, onToggle: (trait, on) => this.#change({ traits: on ? [...form.traits, trait] : form.traits.filter((t) => t !== trait) }) })}</section>
      <section class="part"><h2>${words.section.materials} <span>${words.counts.materials(counts.due, counts.there)}</span></h2>${packageTable(filing, { editable, open: (item) => { this.material = item } })}</section>
      ${samenessPart({ filing, editable, explain: (index) => { this.explaining = index }, byEye: () => void this.#byEye() })}</div>`
  }

  #explainDialog(filing: Filing): TemplateResult | typeof nothing {
    const difference = this.explaining === null ? undefined : filing.sameness?.differences[this.explaining]
    if (difference === undefined) return nothing
    const save = (event: Event): void => {
      event.preventDefault()
      const input = this.querySelector<HTMLInputElement>('#explanation')
      void this.#explain(input?.value ?? '')
    }
    return html`<lf-dialog heading="${words.same.explain}：${difference.place}" ?open=${true} @dialog-closed=${() => { this.explaining = null }}>
      <form id="explain" @submit=${save}><lf-field label=${words.same.explanation}><input id="explanation" name="explanation" .value=${difference.explanation?.text ?? ''}></lf-field></form>
      <button slot="actions" class="btn main" @click=${save}>${words.package.save}</button></lf-dialog>`
  }

  protected override render(): TemplateResult {
    if (this.problem !== null) return html`<lf-error .problem=${this.problem} @retry=${() => void this.#load()}></lf-error>`
    const { filing, form } = this
    if (filing === null || form === null) return html`<lf-loading rows="8"></lf-loading>`
    return html`${this.#bar(filing)}
      ${this.notice === null ? nothing : html`<lf-notice-bar kind=${this.notice.kind} text=${this.notice.text} closable @notice-closed=${() => { this.notice = null }}></lf-notice-bar>`}
      <div class="with-aside">${this.#body(filing, form)}${this.#aside(filing)}</div>
      <material-dialog filingId=${filing.id} .item=${this.material} @material-saved=${(e: CustomEvent<Filing>) => this.#show(e.detail, null)} @material-closed=${() => { this.material = null }}></material-dialog>
      ${this.#explainDialog(filing)}
      <ledger-part current=${filing.id} .revision=${filing.revision}></ledger-part>`
  }
}
customElements.define('view-filing', ViewFiling)
