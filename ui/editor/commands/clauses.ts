/** 款 项 目: new ones, and their levels. */
import type { Node } from 'prosemirror-model'
import { type Command, TextSelection, type Transaction } from 'prosemirror-state'
import { newKey } from '../../../law/drafting/index.ts'
import type { ClauseKind } from '../../../law/text/index.ts'
import { around, attribute, typeOf } from './around.ts'

const LEVELS: readonly ClauseKind[] = ['paragraph', 'item', 'subitem']
const levelOf = (clause: Node): number => Math.max(0, LEVELS.findIndex((kind) => kind === clause.attrs['kind']))

/** Another level counts in its own way: how the number was written before is left behind. */
function setLevel(transaction: Transaction, pos: number, level: number): void {
  const node = transaction.doc.nodeAt(pos)
  const kind = LEVELS[level]
  if (node === null || kind === undefined) return
  transaction.setNodeMarkup(pos, null, { ...node.attrs, kind, number: '', printed: null, fixed: null })
}

function clauseBefore(doc: Node, pos: number): Node | null {
  const before = doc.resolve(pos).nodeBefore
  return before?.type.name === 'clause' ? before : null
}

/** 款 → 项 → 目 and back, for all that are selected. A first 款 stays one, and a 目 needs an 项 before it. */
export const changeLevel =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const { $from, from, to } = state.selection
    if (around($from, 'table') !== null || around($from, 'clause') === null) return false
    const { tr } = state
    state.doc.nodesBetween(from, to, (node, pos) => {
      if (node.type.name !== 'clause') return !node.isTextblock
      const level = levelOf(node) + by
      if (level < 0 || level >= LEVELS.length) return false
      const before = clauseBefore(tr.doc, pos)
      if (by > 0 && (before === null || levelOf(before) < level - 1)) return false
      setLevel(tr, pos, level)
      return false
    })
    // what stands below an 项 that became a 款 may not hang in the air: 目 without 项 are 项
    if (tr.docChanged) dispatch?.(tr)
    // the key is used up in any case: Tab must not leave the text by accident
    return true
  }

/** Enter in a clause that holds nothing: one level up; at the end of an article the next article begins. */
export const leaveEmptyClause: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const clause = around($from, 'clause')
  const article = around($from, 'article')
  if (!empty || clause === null || article === null || clause.node.content.size > 0) return false
  const level = levelOf(clause.node)
  if (level > 0) {
    const { tr } = state
    setLevel(tr, clause.pos, level - 1)
    dispatch?.(tr.scrollIntoView())
    return true
  }
  if (clause.index !== article.node.childCount - 1 || clause.index === 0) return false
  if (dispatch) {
    const { tr } = state
    tr.delete(clause.pos, clause.end)
    const at = tr.mapping.map(article.end)
    tr.insert(at, newArticle(article.node))
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView())
  }
  return true
}

/** An article with one empty 款; in an outline it is numbered in the way of the one before it. */
export function newArticle(like: Node | null, fixed: string | null = null, words?: Node['content']): Node {
  const schema = like?.type.schema
  if (like === null || schema === undefined) throw new RangeError('An article is made like another')
  const clause = typeOf(schema, 'clause').create({ key: newKey() }, words)
  return typeOf(schema, 'article').create({ key: newKey(), number: attribute(like, 'number'), fixed }, clause)
}

/** Enter in a clause: what follows the caret is the next 款, 项 or 目 of the same level. */
export const splitClause: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  const clause = around($from, 'clause')
  if (clause === null || !$from.sameParent($to)) return false
  if (dispatch) {
    const { tr } = state
    tr.deleteSelection()
    const { type, attrs } = clause.node
    tr.split(tr.selection.from, 1, [{ type, attrs: { ...attrs, key: newKey(), printed: null, fixed: null } }])
    dispatch(tr.scrollIntoView())
  }
  return true
}

/** Backspace before the first word of an 项 or 目: one level up, the words stay. */
export const raiseAtStart: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const clause = around($from, 'clause')
  if (!empty || clause === null || $from.parentOffset > 0) return false
  const level = levelOf(clause.node)
  if (level === 0) return false
  const { tr } = state
  setLevel(tr, clause.pos, level - 1)
  dispatch?.(tr.scrollIntoView())
  return true
}

/** Backspace before the first word of a 款 that follows another: the two are one. */
export const joinClauses: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const clause = around($from, 'clause', 'annex_line', 'cell_line')
  if (!empty || clause === null || $from.parentOffset > 0 || clause.index === 0) return false
  const before = clause.parent.child(clause.index - 1)
  // a 条旨 takes in no words of the article
  if (before.type.name === 'article_heading') return true
  if (before.type !== clause.node.type) return false
  dispatch?.(state.tr.join(clause.pos).scrollIntoView())
  return true
}

/** Delete behind the last word: the next clause, or the next article, is one with this one; over headings nothing is. */
export const joinAfter: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const clause = around($from, 'clause', 'heading', 'article_heading')
  if (!empty || clause === null || $from.parentOffset < clause.node.content.size) return false
  const article = around($from, 'article')
  if (clause.node.type.name !== 'clause' || article === null) return true
  const next = clause.parent.maybeChild(clause.index + 1)
  if (next?.type.name === 'clause') dispatch?.(state.tr.join(clause.end).scrollIntoView())
  else if (next === null && article.parent.maybeChild(article.index + 1)?.type.name === 'article') dispatch?.(state.tr.join(article.end).scrollIntoView())
  return true
}
