/** The authority's half of working together: steps in, one document out, or a refusal. */
import type { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { touchedKeys } from './touched-keys.ts'

/** A step that is none, does not fit the document, or would leave one that the schema does not allow. */
export class StepRefusedError extends Error {
  override readonly name = 'StepRefusedError'
}

export type AppliedSteps = { doc: Node; /** for each step the document after it */ after: Node[]; /** for each step the keys that it touches */ touched: string[][] }

/**
 * Applies steps as they came over the network, one after the other, and checks what is left against the schema.
 * @throws StepRefusedError
 */
export function applySteps(doc: Node, steps: readonly unknown[]): AppliedSteps {
  const after: Node[] = []
  const touched: string[][] = []
  let current = doc
  try {
    for (const json of steps) {
      const step = Step.fromJSON(doc.type.schema, json)
      const { doc: next, failed } = step.apply(current)
      if (next === null) throw new StepRefusedError(failed ?? 'the step does not fit')
      touched.push(touchedKeys(step, current, next))
      after.push(next)
      current = next
    }
    if (current !== doc) current.check()
  } catch (error) {
    if (error instanceof StepRefusedError) throw error
    if (error instanceof RangeError || error instanceof TypeError) throw new StepRefusedError(error.message, { cause: error })
    throw error
  }
  return { doc: current, after, touched }
}
