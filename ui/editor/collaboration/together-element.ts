import { LightElement } from '../../components/light-element.ts'
import type { Collaboration } from './collaboration.ts'

/** An element that is drawn anew whenever the collaboration that it was given says something. */
export class TogetherElement extends LightElement {
  static override properties: Record<string, object> = { together: { attribute: false } }
  declare together: Collaboration | null
  #forget: () => void = () => undefined

  constructor() {
    super()
    this.together = null
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (!changed.has('together')) return
    this.#forget()
    this.#forget = this.together?.subscribe(() => this.requestUpdate()) ?? (() => undefined)
  }

  override connectedCallback(): void {
    super.connectedCallback()
    if (this.hasUpdated) this.requestUpdate('together')
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback()
    this.#forget()
  }
}
