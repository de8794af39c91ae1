import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { type ApiProblem, asProblem, Submission } from '../api/client.ts'
import { DraftKeeper, type DraftStorage } from '../draft-keeper.ts'
import { UnsavedGuard } from '../unsaved-guard.ts'

type Host = ReactiveControllerHost & Pick<HTMLElement, 'querySelector'>
type Call<T> = (headers: Record<string, string>) => Promise<{ data?: T; error?: unknown; response: Response }>
type Kept<Form> = { key: string; owner: string; read: (stored: unknown) => Form; storage?: DraftStorage }

/**
 * A form with which something new is entered: what is typed is kept on the person's computer until the server has it, a
 * refusal says what is wrong in its fields and puts the cursor there, and a second press sends nothing twice.
 *
 *   readonly #entry = new EntryForm(this, empty)
 *   this.#entry.begin({ key: 'project:new', owner, read: (v) => formSchema.parse(v) }, start)   // what was kept comes back
 *   this.#entry.change({ title })                                                               // on every input
 *   await this.#entry.send(body, (headers) => api.POST('/api/…', { body, headers }), ({ id }) => go(`/…/${id}`))
 */
export class EntryForm<Form extends object> implements ReactiveController {
  /** by the path of the field */
  errors: ReadonlyMap<string, string> = new Map()
  /** what the whole form is told */
  sentence = ''
  busy = false
  readonly #host: Host
  readonly #submission = new Submission()
  readonly #sentenceOf: (problem: ApiProblem) => string
  #value: Form
  #keeper: DraftKeeper<Form> | null = null

  /** `sentenceOf`: what the form is told of a refusal, where it is not the problem's own sentence. */
  constructor(host: Host, empty: Form, { sentenceOf = (problem: ApiProblem): string => problem.told }: { sentenceOf?: (problem: ApiProblem) => string } = {}) {
    this.#host = host
    this.#value = empty
    this.#sentenceOf = sentenceOf
    new UnsavedGuard(host, () => this.#keeper?.dirty === true)
    host.addController(this)
  }

  hostConnected(): void {
    // an element that is put in anew goes on with what it has
  }

  get value(): Form {
    return this.#value
  }

  /** From now on what is typed is kept; what was kept before comes back in the place of `start`. */
  begin({ key, owner, read, storage }: Kept<Form>, start: Form): void {
    this.#keeper = new DraftKeeper({ key, owner, read, ...(storage === undefined ? {} : { storage }) })
    this.put(this.#keeper.restore()?.value ?? start)
  }

  /** Typed or chosen by the person: kept. */
  change(change: Partial<Form>): void {
    this.put({ ...this.#value, ...change })
    this.#keeper?.keep(this.#value)
  }

  /** Filled in by the program: shown, not kept. */
  put(value: Form): void {
    this.#value = value
    this.#host.requestUpdate()
  }

  tell(sentence: string): void {
    this.sentence = sentence
    this.#host.requestUpdate()
  }

  /** What is wrong before it is sent, in its fields. */
  async refuse(fields: readonly (readonly [path: string, message: string])[]): Promise<void> {
    this.errors = new Map(fields)
    await this.#showWrong()
  }

  /** Sends it once; `done` when the server has it. Nothing is lost where it is refused. */
  async send<T>(body: unknown, call: Call<T>, done: (data: T) => unknown): Promise<void> {
    if (this.busy) return
    this.busy = true
    this.errors = new Map()
    this.tell('')
    try {
      const { data } = await this.#submission.send(body, call)
      this.#keeper?.acknowledge()
      await done(data)
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.errors = new Map(problem.fields.map((f) => [f.path, f.message]))
      this.sentence = this.#sentenceOf(problem)
      await this.#showWrong()
    } finally {
      this.busy = false
      this.#host.requestUpdate()
    }
  }

  async #showWrong(): Promise<void> {
    this.#host.requestUpdate()
    await this.#host.updateComplete
    this.#host.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }
}
