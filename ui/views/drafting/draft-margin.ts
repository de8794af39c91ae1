import { html, nothing, type TemplateResult } from 'lit'
import { draftingRules } from '../../../law/drafting/index.ts'
import type { components } from '../../api/schema.d.ts'
import { ask } from '../../components/ask.ts'
import { LightElement } from '../../components/light-element.ts'
import type { Hint } from '../../editor/hints/place-hints.ts'
import type { ShownSuggestion } from '../../editor/suggestion/suggestion-plugin.ts'
import { timeInTable } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import type { DraftOutlineRow } from './draft-rows.ts'

const words = messages.drafting
type Comment = components['schemas']['DraftComments']['items'][number]
type Lease = components['schemas']['ArticleLease']
type Ignore = components['schemas']['LintIgnores']['items'][number]

/** What the margin asks the workspace to do. */
export type MarginActs = {
  accept: (ids: ReadonlySet<string>) => void
  reject: (ids: ReadonlySet<string>) => void
  takeBack: () => void
  go: (by: 1 | -1) => void
  showSuggestion: (one: ShownSuggestion) => void
  showHint: (hint: Hint) => void
  /** selects the words in the text; false where they are gone */
  showWords: (articleKey: string, words: string) => boolean
  goTo: (key: string) => void
  why: (articleKey: string) => void
  replace: (hint: Hint) => void
  ignore: (hint: Hint, reason: string) => Promise<void>
  restore: (ignoreId: string) => Promise<void>
  take: (articleKey: string) => Promise<void>
  release: (articleKey: string) => Promise<void>
  ask: (articleKey: string) => Promise<void>
  breakHold: (articleKey: string, reason: string) => Promise<void>
  comment: (text: string) => Promise<void>
  reply: (commentId: string, text: string) => Promise<void>
  resolve: (comment: Comment, resolved: boolean) => Promise<void>
}

type ByArticle = {
  suggestions: ReadonlyMap<string, readonly ShownSuggestion[]>
  comments: ReadonlyMap<string, readonly Comment[]>
  hints: ReadonlyMap<string, readonly Hint[]>
  ignored: ReadonlyMap<string, readonly Ignore[]>
}

const LONGEST = 60
const short = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
/** Articles whose notes are drawn at once; the others come as the caret moves on. */
const MOST_ARTICLES = 40

/** 边栏: suggestions, comments and hints, article by article, the one of the caret first. */
export class DraftMargin extends LightElement {
  static override properties = {
    suggestions: { attribute: false }, comments: { attribute: false }, hints: { attribute: false }, ignores: { attribute: false }, here: { attribute: false }, outline: { attribute: false }, leases: { attribute: false }, personId: { attribute: false }, mayWrite: { type: Boolean, attribute: 'may-write' }, mayRelease: { type: Boolean, attribute: 'may-release' }, mayComment: { type: Boolean, attribute: 'may-comment' },
    mayTakeBack: { attribute: false }, acts: { attribute: false }, kinds: { state: true }, replying: { state: true }, ignoring: { state: true }, releasing: { state: true }, lost: { state: true }, typed: { state: true }, person: { state: true },
  }
  declare suggestions: readonly ShownSuggestion[]
  declare comments: readonly Comment[]
  declare hints: readonly Hint[]
  declare ignores: readonly Ignore[]
  declare here: string | null
  declare outline: readonly DraftOutlineRow[]
  declare leases: readonly Lease[]
  declare personId: string
  declare mayWrite: boolean
  declare mayRelease: boolean
  declare mayComment: boolean
  /** how many suggestions the last acceptance took */
  declare mayTakeBack: number
  declare acts: MarginActs | null
  declare kinds: ReadonlySet<'suggestions' | 'comments' | 'hints'>
  declare replying: string | null
  declare ignoring: Hint | null
  /** article whose hold of somebody else is being ended */
  declare releasing: string | null
  /** comment whose words were looked for and are gone */
  declare lost: string | null
  declare typed: string
  declare person: string

