import { html, nothing, type TemplateResult } from 'lit'
import { asProblem } from '../api/problem.ts'
import { shortDigest, sizeInText } from '../format.ts'
import { messages } from '../messages/zh.ts'
import { LightElement } from './light-element.ts'
import { readingReport } from './reading-report.ts'
import { sendFile, type KeptFile, type Sending, type StoredFile } from './send-file.ts'

type Upload = { key: string; file: File; sentBytes: number; state: 'going' | 'stored' | 'failed'; sending?: Sending; stored?: StoredFile; sentence?: string }

const DEFAULT_LIMIT_BYTES = 50 * 1024 * 1024

/**
 * Files by button or by dropping, each with its bytes on the way, its digest when stored and a sentence when it failed.
 * A failed one can be sent again with the same key. Keys: Tab to the button, Enter opens the file dialog.
 *   <lf-upload label="正式文本（电子）" accept=".docx,.doc,.wps" multiple max-bytes="52428800"></lf-upload>
 * Events: `file-stored` (UploadedFile of the API: {id, name, sha256, sizeBytes, format, status, reason, …}), `file-removed` {id}.
 */
export class LfUpload extends LightElement {
  static override properties = { label: {}, accept: {}, multiple: { type: Boolean }, maxBytes: { type: Number, attribute: 'max-bytes' }, address: {}, withoutReport: { type: Boolean, attribute: 'without-report' }, files: { attribute: false }, uploads: { state: true }, over: { state: true } }
  declare label: string
  declare accept: string
  declare multiple: boolean
  declare maxBytes: number
  declare address: string
  /** what was noticed in reading is said elsewhere: whoever takes in revisions gets them one by one */
  declare withoutReport: boolean
  /** already stored ones, to be shown from the beginning */
  declare files: readonly KeptFile[]
  declare uploads: readonly Upload[]
  declare over: boolean

  constructor() {
    super()
    this.label = ''
    this.accept = ''
    this.multiple = false
    this.maxBytes = DEFAULT_LIMIT_BYTES
    this.address = '/api/files'
    this.withoutReport = false
    this.files = []
    this.uploads = []
    this.over = false
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    for (const { sending, state } of this.uploads) if (state === 'going') sending?.stop()
  }

