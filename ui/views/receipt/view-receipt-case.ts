import { html, nothing, type TemplateResult } from 'lit'
import { answer, type ApiProblem, api, asProblem, editing, Submission } from '../../api/client.ts'
import { askAboutStale } from '../../components/ask-about-stale.ts'
import type { FieldError } from '../../api/problem.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { shownDeadline, stateKind } from '../case-shown.ts'
import { basisPart, type CheckedBasis, readBasis } from '../filing/basis-hints.ts'
import { findingCounts, findingList, historyPart, papersPart, type Finding } from '../filing/filing-aside.ts'
import type { Filing } from '../filing/filing-form.ts'
import { fileAddress, packageCounts, packageTable, type PackageItem } from '../filing/filing-package.ts'
import { samenessPart } from '../filing/filing-sameness.ts'
import '../filing/filing.css'
import '../filing/material-dialog.ts'

const words = messages.receipt
const fieldWords = messages.filing.fields
type Asking = { what: 'correct' } | { what: 'return' } | { what: 'settle'; finding: Finding }

/** One package before the clerk: what came, what the program found, and the three ways on. */
export class ViewReceiptCase extends LightElement {
  static override properties = { params: { attribute: false }, filing: { state: true }, basis: { state: true }, problem: { state: true }, notice: { state: true }, asking: { state: true }, errors: { state: true }, busy: { state: true }, material: { state: true }, text: { state: true }, addressee: { state: true } }
  declare params: Record<string, string>
  declare filing: Filing | null
  declare basis: CheckedBasis | null
  declare problem: ApiProblem | null
  declare notice: { kind: 'good' | 'warn' | 'bad'; text: string } | null
  declare asking: Asking | null
  declare errors: readonly FieldError[]
  declare busy: boolean
  declare material: PackageItem | null
  declare text: string
  declare addressee: string
  readonly #submission = new Submission()

