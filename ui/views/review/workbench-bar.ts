import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, asProblem } from '../../api/client.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { go, to } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import { caseDeadline, stateWord } from '../case-shown.ts'
import { papersToDraft } from '../papers-to-draft.ts'
import { type CaseAction, stateKind, type Workbench } from './workbench-data.ts'

const words = messages.review

/** Steps that the workbench takes itself, or that other pages own; everything else is a page of the outcome. */
const ownSteps = new Set(['startReview', 'distribute', 'distributeFurther', 'giveCommitteeOpinion', 'extendCommitteeOpinion', 'assign'])
/** Asked in a dialog of the workbench, not on a page. */
const extensionSteps: Readonly<Record<string, 'request' | 'decide'>> = { requestExtension: 'request', approveExtension: 'decide', refuseExtension: 'decide' }
/** The first of these that may be taken is the main action. */
const mainSteps = ['noProblem', 'endWithReport', 'raiseConcern', 'issueOpinion', 'resolve', 'planFulfilled', 'hear', 'close']
/** States in which a maker's plan can be written down as it came on paper (api/outcome/correction-plans.ts). */
const plannedIn = ['concern', 'negotiating', 'opinionIssued']

/**
 * The head of the workbench: what it is, how long is left, and the main act of the state, taken from what the server says
 * may be done now. Events: `acted` {text}, `refused` {sentence}, `distribute-pressed`, `extension-pressed` {dialog}.
 */
export class WorkbenchBar extends LightElement {
  static override properties = { data: { attribute: false }, etag: {}, busy: { state: true } }
  declare data: Workbench | null
  declare etag: string
  declare busy: boolean
  readonly #session = new SessionReader(this)
  constructor() {
    super()
    this.data = null
    this.etag = ''
    this.busy = false
  }

