/** What stands after the last article: signature, date, distribution, list of attachments, annexes. */
import { DATE_ONLY } from './parse-front.ts'
import { readAnnexLabel } from './labels.ts'
import type { ScannedLine } from './scan.ts'
import type { Annex, AnnexBlock, Problem } from './tree.ts'

const DISTRIBUTION =
  /^(?:公开方式|抄\s*送|主\s*送|分\s*送|信息公开(?:选项|形式)?|公开属性|校对|打字)\s*[:：]|印发\s*[。]?$|^[（(](?:此件|本文|此文).{0,20}[)）]$/
const OFFICER = /^(?:省长|市长|州长|区长|县长|主席|主任|部长|局长|总理|院长|检察长)[:：]?/
const LONGEST_SIGNATURE = 50
const LONGEST_LIST = 40

const isClosed = (text: string): boolean => DATE_ONLY.test(text) || DISTRIBUTION.test(text)

function isSignature(text: string): boolean {
  if (text.length > LONGEST_SIGNATURE) return false
  return OFFICER.test(text.replace(/\s+/g, '')) || !/[。；：:;，,！？]/.test(text)
}

/** Index at which the closing lines before `end` begin; `end` where there are none. */
export function closingStart(lines: readonly ScannedLine[], from: number, end: number): number {
  let i = end
  for (; i > from; i -= 1) {
    const line = lines[i - 1]
    if (line === undefined || line.kind !== 'plain') break
    if (!isClosed(line.text) && (i === end || !isSignature(line.text))) break
  }
  return listStart(lines, from, i)
}

/** A list of attachments (`附件：` and its numbered lines) that ends right before `end`. */
function listStart(lines: readonly ScannedLine[], from: number, end: number): number {
  for (let i = end; i > from && end - i < LONGEST_LIST; i -= 1) {
    const line = lines[i - 1]
    if (line === undefined) break
    if (line.kind === 'annex') return line.annex.colon ? i - 1 : end
    if (line.kind !== 'marker' || line.marker.level < 3) break
  }
  return end
}

const COMMENCES = /(?:施行|实施|废止|执行|为准|解释)[。]$/
const TABLE_NAME = /^[^。；：，,;:]{2,40}(?:标准|表|目录|清单|名录|范围|图|名单|样式|格式|办法|说明)$/

/**
 * Index of an annex that no 附件 announces: a title alone on its line after the commencement article (环保部令17号).
 * -1 where there is none.
 */
export function unlabelledAnnexStart(lines: readonly ScannedLine[], lastArticle: number, end: number): number {
  for (let i = lastArticle + 1; i < end - 1; i += 1) {
    const line = lines[i]
    if (line?.kind === 'plain' && TABLE_NAME.test(line.text) && COMMENCES.test(lines[i - 1]?.text ?? '')) return i
  }
  return -1
}

export type Tail = { before: string[]; annexes: Annex[]; after: string[]; problems: Problem[] }

const EMBEDDED = /\s+(?=附[件表录图]\s*[一二三四五六七八九十0-9]+\s)/

function isTitle(line: ScannedLine | undefined): line is ScannedLine {
  return line !== undefined && line.kind === 'plain' && line.text.length <= 60 && !/[。；：:;，,]$/.test(line.text)
}

/**
 * Parses the lines from the first annex label on.
 * `before` are lines that belong to the letter (a mere list of attachments, signature), `after` distribution lines at the end.
 */
export function parseAnnexes(lines: readonly ScannedLine[]): Tail {
  const problems: Problem[] = []
  const texts = (from: number, to: number): string[] => lines.slice(from, to).map(({ text }) => text)

  let start = 0
  const head = lines[0]
  if (head?.kind === 'annex' && head.annex.colon) {
    let list = 1
    while (lines[list]?.kind === 'marker') list += 1
    const later = lines.findIndex((line, i) => i > 0 && line.kind === 'annex' && !line.annex.colon)
    const upTo = later < 0 ? lines.length : later
    const onlyListAndClosing = closingStart(lines, list, upTo) === list
    if (onlyListAndClosing && (later >= 0 || list > 1 || head.annex.title !== '')) start = upTo
  }

  let end = lines.length
  while (end > start) {
    const line = lines[end - 1]
    if (line === undefined || line.kind !== 'plain' || !DISTRIBUTION.test(line.text)) break
    end -= 1
  }

  const annexes: Annex[] = []
  let blocks: AnnexBlock[] = []
  let articles = 0
  for (let i = start; i < end; i += 1) {
    const line = lines[i]
    if (line === undefined) break
    if (line.kind === 'annex') {
      articles = 0
      for (const [p, piece] of line.text.split(EMBEDDED).entries()) {
        const label = p === 0 && line.annex.label === '' ? { label: '', title: piece } : readAnnexLabel(piece)
        if (label === null) continue
        blocks = []
        annexes.push({ id: '', label: label.label, title: label.title, blocks })
      }
      const annex = annexes.at(-1)
      const next = lines[i + 1]
      if (annex !== undefined && annex.title === '' && i + 1 < end && isTitle(next)) {
        annex.title = next.text
        i += 1
      }
      continue
    }
    if (line.kind === 'table') {
      blocks.push({ kind: 'table', table: line.table })
      continue
    }
    if (line.kind === 'article') {
      articles += 1
      if (articles === 1) {
        problems.push({
          line: line.line,
          code: 'article-in-annex',
          message: `附件中有“${line.label.label}”这样的条标，按附件内容保留，没有编入正文。`,
        })
      }
    }
    blocks.push({ kind: 'line', text: line.text })
  }
  return { before: texts(0, start), annexes, after: texts(end, lines.length), problems }
}
