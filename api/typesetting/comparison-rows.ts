import { comparisonTable as tableOf, type Comparison, threeTable, type ThreeComparison, type TableLine } from '../../law/compare/index.ts'
import type { Inline, PaperCell, PaperTable } from './paper-content.ts'

/** A piece of one side of a comparison: the number of an article, what both have, what is new, what is gone; `moved` where it stands elsewhere as well. */
export type ComparisonPiece = { text: string; change: 'same' | 'added' | 'gone' | 'label'; moved?: boolean }

/** One row of a 条文对照表; a side that has no such provision is empty. `between` is the second of three texts, `heading` a row of 编, 章 or 节. */
export type ComparisonRow = { before: readonly ComparisonPiece[]; between?: readonly ComparisonPiece[]; after: readonly ComparisonPiece[]; note?: string; heading?: true }

export type ComparisonMeta = {
  title: string
  /** what the columns are called; 现行 and 修改后 by default, of three 现行, 前一稿, 本稿 */
  beforeHeading?: string
  betweenHeading?: string
  afterHeading?: string
  noteHeading?: string
  /** said under the title: which versions are compared, how the marks are read */
  explanation?: string
  demo?: string
  draft?: string
}

export const ABSENT = '（无）'

const CHANGES = { plain: 'same', bold: 'added', struck: 'gone' } as const

/** Lines of a cell: every 款 begins two characters in, every article with its number. */
const piecesOf = (lines: readonly TableLine[]): ComparisonPiece[] =>
  lines.flatMap(({ label, runs }, at): ComparisonPiece[] => [
    { text: `${at === 0 ? '' : '\n'}　　`, change: 'same' },
    ...(label === '' ? [] : [{ text: label, change: 'label' } as const, { text: '　', change: 'same' } as const]),
    ...runs.map((run): ComparisonPiece => ({ text: run.text, change: CHANGES[run.style], ...(run.moveId === undefined ? {} : { moved: true }) })),
  ])

/** A heading stands in the middle of its cell, its words as those of a label. */
const headingOf = (lines: readonly TableLine[]): ComparisonPiece[] =>
  lines.flatMap(({ runs }) => runs.map((run): ComparisonPiece => ({ text: run.text, change: run.style === 'plain' ? 'label' : CHANGES[run.style] })))

/** Rows of the 条文对照表 of two texts, with the headings of their 编, 章 and 节. */
export const rowsOfComparison = (comparison: Comparison, options: { changedOnly?: boolean } = {}): ComparisonRow[] =>
  tableOf(comparison, options).map(({ is, before, after, remark }) =>
    is === 'heading'
      ? { before: headingOf(before), after: headingOf(after), note: remark, heading: true }
      : { before: piecesOf(before), after: piecesOf(after), note: remark })

/** Rows of the table of three texts. */
export const rowsOfThree = (comparison: ThreeComparison, options: { changedOnly?: boolean } = {}): ComparisonRow[] =>
  threeTable(comparison, options).map(({ is, a, b, c, remark }) =>
    is === 'heading'
      ? { before: headingOf(a), between: headingOf(b), after: headingOf(c), note: remark, heading: true }
      : { before: piecesOf(a), between: piecesOf(b), after: piecesOf(c), note: remark })

const inline = (piece: ComparisonPiece): Inline => {
  const moved = piece.moved ? { moved: true } : {}
  switch (piece.change) {
    case 'same':
      return piece.text
    case 'label':
      return { kind: 'label', text: piece.text }
    case 'added':
      return { kind: 'added', text: piece.text, ...moved }
    case 'gone':
      return { kind: 'gone', text: piece.text, ...moved }
    default: {
      const never: never = piece.change
      return never
    }
  }
}

const side = (pieces: readonly ComparisonPiece[]): PaperCell => (pieces.length === 0 ? { words: ABSENT, align: 'center' } : { words: pieces.map(inline), top: true })

/** The sides of a row from the left. */
export const sidesOf = (row: ComparisonRow, three: boolean): (readonly ComparisonPiece[])[] => [row.before, ...(three ? [row.between ?? []] : []), row.after]

/** A heading that all texts have alike is printed once over all columns: its pieces, null where the columns differ. */
export function headingOverAll(row: ComparisonRow, three: boolean): readonly ComparisonPiece[] | null {
  const sides = sidesOf(row, three)
  return row.heading && sides.every((pieces) => pieces.length > 0 && pieces.every(({ change }) => change === 'label')) ? row.after : null
}

export const isOfThree = (rows: readonly ComparisonRow[]): boolean => rows.some((row) => row.between !== undefined)

/** Headings of the columns, from the left. */
export function headingsOf(rows: readonly ComparisonRow[], meta: ComparisonMeta): string[] {
  const note = meta.noteHeading ?? '说明'
  return isOfThree(rows)
    ? [meta.beforeHeading ?? '现行', meta.betweenHeading ?? '前一稿', meta.afterHeading ?? '本稿', note]
    : [meta.beforeHeading ?? '现行', meta.afterHeading ?? '修改后', note]
}

/** The table of a comparison, for either kind of paper. */
export function comparisonTable(rows: readonly ComparisonRow[], meta: ComparisonMeta): PaperTable {
  const three = isOfThree(rows)
  const head = headingsOf(rows, meta).map((words): PaperCell => ({ words, header: true }))
  const body = rows.map((row): PaperCell[] => {
    const overAll = headingOverAll(row, three)
    if (overAll !== null) return [{ words: overAll.map(inline), align: 'center', columnSpan: head.length, keepNext: true }]
    const note: PaperCell = { words: row.note ?? '', top: true }
    if (row.heading) return [...sidesOf(row, three).map((pieces): PaperCell => ({ ...side(pieces), align: 'center', keepNext: true })), note]
    return [...sidesOf(row, three).map(side), note]
  })
  return { columnShares: three ? [4, 4, 4, 2] : [5, 5, 2], headerRowCount: 1, rows: [head, ...body] }
}

/** How the marks are read, said under the title. */
export function explanationOf(rows: readonly ComparisonRow[], meta: ComparisonMeta): string {
  if (meta.explanation !== undefined) return meta.explanation
  const moved = rows.some((row) => [...row.before, ...(row.between ?? []), ...row.after].some((piece) => piece.moved))
  return `加粗为新增文字，删除线为删去文字${moved ? '，另有点下划线的为移动的文字' : ''}。`
}
