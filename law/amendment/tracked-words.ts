/** Words that remember which of their characters stood in the text before the decision, and where. */

export class TrackedWords {
  #words: string
  /** index in the old words for each character, −1 for a new one; null while nothing was changed */
  #origin: number[] | null
  readonly #fresh: boolean

  /** @param fresh the words are new: they come from the decision */
  constructor(words: string, fresh: boolean) {
    this.#words = words
    this.#origin = null
    this.#fresh = fresh
  }

  get words(): string {
    return this.#words
  }

  get changed(): boolean {
    return this.#fresh || this.#origin !== null
  }

  /** Puts `words` in the place of the characters from `start` to `end`. */
  splice(start: number, end: number, words: string): void {
    const origin = this.#origins()
    this.#origin = [...origin.slice(0, start), ...Array.from<number>({ length: words.length }).fill(-1), ...origin.slice(end)]
    this.#words = this.#words.slice(0, start) + words + this.#words.slice(end)
  }

  /** Whether none of the characters from `start` to `end` is new. */
  isOld(start: number, end: number): boolean {
    if (this.#fresh) return false
    return this.#origin === null || this.#origin.slice(start, end).every((at) => at >= 0)
  }

  /** Where the old characters from `start` to `end` stand now, side by side; null where they were changed. */
  locateOld(start: number, end: number): { start: number; end: number } | null {
    if (this.#fresh) return null
    const origin = this.#origin
    if (origin === null) return { start, end }
    const at = origin.indexOf(start)
    if (at < 0) return null
    for (let i = 0; i < end - start; i += 1) if (origin[at + i] !== start + i) return null
    return { start: at, end: at + end - start }
  }

  #origins(): number[] {
    if (this.#origin !== null) return this.#origin
    return Array.from({ length: this.#words.length }, (_, i) => (this.#fresh ? -1 : i))
  }
}

const WIDTHS: Readonly<Record<string, string>> = { ',': '，', ';': '；', ':': '：', '(': '（', ')': '）', '?': '？', '!': '！', '．': '.', '〈': '《', '〉': '》', '<': '《', '>': '》' }
const QUOTATION_MARK = /[“”‘’"'＂＇「」『』]/

/** Characters that a decision and a law print differently without meaning different words. */
function fold(character: string): string {
  if (/\s/.test(character)) return ''
  if (QUOTATION_MARK.test(character)) return '"'
  return WIDTHS[character] ?? character.normalize('NFKC')
}

type Folded = { text: string; /** index of each folded character in the words */ at: number[] }

function folded(words: string): Folded {
  let text = ''
  const at: number[] = []
  for (let i = 0; i < words.length; i += 1) {
    for (const character of fold(words.charAt(i))) {
      text += character
      at.push(i)
    }
  }
  return { text, at }
}

export type Found = { start: number; end: number }

/** Every place at which `wanted` stands in `words`, white space, width and kind of quotation mark aside. */
export function findWords(words: string, wanted: string): Found[] {
  const within = folded(words)
  const key = folded(wanted).text
  const found: Found[] = []
  if (key === '') return found
  for (let from = within.text.indexOf(key); from >= 0; from = within.text.indexOf(key, from + key.length)) {
    const start = within.at[from] ?? 0
    const last = within.at[from + key.length - 1] ?? start
    found.push({ start, end: last + 1 })
  }
  return found
}

/** Whether two passages are the same words in the sense of `findWords`. */
export function sameWords(one: string, other: string): boolean {
  return folded(one).text === folded(other).text
}
