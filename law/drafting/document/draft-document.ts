/** A legal text as a draft: the document that is edited. */
import { Node } from 'prosemirror-model'
import { editorSchema, type LegalText, toEditorDocument } from '../../text/index.ts'
import { giveKeys, newKey } from './keys.ts'
import { numbersAsPrinted } from './number-document.ts'
import { recogniseReferences } from './recognise-references.ts'
import { rewrite } from './rewrite.ts'

/**
 * The document of a draft: every provision with its key, numbers that counting would not give (第十七条之一) fixed,
 * typed references linked. `textOf` gives the text back, word for word.
 */
export function draftDocument(text: LegalText, create: () => string = newKey): Node {
  return recogniseReferences(fixNumbers(giveKeys(Node.fromJSON(editorSchema, toEditorDocument(text)), create)))
}

/** More than any law has: the authority takes no more, and the editor says so before it draws them. */
export const MOST_ARTICLES = 3_000

/** How many articles a document has. */
export function countArticles(doc: Node): number {
  let count = 0
  doc.descendants((node) => {
    if (node.type.name === 'article') count += 1
    return node.type.name === 'chapter'
  })
  return count
}

/** Keeps what is printed where it is not what counting gives. */
export function fixNumbers(doc: Node): Node {
  const fixed = new Map(numbersAsPrinted(doc).nodes.flatMap((one) => (one.fixed === null ? [] : [[one.pos, one.fixed]])))
  return rewrite(doc, (node, pos) => {
    const label = fixed.get(pos)
    return label === undefined || node.isText ? node : node.type.create({ ...node.attrs, fixed: label }, node.content)
  })
}
