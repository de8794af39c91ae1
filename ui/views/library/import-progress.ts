import { html, nothing, type TemplateResult } from 'lit'
import { answer, type ApiProblem, api, asProblem } from '../../api/client.ts'
import { LightElement } from '../../components/light-element.ts'
import { readingReport } from '../../components/reading-report.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import type { ImportedText, ImportRun } from './library-data.ts'

const words = messages.library.import
const ASK_AGAIN_MS = 800

/** One run: its counts while it lasts, then what became of each file, line by line. Events: `import-finished`, `import-closed`. */
export class ImportProgress extends LightElement {
  static override properties = { run: {}, shown: { state: true }, problem: { state: true } }
  /** id of the run */
  declare run: string
  declare shown: ImportRun | null
  declare problem: ApiProblem | null
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor() {
    super()
    this.run = ''
    this.shown = null
    this.problem = null
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    clearTimeout(this.#timer)
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('run') && this.run !== '') void this.#ask()
  }

  async #ask(): Promise<void> {
    clearTimeout(this.#timer)
    try {
      const before = this.shown
      this.shown = (await answer(api.GET('/api/library/imports/{id}', { params: { path: { id: this.run } } }))).data
      this.problem = null
      if (this.shown.finishedAt === null && this.isConnected) this.#timer = setTimeout(() => void this.#ask(), ASK_AGAIN_MS)
      else if (before !== null && before.finishedAt === null) this.dispatchEvent(new CustomEvent('import-finished', { bubbles: true }))
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  #file(text: ImportedText): TemplateResult {
    const inLibrary = text.workKey !== null && text.dateKey !== null
    const fine = text.status === 'stored' && text.unknown.length === 0 && text.problems.length === 0
    return html`<li class=${fine ? 'fine' : ''}><b aria-hidden="true">${fine ? '✓' : text.status === 'refused' ? '!' : inLibrary ? '●' : '○'}</b>
      <span>${inLibrary ? html`<a class="u" href=${to(`/library/${text.workKey}?version=${text.dateKey}`)}>${text.title}</a>` : text.file}
        <span class="quiet">${inLibrary ? `${text.file}，${words.articles(text.articles)}` : ''}</span>
        ${text.message === null ? nothing : html`<em>${text.message}</em>`}
        ${text.unknown.length === 0 ? nothing : html`<em>${words.notFound(text.unknown.join('、'))}</em>`}
        ${readingReport(text)}
      </span><span>${words.statuses[text.status]}</span></li>`
  }

  protected override render(): TemplateResult | typeof nothing {
    const { shown, problem } = this
    if (problem !== null) return html`<lf-error .problem=${problem} @retry=${() => void this.#ask()}></lf-error>`
    if (shown === null) return html`<lf-loading></lf-loading>`
    const finished = shown.finishedAt !== null
    return html`<section class="part import-run"><h2>${finished ? words.finished(shown.source) : words.running(shown.source)}<span>${words.counts(shown.stored, shown.failed)}
        ${finished ? html`　<button class="words" @click=${() => this.dispatchEvent(new CustomEvent('import-closed', { bubbles: true }))}>${words.close}</button>` : nothing}</span></h2>
      ${finished ? nothing : html`<lf-progress label=${words.background} done=${shown.done} total=${shown.total}></lf-progress>`}
      <ul class="points">${shown.results.map((text) => this.#file(text))}</ul></section>`
  }
}
customElements.define('import-progress', ImportProgress)
