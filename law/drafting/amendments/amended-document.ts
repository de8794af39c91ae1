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

/** 款, 项 and 目 by their words, in their order; where there are as many as before, the rest by place. */
function takeClauseKeys(now: readonly EditorNode[], was: readonly EditorNode[]): void {
  if (now.length === was.length) {
    now.forEach((clause, at) => takeKey(clause, was[at]))
    return
  }
  let from = 0
  for (const clause of now) {
    const found = was.findIndex((one, at) => at >= from && JSON.stringify(one.content) === JSON.stringify(clause.content))
    if (found < 0) continue
    takeKey(clause, was[found])
    from = found + 1
  }
}

/**
 * The amended text as a document of a draft. `before`: the document that it was made of, whose keys go on: chapters,
 * articles and annexes by what they were, 款 and 项 where the article has as many as before or by their words.
 */
export function amendedDocument({ text, origins, divisionOrigins, annexOrigins }: Pick<Amended, 'text' | 'origins' | 'divisionOrigins' | 'annexOrigins'>, before: EditorNode): Node {
  const made = toEditorDocument(text)
  for (const [kind, from] of [['chapter', divisionOrigins], ['annex', annexOrigins], ['article', origins]] as const) {
    const old = placed(before, kind)
    placed(made, kind).forEach((node, at) => {
      const origin = from[at]
      const was = origin == null ? undefined : old[origin]
      takeKey(node, was)
      if (kind === 'article' && was !== undefined) takeClauseKeys(placed(node, 'clause'), placed(was, 'clause'))
    })
  }
  return recogniseReferences(fixNumbers(giveKeys(Node.fromJSON(editorSchema, made))))
}
