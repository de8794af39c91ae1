import { comparisonTable, explanationOf, type ComparisonMeta, type ComparisonRow } from './comparison-rows.ts'
import type { PaperContent, SheetContent } from './paper-content.ts'
import type { TrackedContent } from './tracked-content.ts'

/** Official papers out as .docx, PDF and .xlsx. No database here; the writers are loaded when first used. */
export { blanksOf, plainText, printedDate } from './paper-content.ts'
export type { Block, Inline, PaperCell, PaperContent, PaperTable, SheetContent, Words } from './paper-content.ts'
export type { PaperRevision, TrackedBlock, TrackedContent, TrackedInline } from './tracked-content.ts'
export { rowsOfComparison, rowsOfThree, type ComparisonMeta, type ComparisonPiece, type ComparisonRow } from './comparison-rows.ts'
export { toComparisonHtml } from './comparison-html.ts'
export { legalTextBlocks, tableOf } from './legal-text-blocks.ts'
export { toXlsx, type CellValue, type SheetColumn, type Spreadsheet } from './spreadsheet.ts'
export { charactersWithoutGlyph } from './pdf/load-faces.ts'

/** Lays out an official paper as .docx by GB/T 9704-2012. */
export const toDocx = async (content: PaperContent): Promise<Uint8Array> => (await import('./to-docx.ts')).toDocx(content)

/** A text with its open changes as revisions of a word processor, laid out as `toDocx` does it. */
export const toTrackedDocx = async (content: TrackedContent): Promise<Uint8Array> => (await import('./to-tracked-docx.ts')).toTrackedDocx(content)

/** A form, receipt or list on its own sheet as .docx. */
export const toDocxTable = async (content: SheetContent): Promise<Uint8Array> => (await import('./to-docx.ts')).toDocxTable(content)

/** Lays out an official paper as PDF by GB/T 9704-2012, with the fonts that npm brings. */
export const toPdf = async (content: PaperContent): Promise<Uint8Array> => (await import('./to-pdf.ts')).toPdf(content)

/** A form, receipt or list on its own sheet as PDF. */
export const toPdfTable = async (content: SheetContent): Promise<Uint8Array> => (await import('./to-pdf.ts')).toPdfTable(content)

const isSheet = (content: PaperContent | SheetContent): content is SheetContent => 'table' in content

/** A paper or a sheet laid out both ways: editable and as it is printed. */
export async function layOut(content: PaperContent | SheetContent): Promise<{ docx: Uint8Array; pdf: Uint8Array }> {
  const [docx, pdf] = await (isSheet(content) ? Promise.all([toDocxTable(content), toPdfTable(content)]) : Promise.all([toDocx(content), toPdf(content)]))
  return { docx, pdf }
}

/** 条文对照表 as .docx: new words bold, words that are gone struck out. */
export const toComparisonTableDocx = async (rows: readonly ComparisonRow[], meta: ComparisonMeta): Promise<Uint8Array> =>
  (await import('./comparison-table.ts')).toComparisonTableDocx(rows, meta)

/** 条文对照表 as PDF, with the same marks. */
export const toComparisonTablePdf = async (rows: readonly ComparisonRow[], meta: ComparisonMeta): Promise<Uint8Array> => {
  const { title, demo, draft } = meta
  const marks = { ...(demo === undefined ? {} : { demo }), ...(draft === undefined ? {} : { draft }) }
  return toPdfTable({ title, subtitle: explanationOf(rows, meta), orientation: 'landscape', table: comparisonTable(rows, meta), ...marks })
}
