import type { FaceName } from './font-slices.ts'

export type Mark = 'blank' | 'gone' | null
/** One character set in a face, with its own width in points. */
export type Glyph = { character: string; face: FaceName; width: number; mark: Mark }
/** A glyph at its place: `x` from the left edge of the line. */
export type PlacedGlyph = Glyph & { x: number; advance: number }
export type SetLine = { glyphs: PlacedGlyph[]; width: number }
export type Alignment = 'justify' | 'left' | 'center' | 'right'
export type Measure = { width: number; firstIndent: number; tracking: number; size: number; align: Alignment }

/** 避头: marks that end something must not begin a line. */
const NOT_AT_START = new Set('。，、；：？！）》〉】〕」』”’％%…—～·.,;:?!)]}℃°')
/** 避尾: marks that begin something must not end a line. */
const NOT_AT_END = new Set('（《〈【〔「『“‘([{￥$')
const CLOSING = new Set('。，、；：？！）》〉】〕」』”’')
const OPENING = new Set('（《〈【〔「『“‘')
/** How much of a Chinese punctuation mark is blank and may be taken away. */
const COMPRESSIBLE_SHARE = 0.45

const isWordCharacter = (character: string): boolean => /[A-Za-z0-9@./_\-+&'#]/.test(character)
const isSpace = (character: string): boolean => character === ' ' || character === '\u00a0'

const canBreakBefore = (glyphs: readonly Glyph[], at: number): boolean => {
  const before = glyphs[at - 1]
  const after = glyphs[at]
  if (!before || !after) return true
  if (NOT_AT_START.has(after.character) || NOT_AT_END.has(before.character)) return false
  return !(isWordCharacter(before.character) && isWordCharacter(after.character))
}

/** Where the blank of a compressible mark lies: after a closing mark, before an opening one. */
const compressionAt = (glyphs: readonly Glyph[], index: number): number => {
  const own = CLOSING.has(glyphs[index]?.character ?? '') ? 1 : 0
  const next = OPENING.has(glyphs[index + 1]?.character ?? '') ? 1 : 0
  return own + next
}

const fits = (glyphs: readonly Glyph[], start: number, width: number, tracking: number): number => {
  let used = 0
  let at = start
  while (at < glyphs.length) {
    used += (glyphs[at]?.width ?? 0) + tracking
    // the space between the last letter and the edge is no part of the letter
    if (used - tracking > width + 0.05) break
    at += 1
  }
  return at
}

const naturalWidth = (glyphs: readonly Glyph[], tracking: number): number =>
  glyphs.reduce((sum, glyph) => sum + glyph.width + tracking, 0) - (glyphs.length > 0 ? tracking : 0)

/** The end of the line that starts at `start`: a mark may be pressed in, or a letter goes down with it. */
const lineEnd = (glyphs: readonly Glyph[], start: number, width: number, measure: Measure): number => {
  const full = fits(glyphs, start, width, measure.tracking)
  if (full >= glyphs.length) return glyphs.length
  const next = glyphs[full]
  if (next && CLOSING.has(next.character) && canBreakBefore(glyphs, full + 1)) {
    const line = glyphs.slice(start, full + 1)
    const excess = naturalWidth(line, measure.tracking) - width
    const blank = line.reduce((sum, _glyph, index) => sum + compressionAt(line, index), 0) * measure.size * COMPRESSIBLE_SHARE
    if (blank >= excess) return full + 1
  }
  const whole = lastBreak(start, full, (at) => canBreakBefore(glyphs, at))
  if (whole !== null) return whole
  // a word longer than the line is cut, after one of its joints where it has one
  const joint = lastBreak(start, full, (at) => /[-/@._]/.test(glyphs[at - 1]?.character ?? ''))
  return joint ?? Math.max(full, start + 1)
}

/** The last place of a line, after its first glyph, where a break is allowed. */
const lastBreak = (start: number, end: number, allowed: (at: number) => boolean): number | null => {
  for (let at = end; at > start; at -= 1) if (allowed(at)) return at
  return null
}

const place = (glyphs: readonly Glyph[], width: number, measure: Measure, isLast: boolean, offset: number): SetLine => {
  const natural = naturalWidth(glyphs, measure.tracking)
  const slack = width - natural
  const pressed = slack < -0.05
  const units = pressed ? glyphs.slice(0, -1).reduce((sum, _glyph, index) => sum + compressionAt(glyphs, index), 0) + (CLOSING.has(glyphs.at(-1)?.character ?? '') ? 1 : 0) : 0
  const stretch = measure.align === 'justify' && !isLast && !pressed && glyphs.length > 1 ? slack / (glyphs.length - 1) : 0
  // a line that falls far short (a long word went down) is not torn apart
  const gap = stretch > measure.size * 0.35 ? 0 : stretch
  let x = offset
  if (measure.align === 'center') x += slack / 2
  if (measure.align === 'right') x += slack
  const placed = glyphs.map((glyph, index): PlacedGlyph => {
    const press = pressed && units > 0 ? (slack / units) * compressionAt(glyphs, index) : 0
    const advance = glyph.width + measure.tracking + gap + press
    const here = { ...glyph, x, advance }
    x += advance
    return here
  })
  return { glyphs: placed, width }
}

/**
 * Breaks a paragraph into lines by the rules of Chinese setting: no closing mark at the start of a line,
 * no opening mark at its end, Latin words and numbers whole, every line but the last as wide as the text.
 */
export function breakLines(glyphs: readonly Glyph[], measure: Measure): SetLine[] {
  if (glyphs.length === 0) return [{ glyphs: [], width: measure.width }]
  const lines: SetLine[] = []
  let start = 0
  while (start < glyphs.length) {
    const indent = lines.length === 0 ? measure.firstIndent : 0
    const width = measure.width - indent
    const end = lineEnd(glyphs, start, width, measure)
    let last = end
    while (last > start && isSpace(glyphs[last - 1]?.character ?? '')) last -= 1
    lines.push(place(glyphs.slice(start, last), width, measure, end >= glyphs.length, indent))
    start = end
    while (start < glyphs.length && isSpace(glyphs[start]?.character ?? '')) start += 1
  }
  return lines
}
