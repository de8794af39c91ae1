import fc from 'fast-check'
import { expect, test } from 'vitest'
import { attachmentLines, copyLine, inBrackets, signaturePlace, withColon } from './signature-place.ts'
import { titleBelowHead, titleLines } from './title-lines.ts'

test.each([
  ['关于报送备案的函', 19, ['关于报送备案的函']],
  ['第一行\n第二行', 19, ['第一行', '第二行']],
])('the title %j', (title, limit, lines) => {
  expect(titleLines(title, limit)).toEqual(lines)
})

test('a long title is broken into lines of nearly equal length', () => {
  const lines = titleLines('关于《某某市电动自行车停放充电安全管理办法》的审查意见', 19)
  expect(lines).toHaveLength(2)
  expect(Math.abs((lines[0]?.length ?? 0) - (lines[1]?.length ?? 0))).toBeLessThanOrEqual(4)
})

test('no line in the middle is shorter than both beside it, 委员会 stays whole, and the matter begins a line where it can', () => {
  const [first, second, third, ...more] = titleLines('某某市人民代表大会常务委员会关于报请批准《某某市畜禽养殖污染防治条例》的报告', 19)
  expect([first, more]).toEqual(['某某市人民代表大会常务委员会', []])
  expect((second ?? '').length >= Math.min((first ?? '').length, (third ?? '').length)).toBe(true)
})

test('no character of a title is lost, no line is too long', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[关于某市管理办法的规定《》（）电动自行车安全]{1,80}$/), (title) => {
      const lines = titleLines(title, 19)
      expect(lines.join('')).toBe(title)
      for (const line of lines) expect([...line].length).toBeLessThanOrEqual(19)
    }),
  )
})

test.each([
  ['某市人大常委会', '2026年3月13日', 4 + (7 - 7) / 2],
  ['某市人大常委会', '2026年12月13日', 4],
])('%s stands centred over %s', (organ, date) => {
  const { organRight, dateRight } = signaturePlace(organ, date)
  const width = (text: string) => [...text].reduce((sum, char) => sum + (/[\d]/.test(char) ? 0.5 : 1), 0)
  expect(organRight + width(organ) / 2).toBeCloseTo(dateRight + width(date) / 2)
  expect(organRight).toBeGreaterThanOrEqual(2)
})

test('a very long organ keeps two characters from the edge', () => {
  expect(signaturePlace('某某省某某自治州人民代表大会常务委员会办公室', '2026年3月1日').organRight).toBe(2)
})

test.each([
  [[], []],
  [['甲'], ['附件：甲']],
  [['甲', '乙'], ['附件：1.甲', '　　　2.乙']],
])('enclosures %j', (names, lines) => {
  expect(attachmentLines(names)).toEqual(lines)
})

test('small forms', () => {
  expect([withColon('市政府'), withColon('市政府：'), inBrackets('联系人'), inBrackets('（联系人）'), copyLine('甲，乙'), copyLine('抄送：甲。')]).toEqual(['市政府：', '市政府：', '（联系人）', '（联系人）', '抄送：甲，乙。', '抄送：甲。'])
})

test('what the red head says is not said again below it', () => {
  expect(titleBelowHead({ redHead: '某市人民代表大会常务委员会公告', title: '某市人民代表大会常务委员会公告' }, 19)).toEqual([])
  expect(titleBelowHead({ redHead: '某市人民代表大会常务委员会', title: '某条例公告' }, 19)).toEqual(['某条例公告'])
  expect(titleBelowHead({ title: '某条例公告' }, 19)).toEqual(['某条例公告'])
})

test.each([
  ['某江市人民代表大会常务委员会关于报请批准《某江市犬只管理条例》的报告', ['常务委员会', '报请批准']],
  ['某江市人民代表大会常务委员会2026年度立法计划', ['常务委员会']],
  ['某江市人民代表大会常务委员会社会建设工作委员会关于提请审议某决定的议案', ['常务委员会', '工作委员会', '提请审议']],
])('%s keeps its words whole', (title, whole) => {
  const lines = titleLines(title, 19)
  expect(lines.length).toBeGreaterThan(1)
  for (const word of whole) expect(lines.some((line) => line.includes(word)), `${word} in ${lines.join('/')}`).toBe(true)
})
