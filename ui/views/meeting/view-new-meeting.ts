import { html, nothing, type TemplateResult } from 'lit'
import { z } from 'zod'
import { answer, api, asProblem } from '../../api/client.ts'
import type { components } from '../../api/schema.d.ts'
import { EntryForm } from '../../components/entry-form.ts'
import { LightElement } from '../../components/light-element.ts'
import { dateInText } from '../../format.ts'
import { messages } from '../../messages/zh.ts'
import { go } from '../../navigation.ts'
import { SessionReader } from '../../session.ts'
import './meeting.css'

const words = messages.meeting
const kinds = ['standingCommittee', 'council', 'lawCommittee', 'committee'] as const
type Kind = (typeof kinds)[number]
const formSchema = z.object({
  kind: z.enum(kinds), committeeOrganId: z.string(), term: z.string(), session: z.string(), title: z.string(), startsOn: z.string(), startsAt: z.string(), endsOn: z.string(), place: z.string(), presiding: z.string(), membersTotal: z.string(),
})
type Form = z.infer<typeof formSchema>
const empty: Form = { kind: 'standingCommittee', committeeOrganId: '', term: '', session: '', title: '', startsOn: '', startsAt: '09:00', endsOn: '', place: '', presiding: '', membersTotal: '' }
const wholeOrNull = (text: string): number | null => (/^\d+$/u.test(text.trim()) ? Number(text) : null)
type Planning = components['schemas']['MeetingPlanning']

/** 安排会议: the members of that day and the day the materials are due come by themselves. */
export class ViewNewMeeting extends LightElement {
  static override properties = { planning: { state: true } }
  declare planning: Planning | null
  readonly #session = new SessionReader(this)
  readonly #entry = new EntryForm<Form>(this, empty)
  #asked = ''

  constructor() {
    super()
    this.planning = null
  }

  override connectedCallback(): void {
    super.connectedCallback()
    const start = this.#session.value?.today ?? ''
    this.#entry.begin({ key: 'meeting:new', owner: this.#session.value?.person.id ?? '', read: (stored) => formSchema.parse(stored) }, { ...empty, startsOn: start, endsOn: start })
  }

  protected override willUpdate(): void {
    const { kind, committeeOrganId, startsOn } = this.#entry.value
    const asked = `${kind} ${committeeOrganId} ${startsOn}`
    if (asked === this.#asked || startsOn === '') return
    this.#asked = asked
    void this.#look(kind, committeeOrganId, startsOn)
  }

  async #look(kind: Kind, committeeOrganId: string, startsOn: string): Promise<void> {
    try {
      const asked = this.#asked
      const { data } = await answer(api.GET('/api/meetings/planning', { params: { query: { kind, startsOn, ...(committeeOrganId === '' ? {} : { committeeOrganId }) } } }))
      // another kind or day was chosen meanwhile: this number is not that meeting's
      if (asked !== this.#asked) return
      const before = this.planning?.members.length
      this.planning = data
      const form = this.#entry.value
      const offered = data.kinds.includes(form.kind) ? form.kind : (kinds.find((k) => data.kinds.includes(k)) ?? form.kind)
      // the number follows the list until somebody has typed another
      const follows = form.membersTotal === '' || form.membersTotal === String(before)
      this.#entry.put({ ...form, kind: offered, ...(follows ? { membersTotal: data.members.length === 0 ? '' : String(data.members.length) } : {}) })
    } catch (thrown) {
      this.#entry.tell(asProblem(thrown).told)
    }
  }

  /** The number of members is that of the kind: it is asked anew where another one is chosen, and stays where the same one is. */
  #chooseKind(value: string): void {
    const kind = kinds.find((k) => k === value) ?? 'council'
    if (kind !== this.#entry.value.kind) this.#change({ kind, membersTotal: '' })
  }

  #change(change: Partial<Form>): void {
    const ends = change.endsOn ?? this.#entry.value.endsOn
    this.#entry.change({ ...change, ...(change.startsOn !== undefined && ends < change.startsOn ? { endsOn: change.startsOn } : {}) })
  }

