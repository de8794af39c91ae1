import { expect, test } from 'vitest'
import { parseText } from '../../law/text/index.ts'
import { articleChanges } from './article-changes.ts'
import type { FixedText } from './legislation-case.ts'

const NOTHING_TOLD = { reasons: [], speeches: [] }
const text = (...articles: string[]): FixedText => {
  const tree = parseText(['某市养犬管理条例', ...articles].join('\n'))
  return { id: 'text', label: '草案', kind: 'firstReading', seq: 1, madeOn: '2026-03-12', tree, keys: [], text: '' }
}
const before = text('第一条　养犬应当登记。', '第二条　携犬外出应当牵引。', '第三条　违反第一条、第二条规定的，处二百元罚款。')

test('an article whose references only follow their targets is no change of the report', () => {
  const after = text('第一条　为了规范养犬行为，制定本条例。', '第二条　养犬应当登记。', '第三条　携犬外出应当牵引。', '第四条　违反第二条、第三条规定的，处二百元罚款。')
  expect(articleChanges(before, after, NOTHING_TOLD).map(({ kind, after: label }) => [kind, label])).toEqual([['added', '第一条']])
})

test('a reference that goes to another article is told', () => {
  const after = text('第一条　养犬应当登记。', '第二条　携犬外出应当牵引。', '第三条　违反第二条规定的，处二百元罚款。')
  expect(articleChanges(before, after, NOTHING_TOLD).map(({ said }) => said)).toEqual(['删去“第一条、”'])
})
