/** Items that stand on one line: where they begin, and the line cut into them. */
import { type Marker, readMarker } from './labels.ts'
import { toChineseNumber } from './numerals.ts'
import type { ScannedLine } from './scan.ts'
import { Quotation } from './sequence.ts'

/** Cuts `（一）…；（二）…` on one line into its items; one piece where the line holds one item. */
export function splitItems(text: string, marker: Marker, next: ScannedLine | undefined): { marker: Marker; text: string }[] {
  const pieces: { marker: Marker; text: string }[] = []
  let current = marker
  let rest = text.slice(marker.end)
  const nextOrdinal = next?.kind === 'marker' && next.marker.level === marker.level ? next.marker.ordinal : 0
  while (marker.level === 2 && current.ordinal + 1 !== nextOrdinal) {
    const at = itemAt(rest, current.ordinal + 1)
    if (at < 0) break
    const following = readMarker(rest.slice(at))
    if (following === null) break
    pieces.push({ marker: current, text: rest.slice(0, at).trim() })
    rest = rest.slice(at + following.end)
    current = following
  }
  pieces.push({ marker: current, text: rest })
  return pieces
}

/** Place of the first item in a lead-in (…下列文件：（一）登记申请书；), where the same line or the next goes on with （二）. */
export function firstItemAt(text: string, next: ScannedLine | undefined): number {
  const goesOn = (text.includes('二') && (text.includes('（二）') || text.includes('(二)'))) || (next?.kind === 'marker' && next.marker.level === 2 && next.marker.ordinal === 2)
  return goesOn ? itemAt(text, 1) : -1
}

/** Place of `（n）` right after a mark that ends an item or leads one in, -1 where there is none. */
function itemAt(text: string, ordinal: number): number {
  if (!text.includes('（') && !text.includes('(')) return -1
  const digits = toChineseNumber(ordinal)
  for (const label of [`（${digits}）`, `(${digits})`]) {
    for (let at = text.indexOf(label); at >= 0; at = text.indexOf(label, at + 1)) {
      if (/[；;。：:]$/.test(text.slice(Math.max(0, at - 8), at).trimEnd()) && readMarker(text.slice(at)) !== null) return at
    }
  }
  return -1
}

/** Whether the place stands inside a quotation of the line. */
export function quotedAt(text: string, at: number): boolean {
  const quotation = new Quotation()
  quotation.read(text.slice(0, at))
  return quotation.open
}
