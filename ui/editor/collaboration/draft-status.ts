import { html, nothing, type TemplateResult } from 'lit'
import { messages } from '../../messages/zh.ts'
import './collaboration.css'
import { TogetherElement } from './together-element.ts'

/** One line under the editor: what is saved, what is on its way, who else is here. `.together` is a Collaboration. */
export class DraftStatus extends TogetherElement {
  protected override render(): TemplateResult | typeof nothing {
    const { together } = this
    if (together === null) return nothing
    const words = messages.collaboration
    const { state, company } = together
    const names = [...new Set(company.people.filter(({ personId }) => personId !== company.personId).map(({ personName }) => personName))]
    const held = company.held
    return html`<p class="draft-status" role="status">
      <span class="saving" data-status=${state.status}>${this.#saving()}</span>
      ${state.open ? nothing : html`<span>${words.status.closed}</span>`}
      ${state.connected || state.signedOut ? nothing : html`<span class="offline">${words.status.offline}</span> <button class="btn link" type="button" @click=${() => void together.sync()}>${words.again}</button>`}
      ${state.signedOut ? html`<span>${words.status.signedOut}</span>` : nothing}
      ${state.keeps ? nothing : html`<span class="not-kept">${words.status.notKept}</span>`}
      ${state.broughtBack === 0 ? nothing : html`<span>${words.status.broughtBack}</span>`}
      ${held === null || !company.heldByOthers().has(held.lease.articleKey) ? nothing : html`<span class="not-kept">${words.status.held(held.lease.personName)}</span>`}
      ${names.length === 0 ? nothing : html`<span class="people">${words.people(names.join('、'))}</span>`}
    </p>`
  }

  #saving(): string {
    const words = messages.collaboration.status
    const { status, unsent } = this.together?.state ?? { status: 'saved' as const, unsent: 0 }
    switch (status) {
      case 'saved':
        return words.saved
      case 'sending':
        return words.sending
      case 'unsent':
        return words.unsent(Math.max(1, unsent))
      case 'decide':
        return words.decide(this.together?.entries().length ?? 0)
      default: {
        const never: never = status
        return never
      }
    }
  }
}
customElements.define('draft-status', DraftStatus)

declare global {
  interface HTMLElementTagNameMap {
    'draft-status': DraftStatus
  }
}
