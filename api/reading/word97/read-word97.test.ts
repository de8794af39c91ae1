import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readDocument } from '../index.ts'
import { Refusal } from '../result.ts'
import { word97File } from '../testing/word97-file.ts'
import { readWord97 } from './read-word97.ts'

const lines = (file: Buffer): string[] => {
  const result = readWord97(file)
  if (result?.status !== 'read') throw new Error(result === null ? 'not read' : result.status)
  return result.blocks.map((block) => (block.kind === 'line' ? block.text : ''))
}
const text = '某办法\r　　第一条　甲。\u000b　　第二条　乙。\r'

describe('a Word 97 file', () => {
  test('gives its paragraphs as a reader sees them', () => {
    expect(lines(word97File({ text }))).toEqual(['某办法', '第一条　甲。', '第二条　乙。'])
  })

  test('shows the result of a field, not its instruction', () => {
    expect(lines(word97File({ text: '甲\u0013 PAGEREF \u0013x\u0014y\u0015 \u0014第3页\u0015乙\r' }))).toEqual(['甲第3页乙'])
  })

  test('gives the rows of a table line by line and says so', async () => {
    const file = word97File({ text: '表\r序号\u0007项目\u0007\u00071\u0007停车\u0007\u0007完\r' })
    expect(lines(file)).toEqual(['表', '序号\t项目', '1\t停车', '完'])
    expect(await readDocument({ source: file, fileName: '甲.doc' })).toMatchObject({ status: 'read', format: 'doc', problems: [{ line: 2, code: 'unplaced' }] })
  })

  test.each([
    ['an automatic number', { paragraph: [0x0b, 0x46, 1, 0] }],
    ['an automatic number after other properties', { paragraph: [0x03, 0x24, 1, 0x0b, 0x46, 2, 0] }],
    ['a style that numbers', { style: [0x0b, 0x46, 3, 0] }],
    ['hidden words', { character: [0x3c, 0x08, 1] }],
    ['inserted words', { character: [0x01, 0x08, 1] }],
    ['deleted words', { character: [0x00, 0x08, 1] }],
    ['changes that a piece carries', { pieceProperty: 4 }],
    ['an older version', { version: 0x68 }],
  ])('with %s is kept, and a docx is asked for', async (_, options) => {
    const file = word97File({ text, ...options })
    expect(readWord97(file)).toBeNull()
    expect(await readDocument({ source: file, fileName: '甲.doc' })).toMatchObject({ status: 'stored', reason: expect.stringMatching(/请.*docx/) })
  })

  test.each([
    ['a list that is switched off', { paragraph: [0x0b, 0x46, 0, 0] }],
    ['bold words', { character: [0x35, 0x08, 1] }],
    ['a style without numbers', { style: [0x03, 0x24, 1] }],
  ])('with %s is read', (_, options) => expect(lines(word97File({ text, ...options })).length).toBe(3))

  test('with a password is refused', () => expect(() => readWord97(word97File({ text, flags: 0x0300 }))).toThrow(Refusal))

  test('that is damaged is kept or read, and nothing falls over', () => {
    const whole = word97File({ text })
    fc.assert(
      fc.property(fc.array(fc.record({ at: fc.nat(whole.length - 1), value: fc.nat(255) }), { maxLength: 20 }), fc.integer({ min: 0, max: whole.length }), (damage, cut) => {
        const file = Buffer.from(whole.subarray(0, cut === 0 ? whole.length : cut))
        for (const { at, value } of damage) if (at < file.length) file[at] = value
        try {
          const result = readWord97(file)
          expect(result === null || result.status === 'read').toBe(true)
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
      }),
      { numRuns: 500 },
    )
  })
})
