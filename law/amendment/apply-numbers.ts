/** Instructions that give new numbers, join provisions and part them. */
import type { ApplyContext } from './apply-context.ts'
import { replaceArticle, replaceParagraphs } from './apply-provisions.ts'
import { AmendmentFailure, describePlace, findArticle, findDivision, findParagraph, findTarget, type Target } from './find-place.ts'
import type { Operation, Place, QuotedLines } from './instruction.ts'
import { checkFree, pinArticle, readLabel } from './pin-numbers.ts'
import { readArticle, readArticles, readItems, readParagraphs } from './read-quotation.ts'
import { levelsOf, sameNumber, toWorkArticle, toWorkItem, type WorkArticle, type WorkParagraph, type WorkText } from './working-text.ts'

const notRead = (): AmendmentFailure => new AmendmentFailure('not-understood', '没有读懂编号怎样变动。')

/** 将第X条改为第Y条; 第三款改为第四款; 第七项至第九项相应改为…; 将第八条第三款单列一条，作为第四十九条. */
export function renumber(context: ApplyContext, moves: readonly { from: Place; to: Place }[]): void {
  const targets = moves.map(({ from, to }) => ({ target: findMoved(context.work, from, to), from, to }))
  const promised = new Set<WorkArticle>()
  for (const { target, to } of targets) {
    // all are looked at before any is changed
    if (target.kind === 'article' && to.paragraph === null) {
      checkFree(context, readLabel(to.article), target.article)
      promised.add(target.article)
    } else if (target.kind === 'division' ? to.divisions.length === 0 : target.kind !== 'paragraph' && target.kind !== 'item' && target.kind !== 'article') throw notRead()
  }
  const labels = targets.flatMap(({ target, to }) => (target.kind === 'article' && to.article !== null ? [to.article] : []))
  if (new Set(labels).size < labels.length) throw new AmendmentFailure('number-clash', '决定把两处改成了同一个编号。')
  for (const { target, from, to } of targets) moveOne(context, target, from, to)
}

/** 将第二条修改为：“…” and then 将第二条第三款单作一条: the 款 that the new words left out lives on. */
function findMoved(work: WorkText, from: Place, to: Place): Target {
  const whole: Place = { ...from, paragraph: null, item: null, subitem: null }
  if (from.article === null || from.paragraph === null || from.item !== null || to.article === from.article) return findTarget(work, from)
  const found = findTarget(work, whole)
  if (found.kind !== 'article') return findTarget(work, from)
  const paragraph = findParagraph(found.article, from, true)
  return paragraph.gone && paragraph.rewritten ? { kind: 'paragraph', article: found.article, paragraph } : findTarget(work, from)
}

function moveOne(context: ApplyContext, target: Target, from: Place, to: Place): void {
  const { by, trace } = context
  const before = describePlace(from)
  switch (target.kind) {
    case 'article':
      if (to.paragraph !== null) {
        articleIntoParagraph(context, target.article, to)
        return
      }
      pinArticle(context, target.article, to.article ?? '')
      trace.push({ before, after: { kind: 'article', article: target.article } })
      return
    case 'paragraph':
      moveParagraph(context, target.paragraph, from, to)
      return
    case 'item': {
      if (to.item === null) throw notRead()
      const other = target.paragraph.items.find((one) => one !== target.item && !one.gone && one.pin?.value === to.item)
      if (other !== undefined) throw new AmendmentFailure('number-clash', `${describePlace(to)}已经由另一处占用。`)
      target.item.pin = { value: to.item, by }
      target.paragraph.itemsMoved = true
      trace.push({ before, after: { kind: 'item', paragraph: target.paragraph, item: target.item } })
      return
    }
    case 'division': {
      const step = to.divisions.at(-1)
      if (step === undefined || step.kind !== target.division.kind) throw notRead()
      target.division.pin = { value: step.ordinal, by }
      target.division.touchedBy = by
      trace.push({ before, after: { kind: 'division', division: target.division } })
      return
    }
    case 'subitem':
    case 'preamble':
    case 'annex':
    case 'title':
    case 'everywhere':
      throw notRead()
    default: {
      const never: never = target
      return never
    }
  }
}

