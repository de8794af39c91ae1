import { html, nothing, type PropertyValues, type TemplateResult } from 'lit'
import type { Comparison, ThreeComparison } from '../../../law/compare/index.ts'
import { answer, type ApiProblem, api, asProblem } from '../../api/client.ts'
import '../../components/comparison/compare-outline.ts'
import '../../components/comparison/law-compare.ts'
import type { LawCompare } from '../../components/comparison/law-compare.ts'
import { type ShownRow, shownRows, shownThree, type Trait, traits } from '../../components/comparison/shown-rows.ts'
import { LightElement } from '../../components/light-element.ts'
import { addShortcuts } from '../../components/lf-shortcuts.ts'
import { messages } from '../../messages/zh.ts'
import { replaceQuery } from '../../navigation.ts'
import './alignment-dialog.ts'
import './compare.css'
import { type Compared, type ComparedThree, correctedRows, dateOf, isComparison, isThree, type Side } from './comparison-data.ts'
import './version-pick.ts'

const words = messages.library.compare
type Mode = 'two' | 'one' | 'three'
const modes: readonly Mode[] = ['two', 'one', 'three']
const isTrait = (word: string): word is Trait => (traits as readonly string[]).includes(word)

/**
 * Any two or three texts of the library beside each other. The address holds all of it: `from`, `to`, `middle` (key:date
 * or a version's id), `view`, `show` (what alone), and behind # the row.
 */
export class ViewCompare extends LightElement {
  static override properties = {
    query: { attribute: false }, compared: { state: true }, three: { state: true }, problem: { state: true }, current: { state: true }, correcting: { state: true }, notice: { state: true }, onlyChanged: { state: true },
  }
  declare query: URLSearchParams
  declare compared: Compared | null
  declare three: ComparedThree | null
  declare problem: ApiProblem | null
  declare current: string
  declare correcting: ShownRow | 'history' | null
  declare notice: string
  declare onlyChanged: boolean
  #asked = ''
  #rows: readonly ShownRow[] = []
  #rowsOf: Comparison | ThreeComparison | null = null
  #takeKeysAway: (() => void) | null = null

  constructor() {
    super()
    this.query = new URLSearchParams()
    this.compared = null
    this.three = null
    this.problem = null
    this.current = ''
    this.correcting = null
    this.notice = ''
    this.onlyChanged = true
  }

  override connectedCallback(): void {
    super.connectedCallback()
    this.#takeKeysAway = addShortcuts({ title: words.keys.title, keys: () => words.keys.list })
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#takeKeysAway?.()
  }

