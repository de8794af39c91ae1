/** The document beside the page: runs the rules of drafting technique over it, and compares it with its base. */
import { Node } from 'prosemirror-model'
import { Step } from 'prosemirror-transform'
import { lintText, numberDocument, suggestionsBetween, textOf } from '../../../law/drafting/index.ts'
import { editorSchema } from '../../../law/text/index.ts'
import { danglingHints, hintsOf } from '../hints/place-hints.ts'
import type { Answered, Told } from './aside.ts'

let doc: Node | null = null
let base: Node | null = null

const read = (json: unknown): Node => Node.fromJSON(editorSchema, json)
const after = (node: Node | null, steps: readonly unknown[]): Node | null =>
  node === null ? null : steps.reduce<Node>((now, json) => Step.fromJSON(editorSchema, json).apply(now).doc ?? now, node)

function hints(of: Node): Extract<Answered, { kind: 'hints' }>['found'] {
  const numbers = numberDocument(of)
  const text = textOf(of, numbers)
  return [...hintsOf({ doc: of, text, numbers, findings: lintText(text) }), ...danglingHints(of, numbers)]
}

const answer = (answered: Answered): void => postMessage(answered)

addEventListener('message', ({ data: told }: MessageEvent<Told>) => {
  switch (told.kind) {
    case 'open':
      doc = read(told.doc)
      break
    case 'steps':
      doc = after(doc, told.steps)
      break
    case 'base':
      base = read(told.base)
      break
    case 'base-steps':
      base = after(base, told.steps)
      break
    case 'hints':
      answer({ kind: told.kind, id: told.id, found: doc === null ? [] : hints(doc) })
      break
    case 'suggestions':
      answer({ kind: told.kind, id: told.id, found: doc === null || base === null ? [] : suggestionsBetween(base, doc) })
      break
    default: {
      const never: never = told
      throw new TypeError(`nothing is known of ${String(never)}`)
    }
  }
})
