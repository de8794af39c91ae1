/** What is copied out of a draft: its numbers and the words of its references go along, into Word as well. */
import { DOMSerializer, type Node, type Slice } from 'prosemirror-model'
import { Plugin } from 'prosemirror-state'
import type { EditorView } from 'prosemirror-view'
import { type DocumentNumbers, keyOf, type Numbered, partsOf, renderReference } from '../../law/drafting/index.ts'
import { editorSchema } from '../../law/text/index.ts'
import { numbersOf } from './numbers-plugin.ts'

/** 第三条　 before the first 款, （一） before an 项. */
function numberBefore(clause: Node, numbers: DocumentNumbers): string {
  const own = numbers.byKey.get(keyOf(clause))
  if (own === undefined) return ''
  if (own.kind !== 'paragraph') return own.label
  const label = own.ordinal === 1 ? (own.within?.label ?? '') : ''
  return label === '' ? '' : `${label}　`
}

function inlineWords(block: Node, numbers: DocumentNumbers): string {
  const home: Numbered | null = numbers.byKey.get(keyOf(block)) ?? null
  return block.children.map((child) => (child.isText ? (child.text ?? '') : renderReference(partsOf(child), numbers, home).text)).join('')
}

/** The copied words line by line. Inside one line no number is put before them. */
export function copiedText(slice: Slice, numbers: DocumentNumbers): string {
  const lines: string[] = []
  let blocks = 0
  slice.content.descendants((node) => {
    if (node.isTextblock) blocks += 1
    return !node.isTextblock
  })
  slice.content.descendants((node) => {
    if (node.type.name === 'table_row') {
      lines.push(node.children.map((cell) => cell.children.map((line) => inlineWords(line, numbers)).join(' ')).join('\t'))
      return false
    }
    if (!node.isTextblock) return true
    const number = blocks < 2 ? '' : node.type.name === 'clause' ? numberBefore(node, numbers) : ''
    lines.push(`${number}${inlineWords(node, numbers)}`)
    return false
  })
  slice.content.forEach((node) => { if (node.isText) lines.push(node.text ?? '') })
  return withHeadings(slice, numbers, lines)
}

/** Headings of chapters get their number too; they are found in the order of the lines. */
function withHeadings(slice: Slice, numbers: DocumentNumbers, lines: readonly string[]): string {
  const labels: string[] = []
  slice.content.descendants((node) => {
    if (node.type.name === 'chapter') labels.push(numbers.byKey.get(keyOf(node))?.label ?? '')
    return node.type.name === 'chapter'
  })
  if (labels.length === 0) return lines.join('\n')
  const headings: string[] = []
  slice.content.descendants((node) => {
    if (node.type.name === 'heading') headings.push(node.textContent)
    return node.type.name === 'chapter'
  })
  let next = 0
  return lines.map((line) => {
    if (line !== headings[next]) return line
    const label = labels[next] ?? ''
    next += 1
    return label === '' ? line : `${label}　${line}`
  }).join('\n')
}

function serializerFor(view: EditorView, numbered: () => boolean): DOMSerializer {
  const usual = DOMSerializer.nodesFromSchema(editorSchema)
  const clause = usual['clause']
  const reference = usual['reference']
  if (clause === undefined || reference === undefined) return DOMSerializer.fromSchema(editorSchema)
  let home: Numbered | null = null
  return new DOMSerializer(
    {
      ...usual,
      clause(node) {
        const numbers = numbersOf(view.state.doc)
        home = numbers.byKey.get(keyOf(node)) ?? null
        const number = numbered() ? numberBefore(node, numbers) : ''
        const plain = clause(node)
        if (number === '' || !Array.isArray(plain)) return plain
        const attributes: unknown = plain[1]
        return ['p', typeof attributes === 'object' && attributes !== null ? attributes : {}, ['span', { class: 'draft-number' }, number], ['span', 0]]
      },
      reference(node) {
        return ['span', { class: 'draft-reference', 'data-parts': JSON.stringify(node.attrs['parts']) }, renderReference(partsOf(node), numbersOf(view.state.doc), home).text]
      },
    },
    {},
  )
}

export const clipboardPlugin = (getView: () => EditorView | null): Plugin => {
  let several = false
  const serializer = new Map<EditorView, DOMSerializer>()
  return new Plugin({
    props: {
      transformCopied(slice) {
        let blocks = 0
        slice.content.descendants((node) => {
          if (node.isTextblock) blocks += 1
          return !node.isTextblock
        })
        several = blocks > 1
        return slice
      },
      clipboardTextSerializer: (slice, view) => copiedText(slice, numbersOf(view.state.doc)),
      get clipboardSerializer(): DOMSerializer | undefined {
        const view = getView()
        if (view === null) return undefined
        const known = serializer.get(view) ?? serializerFor(view, () => several)
        serializer.set(view, known)
        return known
      },
    },
  })
}
