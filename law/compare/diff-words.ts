import { anchorClauses } from './clauses.ts'
import { BREAK, matchTokens, type Run } from './match-tokens.ts'
import { placeEdits } from './place-edits.ts'
import { markedTokens, tokeniseAll, tokeniseBeside, type Mark, type Token } from './tokens.ts'

/**
 * A stretch of text that stayed, came or went. Equal and delete together are the old text, equal and
 * insert the new one. `marks` stand on what came or went, where a duty, a sum, a period, a percentage
 * or a reference is not the same on both sides. A deletion and an insertion with one `moveId` are one
 * passage that changed its place (moves.ts).
 */
export type Change = { op: 'equal' | 'insert' | 'delete'; text: string; marks?: Mark[]; moveId?: string }

const MARKS: readonly Mark[] = ['duty', 'amount', 'period', 'percentage', 'reference']
const LITTLE = /^[的了之和与或及并等其在对由为以将于者\p{P}\p{S}\s]+$/u
/** Shared letters inside two words that are not the same word are shown as such from this length on. */
const SHARED_LETTERS = 2

/**
 * Differences of two passages, as a lawyer writes them: whole words, numbers with their unit and
 * references change as one; a few equal characters between two changes are no reason to break them up.
 * Clauses that stayed are found first, words only between them.
 */
export function diffText(oldText: string, newText: string): Change[] {
  return diffTexts([{ old: oldText, new: newText }])[0] ?? []
}

/** Two passages of which one became the other. */
export type TextPair = { old: string; new: string }

/** A stretch between two clauses that stayed; `changes` are filled in when its words are cut. */
type Gap = TextPair & { changes: Change[] }

/** Words of so many characters are cut together: each call of the segmenter has its price, and so has what waits for it. */
const CUT_TOGETHER = 4_000

/** `diffText` of many pairs. */
export function diffTexts(pairs: readonly TextPair[]): Change[][] {
  const waiting: Gap[] = []
  const numbering = new Numbering()
  let waitingLength = 0
  const stretches = pairs.map((pair) => {
    if (pair.old === pair.new) return [equalText(pair.old)]
    const own = stretchesOf(pair)
    for (const stretch of own) {
      if (Array.isArray(stretch)) continue
      waiting.push(stretch)
      waitingLength += stretch.old.length + stretch.new.length
    }
    if (waitingLength > CUT_TOGETHER) {
      fillGaps(waiting.splice(0), numbering)
      waitingLength = 0
    }
    return own
  })
  fillGaps(waiting, numbering)
  return stretches.map((own) => joinEqual(own.flatMap((stretch) => (Array.isArray(stretch) ? stretch : stretch.changes))))
}

/** What is known of two passages before words are cut, and the gaps in it. */
function stretchesOf({ old: oldText, new: newText }: TextPair): (Change[] | Gap)[] {
  const stretches: (Change[] | Gap)[] = []
  let [oldAt, newAt] = [0, 0]
  for (const anchor of [...anchorClauses(oldText, newText), { old: oldText.length, new: newText.length, length: 0 }]) {
    pushGap(stretches, oldText.slice(oldAt, anchor.old), newText.slice(newAt, anchor.new))
    if (anchor.length > 0) stretches.push(equalText(oldText.slice(anchor.old, anchor.old + anchor.length)))
    oldAt = anchor.old + anchor.length
    newAt = anchor.new + anchor.length
  }
  return stretches
}

function pushGap(stretches: (Change[] | Gap)[], oldText: string, newText: string): void {
  if (oldText === '' || newText === '') {
    stretches.push(oneSided(oldText, newText))
    return
  }
  const head = safeHead(oldText, newText)
  const tail = safeTail(oldText, newText, head)
  if (head + tail === 0) stretches.push({ old: oldText, new: newText, changes: [] })
  else {
    stretches.push(equalText(oldText.slice(0, head)))
    pushGap(stretches, oldText.slice(head, oldText.length - tail), newText.slice(head, newText.length - tail))
    stretches.push(equalText(oldText.slice(oldText.length - tail)))
  }
}

