import { expect, test } from 'vitest'
import { marginWords } from './margin-words.ts'

test('a changed duty shows both words', () => {
  expect(marginWords([{ op: 'equal', text: '部门' }, { op: 'delete', text: '可以', marks: ['duty'] }, { op: 'insert', text: '应当', marks: ['duty'] }])).toEqual(['可以→应当'])
})
test('a duty that only went is named', () => {
  expect(marginWords([{ op: 'delete', text: '，不得从事运输', marks: ['duty'] }])).toEqual(['不得'])
})
test('each kind once, equal text never', () => {
  expect(marginWords([
    { op: 'equal', text: '三日', marks: ['period'] },
    { op: 'delete', text: '五千元', marks: ['amount'] },
    { op: 'insert', text: '三千元', marks: ['amount'] },
    { op: 'insert', text: '十日', marks: ['period'] },
  ])).toEqual(['金额', '期限'])
})
