/**
 * Words that are typed over, or deleted where they are drawn in a style of their own (a suggestion, something found). Chromium
 * would keep that style for the next letter and write it into the page as an inline style, which the content security policy
 * forbids, and an input method would leave the words standing. The document changes first, and the page follows it.
 */
import { Plugin, TextSelection } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { hearSelection } from './hear-selection.ts'

/** Decorations draw with these; a line of the text is none of them. */
const STYLES: ReadonlySet<string> = new Set(['INS', 'SPAN'])
const isStyled = ({ parentElement }: Node): boolean => parentElement !== null && STYLES.has(parentElement.tagName)

/** What is selected inside one line; everything else is a command of its own. */
function selectedWords({ state }: EditorView): { from: number; to: number } | null {
  const { selection } = state
  return selection instanceof TextSelection && !selection.empty && selection.$from.sameParent(selection.$to) ? selection : null
}

function typeOver(view: EditorView, words: string): boolean {
  // most letters are typed at a caret, and have no time to lose
  if (view.dom.ownerDocument.getSelection()?.isCollapsed !== false) return false
  hearSelection(view)
  const selected = selectedWords(view)
  if (selected === null) return false
  view.dispatch(view.state.tr.insertText(words, selected.from, selected.to).scrollIntoView())
  return true
}

function deleteStyled(view: EditorView, [range]: readonly StaticRange[]): boolean {
  if (range === undefined || !(isStyled(range.startContainer) || isStyled(range.endContainer))) return false
  const [from, to] = [view.posAtDOM(range.startContainer, range.startOffset), view.posAtDOM(range.endContainer, range.endOffset)]
  if (to <= from || !view.state.doc.resolve(from).sameParent(view.state.doc.resolve(to))) return false
  view.dispatch(view.state.tr.delete(from, to).scrollIntoView())
  return true
}

export const typedOver = (): Plugin =>
  new Plugin({
    props: {
      handleDOMEvents: {
        beforeinput(view, event) {
          if (!view.editable || event.isComposing || view.composing) return false
          const done = event.inputType === 'insertText' ? typeOver(view, event.data ?? '') : event.inputType.startsWith('deleteContent') || event.inputType.startsWith('deleteWord') ? deleteStyled(view, event.getTargetRanges()) : false
          if (done) event.preventDefault()
          return done
        },
        compositionstart(view) {
          if (!view.editable || view.composing) return false
          // a handwriting or voice input begins without a key
          hearSelection(view)
          const selected = selectedWords(view)
          if (selected !== null) view.dispatch(view.state.tr.delete(selected.from, selected.to))
          return false
        },
      },
    },
  })
