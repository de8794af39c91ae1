type Field = { instruction: string; separated: boolean; contents: boolean }

const isContents = (instruction: string): boolean => /^\s*TOC\b/i.test(instruction)

/** Fields of Word that are open at the place that is read: an instruction, then what it gave, one inside the other. */
export class FieldStack {
  readonly #open: Field[] = []

  begin(): void {
    this.#open.push({ instruction: '', separated: false, contents: false })
  }

  /** A field that is one element: its instruction stands on it. */
  beginSimple(instruction: string): void {
    this.#open.push({ instruction, separated: true, contents: isContents(instruction) })
  }

  /** Words of the instruction; what comes after it is what the field gave. */
  instruct(text: string): void {
    const field = this.#open.at(-1)
    if (field && !field.separated) field.instruction += text
  }

  separate(): void {
    const field = this.#open.at(-1)
    if (!field) return
    field.separated = true
    field.contents = isContents(field.instruction)
  }

  /** The number that a formula without a result drew a ring around; null for every other field. */
  end(): string | null {
    const field = this.#open.pop()
    const ringed = field && !field.separated ? /^\s*eq\s.*\\a[cdlr]?\(\s*[○◯〇]\s*,\s*([^)]+)\)/i.exec(field.instruction)?.[1] : undefined
    return ringed?.trim() ?? null
  }

  /** Whether the place is in a table of contents that Word keeps. */
  get insideContents(): boolean {
    return this.#open.some((field) => field.contents)
  }
}
