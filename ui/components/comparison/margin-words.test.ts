import { expect, test } from 'vitest'
import type { Change } from '../../../law/compare/index.ts'
import { marginWords } from './margin-words.ts'

test('a changed duty shows both words', () => {
  expect(marginWords([{ op: 'equal', text: '部门' }, { op: 'delete', text: '可以', marks: ['duty'] }, { op: 'insert', text: '应当', marks: ['duty'] }])).toEqual(['可以→应当'])
})
test('a duty that only went or only came is named with what happened to it', () => {
  expect(marginWords([{ op: 'delete', text: '，不得从事运输', marks: ['duty'] }])).toEqual(['删去“不得”'])
  expect(marginWords([{ op: 'insert', text: '，应当办理登记', marks: ['duty'] }])).toEqual(['新增“应当”'])
})
test('each kind once, equal text never', () => {
  expect(marginWords([
    { op: 'equal', text: '三日', marks: ['period'] },
    { op: 'delete', text: '五千元', marks: ['amount'] },
    { op: 'insert', text: '三千元', marks: ['amount'] },
    { op: 'insert', text: '十日', marks: ['period'] },
  ])).toEqual(['金额：五千元→三千元', '期限'])
})
test('two duties that do not stand in one place are not told as one that became the other', () => {
  expect(marginWords([{ op: 'delete', text: '不得', marks: ['duty'] }, { op: 'equal', text: '从事运输的，' }, { op: 'insert', text: '应当', marks: ['duty'] }])).toEqual(['义务'])
})
test('several sums are named, not told', () => {
  const sums = (from: string, to: string): Change[] => [{ op: 'delete', text: from, marks: ['amount'] }, { op: 'insert', text: to, marks: ['amount'] }]
  expect(marginWords([...sums('五百元', '一千元'), { op: 'equal', text: '以上' }, ...sums('二千元', '五千元')])).toEqual(['金额'])
})