  get #mode(): Mode {
    return modes.find((one) => one === this.query.get('view')) ?? 'two'
  }
  get #chosen(): Set<Trait> {
    return new Set((this.query.get('show') ?? '').split(',').filter(isTrait))
  }
  get #comparison(): Comparison | null {
    const comparison = this.compared?.comparison
    return isComparison(comparison) ? comparison : null
  }
  get #threeComparison(): ThreeComparison | null {
    const comparison = this.three?.comparison
    return this.#mode === 'three' && isThree(comparison) ? comparison : null
  }

  protected override willUpdate(): void {
    const shown = this.#threeComparison ?? this.#comparison
    if (shown === this.#rowsOf) return
    this.#rowsOf = shown
    this.#rows = this.#threeComparison !== null ? shownThree(this.#threeComparison) : this.#comparison !== null ? shownRows(this.#comparison) : []
  }
  protected override updated(changed: PropertyValues): void {
    if (changed.has('query')) void this.#load()
  }

  async #load(again = false): Promise<void> {
    const [from, to, middle] = [this.query.get('from') ?? '', this.query.get('to') ?? '', this.#mode === 'three' ? (this.query.get('middle') ?? '') : '']
    const asked = `${from} ${middle} ${to}`
    if (from === '' || to === '' || (asked === this.#asked && !again)) return
    this.#asked = asked
    this.problem = null
    try {
      if (!again) this.compared = null
      const [{ data }, three] = await Promise.all([
        answer(api.GET('/api/library/comparison', { params: { query: { from, to } } })),
        middle === '' ? null : answer(api.GET('/api/library/comparison/three', { params: { query: { from, middle, to } } })),
      ])
      if (this.#asked !== asked) return
      this.compared = data
      this.three = three?.data ?? null
      await this.updateComplete
      const row = location.hash.slice(1)
      if (row !== '' && !again) {
        const shown = this.querySelector<LawCompare>('law-compare')
        await shown?.updateComplete
        shown?.show(decodeURIComponent(row))
      }
    } catch (thrown) {
      if (this.#asked === asked) this.problem = asProblem(thrown)
    }
  }

  #set(values: Readonly<Record<string, string | null>>): void {
    const query = new URLSearchParams(this.query)
    for (const [name, value] of Object.entries(values)) {
      if (value === null || value === '') query.delete(name)
      else query.set(name, value)
    }
    replaceQuery(query)
    this.query = query
  }

  #setMode(mode: Mode): void {
    if (mode !== 'three') return this.#set({ view: mode === 'two' ? null : mode })
    const { compared } = this
    if (compared === null) return
    // a text between the two, else any other of the work
    const between = compared.to.versions.filter(({ address }) => address !== compared.to.address && address !== compared.from.address)
    this.#set({ view: 'three', middle: this.query.get('middle') ?? between.at(-1)?.address ?? compared.from.address })
  }

  readonly #saved = (event: CustomEvent<{ said: string; of: { old: readonly string[]; new: readonly string[] } }>): void => {
    const { said, of } = event.detail
    this.correcting = null
    this.notice = said
    void this.#load(true).then(async () => {
      await this.updateComplete
      // rows have other addresses now: the reader stays where they were
      const row = this.#rows.find(({ places }) => places[0]?.some(({ id }) => of.old.includes(id)) === true || places[1]?.some(({ id }) => of.new.includes(id)) === true)
      if (row !== undefined) this.querySelector<LawCompare>('law-compare')?.show(row.id)
    })
  }

  #label(side: Side): string {
    const one = this.compared
    const oneWork = one !== null && one.from.title === one.to.title
    return oneWork ? dateOf(side) : `${side.title}（${dateOf(side)}）`
  }

  #picks(compared: Compared): TemplateResult {
    const pick = (name: 'from' | 'middle' | 'to', label: string, side: Side): TemplateResult => html`<version-pick label=${label} .side=${side} ?named=${compared.from.title !== compared.to.title} @version-picked=${(event: CustomEvent<{ address: string }>) => this.#set({ [name]: event.detail.address })}></version-pick>`
    const middle = this.#mode === 'three' ? this.three?.middle : undefined
    return html`<div class="compare-picks">${pick('from', words.from, compared.from)}${middle === undefined ? nothing : pick('middle', words.middle, middle)}${pick('to', words.to, compared.to)}
      <button type="button" class="btn short swap" title=${words.swapHint} @click=${() => this.#set({ from: this.query.get('to'), to: this.query.get('from') })}>${words.swap}</button></div>`
  }

  #print(): TemplateResult {
    const query = new URLSearchParams({ from: this.query.get('from') ?? '', to: this.query.get('to') ?? '', ...(this.#mode === 'three' && this.three !== null ? { middle: this.query.get('middle') ?? '' } : {}), changedOnly: String(this.onlyChanged) }).toString()
    return html`<lf-popover label=${words.print.label} wide><button type="button" slot="trigger" class="btn main" aria-haspopup="dialog">${words.print.label}</button>
      <p>${this.#mode === 'three' ? words.print.hintThree : words.print.hint}</p><label class="option"><input type="checkbox" .checked=${this.onlyChanged} @change=${() => { this.onlyChanged = !this.onlyChanged }}>${words.print.changedOnly}</label>
      <p class="print-forms"><a class="btn main" href="/api/library/comparison-table.docx?${query}" download>${words.print.docx}</a><a class="btn" href="/api/library/comparison-table.pdf?${query}" download>${words.print.pdf}</a></p></lf-popover>`
  }

  #how(compared: Compared): TemplateResult {
    const algorithms = this.#mode === 'three' && this.three !== null ? [...new Set(this.three.algorithms)] : [compared.algorithm]
    const holding = compared.corrections.filter(({ undone }) => undone === null).length
    return html`<p class="compare-how">${words.algorithm(algorithms.join('、'))}${compared.algorithm === compared.algorithmNow ? nothing : html`，${words.stored(compared.algorithmNow)}`}${compared.corrections.length === 0 ? nothing : html`　${holding === 0 ? words.allUndone : words.saidBy(holding)}　<button type="button" class="words" @click=${() => { this.correcting = 'history' }}>${words.history}</button>`}</p>`
  }

  protected override render(): TemplateResult {
    const { compared, problem } = this
    if (problem !== null) return html`<lf-error .problem=${problem} @retry=${() => void this.#load(true)}></lf-error>`
    if (!this.query.has('from') || !this.query.has('to')) return html`<div class="page"><lf-empty heading=${words.nothing} text=${words.nothingHint}></lf-empty></div>`
    if (compared === null) return html`<lf-loading text=${messages.library.work.comparing}></lf-loading>`
    const oneWork = compared.from.title === compared.to.title
    const chosen = this.#chosen
    const three = this.#threeComparison
    const mode: Mode = this.#mode === 'three' && three === null ? 'two' : this.#mode
    const summary = this.#comparison?.summary
    const sides = three !== null && this.three !== null ? [this.three.from, this.three.middle, this.three.to] : [compared.from, compared.to]
    return html`<lf-case-bar heading=${oneWork ? compared.to.title : words.twoWorks(compared.from.title, compared.to.title)} .crumbs=${[{ label: messages.library.title, path: '/library' }, { label: compared.to.title, path: `/library/${compared.to.workKey}` }, { label: words.title }]}
        .facts=${summary === undefined ? [] : words.facts(summary)}><div class="actions">${this.#print()}</div></lf-case-bar>
      ${this.notice === '' ? nothing : html`<lf-notice-bar kind="good" text=${this.notice} closable @notice-closed=${() => { this.notice = '' }}></lf-notice-bar>`}
      <div class="compare-choose">${this.#picks(compared)}
        <span class="choices" role="group" aria-label=${words.arrangement}>${modes.map((one) => html`<button type="button" aria-pressed=${one === mode ? 'true' : 'false'} @click=${() => this.#setMode(one)}>${words.modes[one]}</button>`)}</span></div>
      <div class="compare-page"><compare-outline .rows=${this.#rows} .chosen=${chosen} current=${this.current} @row-wanted=${(event: CustomEvent<{ rowId: string }>) => this.querySelector<LawCompare>('law-compare')?.show(event.detail.rowId)}></compare-outline>
        <div class="compare-main"><law-compare pageKeys .comparison=${this.#comparison} .three=${three} mode=${mode} .chosen=${chosen} .labels=${sides.map((side) => this.#label(side))}
            .corrected=${correctedRows(compared.corrections, this.#rows)} ?mayCorrect=${compared.mayCorrect}
            @place-changed=${(event: CustomEvent<{ current: string }>) => { this.current = event.detail.current; if (event.detail.current !== '') history.replaceState(history.state, '', `#${event.detail.current}`) }}
            @chosen-changed=${(event: CustomEvent<{ chosen: ReadonlySet<Trait> }>) => this.#set({ show: [...event.detail.chosen].join(',') })}
            @correction-wanted=${(event: CustomEvent<{ row: ShownRow }>) => { this.correcting = event.detail.row; this.notice = '' }}></law-compare>${this.#how(compared)}</div></div>
      <alignment-dialog .wanted=${this.correcting} .compared=${compared} .rows=${this.#rows} @dialog-closed=${() => { this.correcting = null }} @alignment-said=${this.#saved}></alignment-dialog>`
  }
}
customElements.define('view-compare', ViewCompare)
