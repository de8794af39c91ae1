/** An article that a file changed, with the keys of the one that it was. */
import type { Node } from 'prosemirror-model'
import { heaviestChain } from '../../compare/order.ts'
import { keyOf } from '../document/index.ts'

const ALIKE = 0.4

/** Letters that both have, of all that both have. */
function likeness(a: string, b: string): number {
  const letters = new Map<string, number>()
  for (const letter of a) letters.set(letter, (letters.get(letter) ?? 0) + 1)
  let common = 0
  for (const letter of b) {
    const left = letters.get(letter) ?? 0
    if (left === 0) continue
    common += 1
    letters.set(letter, left - 1)
  }
  return a.length + b.length === 0 ? 1 : (2 * common) / (a.length + b.length)
}

/** Which line became which: equal ones in their order, then equal ones that moved, then those between that are alike. */
function linesThatWent(before: readonly string[], now: readonly string[]): Map<number, number> {
  const pairs = new Map<number, number>()
  const used = new Set<number>()
  const pair = (old: number, next: number): void => {
    pairs.set(next, old)
    used.add(old)
  }
  const equal = before.flatMap((words, old) => now.flatMap((other, next) => (other === words ? [{ old, new: next, worth: words.length + 1 }] : [])))
  for (const { old, new: next } of heaviestChain(equal, now.length)) pair(old, next)
  for (const { old, new: next } of equal) if (!used.has(old) && !pairs.has(next)) pair(old, next)
  const alike = before.flatMap((words, old) => (used.has(old) ? [] : now.flatMap((other, next) => {
    const worth = pairs.has(next) ? 0 : likeness(words, other)
    return worth < ALIKE ? [] : [{ old, new: next, worth }]
  })))
  for (const { old, new: next } of heaviestChain(alike, now.length)) if (!used.has(old) && !pairs.has(next)) pair(old, next)
  return pairs
}

const grid = (table: Node): string => table.children.map((row) => row.children.map((cell) => cell.textBetween(0, cell.content.size, '\n')).join('\t')).join('\n')

/**
 * The article as the file has it, where its lines go on under their keys; what did not change is the node that was there.
 *
 * @param printed the words of the draft's clauses as they are printed, by key
 * @param kept gets the clauses that are taken over as they are
 */
export function writtenArticle(options: { was: Node; made: Node; fixed: string | null; printed: ReadonlyMap<string, string>; kept: Map<string, Node> }): Node {
  const { was, made, fixed, printed, kept } = options
  const clauses = was.children.filter(({ type }) => type.name === 'clause')
  const lines = made.children.filter(({ type }) => type.name === 'clause')
  const went = linesThatWent(clauses.map((node) => printed.get(keyOf(node)) ?? ''), lines.map(({ textContent }) => textContent))
  const tables = was.children.filter(({ type }) => type.name === 'table')
  const content = made.children.flatMap((node): Node[] => {
    if (node.type.name === 'table') return [tables.find((table) => grid(table) === grid(node)) ?? node]
    if (node.type.name !== 'clause') return [node]
    const old = went.get(lines.indexOf(node))
    const clause = old === undefined ? undefined : clauses[old]
    // a 款 without words is how the reader opens an article that begins with an 项
    if (clause === undefined) return node.textContent === '' && lines.length > 1 ? [] : [node]
    const sameKind = clause.attrs['kind'] === node.attrs['kind']
    const attrs = { ...clause.attrs, kind: node.attrs['kind'] as unknown, ...(sameKind ? {} : { number: node.attrs['number'] as unknown, fixed: null }) }
    if ((printed.get(keyOf(clause)) ?? '') !== node.textContent) return [node.type.create(attrs, node.content)]
    const same = sameKind ? clause : clause.type.create(attrs, clause.content)
    kept.set(keyOf(clause), same)
    return [same]
  })
  return was.type.create({ ...was.attrs, fixed }, content)
}
