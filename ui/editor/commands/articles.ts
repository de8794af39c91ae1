/** 条: new ones, splitting, joining, moving, taking out. */
import { closeHistory } from 'prosemirror-history'
import type { Node } from 'prosemirror-model'
import { type Command, type EditorState, TextSelection, type Transaction } from 'prosemirror-state'
import { newKey } from '../../../law/drafting/index.ts'
import { parseArticleLabel, toArticleLabel } from '../../../law/text/index.ts'
import { numbersOf } from '../numbers-plugin.ts'
import { around, attribute, typeOf } from './around.ts'
import { newArticle } from './clauses.ts'

/** What follows the caret is the next article; at the end of an article an empty one begins. */
export const splitArticle: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  const article = around($from, 'article')
  const clause = around($from, 'clause')
  if (article === null || clause === null || !$from.sameParent($to)) return false
  if (dispatch) {
    const { tr } = state
    tr.deleteSelection()
    const first = { ...clause.node.attrs, kind: 'paragraph', key: newKey(), number: '', printed: null, fixed: null }
    tr.split(tr.selection.from, 2, [
      { type: article.node.type, attrs: { number: attribute(article.node, 'number'), key: newKey() } },
      { type: clause.node.type, attrs: first },
    ])
    dispatch(tr.scrollIntoView())
  }
  return true
}

/** Enter at the end of a chapter heading: its first article begins. */
export const articleAfterHeading: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  const heading = around($from, 'heading')
  if (heading === null || !$from.sameParent($to)) return false
  if (dispatch) {
    const { tr } = state
    const words = heading.node.content.cut($to.parentOffset)
    tr.delete($from.pos, heading.end - 1)
    const at = $from.pos + 1
    const next = heading.parent.maybeChild(heading.index + 1)
    const like = next?.type.name === 'article' ? next : typeOf(state.schema, 'article').create()
    tr.insert(at, newArticle(like, null, words))
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView())
  }
  return true
}

/** Enter in a 条旨: on to the words of the article. */
export const leaveArticleHeading: Command = (state, dispatch) => {
  const heading = around(state.selection.$from, 'article_heading')
  if (heading === null) return false
  if (dispatch) {
    const { tr } = state
    if (heading.parent.maybeChild(heading.index + 1)?.type.name !== 'clause') tr.insert(heading.end, typeOf(state.schema, 'clause').create({ key: newKey() }))
    dispatch(tr.setSelection(TextSelection.create(tr.doc, heading.end + 1)).scrollIntoView())
  }
  return true
}

/** Backspace before the first word of an article: it is one with the article before it. */
export const joinArticles: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const article = around($from, 'article')
  const clause = around($from, 'clause')
  if (!empty || article === null || clause === null || clause.index > 0 || $from.parentOffset > 0) return false
  const before = article.index === 0 ? null : article.parent.child(article.index - 1)
  // behind a heading there is nothing to join with: an empty article is taken out, others stay
  if (before?.type.name !== 'article') {
    if (article.node.textContent !== '' || article.node.childCount > 1) return true
    if (dispatch) {
      const { tr } = state
      tr.delete(article.pos, article.end)
      dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(article.pos), -1)).scrollIntoView())
    }
    return true
  }
  dispatch?.(state.tr.join(article.pos).scrollIntoView())
  return true
}

/** Takes an article to another place (`target` in the document as it is), and the caret with it; what it goes past is not written anew. */
function carry({ tr }: EditorState, article: { node: Node; pos: number; end: number }, target: number, offset: number): Transaction {
  tr.delete(article.pos, article.end)
  const at = tr.mapping.map(target)
  tr.insert(at, article.node)
  // taken back by itself, and nothing that was typed before with it
  return closeHistory(tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(at + offset, tr.doc.content.size)))).scrollIntoView())
}

