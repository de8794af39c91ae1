/** A draft line by line as it is printed, each line with the provision it belongs to and the place of its letters. */
import type { Node } from 'prosemirror-model'
import type { Table } from '../../text/index.ts'
import { keyOf, numberDocument, renderedReferences } from '../document/index.ts'

/** Letters of one line and where each of them stands in the document; -1 for a number, which is counted. */
export type Segment = { text: string; places: readonly number[] }

export type PrintedLine = {
  /** the same in two states of a draft for what is the same line */
  key: string
  /** keys of what it stands in, the innermost first; '' for the document */
  owners: readonly string[]
  role: 'title' | 'heading' | 'text' | 'table'
  /** number, heading of the article and words: each may be empty, and each is compared by itself */
  segments: readonly [Segment, Segment, Segment]
  table: Table | null
  from: number
  to: number
}

const GAP = '　'
const NONE: Segment = { text: '', places: [] }
const counted = (text: string): Segment => ({ text, places: Array.from(text, () => -1) })
const closed = (segment: Segment): Segment => (segment.text === '' ? segment : { text: segment.text + GAP, places: [...segment.places, segment.places.at(-1) ?? -1] })

/** Every line of a draft in the order in which it is printed; a 目录 is not (a word processor makes its own). */
export function printedLines(doc: Node): PrintedLine[] {
  const numbers = numberDocument(doc)
  const labels = new Map(numbers.nodes.map(({ pos, label }) => [pos, label]))
  const references = renderedReferences(doc, numbers)
  const seen = new Map<string, number>()
  const lines: PrintedLine[] = []

  const read = (node: Node, pos: number): Segment => {
    let text = ''
    const places: number[] = []
    node.forEach((child, offset) => {
      const at = pos + 1 + offset
      const said = child.isText ? (child.text ?? '') : (references.get(at)?.text ?? String(child.attrs['words'] ?? ''))
      for (let letter = 0; letter < said.length; letter += 1) places.push(child.isText ? at + letter : at)
      text += said
    })
    return { text, places }
  }
  const add = (line: Omit<PrintedLine, 'table' | 'to'> & { node: Node; table?: Table }): void => {
    const { node, table = null, ...rest } = line
    if (table === null && rest.segments.every(({ text }) => text === '')) return
    lines.push({ ...rest, table, to: rest.from + node.nodeSize })
  }
  /** Lines without a key are the same where they say the same, the second of them where both say it twice. */
  const named = (container: string, words: string): string => {
    const name = `${container}/${words}`
    const before = seen.get(name) ?? 0
    seen.set(name, before + 1)
    return `${name}/${before}`
  }
  const tableOf = (node: Node, pos: number): Table => ({
    rows: childrenOf(node, pos).map(([row, rowAt]) => childrenOf(row, rowAt).map(([cell, cellAt]) => ({
      text: childrenOf(cell, cellAt).map(([line, lineAt]) => read(line, lineAt).text).join('\n'),
      columnSpan: Number(cell.attrs['columnSpan']), rowSpan: Number(cell.attrs['rowSpan']), header: cell.attrs['header'] === true,
    }))),
  })
  const table = (node: Node, from: number, owners: readonly string[]): void => {
    const made = tableOf(node, from)
    add({ node, key: named(owners[0] ?? '', JSON.stringify(made)), owners, role: 'table', segments: [NONE, NONE, NONE], table: made, from })
  }
  const loose = (node: Node, from: number, owners: readonly string[], role: PrintedLine['role'] = 'text'): void => {
    const words = read(node, from)
    add({ node, key: named(owners[0] ?? '', words.text), owners, role, segments: [NONE, NONE, words], from })
  }

  const titled = ({ number, heading, from, key, owners }: { number: string; heading: Node; from: number; key: string; owners: readonly string[] }): void => {
    const words = read(heading, from)
    add({ node: heading, key: `${key}/heading`, owners, role: 'heading', segments: [words.text === '' ? counted(number) : closed(counted(number)), NONE, words], from })
  }
  const article = (node: Node, pos: number, around: readonly string[]): void => {
    const key = keyOf(node)
    const owners = [key, ...around]
    const children = childrenOf(node, pos)
    const title = children.find(([child]) => child.type.name === 'article_heading')
    const number = closed(counted(labels.get(pos) ?? ''))
    const heading = title === undefined ? NONE : closed(read(...title))
    const blocks = children.filter(([child]) => child.type.name !== 'article_heading')
    const [first] = blocks
    const opens = first !== undefined && first[0].type.name === 'clause' && first[0].attrs['kind'] === 'paragraph'
    if (!opens) add({ node, key: `${key}/lead`, owners, role: 'text', segments: [number, heading, NONE], from: pos })
    for (const [index, [child, at]] of blocks.entries()) {
      if (child.type.name === 'table') table(child, at, owners)
      else {
        const lead = index === 0 && opens
        add({ node: child, key: keyOf(child), owners: [keyOf(child), ...owners], role: 'text', segments: [lead ? number : counted(labels.get(at) ?? ''), lead ? heading : NONE, read(child, at)], from: at })
      }
    }
  }
  const body = (node: Node, pos: number, owners: readonly string[]): void => {
    for (const [child, at] of childrenOf(node, pos)) {
      if (child.type.name === 'article') article(child, at, owners)
      else if (child.type.name === 'chapter') {
        const inside = [keyOf(child), ...owners]
        const heading = child.firstChild
        if (heading !== null) titled({ number: labels.get(at) ?? '', heading, from: at + 1, key: keyOf(child), owners: inside })
        body(child, at, inside)
      }
    }
  }

  const top = childrenOf(doc, -1)
  const matter = (role: string): void => { for (const [node, pos] of top) if (node.type.name === 'matter' && node.attrs['role'] === role) loose(node, pos, [''], role === 'title' ? 'title' : 'text') }
  for (const role of ['title', 'note', 'notice', 'preamble']) matter(role)
  body(doc, -1, [''])
  for (const [node, pos] of top) {
    if (node.type.name !== 'annex') continue
    const owners = [keyOf(node), '']
    for (const [child, at] of childrenOf(node, pos)) {
      if (child.type.name === 'annex_title') titled({ number: labels.get(pos) ?? '', heading: child, from: at, key: keyOf(node), owners })
      else if (child.type.name === 'table') table(child, at, owners)
      else loose(child, at, owners)
    }
  }
  matter('closing')
  for (const [node, pos] of top) if (node.type.name === 'closing') loose(node, pos, [''])
  return lines
}

/** The children of a node, each with its position; the document itself begins at -1. */
function childrenOf(node: Node, pos: number): [Node, number][] {
  const found: [Node, number][] = []
  node.forEach((child, offset) => found.push([child, pos + 1 + offset]))
  return found
}
