/** From the place that an instruction names to the nodes of the text, by the numbers before the decision. */
import { toChineseNumber } from '../text/index.ts'
import type { DivisionStep, FailureReason, Place } from './instruction.ts'
import { findWords, type TrackedWords } from './tracked-words.ts'
import { levelsOf, type WorkAnnex, type WorkArticle, type WorkDivision, type WorkItem, type WorkParagraph, type WorkSubitem, type WorkTable, type WorkText } from './working-text.ts'

/** An instruction that cannot be carried out; nothing was changed. The message is a Chinese sentence. */
export class AmendmentFailure extends Error {
  override readonly name = 'AmendmentFailure'
  readonly code: FailureReason

  constructor(code: FailureReason, message: string) {
    super(message)
    this.code = code
  }
}

export type Target =
  | { kind: 'title' }
  | { kind: 'preamble'; lines: number[] }
  | { kind: 'division'; division: WorkDivision }
  | { kind: 'article'; article: WorkArticle }
  | { kind: 'paragraph'; article: WorkArticle; paragraph: WorkParagraph }
  | { kind: 'item'; article: WorkArticle; paragraph: WorkParagraph; item: WorkItem }
  | { kind: 'subitem'; article: WorkArticle; paragraph: WorkParagraph; item: WorkItem; subitem: WorkSubitem }
  | { kind: 'annex'; annex: WorkAnnex }
  | { kind: 'everywhere' }

const missing = (message: string): AmendmentFailure => new AmendmentFailure('place-not-found', message)

const DIVISION_WORDS = { part: '编', subpart: '分编', chapter: '章', section: '节' } as const
const stepWords = ({ kind, ordinal }: DivisionStep): string => `第${toChineseNumber(ordinal)}${DIVISION_WORDS[kind]}`

/** What a person calls a place: 第九条第一款, 序言第七自然段. */
export function describePlace(place: Place): string {
  const divisions = place.divisions.map(stepWords).join('')
  switch (place.area) {
    case 'title':
      return '名称'
    case 'preamble':
      return place.paragraph === null ? '引言' : `序言第${place.paragraph > 0 ? toChineseNumber(place.paragraph) : '末'}自然段`
    case 'annex':
      return place.annex === null ? '附件' : `附件${toChineseNumber(place.annex)}`
    case 'everywhere':
      return '全文'
    case 'body': {
      if (place.article === null) return `${divisions}${levelsOf(place.paragraph, place.item, place.subitem)}`
      return `${place.article}${levelsOf(place.paragraph, place.item, place.subitem)}`
    }
    default: {
      const never: never = place.area
      return never
    }
  }
}

/** The nodes at a place. @throws AmendmentFailure where the text has none, or more than one */
export function findTarget(work: WorkText, place: Place): Target {
  switch (place.area) {
    case 'title':
      return { kind: 'title' }
    case 'everywhere':
      return { kind: 'everywhere' }
    case 'annex':
      return { kind: 'annex', annex: findAnnex(work, place) }
    case 'preamble':
      return findLetterParagraph(work, place) ?? { kind: 'preamble', lines: findPreamble(work, place) }
    case 'body':
      return place.article === null && place.paragraph === null && place.item === null ? { kind: 'division', division: findDivision(work, place.divisions) } : findInArticle(work, place)
    default: {
      const never: never = place.area
      return never
    }
  }
}

function findAnnex(work: WorkText, place: Place): WorkAnnex {
  const left = work.annexes.filter(({ gone }) => !gone)
  const found = place.annex === null ? left : left.filter(({ old }) => old === place.annex)
  const [annex] = found
  if (annex === undefined || found.length > 1) throw missing(found.length > 1 ? '文本有几个附件，决定没有说是哪一个。' : `文本没有${describePlace(place)}。`)
  return annex
}

/** 引言: all its lines, or from 为了…, 根据…; 第七自然段: counted without the word 序言. */
function findPreamble(work: WorkText, place: Place): number[] {
  const lines = work.preamble.map(({ line }, i) => ({ words: line.words, i }))
  const running = lines.filter(({ words }) => !/^\s*(?:序\s*言|引\s*言|前\s*言)\s*$/u.test(words))
  if (place.paragraph !== null) {
    const found = running.at(place.paragraph < 0 ? place.paragraph : place.paragraph - 1)
    if (found === undefined) throw missing(`文本没有${describePlace(place)}。`)
    return [found.i]
  }
  const start = running.length === 1 ? 0 : running.findIndex(({ words }) => /^(?:为|根据|依照|依据|按照)/u.test(words))
  if (running.length === 0 || start < 0) throw missing('文本没有引言。')
  return running.slice(start).map(({ i }) => i)
}

