import { RED } from '../../../law/paper/index.ts'
import type { FaceName } from './font-slices.ts'
import { MISSING_MARK, type LoadedFaces } from './load-faces.ts'
import type { Glyph, Mark, SetLine } from './line-breaking.ts'

export type Pdf = PDFKit.PDFDocument
export type Run = { text: string; face: FaceName; mark: Mark }

const BLANK_FILL = '#FFF1CC'

/** Draws set lines, rules and marks on the pages of a pdfkit document. Lengths in points, y grows down. */
export class Canvas {
  readonly pdf: Pdf
  readonly #faces: LoadedFaces
  readonly #widths = new Map<string, number>()

  constructor(pdf: Pdf, faces: LoadedFaces) {
    this.pdf = pdf
    this.#faces = faces
    for (const [name, bytes] of faces.fonts) pdf.registerFont(name, bytes)
  }

  #printable(face: FaceName, character: string): { character: string; font: string } {
    const font = this.#faces.fontOf(face, character)
    if (font !== null) return { character, font }
    const mark = /\s/.test(character) ? ' ' : MISSING_MARK
    return { character: mark, font: this.#faces.fontOf(face, mark) ?? 'Times-Roman' }
  }

  /** Width of a character in parts of the type size. */
  #emWidth(face: FaceName, character: string): number {
    if (character === '　') return 1
    const key = `${face}:${character}`
    const known = this.#widths.get(key)
    if (known !== undefined) return known
    const { character: printed, font } = this.#printable(face, character)
    const width = this.pdf.font(font).fontSize(100).widthOfString(printed) / 100
    this.#widths.set(key, width)
    return width
  }

  /** Runs of text to glyphs of a size. */
  glyphs(runs: readonly Run[], size: number): Glyph[] {
    return runs.flatMap(({ text, face, mark }) => [...text].map((character) => ({ character, face, mark, width: this.#emWidth(face, character) * size })))
  }

  /**
   * Draws one line. `baseline` is the y of its foot; glyphs that share font and pitch are written as one
   * text, so that words can be searched and copied.
   */
  line(line: SetLine, left: number, baseline: number, size: number, color = '#000000'): void {
    this.#marks(line, left, baseline, size)
    let at = 0
    const { glyphs } = line
    while (at < glyphs.length) {
      const first = glyphs[at]
      if (!first) break
      const { font, character } = this.#printable(first.face, first.character)
      const spacing = first.advance - first.width
      let text = character
      let end = at + 1
      for (; end < glyphs.length; end += 1) {
        const next = glyphs[end]
        const before = glyphs[end - 1]
        if (!next || !before || Math.abs(before.advance - before.width - spacing) > 0.01) break
        const printed = this.#printable(next.face, next.character)
        if (printed.font !== font) break
        text += printed.character
      }
      this.pdf.font(font).fontSize(size).fillColor(color)
      if (text.trim() !== '') this.pdf.text(text, left + first.x, baseline, { lineBreak: false, characterSpacing: spacing, baseline: 'alphabetic' })
      at = end
    }
  }

  #marks(line: SetLine, left: number, baseline: number, size: number): void {
    for (const glyph of line.glyphs) {
      const x = left + glyph.x
      if (glyph.mark === 'blank') {
        this.pdf.rect(x, baseline - size * 0.92, glyph.advance + 0.2, size * 1.12).fill(BLANK_FILL)
        this.rule(x, baseline + size * 0.2, x + glyph.advance, 0.6)
      } else if (glyph.mark === 'gone') this.rule(x, baseline - size * 0.32, x + glyph.advance, 0.6)
    }
  }

  rule(x1: number, y: number, x2: number, thickness: number, color = '#000000'): void {
    this.pdf.moveTo(x1, y).lineTo(x2, y).lineWidth(thickness).strokeColor(color).stroke()
  }

  frame(x: number, y: number, width: number, height: number): void {
    this.pdf.rect(x, y, width, height).lineWidth(0.6).strokeColor('#000000').stroke()
  }
}

export const RED_INK = `#${RED}`
