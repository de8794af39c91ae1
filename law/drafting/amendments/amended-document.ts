/** The document of an amended text, in which every provision that is still there keeps its key. */
import { Node } from 'prosemirror-model'
import { editorSchema, type EditorNode, type LegalText, toEditorDocument } from '../../text/index.ts'
import { fixNumbers, giveKeys, recogniseReferences } from '../document/index.ts'

const KEYED = ['chapter', 'article', 'annex']

/** Nodes of these kinds in the order of the text: amendments add none and take none away. */
function placed(node: EditorNode, kinds: readonly string[]): EditorNode[] {
  return (node.content ?? []).flatMap((child) => [...(kinds.includes(child.type) ? [child] : []), ...placed(child, kinds)])
}

const keyOf = (node: EditorNode | undefined): unknown => node?.attrs?.['key']

/**
 * The amended text as a document of a draft. `before`: the document that it was made of, whose keys go on: chapters and
 * articles by their place, 款 and 项 where the article has as many as before.
 */
export function amendedDocument(text: LegalText, before: EditorNode): Node {
  const made = toEditorDocument(text)
  const old = placed(before, KEYED)
  placed(made, KEYED).forEach((node, at) => {
    const was = old[at]
    if (was?.type !== node.type) return
    node.attrs = { ...node.attrs, ...(keyOf(was) === undefined ? {} : { key: keyOf(was) }) }
    const [clauses, wereClauses] = [placed(node, ['clause']), placed(was, ['clause'])]
    if (node.type === 'article' && clauses.length === wereClauses.length) {
      clauses.forEach((clause, index) => {
        const key = keyOf(wereClauses[index])
        if (key !== undefined) clause.attrs = { ...clause.attrs, key }
      })
    }
  })
  return recogniseReferences(fixNumbers(giveKeys(Node.fromJSON(editorSchema, made))))
}
