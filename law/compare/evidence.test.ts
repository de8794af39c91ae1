import { expect, test } from 'vitest'
import { gatherEvidence } from './evidence.ts'
import { numberGrams } from './grams.ts'
import { packWords } from './normalise.ts'
import { corpusOf } from './similarity.ts'

const SUBJECTS = ['犬只', '停车', '噪声', '垃圾', '树木', '河道', '电梯', '烟花']
const ACTS = ['登记', '年检', '收费', '处置', '公示', '巡查', '备案', '停用']

/** Articles that all share their formulae, as those of laws do. */
const articles = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `${SUBJECTS[at % 8]}${ACTS[(at >> 3) % 8]}的第${at % 10}项事务由县级以上人民政府${String.fromCharCode(0x4e00 + (at % 4_000))}部门负责；违反规定的，责令限期改正。`)

function pairsLookedAt(count: number): number {
  const oldTexts = articles(count)
  const newTexts = oldTexts.map((text) => text.replace('责令限期改正', '责令改正'))
  const texts = [...oldTexts, ...newTexts]
  const words = packWords(texts)
  const grams = numberGrams(words)
  const corpus = corpusOf(words, count, grams)
  const places = [...oldTexts.keys()]
  return gatherEvidence({ texts, words, grams, corpus, oldPlaces: places, newPlaces: places, always: [] }).count
}

test('the pairs that are looked at grow with the number of articles, not with its square', { timeout: 60_000 }, () => {
  const [small, large] = [pairsLookedAt(150), pairsLookedAt(1_200)]
  expect(small).toBeGreaterThan(150)
  expect(large).toBeLessThan(small * 8 * 1.3)
})
