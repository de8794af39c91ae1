/** Rules on punctuation: ends of 项, brackets, 书名号, the two halves of 除……外. */
import { readBookTitle } from '../citation/index.ts'
import type { Item, Paragraph } from '../text/index.ts'
import { type Draft, type DraftingRule, type DraftLine, type Hit, NORM, OWN_CHECK } from './rule.ts'

/** The last character of a line, where every complaint on its end is put. */
const atEnd = (line: DraftLine, why: string, suggestion: string): Hit => ({ line, start: Math.max(0, line.text.length - 1), end: line.text.length, why, suggestion })

function findItemEnds({ text, lines }: Draft): Hit[] {
  const byNode = new Map(lines.map((line) => [line.nodeId, line]))
  return text.articles.flatMap(({ paragraphs }) => paragraphs.flatMap((paragraph) => [...leadInHits(paragraph, byNode), ...itemHits(paragraph, byNode)]))
}

function leadInHits(paragraph: Paragraph, byNode: ReadonlyMap<string, DraftLine>): Hit[] {
  const line = byNode.get(paragraph.id)
  // one item alone is more often a misread number than a list
  if (line === undefined || paragraph.items.length < 2 || line.text.endsWith('：')) return []
  if (line.text.endsWith(':')) return [atEnd(line, '引出各项的句子以全角冒号结束', '：')]
  return /[，,]$|[\p{Script=Han}]$/u.test(line.text) ? [atEnd(line, '引出各项的句子以冒号结束', '：')] : []
}

const OWN_SENTENCE = /。./u
const SEMICOLON = /[；;]$/u

/** The last 目 ends the 项 that it stands in. */
const lineOf = (item: Item, byNode: ReadonlyMap<string, DraftLine>): DraftLine | undefined => byNode.get(item.subitems.at(-1)?.id ?? item.id)

function itemHits({ items }: Paragraph, byNode: ReadonlyMap<string, DraftLine>): Hit[] {
  if (items.length < 2) return []
  // headed or full sentences: each item may end with its own full stop
  const sentences = items.some((item) => OWN_SENTENCE.test(item.text) || item.subitems.length > 0)
  const withSemicolon = items.filter(({ text }) => SEMICOLON.test(text)).length
  return items.flatMap((item, at): Hit[] => {
    const line = lineOf(item, byNode)
    if (line === undefined || line.text === '') return []
    const last = at === items.length - 1
    if (line.text.endsWith(';')) return [atEnd(line, '各项之间用全角分号', last ? '。' : '；')]
    if (last) return /[；，、]$/u.test(line.text) ? [atEnd(line, '最后一项以句号结束', '。')] : []
    if (/[，、,]$/u.test(line.text)) return [atEnd(line, '各项以分号结束', '；')]
    if (/[\p{Script=Han}]$/u.test(line.text) && withSemicolon > 0) return [atEnd(line, '本项末尾没有标点，各项以分号结束', '；')]
    if (line.text.endsWith('。') && !sentences && withSemicolon * 2 >= items.length) return [atEnd(line, '其他各项以分号结束，本项以句号结束', '；')]
    return []
  })
}

/** A line that the source broke has its other half in the next one. */
function findBookTitles({ lines }: Draft): Hit[] {
  const opened = new Map<number, number>()
  for (const { articleIndex, text } of lines) opened.set(articleIndex, (opened.get(articleIndex) ?? 0) + text.split('《').length - text.split('》').length)
  return lines.flatMap((line) => {
    const uneven = opened.get(line.articleIndex) !== 0
    const hits: Hit[] = []
    let closedTo = 0
    for (let at = line.text.indexOf('《'); at >= 0; ) {
      const book = readBookTitle(line.text, at)
      if (book === null) {
        // a long title is cut off by the reader, not by the drafter
        if (uneven && line.text.indexOf('》', at) < 0) hits.push({ line, start: at, end: at + 1, why: '书名号没有后半' })
        closedTo = line.text.length
        break
      }
      const inner = book.title.indexOf('《')
      if (inner >= 0) hits.push({ line, start: at + 1 + inner, end: at + 2 + inner, why: '书名号里面还有书名号的，里面用〈 〉', suggestion: '〈' })
      closedTo = book.end
      at = line.text.indexOf('《', book.end)
    }
    const loose = closedTo === 0 ? line.text.indexOf('》') : -1
    if (uneven && loose >= 0) hits.push({ line, start: loose, end: loose + 1, why: '书名号没有前半' })
    return hits
  })
}

// 区、县（市）, 修正案（二） are names and stay as they are
const BRACKET = /[（(](?:[市区县镇乡州旗场、]{1,5}|[一二三四五六七八九十]{1,3})[）)]|[（(）)]/gu

function findNestedBrackets({ lines }: Draft): Hit[] {
  return lines.flatMap((line) => {
    const hits: Hit[] = []
    let open: number | null = null
    for (const { 0: bracket, index } of line.text.matchAll(BRACKET)) {
      if (bracket.length > 1) continue
      if (bracket === '）' || bracket === ')') open = null
      else if (open === null) open = index
      else hits.push({ line, start: index, end: index + 1, why: '括号里面又用同一种括号，里层改用方括号或者改写成句子' })
    }
    return hits
  })
}

const EXCEPTION = /(?<=^|[，。；：])除(?=(?:法律|法规|国家|本条例|本办法|本规定|本法|依照|依法|按照|应当|因|有|属于|前款|前条|经|符合|上述|下列|特殊|紧急|不可抗力|涉及))/gu

function findHalfExceptions({ lines }: Draft): Hit[] {
  return lines.flatMap((line) => {
    if (line.text.endsWith('：') || line.item !== null) return []
    const hits: Hit[] = []
    let at = 0
    for (const sentence of line.text.split(/(?<=[。；])/u)) {
      const outer = sentence.lastIndexOf('外')
      for (const match of sentence.matchAll(EXCEPTION)) {
        if (match.index > outer) hits.push({ line, start: at + match.index, end: at + match.index + 1, why: '“除……”没有与它配合的“外”', suggestion: '除……外' })
      }
      at += sentence.length
    }
    return hits
  })
}

export const punctuationRules: readonly DraftingRule[] = [
  {
    code: 'L05', name: '除……外', basis: NORM, severity: 'info',
    says: '“除”与“外”（以外）前后配合，表示例外或者“除……外，还……”。', mayIgnore: '“除”不是表示例外的。',
    find: findHalfExceptions,
  },
  {
    code: 'L24', name: '各项的标点', basis: NORM, severity: 'warn',
    says: '引出各项的句子以冒号结束，各项以分号结束，最后一项以句号结束。', mayIgnore: '项内有完整句子、各项都以句号结束的。',
    find: findItemEnds,
  },
  {
    code: 'L27', name: '书名号', basis: NORM, severity: 'warn',
    says: '书名号前后成对；外层用《 》，里层用〈 〉。', mayIgnore: '照引公布时的名称的。',
    find: findBookTitles,
  },
  {
    code: 'L28', name: '括号不套用', basis: OWN_CHECK, severity: 'warn',
    says: '括号里面不再用同一种括号。', mayIgnore: '文号、标准号、化学式中的原有写法。',
    find: findNestedBrackets,
  },
]
