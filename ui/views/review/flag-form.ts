import { html, nothing, type TemplateResult } from 'lit'
import { flagKinds, flagSeverities, flagSeverityLabels, standardLabels, standards } from '../../../law/procedure/index.ts'
import { answer, api, asProblem, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import { LightElement } from '../../components/light-element.ts'
import { DraftKeeper } from '../../draft-keeper.ts'
import { timeInTable } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { type FlagDraft, readFlagDraft } from './flag-draft.ts'
import type { ChosenPassage, ChosenSuperior, Flag, FlagBody } from './workbench-data.ts'

const words = messages.review.flag

/**
 * 提出标注: the quotation and the superior provision are brought in, the person says what is wrong and why. What is typed
 * survives a reload (DraftKeeper). `begin(passage)` opens it, `change(flag)` opens a raised flag, `bring(superior)` quotes.
 * Events: `flag-sent` {number}, `draft-changed` {passage, superior}.
 */
export class FlagForm extends LightElement {
  static override properties = { caseId: {}, owner: {}, judgedOn: {}, draft: { state: true }, errors: { state: true }, sentence: { state: true }, restoredAt: { state: true }, busy: { state: true } }
  declare caseId: string
  declare owner: string
  declare judgedOn: string
  declare draft: FlagDraft | null
  declare errors: FieldError[]
  declare sentence: string
  declare restoredAt: string
  declare busy: boolean
  readonly #submission = new Submission()
  #keeper: DraftKeeper<FlagDraft> | null = null

  constructor() {
    super()
    this.caseId = ''
    this.owner = ''
    this.judgedOn = ''
    this.draft = null
    this.errors = []
    this.sentence = ''
    this.restoredAt = ''
    this.busy = false
  }

  protected override willUpdate(): void {
    if (this.#keeper !== null || this.caseId === '' || this.owner === '') return
    this.#keeper = new DraftKeeper({ key: `flag:${this.caseId}`, owner: this.owner, read: readFlagDraft })
    const kept = this.#keeper.restore()
    if (kept === null) return
    this.draft = kept.value
    this.restoredAt = timeInTable(kept.keptAt)
  }
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('draft')) this.dispatchEvent(new CustomEvent('draft-changed', { detail: { passage: this.draft?.passage ?? null, superior: this.draft?.superior ?? null }, bubbles: true }))
  }

  get dirty(): boolean {
    return this.draft !== null
  }

  /** Opens the form for a passage; what was typed for another passage goes with it to the new one. */
  begin(passage: ChosenPassage, superior: ChosenSuperior | null): void {
    const typed = this.draft?.flag === null ? this.draft : null
    this.#set({
      flag: null, passage, superior: typed?.superior?.source === 'pasted' ? typed.superior : superior, standard: typed?.standard ?? 'legality', code: typed?.code ?? '', severity: typed?.severity ?? 'serious',
      reason: typed?.reason ?? '', suggestion: typed?.suggestion ?? '', judgedOn: this.judgedOn,
    })
    this.#focus('[name=code]')
  }

  /** Opens a raised flag to be changed; `passage` is what it marks. */
  change(flag: Flag, passage: ChosenPassage): void {
    const { superior } = flag
    this.#set({
      flag: { id: flag.id, number: flag.number, revision: flag.revision }, passage, judgedOn: flag.judgedOn,
      superior: superior === null ? null : superior.unverified || superior.versionId === null || superior.eId === null
        ? { source: 'pasted', title: superior.title, label: superior.label, text: superior.quote }
        : { source: 'library', versionId: superior.versionId, eId: superior.eId, title: superior.title, label: superior.label },
      standard: flag.standard, code: flag.code, severity: flag.severity, reason: flag.reason, suggestion: flag.suggestion,
    })
    this.#focus('[name=reason]')
  }

  /** Quotes a superior provision in the open form. */
  bring(superior: ChosenSuperior): void {
    if (this.draft !== null) this.#set({ ...this.draft, superior })
  }

  #focus(selector: string): void {
    void this.updateComplete.then(() => this.querySelector<HTMLElement>(selector)?.focus())
  }
  #set(draft: FlagDraft): void {
    this.draft = draft
    this.errors = []
    this.sentence = ''
    this.#keeper?.keep(draft)
  }
  #put(part: Partial<FlagDraft>): void {
    if (this.draft === null) return
    this.draft = { ...this.draft, ...part }
    this.#keeper?.keep(this.draft)
  }
  #close(): void {
    this.draft = null
    this.restoredAt = ''
    this.#keeper?.acknowledge()
  }

  #body(draft: FlagDraft): FlagBody | null {
    const { passage, superior } = draft
    const standard = standards.find((one) => one === draft.standard)
    const kind = flagKinds.find(({ code, standard: of }) => code === draft.code && of === standard)
    const severity = flagSeverities.find((one) => one === draft.severity)
    if (standard === undefined || kind === undefined || severity === undefined) {
      this.errors = [{ path: 'code', message: `${words.chooseCode}${words.code}。` }]
      return null
    }
    return {
      passage: passage.parts, standard, code: kind.code, severity, reason: draft.reason, suggestion: draft.suggestion, judgedOn: draft.flag === null ? this.judgedOn || draft.judgedOn : draft.judgedOn,
      superior: superior === null ? null : superior.source === 'pasted' ? { source: 'pasted', title: superior.title, label: superior.label, text: superior.text } : { source: 'library', versionId: superior.versionId, eId: superior.eId },
    }
  }

  async #send(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { draft } = this
    const body = draft === null ? null : this.#body(draft)
    if (draft === null || body === null) return
    this.busy = true
    this.errors = []
    this.sentence = ''
    try {
      let number = draft.flag?.number ?? 0
      if (draft.flag === null) number = (await this.#submission.send(body, (headers) => api.POST('/api/review/{id}/flags', { params: { path: { id: this.caseId } }, body, headers }))).data.number
      else await answer(api.PUT('/api/review/{id}/flags/{flagId}', { params: { path: { id: this.caseId, flagId: draft.flag.id } }, body, headers: { 'If-Match': `"${draft.flag.revision}"` } }))
      const edited = draft.flag !== null
      this.#close()
      this.dispatchEvent(new CustomEvent('flag-sent', { detail: { number, edited }, bubbles: true }))
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = problem.fields
      this.sentence = problem.fields.length > 0 ? problem.fields.map((field) => field.message).join('') : problem.told
    } finally {
      this.busy = false
    }
  }

  #superior(draft: FlagDraft): TemplateResult {
    const { superior } = draft
    if (superior?.source === 'pasted') {
      return html`<div class="pasted"><input class="control" aria-label=${words.pasteTitle} placeholder=${words.pasteTitle} .value=${superior.title} @input=${(event: InputEvent) => this.#put({ superior: { ...superior, title: valueOf(event) } })}>
        <input class="control" aria-label=${words.pasteLabel} placeholder=${words.pasteLabel} .value=${superior.label} @input=${(event: InputEvent) => this.#put({ superior: { ...superior, label: valueOf(event) } })}>
        <button type="button" class="words" @click=${() => this.#put({ superior: null })}>${words.drop}</button>
        <textarea class="control" rows="2" aria-label=${words.pasteText} placeholder=${words.pasteText} .value=${superior.text} @input=${(event: InputEvent) => this.#put({ superior: { ...superior, text: valueOf(event) } })}></textarea></div>`
    }
    return html`<div class="quoted-law">${superior === null ? html`<span class="quiet">${words.noSuperior}</span>` : html`<span>《${superior.title}》${superior.label}</span><button type="button" class="words" @click=${() => this.#put({ superior: null })}>${words.drop}</button>`}
      <button type="button" class="words" @click=${() => this.#put({ superior: { source: 'pasted', title: '', label: '', text: '' } })}>${words.paste}</button></div>`
  }

  protected override render(): TemplateResult {
    const { draft } = this
    if (draft === null) return html`<p class="flag-hint">${words.select}</p>`
    const editing = draft.flag
    const error = (path: string): boolean => this.errors.some((one) => one.path === path)
    return html`<form class="flag-form" aria-label=${editing === null ? words.raise : words.edit(editing.number)} novalidate @submit=${(event: SubmitEvent) => void this.#send(event)}>
      <h2>${editing === null ? words.raise : words.edit(editing.number)}　${draft.passage.articleLabel}<span>${draft.superior === null ? words.broughtText : words.brought}</span></h2>
      ${this.restoredAt === '' ? nothing : html`<p class="restored">${words.restored(this.restoredAt)}</p>`}
      <p class="vh">${words.quoted}：<q>${draft.passage.exact}</q></p>
      <div class="line-field"><span>${words.superior}</span>${this.#superior(draft)}</div>
      <fieldset class="line-field"><legend class="vh">${words.standard}</legend><span aria-hidden="true">${words.standard}</span><div class="options">${standards.map((standard) => html`<label class="option"><input type="radio" name="standard" value=${standard} .checked=${draft.standard === standard} @change=${() => this.#put({ standard, code: '' })}>${standardLabels[standard]}</label>`)}</div></fieldset>
      <div class="line-field two"><span>${words.code}</span><select class="control" name="code" aria-label=${words.code} aria-invalid=${error('code') ? 'true' : nothing} @change=${(event: Event) => this.#put({ code: valueOf(event) })}>
          <option value="" ?selected=${draft.code === ''}>${words.chooseCode}</option>${flagKinds.filter(({ standard }) => standard === draft.standard).map(({ code, label }) => html`<option value=${code} ?selected=${draft.code === code}>${label}</option>`)}</select>
        <fieldset class="options"><legend class="vh">${words.severity}</legend>${flagSeverities.map((severity) => html`<label class="option"><input type="radio" name="severity" value=${severity} .checked=${draft.severity === severity} @change=${() => this.#put({ severity })}>${flagSeverityLabels[severity]}</label>`)}</fieldset></div>
      ${draft.standard === 'constitutionality' ? html`<p class="constitution">${words.constitution}</p>` : nothing}
      <div class="line-field text"><span>${words.reason}</span><textarea class="control" name="reason" rows="2" aria-label=${words.reason} aria-invalid=${error('reason') ? 'true' : nothing} .value=${draft.reason} @input=${(event: InputEvent) => this.#put({ reason: valueOf(event) })}></textarea></div>
      <div class="line-field text last"><span>${words.suggestion}</span><textarea class="control" name="suggestion" rows="1" aria-label=${words.suggestion} .value=${draft.suggestion} @input=${(event: InputEvent) => this.#put({ suggestion: valueOf(event) })}></textarea>
        <div class="flag-end"><button type="button" class="words" @click=${() => this.#close()}>${words.cancel}</button><button class="btn short" ?disabled=${this.busy}>${editing === null ? words.send : words.save}</button></div></div>
      ${this.sentence === '' ? nothing : html`<p class="error-summary" role="alert">${this.sentence}</p>`}
      ${this.errors.length > 0 && this.sentence === '' ? html`<p class="error-summary" role="alert">${this.errors.map((one) => one.message).join('')}</p>` : nothing}
    </form>`
  }
}

function valueOf(event: Event): string {
  const { target } = event
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement ? target.value : ''
}

customElements.define('flag-form', FlagForm)
declare global { interface HTMLElementTagNameMap { 'flag-form': FlagForm } }
