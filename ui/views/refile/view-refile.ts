import { html, nothing, type TemplateResult } from 'lit'
import type { Change, Comparison, ComparisonRow } from '../../../law/compare/index.ts'
import { answer, api, asProblem, editing, Submission } from '../../api/client.ts'
import type { ApiProblem } from '../../api/problem.ts'
import type { components } from '../../api/schema.d.ts'
import { changedLines, changedWords, compareLegend } from '../../components/comparison/changed-words.ts'
import { marginWords } from '../../components/comparison/margin-words.ts'
import { shortNumber } from '../../components/comparison/row-words.ts'
import { type ShownRow, shownRows } from '../../components/comparison/shown-rows.ts'
import { LightElement } from '../../components/light-element.ts'
import { dayOf } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import './refile.css'

type Refiled = components['schemas']['RefileComparison']
type Flag = Refiled['flags'][number]
type Verdict = NonNullable<Flag['judgement']>['verdict']
const words = messages.outcome.refile
const verdicts = ['resolved', 'partly', 'unresolved', 'justified'] as const

/** The API hands comparisons through as law/compare made them. */
const isComparison = (value: unknown): value is Comparison => typeof value === 'object' && value !== null && 'rows' in value && Array.isArray(value.rows)
const isChanges = (value: unknown): value is Change[] => Array.isArray(value)

/** The corrected text, flag by flag: unchanged, changed, deleted, before a person judges; then everything else. */
export class ViewRefile extends LightElement {
  static override properties = { params: { attribute: false }, data: { state: true }, failed: { state: true }, notice: { state: true }, busy: { state: true }, settling: { state: true }, notes: { state: true } }
  declare params: Readonly<Record<string, string>>
  declare data: Refiled | null
  declare failed: ApiProblem | null
  declare notice: { kind: 'good' | 'warn'; text: string } | null
  declare busy: boolean
  declare settling: boolean
  declare notes: Readonly<Record<string, string>>
  readonly #submission = new Submission()
  #read = ''

  constructor() {
    super()
    this.params = {}
    this.data = null
    this.failed = null
    this.notice = null
    this.busy = false
    this.settling = false
    this.notes = {}
  }