  #tell(name: 'acted' | 'refused' | 'distribute-pressed' | 'extension-pressed', detail: Record<string, string> = {}): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true }))
  }
  async #act(act: () => Promise<string>): Promise<void> {
    this.busy = true
    try {
      this.#tell('acted', { text: await act() })
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.#tell('refused', { sentence: problem.told })
    } finally {
      this.busy = false
    }
  }
  #start(id: string): Promise<void> {
    return this.#act(async () => {
      await answer(api.POST('/api/review/{id}/start', { params: { path: { id } }, headers: { 'If-Match': this.etag } }))
      return words.started
    })
  }
  #flags(id: string, confirm: boolean): Promise<void> {
    return this.#act(async () => {
      if (confirm) return words.confirmedAll((await answer(api.POST('/api/review/{id}/flags/confirm', { params: { path: { id } } }))).data.confirmed)
      return words.asked((await answer(api.POST('/api/review/{id}/flags/ask-confirmation', { params: { path: { id } } }))).data.flags)
    })
  }

  /** A step on a page of its own; one that is blocked says why instead. */
  #open(id: string, action: CaseAction): void {
    if (action.key === 'startReview' && action.blocked === null) return void this.#start(id)
    const dialog = extensionSteps[action.key]
    if (action.blocked !== null) this.#tell('refused', { sentence: action.blocked })
    else if (dialog !== undefined) this.#tell('extension-pressed', { dialog })
    else void go(`/outcome/${id}/${action.key}`)
  }

  #main(data: Workbench, steps: readonly CaseAction[]): TemplateResult | typeof nothing {
    const { id } = data.filing
    const has = (key: string): boolean => data.filing.actions.some((action) => action.key === key)
    const button = (label: string, press: () => void, disabled = false): TemplateResult => html`<button class="btn main" ?disabled=${this.busy} aria-disabled=${disabled ? 'true' : nothing} @click=${press}>${label}</button>`
    // what waits for the chief's word comes before what the state would have next
    if (data.pending.extension !== null && has('approveExtension')) return button(words.extension.decide, () => this.#tell('extension-pressed', { dialog: 'decide' }))
    if (data.pending.plan !== null && has('acceptPlan')) return button(words.plan.decide, () => void go(`/outcome/${id}/acceptPlan`))
    if (has('distribute')) return button(words.distribute, () => this.#tell('distribute-pressed'))
    if (has('startReview')) return button(words.startReview, () => void this.#start(id))
    const raised = data.flags.filter(({ state }) => state.id === 'raised').length
    if (raised > 0 && data.rights.confirm) return button(words.confirmAll(raised), () => void this.#flags(id, true))
    if (raised > 0 && data.rights.review) return button(words.askConfirm(raised), () => void this.#flags(id, false))
    const main = this.#mainStep(steps)
    if (main !== undefined) return button(main.label, () => this.#open(id, main), main.blocked !== null)
    const draft = this.#nextDraft(data)
    return draft === undefined ? nothing : button(words.draft(draft.label), () => void go(`/outcome/${id}/${draft.step}`))
  }
  /** Papers for the reviewer to draft; whoever may take the step itself finds it among the steps. */
  #drafts(data: Workbench): { step: string; label: string }[] {
    return this.#session.hasRole('reviewer') ? papersToDraft(data.filing.state.id).filter(({ step }) => !data.filing.actions.some(({ key }) => key === step)) : []
  }
  /** After 认为有问题 the opinion is what comes next; in other states no paper is the usual way. */
  #nextDraft(data: Workbench): { step: string; label: string } | undefined {
    return this.#drafts(data).find(({ step }) => step === 'issueOpinion')
  }
  #mainStep(steps: readonly CaseAction[]): CaseAction | undefined {
    const ordered = mainSteps.flatMap((key) => steps.filter((step) => step.key === key))
    // while flags stand, 未发现问题 is no way out and is not offered
    const standing = this.data?.flags.some(({ state }) => !['withdrawn', 'resolved'].includes(state.id)) === true
    return ordered.find(({ blocked }) => blocked === null) ?? (standing ? undefined : ordered[0])
  }

  protected override render(): TemplateResult | typeof nothing {
    const { data } = this
    if (data === null) return nothing
    const { filing } = data
    // where a case is to be distributed, taking it up without a committee is the other way
    const direct = filing.actions.some(({ key }) => key === 'distribute') ? 'startReview' : null
    // one dialog approves and refuses; its button is shown while something waits
    const steps = filing.actions.filter(({ key }) => (!ownSteps.has(key) || key === direct) && extensionSteps[key] !== 'decide')
    const main = this.#mainStep(steps)
    const contact = steps.find(({ key }) => key === 'negotiate') ?? steps.find(({ key }) => key === 'contact')
    const more = steps.filter((step) => step !== main && step !== contact)
    const drafts = this.#drafts(data).filter(({ step }) => main !== undefined || step !== 'issueOpinion')
    const publishes = filing.registrationNo !== null && this.#session.hasRole(['reviewChief', 'archivist'])
    const further = filing.actions.some(({ key }) => key === 'distributeFurther')
    const writesPlan = plannedIn.includes(filing.state.id) && !filing.actions.some(({ key }) => key === 'acceptPlan') && data.rights.review
    const facts = [filing.maker.name, filing.documentNo, filing.promulgated === null ? '' : words.promulgated(filing.promulgated), filing.effectiveFrom === null ? '' : words.effective(filing.effectiveFrom)].filter((fact) => fact !== '')
    const mode = filing.handling === null ? '' : (words.modes[filing.handling.mode] ?? '')
    return html`<lf-case-bar heading=${filing.title} .crumbs=${[{ label: words.queue, path: '/queue' }, { label: filing.registrationNo ?? filing.state.phase }]} .facts=${facts} .deadline=${caseDeadline(filing)} .state=${{ kind: stateKind(filing.state.sign), word: stateWord(filing) }}
      .beside=${html`<span class="quiet nowrap">${mode}</span>${filing.handling?.reviewer == null ? nothing : html`<span class="nowrap">${filing.handling.reviewer.name}</span>`}${more.length === 0 && drafts.length === 0 && !further && !publishes && !writesPlan ? nothing : html`<lf-popover label=${words.overflow}><ul class="more-steps" aria-label=${words.overflowLabel}>
        ${further ? html`<li><button class="plain" @click=${() => this.#tell('distribute-pressed')}>${words.distribution.more}</button></li>` : nothing}
        ${more.map((step) => html`<li><button class="plain ${step.dangerous ? 'grave' : ''}" aria-disabled=${step.blocked === null ? nothing : 'true'} title=${step.blocked ?? words.basis(step.basis)} @click=${() => this.#open(filing.id, step)}>${step.label}</button></li>`)}
        ${drafts.map(({ step, label }) => html`<li><a class="plain" href=${to(`/outcome/${filing.id}/${step}`)}>${words.draft(label)}</a></li>`)}
        ${writesPlan ? html`<li><a class="plain" href=${to(`/outcome/${filing.id}/acceptPlan`)}>${words.plan.write}</a></li>` : nothing}
        ${publishes ? html`<li><a class="plain" href=${to(`/outcome/${filing.id}/publication`)}>${messages.suggestion.publication.title}</a></li>` : nothing}</ul></lf-popover>`}`}>
      <div class="actions">${contact === undefined ? nothing : html`<a class="btn" href=${to(`/outcome/${filing.id}/${contact.key}`)}>${contact.label}</a>`}${this.#main(data, steps)}</div></lf-case-bar>`
  }
}
customElements.define('workbench-bar', WorkbenchBar)
declare global { interface HTMLElementTagNameMap { 'workbench-bar': WorkbenchBar } }
