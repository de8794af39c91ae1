/** How a number is written (第三章, （三）, 3., ③), so that the next one is written the same way. */
import { readNumber, toChineseNumber } from '../../text/index.ts'

export type NumberStyle = {
  /** 1 一、 2 （一） 3 1. 4 （1） 5 ① a): what counts anew below what */
  level: number
  write: (ordinal: number) => string
}

const CIRCLED_ONE = 0x2460
const MOST_CIRCLED = 20
const PARTS = /^(\D*?)([零〇○一二三四五六七八九十百千]+|[0-9]+)(\D*)$/u
const chinese = (before: string, after: string, level: number): NumberStyle => ({ level, write: (n) => `${before}${toChineseNumber(n)}${after}` })

export const ITEM_STYLE = chinese('（', '）', 2)
export const SUBITEM_STYLE: NumberStyle = { level: 3, write: (n) => `${n}.` }
/** where the twenty circled numbers end, brackets go on */
const CIRCLED: NumberStyle = { level: 5, write: (n) => (n <= MOST_CIRCLED ? String.fromCharCode(CIRCLED_ONE + n - 1) : `（${n}）`) }

/** The style of a printed number; null where it holds none. */
export function styleOf(number: string): NumberStyle | null {
  const first = number.charCodeAt(0)
  if (number.length === 1 && first >= CIRCLED_ONE && first < CIRCLED_ONE + MOST_CIRCLED) return CIRCLED
  const [, before, digits, after] = PARTS.exec(number) ?? []
  if (before === undefined || digits === undefined || after === undefined || readNumber(digits) === null) return null
  const bracketed = before.endsWith('（') || before.endsWith('(') || after.startsWith('）') || after.startsWith(')')
  if (/^[0-9]/.test(digits)) return { level: bracketed ? 4 : 3, write: (n) => `${before}${n}${after}` }
  return chinese(before, after, bracketed ? 2 : 1)
}
