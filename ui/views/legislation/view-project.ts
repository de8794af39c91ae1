import { html, nothing, type TemplateResult } from 'lit'
import { shortMeeting } from '../../../law/procedure/index.ts'
import { answer, api, type ApiProblem, asProblem } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import '../../components/lf-case-bar.ts'
import type { ShownDeadline } from '../../components/lf-deadline.ts'
import '../../components/lf-popover.ts'
import '../papers/project-papers.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import { to } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import { stateKind } from '../case-shown.ts'
import './document-dialog.ts'
import type { ProjectDocument } from './document-dialog.ts'
import './legislation.css'
import { projectPicture } from './project-picture.ts'
import './settings-dialog.ts'
import './step-dialog.ts'
import type { Choices, Project, ProjectAction } from './step-dialog.ts'

type Timeline = components['schemas']['ProjectTimeline']
type Entry = components['schemas']['ProjectHistoryEntry']
const words = messages.project
const RECENT = 6
/** States from which on the public may be, or have been, asked. */
const asksPublic: ReadonlySet<string> = new Set(['consultation', 'unifiedReview', 'secondReading', 'thirdReading', 'preVoteEvaluation', 'voteReady', 'clauseVote', 'voting', 'adopted'])

/** What is due next, as the bar shows it: a period with its basis, or the meeting that has it on its agenda. */
function nextDeadline(next: Project['next']): ShownDeadline | null {
  if (next === null) return null
  const remaining = { kind: next.left.kind, amount: next.left.amount, unit: next.left.unit === '个工作日' ? '个工作日' : '天' } as const
  return next.kind === 'meeting'
    ? { due: next.dueOn, remaining, rule: words.meetingDay, basis: next.basis, confirmed: true, dueWord: shortMeeting(next.label) }
    : { due: next.dueOn, remaining, rule: next.label, basis: next.basis, confirmed: next.standing === '已确认' }
}

/** One project: where it stands, its stages in time, delays with their explanation, everything that happened, and its documents. */
export class ViewProject extends LightElement {
  static override properties = {
    params: { attribute: false }, project: { state: true }, timeline: { state: true }, history: { state: true }, documents: { state: true }, choices: { state: true }, problem: { state: true }, said: { state: true }, acting: { state: true }, giving: { state: true }, settling: { state: true }, whole: { state: true },
  }
  declare params: Readonly<Record<string, string>>
  declare project: Project | null
  declare timeline: Timeline | null
  declare history: readonly Entry[]
  declare documents: readonly ProjectDocument[]
  declare choices: Choices | null
  declare problem: ApiProblem | null
  declare said: { kind: 'good' | 'bad'; text: string } | null
  declare acting: ProjectAction | null
  declare giving: { replaces: ProjectDocument | null } | null
  declare settling: boolean
  declare whole: ReadonlySet<'history' | 'documents'>
  readonly #session = new SessionReader(this)

