/** Steps that a browser kept, made to fit a document that went on without them. */
import type { Node } from 'prosemirror-model'
import { Mapping, type Step } from 'prosemirror-transform'

export type RebasedSteps = {
  /** those that still apply, in order, for `doc` */
  steps: Step[]
  doc: Node
  /** how many no longer have a place or no longer fit */
  lost: number
}

/**
 * `kept` were made on the document as it was before `since`; `doc` is the one after them. Maps alone are needed, so that
 * the document in between need not be had.
 */
export function rebaseSteps(options: { doc: Node; kept: readonly Step[]; since: readonly Step[] }): RebasedSteps {
  const { kept, since } = options
  const mapping = new Mapping([...kept.toReversed().map((step) => step.getMap().invert()), ...since.map((step) => step.getMap())])
  const steps: Step[] = []
  let { doc } = options
  kept.forEach((step, index) => {
    // past the inverse of this step and of those before it, which are done again already
    const from = kept.length - index
    const mapped = step.map(mapping.slice(from))
    const applied = mapped === null ? null : tryStep(mapped, doc)
    if (mapped === null || applied === null) return
    mapping.appendMap(mapped.getMap(), from - 1)
    steps.push(mapped)
    doc = applied
  })
  return { steps, doc, lost: kept.length - steps.length }
}

function tryStep(step: Step, doc: Node): Node | null {
  try {
    const { doc: next } = step.apply(doc)
    next?.check()
    return next
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}
