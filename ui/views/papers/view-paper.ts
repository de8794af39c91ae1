import { html, nothing, type TemplateResult } from 'lit'
import { answer, api, asProblem, editing, Submission } from '../../api/client.ts'
import { ask } from '../../components/ask.ts'
import type { HistoryEntry } from '../../components/lf-audit-list.ts'
import '../../components/lf-paper.ts'
import { LightElement } from '../../components/light-element.ts'
import { RecordReader } from '../../components/record-reader.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import { shownDeadline, stateKind } from '../case-shown.ts'
import './paper-editor.ts'
import type { EditedPaper } from './paper-editor.ts'
import './papers.css'
import { type Paper, shownPaper } from './shown-paper.ts'

const words = messages.outcome.papers
type Action = Paper['actions'][number]
/** Papers to bodies that read them outside the product. */
const byHandKinds: ReadonlySet<string> = new Set(['upwardReport', 'annulmentMotion'])
const isReturn = (action: Action): boolean => action.key.startsWith('return') || action.key === 'withdraw'

/** A paper as it prints, its marked passages, and its flow: 拟稿 → 核稿 → 会签 → 签发. */
export class ViewPaper extends LightElement {
  static override properties = { params: { attribute: false }, notice: { state: true }, busy: { state: true }, editing: { state: true }, current: { state: true }, asking: { state: true } }
  declare params: Readonly<Record<string, string>>
  declare notice: { kind: 'good' | 'warn'; text: string } | null
  declare busy: boolean
  declare editing: boolean
  declare current: string
  declare asking: boolean
  readonly #session = new SessionReader(this)
  readonly #submission = new Submission()
  readonly #record = new RecordReader(this, { key: () => this.params['id'] ?? '', read: (id) => answer(api.GET('/api/papers/{id}', { params: { path: { id } } })) })

  constructor() {
    super()
    this.params = {}
    this.notice = null
    this.busy = false
    this.editing = false
    this.current = ''
    this.asking = false
  }