  protected override willUpdate(): void {
    const id = this.params['id'] ?? ''
    if (id === '' || id === this.#read) return
    this.#read = id
    void this.#load()
  }
  async #load(): Promise<void> {
    try {
      this.data = (await answer(api.GET('/api/outcome/{id}/refile-comparison', { params: { path: { id: this.#read } } }))).data
      this.failed = null
    } catch (thrown) {
      this.failed = asProblem(thrown)
    }
  }
  async #act(said: string, act: () => Promise<void>): Promise<void> {
    this.busy = true
    try {
      await act()
      this.notice = said === '' ? this.notice : { kind: 'good', text: said }
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.notice = { kind: 'warn', text: problem.kind === 'stale' ? messages.outcome.stale : (problem.fields[0]?.message ?? problem.told) }
    } finally {
      this.busy = false
      await this.#load()
    }
  }
  async #judge(flag: Flag, verdict: Verdict): Promise<void> {
    const { data } = this
    if (data === null) return
    const body = { refiledId: data.new.filingId, finding: flag.finding, algorithm: data.algorithm, verdict, note: this.notes[flag.id] ?? flag.judgement?.note ?? '' }
    await this.#act('', async () => void (await answer(api.PUT('/api/outcome/{id}/judgements/{flagId}', { params: { path: { id: data.caseId, flagId: flag.id } }, body }))))
  }
  async #settle(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { data } = this
    if (data === null || !(event.target instanceof HTMLFormElement)) return
    const unsettled = new FormData(event.target).get('unsettled') === 'keepForOpinion' ? ('keepForOpinion' as const) : ('putAgain' as const)
    const body = { unsettled, outcome: 'modified' as const }
    this.settling = false
    await this.#act('', async () => {
      const given = await this.#submission.send({ body, revision: data.revision }, (headers) => api.POST('/api/outcome/{id}/settle', { params: { path: { id: data.caseId } }, body, headers: { ...headers, ...editing(`"${data.revision}"`) } }))
      this.notice = { kind: 'good', text: given.data.resolved ? words.settled : words.leftOpen(given.data.open) }
    })
  }

  #side(data: Refiled, others: readonly ShownRow[]): TemplateResult {
    const papers = data.papers
    return html`<nav class="refile-side" aria-label=${words.problems}><h2>${words.problems}</h2>
      <ul>${data.flags.map((flag) => html`<li><a href="#flag-${flag.id}" @click=${(event: Event) => { event.preventDefault(); this.querySelector(`#flag-${CSS.escape(flag.id)}`)?.scrollIntoView({ block: 'start' }) }}><b class="n">${flag.number}</b><span>${flag.articleLabel}</span><span class="finding ${flag.finding}">${words.findings[flag.finding]}</span><small>${flag.newArticleNumber !== null && flag.newArticleNumber !== flag.articleLabel ? html`${words.nowAt(flag.newArticleNumber)}　` : nothing}${flag.judgement === null ? html`<span class="soon">${words.pending}</span>` : words.verdicts[flag.judgement.verdict]}</small></a></li>`)}</ul>
      <h2>${words.others}</h2><ul><li><a href="#others" @click=${(event: Event) => { event.preventDefault(); this.querySelector('#others')?.scrollIntoView({ block: 'start' }) }}><b class="n"></b><span>${words.othersAt(others.length)}</span></a></li></ul>
      ${papers.length === 0 ? nothing : html`<h2>${words.papers}</h2><ul>${papers.map((paper) => html`<li>${paper.number === null ? html`<span class="row"><b class="n"></b><span>${paper.label}</span><small>${paper.on ?? ''}</small></span>` : html`<a href=${to(`/papers/${paper.id}`)}><b class="n"></b><span>${paper.label}</span><small>${paper.number}　${paper.on ?? ''}</small></a>`}</li>`)}</ul>`}</nav>`
  }

