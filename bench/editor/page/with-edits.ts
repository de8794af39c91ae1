import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'

const EVERY = 12

/** A draft in which every twelfth line has words put in, as many suggestions as a long reading leaves. */
export function withEdits(doc: Node): Node {
  const change = new Transform(doc)
  const places: number[] = []
  let clauses = 0
  doc.descendants((node, pos) => {
    if (node.type.name === 'clause' && node.content.size > 4) {
      clauses += 1
      if (clauses % EVERY === 0) places.push(pos + 2)
    }
    return !node.isTextblock
  })
  for (const pos of places.toReversed()) change.insert(pos, doc.type.schema.text('应当依法'))
  return change.doc
}
