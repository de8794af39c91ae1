import type { Node } from 'prosemirror-model'
import type { Decoration, EditorView, NodeView } from 'prosemirror-view'
import { targetsOf } from '../../law/drafting/index.ts'
import { messages } from '../messages/zh.ts'

type Words = { words?: string; missing?: boolean }

/** Draws a reference with the words that it has now; Ctrl and a click, or Alt-Enter, go to its target. */
export class ReferenceView implements NodeView {
  readonly dom: HTMLElement
  #node: Node
  readonly #goTo: (key: string) => boolean

  constructor(node: Node, decorations: readonly Decoration[], goTo: (key: string) => boolean) {
    this.#node = node
    this.#goTo = goTo
    this.dom = document.createElement('span')
    this.dom.className = 'draft-reference'
    this.dom.contentEditable = 'false'
    this.dom.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey) this.#follow()
    })
    this.#draw(decorations)
  }

  #follow(): void {
    const [first] = targetsOf(this.#node)
    if (first !== undefined) this.#goTo(first)
  }

  #draw(decorations: readonly Decoration[]): void {
    let said: Words = {}
    for (const { spec } of decorations) {
      const found: Words = spec
      if (typeof found.words === 'string') said = found
    }
    const typed = String(this.#node.attrs['words'])
    const words = said.words ?? typed
    if (this.dom.textContent !== words) this.dom.textContent = words
    this.dom.classList.toggle('deleted', said.missing === true)
    this.dom.title = said.missing === true ? messages.editor.reference.deleted(typed) : messages.editor.reference.follows
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type !== this.#node.type) return false
    this.#node = node
    this.#draw(decorations)
    return true
  }

  ignoreMutation(): boolean {
    return true
  }
}

export const referenceView =
  (goTo: (key: string) => boolean) =>
  (node: Node, _view: EditorView, _position: () => number | undefined, decorations: readonly Decoration[]): NodeView =>
    new ReferenceView(node, decorations, goTo)
