/** Instructions on words inside a provision: replace, add, take away. */
import { diffText } from '../compare/index.ts'
import type { ApplyContext, TracedNode } from './apply-context.ts'
import { AmendmentFailure, annexPassages, articlePassages, describePlace, findTarget, type Passage, passagesOf, type Target } from './find-place.ts'
import type { QuotedLines, WordsAt } from './instruction.ts'
import { nameAnew } from './apply-divisions.ts'
import { replaceParagraphs } from './apply-provisions.ts'
import { appended, joinedAfter, joinedBefore, prepended, withoutDangling } from './join-words.ts'
import { findWords, sameWords, type Found, type TrackedWords } from './tracked-words.ts'
import type { WorkParagraph } from './working-text.ts'

const ITEM_NUMBER = /^[（(][零一二三四五六七八九十百]+[）)]\s*/u

const short = (words: string): string => (words.length > 24 ? `${words.slice(0, 24)}…` : words)

export function tracedNode(target: Target): TracedNode | null {
  switch (target.kind) {
    case 'article':
      return { kind: 'article', article: target.article }
    case 'paragraph':
      return { kind: 'paragraph', paragraph: target.paragraph }
    case 'item':
    case 'subitem':
      return { kind: 'item', paragraph: target.paragraph, item: target.item }
    case 'division':
      return { kind: 'division', division: target.division }
    case 'title':
    case 'preamble':
    case 'annex':
    case 'everywhere':
      return null
    default: {
      const never: never = target
      return never
    }
  }
}

function traceTarget(context: ApplyContext, target: Target): void {
  const before = describePlace(context.place)
  context.trace.push({ before, after: tracedNode(target) ?? { kind: 'words', words: before } })
}

type Hit = { words: TrackedWords; found: Found }

/** Where the words stand. Words of the old text come first: a decision quotes those, not what it has just written. */
function hitsIn(passages: readonly Passage[], wanted: string): Hit[] {
  const hits = passages.flatMap(({ words }) => findWords(words.words, wanted).map((found): Hit => ({ words, found })))
  const old = hits.filter(({ words, found }) => words.isOld(found.start, found.end))
  return old.length > 0 ? old : hits
}

function spliceAll(hits: readonly Hit[], words: string): void {
  for (const hit of [...hits].reverse()) hit.words.splice(hit.found.start, hit.found.end, words)
}

const notFound = (context: ApplyContext, words: string): AmendmentFailure =>
  new AmendmentFailure('words-not-found', `${describePlace(context.place)}中没有“${short(words)}”。`)

export function replaceWords(context: ApplyContext, from: QuotedLines, to: QuotedLines): void {
  const target = findTarget(context.work, context.place)
  if (target.kind === 'everywhere') {
    replaceEverywhere(context, from.join(''), to.join(''))
    return
  }
  if (target.kind === 'title') {
    const [found] = findWords(context.work.title, from.join(''))
    if (found === undefined) throw notFound(context, from.join(''))
    context.work.title = context.work.title.slice(0, found.start) + to.join('') + context.work.title.slice(found.end)
    traceTarget(context, target)
    return
  }
  if (from.length > 1 || to.length > 1) {
    replaceLines(context, target, from, to)
    return
  }
  let [old = '', words = ''] = [from[0], to[0]]
  if (target.kind === 'item' && ITEM_NUMBER.test(old)) {
    old = old.replace(ITEM_NUMBER, '')
    words = words.replace(ITEM_NUMBER, '')
  }
  const passages = passagesOf(context.work, target, false)
  const hits = hitsIn(passages, old)
  if (hits.length === 0) {
    if (!replaceNearlySame(context, passages, old, words)) throw notFound(context, old)
    traceTarget(context, target)
    return
  }
  for (const hit of [...hits].reverse()) {
    keepCondition(context, hit, old, words)
    hit.words.splice(hit.found.start, hit.found.end, words)
  }
  if (hits.length > 1) context.notes.push(`共${hits.length}处`)
  traceTarget(context, target)
}

