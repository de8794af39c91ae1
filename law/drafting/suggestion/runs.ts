/** What changed in a block of words. */
import type { Node } from 'prosemirror-model'
import { diffText } from '../../compare/index.ts'

/** A stretch that was taken out of the base at `a` and put into the document at `b`: offsets inside the block. */
export type Run = { a: { from: number; to: number }; b: { from: number; to: number } }

/** A link stands for one character: two that say the same are the same. */
const FIRST_LINK = 0xe000
const known = new WeakMap<Node, WeakMap<Node, readonly Run[]>>()

/** The words of both blocks with every link as one character, the same for the same parts. */
function readBoth(base: Node, now: Node): [string, string] {
  const links = new Map<string, string>()
  const read = (node: Node): string => {
    let text = ''
    node.forEach((child) => {
      if (child.isText) text += child.text ?? ''
      else {
        const parts = JSON.stringify(child.attrs['parts'])
        const sign = links.get(parts) ?? String.fromCharCode(FIRST_LINK + links.size)
        links.set(parts, sign)
        text += sign
      }
    })
    return text
  }
  return [read(base), read(now)]
}

/** Stretches that came or went between two states of one block, in order. The same for the same two nodes. */
export function runsBetween(base: Node, now: Node): readonly Run[] {
  if (base === now || base.content.eq(now.content)) return []
  const cached = known.get(base)?.get(now)
  if (cached !== undefined) return cached
  const [before, after] = readBoth(base, now)
  const runs: Run[] = []
  let a = 0
  let b = 0
  let open: Run | null = null
  for (const { op, text } of before === after ? [] : diffText(before, after)) {
    if (op === 'equal') {
      open = null
      a += text.length
      b += text.length
      continue
    }
    if (open === null) {
      open = { a: { from: a, to: a }, b: { from: b, to: b } }
      runs.push(open)
    }
    if (op === 'delete') open.a.to = a += text.length
    else open.b.to = b += text.length
  }
  const ofBase = known.get(base) ?? new WeakMap<Node, readonly Run[]>()
  ofBase.set(now, runs)
  known.set(base, ofBase)
  return runs
}

/** What stands in a stretch of a block, as a person reads it; a link by the words that were typed. */
export const wordsIn = (node: Node, { from, to }: { from: number; to: number }): string => node.textBetween(from, to, '', (leaf) => leaf.type.spec.leafText?.(leaf) ?? '')
