import { html, nothing, type TemplateResult } from 'lit'
import { z } from 'zod/mini'
import { LightElement } from '../../components/light-element.ts'
import { DraftKeeper } from '../../draft-keeper.ts'
import { timeInTable } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { UnsavedGuard } from '../../unsaved-guard.ts'
import { blanksOf, fromText, type Paper, toText } from './shown-paper.ts'

const words = messages.outcome.papers
type Line = { kind: string; text: string; at: number }
const kept = z.object({ title: z.string(), copyTo: z.string(), lines: z.array(z.object({ kind: z.string(), text: z.string(), at: z.number() })) })
type Draft = z.infer<typeof kept>
type Block = Paper['content']['body'][number]
export type EditedPaper = { title: string; copyTo: string; body: Block[] }

/**
 * The words of a draft, paragraph by paragraph; blanks stand in 【】. What was typed stays on this computer until the
 * server has it. Events: `paper-edited` {title, copyTo, body}, `editing-ended`. `saved()` is called when the server has it.
 */
export class PaperEditor extends LightElement {
  static override properties = { paper: { attribute: false }, owner: {}, busy: { type: Boolean }, draft: { state: true }, restoredAt: { state: true } }
  declare paper: Paper | null
  declare owner: string
  declare busy: boolean
  declare draft: Draft | null
  declare restoredAt: string
  #keeper: DraftKeeper<Draft> | null = null
  #read = ''

  constructor() {
    super()
    this.paper = null
    this.owner = ''
    this.busy = false
    this.draft = null
    this.restoredAt = ''
    new UnsavedGuard(this, () => this.#keeper?.dirty === true)
  }

  protected override willUpdate(): void {
    const { paper } = this
    if (paper === null || this.#read === paper.id) return
    this.#read = paper.id
    this.#keeper = new DraftKeeper({ key: `paper:${paper.id}:${paper.revision}`, owner: this.owner, read: (stored) => kept.parse(stored) })
    const restored = this.#keeper.restore()
    this.draft = restored?.value ?? this.#fresh(paper)
    this.restoredAt = restored === null ? '' : timeInTable(restored.keptAt)
  }

  #fresh(paper: Paper): Draft {
    const content = paper.source ?? paper.content
    return {
      title: content.title, copyTo: content.copyTo ?? '',
      lines: content.body.flatMap((block, at): Line[] => {
        switch (block.kind) {
          case 'paragraph':
          case 'quote':
            return [{ kind: block.kind, text: toText(block.words), at }]
          case 'heading':
            return [{ kind: `heading${block.level}`, text: block.text, at }]
          case 'list':
            return [{ kind: 'list', text: block.items.map(toText).join('\n'), at }]
          case 'table':
            return [{ kind: 'table', text: '', at }]
          default: {
            const never: never = block
            return never
          }
        }
      }),
    }
  }

  #change(draft: Draft): void {
    this.draft = draft
    this.#keeper?.keep(draft)
  }
  #setLine(index: number, text: string): void {
    const { draft } = this
    if (draft !== null) this.#change({ ...draft, lines: draft.lines.map((line, at) => (at === index ? { ...line, text } : line)) })
  }
  #insertAfter(index: number): void {
    const { draft } = this
    if (draft !== null) this.#change({ ...draft, lines: [...draft.lines.slice(0, index + 1), { kind: 'paragraph', text: '', at: -1 }, ...draft.lines.slice(index + 1)] })
  }
  #remove(index: number): void {
    const { draft } = this
    if (draft !== null) this.#change({ ...draft, lines: draft.lines.filter((_, at) => at !== index) })
  }

  #body(draft: Draft, paper: Paper): Block[] {
    const content = paper.source ?? paper.content
    const blanks = blanksOf(content)
    return draft.lines.flatMap((line): Block[] => {
      const old = content.body[line.at]
      if (line.kind === 'table') return old?.kind === 'table' ? [old] : []
      const text = line.text.trim()
      if (text === '') return []
      if (line.kind === 'list') return [{ kind: 'list', items: text.split('\n').filter((item) => item.trim() !== '').map((item) => fromText(item, blanks)) }]
      if (line.kind.startsWith('heading')) return [{ kind: 'heading', level: old?.kind === 'heading' ? old.level : 1, text }]
      return [{ kind: line.kind === 'quote' ? 'quote' : 'paragraph', words: fromText(text, blanks) }]
    })
  }
  #send(event: SubmitEvent): void {
    event.preventDefault()
    const { draft, paper } = this
    if (draft === null || paper === null) return
    const detail: EditedPaper = { title: draft.title, copyTo: draft.copyTo, body: this.#body(draft, paper) }
    this.dispatchEvent(new CustomEvent('paper-edited', { detail, bubbles: true }))
  }
  /** The server has it, or the person does not want it: the copy on this computer goes. */
  acknowledge(): void {
    this.#keeper?.acknowledge()
    this.#read = ''
  }

  #line(line: Line, at: number): TemplateResult {
    if (line.kind === 'table') return html`<p class="quiet small">${words.tableKept}</p>`
    const input = (event: Event): void => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) this.#setLine(at, event.target.value)
    }
    return html`<div class=${line.kind.startsWith('heading') ? 'heading' : ''}><lf-field label=${line.kind.startsWith('heading') ? words.heading : words.paragraph(at + 1)}>${line.kind.startsWith('heading') ? html`<input .value=${line.text} @input=${input}>` : html`<textarea .value=${line.text} rows=${Math.max(2, Math.ceil(line.text.length / 45))} @input=${input}></textarea>`}</lf-field>
      <div class="tools-row"><button type="button" class="words" @click=${() => this.#insertAfter(at)}>${words.addParagraph}</button><button type="button" class="words grave" @click=${() => this.#remove(at)}>${words.removeParagraph}</button></div></div>`
  }

  protected override render(): TemplateResult | typeof nothing {
    const { draft } = this
    if (draft === null) return nothing
    const field = (key: 'title' | 'copyTo') => (event: Event): void => {
      if (event.target instanceof HTMLInputElement && this.draft !== null) this.#change({ ...this.draft, [key]: event.target.value })
    }
    return html`<form class="paper-edit" @submit=${(event: SubmitEvent) => this.#send(event)}><p class="small quiet">${words.editHint}${this.restoredAt === '' ? nothing : html`　<span class="soon">${messages.elements.unsaved.restored(this.restoredAt)}</span>`}</p>
      <lf-field label=${words.columns.title} required><input .value=${draft.title} @input=${field('title')}></lf-field>
      ${draft.lines.map((line, at) => this.#line(line, at))}
      <lf-field label=${words.copyTo}><input .value=${draft.copyTo} @input=${field('copyTo')}></lf-field>
      <div class="save-row"><button type="button" class="btn" @click=${() => { this.acknowledge(); this.dispatchEvent(new CustomEvent('editing-ended', { bubbles: true })) }}>${words.stopEditing}</button><button class="btn main" ?disabled=${this.busy}>${words.save}</button></div></form>`
  }
}
customElements.define('paper-editor', PaperEditor)
declare global { interface HTMLElementTagNameMap { 'paper-editor': PaperEditor } }
