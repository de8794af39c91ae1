import { Plugin } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'

/**
 * Chapters far from the window are not laid out (`content-visibility`). Those around the caret always are: what is
 * typed into one that was made this very moment would otherwise be lost until the next frame.
 */
export const openChapters = (): Plugin =>
  new Plugin({
    props: {
      decorations({ doc, selection }) {
        const open: Decoration[] = []
        for (const $end of selection.empty ? [selection.$head] : [selection.$anchor, selection.$head]) {
          for (let depth = $end.depth; depth > 0; depth -= 1) {
            if ($end.node(depth).type.name === 'chapter') open.push(Decoration.node($end.before(depth), $end.after(depth), { class: 'open' }))
          }
        }
        return DecorationSet.create(doc, open)
      },
    },
  })
