/** A run of a paragraph: words, a place that a person fills in, or one that the register writes at issue. */
export type PaperRun = string | { fillIn: string; words: string } | { atIssue: string } | { strong: string } | { gone: string }
export type TextKind = 'paragraph' | 'flush' | 'heading' | 'subheading' | 'minor' | 'quote' | 'small' | 'right' | 'centred'
/** Where the page ended inside a paragraph: `begun` goes on over leaf, `rest` began before, `middle` both. */
export type Part = 'begun' | 'rest' | 'middle'
export type PaperCell = { runs: readonly PaperRun[]; columnSpan?: number; rowSpan?: number; header?: boolean; align?: 'left' | 'center' | 'right' }
export type PaperRow = readonly PaperCell[]
export type PaperBlock =
  | { kind: TextKind; runs: readonly PaperRun[]; /** stays with what follows */ keep?: boolean; part?: Part }
  | { kind: 'table'; /** shares of the columns in the width */ shares: readonly number[]; /** rows that come again on every page */ head: number; rows: readonly PaperRow[]; /** its last row stays with what follows */ keep?: boolean }
  | { kind: 'gap' }
  | { kind: 'break' }

/** What a block takes on one long page, in any unit. */
export type MeasuredRow = { top: number; bottom: number; lines: number }
export type Measured =
  | { kind: 'text'; top: number; bottom: number; lines: number; keep: boolean }
  | { kind: 'table'; rows: readonly MeasuredRow[] }
  | { kind: 'whole'; top: number; bottom: number }
  | { kind: 'gap'; top: number; bottom: number }
  | { kind: 'break' }
/** A page begins in this block: at its line or row `at`; `line` where a row is so tall that it is cut as well. */
export type Cut = { block: number; at: number; line: number }
export type PageFigures = { height: number; /** of a row: its line, and what it has above and below the words together */ rowLine: number; rowPadding: number }

type Box = { block: number; at: number; top: number; bottom: number; keep: boolean; gap: boolean; head: number; rowLines: number }
/** Fewer lines of a row than this are not left at the foot of a page. */
const LEAST_ROW_LINES = 3
const SLACK = 0.5

/** Rows that a cell holds together: the last row of the band that begins at `from`. */
function bandEnd(rows: readonly PaperRow[], from: number): number {
  let to = from
  for (let row = from; row <= to && row < rows.length; row += 1) for (const cell of rows[row] ?? []) to = Math.max(to, row + (cell.rowSpan ?? 1) - 1)
  return Math.min(to, rows.length - 1)
}

function boxesOf(block: PaperBlock, index: number, measured: Measured): Box[] {
  const whole = { block: index, keep: false, gap: false, head: 0, rowLines: 0 }
  switch (measured.kind) {
    case 'break': return []
    case 'gap': return [{ ...whole, at: 0, top: measured.top, bottom: measured.bottom, keep: true, gap: true }]
    case 'whole': return [{ ...whole, at: 0, top: measured.top, bottom: measured.bottom }]
    case 'text': {
      const height = (measured.bottom - measured.top) / Math.max(1, measured.lines)
      // the last lines carry the wish to stay with what follows
      return Array.from({ length: measured.lines }, (_, at) => ({ ...whole, at, top: measured.top + at * height, bottom: measured.top + (at + 1) * height, keep: measured.keep && at >= measured.lines - 2 }))
    }
    case 'table': {
      if (block.kind !== 'table') return []
      const [first, lastHead] = [measured.rows[0], measured.rows[block.head - 1]]
      const head = first === undefined || lastHead === undefined ? 0 : lastHead.bottom - first.top
      const boxes: Box[] = []
      for (let at = 0; at < measured.rows.length; at += 1) {
        const to = bandEnd(block.rows, at)
        const [top, bottom] = [measured.rows[at]?.top ?? 0, measured.rows[to]?.bottom ?? 0]
        boxes.push({ ...whole, at, top, bottom, keep: at < block.head || (block.keep === true && to === measured.rows.length - 1), head: at < block.head ? 0 : head, rowLines: to === at && at >= block.head ? (measured.rows[at]?.lines ?? 0) : 0 })
        at = to
      }
      return boxes
    }
    default: {
      const never: never = measured
      return never
    }
  }
}

/**
 * Where pages begin, as in the PDF (api/typesetting): what stays together moves as a whole unless it is higher than a page,
 * a table breaks between rows and has its head again, a blank line at the top of a page is left out.
 */
