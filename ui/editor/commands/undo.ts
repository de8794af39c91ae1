/** 撤销 and 重做. A move is taken back with the words that the article has by now: others may have written in it since. */
import { redo, undo } from 'prosemirror-history'
import type { Command } from 'prosemirror-state'
import { broughtUnits, onlyMoves, wordsAsIn } from '../collaboration/brought-units.ts'

const keepingWords =
  (command: Command): Command =>
  (state, dispatch, view) =>
    command(state, dispatch === undefined ? undefined : (transaction) => {
      dispatch(transaction)
      if (view === undefined || !onlyMoves(transaction.steps, transaction.before)) return
      const steps = wordsAsIn(view.state.doc, state.doc, broughtUnits(transaction.steps))
      if (steps.length > 0) view.dispatch(steps.reduce((all, step) => all.step(step), view.state.tr).setMeta('addToHistory', false))
    }, view)

export const undoKeepingWords = keepingWords(undo)
export const redoKeepingWords = keepingWords(redo)