/** A 款 to another place in its article, to another article, or to an article of its own. */
function moveParagraph(context: ApplyContext, paragraph: WorkParagraph, from: Place, to: Place): void {
  const { work, by, trace } = context
  const source = paragraph.owner
  const before = describePlace(from)
  const inherited = to.article === null || to.article === from.article || (source.pin !== null && sameNumber(source.pin.value, readLabel(to.article)))
  if (to.paragraph !== null && inherited) {
    const other = source.paragraphs.find((one) => one !== paragraph && !one.gone && one.pin?.value === to.paragraph)
    if (other !== undefined) throw new AmendmentFailure('number-clash', `第${to.paragraph}款已经由另一处占用。`)
    paragraph.pin = { value: to.paragraph, by }
    trace.push({ before, after: { kind: 'paragraph', paragraph } })
    return
  }
  const number = readLabel(to.article)
  const promised = work.articles.find(({ pin, gone }) => !gone && pin !== null && sameNumber(pin.value, number))
  // the first 款 of a number that nothing has yet makes the article
  if (to.paragraph !== null && (to.paragraph > 1 || promised !== undefined)) {
    const into = promised ?? findArticle(work, to.article ?? '')
    leaveArticle(paragraph)
    paragraph.owner = into
    paragraph.pin = { value: to.paragraph, by }
    into.paragraphs.push(paragraph)
    trace.push({ before, after: { kind: 'paragraph', paragraph } })
    return
  }
  checkFree(context, number, null)
  leaveArticle(paragraph)
  const article = toWorkArticle({ id: '', number: '', heading: null, paragraphs: [], line: source.line }, null, source.home)
  article.label = null
  article.homeGiven = true
  article.pin = { value: number, by }
  article.paragraphs = [paragraph]
  paragraph.owner = article
  paragraph.pin = null
  work.articles.push(article)
  if (number.inserted.length === 0) work.renumber = true
  trace.push({ before, after: { kind: 'article', article } })
}

function leaveArticle(paragraph: WorkParagraph): void {
  paragraph.gone = false
  paragraph.rewritten = false
  const source = paragraph.owner
  source.paragraphs = source.paragraphs.filter((one) => one !== paragraph)
  if (source.paragraphs.every(({ gone }) => gone)) source.gone = true
}

/** 将第四条改为第三条第二款: its 款 go on in the other article. */
function articleIntoParagraph(context: ApplyContext, article: WorkArticle, to: Place): void {
  const { work, by, trace } = context
  const number = readLabel(to.article)
  const into = work.articles.find(({ pin, gone }) => !gone && pin !== null && sameNumber(pin.value, number)) ?? findArticle(work, to.article ?? '')
  if (into === article || to.paragraph === null) throw notRead()
  const left = article.paragraphs.filter(({ gone }) => !gone)
  for (const [i, paragraph] of left.entries()) {
    paragraph.owner = into
    paragraph.pin = { value: to.paragraph + i, by }
    into.paragraphs.push(paragraph)
  }
  article.paragraphs = []
  article.gone = true
  article.mergedInto = into
  trace.push({ before: article.old, after: left[0] === undefined ? { kind: 'article', article: into } : { kind: 'paragraph', paragraph: left[0] } })
}

/** 将第六条、第七条合并，作为第六条，修改为：“…”; without a quotation, their 款 follow each other. */
export function merge(context: ApplyContext, { sources, to, lines }: Extract<Operation, { does: 'merge' }>): void {
  const targets = sources.map((place) => findTarget(context.work, place))
  const articles = targets.flatMap((target) => (target.kind === 'article' ? [target.article] : []))
  const [first, ...others] = articles
  if (first === undefined || articles.length !== targets.length) {
    mergeParagraphs(context, targets, to, lines)
    return
  }
  if (new Set(articles).size < articles.length) throw new AmendmentFailure('number-clash', '决定要把一条与它自己合并。')
  const keep = first
  if (to !== null) checkFree(context, readLabel(to.article), keep)
  if (lines !== null) replaceArticle({ ...context, trace: [] }, keep, lines)
  else {
    for (const other of others) {
      for (const paragraph of other.paragraphs) paragraph.owner = keep
      keep.paragraphs.push(...other.paragraphs)
      other.paragraphs = []
    }
  }
  if (to !== null) pinArticle(context, keep, to.article ?? '')
  for (const other of others) {
    other.gone = true
    other.mergedInto = keep
  }
  for (const article of articles) context.trace.push({ before: article.old, after: { kind: 'article', article: keep } })
}

function mergeParagraphs(context: ApplyContext, targets: readonly Target[], to: Place | null, lines: QuotedLines | null): void {
  const paragraphs = targets.flatMap((target) => (target.kind === 'paragraph' ? [target.paragraph] : []))
  const [first] = paragraphs
  if (lines !== null && to !== null && to.article !== null && to.paragraph === null && targets.every(({ kind }) => kind === 'paragraph' || kind === 'article')) {
    mergeIntoNew(context, targets, to, lines)
    return
  }
  if (first === undefined && lines !== null) {
    mergeItems(context, targets, lines)
    return
  }
  if (first === undefined || paragraphs.length !== targets.length || lines === null || paragraphs.some(({ owner }) => owner !== first.owner)) throw notRead()
  replaceParagraphs(context, first.owner, paragraphs, lines)
}

