import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, type ApiProblem, asProblem } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import { EntryForm } from '../../components/entry-form.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { go } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import { changedFields, circumstances, documentFields, type FilingForm, formSchema, type Organ, type TextField } from '../filing/filing-form.ts'
import '../filing/filing.css'

type Uploaded = components['schemas']['UploadedFile']
const words = messages.receipt
const empty: FilingForm = {
  title: '', documentNo: '', unifiedNo: '', makerOrganId: '', documentKind: 'normativeDocument', draftingOrgan: '', deliberationMeeting: '', meetingDate: '', promulgated: '', effectiveFrom: '', validityNote: '', validUntil: '',
  disclosure: '', contactName: '', contactPhone: '', receiverOrganId: '', missingReason: '', keywords: '', traits: [], jointMakers: [], drafters: [],
}
const MAKER_KINDS = new Set(['government', 'governmentOffice', 'governmentDepartment', 'supervisoryCommission', 'court', 'procuratorate', 'congress', 'standingCommittee', 'townshipCongress', 'townshipGovernment', 'other'])

/** The fields of this form lie far apart: what is wrong is told together above them as well. */
const allTold = (problem: ApiProblem): string => (problem.fields.length > 0 ? problem.fields.map((f) => f.message).join('') : problem.told)

/** 代录纸质报备: for a maker who came on paper. */
export class ViewOnPaper extends LightElement {
  static override properties = { receivedOn: { state: true }, organs: { state: true }, text: { state: true }, sealed: { state: true }, onlyPaper: { state: true } }
  declare receivedOn: string
  declare organs: readonly Organ[]
  declare text: Uploaded | null
  declare sealed: Uploaded | null
  declare onlyPaper: boolean
  readonly #session = new SessionReader(this)
  readonly #entry = new EntryForm<FilingForm>(this, empty, { sentenceOf: allTold })

  constructor() {
    super()
    this.receivedOn = ''
    this.organs = []
    this.text = null
    this.sealed = null
    this.onlyPaper = true
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
      this.#entry.begin({ key: 'filing:on-paper', owner: this.#session.value?.person.id ?? '', read: (stored) => formSchema.parse(stored) }, this.#entry.value)
    } catch (thrown) {
      this.#entry.tell(asProblem(thrown).told)
    }
  }

  async #send(): Promise<void> {
    const { makerOrganId } = this.#entry.value
    if (makerOrganId === '') {
      await this.#entry.refuse([['makerOrganId', messages.filing.chooseOne]])
      this.querySelector<HTMLElement>('[name="makerOrganId"]')?.focus()
      return
    }
    const { receiverOrganId: _receiver, makerOrganId: _maker, ...fields } = changedFields(this.#entry.value, empty)
    const materials = [
      ...(this.text === null ? [] : [{ kind: 'electronicText' as const, fileId: this.text.id }]),
      ...(this.sealed === null ? [] : [{ kind: 'sealedText' as const, fileId: this.sealed.id }]),
    ]
    const body = { ...fields, ...(this.onlyPaper ? { missingReason: words.paperOriginal } : {}), documentKind: fields.documentKind ?? ('normativeDocument' as const), makerOrganId, receivedOn: this.receivedOn, materials }
    await this.#entry.send(body, (headers) => api.POST('/api/receipt/paper', { body, headers }), ({ id }) => go(`/receipt/${id}`))
  }

  protected override render(): TemplateResult {
    const form = this.#entry.value
    return html`${this.#entry.sentence === '' ? nothing : html`<lf-notice-bar kind="bad" text=${this.#entry.sentence} closable @notice-closed=${() => this.#entry.tell('')}></lf-notice-bar>`}
      <div class="page"><div class="page-head"><h1 class="page-title" tabindex="-1">${words.onPaper}</h1><p class="say">${words.onPaperText}</p></div>
      <section class="part"><h2>${words.section.record}</h2>
        <div class="fields"><lf-field label=${messages.filing.fields.receivedOn} required error=${this.#entry.errors.get('receivedOn') ?? ''}><input type="date" name="receivedOn" .value=${this.receivedOn} @input=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.receivedOn = e.target.value }}></lf-field></div>
        ${documentFields({ form, editable: true, fixed: false, makers: this.organs, receivers: [], errors: this.#entry.errors, numberNote: '', withoutReceiver: true, onInput: (name: TextField, value) => this.#entry.change({ [name]: value }), onChange: (change) => this.#entry.change(change) })}
        ${circumstances({ form, editable: true, onToggle: (trait, on) => this.#entry.change({ traits: on ? [...form.traits, trait] : form.traits.filter((t) => t !== trait) }) })}</section>
      <section class="part"><h2>${words.section.materials}</h2><p class="quiet small">${words.materialsHint}</p>
        <lf-upload label="正式文本（电子）" accept=".docx,.doc,.wps,.md,.txt" @file-stored=${(e: CustomEvent<Uploaded>) => { this.text = e.detail }} @file-removed=${() => { this.text = null }}></lf-upload>
        <lf-upload label="正式文本（盖章）" accept=".pdf,.ofd" @file-stored=${(e: CustomEvent<Uploaded>) => { this.sealed = e.detail }} @file-removed=${() => { this.sealed = null }}></lf-upload>
        <label class="option"><input type="checkbox" .checked=${this.onlyPaper} @change=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.onlyPaper = e.target.checked }}>${words.paperOriginal}</label></section></div>
      <div class="action-bar"><span class="spring"></span><button class="btn main" ?disabled=${this.#entry.busy} @click=${() => void this.#send()}>${words.enter}</button></div>`
  }
}
customElements.define('view-on-paper', ViewOnPaper)
