import { Plugin } from 'prosemirror-state'

type View = { composing: boolean; dom?: HTMLElement }

/**
 * A browser tells of a click a moment after it set the caret, on a busy machine a long one. Whoever acts on where the caret
 * stands, or draws and with it sets it again, asks first: otherwise a key acts on the article that was left, or what
 * somebody else wrote in that moment takes the caret back there.
 */
export function hearSelection({ composing, dom }: View): void {
  // an input method moves the selection as it likes
  if (!composing) dom?.ownerDocument.dispatchEvent(new Event('selectionchange'))
}

/** Every key finds the caret where the person set it. */
export const selectionBeforeKeys = (): Plugin =>
  new Plugin({
    props: {
      handleDOMEvents: {
        keydown: (view) => {
          hearSelection(view)
          return false
        },
      },
    },
  })
