/** Instructions on whole provisions: write anew, add, take away. */
import { parseArticleLabel } from '../text/index.ts'
import type { ApplyContext, Trace } from './apply-context.ts'
import { insertDivisions, replaceHeading } from './apply-divisions.ts'
import { dropHeading } from './apply-extents.ts'
import { AmendmentFailure, describePlace, findParagraph, findTarget, lawfulParagraphs, paragraphPassages, type Target } from './find-place.ts'
import type { Operation, Place, QuotedLines } from './instruction.ts'
import { addArticles, pinArticle } from './pin-numbers.ts'
import { readArticle, readItems, readParagraphs } from './read-quotation.ts'
import { parseAnnexBlocks } from './read-annex.ts'
import { sameWords, TrackedWords } from './tracked-words.ts'
import { levelsOf, sameNumber, toWorkBlocks, toWorkItem, toWorkParagraph, type WorkArticle, type WorkItem, type WorkParagraph } from './working-text.ts'

const misfit = (message: string): AmendmentFailure => new AmendmentFailure('quotation-does-not-fit', message)

const paragraphTrace = (paragraph: WorkParagraph, before: string | null): Trace => ({ before, after: { kind: 'paragraph', paragraph } })

/** 修改为：“…” for the whole of a place. */
export function replaceProvision(context: ApplyContext, { lines, rest }: Extract<Operation, { does: 'replace-provision' }>): void {
  const target = findTarget(context.work, context.place)
  if (rest.length > 0) {
    replaceSeveral(context, [target, ...rest.map((place) => findTarget(context.work, place))], lines)
    return
  }
  switch (target.kind) {
    case 'article':
      replaceArticle(context, target.article, lines)
      return
    case 'paragraph':
      replaceParagraph(context, target.paragraph, lines)
      return
    case 'item':
      replaceItem(context, target.paragraph, target.item, lines)
      return
    case 'subitem': {
      const words = lines.join('').replace(/^[0-9０-９]{1,2}[.．、]\s*/u, '')
      context.trace.push({ before: describePlace(context.place), after: { kind: 'item', paragraph: target.paragraph, item: target.item } })
      target.subitem.words = new TrackedWords(words, true)
      return
    }
    case 'preamble': {
      const [first = 0] = target.lines
      context.work.preamble.splice(first, target.lines.length, ...lines.map((line) => ({ line: new TrackedWords(line, true), old: -1 })))
      context.trace.push({ before: describePlace(context.place), after: { kind: 'words', words: describePlace(context.place) } })
      return
    }
    case 'annex': {
      const annex = parseAnnexBlocks(lines)
      target.annex.title = annex.title === '' ? target.annex.title : annex.title
      target.annex.blocks = toWorkBlocks(annex.blocks, true)
      context.trace.push({ before: describePlace(context.place), after: { kind: 'words', words: describePlace(context.place) } })
      return
    }
    case 'division':
      replaceHeading(context, target.division, lines)
      return
    case 'title':
    case 'everywhere':
      throw new AmendmentFailure('not-understood', '没有读懂要修改的是哪一部分。')
    default: {
      const never: never = target
      return never
    }
  }
}

/** Puts the quoted article in the place of what stands there; a heading stays where the quotation has none. */
export function replaceArticle(context: ApplyContext, article: WorkArticle, lines: QuotedLines): void {
  if (context.place.part?.kind === 'opening') {
    const [first] = article.paragraphs.filter(({ gone }) => !gone)
    if (first === undefined) throw misfit(`${article.old ?? ''}没有可以修改的文字。`)
    replaceParagraph(context, first, lines)
    return
  }
  if (context.place.part?.kind === 'sentence') throw misfit('决定按句修改，但没有说明是哪一款的哪一句。')
  const read = readArticle(lines)
  if (read === null) throw misfit('引号中的内容不是一条的条文。')
  if (read.label !== null && read.label !== article.old && article.pin === null) pinArticle(context, article, read.label)
  for (const paragraph of article.paragraphs) {
    paragraph.gone = true
    paragraph.rewritten = true
  }
  article.heading = read.article.heading ?? article.heading
  article.paragraphs = read.article.paragraphs.map((paragraph) => toWorkParagraph(paragraph, null, article))
  context.trace.push({ before: article.old, after: { kind: 'article', article } })
}