/** The article up or down by one; over the edge of a chapter it goes into the next one. */
export const moveArticle =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const { $from } = state.selection
    const article = around($from, 'article')
    if (article === null) return false
    const neighbour = article.parent.maybeChild(article.index + by)
    const offset = $from.pos - article.pos
    if (neighbour?.type.name === 'article') {
      dispatch?.(carry(state, article, by > 0 ? article.end + neighbour.nodeSize : article.pos - neighbour.nodeSize, offset))
      return true
    }
    const target = placeOverEdge(state.doc, article.pos, article.end, by)
    if (target === null) return true
    dispatch?.(carry(state, article, target, offset))
    return true
  }

/** Where an article goes that leaves its chapter: behind the next heading, or to the end of what stands before its own. */
function placeOverEdge(doc: Node, from: number, to: number, by: 1 | -1): number | null {
  let place: number | null = null
  doc.descendants((node, pos) => {
    if (by > 0 && place === null && node.type.name === 'heading' && pos >= to) place = pos + node.nodeSize
    if (by < 0 && node.type.name === 'chapter' && pos < from) {
      const holdsIt = pos + node.nodeSize > from
      if (!holdsIt) place = pos + node.nodeSize - 1
      else if (doc.resolve(pos).nodeBefore?.type.name !== 'chapter') place = pos
    }
    return node.type.name === 'chapter'
  })
  return place
}

/** An article with the number of this one and 之一 (之二 …), which is not counted: for amendments that keep numbers. */
export const insertNumberedBetween: Command = (state, dispatch) => {
  const article = around(state.selection.$from, 'article')
  if (article === null || state.doc.attrs['form'] !== 'articles') return false
  const label = numbersOf(state.doc).byKey.get(attribute(article.node, 'key'))?.label ?? ''
  const own = parseArticleLabel(label)
  if (own === null) return false
  const last = own.inserted.at(-1)
  const fixed = toArticleLabel(own.number, last === undefined ? [1] : [...own.inserted.slice(0, -1), last + 1])
  if (dispatch) {
    const { tr } = state
    tr.insert(article.end, newArticle(article.node, fixed))
    dispatch(tr.setSelection(TextSelection.create(tr.doc, article.end + 2)).scrollIntoView())
  }
  return true
}

/** The number is the printed one that counting does not change, or is counted again. */
export const toggleFixedNumber: Command = (state, dispatch) => {
  const found = around(state.selection.$from, 'article', 'chapter')
  const numbered = found === null ? undefined : numbersOf(state.doc).byKey.get(attribute(found.node, 'key'))
  if (found === null || numbered === undefined) return false
  dispatch?.(state.tr.setNodeMarkup(found.pos, null, { ...found.node.attrs, fixed: numbered.fixed === null ? numbered.label : null }))
  return true
}

export const deleteArticle: Command = (state, dispatch) => {
  const article = around(state.selection.$from, 'article')
  if (article === null) return false
  if (dispatch) {
    const { tr } = state
    tr.delete(article.pos, article.end)
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(article.pos, tr.doc.content.size)))).scrollIntoView())
  }
  return true
}

/** A 条旨 above the article, or none; words that stand in one become the beginning of nothing: only an empty one goes. */
export const toggleArticleHeading: Command = (state, dispatch) => {
  const article = around(state.selection.$from, 'article')
  if (article === null) return false
  const first = article.node.firstChild
  if (first?.type.name === 'article_heading') {
    if (first.content.size > 0) dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, article.pos + 2, article.pos + 2 + first.content.size)).scrollIntoView())
    else dispatch?.(state.tr.delete(article.pos + 1, article.pos + 1 + first.nodeSize).scrollIntoView())
    return true
  }
  if (dispatch) {
    const { tr } = state
    tr.insert(article.pos + 1, typeOf(state.schema, 'article_heading').create(null, state.schema.text('【】')))
    dispatch(tr.setSelection(TextSelection.create(tr.doc, article.pos + 3)).scrollIntoView())
  }
  return true
}
