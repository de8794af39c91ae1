import { html, nothing, type TemplateResult } from 'lit'
import { asProblem, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import { LightElement } from '../../components/light-element.ts'
import type { LfField } from '../../components/lf-field.ts'
import '../../components/lf-upload.ts'
import { messages } from '../../messages/zh.ts'
import { doTask, type Given } from './meeting-acts.ts'
import { type AgendaChoices, didAct, type Meeting, type MeetingTask } from './meeting-data.ts'
import { fieldsOf, headingOf, type FormTools } from './meeting-forms.ts'

const words = messages.meeting

/** What must be filled in and is empty, each at its field; the server judges what is there. */
const lacking = (form: HTMLFormElement): FieldError[] =>
  [...form.querySelectorAll<LfField>('lf-field')].flatMap((field) => {
    // a meeting is chosen or typed: only one of the two has the name
    const control = field.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>('input[name], select[name], textarea[name]')
    return field.required && control !== null && control.value.trim() === '' ? [{ path: control.name, message: words.required(field.label) }] : []
  })

type Controls = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement
/** What was typed into one form, while it is not sent. */
type Typed = { values: FormData; chosen: Readonly<Record<string, string>> }

/** The form for which it was typed; one that changes the meeting itself begins anew when the meeting has changed. */
function formOf(task: MeetingTask, meeting: Meeting): string {
  switch (task.kind) {
    case 'edit': case 'move': return `${meeting.id} ${task.kind} ${meeting.revision}`
    case 'cancel': case 'people': case 'file': case 'deliver': return `${meeting.id} ${task.kind}`
    case 'item': return `${meeting.id} item ${task.item?.id ?? ''}`
    case 'withdraw': case 'decide': case 'prepare': return `${task.kind} ${task.item.id}`
    case 'announce': case 'drop': case 'correct': return `${task.kind} ${task.vote.id}`
    case 'dispose': return `dispose ${task.speech.id}`
    default: {
      const never: never = task
      return never
    }
  }
}

/** The forms of a meeting, one at a time; what was typed stays when something is refused, and when Esc closes the form. Events `meeting-acted`, `dialog-closed`. */
export class MeetingDialog extends LightElement {
  static override properties = { task: { attribute: false }, meeting: { attribute: false }, choices: { attribute: false }, today: {}, errors: { state: true }, busy: { state: true }, chosen: { state: true }, fileIds: { state: true } }
  declare task: MeetingTask | null
  declare meeting: Meeting | null
  declare choices: AgendaChoices | null
  declare today: string
  declare errors: readonly FieldError[]
  declare busy: boolean
  /** what other fields hang on: the kind of a vote, the decision of an item, the text of a file */
  declare chosen: Readonly<Record<string, string>>
  declare fileIds: readonly string[]
  readonly #submission = new Submission()
  readonly #typed = new Map<string, Typed>()

  constructor() {
    super()
    this.task = null
    this.meeting = null
    this.choices = null
    this.today = ''
    this.errors = []
    this.busy = false
    this.chosen = {}
    this.fileIds = []
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('task')) return
    this.errors = []
    this.chosen = this.#before?.chosen ?? {}
    this.fileIds = []
  }

  protected override updated(changed: Map<PropertyKey, unknown>): void {
    const before = changed.has('task') ? this.#before : undefined
    if (before === undefined) return
    for (const control of this.querySelectorAll<Controls>('#meeting-form [name]')) {
      const kept = before.values.getAll(control.name)
      if (control instanceof HTMLInputElement && control.type === 'checkbox') control.checked = kept.includes(control.value)
      else if (typeof kept[0] === 'string') control.value = kept[0]
    }
  }

  get #before(): Typed | undefined {
    return this.task === null || this.meeting === null ? undefined : this.#typed.get(formOf(this.task, this.meeting))
  }

  /** Closed without being sent: what was typed waits for the next time. */
  #keep(): void {
    const form = this.querySelector<HTMLFormElement>('#meeting-form')
    if (form !== null && this.task !== null && this.meeting !== null) this.#typed.set(formOf(this.task, this.meeting), { values: new FormData(form), chosen: this.chosen })
  }

  async #send(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    const { task, meeting } = this
    if (!(event.target instanceof HTMLFormElement) || task === null || meeting === null || this.busy) return
    this.errors = lacking(event.target)
    if (this.errors.length > 0) return
    const form = new FormData(event.target)
    const given: Given = { text: (name) => String(form.get(name) ?? '').trim(), all: (name) => form.getAll(name).map(String), fileIds: this.fileIds, submission: this.#submission }
    this.busy = true
    try {
      const said = await doTask({ meeting, task, given })
      this.errors = []
      this.#typed.delete(formOf(task, meeting))
      this.dispatchEvent(didAct(said))
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = problem.fields.length > 0 ? problem.fields.map((f) => ({ ...f, path: f.path.replace(/^(values|count|entries\.\d+)\./u, '') })) : [{ path: '', message: problem.told }]
    } finally {
      this.busy = false
    }
  }

  protected override render(): TemplateResult {
    const { task, meeting } = this
    if (task === null || meeting === null) return html``
    const tools: FormTools = {
      meeting, choices: this.choices, today: this.today, chosen: this.chosen, error: (path) => this.errors.find((one) => one.path === path)?.message ?? '',
      choose: (name, value) => { this.chosen = { ...this.chosen, [name]: value } }, stored: (id) => { this.fileIds = [...this.fileIds, id] }, removed: (id) => { this.fileIds = this.fileIds.filter((one) => one !== id) },
    }
    return html`<lf-dialog heading=${headingOf(task)} ?open=${true} .errors=${this.errors} @dialog-closed=${() => this.#keep()}>
      <form id="meeting-form" @submit=${(event: SubmitEvent) => void this.#send(event)}>${fieldsOf(task, tools)}</form>
      <button slot="actions" class="btn" type="button" @click=${() => { this.#typed.delete(formOf(task, meeting)); this.dispatchEvent(new CustomEvent('dialog-closed', { bubbles: true })) }}>${words.no}</button>
      <button slot="actions" class=${task.kind === 'cancel' ? 'btn grave' : 'btn main'} form="meeting-form" ?disabled=${this.busy}>${headingOf(task)}</button>${nothing}</lf-dialog>`
  }
}
customElements.define('meeting-dialog', MeetingDialog)