/** Puts the quoted paragraphs in the place of neighbouring ones: the first keeps its place and identity. */
export function replaceParagraphs(context: ApplyContext, article: WorkArticle, old: readonly WorkParagraph[], lines: QuotedLines): void {
  const read = readParagraphs(lines)
  const [first] = old
  if (read === null || first === undefined) throw misfit('引号中的内容不是成款的条文。')
  const fresh = read.map((paragraph) => toWorkParagraph(paragraph, null, article))
  for (const [i, paragraph] of old.entries()) {
    const into = fresh[i]
    const before = article.old === null || paragraph.old === null ? null : `${article.old}${levelsOf(paragraph.old, null)}`
    if (into === undefined) {
      paragraph.gone = true
      context.trace.push({ before, after: null })
      continue
    }
    rewrite(paragraph, into)
    context.trace.push(paragraphTrace(paragraph, before))
  }
  const last = old.at(-1) ?? first
  const added = fresh.slice(old.length)
  article.paragraphs.splice(article.paragraphs.indexOf(last) + 1, 0, ...added)
  article.paragraphs = article.paragraphs.filter(({ gone }) => !gone)
  for (const paragraph of added) context.trace.push(paragraphTrace(paragraph, null))
}

function rewrite(paragraph: WorkParagraph, into: WorkParagraph): void {
  paragraph.words = into.words
  paragraph.table = into.table
  // a 款 that is quoted without its 项 and leads into them keeps them
  if (into.items.length > 0 || !/[：:]$/u.test(into.words.words)) paragraph.items = into.items
}

function replaceParagraph(context: ApplyContext, paragraph: WorkParagraph, lines: QuotedLines): void {
  const { part } = context.place
  const before = describePlace(context.place)
  if (part?.kind === 'sentence') {
    replaceSentences(paragraph, part.ordinal, part.count, lines)
    context.trace.push(paragraphTrace(paragraph, before))
    return
  }
  const read = readParagraphs(lines)
  if (read === null) throw misfit('引号中的内容不是成款的条文。')
  if (part?.kind === 'opening') {
    const [only] = read
    if (only === undefined || read.length > 1 || only.items.length > 0) throw misfit('引号中的内容不止一段。')
    const mark = /[：:，；。]$/u.exec(paragraph.words.words)?.[0] ?? ''
    paragraph.words = new TrackedWords(/[：:，；。]$/u.test(only.text) ? only.text : `${only.text}${mark}`, true)
    context.trace.push(paragraphTrace(paragraph, before))
    return
  }
  replaceParagraphs(context, paragraph.owner, [paragraph], lines)
}

function replaceSentences(paragraph: WorkParagraph, ordinal: number, count: number, lines: QuotedLines): void {
  const sentences = paragraph.words.words.match(/[^。]*。[”’]?|[^。]+$/gu) ?? []
  const start = ordinal < 0 ? sentences.length + ordinal : ordinal - 1
  if (lines.length !== 1 || start < 0 || start + count > sentences.length) throw new AmendmentFailure('place-not-found', '这一款没有决定所说的那一句。')
  const from = sentences.slice(0, start).join('').length
  const length = sentences.slice(start, start + count).join('').length
  paragraph.words.splice(from, from + length, lines[0] ?? '')
}

/** A quotation of an item may leave out the mark that ends it: the item keeps its own. */
function ended(item: WorkItem, fresh: WorkItem): string {
  const { words } = fresh.words
  const mark = /[；。，]$/u.exec(item.words.words)?.[0] ?? ''
  return /[；。：，]$/u.test(words) || fresh.subitems.length > 0 ? words : `${words}${mark}`
}

