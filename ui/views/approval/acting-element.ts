import { html, nothing, type PropertyDeclarations, type TemplateResult } from 'lit'
import { asProblem, Submission } from '../../api/client.ts'
import type { FieldError } from '../../api/problem.ts'
import { LightElement } from '../../components/light-element.ts'

export type Notice = { kind: 'good' | 'warn'; text: string }
type Sent<T> = Promise<{ data?: T; error?: unknown; response: Response }>

/** A screen with forms: what was sent, what is wrong with it by field, and what came of it. What was typed stays. */
export abstract class ActingElement extends LightElement {
  static override properties: PropertyDeclarations = { notice: { state: true }, fields: { state: true }, busy: { state: true } }
  declare notice: Notice | null
  declare fields: readonly FieldError[]
  declare busy: boolean
  readonly #submission = new Submission()

  constructor() {
    super()
    this.notice = null
    this.fields = []
    this.busy = false
  }

  protected abstract load(): Promise<void>

  /** Send once; a lost answer is asked for again under the same key. True when it was done. */
  protected async act<T>(content: unknown, done: string, call: (headers: Record<string, string>) => Sent<T>): Promise<boolean> {
    this.busy = true
    this.fields = []
    try {
      await this.#submission.send(content, call)
      await this.load()
      this.notice = { kind: 'good', text: done }
      return true
    } catch (thrown) {
      const problem = asProblem(thrown)
      this.fields = problem.fields
      if (problem.kind === 'stale') await this.load()
      this.notice = { kind: 'warn', text: problem.kind === 'invalid' ? (problem.fields[0]?.message ?? problem.told) : problem.told }
      return false
    } finally {
      this.busy = false
    }
  }

  protected error(path: string): string {
    return this.fields.find((field) => field.path === path)?.message ?? ''
  }
  protected noticeBar(): TemplateResult | typeof nothing {
    return this.notice === null ? nothing : html`<lf-notice-bar kind=${this.notice.kind} text=${this.notice.text} closable @notice-closed=${() => { this.notice = null }}></lf-notice-bar>`
  }
}
