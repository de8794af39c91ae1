import { html, nothing, type TemplateResult } from 'lit'
import { api, asProblem, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import type { VersionRow } from './library-data.ts'

const words = messages.library.effect

/** Records a date that was not known. Events: `recorded`, `dialog-closed`. */
export class EffectDialog extends LightElement {
  static override properties = { open: { type: Boolean }, version: { attribute: false }, errors: { state: true }, busy: { state: true } }
  declare open: boolean
  declare version: VersionRow | null
  declare errors: readonly FieldError[]
  declare busy: boolean
  readonly #submission = new Submission()

  constructor() {
    super()
    this.open = false
    this.version = null
    this.errors = []
    this.busy = false
  }

  async #save(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement) || this.version === null || this.busy) return
    const form = new FormData(event.target)
    const value = (name: string): string => String(form.get(name) ?? '').trim()
    const date = (name: 'effectiveFrom' | 'effectiveTo'): { [key in typeof name]?: string } => (value(name) === '' ? {} : { [name]: value(name) })
    const body = { ...date('effectiveFrom'), ...date('effectiveTo'), basis: value('basis') === 'inferred' ? ('inferred' as const) : ('stated' as const), source: value('source') }
    const { workKey, dateKey } = this.version
    this.busy = true
    try {
      await this.#submission.send(body, (headers) => api.POST('/api/library/works/{key}/versions/{dateKey}/effect', { params: { path: { key: workKey, dateKey } }, body, headers }))
      this.errors = []
      this.dispatchEvent(new CustomEvent('recorded', { bubbles: true }))
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = problem.fields.length > 0 ? problem.fields : [{ path: '', message: problem.told }]
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    const { version } = this
    const error = (path: string): string => this.errors.find((one) => one.path === path)?.message ?? ''
    const date = (name: 'effectiveFrom' | 'effectiveTo', label: string): TemplateResult => {
      const known = version?.[name] ?? null
      return html`<lf-field class="w6" label=${label} hint=${known === null ? '' : words.known(known)} .error=${error(name)}><input type="date" name=${name} ?disabled=${known !== null} .value=${known ?? ''}></lf-field>`
    }
    return html`<lf-dialog heading=${words.title} ?open=${this.open} .errors=${this.errors} @dialog-closed=${() => { this.open = false }}>
      ${this.open ? html`<form id="effect-form" @submit=${(event: SubmitEvent) => void this.#save(event)} novalidate><p class="quiet">${words.hint}</p>
        <div class="fields">${date('effectiveFrom', words.from)}${date('effectiveTo', words.to)}</div>
        <fieldset class="options"><legend class="field-label">${words.basis}</legend><label class="option"><input type="radio" name="basis" value="stated" checked>${words.stated}</label><label class="option"><input type="radio" name="basis" value="inferred">${words.inferred}</label></fieldset>
        <lf-field label=${words.source} required hint=${words.sourceHint} .error=${error('source')}><input name="source"></lf-field></form>` : nothing}
      <button slot="actions" class="btn main" form="effect-form" ?disabled=${this.busy}>${words.save}</button></lf-dialog>`
  }
}
customElements.define('effect-dialog', EffectDialog)
