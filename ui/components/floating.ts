import { render, type TemplateResult } from 'lit'

const GAP = 6
const EDGE = 12
let made = 0

/** A small sheet in the browser's top layer beside an element; one for the element that asks, made when first needed. */
export class FloatingSheet {
  readonly #anchor: () => HTMLElement | null
  #sheet: HTMLElement | null = null
  readonly id = `float-${(made += 1)}`

  constructor(anchor: () => HTMLElement | null) {
    this.#anchor = anchor
  }

  get open(): boolean {
    return this.#sheet !== null
  }

  show(content: TemplateResult, role: 'tooltip' | 'dialog' = 'tooltip'): void {
    const anchor = this.#anchor()
    if (anchor === null || this.#sheet !== null) return
    const sheet = document.createElement('div')
    sheet.className = 'float'
    sheet.id = this.id
    sheet.setAttribute('role', role)
    sheet.popover = 'manual'
    render(content, sheet)
    anchor.after(sheet)
    sheet.showPopover()
    place(sheet, anchor)
    this.#sheet = sheet
  }

  hide(): void {
    this.#sheet?.remove()
    this.#sheet = null
  }
}

/** Below the anchor, above it where there is no room, never outside the window. */
function place(sheet: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = sheet
  const below = at.bottom + GAP
  const top = below + height + EDGE > innerHeight && at.top - GAP - height > EDGE ? at.top - GAP - height : below
  sheet.style.top = `${top}px`
  sheet.style.left = `${Math.max(EDGE, Math.min(at.left, innerWidth - width - EDGE))}px`
}
