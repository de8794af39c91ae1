/** Tables in annexes and articles: cells, rows, columns. Merged cells stay as they are; rows and columns are counted by cell. */
import { Fragment, type Node, type Schema } from 'prosemirror-model'
import { type Command, type EditorState, TextSelection } from 'prosemirror-state'
import { type Around, around, attribute, typeOf } from './around.ts'

type Here = { table: Around; row: Around; cell: Around }

function here(state: EditorState): Here | null {
  const { $from } = state.selection
  const table = around($from, 'table')
  const row = around($from, 'table_row')
  const cell = around($from, 'table_cell')
  return table === null || row === null || cell === null ? null : { table, row, cell }
}

const emptyCell = (schema: Schema, header = false): Node => typeOf(schema, 'table_cell').create({ header }, typeOf(schema, 'cell_line').create())
const span = (cell: Node): number => Number(cell.attrs['columnSpan'])
const columnsOf = (table: Node): number => Math.max(0, ...table.children.map((row) => row.children.reduce((sum, cell) => sum + span(cell), 0)))

const emptyRow = (schema: Schema, columns: number): Node => typeOf(schema, 'table_row').create(null, Array.from({ length: columns }, () => emptyCell(schema)))

/** Tab and Shift-Tab in a table: the next cell or the one before; behind the last one a new row begins. */
export const nextCell =
  (by: 1 | -1): Command =>
  (state, dispatch) => {
    const place = here(state)
    if (place === null) return false
    const cells: number[] = []
    place.table.node.descendants((node, pos) => {
      if (node.type.name === 'table_cell') cells.push(place.table.pos + 1 + pos)
      return node.type.name !== 'table_cell'
    })
    const target = cells[cells.indexOf(place.cell.pos) + by]
    if (target === undefined) return by > 0 ? addRow(state, dispatch) : true
    const node = state.doc.nodeAt(target)
    dispatch?.(state.tr.setSelection(TextSelection.between(state.doc.resolve(target + 2), state.doc.resolve(target + (node?.nodeSize ?? 4) - 2))).scrollIntoView())
    return true
  }

/** A row below that of the caret. */
export const addRow: Command = (state, dispatch) => {
  const place = here(state)
  if (place === null) return false
  if (dispatch) {
    const { tr } = state
    tr.insert(place.row.end, emptyRow(state.schema, Math.max(1, columnsOf(place.table.node))))
    dispatch(tr.setSelection(TextSelection.create(tr.doc, place.row.end + 3)).scrollIntoView())
  }
  return true
}

/** The place in the table grid at which a cell of a row begins. */
function columnOf(row: Node, index: number): number {
  let column = 0
  for (let i = 0; i < index; i += 1) column += span(row.child(i))
  return column
}

/** The table with other rows, the caret in a cell of it; without rows the table goes. */
function replaceTable(state: EditorState, { table }: Here, rows: readonly Node[], at: { row: number; cell: number }): ReturnType<EditorState['tr']['setSelection']> {
  const { tr } = state
  const rowIndex = Math.min(at.row, rows.length - 1)
  const row = rows[rowIndex]
  if (row === undefined) {
    tr.delete(table.pos, table.end)
    return tr.setSelection(TextSelection.near(tr.doc.resolve(table.pos), -1)).scrollIntoView()
  }
  tr.replaceWith(table.pos, table.end, table.node.copy(Fragment.fromArray([...rows])))
  let caret = table.pos + 2
  for (const before of rows.slice(0, rowIndex)) caret += before.nodeSize
  for (const before of row.children.slice(0, Math.min(at.cell, row.childCount - 1))) caret += before.nodeSize
  return tr.setSelection(TextSelection.near(tr.doc.resolve(caret + 1))).scrollIntoView()
}

/** A column right of that of the caret. A cell that spans the place grows. */
export const addColumn: Command = (state, dispatch) => {
  const place = here(state)
  if (place === null) return false
  const column = columnOf(place.row.node, place.cell.index) + span(place.cell.node)
  const rows = place.table.node.children.map((row) => {
    const cells: Node[] = []
    let at = 0
    let placed = false
    for (const cell of row.children) {
      if (!placed && at >= column) {
        cells.push(emptyCell(state.schema, cell.attrs['header'] === true))
        placed = true
      }
      const spans: boolean = !placed && at < column && at + span(cell) > column
      cells.push(spans ? cell.type.create({ ...cell.attrs, columnSpan: span(cell) + 1 }, cell.content) : cell)
      placed ||= spans
      at += span(cell)
    }
    if (!placed) cells.push(emptyCell(state.schema, row.lastChild?.attrs['header'] === true))
    return row.copy(Fragment.fromArray(cells))
  })
  dispatch?.(replaceTable(state, place, rows, { row: place.row.index, cell: place.cell.index + 1 }))
  return true
}