/** Of the words that a decision quotes as those of a whole provision, this share must stand there. */
const NEARLY_SAME = 0.9

/** 宪法第九十八条：“旧文”修改为：“新文”: the whole provision is meant, even where the source of the text differs by a word. */
function replaceNearlySame(context: ApplyContext, passages: readonly Passage[], old: string, words: string): boolean {
  const filled = passages.filter((passage) => passage.words.words !== '')
  const [only] = filled
  if (only === undefined || filled.length > 1 || !/[。；]$/u.test(old) || likeness(only.words.words, old) < NEARLY_SAME) return false
  only.words.splice(0, only.words.words.length, words)
  context.notes.push('文本与决定所引的旧文有个别字不同，整段按决定改写')
  return true
}

function likeness(one: string, other: string): number {
  const kept = diffText(one, other).reduce((sum, { op, text }) => sum + (op === 'equal' ? text.length : 0), 0)
  return (2 * kept) / Math.max(1, one.length + other.length)
}

const CONDITION = /^(?:尚未|尚不|未)?构成犯罪的，/u
const CONSEQUENCE = /^(?:依法|由|给予|责令|处|对|没收|应当)/u

/**
 * 实行打击报复，构成犯罪的，… with 构成犯罪的，… replaced by 依法给予处分；…: the 的 that closes the condition went with the
 * words replaced and is set again behind the words before.
 */
function keepCondition(context: ApplyContext, { words, found }: Hit, old: string, fresh: string): void {
  const { start } = found
  if (!CONDITION.test(old) || !CONSEQUENCE.test(fresh) || words.words.charAt(start - 1) !== '，' || /[的时]/u.test(words.words.charAt(start - 2))) return
  const clause = /[^，。；：]*$/u.exec(words.words.slice(0, start - 1))?.[0] ?? ''
  if (clause === '') return
  words.splice(start - 1, start - 1, '的')
  found.start += 1
  found.end += 1
  context.notes.push('前半句补了“的”')
}

/** Whole paragraphs are quoted as they were, and stand anew, perhaps more or fewer of them. */
function replaceLines(context: ApplyContext, target: Target, from: QuotedLines, to: QuotedLines): void {
  if (target.kind === 'preamble') throw new AmendmentFailure('quotation-does-not-fit', '引言中成段的修改无法对应。')
  if (target.kind !== 'article' && target.kind !== 'paragraph') throw notFound(context, from.join(''))
  const article = target.article
  const paragraphs = (target.kind === 'paragraph' ? [target.paragraph] : article.paragraphs).filter(({ gone }) => !gone)
  let run = matchingRun(paragraphs, from)
  if (run === null && likeness(paragraphs.map(wordsOfParagraph).join(''), from.join('')) >= NEARLY_SAME) {
    run = paragraphs
    context.notes.push('文本与决定所引的旧文有个别字不同，整段按决定改写')
  }
  if (run === null) throw notFound(context, from.join(''))
  replaceParagraphs(context, article, run, to)
}

const wordsOfParagraph = (paragraph: WorkParagraph): string => paragraph.words.words + paragraph.items.map((item) => item.number + item.words.words).join('')

/** Neighbouring 款 that together read as the quoted lines. */
function matchingRun(paragraphs: readonly WorkParagraph[], from: QuotedLines): WorkParagraph[] | null {
  const wanted = from.join('')
  for (let start = 0; start < paragraphs.length; start += 1) {
    let words = ''
    for (let end = start; end < paragraphs.length; end += 1) {
      const paragraph = paragraphs[end]
      if (paragraph === undefined) break
      words += wordsOfParagraph(paragraph)
      if (sameWords(words, wanted)) return paragraphs.slice(start, end + 1)
      if (words.length > wanted.length * 2 + 20) break
    }
  }
  return null
}

