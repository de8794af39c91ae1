import { expect, test } from 'vitest'
import { formatNumber } from './number-format.ts'

test.each([
  ['chineseCounting', 1, '一'],
  ['chineseCounting', 10, '十'],
  ['chineseCounting', 19, '十九'],
  ['chineseCounting', 20, '二十'],
  ['chineseCountingThousand', 100, '一百'],
  ['chineseCountingThousand', 101, '一百零一'],
  ['chineseCountingThousand', 110, '一百一十'],
  ['chineseCountingThousand', 1260, '一千二百六十'],
  ['chineseCountingThousand', 2003, '二千零三'],
  ['chineseCountingThousand', 10_005, '一万零五'],
  ['japaneseCounting', 23, '二十三'],
  ['ideographDigital', 105, '一〇五'],
  ['chineseLegalSimplified', 12, '壹拾贰'],
  ['decimal', 7, '7'],
  ['decimalZero', 7, '07'],
  ['decimalFullWidth', 12, '１２'],
  ['upperRoman', 1994, 'MCMXCIV'],
  ['lowerRoman', 4, 'iv'],
  ['lowerLetter', 26, 'z'],
  ['lowerLetter', 28, 'bb'],
  ['upperLetter', 3, 'C'],
  ['decimalEnclosedCircle', 3, '③'],
  ['decimalEnclosedCircleChinese', 21, '㉑'],
  ['decimalEnclosedParen', 2, '⑵'],
  ['ideographTraditional', 3, '丙'],
  ['ideographZodiac', 12, '亥'],
  ['none', 5, ''],
])('%s prints %i as %s', (format, value, printed) => {
  expect(formatNumber(value, format)).toBe(printed)
})

test('a format that is not known is said, not guessed', () => {
  expect(formatNumber(3, 'hebrew1')).toBeNull()
})