  constructor() {
    super()
    this.params = {}
    this.filing = null
    this.basis = null
    this.problem = null
    this.notice = null
    this.asking = null
    this.errors = []
    this.busy = false
    this.material = null
    this.text = ''
    this.addressee = ''
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('params') && this.params['id'] !== this.filing?.id) void this.#load()
  }

  async #load(): Promise<void> {
    try {
      this.filing = (await answer(api.GET('/api/filings/{id}', { params: { path: { id: this.params['id'] ?? '' } } }))).data
      this.problem = null
      this.basis = await readBasis(this.filing.id)
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  /** Every act of this screen: send with the revision that was seen, show what came of it. */
  async #act(body: unknown, call: (headers: Record<string, string>, id: string) => Promise<{ data?: Filing; error?: unknown; response: Response }>, done: (filing: Filing) => string): Promise<void> {
    const { filing } = this
    if (filing === null || this.busy) return
    this.busy = true
    this.errors = []
    try {
      const { data } = await this.#submission.send(body, (headers) => call({ ...headers, ...editing(`"${filing.revision}"`) }, filing.id))
      this.filing = data
      this.asking = null
      this.notice = { kind: 'good', text: done(data) }
      window.scrollTo({ top: 0 })
    } catch (thrown) {
      await this.#failed(asProblem(thrown))
    } finally {
      this.busy = false
    }
  }

  async #failed(problem: ApiProblem): Promise<void> {
    if (problem.kind === 'stale') {
      if ((await askAboutStale()) === 'reload') {
        this.asking = null
        await this.#load()
      }
      return
    }
    if (this.asking !== null) this.errors = problem.fields.length > 0 ? problem.fields : [{ path: '', message: problem.told }]
    else this.notice = { kind: 'bad', text: problem.told }
  }

  #register(): Promise<void> {
    return this.#act({}, (headers, id) => api.POST('/api/filings/{id}/register', { params: { path: { id } }, body: {}, headers }), (filing) => words.registered(filing.registrationNo ?? ''))
  }
  #correct(): Promise<void> {
    const body = { items: this.text.split('\n').map((line) => line.trim()).filter((line) => line !== '') }
    return this.#act(body, (headers, id) => api.POST('/api/filings/{id}/correction', { params: { path: { id } }, body, headers }), () => words.corrected)
  }
  #sendBack(): Promise<void> {
    const body = { reason: this.text, ...(this.addressee.trim() === '' ? {} : { rightAddressee: this.addressee.trim() }) }
    return this.#act(body, (headers, id) => api.POST('/api/filings/{id}/return', { params: { path: { id } }, body, headers }), () => words.returned)
  }
  #settle(finding: Finding): Promise<void> {
    const body = { key: finding.key, reason: this.text }
    return this.#act(body, (headers, id) => api.POST('/api/filings/{id}/findings', { params: { path: { id } }, body, headers }), () => words.settled)
  }

  #ask(asking: Asking): void {
    const { filing } = this
    const open = (filing?.check?.findings ?? []).filter((f) => f.severity !== 'ok' && f.settled === null)
    this.errors = []
    this.asking = asking
    switch (asking.what) {
      case 'correct':
        this.text = open.filter((f) => f.severity === 'must' && f.code !== 'wrongLine').map((f) => f.message).join('\n')
        break
      case 'return':
        this.text = open.filter((f) => f.code === 'wrongLine' || f.code === 'outOfScope').map((f) => f.message).join('')
        this.addressee = filing?.check?.wrongLine === true ? (filing.check.rightAddressee?.name ?? '') : ''
        break
      case 'settle':
        this.text = ''
        break
      default: {
        const never: never = asking
        return never
      }
    }
  }

  #bar(filing: Filing): TemplateResult {
    const may = new Map(filing.actions.map((a) => [a.key, a]))
    const { must } = findingCounts(filing.check?.findings ?? [])
    const decides = ['submitted', 'receiving'].includes(filing.state.id) && (may.has('receive') || may.has('register'))
    const receipt = filing.papers.find((p) => p.kind === 'receipt')
    const facts = [filing.maker.name, filing.documentNo, filing.promulgated === null ? '' : messages.filing.facts.promulgated(filing.promulgated)].filter((f) => f !== '')
    const beside = html`${decides && must > 0 ? html`<span class="soon nowrap">${words.open(must)}</span>` : nothing}
      ${(decides || may.has('returnOutOfScope')) ? html`<button type="button" class="words grave" @click=${() => this.#ask({ what: 'return' })}>${words.sendBack}</button>` : nothing}`
    return html`<lf-case-bar heading=${filing.title || messages.filing.untitled} .crumbs=${[{ label: words.title, path: '/receipt' }, { label: filing.registrationNo ?? filing.state.label }]} .facts=${facts} .deadline=${shownDeadline(filing.deadline)}
      .state=${{ kind: stateKind(filing.state.sign), word: filing.state.label }} .beside=${beside}>
      <div class="actions">${receipt?.pdfFileId ? html`<a class="btn main" href=${fileAddress(receipt.pdfFileId, 'pdf')} target="_blank" rel="noopener">${words.print}</a>` : nothing}
        ${decides ? html`<button class="btn" @click=${() => this.#ask({ what: 'correct' })}>${words.correct}</button><button class="btn main" ?disabled=${this.busy || must > 0} @click=${() => void this.#register()}>${words.register}</button>` : nothing}</div></lf-case-bar>`
  }

  #record(filing: Filing): TemplateResult {
    const named = (names: readonly string[]): string | null => (names.length === 0 ? null : names.join('、'))
    const validity = [filing.validityNote, filing.validUntil].filter((v) => v !== null).join('，至')
    const rows: [string, string | null, string, string | null][] = [
      [fieldWords.makerOrganId, filing.maker.name, fieldWords.jointMakers, named(filing.jointMakers.map((j) => (j.id === null ? `${j.name}（${messages.elements.picker.notListed}）` : j.name)))],
      [fieldWords.documentKind, filing.documentKind.label, fieldWords.draftingOrgan, filing.draftingOrgan],
      [fieldWords.deliberationMeeting, filing.deliberationMeeting, fieldWords.meetingDate, filing.meetingDate],
      [fieldWords.promulgated, filing.promulgated, fieldWords.effectiveFrom, filing.effectiveFrom],
      [fieldWords.validityNote, validity === '' ? null : validity, fieldWords.disclosure, filing.disclosure],
      [fieldWords.drafters, named(filing.drafters.map((d) => d.name)), messages.filing.fields.keywords, named(filing.keywords)],
      [fieldWords.unifiedNo, filing.unifiedNo, '备案报告', filing.filingReportNo],
      [fieldWords.contactName, filing.contactName, fieldWords.contactPhone, filing.contactPhone],
      [messages.filing.columns.submittedOn, filing.submittedOn, fieldWords.receivedOn, filing.receivedOn],
    ]
    return html`<section class="part"><h2>${words.section.record}</h2><table class="facts"><tbody>${rows.map(([a, av, b, bv]) => html`<tr><th scope="row">${a}</th><td>${av ?? '—'}</td><th scope="row">${b}</th><td>${bv ?? '—'}</td></tr>`)}
      ${filing.missingReason === null ? nothing : html`<tr><th scope="row">${fieldWords.missingReason}</th><td colspan="3">${filing.missingReason}</td></tr>`}</tbody></table></section>`
  }

  #dialog(filing: Filing): TemplateResult | typeof nothing {
    const { asking } = this
    if (asking === null) return nothing
    const close = () => { this.asking = null }
    const area = (label: string, name: string) => html`<lf-field label=${label} required><textarea name=${name} rows="6" .value=${this.text} @input=${(e: Event) => { if (e.target instanceof HTMLTextAreaElement) this.text = e.target.value }}></textarea></lf-field>`
    switch (asking.what) {
      case 'correct':
        return html`<lf-dialog heading="${words.correct}：${filing.title}" ?open=${true} .errors=${this.errors} @dialog-closed=${close}><form><p class="quiet small">${words.correctionHint}</p>${area(words.correctionItems, 'items')}</form>
          <button slot="actions" class="btn main" ?disabled=${this.busy} @click=${() => void this.#correct()}>${words.correctionSend}</button></lf-dialog>`
      case 'return':
        return html`<lf-dialog heading="${words.sendBack}：${filing.title}" ?open=${true} .errors=${this.errors} @dialog-closed=${close}><form><p class="quiet small">${words.returnHint}</p>${area(words.returnReason, 'reason')}
          <lf-field label=${words.returnTo}><input name="rightAddressee" .value=${this.addressee} @input=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.addressee = e.target.value }}></lf-field></form>
          <button slot="actions" class="btn grave" ?disabled=${this.busy} @click=${() => void this.#sendBack()}>${words.returnSend}</button></lf-dialog>`
      case 'settle':
        return html`<lf-dialog heading=${words.settleTitle} ?open=${true} .errors=${this.errors} @dialog-closed=${close}><form><p>${asking.finding.message}</p>${area(words.settleReason, 'reason')}</form>
          <button slot="actions" class="btn main" ?disabled=${this.busy || this.text.trim() === ''} @click=${() => void this.#settle(asking.finding)}>${words.settleSave}</button></lf-dialog>`
      default: {
        const never: never = asking
        return never
      }
    }
  }

  protected override render(): TemplateResult {
    if (this.problem !== null) return html`<lf-error .problem=${this.problem} @retry=${() => void this.#load()}></lf-error>`
    const { filing } = this
    if (filing === null) return html`<lf-loading rows="8"></lf-loading>`
    const counts = packageCounts(filing)
    const findings = filing.check?.findings ?? []
    const { must, check } = findingCounts(findings)
    const deciding = ['submitted', 'receiving'].includes(filing.state.id)
    const mayEdit = filing.onPaper && filing.state.id === 'receiving'
    return html`${this.#bar(filing)}
      ${this.notice === null ? nothing : html`<lf-notice-bar kind=${this.notice.kind} text=${this.notice.text} closable @notice-closed=${() => { this.notice = null }}></lf-notice-bar>`}
      <div class="with-aside"><div class="body">${this.#record(filing)}
        <section class="part"><h2>${words.section.materials} <span>${messages.filing.counts.materials(counts.due, counts.there)}</span></h2>${packageTable(filing, { editable: mayEdit, open: (item) => { this.material = item } })}</section>
        ${basisPart(this.basis)}
        ${samenessPart({ filing, editable: false, explain: () => undefined, byEye: () => undefined })}</div>
        <aside>${filing.check === null ? nothing : html`<section class="part"><h2>${words.section.findings} <span>${messages.filing.counts.findings(must, check)}</span></h2>
          ${findingList(findings, (finding) => (deciding && finding.severity === 'must' ? html`<button type="button" class="plain" @click=${() => this.#ask({ what: 'settle', finding })}>${words.settle}</button>` : nothing))}</section>`}
          ${papersPart(filing)}${historyPart(filing)}</aside></div>
      <material-dialog filingId=${filing.id} .item=${this.material} @material-saved=${(e: CustomEvent<Filing>) => { this.filing = e.detail }} @material-closed=${() => { this.material = null }}></material-dialog>
      ${this.#dialog(filing)}`
  }
}
customElements.define('view-receipt-case', ViewReceiptCase)