function replaceItem(context: ApplyContext, paragraph: WorkParagraph, item: WorkItem, lines: QuotedLines): void {
  const read = readItems(lines)
  const [first, ...more] = read ?? []
  if (first === undefined) throw misfit('引号中的内容不是一项。')
  const fresh = toWorkItem(first, null)
  item.words = new TrackedWords(ended(item, fresh), true)
  item.subitems = fresh.subitems
  context.trace.push({ before: describePlace(context.place), after: { kind: 'item', paragraph, item } })
  if (more.length === 0) return
  const added = more.map((one) => toWorkItem(one, null))
  paragraph.items.splice(paragraph.items.indexOf(item) + 1, 0, ...added)
  paragraph.itemsMoved = true
  for (const one of added) context.trace.push({ before: null, after: { kind: 'item', paragraph, item: one } })
}

/** 第一款、第二款修改为：“…” and 第一项、第二项修改为：“…”: one quotation for several neighbours. */
function replaceSeveral(context: ApplyContext, targets: readonly Target[], lines: QuotedLines): void {
  const paragraphs = targets.flatMap((target) => (target.kind === 'paragraph' ? [target] : []))
  const [first] = paragraphs
  if (first !== undefined && paragraphs.length === targets.length && paragraphs.every(({ article }) => article === first.article)) {
    replaceParagraphs(context, first.article, paragraphs.map(({ paragraph }) => paragraph), lines)
    return
  }
  const items = targets.flatMap((target) => (target.kind === 'item' ? [target] : []))
  const read = readItems(lines)
  const [lead] = items
  if (lead === undefined || items.length !== targets.length || read?.length !== items.length || items.some(({ paragraph }) => paragraph !== lead.paragraph)) {
    throw misfit('引号中的内容与决定所列的几处对不上。')
  }
  for (const [i, { paragraph, item }] of items.entries()) {
    const fresh = read[i]
    if (fresh === undefined) continue
    const into = toWorkItem(fresh, null)
    item.words = new TrackedWords(ended(item, into), true)
    item.subitems = into.subitems
    context.trace.push({ before: `${paragraph.owner.old ?? ''}${levelsOf(paragraph.old, item.old)}`, after: { kind: 'item', paragraph, item } })
  }
}

/** 增加一条（款、项、章、节）. */
export function insertProvisions(context: ApplyContext, operation: Extract<Operation, { does: 'insert-provisions' }>): void {
  switch (operation.unit) {
    case 'article':
      addArticles(context, operation)
      return
    case 'paragraph':
      insertParagraphs(context, operation)
      return
    case 'item':
      insertItems(context, operation)
      return
    case 'part':
    case 'subpart':
    case 'chapter':
    case 'section':
      insertDivisions(context, operation)
      return
    case 'subitem':
      throw new AmendmentFailure('not-understood', '增加目的写法没有读懂，请手工修改。')
    default: {
      const never: never = operation.unit
      return never
    }
  }
}

type Insertion = Extract<Operation, { does: 'insert-provisions' }>

/** The article that takes a new 款 or 项: the one that is named, or one that was promised the number named. */
function containerOf(context: ApplyContext, as: readonly Place[]): WorkArticle {
  const named = as[0]?.article ?? null
  const number = named === null || named === context.place.article ? null : parseArticleLabel(named)
  const promised = number === null ? undefined : context.work.articles.find(({ pin, gone }) => !gone && pin !== null && sameNumber(pin.value, number))
  if (promised !== undefined) return promised
  const place: Place = { ...context.place, paragraph: null, item: null, subitem: null, leadIn: null, part: null }
  const target = findTarget(context.work, place)
  if (target.kind !== 'article') throw new AmendmentFailure('place-not-found', '决定没有说明在哪一条增加。')
  return target.article
}

