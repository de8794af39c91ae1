import { Slice } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { draftDocument, numberDocument } from '../../law/drafting/index.ts'
import { parseText } from '../../law/text/index.ts'
import { copiedText } from './clipboard.ts'

const doc = draftDocument(parseText('某条例\n第一章　总则\n第一条　甲。\n第二条　依照第一条：\n（一）乙；\n（二）丙。\n丁。\n附件：\n名录\n甲\t乙\n丙\t丁'))

test('what is copied has its numbers and the words of its references', () => {
  expect(copiedText(doc.slice(0, doc.content.size), numberDocument(doc)).split('\n')).toEqual(['某条例', '第一章　总则', '第一条　甲。', '第二条　依照第一条：', '（一）乙；', '（二）丙。', '丁。', '名录', '甲\t乙', '丙\t丁'])
})

test('words inside one line are copied as they are', () => {
  const numbers = numberDocument(doc)
  const clause = numbers.nodes.find(({ label }) => label === '（一）')
  expect(copiedText(doc.slice((clause?.pos ?? 0) + 1, (clause?.pos ?? 0) + 2), numbers)).toBe('乙')
  expect(copiedText(Slice.empty, numbers)).toBe('')
})
