/** Which `第X条` at the head of a line are labels of this text, and where labels hide inside a line. */
import { type ArticleLabel, readArticleLabel, readMarker } from './labels.ts'
import { toArticleLabel } from './numerals.ts'
import type { ScannedLine } from './scan.ts'
import type { Problem } from './tree.ts'

export type LabelChoice = {
  /** indices of the lines that begin an article, in order */
  accepted: number[]
  /** index of the line at which the annexes begin, -1 where there are none */
  annexStart: number
  /** indices of lines that look like a label and are taken for a citation */
  outliers: number[]
  /** ranges of lines inside a quotation that itself holds labels and headings (修正案 that adds a 节) */
  quoted: { from: number; to: number }[]
}

/** Follows “…” over lines; each paragraph of a long quotation may open it again and only the last closes it. */
export class Quotation {
  #depth = 0

  get open(): boolean {
    return this.#depth > 0
  }

  reset(): void {
    this.#depth = 0
  }

  read(text: string): void {
    if (this.#depth === 0 && !text.includes('“')) return
    let depth = text.startsWith('“') ? 0 : this.#depth
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i)
      if (code === 0x201c) depth += 1
      else if (code === 0x201d) depth -= 1
    }
    this.#depth = Math.max(0, depth)
  }
}

const follows = (label: ArticleLabel, previous: ArticleLabel): boolean =>
  (label.number === previous.number + 1 && label.inserted.length === 0) ||
  (label.number === previous.number && label.inserted.length > previous.inserted.length) ||
  (label.number === previous.number && (label.inserted.at(-1) ?? 0) === (previous.inserted.at(-1) ?? 0) + 1)

const numberAt = (lines: readonly ScannedLine[], index: number | undefined): number => {
  const line = index === undefined ? undefined : lines[index]
  return line?.kind === 'article' ? line.label.number : Number.NaN
}

/**
 * Labels at line heads that are no citations. An article may begin with a citation (第四十五条　第四十三条所称…): such a
 * line is a label where the numbers before and after it leave a gap that it fills.
 */
function candidateLabels(lines: readonly ScannedLine[]): number[] {
  const candidates: number[] = []
  let citing: number[] = []
  for (let i = 0; i < lines.length; i += 1) {
    const line = lines[i]
    if (line?.kind !== 'article') continue
    if (line.label.reference) {
      citing.push(i)
      continue
    }
    let last = numberAt(lines, candidates.at(-1))
    for (const index of citing) {
      if (numberAt(lines, index) !== last + 1 || last + 1 >= line.label.number) continue
      candidates.push(index)
      last += 1
    }
    citing = []
    candidates.push(i)
  }
  return candidates
}

/** A label that jumps while the next one carries on is a citation broken over a line (民间借贷规定 2020, line 57). */
export function chooseLabels(lines: readonly ScannedLine[]): LabelChoice {
  const candidates = candidateLabels(lines)
  const labelAt = (index: number | undefined): ArticleLabel | null => {
    const line = index === undefined ? undefined : lines[index]
    return line?.kind === 'article' ? line.label : null
  }
  const accepted: number[] = []
  const outliers: number[] = []
  const quoted: { from: number; to: number }[] = []
  const quotation = new Quotation()
  let readTo = 0
  let annexStart = -1
  let annexRead = 0
  let previous: ArticleLabel | null = null
  let scannedTo = -1
  for (const [c, index] of candidates.entries()) {
    const label = labelAt(index)
    if (label === null) continue
    if (previous !== null) {
      if (annexStart < 0) annexStart = firstAnnex(lines, Math.max(annexRead, scannedTo + 1), index)
      annexRead = index
      if (annexStart >= 0 && !follows(label, previous)) return { accepted, annexStart, outliers, quoted }
    }
    const next = labelAt(candidates[c + 1])
    const jumps = previous === null ? label.number !== 1 : !follows(label, previous)
    if (jumps && previous !== null) {
      for (readTo = Math.max(readTo, scannedTo); readTo < index; readTo += 1) quotation.read(lines[readTo]?.text ?? '')
      if (quotation.open || quotedByLeadIn(lines, scannedTo, index)) {
        const range = quoted.at(-1)
        if (range?.from === scannedTo + 1) range.to = index + 1
        else quoted.push({ from: scannedTo + 1, to: index + 1 })
        continue
      }
    }
    const nextCarriesOn = next !== null && (previous === null ? next.number === 1 : follows(next, previous))
    if (jumps && nextCarriesOn && !(next !== null && follows(next, label))) {
      outliers.push(index)
      continue
    }
    accepted.push(index)
    previous = label
    scannedTo = index
    annexStart = -1
    quotation.reset()
  }
  annexStart = accepted.length === 0 ? -1 : firstAnnex(lines, scannedTo + 1, lines.length)
  return { accepted, annexStart, outliers, quoted }
}

