import { html, nothing, type TemplateResult } from 'lit'
import { shortMeeting } from '../../../law/procedure/index.ts'
import { answer, type ApiProblem, api, asProblem, editing, Submission } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import { ask } from '../../components/ask.ts'
import '../../components/lf-case-bar.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { go, replaceQuery, to } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import type { OrganChoice } from './item-form.ts'
import { planBoard } from './plan-board.ts'
import { planCalendar } from './plan-calendar.ts'
import type { PlanAct } from './plan-dialog.ts'
import './plan-dialog.ts'
import { planDirectory } from './plan-directory.ts'
import { datedItems, planPicture } from './plan-picture.ts'
import type { Plan, PlanItem } from './plan-words.ts'
import './plan.css'

const words = messages.plan
type Paper = components['schemas']['PaperRow']
const views = ['board', 'timeline', 'calendar', 'directory'] as const
type View = (typeof views)[number]
/** steps that stand as the main button, the first that is offered */
const mainSteps = ['publish', 'adopt', 'recordProvinceReply']

/** 一份规划、计划: progress against its months, the board by stage, calendar and directory, and its steps. */
export class ViewPlan extends LightElement {
  static override properties = { params: { attribute: false }, query: { attribute: false }, plan: { state: true }, organs: { state: true }, papers: { state: true }, act: { state: true }, said: { state: true }, problem: { state: true } }
  declare params: Readonly<Record<string, string>>
  declare query: URLSearchParams
  declare plan: Plan | null
  declare organs: readonly OrganChoice[]
  declare papers: readonly Paper[]
  declare act: PlanAct | null
  declare said: { kind: 'good' | 'bad'; text: string } | null
  declare problem: ApiProblem | null
  readonly #session = new SessionReader(this)
  readonly #submission = new Submission()

  constructor() {
    super()
    this.params = {}
    this.query = new URLSearchParams()
    this.plan = null
    this.organs = []
    this.papers = []
    this.act = null
    this.said = null
    this.problem = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    void this.#load()
  }

  async #load(): Promise<void> {
    try {
      this.plan = (await answer(api.GET('/api/plans/{id}', { params: { path: { id: this.params['id'] ?? '' } } }))).data
      this.problem = null
      if (!this.plan.outside) this.papers = (await answer(api.GET('/api/papers', { params: { query: { view: 'all', planId: this.plan.id, limit: 20 } } }))).data.items.filter((row) => row.state.id !== 'withdrawn')
      if (this.plan.mayWrite || this.plan.mayDecide) this.organs = (await answer(api.GET('/api/organs'))).data.organs
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  get #view(): View {
    const asked = this.query.get('view')
    return views.find((v) => v === asked) ?? (this.plan?.state === 'drafting' || this.plan?.state === 'consulting' || this.plan?.outside === true ? 'directory' : 'board')
  }

