import type { Table, TableCell } from '../../../law/text/tree.ts'

export type CellDraft = { columnSpan: number; merge: 'none' | 'restart' | 'continue'; continuesLeft: boolean; lines: string[] }
export type RowDraft = { cells: CellDraft[]; header: boolean; skipBefore: number; skipAfter: number; removed: boolean; /** the row came or went as a revision */ revision: { kind: 'ins' | 'del'; author: string; date: string } | null }

export const newCell = (): CellDraft => ({ columnSpan: 1, merge: 'none', continuesLeft: false, lines: [] })
export const newRow = (): RowDraft => ({ cells: [], header: false, skipBefore: 0, skipAfter: 0, removed: false, revision: null })

const blank = (columnSpan: number): CellDraft => ({ ...newCell(), columnSpan })

/** Joins cells merged to the left (the old `w:hMerge`) and fills what a row leaves out at its ends. */
const levelRow = (row: RowDraft): CellDraft[] => {
  const cells: CellDraft[] = row.skipBefore > 0 ? [blank(row.skipBefore)] : []
  for (const cell of row.cells) {
    const left = cells.at(-1)
    if (cell.continuesLeft && left) left.columnSpan += cell.columnSpan
    else cells.push({ ...cell })
  }
  if (row.skipAfter > 0) cells.push(blank(row.skipAfter))
  return cells
}

/** Merged cells as a reader sees them: one cell with its spans, at the place of its first part. */
export function buildTable(drafts: readonly RowDraft[]): Table {
  const rows: TableCell[][] = []
  const openByColumn = new Map<number, TableCell>()
  for (const draft of drafts) {
    if (draft.removed) continue
    const row: TableCell[] = []
    let column = 0
    for (const cell of levelRow(draft)) {
      const above = openByColumn.get(column)
      if (cell.merge === 'continue' && above) {
        above.rowSpan += 1
      } else {
        const placed: TableCell = { text: cell.lines.join('\n').trim(), columnSpan: cell.columnSpan, rowSpan: 1, header: draft.header }
        row.push(placed)
        for (let covered = column; covered < column + cell.columnSpan; covered += 1) openByColumn.delete(covered)
        if (cell.merge === 'restart') openByColumn.set(column, placed)
      }
      column += cell.columnSpan
    }
    rows.push(row)
  }
  return { rows }
}

/** A table inside a cell cannot be kept as such: its rows become lines, its cells stand apart by tabs. */
export const flattenTable = (drafts: readonly RowDraft[]): string[] =>
  drafts.filter((row) => !row.removed).map((row) => row.cells.map((cell) => cell.lines.join(' ')).join('\t')).filter((line) => line.trim() !== '')