function insertParagraphs(context: ApplyContext, { count, as, after, lines }: Insertion): void {
  const article = containerOf(context, as)
  const read = readParagraphs(lines)
  if (read?.length !== count) throw misfit(`决定说增加${count}款，引号中有${read?.length ?? 0}款。`)
  const numbers = as.map(({ paragraph }) => paragraph)
  const taken = new Set(article.paragraphs.flatMap(({ pin, gone }) => (pin === null || gone ? [] : [pin.value])))
  const clash = numbers.find((number) => number === null || taken.has(number))
  if (clash !== undefined) throw new AmendmentFailure('number-clash', `${describePlace(context.place)}的第${clash ?? ''}款已经由另一处占用。`)
  const fresh = read.map((paragraph, i): WorkParagraph => {
    const number = numbers[i] ?? null
    return { ...toWorkParagraph(paragraph, null, article), pin: number === null ? null : { value: number + listedBefore(article, number), by: context.by } }
  })
  const words = (paragraph: WorkParagraph): string => paragraphPassages(paragraph).map((passage) => passage.words.words).join('')
  if (fresh.some((one) => article.paragraphs.some((other) => !other.gone && other.old !== null && sameWords(words(one), words(other))))) context.notes.push(ALREADY_THERE)
  const behind = after === null ? null : findParagraph(article, { ...after, item: null })
  const at = behind === null ? article.paragraphs.length : article.paragraphs.indexOf(behind) + 1
  article.paragraphs.splice(at, 0, ...fresh)
  for (const paragraph of fresh) context.trace.push(paragraphTrace(paragraph, null))
}

/** The decision may have been applied to this text before. */
const ALREADY_THERE = '文本里已经有相同的内容，请核对是否已经修改过'

/** Lines of lists before a 款 that laws do not count as 款 of their own. */
function listedBefore(article: WorkArticle, number: number): number {
  return lawfulParagraphs(article)
    .slice(0, number - 1)
    .reduce((sum, group) => sum + group.length - 1, 0)
}

function insertItems(context: ApplyContext, { count, as, after, lines }: Insertion): void {
  const article = containerOf(context, as)
  const paragraph = findParagraph(article, { ...context.place, paragraph: as[0]?.paragraph ?? context.place.paragraph, item: null })
  const read = readItems(lines)
  if (read?.length !== count) throw misfit(`决定说增加${count}项，引号中有${read?.length ?? 0}项。`)
  const numbers = as.map(({ item }) => item)
  const taken = new Set(paragraph.items.flatMap(({ pin, gone }) => (pin === null || gone ? [] : [pin.value])))
  const clash = numbers.find((number) => number === null || taken.has(number))
  if (clash !== undefined) throw new AmendmentFailure('number-clash', `${describePlace(context.place)}的第${clash ?? ''}项已经由另一处占用。`)
  const fresh = read.map((item, i): WorkItem => {
    const number = numbers[i] ?? null
    return { ...toWorkItem(item, null), pin: number === null ? null : { value: number, by: context.by } }
  })
  const behind = after?.item == null ? -1 : paragraph.items.findIndex(({ ordinal, old }) => (ordinal ?? old) === after.item)
  paragraph.items.splice(behind < 0 ? paragraph.items.length : behind + 1, 0, ...fresh)
  paragraph.itemsMoved = true
  for (const item of fresh) context.trace.push({ before: null, after: { kind: 'item', paragraph, item } })
}

/** 删去第九条（第二款、第三项、第三章、附件）. */
export function deleteProvision(context: ApplyContext): void {
  const target = findTarget(context.work, context.place)
  context.trace.push({ before: describePlace(context.place), after: null })
  switch (target.kind) {
    case 'article':
      target.article.gone = true
      return
    case 'paragraph':
      target.paragraph.gone = true
      return
    case 'item':
      target.item.gone = true
      target.paragraph.itemsMoved = true
      return
    case 'subitem':
      target.item.subitems = target.item.subitems.filter((one) => one !== target.subitem)
      return
    case 'annex':
      target.annex.gone = true
      return
    case 'preamble': {
      const lines = new Set(target.lines)
      context.work.preamble = context.work.preamble.filter((_, i) => !lines.has(i))
      return
    }
    case 'division':
      if (context.place.part?.kind === 'heading') {
        dropHeading(context.work, target.division)
        return
      }
      for (const division of context.work.divisions) {
        if (division !== target.division && division.parent !== target.division) continue
        division.gone = true
        for (const article of context.work.articles) if (article.home === division) article.gone = true
      }
      return
    case 'title':
    case 'everywhere':
      throw new AmendmentFailure('not-understood', '没有读懂要删去的是哪一部分。')
    default: {
      const never: never = target
      return never
    }
  }
}
