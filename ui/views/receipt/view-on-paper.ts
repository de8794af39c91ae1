import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, asProblem, Submission } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import { LightElement } from '../../components/light-element.ts'
import { DraftKeeper } from '../../draft-keeper.ts'
import { messages } from '../../messages/zh.ts'
import { go } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import { UnsavedGuard } from '../../unsaved-guard.ts'
import { changedFields, circumstances, documentFields, type FilingForm, formSchema, type Organ, type TextField } from '../filing/filing-form.ts'
import '../filing/filing.css'

type Uploaded = components['schemas']['UploadedFile']
const words = messages.receipt
const empty: FilingForm = {
  title: '', documentNo: '', unifiedNo: '', makerOrganId: '', documentKind: 'normativeDocument', draftingOrgan: '', deliberationMeeting: '', meetingDate: '', promulgated: '', effectiveFrom: '', validityNote: '', validUntil: '',
  disclosure: '', contactName: '', contactPhone: '', receiverOrganId: '', missingReason: '', keywords: '', traits: [], jointMakers: [], drafters: [],
}
const MAKER_KINDS = new Set(['government', 'governmentOffice', 'governmentDepartment', 'supervisoryCommission', 'court', 'procuratorate', 'congress', 'standingCommittee', 'townshipCongress', 'townshipGovernment', 'other'])

/** 代录纸质报备: for a maker who came on paper. */
export class ViewOnPaper extends LightElement {
  static override properties = { form: { state: true }, receivedOn: { state: true }, organs: { state: true }, text: { state: true }, sealed: { state: true }, onlyPaper: { state: true }, errors: { state: true }, sentence: { state: true }, busy: { state: true } }
  declare form: FilingForm
  declare receivedOn: string
  declare organs: readonly Organ[]
  declare text: Uploaded | null
  declare sealed: Uploaded | null
  declare onlyPaper: boolean
  declare errors: ReadonlyMap<string, string>
  declare sentence: string
  declare busy: boolean
  readonly #session = new SessionReader(this)
  readonly #submission = new Submission()
  #keeper: DraftKeeper<FilingForm> | null = null

  constructor() {
    super()
    this.form = empty
    this.receivedOn = ''
    this.organs = []
    this.text = null
    this.sealed = null
    this.onlyPaper = true
    this.errors = new Map()
    this.sentence = ''
    this.busy = false
    new UnsavedGuard(this, () => this.#keeper?.dirty === true)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  async #load(): Promise<void> {
    try {
      const { organs } = (await answer(api.GET('/api/organs'))).data
      this.organs = organs.filter((o) => MAKER_KINDS.has(o.kind))
      this.receivedOn ||= this.#session.value?.today ?? ''
      this.#keeper = new DraftKeeper({ key: 'filing:on-paper', owner: this.#session.value?.person.id ?? '', read: (stored) => formSchema.parse(stored) })
      this.form = this.#keeper.restore()?.value ?? this.form
    } catch (thrown) {
      this.sentence = asProblem(thrown).told
    }
  }

  #change(change: Partial<FilingForm>): void {
    this.form = { ...this.form, ...change }
    this.#keeper?.keep(this.form)
  }

  async #send(): Promise<void> {
    if (this.busy) return
    const { makerOrganId } = this.form
    if (makerOrganId === '') {
      this.errors = new Map([['makerOrganId', messages.filing.chooseOne]])
      this.querySelector<HTMLElement>('[name="makerOrganId"]')?.focus()
      return
    }
    this.busy = true
    const { receiverOrganId: _receiver, makerOrganId: _maker, ...fields } = changedFields(this.form, empty)
    const materials = [
      ...(this.text === null ? [] : [{ kind: 'electronicText' as const, fileId: this.text.id }]),
      ...(this.sealed === null ? [] : [{ kind: 'sealedText' as const, fileId: this.sealed.id }]),
    ]
    const body = { ...fields, ...(this.onlyPaper ? { missingReason: words.paperOriginal } : {}), documentKind: fields.documentKind ?? ('normativeDocument' as const), makerOrganId, receivedOn: this.receivedOn, materials }
    try {
      const { data } = await this.#submission.send(body, (headers) => api.POST('/api/receipt/paper', { body, headers }))
      this.#keeper?.acknowledge()
      await go(`/receipt/${data.id}`)
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = new Map(problem.fields.map((f) => [f.path, f.message]))
      this.sentence = problem.fields.length > 0 ? problem.fields.map((f) => f.message).join('') : problem.told
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    const { form } = this
    return html`${this.sentence === '' ? nothing : html`<lf-notice-bar kind="bad" text=${this.sentence} closable @notice-closed=${() => { this.sentence = '' }}></lf-notice-bar>`}
      <div class="page"><div class="page-head"><h1 class="page-title" tabindex="-1">${words.onPaper}</h1><p class="say">${words.onPaperText}</p></div>
      <section class="part"><h2>${words.section.record}</h2>
        <div class="fields"><lf-field label=${messages.filing.fields.receivedOn} required error=${this.errors.get('receivedOn') ?? ''}><input type="date" name="receivedOn" .value=${this.receivedOn} @input=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.receivedOn = e.target.value }}></lf-field></div>
        ${documentFields({ form, editable: true, fixed: false, makers: this.organs, receivers: [], errors: this.errors, numberNote: '', withoutReceiver: true, onInput: (name: TextField, value) => this.#change({ [name]: value }), onChange: (change) => this.#change(change) })}
        ${circumstances({ form, editable: true, onToggle: (trait, on) => this.#change({ traits: on ? [...form.traits, trait] : form.traits.filter((t) => t !== trait) }) })}</section>
      <section class="part"><h2>${words.section.materials}</h2><p class="quiet small">${words.materialsHint}</p>
        <lf-upload label="正式文本（电子）" accept=".docx,.doc,.wps,.md,.txt" @file-stored=${(e: CustomEvent<Uploaded>) => { this.text = e.detail }} @file-removed=${() => { this.text = null }}></lf-upload>
        <lf-upload label="正式文本（盖章）" accept=".pdf,.ofd" @file-stored=${(e: CustomEvent<Uploaded>) => { this.sealed = e.detail }} @file-removed=${() => { this.sealed = null }}></lf-upload>
        <label class="option"><input type="checkbox" .checked=${this.onlyPaper} @change=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.onlyPaper = e.target.checked }}>${words.paperOriginal}</label></section></div>
      <div class="action-bar"><span class="spring"></span><button class="btn main" ?disabled=${this.busy} @click=${() => void this.#send()}>${words.enter}</button></div>`
  }
}
customElements.define('view-on-paper', ViewOnPaper)
