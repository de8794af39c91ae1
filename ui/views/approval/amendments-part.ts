import { html, nothing, type TemplateResult } from 'lit'
import { z } from 'zod/mini'
import { type Amended, type AmendmentKind, type AmendmentPlace, amendmentKindNames, amendmentKinds, applyAmendments, labelled, orderOfText, placesOf, targetsOf, wordsOfArticle } from '../../../law/drafting/amendments/index.ts'
import { annexText, type LegalText, toChineseNumber } from '../../../law/text/index.ts'
import { api, editing } from '../../api/client.ts'
import { DraftKeeper } from '../../draft-keeper.ts'
import { ask } from '../../components/ask.ts'
import { messages } from '../../messages/zh.ts'
import { UnsavedGuard } from '../../unsaved-guard.ts'
import { ActingElement } from './acting-element.ts'
import { amendmentConsequences } from './amendment-consequences.ts'
import type { Amendment, Approval } from './approval-data.ts'

const words = messages.approval
const kept = z.array(z.object({
  kind: z._default(z.enum(amendmentKindNames), 'words'), articleId: z.string(), articleKey: z.string(), articleLabel: z.string(), before: z.string(), after: z.string(), reason: z.string(),
  targetId: z._default(z.string(), ''), targetLabel: z._default(z.string(), ''), heading: z._default(z.string(), ''),
}))
export type ChosenPassage = { articleId: string; exact: string }
const kindGroups: Readonly<Record<string, readonly AmendmentKind[]>> = {
  words: ['words', 'heading', 'title', 'annex'],
  articles: ['addAfter', 'addBefore', 'remove', 'moveArticle'],
  clauses: ['addClause', 'addItem', 'removeClause'],
  divisions: ['addDivision', 'splitChapter', 'splitSection', 'removeDivision', 'mergeDivision'],
  annexes: ['addAnnex', 'removeAnnex'],
}
/** Kinds that say all by their places. */
const NOTHING_TYPED: ReadonlySet<AmendmentKind> = new Set(['remove', 'removeClause', 'moveArticle', 'removeDivision', 'mergeDivision', 'removeAnnex'])
/** A place in a list, as long as a phone has room for. */
const option = ({ label, words: said }: AmendmentPlace): string => { const line = `${label}　${said}`; return line.length > 21 ? `${line.slice(0, 20)}…` : line }

/** An amendment at another first place: its second place is to be chosen anew. */
function placed(text: LegalText, kind: AmendmentKind, id: string): Pick<Amendment, 'articleId' | 'articleLabel' | 'targetId' | 'targetLabel'> {
  return { articleId: id, articleLabel: placesOf(text, kind).find((place) => place.id === id)?.label ?? '', targetId: '', targetLabel: '' }
}

/**
 * 修改意见: each names its place, what it does there, and why. What it does to the text, and what cannot be carried out, is
 * said while it is typed. Events: `amendments-changed` {amendments, unsaved}, `approval-changed`: the request is to be read again.
 */
export class AmendmentsPart extends ActingElement {
  static override properties = { approval: { attribute: false }, etag: {}, owner: {}, chosen: { attribute: false }, rows: { state: true }, overtaken: { state: true } }
  declare approval: Approval | null
  declare etag: string
  declare owner: string
  /** what is selected in the text beside */
  declare chosen: ChosenPassage | null
  declare rows: readonly Amendment[]
  /** somebody else saved other amendments while these were typed */
  declare overtaken: boolean
  #keeper: DraftKeeper<Amendment[]> | null = null
  #read = ''
  /** the request as it was when its amendments were taken over */
  #seen: Pick<Approval, 'revision' | 'amendments'> = { revision: 0, amendments: [] }
  #savedHere = false
  /** kinds that this text has a place for */
  #possible: ReadonlySet<AmendmentKind> = new Set()