function fillGaps(gaps: readonly Gap[], numbering: Numbering): void {
  if (gaps.length === 0) return
  const oldTokens = tokeniseAll(gaps.map((gap) => gap.old))
  const newTokens = tokeniseBeside(gaps.map((gap, at) => ({ text: gap.new, other: gap.old, otherTokens: oldTokens[at] ?? [] })))
  gaps.forEach((gap, at) => {
    gap.changes = diffTokens(oldTokens[at] ?? [], newTokens[at] ?? [], numbering)
  })
}

/** A number for each word of many passages, and what it is worth to keep it in the passage at hand. */
class Numbering {
  readonly #numbers = new Map<string, number>()
  readonly #passageOf: number[] = []
  readonly #usualWeights: number[] = []
  readonly weights: number[] = []
  #passage = 0

  /** The words of the next passage are numbered: what is a number with its unit in one may be a mere word in another. */
  nextPassage(): void {
    this.#passage += 1
  }

  /** Numbers of the tokens between two places. */
  numbersOf(tokens: readonly Token[], from: number, to: number): Int32Array {
    const own = new Int32Array(to - from)
    for (let at = from; at < to; at++) {
      const token = tokens[at]
      if (token) own[at - from] = this.#numberOf(token)
    }
    return own
  }

  #numberOf(token: Token): number {
    let number = this.#numbers.get(token.text)
    if (number === undefined) {
      number = this.#numbers.size
      this.#numbers.set(token.text, number)
      this.#passageOf.push(0)
      this.#usualWeights.push(usualWeight(token.text))
      this.weights.push(0)
    }
    if (this.#passageOf[number] !== this.#passage) {
      this.#passageOf[number] = this.#passage
      // a word that a reviewer looks for, and that stayed, must not look as if it had changed
      this.weights[number] = token.whole ? Math.max(BREAK + 1, 2 * token.text.length) : (this.#usualWeights[number] ?? 0)
    }
    return number
  }
}

function diffTokens(oldTokens: readonly Token[], newTokens: readonly Token[], numbering: Numbering): Change[] {
  const changes: Change[] = []
  let [oldAt, newAt] = [0, 0]
  for (const run of placeEdits(oldTokens, newTokens, [...runsOf(oldTokens, newTokens, numbering), { old: oldTokens.length, new: newTokens.length, length: 0 } satisfies Run])) {
    changes.push(...toChanges(oldTokens.slice(oldAt, run.old), newTokens.slice(newAt, run.new)))
    if (run.length > 0) changes.push({ op: 'equal', text: textOf(oldTokens.slice(run.old, run.old + run.length)) })
    oldAt = run.old + run.length
    newAt = run.new + run.length
  }
  return changes
}

/** Runs of words that stayed. Those that both begin and end with need no numbers. */
function runsOf(oldTokens: readonly Token[], newTokens: readonly Token[], numbering: Numbering): Run[] {
  const [oldCount, newCount] = [oldTokens.length, newTokens.length]
  const shorter = Math.min(oldCount, newCount)
  let head = 0
  while (head < shorter && oldTokens[head]?.text === newTokens[head]?.text) head++
  let tail = 0
  while (tail < shorter - head && oldTokens[oldCount - 1 - tail]?.text === newTokens[newCount - 1 - tail]?.text) tail++
  numbering.nextPassage()
  const between = matchTokens(numbering.numbersOf(oldTokens, head, oldCount - tail), numbering.numbersOf(newTokens, head, newCount - tail), numbering.weights)
  return [
    ...(head > 0 ? [{ old: 0, new: 0, length: head }] : []),
    ...between.map((run) => ({ old: head + run.old, new: head + run.new, length: run.length })),
    ...(tail > 0 ? [{ old: oldCount - tail, new: newCount - tail, length: tail }] : []),
  ]
}

const equalText = (text: string): Change[] => (text === '' ? [] : [{ op: 'equal', text }])

