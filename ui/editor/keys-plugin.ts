import { Plugin } from 'prosemirror-state'
import { keysToGive, newKey } from '../../law/drafting/index.ts'
import { changedRanges, isStructural } from './structural.ts'

/**
 * Every provision has a key of its own: what a paste or a split repeats gets a new one in the same step of undo.
 * Steps of others bring theirs.
 */
export const keysPlugin = (): Plugin =>
  new Plugin({
    appendTransaction(transactions, _before, state) {
      const own = transactions.filter((one) => one.getMeta('rebased') === undefined)
      if (!own.some(isStructural)) return null
      const give = keysToGive(state.doc, changedRanges(transactions))
      if (give.length === 0) return null
      const { tr } = state
      for (const pos of give) tr.setNodeAttribute(pos, 'key', newKey())
      return tr
    },
  })