const SALUTATION = /^[^，。；]{2,40}[：:]$/u

/** 第二段 of a letter (批复, 复函) that has no 条: counted without the line that says to whom it goes. */
function findLetterParagraph(work: WorkText, place: Place): Target | null {
  if (work.base.form !== 'outline' || place.paragraph === null || work.preamble.length > 0) return null
  const running = work.articles.filter(({ old, paragraphs }, i) => old === '' && !(i === 0 && SALUTATION.test(paragraphs[0]?.source?.text ?? '')))
  const article = running.at(place.paragraph < 0 ? place.paragraph : place.paragraph - 1)
  const [paragraph] = article?.oldParagraphs ?? []
  if (article === undefined || paragraph === undefined || paragraph.gone) throw missing(`文本没有第${toChineseNumber(Math.max(0, place.paragraph))}段。`)
  return { kind: 'paragraph', article, paragraph }
}

/** 第三章第七节; a 节 alone where only one division of that number exists. */
export function findDivision(work: WorkText, steps: readonly DivisionStep[]): WorkDivision {
  const words = steps.map(stepWords).join('')
  let within: WorkDivision | null = null
  for (const step of steps) {
    const parent: WorkDivision | null = within
    const found: WorkDivision[] = work.divisions.filter(
      (one) => one.source !== null && sameKind(one.kind, step.kind) && one.ordinal === step.ordinal && (parent === null || isInside(one, parent)),
    )
    const [division] = found
    if (division === undefined) throw missing(`文本没有${words}。`)
    if (found.length > 1) throw missing(`文本有${found.length}处${words}，决定没有说是哪一处。`)
    if (division.gone) throw missing(`${words}已经删去。`)
    within = division
  }
  if (within === null) throw missing('决定没有说明修改何处。')
  return within
}

const sameKind = (one: string, other: string): boolean => one === other
const isInside = (division: WorkDivision, around: WorkDivision): boolean =>
  division.parent !== null && (division.parent === around || isInside(division.parent, around))

export function findArticle(work: WorkText, label: string): WorkArticle {
  const found = work.articles.filter(({ old }) => old === label)
  const [article] = found
  if (article === undefined) throw missing(`文本没有${label}。`)
  if (found.length > 1) throw missing(`文本有${found.length}处${label}。`)
  return article
}

function findInArticle(work: WorkText, place: Place): Target {
  if (place.article === null) throw missing('决定没有说明修改哪一条。')
  const article = findArticle(work, place.article)
  if (place.paragraph === null && place.item === null && place.leadIn === null) {
    if (article.gone) throw missing(`${place.article}已经删去。`)
    return { kind: 'article', article }
  }
  const paragraph = findParagraph(article, place)
  if (place.item === null) return { kind: 'paragraph', article: paragraph.owner, paragraph }
  const items = paragraph.items.filter(({ gone, source, ordinal, old }) => !gone && source !== null && (ordinal ?? old) === place.item)
  const [item] = items
  if (item === undefined || items.length > 1) throw missing(`${place.article}${levelsOf(place.paragraph, null)}没有第${toChineseNumber(place.item)}项。`)
  if (place.subitem === null) return { kind: 'item', article: paragraph.owner, paragraph, item }
  const subitem = item.subitems[place.subitem - 1]
  if (subitem === undefined) throw missing(`${describePlace({ ...place, subitem: null })}没有第${toChineseNumber(place.subitem)}目。`)
  return { kind: 'subitem', article: paragraph.owner, paragraph, item, subitem }
}

/**
 * 款 as laws count them: 主任，副主任若干人，委员若干人。 under a lead-in are lines of the 款 that leads into them,
 * though they stand apart in print and bear no numbers.
 */
