/** A number that a drafter types out of habit at the head of a line becomes the level that it means; it is counted, never text. */
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { around, typeOf } from './commands/around.ts'
import { newKey } from '../../law/drafting/index.ts'

const ITEM = /^[（(][一二三四五六七八九十]{1,3}[）)]$/
const SUBITEM = /^[0-9]{1,2}[.．]$/
const ARTICLE = /^第[零一二三四五六七八九十百千]+条[ \u3000]$/

/** What the number before the caret asks for; null where none stands there, or where it has no place. */
export function takeTypedNumber(state: EditorState): Transaction | null {
  const { $from, empty } = state.selection
  const clause = around($from, 'clause')
  const article = around($from, 'article')
  if (!empty || clause === null || article === null || state.doc.attrs['form'] !== 'articles') return null
  const before = $from.parent.textBetween(0, $from.parentOffset, '', '〇〇〇〇〇〇〇〇〇〇')
  const previous = clause.index === 0 ? null : clause.parent.child(clause.index - 1)
  const kind: unknown = previous?.type.name === 'clause' ? previous.attrs['kind'] : null
  const { tr } = state
  const setKind = (to: 'item' | 'subitem'): Transaction =>
    tr.delete(clause.pos + 1, $from.pos).setNodeMarkup(clause.pos, null, { ...clause.node.attrs, kind: to, number: '', printed: null, fixed: null })
  if (ITEM.test(before)) return kind === null ? null : setKind('item')
  if (SUBITEM.test(before)) return kind === 'item' || kind === 'subitem' ? setKind('subitem') : null
  if (!ARTICLE.test(before)) return null
  tr.delete(clause.pos + 1, $from.pos)
  // at the head of an article its number is there already
  if (clause.index === 0) return tr
  return tr.split(clause.pos + 1, 2, [
    { type: article.node.type, attrs: { key: newKey() } },
    { type: typeOf(state.schema, 'clause'), attrs: { key: newKey(), kind: 'paragraph' } },
  ]).delete(tr.mapping.map(clause.pos, -1), tr.mapping.map(clause.pos, -1) + 2)
}

const typedKey = new PluginKey<boolean>('typed numbers')

/** After typing and after an input method has finished; what was undone, pasted or written by others stays. */
export const typedNumbersPlugin = (): Plugin =>
  new Plugin<boolean>({
    key: typedKey,
    state: {
      init: () => false,
      apply: (transaction) =>
        transaction.docChanged && transaction.getMeta('rebased') === undefined && transaction.getMeta('history$') === undefined && transaction.getMeta('paste') !== true,
    },
    view: () => ({
      update(view) {
        if (view.composing || !view.editable || typedKey.getState(view.state) !== true) return
        const taken = takeTypedNumber(view.state)
        if (taken !== null) view.dispatch(taken.scrollIntoView())
      },
    }),
  })
