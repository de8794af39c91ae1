/** Which provisions a step of editing touches: what a lease protects and what the history of an article is made of. */
import type { Node } from 'prosemirror-model'
import { AttrStep, type Step } from 'prosemirror-transform'
import { keyOf } from '../document/index.ts'

const UNITS: ReadonlySet<string> = new Set(['article', 'annex'])

/**
 * Keys of the articles and annexes that a range reaches into, and of the chapters whose heading or borders it touches.
 * A place between two articles belongs to neither.
 */
export function keysInRange(doc: Node, from: number, to: number): string[] {
  const keys: string[] = []
  doc.nodesBetween(from, to, (node, pos, parent) => {
    if (UNITS.has(node.type.name)) {
      keys.push(keyOf(node))
      return false
    }
    if (node.type.name === 'heading' && parent !== null) keys.push(keyOf(parent))
    if (node.type.name !== 'chapter') return false
    if (from <= pos || to >= pos + node.nodeSize) keys.push(keyOf(node))
    return true
  })
  return keys.filter((key) => key !== '')
}

/** Keys of what a step touches, of the document before it and of the one after it, each once. */
export function touchedKeys(step: Step, before: Node, after: Node): string[] {
  const keys = new Set<string>()
  const add = (doc: Node, from: number, to: number): void => {
    for (const key of keysInRange(doc, from, to)) keys.add(key)
  }
  // its map is empty, though it changes the node at its place
  if (step instanceof AttrStep) {
    add(before, step.pos, step.pos + 1)
    add(after, step.pos, step.pos + 1)
  }
  step.getMap().forEach((oldFrom, oldTo, newFrom, newTo) => {
    add(before, oldFrom, oldTo)
    add(after, newFrom, newTo)
  })
  return [...keys]
}

/** The words of a provision, a line for each block: what its history compares. References read as they were typed. */
export const wordsOf = (node: Node): string => node.textBetween(0, node.content.size, '\n', (leaf) => leaf.type.spec.leafText?.(leaf) ?? '')

/** Words of all articles, annexes and headings of chapters, by key. */
export function wordsByKey(doc: Node, keys?: ReadonlySet<string>): Map<string, string> {
  const words = new Map<string, string>()
  doc.descendants((node) => {
    const key = keyOf(node)
    const wanted = key !== '' && (keys === undefined || keys.has(key))
    if (UNITS.has(node.type.name)) {
      if (wanted) words.set(key, wordsOf(node))
      return false
    }
    if (node.type.name === 'chapter' && wanted) words.set(key, node.firstChild?.textContent ?? '')
    return node.type.name === 'chapter'
  })
  return words
}