/** A word or number that differs may begin this many characters before the first character that does. */
const WORD_REACH = 6
const IN_NUMBER = /[第前本零〇一二三四五六七八九十百千万亿两分之个点（(0-9０-９.．,]/u

/** How much both begin with, short of the word in which they part. */
function safeHead(a: string, b: string): number {
  let cut = commonPrefix(a, b) - WORD_REACH
  while (cut > 0 && IN_NUMBER.test(a[cut - 1] ?? '')) cut--
  return Math.max(0, cut < WORD_REACH ? 0 : cut)
}

function safeTail(a: string, b: string, head: number): number {
  let cut = commonSuffix(a.slice(head), b.slice(head)) - WORD_REACH
  while (cut > 0 && IN_NUMBER.test(a[a.length - cut] ?? '')) cut--
  return Math.max(0, cut < WORD_REACH ? 0 : cut)
}

/** Where nothing stands on the other side, words need not be told apart. */
function oneSided(oldText: string, newText: string): Change[] {
  if (oldText !== '') return [marked({ op: 'delete', text: oldText }, markedTokens(oldText), [])]
  return newText === '' ? [] : [marked({ op: 'insert', text: newText }, markedTokens(newText), [])]
}

/** What it is worth to keep a word: two points a character, little for the words that stand everywhere. */
const usualWeight = (text: string): number => (LITTLE.test(text) ? 1 : 2 * text.length)

function toChanges(goneTokens: readonly Token[], comeTokens: readonly Token[]): Change[] {
  if (isOneForOne(goneTokens, comeTokens)) return goneTokens.flatMap((token, at) => oneForOne(token, comeTokens[at] ?? token))
  let gone = textOf(goneTokens)
  let come = textOf(comeTokens)
  let prefix = ''
  let suffix = ''
  if (!goneTokens.some(isWhole) && !comeTokens.some(isWhole)) {
    // the segmenter may cut 市政府 and 县政府 as one word each: show what differs, if more than a letter is shared
    const head = commonPrefix(gone, come)
    const keepHead = head >= SHARED_LETTERS || isWordEnd(gone, come, head) ? head : 0
    const tail = commonSuffix(gone.slice(keepHead), come.slice(keepHead))
    const keepTail = tail >= SHARED_LETTERS ? tail : 0
    prefix = gone.slice(0, keepHead)
    suffix = gone.slice(gone.length - keepTail)
    gone = gone.slice(keepHead, gone.length - keepTail)
    come = come.slice(keepHead, come.length - keepTail)
  }
  const changes: Change[] = []
  if (prefix) changes.push({ op: 'equal', text: prefix })
  if (gone) changes.push(marked({ op: 'delete', text: gone }, goneTokens, comeTokens))
  if (come) changes.push(marked({ op: 'insert', text: come }, comeTokens, goneTokens))
  if (suffix) changes.push({ op: 'equal', text: suffix })
  return changes
}

const isWhole = (token: Token): boolean => token.whole

/** 人 → 人的产生: the segmenter takes 人的 for a word. */
function isWordEnd(gone: string, come: string, length: number): boolean {
  const [shorter, longer] = gone.length < come.length ? [gone, come] : [come, gone]
  return length > 0 && length === shorter.length && LITTLE.test(longer[length] ?? '')
}

/** The figure changes, not the 以上 or 以下 behind it. */
function oneForOne(gone: Token, come: Token): Change[] {
  if (gone.text === come.text) return equalText(gone.text)
  const bound = /以[上下]$/u.exec(gone.text)?.[0] ?? ''
  const length = come.text.endsWith(bound) ? bound.length : 0
  return [
    marked({ op: 'delete', text: gone.text.slice(0, gone.text.length - length) }, [gone], [come]),
    marked({ op: 'insert', text: come.text.slice(0, come.text.length - length) }, [come], [gone]),
    ...equalText(bound.slice(0, length)),
  ]
}

/** 第十二条、第十三条 → 第十三条、第十四条 are two changes, each clear by itself. */
function isOneForOne(gone: readonly Token[], come: readonly Token[]): boolean {
  return gone.some((token) => token.mark !== null) && gone.length === come.length && gone.every((token, at) => token.text === come[at]?.text || (token.mark !== null && token.mark === come[at]?.mark))
}

function marked(change: Change, own: readonly Token[], other: readonly Token[]): Change {
  if (!own.some((token) => token.mark !== null)) return change
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
  let text = ''
  for (const token of tokens) text += token.text
  return text
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff

/** Never between the halves of a surrogate pair. */
function commonPrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length++
  return length > 0 && isHighSurrogate(a.charCodeAt(length - 1)) ? length - 1 : length
}

function commonSuffix(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a[a.length - 1 - length] === b[b.length - 1 - length]) length++
  const inPair = (text: string) => length > 0 && length < text.length && isHighSurrogate(text.charCodeAt(text.length - 1 - length))
  return inPair(a) || inPair(b) ? length - 1 : length
}