/** The row of the caret; the last one takes the table with it. */
export const deleteRow: Command = (state, dispatch) => {
  const place = here(state)
  if (place === null) return false
  const rows = place.table.node.children.filter((_row, index) => index !== place.row.index)
  dispatch?.(replaceTable(state, place, rows, { row: place.row.index, cell: place.cell.index }))
  return true
}

/** The column of the caret; a cell that spans more than it shrinks. The last one takes the table with it. */
export const deleteColumn: Command = (state, dispatch) => {
  const place = here(state)
  if (place === null) return false
  const column = columnOf(place.row.node, place.cell.index)
  const rows = place.table.node.children
    .map((row) => {
      let at = 0
      const cells = row.children.flatMap((cell) => {
        const from = at
        at += span(cell)
        if (column < from || column >= at) return [cell]
        return span(cell) > 1 ? [cell.type.create({ ...cell.attrs, columnSpan: span(cell) - 1 }, cell.content)] : []
      })
      return row.copy(Fragment.fromArray(cells))
    })
    .filter((row) => row.childCount > 0)
  dispatch?.(replaceTable(state, place, rows, { row: place.row.index, cell: place.cell.index }))
  return true
}

const NEW_ROWS = 3
const NEW_COLUMNS = 3

/** A table of three rows after the line of the caret, in an annex or an article. */
export const insertTable: Command = (state, dispatch) => {
  const line = around(state.selection.$from, 'annex_line', 'annex_title', 'clause')
  if (line === null || here(state) !== null) return false
  if (dispatch) {
    const { tr, schema } = state
    const head = typeOf(schema, 'table_row').create(null, Array.from({ length: NEW_COLUMNS }, () => emptyCell(schema, true)))
    tr.insert(line.end, typeOf(schema, 'table').create(null, [head, ...Array.from({ length: NEW_ROWS - 1 }, () => emptyRow(schema, NEW_COLUMNS))]))
    dispatch(tr.setSelection(TextSelection.create(tr.doc, line.end + 4)).scrollIntoView())
  }
  return true
}

/** An annex behind those that are there. */
export const insertAnnex: Command = (state, dispatch) => {
  if (dispatch) {
    const { tr, schema, doc } = state
    const annexes = doc.children.filter(({ type }) => type.name === 'annex')
    let at = 0
    doc.forEach((node, pos) => { if (node.type.name !== 'closing') at = pos + node.nodeSize })
    const label = annexes.length === 0 ? '附件' : attribute(annexes.at(-1) ?? doc, 'label')
    tr.insert(at, typeOf(schema, 'annex').create({ label }, [typeOf(schema, 'annex_title').create(), typeOf(schema, 'annex_line').create()]))
    dispatch(tr.setSelection(TextSelection.create(tr.doc, at + 2)).scrollIntoView())
  }
  return true
}

/** Enter in a line of an annex, a cell, the title or a closing line: the next line of the same kind. */
export const splitLine: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  const line = around($from, 'annex_line', 'cell_line', 'annex_title', 'closing', 'matter')
  if (line === null || !$from.sameParent($to)) return false
  if (dispatch) {
    const { tr } = state
    tr.deleteSelection()
    const next = line.node.type.name === 'annex_title' ? typeOf(state.schema, 'annex_line') : line.node.type
    const title = attribute(line.node, 'role') === 'title'
    tr.split(tr.selection.from, 1, [{ type: next, attrs: title ? { role: 'preamble' } : line.node.type === next ? line.node.attrs : null }])
    dispatch(tr.scrollIntoView())
  }
  return true
}

/** Backspace before the title of an annex that holds nothing: the annex goes. */
export const dissolveAnnex: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const annex = around($from, 'annex')
  if (!empty || annex === null || $from.parentOffset > 0 || $from.parent.type.name !== 'annex_title') return false
  if (annex.node.textContent === '' && dispatch) {
    const { tr } = state
    tr.delete(annex.pos, annex.end)
    dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(annex.pos), -1)).scrollIntoView())
  }
  return true
}
