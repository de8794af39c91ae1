import { BODY, points, PAGE, SMALL, TABLE } from '../../../law/paper/index.ts'
import type { PaperTable } from '../paper-content.ts'
import type { Canvas, Run } from './canvas.ts'
import type { Box } from './flow.ts'
import type { FaceName } from './font-slices.ts'
import { breakLines, type Alignment } from './line-breaking.ts'
import { cellRuns, tableBoxes } from './table-boxes.ts'

export const LINE_HEIGHT = points(PAGE.textHeightMm) / PAGE.linesPerPage
/** Pulls 28 characters of 16 pt into 156 mm. */
export const BODY_TRACKING = (points(PAGE.textWidthMm) - PAGE.charactersPerLine * BODY.sizePoints) / (PAGE.charactersPerLine - 1)

/** What is to be set, before fonts are there: the characters are collected from it, then boxes are made. */
export type Spec =
  | {
      kind: 'text'
      runs: readonly Run[]
      size: number
      lineHeight: number
      align: Alignment
      firstIndent?: number
      leftIndent?: number
      rightIndent?: number
      tracking?: number
      color?: string
      keepNext?: boolean
    }
  | { kind: 'gap'; height: number; keepNext?: boolean; keepAtTop?: boolean }
  /** two texts on one line, at the left and at the right edge */
  | { kind: 'pair'; left: readonly Run[]; right: readonly Run[]; size: number; lineHeight: number; indent: number; keepNext?: boolean }
  | { kind: 'rule'; thickness: number; color: string; gapBefore: number; keepNext?: boolean }
  | { kind: 'table'; table: PaperTable }

export const plainRun = (text: string, face: FaceName = 'body'): Run => ({ text, face, mark: null })

/** The characters that each face will print. */
export function charactersOf(specs: readonly Spec[], more: readonly Run[]): Map<FaceName, Set<string>> {
  const runs = specs.flatMap((spec): readonly Run[] => {
    switch (spec.kind) {
      case 'text':
        return spec.runs
      case 'pair':
        return [...spec.left, ...spec.right]
      case 'table':
        return spec.table.rows.flat().flatMap((cell) => cellRuns(cell).flat())
      case 'gap':
      case 'rule':
        return []
      default: {
        const never: never = spec
        return never
      }
    }
  })
  const wanted = new Map<FaceName, Set<string>>()
  for (const run of [...runs, ...more]) {
    const set = wanted.get(run.face) ?? new Set<string>()
    for (const character of run.text) set.add(character)
    wanted.set(run.face, set)
  }
  return wanted
}

/** The foot of letters in a line: half of what the line has over the type size, and the ascent of Chinese type. */
const baselineIn = (lineHeight: number, size: number): number => (lineHeight - size) / 2 + size * 0.87

const textBoxes = (canvas: Canvas, spec: Extract<Spec, { kind: 'text' }>, left: number, width: number): Box[] => {
  const leftIndent = spec.leftIndent ?? 0
  const lines = breakLines(canvas.glyphs(spec.runs, spec.size), {
    width: width - leftIndent - (spec.rightIndent ?? 0),
    firstIndent: spec.firstIndent ?? 0,
    tracking: spec.tracking ?? 0,
    size: spec.size,
    align: spec.align,
  })
  return lines.map((line, index) => ({
    height: spec.lineHeight,
    // the last line carries the wish to stay with what follows
    keepNext: spec.keepNext === true && index >= lines.length - 2,
    draw: (on, y) => on.line(line, left + leftIndent, y + baselineIn(spec.lineHeight, spec.size), spec.size, spec.color),
  }))
}

const pairBox = (canvas: Canvas, spec: Extract<Spec, { kind: 'pair' }>, left: number, width: number): Box => {
  const measure = { width: width - 2 * spec.indent, firstIndent: 0, tracking: 0, size: spec.size }
  const [leftLine] = breakLines(canvas.glyphs(spec.left, spec.size), { ...measure, align: 'left' })
  const [rightLine] = breakLines(canvas.glyphs(spec.right, spec.size), { ...measure, align: 'right' })
  return {
    height: spec.lineHeight,
    keepNext: spec.keepNext === true,
    draw: (on, y) => {
      const baseline = y + baselineIn(spec.lineHeight, spec.size)
      if (leftLine) on.line(leftLine, left + spec.indent, baseline, spec.size)
      if (rightLine) on.line(rightLine, left + spec.indent, baseline, spec.size)
    },
  }
}

/** Specs to boxes of the given width, now that the canvas knows how wide each letter is. */
export function boxesOf(canvas: Canvas, specs: readonly Spec[], left: number, width: number): Box[] {
  return specs.flatMap((spec): Box[] => {
    switch (spec.kind) {
      case 'text':
        return textBoxes(canvas, spec, left, width)
      case 'pair':
        return [pairBox(canvas, spec, left, width)]
      case 'gap':
        return [{ height: spec.height, keepNext: spec.keepNext === true, blank: spec.keepAtTop !== true, draw: () => {} }]
      case 'rule':
        return [
          {
            height: spec.gapBefore + spec.thickness,
            keepNext: spec.keepNext === true,
            draw: (on, y) => on.rule(left, y + spec.gapBefore, left + width, spec.thickness, spec.color),
          },
        ]
      case 'table':
        return tableBoxes(canvas, spec.table, left, width)
      default: {
        const never: never = spec
        return never
      }
    }
  })
}

export const SMALL_LINE_HEIGHT = SMALL.sizePoints * 1.7
export const TABLE_SIZE = TABLE.sizePoints