/** 将相关条文中的“帐”修改为“账”: every provision of the old text. New words of the decision already read so. */
function replaceEverywhere(context: ApplyContext, from: string, to: string): void {
  const { work } = context
  const division = work.divisions.find(({ gone, number, heading }) => !gone && sameWords(`${number}${heading}`, from))
  if (division !== undefined) {
    context.trace.push({ before: division.number, after: { kind: 'division', division } })
    nameAnew(division, to, context.by)
    return
  }
  let count = 0
  const inPassages = (passages: readonly Passage[]): boolean => {
    const hits = passages.flatMap(({ words }) => findWords(words.words, from).filter(({ start, end }) => words.isOld(start, end)).map((found): Hit => ({ words, found })))
    spliceAll(hits, to)
    count += hits.length
    return hits.length > 0
  }
  if (inPassages(work.preamble.map(({ line }) => ({ words: line, number: null })))) context.trace.push({ before: '引言', after: { kind: 'words', words: '引言' } })
  for (const one of work.divisions.filter(({ gone }) => !gone)) {
    const found = findWords(one.heading, from)
    if (found.length === 0) continue
    for (const { start, end } of [...found].reverse()) one.heading = one.heading.slice(0, start) + to + one.heading.slice(end)
    count += found.length
    context.trace.push({ before: one.number, after: { kind: 'division', division: one } })
  }
  for (const article of work.articles.filter(({ gone }) => !gone)) {
    if (inPassages(articlePassages(article))) context.trace.push({ before: article.old, after: { kind: 'article', article } })
  }
  for (const annex of work.annexes.filter(({ gone }) => !gone)) {
    if (inPassages(annexPassages(annex))) context.trace.push({ before: annex.label, after: { kind: 'words', words: annex.label } })
  }
  if (count === 0) throw notFound(context, from)
  if (count > 1) context.notes.push(`共${count}处`)
}

export function deleteWords(context: ApplyContext, wanted: string): void {
  const target = findTarget(context.work, context.place)
  const hits = hitsIn(target.kind === 'everywhere' ? context.work.articles.filter(({ gone }) => !gone).flatMap(articlePassages) : passagesOf(context.work, target, false), wanted)
  if (hits.length === 0) throw notFound(context, wanted)
  for (const { words, found } of [...hits].reverse()) {
    const around = withoutDangling(words.words, found)
    if (around.start !== found.start || around.end !== found.end) context.notes.push('一并删去多余的标点')
    words.splice(around.start, around.end, '')
  }
  if (hits.length > 1) context.notes.push(`共${hits.length}处`)
  traceTarget(context, target)
}

export function insertWords(context: ApplyContext, lines: QuotedLines, at: WordsAt): void {
  const { work, place } = context
  const target = findTarget(work, place)
  const words = lines.join('')
  if (lines.length !== 1) throw new AmendmentFailure('quotation-does-not-fit', '增加的词句不止一段，无法放进一句话里。')
  const passages = passagesOf(work, target, place.part?.kind === 'opening')
  if (at.anchor === null) {
    const passage = at.side === 'start' ? passages[0] : passages.at(-1)
    if (passage === undefined) throw new AmendmentFailure('place-not-found', `${describePlace(place)}没有可以增加词句的文字。`)
    const joined = at.side === 'start' ? { at: 0, words: prepended(words) } : appended(passage.words.words, words)
    noteJoined(context, words, joined.words)
    passage.words.splice(joined.at, joined.at, joined.words)
    traceTarget(context, target)
    return
  }
  const hits = hitsIn(passages, at.anchor)
  if (hits.length === 0) throw notFound(context, at.anchor)
  for (const { words: text, found } of [...hits].reverse()) {
    const joined = at.side === 'after' ? joinedAfter(text.words, found, words) : joinedBefore(text.words, found, words)
    noteJoined(context, words, joined)
    const index = at.side === 'after' ? found.end : found.start
    text.splice(index, index, joined)
  }
  if (hits.length > 1) context.notes.push(`共${hits.length}处`)
  traceTarget(context, target)
}

function noteJoined(context: ApplyContext, words: string, joined: string): void {
  if (joined !== words) context.notes.push(`按上下文补了标点，实际增加“${joined}”`)
}
