/** The document of an amended text, in which every provision that is still there keeps its key. */
import { Node } from 'prosemirror-model'
import { editorSchema, type EditorNode, toEditorDocument } from '../../text/index.ts'
import { fixNumbers, giveKeys, recogniseReferences } from '../document/index.ts'
import type { Amended } from './apply-amendments.ts'

/** Nodes of a kind in the order of the text. */
function placed(node: EditorNode, type: string): EditorNode[] {
  return (node.content ?? []).flatMap((child) => [...(child.type === type ? [child] : []), ...placed(child, type)])
}

function takeKey(node: EditorNode, was: EditorNode | undefined): void {
  const key = was?.attrs?.['key']
  if (key !== undefined) node.attrs = { ...node.attrs, key }
}

/**
 * The amended text as a document of a draft. `before`: the document that it was made of, whose keys go on: chapters and
 * annexes by their place, articles by what they were, 款 and 项 where the article has as many as before.
 */
export function amendedDocument({ text, origins }: Pick<Amended, 'text' | 'origins'>, before: EditorNode): Node {
  const made = toEditorDocument(text)
  for (const kind of ['chapter', 'annex']) {
    const old = placed(before, kind)
    placed(made, kind).forEach((node, at) => takeKey(node, old[at]))
  }
  const old = placed(before, 'article')
  placed(made, 'article').forEach((node, at) => {
    const origin = origins[at]
    const was = origin == null ? undefined : old[origin]
    if (was === undefined) return
    takeKey(node, was)
    const [clauses, wereClauses] = [placed(node, 'clause'), placed(was, 'clause')]
    if (clauses.length === wereClauses.length) clauses.forEach((clause, index) => takeKey(clause, wereClauses[index]))
  })
  return recogniseReferences(fixNumbers(giveKeys(Node.fromJSON(editorSchema, made))))
}
