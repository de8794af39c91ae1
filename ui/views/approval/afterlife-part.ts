import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, asProblem } from '../../api/client.ts'
import '../../components/lf-dialog.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import { stateKind } from '../case-shown.ts'
import { ActingElement } from './acting-element.ts'
import { type Afterlife, said } from './approval-data.ts'

type Task = Afterlife['tasks'][number]
type Proposal = Afterlife['proposals'][number]
type Organ = { id: string; name: string }
const words = messages.approval.afterlife
const kinds = ['implementation', 'supportingRule', 'implementationReport', 'postEvaluation'] as const
const signs: Readonly<Record<string, string>> = { given: '○', accepted: '●', answered: '✓', closed: '✓' }

/** What follows publication: rules that the text leaves to be made, tasks, the report of the first year, evaluation. */
export class AfterlifePart extends ActingElement {
  static override properties = { project: {}, life: { state: true }, organs: { state: true }, giving: { state: true } }
  declare project: string
  declare life: Afterlife | null
  declare organs: readonly Organ[]
  declare giving: { proposal: Proposal | null } | null

  constructor() {
    super()
    this.project = ''
    this.life = null
    this.organs = []
    this.giving = null
  }
  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('project') && this.project !== '') void this.load()
  }
  protected override async load(): Promise<void> {
    try {
      this.life = (await answer(api.GET('/api/projects/{id}/afterlife', { params: { path: { id: this.project } } }))).data
      if (this.life.mayGive && this.organs.length === 0) {
        const { proposers, drafters } = (await answer(api.GET('/api/projects/choices'))).data
        this.organs = [...new Map([...proposers, ...drafters].map((organ) => [organ.id, organ])).values()]
      }
    } catch (thrown) {
      this.notice = { kind: 'warn', text: asProblem(thrown).told }
    }
  }
  async #give(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (!(event.target instanceof HTMLFormElement)) return
    const form = new FormData(event.target)
    const proposal = this.giving?.proposal ?? null
    const kind = kinds.find((k) => k === said(form, 'kind')) ?? 'supportingRule'
    const body = { kind, title: said(form, 'title'), request: said(form, 'request'), assigneeOrganId: said(form, 'organ') === '' ? null : said(form, 'organ'), eId: proposal?.articleId ?? null, dueOn: said(form, 'dueOn') === '' ? null : said(form, 'dueOn') }
    if (await this.act(body, words.given, (headers) => api.POST('/api/projects/{id}/afterlife', { params: { path: { id: this.project } }, body, headers }))) this.giving = null
  }

  #task(task: Task): TemplateResult {
    return html`<li><b>${task.title}</b><span class="quiet">${task.label}　${task.assignee ?? words.self}</span><span><lf-state kind=${stateKind(task.overdue ? '!' : (signs[task.state] ?? '○'))} word=${words.states[task.state] ?? task.state}></lf-state></span>
      <span class="small ${task.overdue ? 'warn' : 'quiet'}">${task.dueOn === null ? words.noDue : words.due(task.dueOn)}${task.overdue ? `　${words.late}` : ''}${task.dueBasis === null ? nothing : html`<br>${task.dueBasis}`}</span>${task.answer === null ? nothing : html`<span class="said">${task.answer}${task.answeredOn === null ? '' : `　${words.answered(task.answeredOn)}`}</span>`}</li>`
  }
  #dialog(): TemplateResult | typeof nothing {
    const { giving } = this
    if (giving === null) return nothing
    const { proposal } = giving
    return html`<lf-dialog heading=${words.give} open .errors=${this.fields} @dialog-closed=${() => { this.giving = null }}><form id="give-task" class="stack-form" @submit=${(event: SubmitEvent) => void this.#give(event)}>
      ${proposal === null ? html`<lf-field label=${words.kind}><select name="kind">${kinds.filter((k) => k !== 'supportingRule').map((k) => html`<option value=${k}>${words.kinds[k]}</option>`)}</select></lf-field>` : html`<p class="small"><b>${proposal.articleLabel}</b>　${proposal.sentence}<br><span class="quiet">${words.due(proposal.dueOn)}　${proposal.dueBasis}</span></p>`}
      <lf-field label=${words.name} required error=${this.error('title')}><input name="title" maxlength="300" .value=${proposal === null ? '' : `${proposal.articleLabel}的配套规定`}></lf-field>
      <lf-field label=${words.request} required error=${this.error('request')}><textarea name="request" rows="4" .value=${proposal === null ? '' : proposal.sentence}></textarea></lf-field>
      <lf-field label=${words.organ} hint=${proposal === null || proposal.organ === '' ? '' : proposal.organ}><select name="organ"><option value="">${words.self}</option>${this.organs.map((organ) => html`<option value=${organ.id}>${organ.name}</option>`)}</select></lf-field>
      ${proposal === null ? html`<lf-field class="w12" label=${words.dueOn} hint=${words.dueHint} error=${this.error('dueOn')}><input type="date" name="dueOn"></lf-field>` : nothing}</form>
      <button slot="actions" class="btn main" form="give-task" ?disabled=${this.busy}>${words.confirm}</button></lf-dialog>`
  }

  protected override render(): TemplateResult | typeof nothing {
    const { life } = this
    if (life === null) return this.noticeBar()
    return html`<section class="part afterlife"><h2>${words.title}<span><a href=${to('/projects/tasks')}>${words.all}</a></span></h2>${this.noticeBar()}
      ${life.tasks.length === 0 ? html`<p class="quiet">${words.none}</p>` : html`<ul class="life-tasks">${life.tasks.map((task) => this.#task(task))}</ul>`}
      ${life.proposals.length === 0 ? nothing : html`<h3>${words.proposals(life.proposals.length)}</h3><p class="small quiet">${words.proposalsHint}</p><ul class="proposals">${life.proposals.map((proposal) => html`<li><b>${proposal.articleLabel}</b><span>${proposal.sentence}<br><span class="small quiet">${words.due(proposal.dueOn)}</span></span>${life.mayGive ? html`<button class="btn" @click=${() => { this.giving = { proposal } }}>${words.confirm}</button>` : nothing}</li>`)}</ul>`}
      ${life.mayGive ? html`<p><button class="btn" @click=${() => { this.giving = { proposal: null } }}>${words.give}</button></p>` : nothing}${this.#dialog()}</section>`
  }
}
customElements.define('afterlife-part', AfterlifePart)
declare global { interface HTMLElementTagNameMap { 'afterlife-part': AfterlifePart } }
