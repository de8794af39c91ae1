import { html, nothing, render } from 'lit'
import './lf-dialog.ts'

export type Question = { heading: string; text: string; confirm: string; cancel: string; /** the act cannot be undone */ grave?: boolean; /** a third way out */ other?: string }
export type Answer = 'confirm' | 'cancel' | 'other'

/** Asks one question in a dialog; Esc is `cancel`. */
export function choose({ heading, text, confirm, cancel, grave = false, other }: Question): Promise<Answer> {
  return new Promise((resolve) => {
    const place = document.createElement('div')
    document.body.append(place)
    const close = (given: Answer): void => {
      render(nothing, place)
      place.remove()
      resolve(given)
    }
    render(html`<lf-dialog heading=${heading} ?open=${true} @dialog-closed=${() => close('cancel')}>
      <p>${text}</p>
      <button slot="actions" class="btn" autofocus @click=${() => close('cancel')}>${cancel}</button>
      ${other === undefined ? nothing : html`<button slot="actions" class="btn" @click=${() => close('other')}>${other}</button>`}
      <button slot="actions" class=${grave ? 'btn grave' : 'btn main'} @click=${() => close('confirm')}>${confirm}</button>
    </lf-dialog>`, place)
  })
}

/** A yes or a no. */
export const ask = async (question: Omit<Question, 'other'>): Promise<boolean> => (await choose(question)) === 'confirm'
