import { describe, expect, test } from 'vitest'
import { BrokenPromise, checkWords } from './check.ts'
import { runCase, textsOf } from './one-case.ts'

const TEXTS = 2_000
const seed = Number(process.env['LIFA_FUZZ_SEED'] ?? Math.floor(Math.random() * 2 ** 31))

test(`${TEXTS} damaged texts (LIFA_FUZZ_SEED=${seed}) neither throw nor lose a character`, () => {
  console.log(`fuzz: ${TEXTS} texts, LIFA_FUZZ_SEED=${seed}; npm run fuzz runs 100,000`)
  const failures: string[] = []
  for (let index = 0; index < TEXTS; index += 1) {
    try {
      runCase(seed, index, [])
    } catch (error) {
      failures.push(`LIFA_CORPUS=/nowhere npm run fuzz -- --seed ${seed} --only ${index}: ${String(error)}`)
    }
  }
  expect(failures).toEqual([])
}, 240_000)

test('the same seed gives the same texts, another one others', () => {
  const some = (from: number): string[] => Array.from({ length: 20 }, (_, index) => textsOf(from, index, []).mutated)
  expect(some(7)).toEqual(some(7))
  expect(some(8)).not.toEqual(some(7))
  expect(new Set(some(7)).size).toBeGreaterThan(15)
})

describe('what is lost on the way is found', () => {
  test.each([
    ['nothing lost', '第一条　甲。\n（一）乙', '第一条甲。（一）乙', null],
    ['marks of containers', '---\ntitle: 丙\n---\n# **甲**\n| 乙 | [丁](#戊) |<br>', '甲|乙|丁|', null],
    ['a character', '第一条 甲。', '第一条甲', 'every character of the source is read'],
    ['the order', '甲\n乙', '乙甲', 'every character of the source is read'],
    ['something made up', '甲', '甲乙', 'nothing is read that the source does not have'],
  ])('%s', (_, source, read, promise) => {
    const check = (): void => checkWords(source, read)
    if (promise === null) expect(check).not.toThrow()
    else expect(check).toThrow(new BrokenPromise(promise))
  })
})