  #take(list: FileList | null): void {
    const chosen = [...(list ?? [])].slice(0, this.multiple ? undefined : 1)
    const added = chosen.map((file): Upload => {
      const refused = this.#refusal(file)
      const upload: Upload = { key: crypto.randomUUID(), file, sentBytes: 0, state: refused === null ? 'going' : 'failed' }
      return refused === null ? upload : { ...upload, sentence: refused }
    })
    if (added.length === 0) return
    this.uploads = this.multiple ? [...this.uploads, ...added] : added
    for (const upload of added) if (upload.state === 'going') void this.#send(upload.key)
  }

  /** What can be said without asking the server. */
  #refusal(file: File): string | null {
    const words = messages.elements.upload
    const kinds = this.accept.split(',').map((kind) => kind.trim().toLowerCase()).filter((kind) => kind.startsWith('.'))
    if (file.size === 0) return words.empty
    if (file.size > this.maxBytes) return words.tooLarge(this.maxBytes)
    return kinds.length === 0 || kinds.some((kind) => file.name.toLowerCase().endsWith(kind)) ? null : words.wrongKind(kinds.map((kind) => kind.slice(1)).join('、'))
  }

  #change(key: string, change: Partial<Upload>): void {
    this.uploads = this.uploads.map((upload) => (upload.key === key ? { ...upload, ...change } : upload))
  }

  async #send(key: string): Promise<void> {
    const upload = this.uploads.find((one) => one.key === key)
    if (!upload) return
    const sending = sendFile({ file: upload.file, key, address: this.address, onProgress: (sentBytes) => this.#change(key, { sentBytes }) })
    this.#change(key, { state: 'going', sending, sentBytes: 0 })
    try {
      const stored = await sending.stored
      this.#change(key, { state: 'stored', stored })
      this.dispatchEvent(new CustomEvent('file-stored', { detail: stored, bubbles: true }))
    } catch (thrown) {
      const problem = asProblem(thrown)
      const words = messages.elements.upload
      this.#change(key, { state: 'failed', sentence: problem.kind === 'offline' ? words.offline : `${problem.message}${problem.advice}` })
    }
  }

  #remove({ key, stored }: Upload): void {
    this.uploads = this.uploads.filter((upload) => upload.key !== key)
    if (stored) this.dispatchEvent(new CustomEvent('file-removed', { detail: { id: stored.id }, bubbles: true }))
  }

  #removeKept(id: string): void {
    this.files = this.files.filter((file) => file.id !== id)
    this.dispatchEvent(new CustomEvent('file-removed', { detail: { id }, bubbles: true }))
  }

  #line(upload: Upload): TemplateResult {
    const words = messages.elements.upload
    const { file, state, sentBytes, stored, sentence } = upload
    const sign = { going: '●', stored: '✓', failed: '!' }[state]
    return html`<li class=${state}><b class="sign" aria-hidden="true">${sign}</b><span>${file.name} <span class="quiet">${sizeInText(file.size)}</span></span>
      <span>${state === 'failed' && this.#refusal(file) === null ? html`<button type="button" class="words" @click=${() => void this.#send(upload.key)}>${words.again}</button> ` : nothing}
        ${state === 'going' ? html`<button type="button" class="words" @click=${() => upload.sending?.stop()}>${words.stop}</button>` : html`<button type="button" class="words" @click=${() => this.#remove(upload)}>${words.remove}</button>`}</span>
      <div class="more" role=${state === 'failed' ? 'alert' : 'status'}>${state === 'going'
        ? html`<lf-progress label=${sentBytes >= file.size ? words.storing : ''} text=${words.going(sentBytes, file.size)} done=${sentBytes} total=${file.size}></lf-progress>`
        : state === 'stored' ? html`<span title=${stored?.sha256 ?? ''}>${words.digest(shortDigest(stored?.sha256 ?? ''))}</span>${stored?.reason ? html`　<span class="soon">${stored.reason}</span>` : nothing}${stored && !this.withoutReport ? readingReport(stored) : nothing}` : sentence}</div></li>`
  }

  protected override render(): TemplateResult {
    const words = messages.elements.upload
    const drag = (over: boolean) => (event: DragEvent) => {
      event.preventDefault()
      this.over = over
    }
    return html`<div class="drop ${this.over ? 'over' : ''}" @dragover=${drag(true)} @dragleave=${drag(false)} @drop=${(event: DragEvent) => {
      drag(false)(event)
      this.#take(event.dataTransfer?.files ?? null)
    }}><label class="btn short">${words.choose}<input class="vh" type="file" aria-label="${words.choose}：${this.label}" accept=${this.accept || nothing} ?multiple=${this.multiple} @change=${(event: Event) => {
      if (!(event.target instanceof HTMLInputElement)) return
      this.#take(event.target.files)
      event.target.value = ''
    }}></label><span>${this.label}　${words.drop}</span></div>
    <ul class="uploads">${this.files.map((file) => html`<li class="stored"><b class="sign" aria-hidden="true">✓</b><span>${file.name} <span class="quiet">${sizeInText(file.sizeBytes)}</span></span><button type="button" class="words" @click=${() => this.#removeKept(file.id)}>${words.remove}</button><div class="more" title=${file.sha256}>${words.digest(shortDigest(file.sha256))}</div></li>`)}
      ${this.uploads.map((upload) => this.#line(upload))}</ul>`
  }
}
customElements.define('lf-upload', LfUpload)
declare global { interface HTMLElementTagNameMap { 'lf-upload': LfUpload } }