  #half(flag: Flag, row: ComparisonRow | undefined, side: 'old' | 'new'): TemplateResult {
    const own = row?.[side] ?? []
    const other = row?.[side === 'old' ? 'new' : 'old'] ?? []
    const compare = messages.elements.compare
    const number = (list: ComparisonRow['old']): string => list.map((article) => article.number).join('、')
    if (side === 'new' && own.length === 0) return html`<div class="half"><div class="no"><span class="finding ${flag.finding === 'notFound' ? 'notFound' : 'deleted'}">${flag.finding === 'notFound' ? words.findings['notFound'] : words.gone}</span></div><div class="absent">${flag.finding === 'notFound' ? words.notFoundNote : words.goneNote}</div></div>`
    const moved = number(own) !== number(other) && other.length > 0
    const margin = row === undefined || row.kind !== 'changed' ? [] : marginWords(row.changes.filter((change) => change.op !== (side === 'old' ? 'insert' : 'delete')))
    return html`<div class="half"><div class="no">${own.length === 0 ? flag.articleLabel : number(own)}${moved ? html`<small class=${row?.moved === true ? 'moved' : 'quiet'}>${row?.moved === true ? (side === 'old' ? compare.movedTo(number(other)) : compare.movedFrom(number(other))) : side === 'old' ? compare.now(number(other)) : compare.was(number(other))}</small>` : nothing}</div>
      <div class="law">${row === undefined ? html`<p>${flag.quote}</p>` : changedLines(row.changes, side, { old: row.old, new: row.new })}</div><div class="margin">${margin.map((mark) => html`<span>${mark}</span>`)}</div></div>`
  }

  #flag(flag: Flag, data: Refiled, comparison: Comparison): TemplateResult {
    const row = comparison.rows.find(({ old }) => old.some(({ id }) => id === flag.articleId))
    const judged = flag.judgement
    const open = ['confirmed', 'putToMaker', 'answered'].includes(flag.state.id)
    const elsewhere = flag.movedElsewhere && isChanges(flag.changes)
    return html`<section class="refiled ${judged === null ? 'todo' : ''}" id="flag-${flag.id}"><h3>${words.problem(flag.number)}　<span class="finding ${flag.finding}">${words.findings[flag.finding]}</span></h3><span class="standard">${flag.standardLabel}　${flag.codeLabel}</span>
      <p class="asked">${words.require}${flag.suggestion}<span>　${flag.superior}</span></p>
      <div class="pair">${this.#half(flag, row, 'old')}${this.#half(flag, row, 'new')}</div>
      ${elsewhere ? html`<p class="small">${words.elsewhere}（${flag.newArticleNumber ?? ''}）：<span class="law">${changedWords(isChanges(flag.changes) ? flag.changes : [], 'both')}</span></p>` : nothing}${flag.contextChanged ? html`<p class="small soon">${words.context}</p>` : nothing}
      <div class="judge"><span class="note">${data.mayJudge && open ? html`<input aria-label="${words.problem(flag.number)} ${words.note}" placeholder=${words.note} .value=${this.notes[flag.id] ?? judged?.note ?? ''} @input=${(event: Event) => { if (event.target instanceof HTMLInputElement) this.notes = { ...this.notes, [flag.id]: event.target.value } }}>` : (judged?.note ?? '')}${flag.makerAnswer === null ? nothing : html`<span class="quiet">${words.makerSaid}“${flag.makerAnswer}”</span>`}</span>
        <span>${judged === null ? words.yours : html`${judged.byName}　${dayOf(judged.at)}`}</span>
        <span class="choices" role="group" aria-label="${words.problem(flag.number)} ${words.yours}">${verdicts.map((verdict) => html`<button type="button" aria-pressed=${judged?.verdict === verdict ? 'true' : 'false'} ?disabled=${this.busy || !data.mayJudge || !open} @click=${() => void this.#judge(flag, verdict)}>${words.verdicts[verdict]}</button>`)}</span></div></section>`
  }

  /** Title, headings and annexes as well as articles: what nobody asked for is easily overlooked. */
  #others(rows: readonly ShownRow[], data: Refiled): TemplateResult {
    const numbers = (row: ShownRow): string => (row.what === 'article' ? (row.places.findLast((places) => places.length > 0) ?? []).map(({ number }) => number).join('、') : shortNumber(row))
    const label = (row: ShownRow): string => `${numbers(row)}${row.kind === 'removed' ? words.removed : row.kind === 'added' ? words.added : ''}`
    return html`<section class="refile-others" id="others"><h2>${words.othersTitle(rows.length)}<span>${words.othersHint}</span></h2><p class="small quiet"><a class="u" href=${to(`/library/compare?from=${data.old.versionId}&to=${data.new.versionId}`)}>${messages.review.wholeComparison}</a>　${messages.library.compare.algorithm(data.algorithm)}</p>
      ${rows.length === 0 ? html`<p class="quiet">${words.noOthers}</p>` : html`<ul>${rows.map((row) => html`<li><b>${label(row)}</b><span class="law">${changedWords(row.steps[1]?.changes ?? [], 'both')}</span><a href=${to(`/review/${data.new.filingId}`)}>${words.raise}</a></li>`)}</ul>`}</section>`
  }

  protected override render(): TemplateResult {
    const { data } = this
    if (this.failed !== null) return html`<lf-error .problem=${this.failed} @retry=${() => void this.#load()}></lf-error>`
    if (data === null) return html`<lf-loading></lf-loading>`
    const { comparison } = data
    if (!isComparison(comparison)) return html`<lf-loading></lf-loading>`
    const flagged = new Set(data.flags.map(({ articleId }) => articleId))
    const others = shownRows(comparison).filter((row) => row.kind !== 'same' && row.places[0]?.some(({ id }) => flagged.has(id)) !== true)
    const pending = data.flags.filter(({ judgement, state }) => judgement === null && ['confirmed', 'putToMaker', 'answered'].includes(state.id)).length
    const open = data.flags.filter(({ judgement }) => judgement === null || judgement.verdict === 'partly' || judgement.verdict === 'unresolved').length
    const handled = ['concern', 'negotiating', 'opinionIssued', 'orderedToFix', 'suspended'].includes(data.caseState)
    const count = (finding: Flag['finding']): number => data.flags.filter((flag) => flag.finding === finding).length
    const side = (one: Refiled['old']): TemplateResult => html`${one.documentNo}　${one.promulgated === null ? '' : words.published(one.promulgated)}`
    return html`<lf-case-bar heading="${data.new.title}${words.after}" .crumbs=${[{ label: messages.outcome.queue, path: '/queue' }, { label: data.new.registrationNo ?? data.new.documentNo }, { label: words.with(data.old.registrationNo ?? data.old.documentNo), path: `/review/${data.caseId}` }]} .facts=${[data.new.documentNo, data.new.promulgated === null ? '' : words.published(data.new.promulgated), data.new.submittedOn === null ? '' : words.resubmitted(data.new.submittedOn)].filter((fact) => fact !== '')} .state=${{ kind: pending === 0 ? ('done' as const) : ('active' as const), word: words.title }} .beside=${html`<span class="quiet nowrap">${words.remaining(pending)}</span>`}>
        <div class="actions">${data.caseState === 'resolved' ? html`<a class="btn main" href=${to(`/outcome/${data.caseId}/close`)}>${words.close}</a>` : nothing}${handled && data.mayJudge ? html`<a class="btn" href=${to(`/outcome/${data.caseId}/contact`)}>${words.contact}</a><button class="btn main" ?disabled=${this.busy} aria-disabled=${pending > 0 ? 'true' : nothing} @click=${() => { if (pending > 0) this.notice = { kind: 'warn', text: words.remaining(pending) }; else this.settling = true }}>${words.settle}</button>` : nothing}</div></lf-case-bar>
      ${this.notice === null ? nothing : html`<lf-notice-bar kind=${this.notice.kind} text=${this.notice.text} closable @notice-closed=${() => { this.notice = null }}></lf-notice-bar>`}
      <div class="refile">${this.#side(data, others)}<div class="refile-main">
        <div class="refile-lead"><span>${words.summary(data.flags.length)}${words.changed}<b>${count('changed')}</b>${words.place}</span><span>${words.deleted}<b>${count('deleted')}</b>${words.place}</span><span>${words.unchanged}<b>${count('unchanged')}</b>${words.place}</span>${count('notFound') === 0 ? nothing : html`<span class="soon">${words.findings['notFound']}<b>${count('notFound')}</b>${words.place}</span>`}<span class="key">${compareLegend()}<span>${words.key.margin}</span></span></div>
        <div class="refile-cols"><span><b>${words.before}</b>　${side(data.old)}</span><span><b>${words.afterText}</b>　${side(data.new)}</span></div>
        ${data.flags.map((flag) => this.#flag(flag, data, comparison))}${this.#others(others, data)}</div></div>
      <lf-dialog heading=${words.settleTitle} ?open=${this.settling} @dialog-closed=${() => { this.settling = false }}><form id="settle" @submit=${(event: SubmitEvent) => void this.#settle(event)}>${open === 0 ? html`<p>${words.allSettled}</p>` : html`<p>${words.someOpen(open)}</p><div class="options"><label class="option"><input type="radio" name="unsettled" value="putAgain" checked>${words.putAgain}</label><label class="option"><input type="radio" name="unsettled" value="keepForOpinion">${words.keepForOpinion}</label></div>`}</form>
        <button slot="actions" class="btn main" form="settle">${words.settle}</button></lf-dialog>`
  }
}
customElements.define('view-refile', ViewRefile)
declare global { interface HTMLElementTagNameMap { 'view-refile': ViewRefile } }