  constructor() {
    super()
    this.suggestions = []
    this.comments = []
    this.hints = []
    this.ignores = []
    this.here = null
    this.outline = []
    this.leases = []
    this.personId = ''
    this.mayWrite = false
    this.mayRelease = false
    this.mayComment = false
    this.mayTakeBack = 0
    this.acts = null
    this.kinds = new Set(['suggestions', 'comments', 'hints'])
    this.replying = null
    this.ignoring = null
    this.releasing = null
    this.lost = null
    this.typed = ''
    this.person = ''
  }

  async #do(act: Promise<void> | undefined): Promise<void> {
    try {
      await act
      this.typed = ''
      this.replying = null
      this.ignoring = null
      this.releasing = null
    } catch (thrown) {
      this.dispatchEvent(new CustomEvent('margin-failed', { detail: thrown, bubbles: true }))
    }
  }

  #toggle(kind: 'suggestions' | 'comments' | 'hints'): void {
    const kinds = new Set(this.kinds)
    if (!kinds.delete(kind)) kinds.add(kind)
    this.kinds = kinds
  }

  get #people(): string[] {
    return [...new Set(this.suggestions.map(({ by }) => by).filter((name) => name !== ''))]
  }

  /** Whose suggestions are settled together: everybody's where the one who was chosen has none left. */
  get #whose(): string {
    const people = this.#people
    return people.length > 1 && people.includes(this.person) ? this.person : ''
  }

  async #all(accept: boolean): Promise<void> {
    const whose = this.#whose
    const list = whose === '' ? this.suggestions : this.suggestions.filter(({ by }) => by === whose)
    const w = words.suggestions
    if (!(await ask({ heading: accept ? w.askAll(list.length) : w.askAllReject(list.length), text: w.askText, confirm: accept ? w.acceptAll : w.rejectAll, cancel: messages.elements.dialog.cancel }))) return
    const ids = new Set(list.map(({ id }) => id))
    if (accept) this.acts?.accept(ids)
    else this.acts?.reject(ids)
  }

  #suggestion(one: ShownSuggestion): TemplateResult {
    const w = words.suggestions
    const said =
      one.kind === 'words'
        ? one.deleted === '' ? html`<ins>${short(one.inserted)}</ins>` : one.inserted === '' ? html`<del>${short(one.deleted)}</del>` : html`<del>${short(one.deleted)}</del>${w.replace}<ins>${short(one.inserted)}</ins>`
        : html`${w.kinds[one.kind]}${one.deleted === '' || one.kind === 'moved' ? nothing : html`<del>${short(one.deleted)}</del>`}${one.inserted === '' || one.kind === 'level' ? nothing : html`<ins>${short(one.inserted)}</ins>`}`
    const ids = new Set([one.id])
    return html`<li class="note suggestion"><em>${markOf(one)}</em><div><p><b>${one.by === '' ? w.unknown : one.by}</b>　<time>${timeOf(one.at)}</time></p>
      <p class="said"><button class="plain" @click=${() => this.acts?.showSuggestion(one)}>${said}</button></p>
      <p class="do">${this.mayWrite ? html`<button class="words" @click=${() => this.acts?.accept(ids)}>${w.acceptShort}</button><button class="words" @click=${() => this.acts?.reject(ids)}>${w.rejectShort}</button>` : nothing}</p></div></li>`
  }

  #hint(one: Hint): TemplateResult {
    const w = words.hint
    return html`<li class="note hint"><em>${words.margin.hints}</em><div><p class="said"><button class="plain" @click=${() => this.acts?.showHint(one)}>${one.message}</button></p>
      ${this.ignoring !== null && isSame(this.ignoring, one) ? html`<form @submit=${(event: Event) => { event.preventDefault(); void this.#do(this.acts?.ignore(one, this.typed)) }}><label>${w.reasonLabel}<input required maxlength="500" .value=${this.typed} @input=${this.#type}></label><button class="btn short">${w.send}</button></form>`
        : html`<p class="do">${this.mayWrite && one.suggestion !== undefined ? html`<button class="words" @click=${() => this.acts?.replace(one)}>${w.replace(one.suggestion)}</button>` : nothing}${this.mayWrite ? html`<button class="words" @click=${() => { this.ignoring = one; this.typed = '' }}>${w.ignore}</button>` : nothing}${ruleNote(one.rule)}</p>`}</div></li>`
  }

  /** 占用: who has the article to themselves, and what one may do about it. */
  #hold(row: DraftOutlineRow, lease: Lease | undefined): TemplateResult | typeof nothing {
    if (lease === undefined || lease.personId === this.personId) return nothing
    const w = words.lease
    return html`<li class="note hold"><em>${words.marks.held}</em><div><p>${w.held(lease.personName, timeInTable(lease.takenAt).slice(-5))}</p>
      ${this.releasing === row.key ? html`<form @submit=${(event: Event) => { event.preventDefault(); void this.#do(this.acts?.breakHold(row.key, this.typed)) }}><label>${w.reason}<input required maxlength="500" .value=${this.typed} @input=${this.#type}></label><button class="btn short">${w.break}</button></form>`
        : html`<p class="do">${this.mayWrite ? html`<button class="words" @click=${() => void this.#do(this.acts?.ask(row.key))}>${words.askFor}</button>` : nothing}${this.mayRelease ? html`<button class="words" @click=${() => { this.releasing = row.key; this.typed = '' }}>${w.breakMore}</button>` : nothing}</p>`}</div></li>`
  }

  #holdButton(row: DraftOutlineRow, lease: Lease | undefined): TemplateResult | typeof nothing {
    if (!this.mayWrite || row.kind === 'division' || (lease !== undefined && lease.personId !== this.personId)) return nothing
    return lease === undefined ? html`<button class="words" title=${words.lease.why} @click=${() => void this.#do(this.acts?.take(row.key))}>${words.hold}</button>` : html`<button class="words" @click=${() => void this.#do(this.acts?.release(row.key))}>${words.release}</button>`
  }

  #type = (event: Event): void => {
    if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) this.typed = event.target.value
  }

  #comment(one: Comment): TemplateResult {
    const w = words.comment
    const replies = this.comments.filter(({ parentId }) => parentId === one.id)
    const quote = quoteOf(one.quote)
    return html`<li class="note comment ${one.resolved ? 'settled' : ''}"><em>${words.margin.comments}</em><div><p><b>${one.byName}</b>　<time>${timeOf(one.at)}</time></p>${quote === '' ? nothing : html`<p class="quiet"><button class="plain" @click=${() => { this.lost = this.acts?.showWords(one.articleKey ?? '', quote) === false ? one.id : null }}>${w.quote}<q>${short(quote)}</q></button>${this.lost === one.id ? html`　<span role="status">${w.lost}</span>` : nothing}</p>`}<p class="said">${one.text}</p>
      ${replies.map((reply) => html`<p class="reply"><b>${reply.byName}</b>　${reply.text}</p>`)}
      ${this.replying === one.id ? html`<form @submit=${(event: Event) => { event.preventDefault(); void this.#do(this.acts?.reply(one.id, this.typed)) }}><label class="vh" for="reply-${one.id}">${w.reply}</label><input id="reply-${one.id}" required maxlength="4000" .value=${this.typed} @input=${this.#type}><button class="btn short">${w.reply}</button></form>`
        : html`<p class="do">${one.resolved ? html`<span class="quiet">${w.resolvedBy(one.resolvedByName ?? '')}</span>` : html`<button class="words" @click=${() => { this.replying = one.id; this.typed = '' }}>${w.reply}</button>`}<button class="words" @click=${() => void this.#do(this.acts?.resolve(one, !one.resolved))}>${one.resolved ? w.reopen : w.resolve}</button></p>`}</div></li>`
  }

  /** What stands in each article, read once for a drawing. */
  #byArticle(): ByArticle {
    const shows = (kind: 'suggestions' | 'comments' | 'hints') => this.kinds.has(kind)
    return {
      suggestions: Map.groupBy(shows('suggestions') ? this.suggestions : [], ({ article }) => article),
      comments: Map.groupBy(shows('comments') ? this.comments.filter(({ parentId }) => parentId === null) : [], ({ articleKey }) => articleKey ?? ''),
      hints: Map.groupBy(shows('hints') ? this.hints : [], ({ articleKey }) => articleKey),
      ignored: Map.groupBy(shows('hints') ? this.ignores.filter(({ undoneAt }) => undoneAt === null) : [], ({ articleKey }) => articleKey),
    }
  }

  #article(row: DraftOutlineRow, lists: ByArticle): TemplateResult | typeof nothing {
    const [suggestions, comments, hints, ignored] = [lists.suggestions.get(row.key) ?? [], lists.comments.get(row.key) ?? [], lists.hints.get(row.key) ?? [], lists.ignored.get(row.key) ?? []]
    const lease = this.leases.find(({ articleKey }) => articleKey === row.key)
    const here = row.key === this.here
    if (!here && lease === undefined && suggestions.length + comments.length + hints.length === 0) return nothing
    const ids = new Set(suggestions.map(({ id }) => id))
    const w = words.suggestions
    return html`<section class="${here ? 'here' : ''}"><h2><button class="plain" @click=${() => this.acts?.goTo(row.key)}>${row.label}</button><button class="words" @click=${() => this.acts?.why(row.key)}>${w.why}</button>${here ? this.#holdButton(row, lease) : nothing}
        ${this.mayWrite && ids.size > 1 ? html`<button class="words" @click=${() => this.acts?.accept(ids)}>${w.articleAccept}</button><button class="words" @click=${() => this.acts?.reject(ids)}>${w.articleReject}</button>` : nothing}</h2>
      <ul>${this.#hold(row, lease)}${suggestions.map((one) => this.#suggestion(one))}${comments.map((one) => this.#comment(one))}${hints.map((one) => this.#hint(one))}
        ${here ? ignored.map((one) => html`<li class="note settled"><em>${words.margin.hints}</em><div><p class="quiet">${one.ruleId}　${words.hint.ignored(one.byName, one.reason)}</p>${this.mayWrite ? html`<p class="do"><button class="words" @click=${() => void this.#do(this.acts?.restore(one.id))}>${words.hint.restore}</button></p>` : nothing}</div></li>`) : nothing}</ul>
      ${here && this.mayComment ? html`<form class="write" @submit=${(event: Event) => { event.preventDefault(); void this.#do(this.acts?.comment(this.typed)) }}><textarea rows="2" maxlength="4000" aria-label=${words.comment.write} placeholder=${words.comment.placeholder} .value=${this.replying === null && this.ignoring === null && this.releasing === null ? this.typed : ''} @focus=${() => { this.replying = null; this.ignoring = null; this.releasing = null }} @input=${this.#type}></textarea><button class="btn short" ?disabled=${this.typed.trim() === ''}>${words.comment.send}</button></form>` : nothing}</section>`
  }

  /** What is said of the article that is worked on is to be seen; below 760 px the margin is no place of its own. */
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('here') || this.scrollHeight <= this.clientHeight) return
    const [section, frame] = [this.querySelector('section.here')?.getBoundingClientRect(), this.getBoundingClientRect()]
    if (section === undefined) return
    const top = frame.top + (this.querySelector('.kinds')?.clientHeight ?? 0)
    if (section.top < top) this.scrollTop += section.top - top
    else if (section.bottom > frame.bottom) this.scrollTop += Math.min(section.bottom - frame.bottom, section.top - top)
  }

  protected override render(): TemplateResult {
    const w = words.suggestions
    const open = this.comments.filter(({ parentId, resolved }) => parentId === null && !resolved).length
    const counts = { suggestions: this.suggestions.length, comments: open, hints: this.hints.length }
    const [people, whose] = [this.#people, this.#whose]
    const lists = this.#byArticle()
    const rows = this.outline.flatMap((row) => {
      const part = this.#article(row, lists)
      return part === nothing ? [] : [{ key: row.key, part }]
    })
    // of a long draft those around the caret: they are what is being worked on
    const first = rows.length <= MOST_ARTICLES ? 0 : Math.max(0, rows.findIndex(({ key }) => key === this.here) - 3)
    const keys = new Set(this.outline.map(({ key }) => key))
    const loose = [...lists.suggestions].flatMap(([article, those]) => (keys.has(article) ? [] : those))
    return html`<aside class="draft-margin"><div class="kinds">${(['suggestions', 'comments', 'hints'] as const).map((kind) => html`<label class="option"><input type="checkbox" .checked=${this.kinds.has(kind)} @change=${() => this.#toggle(kind)}>${words.margin[kind]} ${counts[kind]}</label>`)}</div>
      ${this.suggestions.length === 0 && (this.mayTakeBack === 0 || !this.mayWrite) ? nothing : html`<div class="whole">${this.suggestions.length === 0 ? nothing : html`<button class="words" title="Shift F8" @click=${() => this.acts?.go(-1)}>${w.previousShort}</button><button class="words" title="F8" @click=${() => this.acts?.go(1)}>${w.nextShort}</button>`}${people.length < 2 ? nothing : html`<select aria-label=${w.all} @change=${(event: Event) => { if (event.target instanceof HTMLSelectElement) this.person = event.target.value }}><option value="" ?selected=${whose === ''}>${w.all}</option>${people.map((name) => html`<option value=${name} ?selected=${name === whose}>${name}</option>`)}</select>`}
        ${this.mayWrite && this.suggestions.length > 0 ? html`<button class="words" @click=${() => void this.#all(true)}>${whose === '' ? w.acceptAll : w.personAccept(whose)}</button><button class="words" @click=${() => void this.#all(false)}>${whose === '' ? w.rejectAll : w.personReject(whose)}</button>` : nothing}
        ${this.mayTakeBack === 0 || !this.mayWrite ? nothing : html`<button class="words" @click=${() => this.acts?.takeBack()}>${w.takeBack(this.mayTakeBack)}</button>`}</div>`}
      ${loose.length === 0 ? nothing : html`<section><ul>${loose.map((one) => this.#suggestion(one))}</ul></section>`}
      ${rows.length === 0 && loose.length === 0 ? html`<p class="quiet none">${words.marginEmpty}</p>` : rows.slice(first, first + MOST_ARTICLES).map(({ part }) => part)}</aside>`
  }
}

/** Hints are counted anew while others write: whoever is giving a reason goes on. */
const isSame = (a: Hint, b: Hint): boolean => a.rule === b.rule && a.articleKey === b.articleKey && a.quote === b.quote

/** What a suggestion does, in a word. */
function markOf({ kind, deleted, inserted }: ShownSuggestion): string {
  const w = words.suggestions
  if (kind === 'words' && deleted === '') return w.insert
  return kind === 'words' && inserted === '' ? w.remove : (w.kinds[kind] ?? '')
}

const times = new Map<string, string>()
/** Day and hour of an instant; the margin is drawn often, and a clock is slow to read. */
function timeOf(instant: string): string {
  const known = times.get(instant)
  if (known !== undefined) return known
  const said = instant === '' ? '' : timeInTable(instant).slice(5)
  times.set(instant, said)
  return said
}

/** Code and name of a rule; what it asks for and when it may be left aside on hovering and for those who listen. */
function ruleNote(code: string): TemplateResult {
  const rule = draftingRules.find((one) => one.code === code)
  return html`<span class="quiet" title=${rule === undefined ? nothing : `${rule.says}${words.hint.may}${rule.mayIgnore}`}>${code}${rule === undefined ? '' : `　${rule.name}`}</span>`
}

function quoteOf(quote: unknown): string {
  if (typeof quote !== 'object' || quote === null || !('exact' in quote)) return ''
  return typeof quote.exact === 'string' ? quote.exact : ''
}

customElements.define('draft-margin', DraftMargin)
declare global { interface HTMLElementTagNameMap { 'draft-margin': DraftMargin } }
