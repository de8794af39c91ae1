/** From a draft to what a file would have it, hand by hand: every change with the author that the file names. */
import type { Node } from 'prosemirror-model'
import type { Step } from 'prosemirror-transform'
import { stepsBetween } from '../collaboration/index.ts'
import { findKey } from '../document/index.ts'
import { rejectSteps } from './settle.ts'
import { type Suggestion, suggestionsBetween } from './suggestions.ts'

/** A change as a word processor keeps it. */
export type MarkedChange = { author: string; text: string }
export type MarkedChanges = { inserted: readonly MarkedChange[]; deleted: readonly MarkedChange[] }
/** `author` null: the file does not say whose change it is. */
export type HandSteps = { author: string | null; steps: readonly Step[]; changes: number }

const MOST_HANDS = 100
const bare = (text: string): string => text.replace(/\s/gu, '')

/** Steps that make `to` of `from`, to be applied one list after the other. */
export function stepsByHand({ from, to, marked }: { from: Node; to: Node; marked: MarkedChanges }): HandSteps[] {
  const told = new Map<string, (string | null)[]>()
  const named = handsOf({ from, to, marked })
  for (const [suggestion, author] of named) told.set(sayingOf(suggestion), [...(told.get(sayingOf(suggestion)) ?? []), author])
  const hands: HandSteps[] = []
  let doc = from
  const go = (author: string | null, steps: readonly Step[], changes: number): void => {
    if (steps.length === 0) return
    for (const step of steps) doc = step.apply(doc).doc ?? doc
    hands.push({ author, steps, changes })
  }
  for (const author of [...new Set(named.values())].slice(0, MOST_HANDS)) {
    // what other hands did in the same line has moved the places of this one
    const own = suggestionsBetween(to, doc).filter((suggestion) => (told.get(sayingOf(suggestion)) ?? []).includes(author))
    const mine = own.filter((suggestion) => told.get(sayingOf(suggestion))?.every((one) => one === author) === true || claim(told, suggestion, author))
    go(author, rejectSteps({ base: to, doc, ids: new Set(mine.map(({ id }) => id)) }), mine.length)
  }
  // what no suggestion shows (the words that a link had when it was typed) is no change
  const rest = suggestionsBetween(to, doc).length
  if (rest > 0) go(null, stepsBetween(doc, to), rest)
  return hands
}

const sayingOf = ({ kind, key, deleted, inserted }: Suggestion): string => [kind, key, deleted, inserted].join('\u0000')

/** Of several that say the same in one line, each goes to one of their authors. */
function claim(told: Map<string, (string | null)[]>, suggestion: Suggestion, author: string | null): boolean {
  const list = told.get(sayingOf(suggestion)) ?? []
  const at = list.indexOf(author)
  if (at < 0) return false
  told.set(sayingOf(suggestion), list.toSpliced(at, 1))
  return true
}

type Mark = MarkedChange & { words: string; used: boolean }

/** Who stands behind each change, in the order of the text: marks that say exactly this first, then those that say a part. */
function handsOf({ from, to, marked }: { from: Node; to: Node; marked: MarkedChanges }): Map<Suggestion, string | null> {
  const marks = (list: readonly MarkedChange[]): Mark[] => list.flatMap((one) => (one.author === '' || bare(one.text) === '' ? [] : [{ ...one, words: bare(one.text), used: false }]))
  const [inserted, deleted] = [marks(marked.inserted), marks(marked.deleted)]
  const authors = new Set([...inserted, ...deleted].map(({ author }) => author))
  const [only] = authors.size === 1 ? authors : []
  // to reject the draft over the file is to write the file: what this takes out is what the file has
  return new Map(suggestionsBetween(to, from).map((suggestion) => {
    const whole = suggestion.kind === 'moved' ? (findKey(from, suggestion.key)?.node.textContent ?? '') : ''
    const scores = new Map<string, number>()
    const exact = [exactly(inserted, suggestion.deleted || whole), exactly(deleted, suggestion.inserted || whole)].find((author) => author !== null)
    if (exact !== undefined && exact !== null) return [suggestion, exact]
    partly(inserted, suggestion.deleted || whole, scores)
    partly(deleted, suggestion.inserted || whole, scores)
    const [best] = [...scores].toSorted(([, a], [, b]) => b - a)
    return [suggestion, best?.[0] ?? only ?? null]
  }))
}

function exactly(marks: readonly Mark[], text: string): string | null {
  const words = bare(text)
  const found = words === '' ? undefined : (marks.find((mark) => !mark.used && mark.words === words) ?? marks.find((mark) => mark.words === words))
  if (found === undefined) return null
  found.used = true
  return found.author
}

function partly(marks: readonly Mark[], text: string, scores: Map<string, number>): void {
  for (const line of text.split('\n')) {
    const words = bare(line)
    if (words === '') continue
    for (const mark of marks) if (mark.words.includes(words) || words.includes(mark.words)) scores.set(mark.author, (scores.get(mark.author) ?? 0) + Math.min(words.length, mark.words.length))
  }
}
