import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { damagedCharacters, decodeText, readPlainText } from './plain-text.ts'

const LAW = '第一条　为了加强养犬管理，根据有关法律，制定本条例。\r\n第二条　本市行政区域内的养犬活动，适用本条例。\r\n'
const utf16 = (text: string, bigEndian: boolean) => {
  const bytes = Buffer.from(text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}
/** 第一条　为加强管理，制定本办法。 in GBK */
const GBK = Buffer.from('b5dad2bbcce5'.replace('cce5', 'ccf5') + 'a1a1' + 'ceaabcd3c7bfb9dcc0ed' + 'a3ac' + 'd6c6b6a8b1beb0ecb7a8' + 'a1a3', 'hex')

describe('the encoding of a text file', () => {
  test.each([
    ['utf-8', Buffer.from(LAW), 'utf-8'],
    ['utf-8 with a mark', Buffer.from(`\ufeff${LAW}`), 'utf-8'],
    ['utf-16 LE with a mark', utf16(`\ufeff${LAW}`, false), 'utf-16le'],
    ['utf-16 BE with a mark', utf16(`\ufeff${LAW}`, true), 'utf-16be'],
    ['utf-16 LE without a mark', utf16(LAW, false), 'utf-16le'],
    ['utf-16 BE without a mark', utf16(LAW, true), 'utf-16be'],
  ])('%s is told by its bytes', (name, bytes, encoding) => {
    const decoded = decodeText(bytes)
    expect(decoded).toEqual({ text: LAW, encoding, damaged: false, marked: name.endsWith('with a mark') })
  })

  test('GBK is read as its superset GB18030', () => {
    expect(decodeText(GBK)).toEqual({ text: '第一条　为加强管理，制定本办法。', encoding: 'gb18030', damaged: false, marked: false })
  })

  test('whatever is written in UTF-8 is read back', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\u4e00-\u9fa5，。；：“”（）《》a-zA-Z0-9 \n]{0,200}$/), (text) => {
        expect(decodeText(Buffer.from(text)).text).toBe(text)
      }),
    )
  })

  test('a text with broken bytes is read as far as it goes and the line is told', () => {
    const bytes = Buffer.concat([Buffer.from('第一条　完好的一行。\n第二条　坏'), Buffer.from([0xe5, 0xff]), Buffer.from('了。\n')])
    const { blocks } = readPlainText(bytes)
    expect(blocks[0]).toMatchObject({ text: '第一条　完好的一行。' })
    expect(damagedCharacters(blocks)).toMatchObject([{ line: 2, code: 'damaged-characters', message: expect.stringContaining('第2行') }])
  })
})

test('characters of a private font are told', () => {
  expect(damagedCharacters([{ kind: 'line', text: '如下：\ue004', line: 7 }])).toMatchObject([{ line: 7, code: 'damaged-characters' }])
})

test('the lines are those of the source, and the marks of Markdown are left out', () => {
  const { blocks } = readPlainText(Buffer.from('# 标题\n\n第一条　甲。\r\n第二条　乙。\n'))
  expect(blocks.filter((b) => b.kind === 'line' && b.text.trim() !== '')).toEqual([
    { kind: 'line', text: '标题', line: 1 },
    { kind: 'line', text: '第一条　甲。', line: 3 },
    { kind: 'line', text: '第二条　乙。', line: 4 },
  ])
})
