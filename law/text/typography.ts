/** Marks of half width where Chinese ones are meant: kept as printed, named once a text. */
import type { SourceHas } from './lines.ts'
import type { ScannedLine } from './scan.ts'
import type { LegalText, Remark } from './tree.ts'

/** …法规案,如果; 法》(以下简称…): the mark stands behind a Chinese character or mark; numbers of items (一) do not */
const HALF_WIDTH = /[,;:(](?<=[\u4e00-\u9fff”》）].)/g
const HALF_WIDTH_BUT_COMMA = /[;:(](?<=[\u4e00-\u9fff”》）].)/g
const HALF_WIDTH_COMMA = /(?<=[\u4e00-\u9fff”》）]),(?=[\u4e00-\u9fff“《（])/g
/** 《关于修改<某法>的决定》 */
const ANGLED_TITLE = /[<＜](?=[\u4e00-\u9fff“（])/g
const DECISION = /(?:决定|修正案|决议)(?:[（(][^（）()]*[)）])?$/

type Found = { line: number; count: number }

function count(lines: readonly ScannedLine[], pattern: RegExp): Found | null {
  let found: Found | null = null
  for (const { kind, text, line } of lines) {
    if (kind === 'table') continue
    const places = text.match(pattern)?.length ?? 0
    if (places === 0) continue
    if (found === null) found = { line, count: places }
    else found.count += places
  }
  return found
}

const first = (places: number): string => (places > 1 ? `共${places}处，这是第一处` : '一处')

/**
 * Half-width marks in sentences and in titles within titles.
 * @param has what the source has at all
 */
export function typography(lines: readonly ScannedLine[], has: SourceHas, { title }: LegalText): Remark[] {
  const remarks: Remark[] = []
  const angled = has.angles ? count(lines, ANGLED_TITLE) : null
  if (angled !== null) remarks.push({ line: angled.line, code: 'half-width-title-marks', message: `书名号里的书名用了“<>”（${first(angled.count)}），照原样保留，与“〈〉”同样看待。` })
  if (!has.halfWidth) return remarks
  const orders = DECISION.test(title)
  const marks = count(lines, orders ? HALF_WIDTH_BUT_COMMA : HALF_WIDTH)
  if (marks !== null) remarks.push({ line: marks.line, code: 'half-width-marks', message: `用了半角标点（${first(marks.count)}），照原样保留。` })
  // in a decision every mark is part of what it orders: 将第十条改为第十三条,第一款修改为
  const commas = orders ? count(lines, HALF_WIDTH_COMMA) : null
  if (commas !== null) remarks.push({ line: commas.line, code: 'half-width-marks', message: `决定里用了半角逗号（${first(commas.count)}），照原样保留；按决定修改时与全角逗号同样看待。` })
  return remarks
}
