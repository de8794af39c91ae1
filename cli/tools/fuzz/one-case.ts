/** One case: its texts from seed and index, and what must hold of them. */
import { parseText } from '../../../law/text/index.ts'
import { baseTexts } from './base-texts.ts'
import { checkAmending, checkText } from './check.ts'
import { mutate } from './mutate.ts'
import { randomOf } from './random.ts'

export type CaseTexts = {
  base: string
  mutated: string
  regulation: string
  /** an amending decision, damaged as well */
  decision: string
}

/** The texts of a case, the same every time. */
export function textsOf(seed: number, index: number, real: readonly string[]): CaseTexts {
  const random = randomOf(seed, index)
  const { base, regulation, decision } = baseTexts(random, real)
  return { base, mutated: mutate(base, random), regulation, decision: mutate(decision, random) }
}

/** @throws whatever is not as it must be */
export function runCase(seed: number, index: number, real: readonly string[]): void {
  const { base, mutated, regulation, decision } = textsOf(seed, index, real)
  const text = checkText(mutated, parseText(base))
  // by turns a damaged decision on a whole text and one on a damaged text
  checkAmending(index % 2 === 0 ? parseText(regulation) : text, decision)
}
