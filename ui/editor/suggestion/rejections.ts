/** What was not accepted and comes back by 撤销 stays the suggestion of those who made it. */
import type { Slice } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { ReplaceStep } from 'prosemirror-transform'
import { keyOf } from '../../../law/drafting/index.ts'
import { withAct } from '../collaboration/acts.ts'
import type { ShownSuggestion } from './suggestion-plugin.ts'

/** A step that brings something back: what it puts in, and whose that was. */
type Return = { slice: Slice; by: string | null }

const lettersOf = (words: string): string => words.replaceAll(/\s/gu, '')
const lettersIn = ({ content }: Slice): string => lettersOf(content.textBetween(0, content.size, ''))

function keysIn({ content }: Slice): Set<string> {
  const keys = new Set<string>()
  content.descendants((node) => void keys.add(keyOf(node)))
  return keys
}

export class Rejections {
  readonly #done: Return[][] = []

  /** Remembers a transaction that takes suggestions out of the text. */
  keep({ steps, docs }: Transaction, suggestions: readonly ShownSuggestion[]): void {
    const [only, ...others] = new Set(suggestions.map(({ by }) => by))
    const returns = steps.flatMap((step, at): Return[] => {
      const doc = docs[at]
      const inverse = doc === undefined ? null : step.invert(doc)
      if (!(step instanceof ReplaceStep) || !(inverse instanceof ReplaceStep)) return []
      if (others.length === 0) return [{ slice: inverse.slice, by: only ?? null }]
      const [came, gone, keys] = [lettersIn(inverse.slice), lettersIn(step.slice), keysIn(inverse.slice)]
      const whose = suggestions.find((one) => lettersOf(one.inserted) === came && lettersOf(one.deleted) === gone) ?? suggestions.find(({ kind, key }) => kind !== 'words' && keys.has(key))
      return [{ slice: inverse.slice, by: whose?.by ?? null }]
    })
    this.#done.push(returns.toReversed())
  }

  /** Signs an undo that brings such suggestions back with the names of their authors. */
  sign(transaction: Transaction): void {
    if (transaction.getMeta('history$') === undefined) return
    const { steps } = transaction
    const found = this.#done.find((one) => one.length === steps.length && one.every(({ slice }, at) => { const step = steps[at]; return step instanceof ReplaceStep && step.slice.eq(slice) }))
    if (found !== undefined) withAct(transaction, { kind: 'edit', authorNames: found.map(({ by }) => by) })
  }
}
