import { diffArrays } from 'diff'
import { type SourceBlock, type Table } from '../../../law/text/index.ts'
import type { Cell, Piece } from './cover-cells.ts'
import { packed } from './packed.ts'

/** A stretch that holds tables: the cells of the side that knows them, the printed pieces of the other. */
export type TableZone = { place: string; cells: Cell[]; headRows: Cell[][]; pieces: Piece[] }
export type WithoutTables = { printed: SourceBlock[]; structured: SourceBlock[]; zones: TableZone[] }

const LABEL = /^\s*(附[件表录图]\s*[一二三四五六七八九十\d]*|第[一二三四五六七八九十百千零〇\d]+条(?:之[一二三四五六七八九十]+)?)/

/**
 * Takes tables out of two texts of which one knows its tables (Word) and the other has them printed line by line (PDF).
 * A zone reaches from the last line before a table that both sides have to the next one after it.
 */
export function takeTablesOut(printed: readonly SourceBlock[], structured: readonly SourceBlock[]): WithoutTables {
  const kept: Pick<WithoutTables, 'printed' | 'structured'> = { printed: [], structured: [] }
  const zones: TableZone[] = []
  let place = '表格'
  for (const { left, right, shared } of stretches(printed, structured)) {
    const tables = right.flatMap((block) => (block.kind === 'table' ? [block.table] : []))
    if (shared || tables.length === 0) {
      kept.printed.push(...left)
      kept.structured.push(...right)
    } else {
      zones.push({ place: labelOf(right) ?? place, cells: cellsOf(right), headRows: tables.map(headOf).filter((cells) => cells.length > 0), pieces: withoutRepeatedHeads(left.map(wordsOf), tables).flatMap(piecesOf) })
    }
    place = labelOf(right) ?? place
  }
  return { ...kept, zones }
}

type Stretch = { left: SourceBlock[]; right: SourceBlock[]; shared: boolean }

function stretches(left: readonly SourceBlock[], right: readonly SourceBlock[]): Stretch[] {
  const result: Stretch[] = []
  // a table is equal to nothing, so it always lies between two shared lines
  const parts = diffArrays([...left], [...right], { comparator: (a, b) => a.kind === 'line' && b.kind === 'line' && packed(a.text) === packed(b.text) })
  let [i, j] = [0, 0]
  for (const part of parts) {
    const count = part.value.length
    const shared = !part.added && !part.removed
    const last = result.at(-1)
    const open = !shared && last !== undefined && !last.shared ? last : { left: [], right: [], shared }
    if (open !== last) result.push(open)
    if (!part.added) {
      open.left.push(...left.slice(i, i + count))
      i += count
    }
    if (!part.removed) {
      open.right.push(...right.slice(j, j + count))
      j += count
    }
  }
  return result
}

const wordsOf = (block: SourceBlock): string => (block.kind === 'line' ? block.text : block.table.rows.flat().map(({ text }) => text).join('\u3000'))
const piecesOf = (words: string, line: number): Piece[] => words.split(/\s+/u).map((text) => ({ text: packed(text), line })).filter(({ text }) => text !== '')
const labelOf = (blocks: readonly SourceBlock[]): string | null => {
  const last = blocks.findLast((block) => block.kind === 'line' && LABEL.test(block.text))
  return last?.kind === 'line' ? packed(LABEL.exec(last.text)?.[1] ?? '') : null
}

function cellsOf(blocks: readonly SourceBlock[]): Cell[] {
  const rows = blocks.flatMap((block) => (block.kind === 'line' ? [[block.text]] : block.table.rows.map((row) => row.map(({ text }) => text))))
  return rows.flatMap((row, at) => row.map((text) => ({ text: packed(text), row: at })).filter(({ text }) => text !== ''))
}

/** The rows that a printer repeats on each page: those marked as head, or the first one. */
function headOf(table: Table): Cell[] {
  const marked = table.rows.filter((row) => row.length > 0 && row.every(({ header }) => header))
  const rows = marked.length > 0 && marked.length < table.rows.length ? marked : table.rows.slice(0, 1)
  return rows.flatMap((row, at) => row.map(({ text }) => ({ text: packed(text), row: at })).filter(({ text }) => text !== ''))
}

/** Each head row stays once for each table that has it; one that wrapped is recognised later, by its pieces. */
function withoutRepeatedHeads(lines: readonly string[], tables: readonly Table[]): string[] {
  const owed = new Map<string, number>()
  for (const table of tables) {
    const head = headOf(table)
    for (const row of new Set(head.map((cell) => cell.row))) {
      const words = head.filter((cell) => cell.row === row).map(({ text }) => text).join('')
      owed.set(words, (owed.get(words) ?? 0) + 1)
    }
  }
  return lines.filter((line) => {
    const left = owed.get(packed(line))
    if (left === undefined) return true
    owed.set(packed(line), left - 1)
    return left > 0
  })
}
