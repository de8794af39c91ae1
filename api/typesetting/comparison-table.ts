import { comparisonTable, explanationOf, type ComparisonMeta, type ComparisonRow } from './comparison-rows.ts'
import { bodyParagraph, centred, docxTable, FONTS, section } from './docx-parts.ts'
import { BODY, PAGE, TITLE, titleLines } from '../../law/paper/index.ts'
import { packDocument } from './to-docx.ts'

/** 条文对照表 as .docx, on the sheet turned: new words bold, words that are gone struck out. */
export async function toComparisonTableDocx(rows: readonly ComparisonRow[], meta: ComparisonMeta): Promise<Uint8Array> {
  const small = { size: BODY.sizeHalfPoints - 8, characterSpacing: 0 }
  const children = [
    ...titleLines(meta.title, 28).map((line) => centred(line, { font: FONTS.title, size: TITLE.sizePoints * 2 }, TITLE.lineTwips, { keepNext: true })),
    bodyParagraph(explanationOf(rows, meta), small, { indent: { firstLine: 0 } }),
    docxTable(comparisonTable(rows, meta), PAGE.textHeightMm),
  ]
  return packDocument([section(children, meta, 'landscape')], meta.title)
}
