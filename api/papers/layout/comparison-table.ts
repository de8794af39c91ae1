import { docxTable, bodyParagraph, centred, FONTS, section } from './docx-parts.ts'
import { BODY, PAGE, TITLE } from './figures.ts'
import type { Inline, PaperCell } from './paper-content.ts'
import { titleLines } from './title-lines.ts'
import { packDocument } from './to-docx.ts'

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
export function comparisonCells(rows: readonly ComparisonRow[], meta: ComparisonMeta): PaperCell[][] {
  const head = [meta.beforeHeading ?? '现行', meta.afterHeading ?? '修改后', meta.noteHeading ?? '说明'].map((words): PaperCell => ({ words, header: true }))
  return [head, ...rows.map((row) => [side(row.before), side(row.after), { words: row.note ?? '' }])]
}

/** 条文对照表 as .docx, on the sheet turned: new words bold, words that are gone struck out. */
export async function toComparisonTableDocx(rows: readonly ComparisonRow[], meta: ComparisonMeta): Promise<Uint8Array> {
  const small = { size: BODY.sizeHalfPoints - 8, characterSpacing: 0 }
  const explanation = meta.explanation ?? '加粗为新增文字，删除线为删去文字。'
  const children = [
    ...titleLines(meta.title, 28).map((line) => centred(line, { font: FONTS.title, size: TITLE.sizePoints * 2 }, TITLE.lineTwips, { keepNext: true })),
    bodyParagraph(explanation, small, { indent: { firstLine: 0 } }),
    docxTable({ columnShares: [5, 5, 2], headerRowCount: 1, rows: comparisonCells(rows, meta) }, PAGE.textHeightMm),
  ]
  return packDocument([section(children, meta, 'landscape')], meta.title)
}
