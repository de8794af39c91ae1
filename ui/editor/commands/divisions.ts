/** 编 分编 章 节: put in before an article, and taken away. */
import { Fragment, type Node } from 'prosemirror-model'
import { type Command, TextSelection } from 'prosemirror-state'
import { newKey } from '../../../law/drafting/index.ts'
import type { DivisionKind } from '../../../law/text/index.ts'
import { around, typeOf } from './around.ts'

const RANKS: Readonly<Record<DivisionKind, number>> = { part: 1, subpart: 2, chapter: 3, section: 4 }
const rankOf = (node: Node): number => Object.entries(RANKS).find(([kind]) => kind === node.attrs['kind'])?.[1] ?? RANKS.chapter
const isDivision = (node: Node): boolean => node.type.name === 'chapter'

/** A chapter cut in two before a position inside it: what stays, and what is left without a heading. */
function cut(chapter: Node, offset: number): { before: Node; after: Node[] } {
  const before: Node[] = []
  const after: Node[] = []
  chapter.forEach((child, at) => {
    if (at + child.nodeSize <= offset) before.push(child)
    else if (at >= offset || !isDivision(child)) after.push(child)
    else {
      const inner = cut(child, offset - at - 1)
      before.push(inner.before)
      after.push(...inner.after)
    }
  })
  return { before: chapter.copy(Fragment.fromArray(before)), after }
}

/**
 * A new 编 章 节 that begins with the article of the caret and reaches as far as one of its kind may: to the next
 * division of its level or a higher one.
 */
export const insertDivision =
  (kind: DivisionKind): Command =>
  (state, dispatch) => {
    const { $from } = state.selection
    const article = around($from, 'article')
    if (article === null) return false
    const rank = RANKS[kind]
    let depth = article.depth - 1
    while (depth > 0 && rankOf($from.node(depth)) >= rank) depth -= 1
    const parent = $from.node(depth)
    const index = $from.index(depth)
    const start = depth === 0 ? 0 : $from.start(depth)
    let at = start
    for (let i = 0; i < index; i += 1) at += parent.child(i).nodeSize
    const holder = parent.child(index)
    const halves = isDivision(holder) ? cut(holder, article.pos - at - 1) : { before: null, after: [holder] }
    const taken = [...halves.after]
    let end = at + holder.nodeSize
    // articles that stand beside it go into it, up to the next division that it cannot hold
    for (let i = index + 1; i < parent.childCount && !isDivision(holder); i += 1) {
      const next = parent.child(i)
      if (next.type.name !== 'article' && !(isDivision(next) && rankOf(next) > rank)) break
      taken.push(next)
      end += next.nodeSize
    }
    if (dispatch) {
      const { tr, schema } = state
      const division = typeOf(schema, 'chapter').create({ kind, key: newKey() }, [typeOf(schema, 'heading').create(), ...taken])
      tr.replaceWith(at, end, halves.before === null ? [division] : [halves.before, division])
      const caret = at + (halves.before?.nodeSize ?? 0) + 2
      dispatch(tr.setSelection(TextSelection.create(tr.doc, caret)).scrollIntoView())
    }
    return true
  }

/** Backspace before a heading: the division goes, what stood in it belongs to the one before it. */
export const dissolveDivision: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const heading = around($from, 'heading')
  const chapter = around($from, 'chapter')
  if (!empty || heading === null || chapter === null || $from.parentOffset > 0) return false
  // words of a heading are not thrown away: only an empty one goes
  if (heading.node.content.size > 0) return true
  const inside = chapter.node.children.slice(1)
  const before = chapter.index === 0 ? null : chapter.parent.child(chapter.index - 1)
  if (dispatch) {
    const { tr } = state
    const joins = before !== null && isDivision(before) && rankOf(before) === rankOf(chapter.node)
    if (joins) tr.replaceWith(chapter.pos - before.nodeSize, chapter.end, before.copy(before.content.append(Fragment.fromArray(inside))))
    else tr.replaceWith(chapter.pos, chapter.end, inside)
    const caret = joins ? chapter.pos - 1 : chapter.pos
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(Math.min(caret, tr.doc.content.size)))).scrollIntoView())
  }
  return true
}
