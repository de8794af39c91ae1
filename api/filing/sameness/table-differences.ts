import { coverCells, type Cell, type Gap, type Piece } from './cover-cells.ts'
import type { TableZone } from './table-zones.ts'

/** Words of one place in a table on both sides; null where a side lacks them. */
export type TableDifference = { place: string; printed: string | null; structured: string | null }

/** Shares so much of its characters, a piece is the other side's form of the words in a gap. */
const LIKENESS = 0.3
/** With more open cells and pieces than this the two tables are not one: they are told as a whole. */
const MOST_PAIRS = 40_000
const MARK_OF_PAGE = /^[—–－-]+\d{1,4}[—–－-]+$/

/**
 * Where the words of printed tables differ from the cells: a cell with other words, cells that were not printed, and
 * printed words that no cell has. Cells are compared as what they hold, not in their order: two cells that changed
 * places are no difference.
 */
export function tableDifferences(zone: TableZone): TableDifference[] {
  const covered = coverCells(zone.cells, zone.pieces)
  const left = withoutHeads(covered.left.filter(({ text }) => !MARK_OF_PAGE.test(text)), zone.headRows)
  const open = covered.cells.filter(({ gaps }) => gaps.length > 0)
  if (open.length * left.length > MOST_PAIRS) return [{ place: zone.place, printed: zone.pieces.map(({ text }) => text).join('\u3000'), structured: zone.cells.map(({ text }) => text).join('\u3000') }]
  const pairs = pairUp(open.flatMap(({ cell, gaps }) => gaps.map((gap) => ({ cell, gap }))), left)
  const changed = open.flatMap(({ cell, gaps }): TableDifference[] => {
    const filled = gaps.map((gap) => ({ gap, piece: pairs.get(gap) }))
    if (filled.every(({ piece }) => piece === undefined) && isWhole(cell, gaps)) return []
    return [{ place: zone.place, printed: substituted(cell.text, filled), structured: cell.text }]
  })
  const missing = open.filter(({ cell, gaps }) => isWhole(cell, gaps) && gaps.every((gap) => !pairs.has(gap))).map(({ cell }) => cell)
  const used = new Set(pairs.values())
  return [
    ...changed,
    ...joined(drawnTogether(missing.map(asPiece), covered.cells.filter(({ gaps }) => gaps.length === 0).map(({ cell }) => asPiece(cell))), 0).map((words) => ({ place: zone.place, printed: null, structured: words })),
    // the cells of one printed row stand on neighbouring lines where they wrap
    ...joined(drawnTogether(left.filter((piece) => !used.has(piece)), zone.pieces.filter((piece) => !covered.left.includes(piece))), 1).map((words) => ({ place: zone.place, printed: words, structured: null })),
  ]
}

const isWhole = (cell: Cell, gaps: readonly Gap[]): boolean => gaps.length === 1 && gaps[0]?.from === 0 && gaps[0].to === cell.text.length

/** A head row that wrapped and is printed again: its pieces fill the whole row once more. */
function withoutHeads(pieces: readonly Piece[], heads: readonly Cell[][]): Piece[] {
  let left = [...pieces]
  for (const head of heads) {
    const all = head.map(({ text }) => text).join('')
    for (;;) {
      const inHead = left.filter(({ text }) => head.some((cell) => cell.text.includes(text)))
      const covered = coverCells(head, inHead)
      if (all === '' || covered.cells.some(({ gaps }) => gaps.length > 0)) break
      left = left.filter((piece) => !inHead.includes(piece) || covered.left.includes(piece))
    }
  }
  return left
}

type OpenGap = { cell: Cell; gap: Gap }

/** Gaps with the pieces most like them; where as many short ones are left on both sides, in their order. */
function pairUp(gaps: readonly OpenGap[], pieces: readonly Piece[]): Map<Gap, Piece> {
  const pairs = new Map<Gap, Piece>()
  const used = new Set<Piece>()
  const candidates = gaps.flatMap(({ cell, gap }) => pieces.map((piece) => ({ gap, piece, worth: likeness(cell.text.slice(gap.from, gap.to), piece.text) })))
  for (const { gap, piece, worth } of candidates.sort((a, b) => b.worth - a.worth)) {
    if (worth < LIKENESS || pairs.has(gap) || used.has(piece)) continue
    pairs.set(gap, piece)
    used.add(piece)
  }
  const [openGaps, openPieces] = [gaps.filter(({ gap }) => !pairs.has(gap)), pieces.filter((piece) => !used.has(piece))]
  if (openGaps.length === openPieces.length) openGaps.forEach(({ gap }, at) => openPieces[at] !== undefined && pairs.set(gap, openPieces[at]))
  return pairs
}

function likeness(a: string, b: string): number {
  const counts = new Map<string, number>()
  for (const letter of a) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  let both = 0
  for (const letter of b) {
    const count = counts.get(letter) ?? 0
    if (count > 0) both += 1
    counts.set(letter, count - 1)
  }
  return both / Math.max(a.length, b.length)
}

function substituted(text: string, filled: readonly { gap: Gap; piece: Piece | undefined }[]): string {
  let [result, at] = ['', 0]
  for (const { gap, piece } of filled) {
    result += text.slice(at, gap.from) + (piece?.text ?? '')
    at = gap.to
  }
  return result + text.slice(at)
}

const asPiece = ({ text, row }: Cell): Piece => ({ text, line: row })

/**
 * Of pieces that are all alike it is open which one is over: the one beside those that are alone in their words is told,
 * so that a row that is missing stays together.
 */
function drawnTogether(over: readonly Piece[], placed: readonly Piece[]): Piece[] {
  const alone = over.filter((piece) => !placed.some(({ text }) => text === piece.text))
  const distance = (piece: Piece) => Math.min(...alone.map(({ line }) => Math.abs(line - piece.line)))
  const free = [...placed]
  const drawn = over.map((piece) => {
    if (alone.length === 0 || alone.includes(piece)) return piece
    const alike = free.filter(({ text }) => text === piece.text)
    const nearest = alike.reduce((best, each) => (distance(each) <= distance(best) ? each : best), piece)
    if (nearest !== piece) free.splice(free.indexOf(nearest), 1)
    return nearest
  })
  return drawn.sort((a, b) => a.line - b.line)
}

/** Pieces of the same row, or of lines no further apart than `reach`, are told as one. */
function joined(pieces: readonly Piece[], reach: number): string[] {
  const groups: Piece[][] = []
  for (const piece of pieces) {
    const group = groups.at(-1)
    const last = group?.at(-1)
    if (group !== undefined && last !== undefined && piece.line - last.line <= reach) group.push(piece)
    else groups.push([piece])
  }
  return groups.map((group) => group.map(({ text }) => text).join('\u3000'))
}
