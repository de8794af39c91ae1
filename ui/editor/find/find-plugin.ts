import { type EditorState, Plugin, PluginKey, TextSelection, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet, type EditorView } from 'prosemirror-view'
import { renderedReferences } from '../../../law/drafting/index.ts'
import { numbersOf } from '../numbers-plugin.ts'
import { findText, type Match, replaceMatches } from './find-text.ts'

type Found = { query: string; matches: readonly Match[]; current: number; marks: DecorationSet }
const findKey = new PluginKey<Found>('find')
/** Beyond this many only those around the current one are marked. */
const MOST_MARKED = 500
const NOTHING: Found = { query: '', matches: [], current: -1, marks: DecorationSet.empty }

type Ask = { query: string } | { current: number }

function search(state: Pick<EditorState, 'doc'>, query: string): Match[] {
  if (query === '') return []
  const said = renderedReferences(state.doc, numbersOf(state.doc))
  return findText(state.doc, query, (pos) => said.get(pos)?.text ?? '')
}

function marked(doc: EditorState['doc'], query: string, matches: readonly Match[], current: number): Found {
  const first = Math.max(0, Math.min(current - MOST_MARKED / 2, matches.length - MOST_MARKED))
  const marks = matches.slice(first, first + MOST_MARKED).map((match, index) => {
    const attributes = { class: first + index === current ? 'draft-found current' : 'draft-found' }
    return match.to - match.from === 1 && match.inReference ? Decoration.node(match.from, match.to, attributes) : Decoration.inline(match.from, match.to, attributes)
  })
  return { query, matches, current, marks: DecorationSet.create(doc, marks) }
}

/** The match at or behind a place, the first one where there is none. */
function nearest(matches: readonly Match[], pos: number): number {
  const behind = matches.findIndex(({ from }) => from >= pos)
  return behind < 0 ? (matches.length > 0 ? 0 : -1) : behind
}

function apply(transaction: Transaction, found: Found): Found {
  const asked: Ask | undefined = transaction.getMeta(findKey)
  if (asked !== undefined && 'query' in asked) {
    if (asked.query === '') return NOTHING
    const matches = search(transaction, asked.query)
    return marked(transaction.doc, asked.query, matches, nearest(matches, transaction.selection.from))
  }
  if (found.query === '') return found
  if (transaction.docChanged) {
    const matches = search(transaction, found.query)
    return marked(transaction.doc, found.query, matches, asked === undefined ? nearest(matches, transaction.selection.from) : asked.current)
  }
  return asked === undefined ? found : marked(transaction.doc, found.query, found.matches, asked.current)
}

export const findPlugin = (): Plugin =>
  new Plugin<Found>({
    key: findKey,
    state: { init: () => NOTHING, apply: (transaction, found) => apply(transaction, found) },
    props: { decorations: (state) => findKey.getState(state)?.marks },
  })

const foundIn = (state: EditorState): Found => findKey.getState(state) ?? NOTHING

/** How many were found, and which of them is the current one (from 1). */
export const counts = (view: EditorView): { total: number; current: number } => {
  const { matches, current } = foundIn(view.state)
  return { total: matches.length, current: current + 1 }
}

function show(view: EditorView, match: Match | undefined): void {
  if (match === undefined) return
  const { node } = view.domAtPos(match.from)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'center' })
}

/** Looks for words from the caret on; '' ends the search. */
export function findIn(view: EditorView, query: string): void {
  view.dispatch(view.state.tr.setMeta(findKey, { query } satisfies Ask))
  const { matches, current } = foundIn(view.state)
  show(view, matches[current])
}

/** The next match or the one before, round the ends. */
export function step(view: EditorView, by: 1 | -1): void {
  const { matches, current } = foundIn(view.state)
  if (matches.length === 0) return
  const next = (current + by + matches.length) % matches.length
  view.dispatch(view.state.tr.setMeta(findKey, { current: next } satisfies Ask))
  show(view, matches[next])
}

/** Selects the current match and gives the keys back to the text. */
export function selectCurrent(view: EditorView): void {
  const { matches, current } = foundIn(view.state)
  const match = matches[current]
  if (match !== undefined) view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, match.from, match.to)).scrollIntoView())
  view.focus()
}

/** Replaces the current match, or all of them in one step of undo. `kept`: those that are words of references. */
export function replaceIn(view: EditorView, words: string, all: boolean): { replaced: number; kept: number } {
  const { matches, current } = foundIn(view.state)
  const one = matches[current]
  const asked = all ? matches : one === undefined ? [] : [one]
  if (!view.editable) return { replaced: 0, kept: asked.length }
  const { tr } = view.state
  const replaced = replaceMatches(tr, asked, words)
  if (replaced > 0) {
    if (one !== undefined && !all) tr.setSelection(TextSelection.create(tr.doc, tr.mapping.map(one.to)))
    view.dispatch(tr)
    show(view, foundIn(view.state).matches[foundIn(view.state).current])
  } else if (!all) step(view, 1)
  return { replaced, kept: asked.length - replaced }
}
