/** Passages of a legal text: ranges of UTF-16 offsets in one 款, 项 or 目, its printed number not counted. */
export type PassageKind = 'flag' | 'settled' | 'cited' | 'found' | 'differs'
export type PassageRange = {
  eId: string
  start: number
  end: number
  kind: PassageKind
  /** small sign behind it: the number of the flag */
  label?: string
  /** the one that is looked at */
  current?: boolean
  /** what a press on it tells (`passage-pressed`): the id of the flag */
  id?: string
}

export type Segment = { text: string; ranges: PassageRange[]; /** those with a label that end here */ ends: PassageRange[] }

/** Cuts a line where ranges begin and end, so that overlapping ones can be shown. Joined, the segments are the line. */
export function segmentsOf(line: string, ranges: readonly PassageRange[]): Segment[] {
  const inside = ranges
    .map((range) => ({ ...range, start: Math.max(0, range.start), end: Math.min(line.length, range.end) }))
    .filter(({ start, end }) => start < end)
  if (inside.length === 0) return line === '' ? [] : [{ text: line, ranges: [], ends: [] }]
  const cuts = [...new Set([0, line.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, at) => {
    const to = cuts[at + 1] ?? line.length
    return {
      text: line.slice(from, to),
      ranges: inside.filter(({ start, end }) => start <= from && end >= to),
      ends: inside.filter(({ end, label }) => end === to && label !== undefined),
    }
  })
}

export type SelectedPart = { eId: string; start: number; end: number; exact: string }

/** Event detail of `passage-selected`: the first line that is touched, all of them in `parts`, `exact` joined by line feeds. */
export type SelectedPassage = SelectedPart & { parts: SelectedPart[] }

/** Null where nothing but white space was selected. */
export function joinParts(parts: readonly SelectedPart[]): SelectedPassage | null {
  const touched = parts.filter(({ exact }) => exact.trim() !== '')
  const [first] = touched
  return first ? { ...first, exact: touched.map(({ exact }) => exact).join('\n'), parts: touched } : null
}
