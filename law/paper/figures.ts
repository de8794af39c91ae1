/** Figures of GB/T 9704-2012 for A4 (210 × 297 mm). The docx writer and the PDF writer share them. */

const POINTS_PER_MM = 72 / 25.4
const TWIPS_PER_MM = 1440 / 25.4

export const points = (millimetres: number): number => millimetres * POINTS_PER_MM
export const twips = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM)

export const PAGE = {
  widthMm: 210,
  heightMm: 297,
  /** 天头 37, 订口 28; 版心 156 × 225 leaves 26 and 35 */
  margin: { topMm: 37, leftMm: 28, rightMm: 26, bottomMm: 35 },
  textWidthMm: 156,
  textHeightMm: 225,
  linesPerPage: 22,
  charactersPerLine: 28,
} as const

/** 3号 = 16 pt: 22 lines in 225 mm give 28.95 pt, said to Word in twentieths of a point. */
export const BODY = {
  sizePoints: 16,
  sizeHalfPoints: 32,
  lineTwips: 579,
  /**
   * draws 28 characters of 16 pt (158 mm) into 156 mm; at -5, which also fits, LibreOffice loses a mark
   * that hangs over the edge of a justified line
   */
  spacingTwips: -6,
} as const

export const TITLE = { sizePoints: 22, lineTwips: 640, charactersPerLine: 19 } as const
/** 版记 and page numbers: 4号 */
export const SMALL = { sizePoints: 14, sizeHalfPoints: 28 } as const
/** tables: 小四, so that a form fits its sheet */
export const TABLE = { sizePoints: 12, sizeHalfPoints: 24, lineTwips: 360 } as const

export const RED = 'E60012'
export const RED_HEAD_TOP_MM = 35
/** the red line stands 4 mm under the number */
export const RED_LINE_GAP_MM = 4
/** 一字线 of the page number: 7 mm under the text */
export const PAGE_NUMBER_GAP_MM = 7

/** Red letters fill the width of the text at most, and are never higher than 22 mm. */
export const redHeadPoints = (organ: string): number => Math.min(62, Math.floor(430 / Math.max(1, [...organ].length)))