/** 将第八条第二款、第二十三条第一款合并，作为第六十三条，修改为：“…”: a new article, and what it was made of goes. */
function mergeIntoNew(context: ApplyContext, targets: readonly Target[], to: Place, lines: QuotedLines): void {
  const { work, by, trace } = context
  const number = readLabel(to.article)
  const read = readArticle(lines)
  if (read === null) throw new AmendmentFailure('quotation-does-not-fit', '引号中的内容不是一条的条文。')
  checkFree(context, number, null)
  const division = to.divisions.length === 0 ? null : findDivision(work, to.divisions)
  const [first] = targets
  const home = division ?? (first?.kind === 'article' || first?.kind === 'paragraph' ? first.article.home : null)
  const fresh = toWorkArticle(read.article, null, home)
  fresh.label = null
  fresh.pin = { value: number, by }
  fresh.homeGiven = division !== null
  work.articles.push(fresh)
  work.renumber ||= number.inserted.length === 0
  for (const target of targets) {
    if (target.kind === 'article') {
      target.article.gone = true
      target.article.mergedInto = fresh
      trace.push({ before: target.article.old, after: { kind: 'article', article: fresh } })
    } else if (target.kind === 'paragraph') {
      const { paragraph } = target
      trace.push({ before: `${paragraph.owner.old ?? ''}${levelsOf(paragraph.old, null)}`, after: { kind: 'article', article: fresh } })
      leaveArticle(paragraph)
      paragraph.gone = true
    }
  }
}

function mergeItems(context: ApplyContext, targets: readonly Target[], lines: QuotedLines): void {
  const items = targets.flatMap((target) => (target.kind === 'item' ? [target] : []))
  const [first, ...others] = items
  const [read, ...more] = readItems(lines) ?? []
  if (first === undefined || items.length !== targets.length || read === undefined || more.length > 0 || items.some(({ paragraph }) => paragraph !== first.paragraph)) throw notRead()
  const fresh = toWorkItem(read, null)
  first.item.words = fresh.words
  first.item.subitems = fresh.subitems
  first.paragraph.itemsMoved = true
  for (const { item } of others) item.gone = true
  for (const { item } of items) {
    const before = `${first.article.old ?? ''}${levelsOf(null, item.ordinal)}`
    context.trace.push({ before, after: { kind: 'item', paragraph: first.paragraph, item: first.item } })
  }
}

/** 将第八条分为两条，作为第八条、第九条：“…”. */
export function split(context: ApplyContext, { to, lines }: Extract<Operation, { does: 'split' }>): void {
  const target = findTarget(context.work, context.place)
  if (target.kind === 'paragraph') {
    if (readParagraphs(lines)?.length !== to.length) throw new AmendmentFailure('quotation-does-not-fit', `引号中的内容分不出${to.length}款。`)
    replaceParagraphs(context, target.article, [target.paragraph], lines)
    return
  }
  const read = target.kind === 'article' ? readArticles(lines, to.map((place) => place.article), to.length) : null
  if (target.kind !== 'article' || read === null) throw new AmendmentFailure('quotation-does-not-fit', `引号中的内容分不出${to.length}条。`)
  const { article } = target
  const numbers = to.map((place) => readLabel(place.article))
  for (const number of numbers) checkFree(context, number, article)
  for (const [i, one] of read.entries()) {
    const number = numbers[i]
    if (number === undefined) continue
    const pin = { value: number, by: context.by }
    const fresh = toWorkArticle(one.article, null, article.home)
    if (i > 0) {
      fresh.label = null
      fresh.pin = pin
      fresh.homeGiven = true
      context.work.articles.push(fresh)
      context.trace.push({ before: null, after: { kind: 'article', article: fresh } })
      continue
    }
    for (const paragraph of article.paragraphs) {
      paragraph.gone = true
      paragraph.rewritten = true
    }
    article.paragraphs = fresh.paragraphs.map((paragraph) => ({ ...paragraph, owner: article }))
    article.heading = one.article.heading ?? article.heading
    article.pin = pin
    context.trace.push({ before: article.old, after: { kind: 'article', article } })
  }
  if (numbers.some(({ inserted }) => inserted.length === 0)) context.work.renumber = true
}
