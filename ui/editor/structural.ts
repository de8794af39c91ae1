import type { Node } from 'prosemirror-model'
import type { Transaction } from 'prosemirror-state'
import { ReplaceStep, type Step } from 'prosemirror-transform'

const hasReference = (doc: Node, from: number, to: number): boolean => {
  let found = false
  doc.nodesBetween(from, to, (node) => {
    if (node.type.name === 'reference') found = true
    return !found
  })
  return found
}

function isTyping(step: Step, doc: Node): boolean {
  if (!(step instanceof ReplaceStep)) return false
  const { slice, from, to } = step
  if (slice.openStart > 0 || slice.openEnd > 0) return false
  let plain = true
  slice.content.forEach((node) => { if (!node.isText) plain = false })
  if (!plain) return false
  const $from = doc.resolve(from)
  if (!$from.parent.isTextblock) return false
  return from === to || (to <= $from.end() && !hasReference(doc, from, to))
}

/** Whether numbers, keys or references may be others after it: all but typing and deleting inside one line. */
export const isStructural = (transaction: Transaction): boolean =>
  transaction.docChanged && transaction.steps.some((step, index) => {
    const doc = transaction.docs[index]
    return doc === undefined || !isTyping(step, doc)
  })

/** The stretches of the new document that transactions wrote. */
export function changedRanges(transactions: readonly Transaction[]): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = []
  for (const transaction of transactions) {
    for (const range of ranges) {
      range.from = transaction.mapping.map(range.from, -1)
      range.to = transaction.mapping.map(range.to, 1)
    }
    for (const [index, map] of transaction.mapping.maps.entries()) {
      const after = transaction.mapping.slice(index + 1)
      map.forEach((_from, _to, from, to) => ranges.push({ from: after.map(from, -1), to: after.map(to, 1) }))
    }
  }
  return ranges
}
