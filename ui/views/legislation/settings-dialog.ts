import { html, nothing, type TemplateResult } from 'lit'
import { projectStages } from '../../../law/procedure/index.ts'
import { answer, api, asProblem, editing, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import { askAboutStale } from '../../components/ask-about-stale.ts'
import '../../components/lf-dialog.ts'
import { LightElement } from '../../components/light-element.ts'
import { messages } from '../../messages/zh.ts'
import type { Choices, Project } from './step-dialog.ts'

const words = messages.project
type Span = { from: string | null; to: string | null }
type Form = { title: string; leadOrganId: string; committeeOrganId: string; responsibleId: string; planItemId: string; partyGate: boolean; planned: Record<string, Span> }
const parts = ['commissioned', 'drafting', 'earlyParticipant', 'committee', 'invited'] as const

const formOf = (project: Project): Form => ({ title: project.title, leadOrganId: project.leadOrgan.id ?? '', committeeOrganId: project.committee.id ?? '', responsibleId: project.responsible?.id ?? '', planItemId: '', partyGate: project.partyGate, planned: { ...project.planned } })

/** 项目资料: who carries it, the dates that were planned for each stage, and who takes part. Events: `project-saved`, `project-stale`, `dialog-closed`. */
export class SettingsDialog extends LightElement {
  static override properties = { project: { attribute: false }, choices: { attribute: false }, form: { state: true }, joining: { state: true }, ending: { state: true }, errors: { state: true }, busy: { state: true } }
  declare project: Project | null
  declare choices: Choices | null
  declare form: Form | null
  declare joining: { part: (typeof parts)[number]; organId: string; personId: string; name: string; note: string }
  /** who is being taken off, and why */
  declare ending: { id: string; reason: string } | null
  declare errors: readonly FieldError[]
  declare busy: boolean
  readonly #submission = new Submission()

  constructor() {
    super()
    this.project = null
    this.choices = null
    this.form = null
    this.joining = { part: 'commissioned', organId: '', personId: '', name: '', note: '' }
    this.ending = null
    this.errors = []
    this.busy = false
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('project') && this.project !== null && this.form === null) this.form = formOf(this.project)
  }

  #change(change: Partial<Form>): void {
    if (this.form !== null) this.form = { ...this.form, ...change }
  }

  async #run(act: () => Promise<unknown>): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.errors = []
    try {
      await act()
      this.dispatchEvent(new CustomEvent('project-saved'))
    } catch (thrown) {
      const problem = asProblem(thrown)
      if (problem.kind === 'stale') {
        if ((await askAboutStale()) === 'reload') this.dispatchEvent(new CustomEvent('project-stale'))
      } else this.errors = problem.fields.length > 0 ? problem.fields : [{ path: '', message: problem.told }]
    } finally {
      this.busy = false
    }
  }

  #save(project: Project, form: Form): Promise<void> {
    const orNull = (value: string): string | null => (value === '' ? null : value)
    const planned = Object.fromEntries(Object.entries(form.planned).filter(([, span]) => span.from !== null || span.to !== null))
    const body = {
      title: form.title, subject: (['urbanRural', 'ecology', 'heritage', 'governance', 'other'] as const).find((s) => s === project.subject) ?? null, leadOrganId: orNull(form.leadOrganId), leadOrgan: form.leadOrganId === '' ? project.leadOrgan.name : null,
      committeeOrganId: orNull(form.committeeOrganId), committee: form.committeeOrganId === '' ? project.committee.name : null, responsibleId: orNull(form.responsibleId), partyGate: form.partyGate, planned,
    }
    return this.#run(async () => {
      if (form.planItemId !== '') await answer(api.PUT('/api/plan-items/{id}/project', { params: { path: { id: form.planItemId } }, body: { projectId: project.id } }))
      await answer(api.PUT('/api/projects/{id}', { params: { path: { id: project.id } }, body, headers: editing(`"${project.revision}"`) }))
    })
  }

  #join(project: Project): Promise<void> {
    const { part, organId, personId, name, note } = this.joining
    const body = { part, organId: personId !== '' || organId === '' ? null : organId, personId: personId === '' ? null : personId, name: personId === '' && organId === '' ? name : null, from: null, note: note === '' ? null : note }
    return this.#run(() => this.#submission.send(body, (headers) => api.POST('/api/projects/{id}/members', { params: { path: { id: project.id } }, body, headers })))
  }

  #end(project: Project, { id: memberId, reason }: { id: string; reason: string }): Promise<void> {
    const body = { reason: reason.trim() === '' ? null : reason.trim() }
    return this.#run(() => this.#submission.send([memberId, body], (headers) => api.POST('/api/projects/{id}/members/{memberId}/end', { params: { path: { id: project.id, memberId } }, body, headers })))
  }

  /** A project that was opened before its plan is told here which item of the plan it is; it may stand in a five-year plan and in one of a year. */
  #planItem(project: Project, form: Form): TemplateResult | typeof nothing {
    const items = (this.choices?.planItems ?? []).filter((i) => project.planItems.every((listed) => listed.plan !== i.plan))
    if (items.length === 0) return nothing
    return html`<lf-field label=${words.fields.planItem} hint=${words.planItemHint}><select name="planItemId" @change=${(e: Event) => { if (e.target instanceof HTMLSelectElement) this.#change({ planItemId: e.target.value }) }}><option value="">${words.choose}</option>${items.map((i) => html`<option value=${i.id} ?selected=${i.id === form.planItemId}>${i.name}（${i.plan}）</option>`)}</select></lf-field>`
  }

  #select(label: string, value: string, options: readonly { id: string; name: string }[], set: (value: string) => void): TemplateResult {
    return html`<lf-field class="w4" label=${label}><select @change=${(e: Event) => { if (e.target instanceof HTMLSelectElement) set(e.target.value) }}><option value="">${words.choose}</option>${options.map((o) => html`<option value=${o.id} ?selected=${o.id === value}>${o.name}</option>`)}</select></lf-field>`
  }

  #planned(project: Project, form: Form): TemplateResult {
    const set = (stage: string, side: 'from' | 'to') => (event: Event) => {
      if (!(event.target instanceof HTMLInputElement)) return
      const span = form.planned[stage] ?? { from: null, to: null }
      this.#change({ planned: { ...form.planned, [stage]: { ...span, [side]: event.target.value === '' ? null : event.target.value } } })
    }
    return html`<table class="planned-dates"><thead><tr><th>${words.picture.stage}</th><th>${words.from}</th><th>${words.to}</th></tr></thead><tbody>${projectStages(project.readingTrack?.readings ?? null).map((stage) => html`<tr><th scope="row">${stage.label}</th>
      <td>${stage.kind === 'day' ? nothing : html`<input class="control" type="date" aria-label=${`${stage.label} ${words.from}`} .value=${form.planned[stage.id]?.from ?? ''} @input=${set(stage.id, 'from')}>`}</td><td><input class="control" type="date" aria-label=${`${stage.label} ${words.to}`} .value=${form.planned[stage.id]?.to ?? ''} @input=${set(stage.id, 'to')}></td></tr>`)}</tbody></table>`
  }

  #member(project: Project, m: Project['members'][number]): TemplateResult {
    const { ending } = this
    const asked = ending?.id === m.id
    return html`<li><span>${m.name}${m.person ? html`<span class="quiet small">　${words.personMember}</span>` : nothing}　<span class="quiet">${words.parts[m.part] ?? m.partLabel}　${words.memberSince(m.from, m.to)}</span>${m.endReason === null && m.endedByName === null ? nothing : html`<br><span class="quiet small">${words.endedBy(m.endedByName ?? '', m.endReason ?? '')}</span>`}</span>
      ${m.to !== null || asked ? nothing : html`<button type="button" class="words" ?disabled=${this.busy} @click=${() => { this.ending = { id: m.id, reason: '' } }}>${words.endMember}</button>`}
      ${!asked ? nothing : html`<div class="end-member"><lf-field label=${words.endReason}><input name="endReason" .value=${ending.reason} @input=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.ending = { id: m.id, reason: e.target.value } }}></lf-field><button type="button" class="btn short" ?disabled=${this.busy} @click=${() => void this.#end(project, ending)}>${words.endMemberOf(m.name)}</button>　<button type="button" class="words" @click=${() => { this.ending = null }}>${words.step.cancel}</button></div>`}</li>`
  }

  /** An organ of the register, a person who can take the part, or a name without access. */
  #members(project: Project): TemplateResult {
    const { joining } = this
    const people = (this.choices?.participants ?? []).filter((p) => p.parts.includes(joining.part)).map((p) => ({ id: p.id, name: `${p.name}（${p.organ}）` }))
    return html`<h3>${words.members}</h3>${project.members.length === 0 ? html`<p class="quiet small">${words.noMembers}</p>` : html`<ul class="members">${project.members.map((m) => this.#member(project, m))}</ul>`}
      <div class="fields">${this.#select(words.fields.part, joining.part, parts.map((p) => ({ id: p, name: words.parts[p] ?? p })), (value) => { this.joining = { ...joining, part: parts.find((p) => p === value) ?? 'commissioned', personId: '' } })}
        ${joining.personId !== '' ? nothing : this.#select(words.fields.organ, joining.organId, this.choices?.drafters ?? [], (organId) => { this.joining = { ...joining, organId } })}
        ${joining.organId !== '' ? nothing : this.#select(words.fields.person, joining.personId, people, (personId) => { this.joining = { ...joining, personId } })}
        ${joining.organId !== '' || joining.personId !== '' ? nothing : html`<lf-field class="w4" label=${words.fields.name} hint=${words.typed}><input .value=${joining.name} @input=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.joining = { ...joining, name: e.target.value } }}></lf-field>`}
        <lf-field class="w12" label=${words.fields.note}><input name="memberNote" .value=${joining.note} @input=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.joining = { ...joining, note: e.target.value } }}></lf-field></div>
      <p><button type="button" class="btn short" ?disabled=${this.busy} @click=${() => void this.#join(project)}>${words.addMember}</button>　<span class="quiet small">${words.commissionedHint}</span></p>`
  }

  protected override render(): TemplateResult | typeof nothing {
    const { project, form, choices } = this
    if (project === null || form === null) return nothing
    return html`<lf-dialog heading=${words.settings} open wide .errors=${this.errors} @dialog-closed=${() => this.dispatchEvent(new CustomEvent('dialog-closed'))}>
      <form class="two-parts" @submit=${(e: Event) => { e.preventDefault(); void this.#save(project, form) }}><div>
        <lf-field label=${words.fields.title} required .error=${this.errors.find((e) => e.path === 'title')?.message ?? ''}><input name="title" .value=${form.title} @input=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.#change({ title: e.target.value }) }}></lf-field>
        <div class="fields">${this.#select(words.fields.responsible, form.responsibleId, choices?.people ?? [], (responsibleId) => this.#change({ responsibleId }))}${this.#select(words.fields.leadOrgan, form.leadOrganId, choices?.drafters ?? [], (leadOrganId) => this.#change({ leadOrganId }))}${this.#select(words.fields.committee, form.committeeOrganId, choices?.committees ?? [], (committeeOrganId) => this.#change({ committeeOrganId }))}</div>
        ${this.#planItem(project, form)}
        <label class="tick"><input type="checkbox" .checked=${form.partyGate} @change=${(e: Event) => { if (e.target instanceof HTMLInputElement) this.#change({ partyGate: e.target.checked }) }}> ${words.fields.partyGate}</label>
        ${this.#members(project)}</div><div><h3>${words.plannedDates}</h3>${this.#planned(project, form)}</div></form>
      <button slot="actions" class="btn main" ?disabled=${this.busy} @click=${() => void this.#save(project, form)}>${words.saveSettings}</button></lf-dialog>`
  }
}
customElements.define('settings-dialog', SettingsDialog)
declare global { interface HTMLElementTagNameMap { 'settings-dialog': SettingsDialog } }
