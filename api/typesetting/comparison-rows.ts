import type { Inline, PaperCell, PaperTable } from './paper-content.ts'

/** A piece of one side of a comparison: what both have, what is new, what is gone. */
export type ComparisonPiece = { text: string; change: 'same' | 'added' | 'gone' }

/** One row of a 条文对照表; a side that has no such provision is empty. */
export type ComparisonRow = { before: readonly ComparisonPiece[]; after: readonly ComparisonPiece[]; note?: string }

export type ComparisonMeta = {
  title: string
  /** what the columns are called; 现行 and 修改后 by default */
  beforeHeading?: string
  afterHeading?: string
  noteHeading?: string
  /** said under the title: which versions are compared, how the marks are read */
  explanation?: string
  demo?: string
  draft?: string
}

const ABSENT = '（无）'

const inline = (piece: ComparisonPiece): Inline => {
  switch (piece.change) {
    case 'same':
      return piece.text
    case 'added':
      return { kind: 'added', text: piece.text }
    case 'gone':
      return { kind: 'gone', text: piece.text }
    default: {
      const never: never = piece.change
      return never
    }
  }
}

const side = (pieces: readonly ComparisonPiece[]): PaperCell => (pieces.length === 0 ? { words: ABSENT, align: 'center' } : { words: pieces.map(inline) })

/** The table of a comparison, for either kind of paper. */
export function comparisonTable(rows: readonly ComparisonRow[], meta: ComparisonMeta): PaperTable {
  const head = [meta.beforeHeading ?? '现行', meta.afterHeading ?? '修改后', meta.noteHeading ?? '说明'].map((words): PaperCell => ({ words, header: true }))
  const body = rows.map((row): PaperCell[] => [side(row.before), side(row.after), { words: row.note ?? '' }])
  return { columnShares: [5, 5, 2], headerRowCount: 1, rows: [head, ...body] }
}

/** How the marks are read, said under the title. */
export const explanationOf = (meta: ComparisonMeta): string => meta.explanation ?? '加粗为新增文字，删除线为删去文字。'