  constructor() {
    super()
    this.params = {}
    this.project = null
    this.timeline = null
    this.history = []
    this.documents = []
    this.choices = null
    this.problem = null
    this.said = null
    this.acting = null
    this.giving = null
    this.settling = false
    this.whole = new Set()
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('params') && this.params['id'] !== this.project?.id) void this.#load()
  }

  async #load(): Promise<void> {
    const path = { id: this.params['id'] ?? '' }
    try {
      const [project, timeline, history, documents] = await Promise.all([
        answer(api.GET('/api/projects/{id}', { params: { path } })), answer(api.GET('/api/projects/{id}/timeline', { params: { path } })), answer(api.GET('/api/projects/{id}/history', { params: { path } })), answer(api.GET('/api/projects/{id}/documents', { params: { path } })),
      ])
      this.project = project.data
      this.timeline = timeline.data
      this.history = history.data.items
      this.documents = documents.data.items
      this.problem = null
      if (this.choices === null && project.data.may.readInternal) this.choices = (await answer(api.GET('/api/projects/choices'))).data
    } catch (thrown) {
      this.problem = asProblem(thrown)
    }
  }

  #begin(action: ProjectAction): void {
    this.acting = action
    this.querySelector<HTMLElement & { hide(): void }>('lf-popover.steps')?.hide()
  }

  #button(action: ProjectAction): TemplateResult {
    const look = action.main ? 'btn main' : 'words'
    if (action.place === 'meeting') return html`<a class=${look} href=${to(this.project?.next?.meetingId == null ? '/meetings' : `/meetings/${this.project.next.meetingId}`)} title=${`${words.inMeeting}。${action.basis}`}>${action.label}</a>`
    if (action.place === 'approval') return html`<a class=${look} href=${to(`/approvals?project=${this.project?.id ?? ''}`)} title=${`${words.inApproval}。${action.basis}`}>${action.label}</a>`
    return html`<button class=${look} title=${action.refused?.message ?? action.basis} @click=${() => this.#begin(action)}>${action.label}</button>`
  }

  #steps(project: Project): TemplateResult | typeof nothing {
    const rest = project.actions.filter((a) => !a.main)
    if (rest.length === 0) return nothing
    const groups = [
      { title: words.stepGroups.way, actions: rest.filter((a) => !a.record && !a.dangerous) }, { title: words.stepGroups.aside, actions: rest.filter((a) => !a.record && a.dangerous) }, { title: words.stepGroups.record, actions: rest.filter((a) => a.record) },
    ].filter((g) => g.actions.length > 0)
    return html`<lf-popover class="steps" label=${words.otherSteps}><button slot="trigger" class="btn">${words.otherSteps}</button>
      ${groups.map((g) => html`<h3>${g.title}</h3><ul>${g.actions.map((a) => html`<li>${this.#button(a)}${a.place === 'project' ? nothing : html`<span class="quiet small">　${a.place === 'meeting' ? words.inMeeting : words.inApproval}</span>`}</li>`)}</ul>`)}</lf-popover>`
  }

  #head(project: Project): TemplateResult {
    const main = project.actions.find((a) => a.main)
    const item = project.planItems[0]
    const facts = [
      words.proposedBy(project.proposer.name ?? '', project.leadOrgan.name), project.readingTrack === null ? words.noTrack : words.track(project.readingTrack.readings, project.readingTrack.decidedBy === null ? null : shortMeeting(project.readingTrack.decidedBy)), ...(project.responsible === null ? [] : [words.contact(project.responsible.name)]),
      ...(project.effectiveFrom === null ? [] : [words.effective(project.effectiveFrom)]),
    ]
    const base = `/api/projects/${project.id}/history/export?form=`
    const beside = html`<span class="beside-links">${!project.may.draft ? nothing : html`<a class="words" href=${to(`/projects/${project.id}/draft`)}>${words.draft}</a>`}${project.may.research ? html`<a class="words" href=${to(`/projects/${project.id}/research`)}>${words.research.link}</a>` : nothing}${project.may.consultation && asksPublic.has(project.state.id) ? html`<a class="words" href=${to(`/projects/${project.id}/consultation`)}>${messages.approval.consultation.link}</a>` : nothing}${project.may.consultation ? html`<a class="words" href=${to(`/projects/${project.id}/hearings`)}>${messages.hearing.link}</a>` : nothing}${project.may.manage ? html`<button class="words" @click=${() => { this.settling = true }}>${words.settings}</button>` : nothing}</span>`
    return html`<lf-case-bar heading=${project.title} .crumbs=${[{ label: words.title, path: '/projects' }, ...(item === undefined ? [] : [{ label: item.plan, path: `/plans/${item.planId}` }])]} .facts=${facts} .deadline=${nextDeadline(project.next)} .state=${{ kind: stateKind(project.state.sign), word: project.state.label }} .beside=${beside}>
      <div class="actions"><lf-popover label=${words.exportDo}><button slot="trigger" class="btn">${words.exportDo}</button><p><a href=${`${base}xlsx`} download>${words.exportAs.xlsx}</a></p><p><a href=${`${base}docx`} download>${words.exportAs.docx}</a></p></lf-popover>${this.#steps(project)}${main === undefined ? nothing : this.#button(main)}</div></lf-case-bar>`
  }

  #delays(timeline: Timeline): TemplateResult {
    const late = timeline.rows.filter((row) => row.lateDays > 0 && (row.actual.length > 0 || row.current))
    return html`<section><h2>${words.delays}</h2>${late.length === 0 && (timeline.explanations ?? []).length === 0 ? html`<p class="quiet">${timeline.explanations === null ? words.noLate : words.noDelays}</p>` : nothing}
      ${late.length === 0 ? nothing : html`<div class="why"><b>!</b><span>${late.map((row) => words.lateStage(row.label, row.lateDays)).join('')}${timeline.explanations?.length === 0 ? html`<br><span class="warn">${words.unexplained}</span>` : nothing}</span></div>`}
      ${(timeline.explanations ?? []).map((e, at) => html`<div class="why"><b>${String.fromCodePoint(0x2460 + Math.min(at, 19))}</b><span>${e.text}<br>${e.title}　${e.documentNo ?? ''}　<span class="quiet">${e.on}</span>${e.considered === null ? nothing : html`<br><span class="quiet">${e.considered}</span>`}</span></div>`)}</section>`
  }

  /** Why a project stands still or has ended, and who decided so: the act that brought it where it stands. */
  #halted(project: Project): TemplateResult | typeof nothing {
    if (!['◐', '!'].includes(project.state.sign)) return nothing
    const act = this.history.find((entry) => entry.kind === 'step' && entry.to === project.state.label)
    return act === undefined ? nothing : html`<lf-notice-bar kind="warn" text=${words.halted(act.on, act.title, act.detail)}></lf-notice-bar>`
  }

  #toggle(part: 'history' | 'documents', all: number, unit: string): TemplateResult | typeof nothing {
    if (all <= RECENT) return nothing
    const open = this.whole.has(part)
    return html`<button class="words" aria-expanded=${String(open)} @click=${() => { const next = new Set(this.whole); if (open) next.delete(part); else next.add(part); this.whole = next }}>${open ? words.fewer : words.allOf(all, unit)}</button>`
  }

  /** Of what is recent the month and the day; a day of another year is told with it. */
  #day(on: string, part: 'history' | 'documents'): string {
    const thisYear = this.timeline?.today.slice(0, 4)
    return this.whole.has(part) || on.slice(0, 4) !== thisYear ? on : on.slice(5)
  }

  #entry(entry: Entry): TemplateResult {
    const { link } = entry
    const href = link === null ? null : link.kind === 'file' ? `/api/files/${link.id}/content` : link.kind === 'paper' ? to(`/papers/${link.id}`) : link.kind === 'meeting' ? to(`/meetings/${link.id}`) : to(`/projects/${this.project?.id ?? ''}/draft?snapshot=${link.id}`)
    return html`<li><time datetime=${entry.on}>${this.#day(entry.on, 'history')}</time><span>${href === null ? html`<b>${entry.title}</b>` : html`<a href=${href}>${entry.title}</a>`}${entry.to === null ? nothing : html`<span class="quiet">　→ ${entry.to}</span>`}${entry.by === '' ? nothing : html`<span class="quiet">　${entry.by}</span>`}${entry.detail === '' ? nothing : html`<br><span class="said">${entry.detail}</span>`}</span></li>`
  }

  #document(document: ProjectDocument, project: Project): TemplateResult {
    const href = document.fileId !== null ? `/api/files/${document.fileId}/content` : document.paperId !== null ? to(`/papers/${document.paperId}`) : document.snapshotId !== null ? to(`/projects/${project.id}/draft?snapshot=${document.snapshotId}`) : null
    const name = `${document.title}${document.documentNo === null ? '' : `　${document.documentNo}`}`
    return html`<li class=${document.replaced ? 'replaced' : document.earlier ? 'earlier' : ''}><span>${href === null ? name : html`<a href=${href}>${name}</a>`}${document.title === document.label ? nothing : html`<br><span class="quiet small">${document.label}</span>`}${document.reason === null ? nothing : html`<br><span class="quiet small">${document.reason}</span>`}${document.carriedReason === null ? nothing : html`<br><span class="quiet small">${words.carried(document.carriedReason)}</span>`}</span>
      <span class="small">${document.standing}${document.mayReplace ? html`<br><button class="words" @click=${() => { this.giving = { replaces: document } }}>${words.replace}</button>` : nothing}</span><time datetime=${document.dated ?? document.addedOn}>${this.#day(document.dated ?? document.addedOn, 'documents')}</time></li>`
  }

  #low(project: Project, timeline: Timeline): TemplateResult {
    const current = this.documents.filter((d) => !d.replaced)
    const history = this.whole.has('history') ? this.history : this.history.slice(0, RECENT)
    const documents = this.whole.has('documents') ? this.documents : current.slice(0, RECENT)
    return html`<div class="project-low">${this.#delays(timeline)}
      <section class="hist"><h2>${words.history}${this.#toggle('history', this.history.length, '条')}</h2><ul>${history.map((entry) => this.#entry(entry))}</ul></section>
      <section class="pap"><h2>${words.documents}<span>${project.may.act ? html`<button class="words" @click=${() => { this.giving = { replaces: null } }}>${words.giveDocument}</button>　` : nothing}${this.#toggle('documents', this.documents.length, '件')}</span></h2>
        ${documents.length === 0 ? html`<p class="quiet">${words.noDocuments}</p>` : html`<ul>${documents.map((d) => this.#document(d, project))}</ul>`}
        <project-papers project=${project.id}></project-papers>
        ${project.members.length === 0 ? nothing : html`<h2>${words.members}</h2><ul class="members">${project.members.map((m) => html`<li class=${m.to === null ? '' : 'replaced'}><span>${m.name}</span><span class="small">${words.parts[m.part] ?? m.partLabel}</span><time datetime=${m.from}>${m.from.slice(5)}</time></li>`)}</ul>`}</section></div>`
  }

  async #changed(text: string): Promise<void> {
    this.giving = null
    this.settling = false
    this.acting = null
    await this.#load()
    this.said = { kind: 'good', text }
  }

  protected override render(): TemplateResult {
    const { project, timeline } = this
    if (this.problem !== null) return html`<div class="page"><lf-error .problem=${this.problem} @retry=${() => void this.#load()}></lf-error></div>`
    if (project === null || timeline === null) return html`<lf-loading rows="8"></lf-loading>`
    return html`${this.#head(project)}
      ${this.said === null ? nothing : html`<lf-notice-bar kind=${this.said.kind} text=${this.said.text} closable @notice-closed=${() => { this.said = null }}></lf-notice-bar>`}
      ${this.#halted(project)}
      <div class="project-picture">${projectPicture(timeline, project.title)}</div>
      ${this.#low(project, timeline)}
      <step-dialog .project=${project} .action=${this.acting} .choices=${this.choices} today=${this.#session.value?.today ?? timeline.today} @dialog-closed=${() => { this.acting = null }} @project-stale=${() => { this.acting = null; void this.#load() }} @step-taken=${(e: CustomEvent<{ label: string }>) => void this.#changed(words.done(e.detail.label))}></step-dialog>
      ${this.giving === null ? nothing : html`<document-dialog projectId=${project.id} .replaces=${this.giving.replaces} @dialog-closed=${() => { this.giving = null }} @document-given=${() => void this.#changed(words.given)}></document-dialog>`}
      ${this.settling ? html`<settings-dialog .project=${project} .choices=${this.choices} @dialog-closed=${() => { this.settling = false }} @project-stale=${() => { this.settling = false; void this.#load() }} @project-saved=${() => void this.#changed(words.saved)}></settings-dialog>` : nothing}`
  }
}
customElements.define('view-project', ViewProject)
declare global { interface HTMLElementTagNameMap { 'view-project': ViewProject } }
