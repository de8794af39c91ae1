import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cutBlocks, lengthOf, type Measured, type PaperBlock, type PaperRun, placeCuts, type PlacedCut, sliceRuns } from './paper-pages.ts'

const page = { height: 100, rowLine: 5, rowPadding: 2 }
const paragraph = (words: string, keep = false): PaperBlock => ({ kind: 'paragraph', runs: [words], keep })
/** Blocks one below the other: paragraphs by lines of ten, rows by their heights. */
function measure(parts: readonly (number | readonly number[] | 'gap' | 'break')[], keeps: readonly number[] = []): Measured[] {
  let y = 0
  return parts.map((part, at): Measured => {
    const top = y
    if (part === 'break') return { kind: 'break' }
    if (part === 'gap') return { kind: 'gap', top, bottom: (y += 10) }
    if (typeof part === 'number') return { kind: 'text', top, bottom: (y += part * 10), lines: part, keep: keeps.includes(at) }
    return { kind: 'table', rows: part.map((height) => ({ top: y, bottom: (y += height), lines: Math.floor((height - 2) / 5) })) }
  })
}
const table = (rows: number, head = 1, keep = false): PaperBlock => ({ kind: 'table', shares: [1], head, keep, rows: Array.from({ length: rows }, (_, at) => [{ runs: [`行${at}`] }]) })
const places = (blocks: readonly PaperBlock[], measured: readonly Measured[]): [number, number, number][] => placeCuts(blocks, measured, page).map((c) => [c.block, c.at, c.line])

describe('where a page begins', () => {
  test('is between two lines of a paragraph', () => expect(places([paragraph('甲'), paragraph('乙')], measure([8, 5]))).toEqual([[1, 2, 0]]))
  test('is before a heading, never after it', () => expect(places([paragraph('甲'), paragraph('题', true), paragraph('乙')], measure([9, 1, 4], [1]))).toEqual([[1, 0, 0]]))
  test('is where its maker broke it', () => expect(places([paragraph('甲'), { kind: 'break' }, paragraph('乙')], measure([2, 'break', 2]))).toEqual([[2, 0, 0]]))
  test('leaves out a blank line, which takes no room there', () => {
    const blocks: PaperBlock[] = [paragraph('甲'), { kind: 'gap' }, paragraph('乙')]
    expect(places(blocks, measure([10, 'gap', 10]))).toEqual([[1, 0, 0]])
    expect(cutBlocks(blocks, [{ block: 1, at: 0, line: 0, offsets: [] }])).toEqual([[blocks[0]], [blocks[2]]])
  })
  test('is between two rows, and the head comes again and takes its room', () => {
    expect(places([paragraph('甲'), table(6)], measure([3, [10, 30, 30, 30, 30, 30]]))).toEqual([[1, 3, 0]])
    expect(places([table(6)], measure([[10, 40, 40, 40, 40, 40]]))).toEqual([[0, 3, 0], [0, 5, 0]])
  })
  test('is before the last row of a table that is signed, so that the signature does not stand alone', () => {
    const signed: PaperBlock[] = [table(4, 1, true), { kind: 'gap' }, paragraph('署名')]
    expect(places(signed, measure([[10, 25, 25, 25], 'gap', 1]))).toEqual([[0, 3, 0]])
  })
  test('is not between rows that a cell holds together', () => {
    const rows: PaperBlock = { kind: 'table', shares: [1, 1], head: 0, rows: [[{ runs: ['甲'] }], [{ runs: ['乙'], rowSpan: 2 }], [{ runs: ['丙'] }], [{ runs: ['丁'] }]] }
    expect(places([rows], measure([[40, 40, 40, 10]]))).toEqual([[0, 1, 0]])
  })
  test('is inside a row that is too tall for what is left, with three lines at least', () => {
    expect(places([table(3)], measure([[10, 50, 62]]))).toEqual([[0, 2, 7]])
    expect(places([table(3)], measure([[10, 78, 62]]))).toEqual([[0, 2, 0]])
    expect(places([table(2)], measure([[10, 402]])).length).toBe(4)
  })
})

describe('the blocks of a page', () => {
  test('are the parts of a paragraph, which say that they are parts', () => {
    const runs: PaperRun[] = ['一二三', { fillIn: 'x', words: '四五' }, '六']
    expect(cutBlocks([{ kind: 'paragraph', runs }], [{ block: 0, at: 1, line: 0, offsets: [4] }])).toEqual([
      [{ kind: 'paragraph', runs: ['一二三', { fillIn: 'x', words: '四' }], part: 'begun' }],
      [{ kind: 'paragraph', runs: [{ fillIn: 'x', words: '五' }, '六'], part: 'rest' }],
    ])
  })
  test('are rows under the head of their table, and parts of a row', () => {
    const cuts: PlacedCut[] = [{ block: 0, at: 2, line: 0, offsets: [] }, { block: 0, at: 2, line: 3, offsets: [1] }]
    const rows = cutBlocks([table(4)], cuts).map((blocks) => blocks.flatMap((b) => (b.kind === 'table' ? b.rows.map((r) => r.map((c) => c.runs.join('')).join('|')) : [])))
    expect(rows).toEqual([['行0', '行1'], ['行0', '行'], ['行0', '2', '行3']])
  })
  test('lose no word, whatever the heights', () => {
    const blocksAndHeights = fc.array(fc.oneof(fc.integer({ min: 1, max: 30 }), fc.array(fc.integer({ min: 4, max: 300 }), { minLength: 2, maxLength: 8 }), fc.constant('gap' as const), fc.constant('break' as const)), { minLength: 1, maxLength: 8 })
    fc.assert(fc.property(blocksAndHeights, fc.array(fc.nat(7)), (parts, keeps) => {
      const blocks = parts.map((part, at): PaperBlock => (part === 'gap' || part === 'break' ? { kind: part } : typeof part === 'number' ? paragraph(`${at}`.repeat(part), keeps.includes(at)) : table(part.length)))
      const cuts = placeCuts(blocks, measure(parts, keeps), page).map((cut): PlacedCut => {
        const block = blocks[cut.block]
        return { ...cut, offsets: block?.kind === 'table' ? (block.rows[cut.at] ?? []).map((cell) => Math.min(cut.line, lengthOf(cell.runs))) : [cut.at] }
      })
      const words = (list: readonly PaperBlock[]): string => list.flatMap((b) => (b.kind === 'table' ? b.rows.slice(b.head).flatMap((r) => r.flatMap((c) => c.runs)) : 'runs' in b ? b.runs : [])).join('')
      expect(cutBlocks(blocks, cuts).map(words).join('')).toBe(words(blocks))
    }))
  })
  test('a slice of runs has the words between its offsets', () => {
    fc.assert(fc.property(fc.array(fc.string()), fc.nat(40), fc.nat(40), (runs, a, b) => {
      expect(sliceRuns(runs, Math.min(a, b), Math.max(a, b)).join('')).toBe(runs.join('').slice(Math.min(a, b), Math.max(a, b)))
    }))
  })
})
