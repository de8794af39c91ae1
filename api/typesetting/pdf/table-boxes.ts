import { TABLE } from '../../../law/paper/index.ts'
import { piecesOf, textOf, type PaperCell, type PaperTable } from '../paper-content.ts'
import type { Canvas, Run } from './canvas.ts'
import type { Box } from './flow.ts'
import { breakLines, type SetLine } from './line-breaking.ts'

const LINE_HEIGHT = 18
const PADDING_X = 5
const PADDING_Y = 5
const ROW_MINIMUM = 25.5

type LaidCell = { x: number; width: number; rowSpan: number; row: number; top: boolean; lines: SetLine[] }

/** Words of a cell as runs, one list a line (line breaks in the words are kept). */
export function cellRuns(cell: PaperCell): Run[][] {
  const lines: Run[][] = [[]]
  for (const inline of piecesOf(cell.words)) {
    const strong = typeof inline !== 'string' && (inline.kind === 'strong' || inline.kind === 'added')
    const face = cell.header || (typeof inline !== 'string' && inline.kind === 'label') ? 'black' : strong ? 'strong' : 'body'
    const mark = typeof inline === 'string' ? null : inline.kind === 'blank' || inline.kind === 'gone' ? inline.kind : null
    textOf(inline).split('\n').forEach((text, index) => {
      if (index > 0) lines.push([])
      lines.at(-1)?.push({ text, face, mark })
    })
  }
  return lines
}

const cellLines = (canvas: Canvas, cell: PaperCell, width: number): SetLine[] =>
  cellRuns(cell).flatMap((runs) => {
    const align = cell.align ?? (cell.header ? 'center' : 'left')
    return breakLines(canvas.glyphs(runs, TABLE.sizePoints), { width: width - 2 * PADDING_X, firstIndent: 0, tracking: 0, size: TABLE.sizePoints, align })
  })

/** Cells at their places on the grid; a cell that spans rows keeps its columns free below. */
const layCells = (canvas: Canvas, table: PaperTable, edges: readonly number[]): LaidCell[] => {
  const taken = new Map<number, number>()
  return table.rows.flatMap((cells, row) => {
    let column = 0
    const skipTaken = () => {
      while ((taken.get(column) ?? 0) > row) column += 1
    }
    return cells.map((cell): LaidCell => {
      skipTaken()
      const span = cell.columnSpan ?? 1
      const rowSpan = cell.rowSpan ?? 1
      const x = edges[Math.min(column, edges.length - 1)] ?? 0
      const width = (edges[Math.min(column + span, edges.length - 1)] ?? 0) - x
      for (let covered = column; covered < column + span; covered += 1) taken.set(covered, row + rowSpan)
      column += span
      return { x, width, rowSpan, row, top: cell.top ?? false, lines: cellLines(canvas, cell, width) }
    })
  })
}

const contentHeight = (lineCount: number): number => lineCount * LINE_HEIGHT + 2 * PADDING_Y

const rowHeights = (cells: readonly LaidCell[], rowCount: number): number[] => {
  const heights = Array.from({ length: rowCount }, () => ROW_MINIMUM)
  for (const cell of cells.filter(({ rowSpan }) => rowSpan === 1)) heights[cell.row] = Math.max(heights[cell.row] ?? 0, contentHeight(cell.lines.length))
  for (const cell of cells.filter(({ rowSpan }) => rowSpan > 1)) {
    const last = cell.row + cell.rowSpan - 1
    const has = heights.slice(cell.row, last + 1).reduce((sum, height) => sum + height, 0)
    heights[last] = (heights[last] ?? 0) + Math.max(0, contentHeight(cell.lines.length) - has)
  }
  return heights
}

const drawCell = (canvas: Canvas, cell: LaidCell, left: number, top: number, height: number): void => {
  canvas.frame(left + cell.x, top, cell.width, height)
  let y = cell.top ? top + PADDING_Y : top + (height - cell.lines.length * LINE_HEIGHT) / 2
  for (const line of cell.lines) {
    canvas.line(line, left + cell.x + PADDING_X, y + LINE_HEIGHT * 0.5 + TABLE.sizePoints * 0.37, TABLE.sizePoints)
    y += LINE_HEIGHT
  }
}

/** Rows that stand together because a cell spans them. */
const rowBands = (cells: readonly LaidCell[], rowCount: number): { from: number; to: number }[] => {
  const bands: { from: number; to: number }[] = []
  for (let row = 0; row < rowCount; row += 1) {
    let to = row
    for (let inner = row; inner <= to; inner += 1) {
      for (const cell of cells) if (cell.row === inner) to = Math.max(to, inner + cell.rowSpan - 1)
    }
    bands.push({ from: row, to: Math.min(to, rowCount - 1) })
    row = to
  }
  return bands
}

const bandBox = (cells: readonly LaidCell[], heights: readonly number[], band: { from: number; to: number }, left: number, repeat: Box | undefined): Box => {
  const inBand = cells.filter((cell) => cell.row >= band.from && cell.row <= band.to)
  const height = heights.slice(band.from, band.to + 1).reduce((sum, each) => sum + each, 0)
  const draw: Box['draw'] = (canvas, y) => {
    for (const cell of inBand) {
      const above = heights.slice(band.from, cell.row).reduce((sum, each) => sum + each, 0)
      const own = heights.slice(cell.row, cell.row + cell.rowSpan).reduce((sum, each) => sum + each, 0)
      drawCell(canvas, cell, left, y + above, own)
    }
  }
  const split: Box['split'] = (available) => {
    const lineCount = Math.floor((available - 2 * PADDING_Y) / LINE_HEIGHT)
    const tallest = Math.max(...inBand.map((cell) => cell.lines.length))
    if (band.from !== band.to || lineCount < 3 || tallest - lineCount < 1) return null
    const part = (from: number, to: number): Box => {
      const parts = inBand.map((cell) => ({ ...cell, row: 0, lines: cell.lines.slice(from, to) }))
      return bandBox(parts, rowHeights(parts, 1), { from: 0, to: 0 }, left, repeat)
    }
    return { head: part(0, lineCount), tail: part(lineCount, tallest) }
  }
  return { height, keepNext: false, draw, split, ...(repeat ? { repeat } : {}) }
}

/** A table as boxes, one for each row or for rows that a cell holds together; head rows come again on each page. */
export function tableBoxes(canvas: Canvas, table: PaperTable, left: number, width: number): Box[] {
  const total = table.columnShares.reduce((sum, share) => sum + share, 0)
  const edges = [0]
  for (const share of table.columnShares) edges.push((edges.at(-1) ?? 0) + (width * share) / total)
  const cells = layCells(canvas, table, edges)
  const heights = rowHeights(cells, table.rows.length)
  const headCount = table.headerRowCount ?? 0
  const head = headCount > 0 ? bandBox(cells, heights, { from: 0, to: headCount - 1 }, left, undefined) : undefined
  return rowBands(cells, table.rows.length).map((band) => {
    const isHead = band.from < headCount
    return { ...bandBox(cells, heights, band, left, isHead ? undefined : head), keepNext: isHead || table.rows.slice(band.from, band.to + 1).some((row) => row.some((cell) => cell.keepNext)) }
  })
}
