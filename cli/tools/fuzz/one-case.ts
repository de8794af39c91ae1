/** One case: its texts from seed and index, and what must hold of them. */
import { parseText } from '../../../law/text/index.ts'
import { baseTexts } from './base-texts.ts'
import { checkText } from './check.ts'
import { mutate } from './mutate.ts'
import { randomOf } from './random.ts'

export type CaseTexts = { base: string; mutated: string }

/** The texts of a case, the same every time. */
export function textsOf(seed: number, index: number, real: readonly string[]): CaseTexts {
  const random = randomOf(seed, index)
  const { base } = baseTexts(random, real)
  return { base, mutated: mutate(base, random) }
}

/** @throws whatever is not as it must be */
export function runCase(seed: number, index: number, real: readonly string[]): void {
  const { base, mutated } = textsOf(seed, index, real)
  checkText(mutated, parseText(base))
}
