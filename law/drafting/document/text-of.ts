/** A draft as a legal text: with the numbers that are counted and the words that references have now. */
import type { Node } from 'prosemirror-model'
import { type LegalText, readEditorDocument } from '../../text/index.ts'
import { renderedReferences } from './each-reference.ts'
import { type DocumentNumbers, numberDocument } from './number-document.ts'
import { rewrite } from './rewrite.ts'

/**
 * The text of a draft. A reference to a provision that was taken out reads 〔所引条文已删除〕, so that it cannot be
 * overlooked on paper; a 目录 that is there is written anew where the divisions are others by now.
 */
export function textOf(doc: Node, numbers: DocumentNumbers = numberDocument(doc)): LegalText {
  const labels = new Map(numbers.nodes.map(({ pos, label }) => [pos, label]))
  const references = renderedReferences(doc, numbers)
  const { schema } = doc.type
  const counted = rewrite(doc, (node, pos) => {
    switch (node.type.name) {
      case 'reference':
        return schema.text(references.get(pos)?.text ?? String(node.attrs['words']))
      case 'chapter':
        return node.type.create({ ...node.attrs, number: labels.get(pos) ?? '' }, node.content)
      case 'article':
      case 'clause':
        return node.type.create({ ...node.attrs, number: labels.get(pos) ?? '', printed: null }, node.content)
      case 'annex':
        return node.type.create({ ...node.attrs, label: labels.get(pos) ?? '' }, node.content)
      default:
        return node
    }
  })
  return withContents(readEditorDocument(counted))
}

const bare = (line: string): string => line.replace(/[\s·.…]+\d*$|\s+/gu, '')

/** The 目录 names the divisions; where it still does, it stays as it is printed. What it names beside them (序言) stays. */
function withContents(text: LegalText): LegalText {
  if (text.contents.length === 0) return text
  const now = text.divisions.map(({ number, heading }) => bare(`${number}${heading}`))
  const isDivision = (line: string): boolean => now.includes(bare(line)) || /^第.{1,6}[编章节]/u.test(bare(line))
  const listed = text.contents.filter(isDivision).map(bare)
  if (listed.length === 0 || listed.join('\n') === now.join('\n')) return text
  const first = text.contents.findIndex(isDivision)
  const lines = text.divisions.map(({ number, heading }) => [number, heading].filter((part) => part !== '').join('　'))
  return { ...text, contents: [...text.contents.slice(0, first), ...lines] }
}
