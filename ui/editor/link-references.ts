/** Typed 第十条 becomes a link when the drafter leaves the line: its words stay, and what cannot be resolved stays text. */
import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, NodeSelection, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { closeHistory } from 'prosemirror-history'
import { findReferences, type FoundReference, linkReferences, partsOf, renderReference, targetsOf } from '../../law/drafting/index.ts'
import { around, attribute } from './commands/around.ts'
import { hearSelection } from './hear-selection.ts'
import { whenIdle } from './idle.ts'
import { numbersOf } from './numbers-plugin.ts'
import { changedRanges } from './structural.ts'

type Range = { from: number; to: number }
const typedKey = new PluginKey<readonly Range[]>('typed references')

/** Lines that were typed in and not looked at yet. Pasted words may mean numbers of another text: they are left alone. */
function typedLines(transaction: Transaction, before: readonly Range[]): readonly Range[] {
  const done: unknown = transaction.getMeta(typedKey)
  const kept = before.map(({ from, to }) => ({ from: transaction.mapping.map(from, -1), to: transaction.mapping.map(to, 1) })).filter(({ from, to }) => from < to)
  if (done === true) return []
  const foreign = transaction.getMeta('rebased') !== undefined || transaction.getMeta('paste') === true || transaction.getMeta('history$') !== undefined
  if (foreign || !transaction.docChanged) return kept
  for (const { from, to } of changedRanges([transaction])) {
    transaction.doc.nodesBetween(from, Math.min(to, transaction.doc.content.size), (node, pos) => {
      if (node.type.name === 'clause' && !kept.some((one) => one.from <= pos && one.to >= pos + node.nodeSize)) kept.push({ from: pos, to: pos + node.nodeSize })
      return !node.isTextblock
    })
  }
  return kept
}

const lineOf = (state: EditorState): Range | null => {
  const clause = around(state.selection.$head, 'clause')
  return clause === null ? null : { from: clause.pos, to: clause.end }
}
const within = (found: FoundReference, ranges: readonly Range[]): boolean => ranges.some(({ from, to }) => found.from >= from && found.to <= to)

function link(view: EditorView, all: boolean): void {
  if (view.isDestroyed || view.composing || !view.editable) return
  hearSelection(view)
  const here = all ? null : lineOf(view.state)
  const waiting = (typedKey.getState(view.state) ?? []).filter(({ from }) => from !== here?.from)
  if (waiting.length === 0) return
  const found = findReferences(view.state.doc).filter((one) => within(one, waiting))
  const transaction = found.length === 0 ? view.state.tr : closeHistory(linkReferences(view.state.tr, found))
  view.dispatch(transaction.setMeta(typedKey, true))
}

export const linkReferencesPlugin = (): Plugin => {
  let cancel = (): void => undefined
  return new Plugin<readonly Range[]>({
    key: typedKey,
    state: { init: () => [], apply: (transaction, before) => typedLines(transaction, before) },
    view: () => ({
      update(view) {
        const waiting = typedKey.getState(view.state) ?? []
        const here = lineOf(view.state)
        if (!waiting.some(({ from }) => from !== here?.from)) return
        cancel()
        cancel = whenIdle(() => link(view, false))
      },
      destroy: () => cancel(),
    }),
    props: {
      handleDOMEvents: {
        blur(view) {
          cancel()
          cancel = whenIdle(() => link(view, true))
          return false
        },
      },
    },
  })
}

/** Links what can be linked in the selected lines, at once. */
export const linkHere: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  const from = $from.depth === 0 ? $from.pos : $from.before($from.depth)
  const to = $to.depth === 0 ? $to.pos : $to.after($to.depth)
  const found = findReferences(state.doc).filter((one) => one.from >= from && one.to <= to)
  if (found.length > 0) dispatch?.(linkReferences(state.tr, found))
  return true
}

function selectedReference(state: EditorState): { node: Node; pos: number } | null {
  const { selection } = state
  if (selection instanceof NodeSelection && selection.node.type.name === 'reference') return { node: selection.node, pos: selection.from }
  const { nodeBefore, nodeAfter, pos } = selection.$head
  if (nodeAfter?.type.name === 'reference') return { node: nodeAfter, pos }
  return nodeBefore?.type.name === 'reference' ? { node: nodeBefore, pos: pos - nodeBefore.nodeSize } : null
}

/** The reference at the caret as plain words, those that it says now. */
export const unlinkHere: Command = (state, dispatch) => {
  const found = selectedReference(state)
  if (found === null) return false
  const clause = around(state.doc.resolve(found.pos), 'clause')
  const numbers = numbersOf(state.doc)
  const home = clause === null ? null : (numbers.byKey.get(attribute(clause.node, 'key')) ?? null)
  const { text, missing } = renderReference(partsOf(found.node), numbers, home)
  const words = missing.length > 0 ? attribute(found.node, 'words') : text
  dispatch?.(state.tr.replaceWith(found.pos, found.pos + 1, state.schema.text(words)).setMeta(typedKey, true))
  return true
}

/** Goes to what the reference at the caret names. */
export const followHere =
  (goTo: (key: string) => boolean): Command =>
  (state, dispatch) => {
    const [first] = targetsOf(selectedReference(state)?.node ?? state.schema.node('reference', { parts: [{ keys: ['?'], show: ['article'] }] }))
    if (first === undefined || first === '?') return false
    return dispatch === undefined || goTo(first)
  }