export function placeCuts(blocks: readonly PaperBlock[], measured: readonly Measured[], page: PageFigures): Cut[] {
  const cuts: Cut[] = []
  let [start, extra, fresh] = [0, 0, true]
  const begin = (box: Box, line = 0, top = box.top): void => {
    cuts.push({ block: box.block, at: box.at, line })
    start = top
    extra = box.at > 0 || line > 0 ? box.head : 0
    fresh = true
  }
  const over = (bottom: number): boolean => bottom - start + extra > page.height + SLACK
  const put = (box: Box): void => {
    if (box.gap && fresh && cuts.length > 0) {
      start = box.bottom
      return
    }
    let [top, left] = [box.top, box.rowLines]
    while (over(box.bottom)) {
      const room = Math.floor((page.height - (top - start + extra) - page.rowPadding) / page.rowLine)
      const cuttable = left - room >= 1 && room >= LEAST_ROW_LINES
      if (cuttable) {
        left -= room
        top = box.bottom - (left * page.rowLine + page.rowPadding)
        begin(box, box.rowLines - left, top)
      } else if (!fresh) begin(box, box.rowLines - left, top)
      else break // higher than a page and not to be cut: the sheet grows
    }
    fresh = false
  }
  let group: Box[] = []
  const flush = (): void => {
    const [first, last] = [group[0], group.at(-1)]
    if (first !== undefined && last !== undefined) {
      const cuttable = group.length === 1 && first.rowLines > 0
      if (!cuttable && !fresh && over(last.bottom) && last.bottom - first.top <= page.height + SLACK) begin(first)
      for (const box of group) put(box)
    }
    group = []
  }
  blocks.forEach((block, index) => {
    const here = measured[index]
    if (here === undefined) return
    if (here.kind === 'break') {
      flush()
      const next = measured[index + 1]
      if (next !== undefined && next.kind !== 'break') begin({ block: index + 1, at: 0, top: next.kind === 'table' ? (next.rows[0]?.top ?? 0) : next.top, bottom: 0, keep: false, gap: false, head: 0, rowLines: 0 })
      return
    }
    for (const box of boxesOf(block, index, here)) {
      group.push(box)
      if (!box.keep) flush()
    }
  })
  flush()
  return cuts
}

const wordsOf = (run: PaperRun): string => (typeof run === 'string' ? run : 'fillIn' in run ? run.words : 'atIssue' in run ? run.atIssue : 'strong' in run ? run.strong : run.gone)
const withWords = (run: PaperRun, words: string): PaperRun => (typeof run === 'string' ? words : 'fillIn' in run ? { ...run, words } : 'atIssue' in run ? { atIssue: words } : 'strong' in run ? { strong: words } : { gone: words })

/** The runs between two offsets of their words. */
export function sliceRuns(runs: readonly PaperRun[], from: number, to: number): PaperRun[] {
  let at = 0
  return runs.flatMap((run) => {
    const words = wordsOf(run)
    const [begin, end] = [Math.max(from - at, 0), Math.min(to - at, words.length)]
    at += words.length
    return begin < end ? [withWords(run, words.slice(begin, end))] : []
  })
}
export const lengthOf = (runs: readonly PaperRun[]): number => runs.reduce((sum, run) => sum + wordsOf(run).length, 0)

/** A cut with the places in the words: of a paragraph one, of a row that is cut one a cell. */
export type PlacedCut = Cut & { offsets: readonly number[] }

/** The blocks of each page. */
export function cutBlocks(blocks: readonly PaperBlock[], cuts: readonly PlacedCut[]): PaperBlock[][] {
  const pages: PaperBlock[][] = [[]]
  blocks.forEach((block, index) => {
    const here = cuts.filter((cut) => cut.block === index)
    const put = (piece: PaperBlock): void => {
      if (!(piece.kind === 'gap' && pages.length > 1 && pages.at(-1)?.length === 0)) pages.at(-1)?.push(piece)
    }
    if (block.kind === 'break') return
    if (block.kind === 'gap') {
      if (here.length > 0) pages.push([])
      return put(block)
    }
    if (block.kind === 'table') {
      pieces(block, here).forEach((piece, at) => {
        if (at > 0 || here[0]?.at === 0 && here[0].line === 0) pages.push([])
        if (piece !== null) put(piece)
      })
      return
    }
    const edges = here.map((cut) => (cut.at === 0 ? 0 : (cut.offsets[0] ?? 0)))
    if (edges[0] === 0) {
      pages.push([])
      edges.shift()
    }
    const bounds = [0, ...edges, lengthOf(block.runs)]
    for (let at = 0; at < bounds.length - 1; at += 1) {
      if (at > 0) pages.push([])
      const part: Part | undefined = bounds.length === 2 ? undefined : at === 0 ? 'begun' : at === bounds.length - 2 ? 'rest' : 'middle'
      put(part === undefined ? block : { ...block, runs: sliceRuns(block.runs, bounds[at] ?? 0, bounds[at + 1] ?? 0), part })
    }
  })
  return pages.filter((page, at) => at === 0 || page.length > 0)
}

type Table = Extract<PaperBlock, { kind: 'table' }>
/** A table in the pieces that its cuts make; null for the empty piece before a cut at its very beginning. */
function pieces(table: Table, cuts: readonly PlacedCut[]): (Table | null)[] {
  const head = table.rows.slice(0, table.head)
  const inner = cuts.filter((cut) => cut.at > 0 || cut.line > 0)
  if (inner.length === 0) return [table]
  const out: Table[] = []
  let from: PlacedCut | null = null
  for (const to of [...inner, null]) {
    const rows: PaperRow[] = []
    const last = to === null ? table.rows.length - 1 : to.line > 0 ? to.at : to.at - 1
    for (let row = from?.at ?? 0; row <= last; row += 1) {
      const begun: readonly number[] | null = from !== null && from.line > 0 && row === from.at ? from.offsets : null
      const ends: readonly number[] | null = to !== null && to.line > 0 && row === to.at ? to.offsets : null
      rows.push(begun === null && ends === null ? (table.rows[row] ?? []) : (table.rows[row] ?? []).map((cell, at) => ({ ...cell, runs: sliceRuns(cell.runs, begun?.[at] ?? 0, ends?.[at] ?? lengthOf(cell.runs)) })))
    }
    out.push({ ...table, rows: from === null ? rows : [...head, ...rows] })
    from = to
  }
  return out
}
