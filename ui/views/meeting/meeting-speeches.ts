import { html, nothing, type TemplateResult } from 'lit'
import { z } from 'zod'
import { byArticle, typedArticle } from '../../../law/procedure/index.ts'
import { answer, api, asProblem, Submission } from '../../api/client.ts'
import { LightElement } from '../../components/light-element.ts'
import { DraftKeeper } from '../../draft-keeper.ts'
import { messages } from '../../messages/zh.ts'
import { type AgendaItem, askFor, didAct, type Meeting, refused, type Speech } from './meeting-data.ts'

const words = messages.meeting.speeches
type Article = { label: string; text: string }
const formSchema = z.object({ speaker: z.string(), group: z.string(), article: z.string(), text: z.string() })
type Form = z.infer<typeof formSchema>
const empty: Form = { speaker: '', group: '', article: '', text: '' }

/** 审议发言 of one item: taken down by keyboard, read as spoken or by article, each with what became of it. */
export class MeetingSpeeches extends LightElement {
  static override properties = {
    meeting: { attribute: false }, item: { attribute: false }, person: {}, speeches: { state: true }, articles: { state: true }, form: { state: true }, correcting: { state: true }, order: { state: true }, errors: { state: true }, sentence: { state: true }, busy: { state: true },
  }
  declare meeting: Meeting | null
  declare item: AgendaItem | null
  /** id of who is signed in: the draft on this computer is theirs */
  declare person: string
  declare speeches: readonly Speech[] | null
  declare articles: readonly Article[]
  declare form: Form
  declare correcting: Speech | null
  declare order: 'asSpoken' | 'byArticle'
  declare errors: ReadonlyMap<string, string>
  declare sentence: string
  declare busy: boolean
  readonly #submission = new Submission()
  #keeper: DraftKeeper<Form> | null = null
  #of = ''

  constructor() {
    super()
    this.meeting = null
    this.item = null
    this.person = ''
    this.speeches = null
    this.articles = []
    this.form = empty
    this.correcting = null
    this.order = 'asSpoken'
    this.errors = new Map()
    this.sentence = ''
    this.busy = false
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    const place = `${this.meeting?.id ?? ''} ${this.item?.id ?? ''}`
    if (place !== this.#of && this.item !== null) {
      this.#of = place
      this.#keeper = new DraftKeeper({ key: `speech:${place}`, owner: this.person, read: (stored) => formSchema.parse(stored) })
      this.form = this.#keeper.restore()?.value ?? empty
      this.correcting = null
      this.speeches = null
      void this.#load()
    } else if (changed.has('meeting')) void this.#load()
  }