  get #paper(): Paper | null {
    return this.#record.given?.data ?? null
  }
  get #etag(): string | null {
    return this.#record.given?.etag ?? null
  }
  async #act(said: string, act: () => Promise<void>): Promise<boolean> {
    this.busy = true
    try {
      await act()
      this.notice = said === '' ? null : { kind: 'good', text: said }
      return true
    } catch (thrown) {
      const problem = asProblem(thrown)
      if (problem.kind === 'stale') {
        await this.#record.load()
        this.notice = { kind: 'warn', text: messages.outcome.stale }
      } else this.notice = { kind: 'warn', text: problem.fields[0]?.message ?? problem.told }
      return false
    } finally {
      this.busy = false
    }
  }

  #confirmIssue(): string {
    const paper = this.#paper
    return paper === null || paper.recipient === null || !byHandKinds.has(paper.kind) ? words.confirmIssue : words.confirmIssueByHand(paper.recipient)
  }
  #opinion(): string {
    return this.querySelector<HTMLTextAreaElement>('textarea[name=opinion]')?.value.trim() ?? ''
  }
  async #press(action: Action): Promise<void> {
    if (action.blocked !== null) return void (this.notice = { kind: 'warn', text: action.blocked })
    if (action.needsReason && this.#opinion() === '') return void (this.notice = { kind: 'warn', text: words.returnNeeds })
    if (action.key === 'sendToCountersign') return void (this.asking = true)
    if (action.dangerous && !(await ask({ heading: action.label, text: action.key === 'issue' ? this.#confirmIssue() : words.confirmWithdraw, confirm: action.label, cancel: messages.outcome.cancel, grave: action.key !== 'issue' }))) return
    await this.#move(action, [])
  }
  async #move(action: Action, countersignOrganIds: string[]): Promise<void> {
    const opinion = this.#opinion()
    const body = { ...(opinion === '' ? {} : { opinion }), ...(countersignOrganIds.length === 0 ? {} : { countersignOrganIds }) }
    await this.#act(words.moved(action.label), async () => {
      this.#record.put(await this.#submission.send({ ...body, key: action.key, etag: this.#etag }, (headers) => api.POST('/api/papers/{id}/steps/{key}', { params: { path: { id: this.#record.key, key: action.key } }, body, headers: { ...headers, ...editing(this.#etag) } })))
      const box = this.querySelector<HTMLTextAreaElement>('textarea[name=opinion]')
      if (box) box.value = ''
    })
    if (action.key === 'issue' && this.#paper?.state.id === 'issued') this.notice = { kind: 'good', text: words.issued(this.#paper.number) }
  }
  async #ask(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const action = this.#paper?.actions.find(({ key }) => key === 'sendToCountersign')
    if (!(event.target instanceof HTMLFormElement) || action === undefined) return
    const chosen = new FormData(event.target).getAll('organ').filter((value) => typeof value === 'string')
    this.asking = false
    await this.#move(action, chosen)
  }
  async #fill(key: string, value: string): Promise<void> {
    await this.#act(messages.outcome.saved, async () => this.#record.put(await answer(api.PATCH('/api/papers/{id}', { params: { path: { id: this.#record.key } }, body: { values: { [key]: value } }, headers: editing(this.#etag) }))))
  }
  async #save({ detail }: CustomEvent<EditedPaper>): Promise<void> {
    const kept = await this.#act(messages.outcome.saved, async () => this.#record.put(await answer(api.PATCH('/api/papers/{id}', { params: { path: { id: this.#record.key } }, body: detail, headers: editing(this.#etag) }))))
    if (!kept) return
    this.querySelector('paper-editor')?.acknowledge()
    this.editing = false
  }
  async #seal(fileId: string): Promise<void> {
    await this.#act(words.sealed, async () => {
      await answer(api.POST('/api/papers/{id}/seal', { params: { path: { id: this.#record.key } }, body: { fileId } }))
      await this.#record.load()
    })
  }

  #flow(paper: Paper): HistoryEntry[] {
    const done = paper.steps.map((step): HistoryEntry => ({ act: step.label, by: step.by, at: step.at, ...(step.opinion === null ? {} : { said: step.opinion }) }))
    if (paper.state.id === 'issued' || paper.state.id === 'withdrawn') return done
    const waiting = paper.countersigners.filter((c) => c.by === null)
    const { toCome, now, later } = words
    const order = ['drafting', 'checking', 'countersigning', 'signing']
    const here = order.indexOf(paper.state.id)
    const coming: { at: number; act: string; by: string }[] = [
      ...(paper.route.checks === '' ? [] : [{ at: 1, act: toCome.check, by: paper.route.checks }]),
      ...(paper.route.countersigns === '' ? [] : waiting.length > 0 ? waiting.map((c) => ({ at: 2, act: toCome.countersign, by: c.name })) : [{ at: 2, act: toCome.countersign, by: paper.route.countersigns }]),
      { at: 3, act: toCome.sign, by: paper.route.decidedBy === null ? paper.route.signs : `${paper.route.signs}　${words.decidedBy(paper.route.decidedBy)}` },
    ]
    return [...done, ...coming.filter((c) => c.at >= here && here >= 0).map((c): HistoryEntry => ({ act: c.act, by: c.by, at: c.at === here ? now : c === coming.find((one) => one.at > here) ? later : '', state: c.at === here ? 'now' : 'later' }))]
  }

  #passage(passage: Paper['passages'][number], editable: boolean): TemplateResult {
    const set = (event: Event): void => {
      if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement || event.target instanceof HTMLTextAreaElement) void this.#fill(passage.key, event.target.value)
    }
    const chosen = passage.options.find((o) => o.value === passage.value)
    const control = passage.kind === 'choice'
      ? html`<select name=${passage.key} ?disabled=${!editable} @change=${set}><option value="" ?selected=${passage.value === ''}>${words.choose}</option>${passage.options.map((o) => html`<option value=${o.value} ?selected=${o.value === passage.value}>${o.label}</option>`)}</select>`
      : passage.kind === 'longText' ? html`<textarea name=${passage.key} rows="4" .value=${passage.value} ?disabled=${!editable} @change=${set}></textarea>`
      : html`<input name=${passage.key} type=${passage.kind === 'date' ? 'date' : 'text'} .value=${passage.value} ?disabled=${!editable} @change=${set}>`
    return html`<li><lf-field class=${passage.words === '' ? 'open' : ''} label=${passage.label} aside=${passage.words === '' ? '' : words.written} hint=${chosen?.note ?? passage.hint}>${control}</lf-field></li>`
  }

  #side(paper: Paper): TemplateResult {
    const open = paper.passages.filter((p) => p.words === '').length
    const issued = paper.state.id === 'issued'
    const acts = paper.actions.length > 0
    return html`<aside class="paper-side">
      ${paper.steps.length === 0 ? nothing : html`<section class="part"><h2>${words.flow}<span>${words.draftNo(paper.draftNo)}</span></h2><lf-audit-list .entries=${this.#flow(paper)}></lf-audit-list>
        ${acts ? html`<div class="opinion-box"><lf-field label=${words.opinion} hint=${words.opinionHint}><textarea name="opinion" rows="3"></textarea></lf-field></div>` : nothing}</section>`}
      ${issued || paper.steps.length === 0 ? nothing : html`<section class="part"><h2>${words.fill(open)}<span>${open === 0 ? '' : words.fillHint}</span></h2><ul class="passages">${paper.passages.map((p) => this.#passage(p, paper.mayEdit.passages))}
        <li class="at-issue"><b>${paper.route.numbered ? words.atIssue : words.atIssue.split('、').slice(1).join('、')}</b>　${words.atIssueHint}</li></ul></section>`}
      ${paper.flags.length === 0 ? nothing : html`<section class="part"><h2>${words.flags}<span>${words.flagCount(paper.flags.length)}</span></h2><ul class="points">${paper.flags.map((flag) => html`<li><b>${flag.number}</b><span>${flag.articleLabel}　${flag.standardLabel}，${flag.codeLabel}<em>${flag.superior}${flag.unverified ? html` <span class="soon">${words.unverified}</span>` : nothing}</em></span>${paper.filing === null ? nothing : html`<a href=${to(`/review/${paper.filing.id}?flag=${flag.id}`)}>${words.compare}</a>`}</li>`)}</ul></section>`}
      ${issued ? this.#sealPart(paper) : paper.steps.length === 0 ? nothing : html`<section class="part"><h2>${words.after}</h2><ul class="points">${paper.project !== null ? html`<li class="later"><b>—</b><span>${words.afterIssue.project}</span></li>` : paper.plan !== null ? html`<li class="later"><b>—</b><span>${words.afterIssue.plan}</span></li>` : paper.recipient === null ? html`<li class="later"><b>—</b><span>${words.afterIssue.study}</span></li>` : paper.filing === null ? html`<li class="later"><b>—</b><span>${words.afterIssue.toProposer(paper.recipient)}</span></li>` : this.#afterIssue(paper.kind, paper.recipient).map((line) => html`<li class="later"><b>—</b><span>${line}</span></li>`)}<li class="later"><b>—</b><span>${words.afterIssue.fixed}</span></li></ul></section>`}</aside>`
  }
  /** Where the paper goes and what begins with it: a 提醒函 asks for no answer, a report upward leaves the product on paper. */
  #afterIssue(kind: string, recipient: string): string[] {
    const { afterIssue } = words
    if (byHandKinds.has(kind)) return [afterIssue.byHand(recipient)]
    const begins: Readonly<Record<string, string>> = { reminderLetter: afterIssue.noAnswer, orderToFix: afterIssue.fixClock, annulmentDecision: afterIssue.reportClock, inquiryLetter: afterIssue.clock, reviewOpinion: afterIssue.clock }
    const next = begins[kind]
    return [afterIssue.delivered(recipient), ...(next === undefined ? [] : [next])]
  }
  #sealPart(paper: Paper): TemplateResult | typeof nothing {
    if (paper.sealed !== null) return html`<section class="part"><h2>${words.seal}<span>${words.sealDone(paper.sealed.on)}</span></h2><p><a href="/api/files/${paper.sealed.fileId}/content">${words.sealedFile}</a></p></section>`
    return paper.maySeal ? html`<section class="part"><h2>${words.seal}</h2><p class="small quiet">${words.sealHint}</p><lf-upload label=${words.sealedFile} accept=".pdf,.jpg,.png,.ofd" @file-stored=${(event: CustomEvent<{ id: string }>) => void this.#seal(event.detail.id)}></lf-upload></section>` : nothing
  }

  protected override render(): TemplateResult {
    const paper = this.#paper
    const { problem } = this.#record
    if (problem !== null) return html`<lf-error .problem=${problem} @retry=${() => void this.#record.load()}></lf-error>`
    if (paper === null) return html`<lf-loading></lf-loading>`
    const forward = paper.actions.filter((action) => !isReturn(action))
    const back = paper.actions.filter(isReturn)
    const issued = paper.state.id === 'issued'
    const handles = paper.steps.length > 0
    const crumbs = [handles || paper.project !== null ? { label: words.title, path: '/papers' } : { label: messages.outcome.answers.title, path: '/answers' }, ...(paper.filing === null ? [] : [{ label: paper.filing.registrationNo ?? paper.filing.title, path: handles ? `/review/${paper.filing.id}` : `/answers/${paper.filing.id}` }]), ...(paper.project === null ? [] : [{ label: paper.project.title, path: `/projects/${paper.project.id}` }]), ...(paper.plan === null ? [] : [{ label: paper.plan.title, path: `/plans/${paper.plan.id}` }]), { label: paper.label }]
    const facts = [paper.recipient === null ? '' : words.sentTo(paper.recipient), paper.filing?.documentNo ?? '', paper.flags.length > 0 ? words.fromFlags(paper.flags.length) : ''].filter((fact) => fact !== '')
    return html`<lf-case-bar heading=${paper.title} .crumbs=${crumbs} .facts=${facts} .deadline=${shownDeadline(paper.deadline, words.countersignDue)} .state=${{ kind: stateKind(paper.state.sign), word: paper.number ?? paper.state.label }} .beside=${html`${back.map((action) => html`<button class="words ${action.key === 'withdraw' ? 'grave' : ''}" @click=${() => void this.#press(action)}>${action.label}</button>`)}`}>
        <div class="actions">${paper.mayEdit.words && !this.editing ? html`<button class="btn" @click=${() => { this.editing = true }}>${words.edit}</button>` : nothing}${forward.map((action, at) => html`<button class="btn ${at === forward.length - 1 ? 'main' : ''}" ?disabled=${this.busy} aria-disabled=${action.blocked === null ? nothing : 'true'} title=${action.blocked ?? nothing} @click=${() => void this.#press(action)}>${action.label}</button>`)}</div></lf-case-bar>
      ${this.notice === null ? nothing : html`<lf-notice-bar kind=${this.notice.kind} text=${this.notice.text} closable @notice-closed=${() => { this.notice = null }}></lf-notice-bar>`}
      <div class="paper-desk">${this.editing
        ? html`<paper-editor .paper=${paper} owner=${this.#session.value?.person.id ?? ''} ?busy=${this.busy} @paper-edited=${(event: CustomEvent<EditedPaper>) => void this.#save(event)} @editing-ended=${() => { this.editing = false }}></paper-editor>`
        : html`<lf-paper .paper=${shownPaper(paper.content, { passages: paper.passages, issued, sheet: paper.sheet })} current=${this.current} .actions=${html`<a href="/api/papers/${paper.id}/docx" download>${words.word}</a>　<a href="/api/papers/${paper.id}/pdf" download>${words.pdf}</a>`} @fill-in-chosen=${(event: CustomEvent<{ name: string }>) => { this.current = event.detail.name; this.querySelector<HTMLElement>(`.passages [name="${CSS.escape(event.detail.name)}"]`)?.focus() }}></lf-paper>`}${handles || paper.sealed !== null ? this.#side(paper) : html`<aside class="paper-side"><section class="part"><h2>${paper.label}<span>${paper.number ?? ''}</span></h2><p>${paper.issuedOn ?? ''}</p></section></aside>`}</div>
      <lf-dialog heading=${words.countersignTitle} ?open=${this.asking} @dialog-closed=${() => { this.asking = false }}><form id="countersign" @submit=${(event: SubmitEvent) => void this.#ask(event)}><fieldset><legend>${words.countersignWho}</legend><div class="options">${paper.committees.map((committee) => html`<label class="option"><input type="checkbox" name="organ" value=${committee.id}>${committee.name}</label>`)}</div></fieldset></form>
        <button slot="actions" class="btn main" form="countersign">${words.countersignTitle}</button></lf-dialog>`
  }
}
customElements.define('view-paper', ViewPaper)
declare global { interface HTMLElementTagNameMap { 'view-paper': ViewPaper } }
