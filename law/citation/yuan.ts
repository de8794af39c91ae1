import { parseChineseNumber } from '../text/index.ts'

const SECTIONS: readonly { unit: string; value: number }[] = [
  { unit: '亿', value: 100_000_000 },
  { unit: '万', value: 10_000 },
]

/** Characters that a sum may be written with, without its 元. */
// bounded, so that hostile input costs linear time
export const SUM = '(?:[0-9０-９]{1,12}(?:[,，][0-9０-９]{3}){0,4}(?:[.．][0-9０-９]{1,6})?\\s{0,2}[百千]?[万亿]{0,2}|[零〇一二两三四五六七八九十百千][零〇一二两三四五六七八九十百千万亿]{0,15})'

/** Reads 五百, 1万, 2.5万, 10,000, 一百二十万, 一亿 as a number; null where it is none. */
export function readSum(words: string): number | null {
  let rest = words.normalize('NFKC').replace(/[\s,]/g, '')
  let total = 0
  for (const { unit, value } of SECTIONS) {
    const at = rest.indexOf(unit)
    if (at < 0) continue
    const part = readPlain(rest.slice(0, at))
    if (part === null) return null
    total += part * value
    rest = rest.slice(at + unit.length)
  }
  if (rest === '') return total
  const last = readPlain(rest)
  return last === null ? null : total + last
}

function readPlain(words: string): number | null {
  const arabic = /^([0-9]+(?:\.[0-9]+)?)([百千]?)$/.exec(words)
  if (arabic) return Math.round(Number(arabic[1]) * (arabic[2] === '千' ? 1_000 : arabic[2] === '百' ? 100 : 1) * 100) / 100
  return parseChineseNumber(words.replace(/^零/, ''))
}
