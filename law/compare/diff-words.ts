import { diffArrays } from 'diff'
import { tokenise, type Mark, type Token } from './tokens.ts'

/**
 * A stretch of text that stayed, came or went. Equal and delete together are the old text, equal and
 * insert the new one. `marks` stand on what came or went, where a duty, a sum, a period, a percentage
 * or a reference is not the same on both sides. A deletion and an insertion with one `moveId` are one
 * passage that changed its place (moves.ts).
 */
export type Change = { op: 'equal' | 'insert' | 'delete'; text: string; marks?: Mark[]; moveId?: string }

type Hunk = { kind: 'equal'; tokens: Token[] } | { kind: 'edit'; gone: Token[]; come: Token[] }

// Beyond this many edits two texts have so little in common that one replaces the other.
const MAX_EDITS = 1_500
const ISLAND_LENGTH = 2
const MARKS: readonly Mark[] = ['duty', 'amount', 'period', 'percentage', 'reference']
const KEEP_APART = /^[。；\n]+$/u

/**
 * Differences of two passages, as a lawyer writes them: whole words, numbers with their unit and
 * references change as one; a few equal characters between two changes are no reason to break them up.
 */
export function diffText(oldText: string, newText: string): Change[] {
  if (oldText === newText) return oldText === '' ? [] : [{ op: 'equal', text: oldText }]
  const hunks = absorbIslands(readHunks(tokenise(oldText), tokenise(newText)))
  return joinEqual(hunks.flatMap(toChanges))
}

function readHunks(oldTokens: Token[], newTokens: Token[]): Hunk[] {
  const parts = diffArrays(oldTokens, newTokens, { comparator: (a, b) => a.text === b.text, maxEditLength: MAX_EDITS })
  if (!parts) return [{ kind: 'edit', gone: oldTokens, come: newTokens }]
  const hunks: Hunk[] = []
  for (const part of parts) {
    if (!part.added && !part.removed) {
      hunks.push({ kind: 'equal', tokens: part.value })
      continue
    }
    let last = hunks.at(-1)
    if (last?.kind !== 'edit') hunks.push((last = { kind: 'edit', gone: [], come: [] }))
    ;(part.added ? last.come : last.gone).push(...part.value)
  }
  return hunks
}

function absorbIslands(hunks: readonly Hunk[]): Hunk[] {
  const result: Hunk[] = []
  hunks.forEach((hunk, at) => {
    const last = result.at(-1)
    const next = hunks[at + 1]
    if (hunk.kind === 'equal' && last?.kind === 'edit' && next?.kind === 'edit' && isIsland(hunk.tokens, last, next)) {
      last.gone.push(...hunk.tokens)
      last.come.push(...hunk.tokens)
    } else if (hunk.kind === 'edit' && last?.kind === 'edit') {
      last.gone.push(...hunk.gone)
      last.come.push(...hunk.come)
    } else {
      result.push(hunk.kind === 'edit' ? { kind: 'edit', gone: [...hunk.gone], come: [...hunk.come] } : hunk)
    }
  })
  return result
}

type Edit = Extract<Hunk, { kind: 'edit' }>

function isIsland(tokens: readonly Token[], before: Edit, after: Edit): boolean {
  const text = textOf(tokens)
  if (text.length > ISLAND_LENGTH || KEEP_APART.test(text)) return false
  // a word that a reviewer looks for, and that stayed, must not look as if it had changed
  if (tokens.some((token) => token.whole)) return false
  // 第十二条、第十三条 → 第十三条、第十四条 are two changes, each clear by itself
  if (isOneForOne(before) && isOneForOne(after)) return false
  const size = (edit: Edit) => textOf(edit.gone).length + textOf(edit.come).length
  return size(before) + size(after) >= text.length * 2
}

function isOneForOne(edit: Edit): boolean {
  return edit.gone.length === 1 && edit.come.length === 1 && edit.gone[0]?.mark !== null && edit.gone[0]?.mark === edit.come[0]?.mark
}

function toChanges(hunk: Hunk): Change[] {
  if (hunk.kind === 'equal') return [{ op: 'equal', text: textOf(hunk.tokens) }]
  let gone = textOf(hunk.gone)
  let come = textOf(hunk.come)
  let prefix = ''
  let suffix = ''
  if (![...hunk.gone, ...hunk.come].some((token) => token.whole)) {
    // the segmenter may cut 市政府 and 县政府 as one word each: show what differs, if more than a letter is shared
    const head = commonPrefix(gone, come)
    const tail = commonPrefix(reverse(gone.slice(head)), reverse(come.slice(head)))
    const keepHead = head >= ISLAND_LENGTH ? head : 0
    const keepTail = tail >= ISLAND_LENGTH ? tail : 0
    prefix = gone.slice(0, keepHead)
    suffix = gone.slice(gone.length - keepTail)
    gone = gone.slice(keepHead, gone.length - keepTail)
    come = come.slice(keepHead, come.length - keepTail)
  }
  const changes: Change[] = []
  if (prefix) changes.push({ op: 'equal', text: prefix })
  if (gone) changes.push(marked({ op: 'delete', text: gone }, hunk.gone, hunk.come))
  if (come) changes.push(marked({ op: 'insert', text: come }, hunk.come, hunk.gone))
  if (suffix) changes.push({ op: 'equal', text: suffix })
  return changes
}

function marked(change: Change, own: readonly Token[], other: readonly Token[]): Change {
  const values = (tokens: readonly Token[], mark: Mark) => tokens.filter((token) => token.mark === mark).map((token) => token.text)
  const marks = MARKS.filter((mark) => {
    const mine = values(own, mark)
    return mine.length > 0 && mine.join('\n') !== values(other, mark).join('\n')
  })
  return marks.length > 0 ? { ...change, marks } : change
}

/** Neighbouring equal stretches become one. */
export function joinEqual(changes: readonly Change[]): Change[] {
  const result: Change[] = []
  for (const change of changes) {
    const last = result.at(-1)
    if (change.op === 'equal' && last?.op === 'equal') result[result.length - 1] = { op: 'equal', text: last.text + change.text }
    else result.push(change)
  }
  return result
}

/** The side of the changes that is asked for. */
export function sideOf(changes: readonly Change[], side: 'old' | 'new'): string {
  const gone = side === 'old' ? 'insert' : 'delete'
  return changes.filter((change) => change.op !== gone).map((change) => change.text).join('')
}

function textOf(tokens: readonly Token[]): string {
  return tokens.map((token) => token.text).join('')
}

function reverse(text: string): string {
  return text.split('').reverse().join('')
}

function commonPrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  // never between the halves of a surrogate pair
  const code = a.charCodeAt(length - 1)
  return length > 0 && code >= 0xd800 && code <= 0xdbff ? length - 1 : length
}