const ADDS_AS_FOLLOWS = /(?:增加|修改).*(?:如下|修改为)[：:]$/

/** 第五十二条 …增加五条…内容如下：— the articles after it are what is added, not articles of the amendment. */
function quotedByLeadIn(lines: readonly ScannedLine[], from: number, to: number): boolean {
  const lead = lines[from]
  if (lead?.kind !== 'article' || !ADDS_AS_FOLLOWS.test(lead.text)) return false
  return lines[from + 1]?.kind === 'division' || from + 1 === to || lines[from + 1]?.kind === 'article'
}

function firstAnnex(lines: readonly ScannedLine[], from: number, to: number): number {
  for (let i = from; i < to; i += 1) if (lines[i]?.kind === 'annex') return i
  return -1
}

const SENTENCE_END = /[。；;：:！？”）)]\s*$/
const PART_BREAK = /(?<=[。；;：:])\s+/
const CITING = /(?:本[法条例办规定细则决]*|依照|按照|根据|违反|适用|参照|依据|、|和|或者|及|至|与|》|法|条例|办法|规定)$/

function piece(text: string, line: number): ScannedLine {
  const marker = readMarker(text)
  return marker === null ? { kind: 'plain', text, line } : { kind: 'marker', text, line, marker }
}

/** Position of the label of article `number` inside `text`, -1 where it does not begin an article there. */
function gluedAt(text: string, number: number): number {
  const needle = toArticleLabel(number)
  for (let at = text.indexOf(needle, 1); at >= 0; at = text.indexOf(needle, at + 1)) {
    const label = readArticleLabel(text, at)
    if (label === null || label.reference) continue
    const before = text.slice(Math.max(0, at - 12), at)
    if (SENTENCE_END.test(before)) return at
    if (!CITING.test(before.trimEnd())) return at
  }
  return -1
}

/**
 * Cuts lines in which the next articles are glued to the one before (whole chapters on one line, a lost line break).
 * Only where the numbering of the line heads has a gap, and only for the very number that is missing.
 */
export function splitGluedArticles(
  lines: readonly ScannedLine[],
  accepted: readonly number[],
  end: number,
): { lines: ScannedLine[]; problems: Problem[] } {
  const problems: Problem[] = []
  const replaced = new Map<number, ScannedLine[]>()
  for (const [a, from] of accepted.entries()) {
    const first = lines[from]
    if (first?.kind !== 'article') continue
    const nextIndex = accepted[a + 1]
    const nextLine = nextIndex === undefined ? undefined : lines[nextIndex]
    const next = nextLine?.kind === 'article' ? nextLine.label : null
    if (next !== null && next.number <= first.label.number + 1) continue
    let missing = first.label.number + 1
    const to = nextIndex ?? end
    for (let i = from; i < to; i += 1) {
      const line = lines[i]
      if (line === undefined || line.kind === 'table' || line.kind === 'division') continue
      const pieces = cutLine(line, () => missing, next?.number ?? Number.POSITIVE_INFINITY)
      if (pieces.length < 2) continue
      const clean = pieces.slice(0, -1).every(({ text }) => SENTENCE_END.test(text))
      const labels = pieces.slice(1).map((_, p) => toArticleLabel(missing + p))
      const range = labels.length > 1 ? `${labels[0] ?? ''}至${labels.at(-1) ?? ''}` : (labels[0] ?? '')
      const check = clean ? '' : '，接缝处可能缺字，请与原件核对'
      const message = `${range}没有另起一行，已按条号分开${check}。`
      problems.push({ line: line.line, code: 'suspicious-label', message })
      missing += pieces.length - 1
      replaced.set(i, pieces.flatMap((part) => partsOf(part)))
    }
  }
  if (replaced.size === 0) return { lines: [...lines], problems }
  return { lines: lines.flatMap((line, i) => replaced.get(i) ?? [line]), problems }
}

function cutLine(line: ScannedLine, firstMissing: () => number, limit: number): ScannedLine[] {
  const pieces: ScannedLine[] = []
  let current: ScannedLine = line
  for (let number = firstMissing(); number < limit; number += 1) {
    const at = gluedAt(current.text, number)
    if (at < 0) break
    const head = current.text.slice(0, at).trim()
    const tail = current.text.slice(at)
    const label = readArticleLabel(tail)
    if (label === null) break
    pieces.push(current.kind === 'article' ? { ...current, text: head } : piece(head, line.line))
    current = { kind: 'article', text: tail, line: line.line, label }
  }
  pieces.push(current)
  return pieces
}

/** Inside such a line, white space after a full stop parts 款 and 项. */
function partsOf(part: ScannedLine): ScannedLine[] {
  const [head = '', ...rest] = part.text.split(PART_BREAK)
  if (rest.length === 0) return [part]
  return [part.kind === 'article' ? { ...part, text: head } : piece(head, part.line), ...rest.map((text) => piece(text, part.line))]
}