export function lawfulParagraphs(article: WorkArticle): WorkParagraph[][] {
  const groups: WorkParagraph[][] = []
  let inList = false
  for (const paragraph of article.oldParagraphs) {
    const words = paragraph.source?.text ?? ''
    if (inList) groups.at(-1)?.push(paragraph)
    else groups.push([paragraph])
    const leads = /[：:]$/u.test(words) && paragraph.items.length === 0
    inList = (leads || inList) && !(inList && /[。；]$/u.test(words)) && words.length <= LONGEST_LISTED
    if (leads && !inList) inList = true
  }
  // a lead-in without any short line below it is a 款 like others
  return groups.some((group) => group.length > 1 && !group.slice(1, -1).every(({ source }) => /，$/u.test(source?.text ?? ''))) ? article.oldParagraphs.map((one) => [one]) : groups
}

const LONGEST_LISTED = 40

/**
 * The 款 that is named, or the only one that the instruction can mean: with the words quoted, or with items.
 * @param rewrittenToo one of an article that was written anew as a whole, too: it may go on as an article of its own
 */
export function findParagraph(article: WorkArticle, place: Place, rewrittenToo = false): WorkParagraph {
  const label = article.old ?? ''
  if (place.paragraph !== null) {
    const paragraph = lawfulParagraphs(article)[place.paragraph - 1]?.[0]
    if (paragraph === undefined) throw missing(`${label}没有${levelsOf(place.paragraph, null)}。`)
    if (paragraph.gone && !(rewrittenToo && paragraph.rewritten)) throw missing(`${label}${levelsOf(place.paragraph, null)}已经删去。`)
    return paragraph
  }
  const left = article.oldParagraphs.filter(({ gone }) => !gone)
  const lead = place.leadIn
  const named = lead === null ? left : left.filter(({ words }) => findWords(words.words, lead).length > 0)
  if (named.length === 0) throw missing(`${label}没有以“${lead ?? ''}”开头的款。`)
  const withItems = named.filter(({ items }) => items.length > 0)
  const wanted = place.item
  const withItem = wanted === null ? withItems : withItems.filter(({ items }) => items.some((item) => (item.ordinal ?? item.old) === wanted))
  const candidates = withItem.length > 0 ? withItem : withItems.length > 0 ? withItems : named
  const [paragraph] = candidates
  if (paragraph === undefined || candidates.length > 1) throw missing(`${label}有几款含有项，决定没有说是哪一款。`)
  return paragraph
}

/** Words of a node that instructions on words act on, in their order. */
export type Passage = { words: TrackedWords; /** printed number before it, `（六）` */ number: string | null }

const cells = (table: WorkTable | null): Passage[] => (table ?? []).flatMap((row) => row.map(({ words }) => ({ words, number: null })))

const itemPassages = (item: WorkItem): Passage[] => [
  { words: item.words, number: item.number },
  ...item.subitems.map(({ words, number }) => ({ words, number })),
]

export const paragraphPassages = (paragraph: WorkParagraph): Passage[] => [
  { words: paragraph.words, number: null },
  ...cells(paragraph.table),
  ...paragraph.items.filter(({ gone }) => !gone).flatMap(itemPassages),
]

export const articlePassages = (article: WorkArticle): Passage[] => article.paragraphs.filter(({ gone }) => !gone).flatMap(paragraphPassages)

export const annexPassages = (annex: WorkAnnex): Passage[] =>
  annex.blocks.flatMap((block) => (block.kind === 'line' ? [{ words: block.words, number: null }] : cells(block.table)))

export function passagesOf(work: WorkText, target: Target, opening: boolean): Passage[] {
  switch (target.kind) {
    case 'article': {
      const [first] = target.article.paragraphs
      return opening ? (first === undefined ? [] : [{ words: first.words, number: null }]) : articlePassages(target.article)
    }
    case 'paragraph':
      return opening ? [{ words: target.paragraph.words, number: null }] : paragraphPassages(target.paragraph)
    case 'item':
      return itemPassages(target.item)
    case 'subitem':
      return [{ words: target.subitem.words, number: target.subitem.number }]
    case 'preamble':
      return target.lines.flatMap((i) => {
        const line = work.preamble[i]?.line
        return line === undefined ? [] : [{ words: line, number: null }]
      })
    case 'annex':
      return annexPassages(target.annex)
    case 'everywhere':
    case 'division':
    case 'title':
      return []
    default: {
      const never: never = target
      return never
    }
  }
}
