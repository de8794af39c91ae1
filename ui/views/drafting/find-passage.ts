import type { Node } from 'prosemirror-model'
import { findKey } from '../../../law/drafting/index.ts'

/** Where words that a comment is about stand in their article by now; null where they are gone. */
export function findPassage(doc: Node, articleKey: string, words: string): { from: number; to: number } | null {
  const article = words === '' ? null : findKey(doc, articleKey)
  if (article === null) return null
  let text = ''
  const places: number[] = []
  article.node.descendants((node, offset) => {
    const said = node.isText ? (node.text ?? '') : node.isLeaf ? (node.type.spec.leafText?.(node) ?? '') : ''
    for (let index = 0; index < said.length; index += 1) places.push(article.pos + 1 + offset + (node.isText ? index : 0))
    text += said
    return true
  })
  const start = text.indexOf(words)
  const [from, last] = start < 0 ? [] : [places[start], places[start + words.length - 1]]
  return from === undefined || last === undefined ? null : { from, to: last + 1 }
}
