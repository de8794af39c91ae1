/** A value of a cell. A date is a legal date, `YYYY-MM-DD`, written as text so that no time zone moves it. */
export type CellValue = string | number | null

export type SheetColumn = { title: string; /** width in characters */ width?: number }

export type Spreadsheet = {
  sheetName: string
  columns: readonly SheetColumn[]
  rows: readonly (readonly CellValue[])[]
  /** the mark of the demonstration, printed above the head row */
  demo?: string
}

/** Names of sheets may not hold these, nor be longer than 31 characters (Excel). */
const sheetNameOf = (name: string): string => name.replace(/[\\/?*[\]:]/g, '_').slice(0, 31) || '清单'

/** Excel refuses longer cells; a cut one says so. */
const CELL_LIMIT = 32_767
const fit = (text: string): string => (text.length <= CELL_LIMIT ? text : `${text.slice(0, CELL_LIMIT - 12)}……（文字过长已截断）`)

/** Control characters that XML cannot hold are left out. */
const printable = (text: string): string => fit(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''))

/** Beyond it a column wraps its lines, as a column of words does on paper. */
const WIDEST = 56

/** Letters as wide as Chinese ones take two places. */
const places = (line: string): number => [...line].reduce((sum, letter) => sum + (/[\u2e80-\uffef]/u.test(letter) ? 2 : 1), 0)

/** As wide as its longest line; rows shorter than the head are notes below the list and set no width. */
function fittingWidth({ columns, rows }: Spreadsheet, at: number): number {
  const lines = rows.filter((row) => row.length >= columns.length).flatMap((row) => String(row[at] ?? '').slice(0, WIDEST * 4).split('\n'))
  return Math.min(WIDEST, lines.reduce((widest, line) => Math.max(widest, places(line) + 2), places(columns[at]?.title ?? '') + 4))
}

/** A list as .xlsx: head row bold and fixed, numbers as numbers, everything else as text (never a formula). */
export async function toXlsx(sheet: Spreadsheet): Promise<Uint8Array> {
  const { default: writeXlsxFile } = await import('write-excel-file/node')
  const demo = sheet.demo === undefined || sheet.demo === '' ? [] : [[{ value: sheet.demo, type: String, textColor: '#9A5B00' } as const]]
  const head = sheet.columns.map((column) => ({ value: column.title, type: String, fontWeight: 'bold', backgroundColor: '#EEF1F5', borderColor: '#BFC6D0', borderStyle: 'thin' }) as const)
  const rows = sheet.rows.map((row) =>
    row.map((value) => {
      if (value === null) return null
      return typeof value === 'number' ? ({ value, type: Number } as const) : ({ value: printable(value), type: String, wrap: true, alignVertical: 'top' } as const)
    }),
  )
  const file = writeXlsxFile([...demo, head, ...rows], {
    sheet: sheetNameOf(sheet.sheetName),
    columns: sheet.columns.map((column, at) => ({ width: column.width ?? fittingWidth(sheet, at) })),
    stickyRowsCount: demo.length + 1,
  })
  return new Uint8Array(await file.toBuffer())
}