  #send(): Promise<void> {
    const form = this.#entry.value
    const ofCommittee = form.kind === 'lawCommittee' || form.kind === 'committee'
    // 第八 and 四十三 are told, not left out
    const unread = (ofCommittee ? [] : (['term', 'session'] as const)).filter((key) => form[key].trim() !== '' && wholeOrNull(form[key]) === null)
    if (unread.length > 0) return this.#entry.refuse(unread.map((key) => [key, words.digits]))
    const body = {
      ...form, committeeOrganId: ofCommittee && form.committeeOrganId !== '' ? form.committeeOrganId : null, term: wholeOrNull(form.term), session: wholeOrNull(form.session), presiding: form.presiding.trim() === '' ? null : form.presiding.trim(),
      membersTotal: wholeOrNull(form.membersTotal) ?? 0,
    }
    return this.#entry.send(body, (headers) => api.POST('/api/meetings', { body, headers }), ({ id }) => go(`/meetings/${id}`))
  }

  #text(key: Exclude<keyof Form, 'kind' | 'committeeOrganId'>, options: { required?: boolean; type?: string; hint?: string; className?: string } = {}): TemplateResult {
    return html`<lf-field class=${options.className ?? ''} label=${words.fields[key]} ?required=${options.required ?? false} hint=${options.hint ?? ''} error=${this.#entry.errors.get(key) ?? ''}><input name=${key} type=${options.type ?? 'text'} .value=${this.#entry.value[key]} @input=${(event: Event) => { if (event.target instanceof HTMLInputElement) this.#change({ [key]: event.target.value }) }}></lf-field>`
  }

  protected override render(): TemplateResult {
    const { planning } = this
    const form = this.#entry.value
    const ofCommittee = form.kind === 'lawCommittee' || form.kind === 'committee'
    return html`<div class="page meeting-form"><h1 class="page-title">${words.plan}</h1>
      ${this.#entry.sentence === '' ? nothing : html`<lf-notice-bar kind="bad" text=${this.#entry.sentence}></lf-notice-bar>`}
      <form novalidate @submit=${(event: Event) => { event.preventDefault(); void this.#send() }}><section class="part"><div class="fields">
        <lf-field class="w4" label=${words.fields.kind} required><select name="kind" @change=${(e: Event) => { if (e.target instanceof HTMLSelectElement) this.#chooseKind(e.target.value) }}>${kinds.filter((k) => planning === null || planning.kinds.includes(k)).map((k) => html`<option value=${k} ?selected=${k === form.kind}>${words.kinds[k]}</option>`)}</select></lf-field>
        ${ofCommittee ? html`<lf-field class="w8" label=${words.fields.committeeOrganId} required error=${this.#entry.errors.get('committeeOrganId') ?? ''}><select name="committeeOrganId" @change=${(e: Event) => { if (e.target instanceof HTMLSelectElement) this.#change({ committeeOrganId: e.target.value, membersTotal: '' }) }}><option value=""></option>${(planning?.committees ?? []).map((c) => html`<option value=${c.id} ?selected=${c.id === form.committeeOrganId}>${c.name}</option>`)}</select></lf-field>`
          : html`${this.#text('term', { className: 'w4' })}${this.#text('session', { className: 'w4' })}`}
        ${this.#text('title', { required: true, hint: words.titleHint, className: 'w12' })}
        ${this.#text('startsOn', { required: true, type: 'date', className: 'w4' })}${this.#text('startsAt', { required: true, type: 'time', className: 'w4' })}${this.#text('endsOn', { required: true, type: 'date', className: 'w4' })}
        ${this.#text('place', { required: true, className: 'w6' })}${this.#text('presiding', { className: 'w6' })}
        ${this.#text('membersTotal', { required: true, hint: words.membersHint(planning?.members.length ?? 0), className: 'w6' })}</div></section>
      ${planning === null ? nothing : html`<section class="part"><h2>${words.members}<span>${planning.members.length}</span></h2>
        <p>${planning.members.length === 0 ? words.noMembers : planning.members.map((m) => m.name).join('、')}</p></section>
        <section class="part"><h2>${messages.meeting.columns.materials}</h2><p>${words.materialsDue(dateInText(planning.materials.dueOn), planning.materials.amount)}</p><p class="quiet small">${words.materialsBasis(planning.materials.basis, planning.materials.confirmed)}</p></section>`}
      <p class="send"><button class="btn main" ?disabled=${this.#entry.busy}>${words.plan}</button></p></form></div>`
  }
}
customElements.define('view-new-meeting', ViewNewMeeting)
