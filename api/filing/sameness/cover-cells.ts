/** A stretch of printed words without a gap; `line` is the printed line it comes from. */
export type Piece = { text: string; line: number }
/** What a piece may stand in: a cell of a table, or a line beside it. `row` joins the cells of one row. */
export type Cell = { text: string; row: number }
/** Words of a cell that no piece fills, and where they stand in it. */
export type Gap = { from: number; to: number }
export type Covered = { cells: { cell: Cell; gaps: Gap[] }[]; left: Piece[] }

type Slot = { cell: Cell; gaps: Gap[] }
type Place = { slot: Slot; gap: Gap; from: number; to: number }

/** The shortest part into which a piece is cut when two cells were read as one. */
const SHORTEST_PART = 2
const MOST_PARTS = 6
const NUMERIC = /[0-9０-９.．]/

/**
 * Lays the pieces of a printed table into its cells, whatever order they were read in. Each piece is used once and each
 * word of a cell filled once, the longest pieces first, so that a short one is left with its own place. Numbers are
 * never cut: what is not the same number does not fit. Tells what was not filled and what was left.
 */
export function coverCells(cells: readonly Cell[], pieces: readonly Piece[]): Covered {
  const slots = cells.map((cell): Slot => ({ cell, gaps: cell.text === '' ? [] : [{ from: 0, to: cell.text.length }] }))
  const rest = takeWholeCells(slots, pieces)
  rest.sort((a, b) => b.text.length - a.text.length)
  const unplaced = rest.filter((piece) => {
    const place = placeOf(slots, piece.text)
    if (place !== null) fill(place)
    return place === null
  })
  return { cells: slots, left: unplaced.filter((piece) => !placeInParts(slots, piece.text)).sort((a, b) => a.line - b.line) }
}

function takeWholeCells(slots: readonly Slot[], pieces: readonly Piece[]): Piece[] {
  const byText = new Map<string, Slot[]>()
  for (const slot of slots) if (slot.gaps.length > 0) byText.set(slot.cell.text, [...(byText.get(slot.cell.text) ?? []), slot])
  return pieces.filter((piece) => {
    const slot = byText.get(piece.text)?.shift()
    if (slot !== undefined) slot.gaps = []
    return slot === undefined
  })
}

/** The best free place: one it fills, else one at the edge of what is free (words wrap there), else any. */
function placeOf(slots: readonly Slot[], text: string): Place | null {
  let best: { place: Place; worth: number } | null = null
  for (const slot of slots) {
    for (const gap of slot.gaps) {
      const free = slot.cell.text.slice(gap.from, gap.to)
      for (let at = free.indexOf(text); at >= 0; at = free.indexOf(text, at + 1)) {
        const place = { slot, gap, from: gap.from + at, to: gap.from + at + text.length }
        if (cutsNumber(slot.cell.text, place.from) || cutsNumber(slot.cell.text, place.to)) continue
        const worth = (place.from === gap.from ? 1 : 0) + (place.to === gap.to ? 1 : 0)
        if (best === null || worth > best.worth) best = { place, worth }
      }
    }
  }
  return best?.place ?? null
}

const cutsNumber = (text: string, at: number): boolean => at > 0 && at < text.length && NUMERIC.test(text.charAt(at - 1)) && NUMERIC.test(text.charAt(at))

function fill({ slot, gap, from, to }: Place): void {
  slot.gaps = slot.gaps.flatMap((g) => (g !== gap ? [g] : [{ from: g.from, to: from }, { from: to, to: g.to }].filter((part) => part.from < part.to)))
}

/** Words of neighbouring cells that were read without a gap: all parts find a place, or none is taken. */
function placeInParts(slots: readonly Slot[], text: string): boolean {
  const kept = slots.map(({ gaps }) => gaps)
  let rest = text
  for (let parts = 0; parts < MOST_PARTS && rest !== ''; parts += 1) {
    const place = longestStart(slots, rest)
    if (place === null) break
    fill(place)
    rest = rest.slice(place.to - place.from)
  }
  if (rest !== '') slots.forEach((slot, at) => (slot.gaps = kept[at] ?? []))
  return rest === ''
}

function longestStart(slots: readonly Slot[], text: string): Place | null {
  for (let length = text.length; length >= Math.min(SHORTEST_PART, text.length); length -= 1) {
    if (cutsNumber(text, length)) continue
    const place = placeOf(slots, text.slice(0, length))
    if (place !== null) return place
  }
  return null
}