  #show(view: View): void {
    this.query = new URLSearchParams({ view })
    replaceQuery(this.query)
  }

  async #remind(plan: Plan): Promise<void> {
    try {
      const { data } = await this.#submission.send([plan.id, 'remind', plan.today], (headers) => api.POST('/api/plans/{id}/reminders', { params: { path: { id: plan.id } }, headers }))
      this.said = { kind: 'good', text: words.reminded(data.items, data.told, data.notReached) }
    } catch (thrown) {
      this.#tell(thrown)
    }
  }

  /** 拟计划文书: the plan on paper, then its page, where it is checked and signed. */
  async #draftPaper(plan: Plan): Promise<void> {
    try {
      const { data } = await this.#submission.send([plan.id, 'paper', this.papers.length], (headers) => api.POST('/api/plans/{id}/papers', { params: { path: { id: plan.id } }, headers }))
      await go(`/papers/${data.id}`)
    } catch (thrown) {
      this.#tell(thrown)
    }
  }

  async #remove(plan: Plan, item: PlanItem): Promise<void> {
    if (!(await ask({ heading: words.removeAsk(item.title), text: words.removeText, confirm: words.remove, cancel: messages.elements.dialog.cancel, grave: true }))) return
    try {
      this.plan = (await answer(api.DELETE('/api/plan-items/{id}', { params: { path: { id: item.id } }, headers: editing(`"${plan.revision}"`) }))).data
      this.said = { kind: 'good', text: words.saved }
    } catch (thrown) {
      this.#tell(thrown)
    }
  }

  #tell(thrown: unknown): void {
    const problem = asProblem(thrown)
    this.said = { kind: 'bad', text: problem.told }
  }

  #head(plan: Plan): TemplateResult {
    const owing = plan.items.filter((i) => !i.ended && i.standing.owesExplanation).length
    const facts = [
      plan.adoptedOn === null ? words.notAdopted : words.adopted(plan.adoptedOn, shortMeeting(plan.adoptedBy ?? '')), ...(plan.adjustments.length === 0 ? [] : [words.adjusted(plan.adjustments.length)]),
      ...(plan.provinceAskedOn === null ? [] : [words.province(plan.provinceAskedOn, plan.provinceRepliedOn)]), ...(plan.partyConsultedOn === null ? (plan.partyGate ? [] : [words.noParty]) : [words.party(plan.partyConsultedOn)]),
    ]
    const main = mainSteps.map((key) => plan.actions.find((a) => a.key === key)).find((a) => a !== undefined)
    const rest = plan.actions.filter((a) => a !== main && a.key !== 'adjust')
    const mayRemind = owing > 0 && this.#session.hasRole(['legislationOfficer', 'legislationChief'])
    const papers = html`${this.papers.map((row) => html`<a class="words" href=${to(`/papers/${row.id}`)}>${words.paper}（${row.number ?? row.state.label}）</a>`)}${plan.mayDraftPaper && !this.papers.some((row) => row.state.id !== 'issued') ? html`<button class="words" @click=${() => void this.#draftPaper(plan)}>${words.draftPaper}</button>` : nothing}`
    const beside = html`${papers}${rest.map((a) => html`<button class="words" @click=${() => { this.act = { kind: 'step', action: a } }}>${a.label}</button>`)}
      ${plan.actions.some((a) => a.key === 'adjust') ? html`<button class="words" @click=${() => { this.act = { kind: 'adjust' } }}>${words.adjustTitle}</button>` : nothing}`
    return html`<lf-case-bar heading=${plan.title} .crumbs=${[{ label: words.title, path: '/plans' }, { label: plan.organ }]} .facts=${facts} .state=${{ kind: plan.state === 'published' || plan.state === 'adopted' ? 'done' : 'active', word: plan.stateLabel }} .beside=${beside}>
      <div class="actions">${owing > 0 ? html`<span class="owing" title=${words.lateHint}>${words.late(owing)}</span>` : nothing}<a class="btn" href=${`/api/plans/${plan.id}/export`} download>${words.exportDo}</a>
        ${plan.mayWrite ? html`<button class="btn ${main === undefined ? 'main' : ''}" @click=${() => { this.act = { kind: 'add' } }}>${words.add}</button>` : nothing}
        ${mayRemind ? html`<button class="btn ${main === undefined ? 'main' : ''}" @click=${() => void this.#remind(plan)}>${words.remind}</button>` : nothing}
        ${main === undefined ? nothing : html`<button class="btn main" @click=${() => { this.act = { kind: 'step', action: main } }}>${main.label}</button>`}</div></lf-case-bar>`
  }

  #progress(plan: Plan): TemplateResult {
    // what no longer goes on has its column only where there is some
    const columns = (['listed', 'finished', 'underWay', 'late', 'paused', 'dropped'] as const).filter((c) => c !== 'dropped' || plan.progress.some((p) => p.dropped > 0))
    const cell = (key: keyof Plan['progress'][number], value: number): TemplateResult => html`<td class=${key === 'late' && value > 0 ? 'late' : ''}>${value === 0 ? '–' : key === 'late' ? `! ${value}` : value}</td>`
    return html`<section class="plan-progress"><div class="counts"><table><thead><tr><th>${words.progress.class}</th>${columns.map((c) => html`<th>${words.progress[c]}</th>`)}</tr></thead><tbody>
        ${plan.progress.map((p) => html`<tr><th scope="row">${p.label}</th>${columns.map((c) => cell(c, p[c]))}</tr>`)}
        <tr class="total"><th scope="row">${words.progress.total}</th>${columns.map((c) => cell(c, plan.progress.reduce((sum, p) => sum + p[c], 0)))}</tr></tbody></table>
      <p class="legend"><span>◇ ${words.legend.due}</span><span><i>◆</i> ${words.legend.done}</span><span>┄ ${words.legend.delay}</span><span>│ ${words.legend.today(plan.today)}</span><br>${words.counted(plan.billLead.amount, plan.billLead.confirmed)}</p></div>
      <div class="pic">${this.#view === 'timeline' ? planPicture(plan, datedItems(plan)) : planPicture(plan)}</div></section>`
  }

  #body(plan: Plan): TemplateResult {
    switch (this.#view) {
      case 'board': return planBoard(plan)
      // its lines stand beside the counts
      case 'timeline': return html``
      case 'calendar': return planCalendar(plan, plan.meetings)
      case 'directory': return planDirectory(plan, { act: (act) => { this.act = act }, remove: (item) => void this.#remove(plan, item) })
      default: {
        const never: never = this.#view
        throw new RangeError(`no view ${String(never)}`)
      }
    }
  }

  protected override render(): TemplateResult {
    if (this.problem !== null) return html`<lf-error .problem=${this.problem} @retry=${() => void this.#load()}></lf-error>`
    const { plan } = this
    if (plan === null) return html`<lf-loading rows="8"></lf-loading>`
    return html`${this.#head(plan)}
      ${this.said === null ? nothing : html`<lf-notice-bar kind=${this.said.kind} text=${this.said.text} closable @notice-closed=${() => { this.said = null }}></lf-notice-bar>`}
      ${plan.partial ? html`<lf-notice-bar kind="info" text=${words.partial}></lf-notice-bar>` : nothing}
      ${plan.mayDecide && plan.incomplete.length > 0 && plan.adoptedOn === null ? html`<lf-notice-bar kind="warn" text=${words.incomplete(plan.incomplete)}></lf-notice-bar>` : nothing}
      <nav class="plan-views" aria-label=${plan.title}>${views.filter((view) => !plan.outside || view === 'board' || view === 'directory').map((view) => html`<button class="plain" aria-current=${view === this.#view ? 'page' : nothing} @click=${() => this.#show(view)}>${words.views[view]}</button>`)}</nav>
      ${plan.outside || plan.items.length === 0 ? nothing : this.#progress(plan)}
      ${this.#body(plan)}
      <plan-dialog .plan=${plan} .act=${this.act} .organs=${this.organs} @dialog-closed=${() => { this.act = null }} @plan-saved=${(e: CustomEvent<{ plan: Plan; said: string }>) => { this.plan = e.detail.plan; this.act = null; this.said = { kind: 'good', text: e.detail.said } }}></plan-dialog>`
  }
}
customElements.define('view-plan', ViewPlan)
declare global { interface HTMLElementTagNameMap { 'view-plan': ViewPlan } }