  constructor() {
    super()
    this.approval = null
    this.etag = ''
    this.owner = ''
    this.chosen = null
    this.rows = []
    this.overtaken = false
    new UnsavedGuard(this, () => this.#keeper?.dirty === true)
  }
  protected override willUpdate(): void {
    const { approval } = this
    if (approval === null) return
    if (this.#read !== approval.id) this.#open(approval)
    else if (this.#seen.revision !== approval.revision) this.#follow(approval)
  }
  /** The page asks the server again; what it answers comes back as `approval`. */
  protected override load(): Promise<void> {
    this.dispatchEvent(new CustomEvent('approval-changed', { bubbles: true }))
    return Promise.resolve()
  }

  #keeperOf(approval: Approval): DraftKeeper<Amendment[]> {
    this.#seen = approval
    return new DraftKeeper({ key: `amendments:${approval.id}:${approval.revision}`, owner: this.owner, read: (stored) => kept.parse(stored) })
  }
  #open(approval: Approval): void {
    this.#read = approval.id
    this.#possible = new Set(amendmentKindNames.filter((kind) => placesOf(approval.voted.text, kind).length > 0))
    this.#keeper = this.#keeperOf(approval)
    this.#set(this.#keeper.restore()?.value ?? approval.amendments, false)
  }
  /** The request changed: what the server does not have goes on here, under the new revision; else its amendments are shown. */
  #follow(approval: Approval): void {
    const unsaved = this.#keeper?.dirty === true
    this.overtaken = unsaved && !this.#savedHere && (this.overtaken || JSON.stringify(this.#seen.amendments) !== JSON.stringify(approval.amendments))
    this.#savedHere = false
    this.#keeper?.acknowledge()
    this.#keeper = this.#keeperOf(approval)
    this.#set(unsaved ? this.rows : approval.amendments, unsaved)
  }
  #set(rows: readonly Amendment[], typed = true): void {
    this.rows = rows
    if (typed) this.#keeper?.keep([...rows])
    // that something was saved says nothing of what is typed now
    if (typed && this.notice?.kind === 'good') this.notice = null
    this.dispatchEvent(new CustomEvent('amendments-changed', { bubbles: true, detail: { amendments: rows, unsaved: this.#keeper?.dirty === true } }))
  }
  #change(at: number, change: Partial<Amendment>): void {
    this.#set(this.rows.map((row, index) => (index === at ? { ...row, ...change } : row)))
  }
  #useSelection(at: number): void {
    const { text } = this.approval?.voted ?? {}
    const place = [...(text?.articles.map((a) => ({ id: a.id, label: a.number, kind: 'words' as const })) ?? []), ...(text?.annexes.map((a) => ({ id: a.id, label: a.label, kind: 'annex' as const })) ?? [])].find(({ id }) => id === this.chosen?.articleId)
    if (this.chosen !== null && place !== undefined) this.#change(at, { kind: place.kind, articleId: place.id, articleLabel: place.label, before: this.chosen.exact, targetId: '', targetLabel: '' })
  }
  /** Another kind keeps the place where it can, and what was typed; words of another place are none of the new one. */
  #takeKind(at: number, kind: AmendmentKind): void {
    const row = this.rows[at]
    const { approval } = this
    if (row === undefined || approval === null) return
    const places = placesOf(approval.voted.text, kind)
    const place = places.find(({ id }) => id === row.articleId) ?? places[0]
    this.#change(at, { ...row, kind, before: place?.id === row.articleId ? row.before : '', ...placed(approval.voted.text, kind, place?.id ?? '') })
  }
  async #remove(at: number): Promise<void> {
    const row = this.rows[at]
    if (row === undefined) return
    const typed = row.before + row.after + row.heading + row.reason !== ''
    if (typed && !(await ask({ heading: words.removeAmendment, text: words.confirmRemove(words.amendmentNo(at + 1)), confirm: words.removeNow, cancel: words.cancel, grave: true }))) return
    this.#set(this.rows.filter((one) => one !== row))
  }
  async #save(): Promise<void> {
    const { approval, rows } = this
    if (approval === null) return
    const body = { amendments: [...rows] }
    const done = await this.act({ ...body, etag: this.etag }, words.amendmentsSaved, (headers) => api.PUT('/api/approvals/{id}/amendments', { params: { path: { id: approval.id } }, body, headers: { ...headers, ...editing(this.etag) } }))
    // typed while it was sent: the server does not have it
    if (done && this.rows === rows) this.#keeper?.acknowledge()
    if (done) this.#savedHere = true
    else await this.#sayWhere()
    this.requestUpdate()
  }
  /** What is wrong is said with the number of its amendment, which comes into sight. */
  async #sayWhere(): Promise<void> {
    const at = Number(/^amendments\.(\d+)\./u.exec(this.fields[0]?.path ?? '')?.[1] ?? Number.NaN)
    if (Number.isNaN(at)) return
    this.notice = { kind: 'warn', text: `${words.amendmentNo(at + 1)}：${this.fields[0]?.message ?? ''}` }
    await this.updateComplete
    this.querySelectorAll('li.amendment')[at]?.scrollIntoView({ block: 'nearest' })
  }
  /** Back to what the server has. */
  async #drop(approval: Approval): Promise<void> {
    if (!(await ask({ heading: words.dropTyped, text: words.confirmDrop, confirm: words.dropTyped, cancel: words.cancel, grave: true }))) return
    this.#keeper?.acknowledge()
    this.overtaken = false
    this.notice = null
    this.#set(approval.amendments, false)
  }

  #typed(row: Amendment, at: number, key: 'before' | 'after' | 'reason', field: { label: string; hint?: string; required?: boolean; rows?: number }): TemplateResult {
    return html`<lf-field label=${field.label} hint=${field.hint ?? ''} ?required=${field.required === true} error=${this.error(`amendments.${at}.${key}`)}><textarea rows=${field.rows ?? 2} .value=${row[key]} @input=${(event: Event) => {
      if (event.target instanceof HTMLTextAreaElement) this.#change(at, { [key]: event.target.value })
    }}></textarea></lf-field>`
  }
  #name(row: Amendment, at: number, label: string): TemplateResult {
    return html`<lf-field label=${label} hint=${words.nameHint} required error=${this.error(`amendments.${at}.heading`)}><input maxlength="300" .value=${row.heading} @input=${(event: Event) => {
      if (event.target instanceof HTMLInputElement) this.#change(at, { heading: event.target.value })
    }}></lf-field>`
  }
  /** What an amendment takes away, as it stands. */
  #gone(lines: string, at: number, label: string): TemplateResult {
    const error = this.error(`amendments.${at}.before`) + this.error(`amendments.${at}.articleId`)
    return html`<div class="removed">${lines === '' ? nothing : html`<p class="small quiet">${label}</p><p class="said"><del>${lines}</del></p>`}${error === '' ? nothing : html`<p class="warn small">${error}</p>`}</div>`
  }
  /** What is typed for an amendment of this kind. */
  #fields(row: Amendment, at: number, text: LegalText): TemplateResult | typeof nothing {
    const place = placesOf(text, row.kind).find(({ id }) => id === row.articleId)
    switch (row.kind) {
      case 'words':
      case 'annex':
        return html`${this.#typed(row, at, 'before', { label: words.before, hint: row.kind === 'annex' ? words.annexHint : words.beforeHint })}${this.#typed(row, at, 'after', { label: words.after, hint: words.afterHint })}`
      case 'addAfter':
      case 'addBefore':
        return this.#typed(row, at, 'after', { label: words.addedWords, hint: words.addedHint, required: true, rows: 3 })
      case 'addClause':
        return this.#typed(row, at, 'after', { label: words.addedClause, hint: words.addedClauseHint, required: true, rows: 3 })
      case 'addItem':
        return this.#typed(row, at, 'after', { label: words.addedItem, hint: words.addedItemHint, required: true })
      case 'heading':
      case 'title':
        return this.#typed(row, at, 'after', { label: words.after, hint: place === undefined ? '' : words.wasHeading(place.words), required: true, rows: 1 })
      case 'addDivision':
        return html`${this.#name(row, at, words.divisionName)}${this.#typed(row, at, 'after', { label: words.addedArticles, hint: words.addedArticlesHint, required: true, rows: 6 })}`
      case 'splitChapter':
      case 'splitSection':
        return html`${this.#name(row, at, words.divisionName)}<p class="small quiet">${words.splitHint}</p>${this.error(`amendments.${at}.articleId`) === '' ? nothing : html`<p class="warn small">${this.error(`amendments.${at}.articleId`)}</p>`}`
      case 'addAnnex':
        return html`${this.#name(row, at, words.annexName)}${this.#typed(row, at, 'after', { label: words.annexWords, hint: words.annexWordsHint, required: true, rows: 5 })}`
      case 'remove': {
        const article = text.articles.find((a) => a.id === row.articleId)
        return this.#gone(article === undefined ? '' : wordsOfArticle(article), at, words.removedWords)
      }
      case 'removeClause':
        return this.#gone(labelled(text, row).before, at, words.removedClause)
      case 'removeDivision': {
        const division = text.divisions.find(({ id }) => id === row.articleId)
        return this.#gone(division === undefined ? '' : words.divisionExtent(division.number, division.heading, division.from ?? '', division.to ?? ''), at, words.removedDivision)
      }
      case 'removeAnnex':
        return this.#gone(text.annexes.filter(({ id }) => id === row.articleId).map(annexText).join(''), at, words.removedAnnex)
      case 'moveArticle':
      case 'mergeDivision':
        return nothing
      default: {
        const never: never = row.kind
        return html`${never}`
      }
    }
  }
  /** Nothing typed yet: that it cannot be carried out needs no saying. */
  #untouched({ kind, before, after, heading }: Amendment): boolean {
    const typed = kind === 'words' || kind === 'annex' ? before + after : kind === 'addDivision' || kind === 'addAnnex' || kind === 'splitChapter' || kind === 'splitSection' ? after + heading : after
    return typed === '' && !NOTHING_TYPED.has(kind)
  }
  #places(row: Amendment, at: number, text: LegalText): TemplateResult {
    const [places, targets] = [placesOf(text, row.kind), targetsOf(text, row.kind, row.articleId)]
    const choose = (event: Event, key: 'articleId' | 'targetId'): void => {
      if (!(event.target instanceof HTMLSelectElement)) return
      const { value } = event.target
      this.#change(at, key === 'articleId' ? placed(text, row.kind, value) : { targetId: value, targetLabel: targets.find(({ id }) => id === value)?.label ?? '' })
    }
    return html`${row.kind === 'title' || (row.kind === 'addAnnex' && text.annexes.length === 0) ? nothing : html`<lf-field label=${words.places[row.kind] ?? ''}><select @change=${(event: Event) => choose(event, 'articleId')}>${places.map((place) => html`<option value=${place.id} ?selected=${place.id === row.articleId}>${option(place)}</option>`)}</select></lf-field>`}
      ${targets.length === 0 ? nothing : html`<lf-field label=${words.targets[row.kind] ?? ''} error=${this.error(`amendments.${at}.targetId`)}><select @change=${(event: Event) => choose(event, 'targetId')}><option value="" ?selected=${row.targetId === ''}>${words.chooseTarget}</option>${targets.map((target) => html`<option value=${target.id} ?selected=${target.id === row.targetId}>${option(target)}</option>`)}</select></lf-field>`}`
  }

  #row(row: Amendment, at: number, approval: Approval, amended: Amended): TemplateResult {
    const { text } = approval.voted
    const fault = this.#untouched(row) ? '' : (amended.faults.find((f) => f.index === at)?.message ?? '')
    return html`<li class="amendment"><div class="amendment-head"><b>${words.amendmentNo(at + 1)}</b><button type="button" class="words grave" @click=${() => void this.#remove(at)}>${words.removeAmendment}</button></div>
      <lf-field label=${words.amendmentKind}><select @change=${(event: Event) => {
        const chosen = event.target instanceof HTMLSelectElement ? amendmentKindNames.find((kind) => kind === (event.target as HTMLSelectElement).value) : undefined
        if (chosen !== undefined) this.#takeKind(at, chosen)
      }}>${Object.entries(kindGroups).map(([group, kinds]) => {
        const possible = kinds.filter((kind) => this.#possible.has(kind))
        return possible.length === 0 ? nothing : html`<optgroup label=${words.kindGroups[group] ?? ''}>${possible.map((kind) => html`<option value=${kind} ?selected=${kind === row.kind}>${amendmentKinds[kind]}</option>`)}</optgroup>`
      })}</select></lf-field>
      ${this.#places(row, at, text)}${row.kind === 'words' || row.kind === 'annex' ? html`<p><button type="button" class="words" ?disabled=${this.chosen === null} @click=${() => this.#useSelection(at)}>${words.useSelection}</button></p>` : nothing}
      ${this.#fields(row, at, text)}${this.#typed(row, at, 'reason', { label: words.reason, required: true })}
      ${fault === '' ? nothing : html`<p class="warn" role="status">${words.cannot}${fault}</p>`}${amended.effects[at] === '' || amended.effects[at] === undefined ? nothing : html`<p class="effect">${amended.effects[at]}</p>`}</li>`
  }
  /** That there is something to save; what a colleague saved meanwhile stands beside it. */
  #unsaved(approval: Approval): TemplateResult {
    const saved = this.overtaken ? applyAmendments(approval.voted.text, approval.amendments).effects : []
    return html`<p class="unsaved"><span class="warn">${this.overtaken ? words.overtaken(approval.amendments.length) : words.notSaved}</span><button type="button" class="words" @click=${() => void this.#drop(approval)}>${words.dropTyped}</button></p>
      ${saved.length === 0 ? nothing : html`<ol class="small">${saved.map((effect) => html`<li>${effect}</li>`)}</ol>`}`
  }
  #add(approval: Approval): void {
    const { articles } = approval.voted.text
    // what was taken over already is not offered again
    const chosen = this.rows.some((row) => row.articleId === this.chosen?.articleId && row.before === this.chosen.exact) ? null : this.chosen
    const article = articles.find((a) => a.id === chosen?.articleId) ?? articles[0]
    this.#set([...this.rows, { kind: 'words', articleId: article?.id ?? '', articleKey: '', articleLabel: article?.number ?? '', before: article?.id === chosen?.articleId ? (chosen?.exact ?? '') : '', after: '', reason: '', targetId: '', targetLabel: '', heading: '' }])
  }

  protected override render(): TemplateResult | typeof nothing {
    const { approval } = this
    if (approval === null) return nothing
    const amended = applyAmendments(approval.voted.text, this.rows)
    const head = html`<h2>${words.amendments}<span>${words.amendmentCount(this.rows.length)}</span></h2>`
    if (!approval.may.amend) {
      return html`<section class="part">${head}${this.rows.length === 0 ? html`<p class="quiet">${words.noAmendments}</p>` : html`<ol class="amendments">${orderOfText(approval.voted.text, this.rows).map((at, place) => html`<li><p class="said">${toChineseNumber(place + 1)}、${amended.effects[at]}</p><p class="quiet small">${this.rows[at]?.reason}</p></li>`)}</ol>`}${amendmentConsequences(approval.voted.text, amended)}</section>`
    }
    return html`<section class="part">${head}<p class="small quiet">${words.amendHint}</p>
      <ul class="amendments">${this.rows.map((row, at) => this.#row(row, at, approval, amended))}</ul>${amendmentConsequences(approval.voted.text, amended)}
      ${this.noticeBar()}${this.#keeper?.dirty === true ? this.#unsaved(approval) : nothing}
      <div class="save-row"><button type="button" class="btn" @click=${() => this.#add(approval)}>${words.addAmendment}</button><button type="button" class="btn main" ?disabled=${this.busy} @click=${() => void this.#save()}>${words.saveAmendments}</button></div></section>`
  }
}
customElements.define('amendments-part', AmendmentsPart)
declare global { interface HTMLElementTagNameMap { 'amendments-part': AmendmentsPart } }