  async #load(): Promise<void> {
    const { meeting, item } = this
    if (meeting === null || item === null) return
    try {
      this.speeches = (await answer(api.GET('/api/meetings/{id}/speeches', { params: { path: { id: meeting.id }, query: { itemId: item.id } } }))).data.items
      if (meeting.may.record) this.articles = (await answer(api.GET('/api/meetings/{id}/agenda/{partId}/articles', { params: { path: { id: meeting.id, partId: item.id } } }))).data.articles
    } catch (thrown) {
      this.dispatchEvent(refused(thrown))
    }
  }

  #change(change: Partial<Form>): void {
    this.form = { ...this.form, ...change }
    this.#keeper?.keep(this.form)
  }

  async #send(): Promise<void> {
    const { meeting, item, form } = this
    if (meeting === null || item === null || this.busy) return
    this.busy = true
    this.errors = new Map()
    this.sentence = ''
    const body = { agendaItemId: item.id, speaker: form.speaker.trim(), group: form.group.trim() === '' ? null : form.group.trim(), article: form.article.trim(), text: form.text.trim(), replacesId: this.correcting?.id ?? null }
    try {
      await this.#submission.send(body, (headers) => api.POST('/api/meetings/{id}/speeches', { params: { path: { id: meeting.id } }, body, headers }))
      this.#keeper?.acknowledge()
      this.correcting = null
      this.form = { ...form, article: '', text: '' }
      this.dispatchEvent(didAct(words.saved(body.speaker)))
      await this.updateComplete
      this.querySelector<HTMLElement>('input[name=article]')?.focus()
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = new Map(problem.fields.map((f) => [f.path, f.message]))
      this.sentence = problem.told
      await this.updateComplete
      this.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
    } finally {
      this.busy = false
    }
  }

  #correct(speech: Speech): void {
    this.correcting = speech
    this.form = { speaker: speech.speaker, group: speech.group ?? '', article: speech.articleLabel ?? '', text: speech.text }
    void this.updateComplete.then(() => this.querySelector<HTMLElement>('textarea')?.focus())
  }

  #entry(meeting: Meeting): TemplateResult {
    if (!['inSession', 'closed'].includes(meeting.state)) return html`<p class="quiet">${words.nothingOpen}</p>`
    const { form } = this
    const labels = this.articles.map((a) => a.label)
    const label = form.article.trim() === '' ? null : typedArticle(form.article, labels)
    const found = this.articles.find((a) => a.label === label)
    const groups = [...new Set([...meeting.attendance.map((a) => a.group ?? ''), ...(this.speeches ?? []).map((s) => s.group ?? '')])].filter((g) => g !== '')
    const text = (key: 'speaker' | 'group' | 'article', list: string) => html`<input name=${key} list=${list} autocomplete="off" .value=${form[key]} @input=${(event: Event) => { if (event.target instanceof HTMLInputElement) this.#change({ [key]: event.target.value }) }}>`
    return html`<form class="speech-form" @submit=${(event: Event) => { event.preventDefault(); void this.#send() }} @keydown=${(event: KeyboardEvent) => { if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) { event.preventDefault(); void this.#send() } }}>
      ${this.correcting === null ? nothing : html`<lf-notice-bar kind="info" text=${words.correcting} .action=${html`<button type="button" class="words" @click=${() => { this.correcting = null; this.form = empty }}>${words.stopCorrecting}</button>`}></lf-notice-bar>`}
      <div class="fields">
        <lf-field class="w4" label=${words.speaker} required error=${this.errors.get('speaker') ?? ''}>${text('speaker', 'speakers')}</lf-field>
        <lf-field class="w4" label=${words.group} error=${this.errors.get('group') ?? ''}>${text('group', 'groups')}</lf-field>
        <lf-field class="w4" label=${words.article} hint=${words.articleHint} aside=${form.article.trim() === '' ? words.all : (label ?? (labels.length === 0 ? '' : words.unknownArticle))} error=${this.errors.get('article') ?? ''}>${text('article', 'articles')}</lf-field>
        ${found === undefined ? nothing : html`<p class="w12 article-words law">${found.label}　${found.text}</p>`}
        <lf-field class="w12" label=${words.text} required error=${this.errors.get('text') ?? ''}><textarea name="text" rows="3" .value=${form.text} @input=${(event: Event) => { if (event.target instanceof HTMLTextAreaElement) this.#change({ text: event.target.value }) }}></textarea></lf-field></div>
      <datalist id="speakers">${meeting.attendance.map((a) => html`<option value=${a.name}></option>`)}</datalist><datalist id="groups">${groups.map((g) => html`<option value=${g}></option>`)}</datalist><datalist id="articles">${labels.map((l) => html`<option value=${l}></option>`)}</datalist>
      ${this.sentence === '' ? nothing : html`<lf-notice-bar kind="bad" text=${this.sentence}></lf-notice-bar>`}
      <p class="send"><button class="btn main" ?disabled=${this.busy}>${words.save}</button><span class="quiet small">${words.keys}</span></p></form>`
  }

  #speech(speech: Speech, withArticle: boolean): TemplateResult {
    const record = this.meeting?.may.record === true
    return html`<li><p><b>${speech.speaker}</b><span class="quiet">${[speech.group ?? '', withArticle ? (speech.articleLabel ?? words.all) : '', speech.corrected ? words.corrected : ''].filter((w) => w !== '').join('　')}</span></p>
      <p class="said">${speech.text}</p>
      <p class="quiet small">${speech.dispositionLabel === null ? words.pending : html`<span><b>${speech.dispositionLabel}</b>${speech.dispositionReason === null ? nothing : `：${speech.dispositionReason}`}</span>`}${record ? html`<button class="words" @click=${() => this.dispatchEvent(askFor({ kind: 'dispose', speech }))}>${words.dispose}</button><button class="words" @click=${() => this.#correct(speech)}>${words.correct}</button>` : nothing}</p></li>`
  }

  protected override render(): TemplateResult {
    const { meeting, item, speeches } = this
    if (meeting === null || item === null) return html`<lf-empty heading=${messages.meeting.noItem}></lf-empty>`
    const list = speeches ?? []
    return html`<h2 class="item-title">${item.title}${item.textLabel === null ? nothing : html`<small>${item.textLabel}</small>`}</h2>
      ${meeting.may.record ? this.#entry(meeting) : nothing}
      ${speeches === null ? html`<lf-loading></lf-loading>` : list.length === 0 ? html`<p class="quiet">${words.none}</p>` : html`
        <div class="speech-head"><div class="choices" role="group">${(['asSpoken', 'byArticle'] as const).map((order) => html`<button type="button" aria-pressed=${this.order === order ? 'true' : 'false'} @click=${() => { this.order = order }}>${words.order[order]}</button>`)}</div><span class="quiet">${list.length}</span></div>
        ${this.order === 'asSpoken' ? html`<ul class="speeches">${list.map((s) => this.#speech(s, true))}</ul>` : byArticle(list, this.articles.map((a) => a.label)).map((group) => html`<h3 class="people-head">${group.articleLabel ?? words.all}</h3><ul class="speeches">${group.speeches.map((s) => this.#speech(s, false))}</ul>`)}`}`
  }
}
customElements.define('meeting-speeches', MeetingSpeeches)
