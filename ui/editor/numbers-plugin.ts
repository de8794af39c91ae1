import type { Node } from 'prosemirror-model'
import { type EditorState, Plugin, PluginKey, type Transaction } from 'prosemirror-state'
import { Decoration, DecorationSet } from 'prosemirror-view'
import { type DocumentNumbers, numberDocument, type Numbered, renderedReferences } from '../../law/drafting/index.ts'
import { isStructural } from './structural.ts'

const numbersKey = new PluginKey<DecorationSet>('numbers')
const counted = new WeakMap<Node, DocumentNumbers>()

/** The numbers of a document; counted once for each. */
export function numbersOf(doc: Node): DocumentNumbers {
  let numbers = counted.get(doc)
  if (numbers === undefined) {
    numbers = numberDocument(doc)
    counted.set(doc, numbers)
  }
  return numbers
}

/** What a decoration says: compared, so that only those that say something else are drawn anew. */
type Said = { said: string }
const saidOf = (decoration: Decoration): string => {
  const spec: Partial<Said> = decoration.spec
  return spec.said ?? ''
}

const DIVISIONS: ReadonlySet<string> = new Set(['part', 'subpart', 'chapter', 'section'])

/** The number of a division stands on its heading, other numbers on what they number. */
function ofNumber(doc: Node, { kind, pos, size, label, fixed }: Numbered): Decoration {
  const said: Said = { said: `${fixed === null ? '' : '='}${label}` }
  const from = DIVISIONS.has(kind) ? pos + 1 : pos
  const to = DIVISIONS.has(kind) ? from + (doc.nodeAt(from)?.nodeSize ?? 0) : pos + size
  return Decoration.node(from, to, { 'data-label': label, ...(fixed === null ? {} : { 'data-fixed-label': '' }) }, said)
}

function decorationsOf(doc: Node): Decoration[] {
  const numbers = numbersOf(doc)
  const decorations = numbers.nodes.flatMap((one) => (one.pos < 0 || one.label === '' ? [] : [ofNumber(doc, one)]))
  for (const [pos, { text, missing }] of renderedReferences(doc, numbers)) {
    const spec: Said & { words: string; missing: boolean } = { said: text, words: text, missing: missing.length > 0 }
    decorations.push(Decoration.node(pos, pos + 1, {}, spec))
  }
  return decorations
}

/** More than this many others and the set is built anew, which is then cheaper. */
const MOST_REPLACED = 400

/** Numbers that another structure gives: the set is kept where it says the same. */
function recount(set: DecorationSet, transaction: Transaction): DecorationSet {
  const mapped = set.map(transaction.mapping, transaction.doc)
  const wanted = decorationsOf(transaction.doc)
  const there = new Map(mapped.find().map((one) => [one.from, one]))
  const add: Decoration[] = []
  for (const one of wanted) {
    const old = there.get(one.from)
    if (old !== undefined && old.to === one.to && saidOf(old) === saidOf(one)) there.delete(one.from)
    else add.push(one)
  }
  if (add.length + there.size > MOST_REPLACED) return DecorationSet.create(transaction.doc, wanted)
  return mapped.remove([...there.values()]).add(transaction.doc, add)
}

/** Numbers of 条 章 项 and words of references as decorations: they are never text, and typing does not count anew. */
export const numbersPlugin = (): Plugin =>
  new Plugin<DecorationSet>({
    key: numbersKey,
    state: {
      init: (_config, { doc }) => DecorationSet.create(doc, decorationsOf(doc)),
      apply(transaction, set) {
        if (!transaction.docChanged) return set
        return isStructural(transaction) ? recount(set, transaction) : set.map(transaction.mapping, transaction.doc)
      },
    },
    props: { decorations: (state: EditorState) => numbersKey.getState(state) },
  })
