/**
 * Cutting Chinese into words for the index and for queries. The dictionary (5 MB) is loaded when first needed.
 * Without HMM, which makes words that are none (由市).
 */
import type { Jieba } from '@node-rs/jieba'
import { normalise } from './query/normalise.ts'

let loading: Promise<Jieba> | undefined

async function load(): Promise<Jieba> {
  const [{ Jieba: Cutter }, { dict }] = await Promise.all([import('@node-rs/jieba'), import('@node-rs/jieba/dict.js')])
  return Cutter.withDict(dict)
}

/** Function words that stand in nearly every article and tell nothing. */
const EMPTY_WORDS = new Set('的 了 和 与 及 或 在 是 有 为 对 由 其 之 并 等 将 把 被 从 到 于 以 而 且 即 则 也 都 就 要 不 个 这 那 吗 呢 吧 啊 怎么 什么 哪些 哪个 谁 如何 是否 能否 可以 应当 应该 多少 怎样 为什么 以及 或者 下列 有关 本'.split(' '))
const HAS_LETTER = /[\p{L}\p{N}]/u

export type Cutter = {
  /** every word once, in the order of appearance, with the shorter words inside long ones */
  distinctWords(text: string): string[]
}

/** Loads the dictionary once for the process. */
export async function loadCutter(): Promise<Cutter> {
  loading ??= load()
  const jieba = await loading
  return {
    distinctWords(text) {
      const words = new Set<string>()
      for (const word of jieba.cutForSearch(normalise(text), false)) {
        if (HAS_LETTER.test(word) && !EMPTY_WORDS.has(word)) words.add(word)
      }
      return [...words]
    },
  }
}

/** Pairs of neighbouring characters, letters and digits only: how a title with a wrong character is still found. */
export function characterPairs(text: string): string[] {
  const plain = normalise(text).replace(/[^\p{L}\p{N}]+/gu, '')
  const pairs = new Set<string>()
  for (let at = 0; at + 1 < plain.length; at += 1) pairs.add(plain.slice(at, at + 2))
  return [...pairs]
}
