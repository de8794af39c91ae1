/** One look at every line: what its head says it is, before anything is placed. */
import { type ArticleLabel, type DivisionHeading, isArticleAhead, type Marker, readAnnexLabel, readArticleLabel, readDivision, readMarker, readPointBeforeDigit } from './labels.ts'
import type { AnnexLabel } from './labels.ts'
import { type SourceHas, SUSPECT } from './lines.ts'
import { OddCharacters, STRAY_SPACE } from './oddities.ts'
import { tableText } from './print.ts'
import type { Problem, Remark, SourceBlock, Table } from './tree.ts'

/** `text` of a table is its cells row by row, for the places that hold words only */
export type ScannedLine = { text: string; line: number } & (
  | { kind: 'article'; label: ArticleLabel }
  | { kind: 'division'; division: DivisionHeading }
  | { kind: 'marker'; marker: Marker }
  | { kind: 'annex'; annex: AnnexLabel }
  | { kind: 'plain' }
  | { kind: 'table'; table: Table }
)

const NUMERAL_HEADS = new Set('一二三四五六七八九十百零')
const DAMAGED = /[\uFFFD\uE000-\uF8FF]/
const INVISIBLE = /[\u200B\u200C\u200D\u2060\uFEFF]/g

function scanLine(text: string, line: number): ScannedLine {
  const first = text.charCodeAt(0)
  switch (first) {
    case 0x7b2c: // 第
    case 0x7b2b: /* 笫 */ {
      const division = isArticleAhead(text) ? null : readDivision(text)
      if (division !== null) return { kind: 'division', text, line, division }
      const label = readArticleLabel(text)
      return label === null ? { kind: 'plain', text, line } : { kind: 'article', text, line, label }
    }
    case 0x9644: /* 附 */ {
      const annex = readAnnexLabel(text)
      if (annex !== null) return { kind: 'annex', text, line, annex }
      const division = readDivision(text)
      return division === null ? { kind: 'plain', text, line } : { kind: 'division', text, line, division }
    }
    case 0x603b: // 总
    case 0x7f5a: /* 罚 */ {
      const division = readDivision(text)
      return division === null ? { kind: 'plain', text, line } : { kind: 'division', text, line, division }
    }
    default:
      if (first < 0x3000 || first === 0xff08 || (first >= 0xff10 && first <= 0xff19) || NUMERAL_HEADS.has(text.charAt(0))) {
        const marker = readMarker(text)
        if (marker !== null) return { kind: 'marker', text, line, marker }
      }
      return { kind: 'plain', text, line }
  }
}

/** A line `1.300总吨…` between numbered lines is number 1, where the next one is 2. (海商法 2025, art 224). */
function numberBeforeDigits(lines: ScannedLine[], doubtful: readonly number[]): void {
  const pointed = (line: ScannedLine | undefined): number => (line?.kind === 'marker' && line.marker.level === 3 ? line.marker.ordinal : 0)
  for (const i of doubtful) {
    const line = lines[i]
    const marker = line === undefined ? null : readPointBeforeDigit(line.text)
    if (line === undefined || marker === null) continue
    const goesOn = marker.ordinal > 1 && pointed(lines[i - 1]) === marker.ordinal - 1
    if (goesOn || pointed(lines[i + 1]) === marker.ordinal + 1) lines[i] = { kind: 'marker', text: line.text, line: line.line, marker }
  }
}

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39

export type Scan = {
  lines: ScannedLine[]
  /** lines with characters that no font shows (U+FFFD, private use) */
  damaged: number[]
  /** what is odd within lines */
  odd: { problems: Problem[]; remarks: Remark[] }
  has: SourceHas
}

/** of blocks that another reader made nothing is known */
const ANYTHING: SourceHas = { suspect: true, halfWidth: true, angles: true }

/**
 * Scans the blocks; lines that hold nothing visible are left out.
 * @param has what the blocks may hold
 */
export function scanBlocks(blocks: readonly SourceBlock[], has = ANYTHING): Scan {
  const lines: ScannedLine[] = []
  const damaged: number[] = []
  const doubtful: number[] = []
  const odd = new OddCharacters()
  for (const block of blocks) {
    let text = block.kind === 'table' ? tableText(block.table) : block.text.trim()
    let stray = false
    // one look for all kinds, since hardly any line has one
    if (has.suspect && SUSPECT.test(text)) {
      if (DAMAGED.test(text)) damaged.push(block.line)
      stray = STRAY_SPACE.test(text)
      if (block.kind === 'line') text = text.replace(INVISIBLE, '').trim()
    }
    if (block.kind === 'table') lines.push({ kind: 'table', text, line: block.line, table: block.table })
    else if (text !== '') {
      const scanned = scanLine(text, block.line)
      if (stray) odd.readSpaces(scanned)
      if (scanned.kind === 'marker' && scanned.marker.level === 2) odd.readBrackets(scanned.marker.printed, block.line)
      if (scanned.kind === 'plain' && isDigit(text.charCodeAt(0))) doubtful.push(lines.length)
      lines.push(scanned)
    }
  }
  if (doubtful.length > 0) numberBeforeDigits(lines, doubtful)
  return { lines, damaged, odd, has }
}
