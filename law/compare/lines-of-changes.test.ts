import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffText, sideOf, type Change } from './diff-words.ts'
import { linesOfChanges } from './lines-of-changes.ts'

const none = { old: [], new: [] }
const words = (changes: readonly Change[], side: 'old' | 'new' | 'both') => linesOfChanges(changes, side, none).map((line) => line.changes.map(({ text }) => text).join(''))

describe('the lines of a comparison', () => {
  test('each side has its own lines, whatever the changes cut', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('应当', '登记', '。', '\n', '三十日', '养犬人'), { maxLength: 30 }), fc.array(fc.constantFrom('应当', '登记', '。', '\n', '十五日', '养犬人'), { maxLength: 30 }), (before, after) => {
        const changes = diffText(before.join(''), after.join(''))
        for (const side of ['old', 'new'] as const) expect(words(changes, side)).toEqual(sideOf(changes, side).split('\n').filter((line) => line !== ''))
      }),
    )
  })

  test('in one column a line that is gone stands by itself', () => {
    expect(words([{ op: 'equal', text: '第一句。\n' }, { op: 'delete', text: '第二句。\n' }, { op: 'equal', text: '第三句。' }], 'both')).toEqual(['第一句。', '第二句。', '第三句。'])
  })

  test('two lines that became one are one', () => {
    expect(words([{ op: 'equal', text: '第一句。' }, { op: 'delete', text: '\n' }, { op: 'equal', text: '第二句。' }], 'both')).toEqual(['第一句。第二句。'])
  })

  test('of several articles each begins with its number, in one column also those that are gone', () => {
    const article = (number: string, text: string) => ({ number, text })
    const articles = { old: [article('第三条', '甲\n乙'), article('第四条', '丙')], new: [article('第五条', '甲')] }
    const changes: Change[] = [{ op: 'equal', text: '甲' }, { op: 'delete', text: '\n乙\n丙' }]
    expect(linesOfChanges(changes, 'old', articles).map(({ begins }) => begins?.number ?? null)).toEqual(['第三条', null, '第四条'])
    expect(linesOfChanges(changes, 'both', articles).map(({ begins }) => begins)).toEqual([null, null, { number: '第四条', side: 'old' }])
    expect(linesOfChanges(changes, 'new', articles).map(({ begins }) => begins)).toEqual([null])
  })
})
