/** New numbers of articles: given to an article that stays, or brought by one that is new. */
import { labelOrdinal, parseArticleLabel } from '../text/index.ts'
import type { ApplyContext } from './apply-context.ts'
import { findAdded } from './apply-extents.ts'
import { AmendmentFailure, articlePassages, findArticle, findDivision } from './find-place.ts'
import type { Operation } from './instruction.ts'
import { type QuotedArticle, readArticles, readDivisions } from './read-quotation.ts'
import { labelOf, sameNumber, toWorkArticle, type ArticleNumber, type WorkArticle, type WorkDivision } from './working-text.ts'

/** @throws AmendmentFailure where another article was promised this number */
export function checkFree(context: ApplyContext, number: ArticleNumber, except: WorkArticle | null): void {
  const { articles } = context.work
  const promised = articles.find((one) => one !== except && !one.gone && one.pin !== null && sameNumber(one.pin.value, number))
  if (promised !== undefined) throw new AmendmentFailure('number-clash', `${labelOf(number)}已经由另一处占用。`)
  if (number.inserted.length === 0) return
  const host: ArticleNumber = { number: number.number, inserted: number.inserted.slice(0, -1) }
  const has = (wanted: ArticleNumber): boolean => articles.some((one) => !one.gone && one !== except && [one.pin?.value, one.label].some((own) => own != null && sameNumber(own, wanted)))
  if (has(number)) throw new AmendmentFailure('number-clash', `文本已有${labelOf(number)}。`)
  if (!has(host)) throw new AmendmentFailure('place-not-found', `文本没有${labelOf(host)}，无法增加${labelOf(number)}。`)
}

export function readLabel(label: string | null): ArticleNumber {
  const number = label === null ? null : parseArticleLabel(label)
  if (number === null) throw new AmendmentFailure('not-understood', '没有读懂新的条号。')
  return number
}

/** Promises an article its new number. @throws AmendmentFailure where the number is taken */
export function pinArticle(context: ApplyContext, article: WorkArticle, label: string): void {
  const number = readLabel(label)
  checkFree(context, number, article)
  article.pin = { value: number, by: context.by }
  if (number.inserted.length === 0) context.work.renumber = true
}

type Insertion = Extract<Operation, { does: 'insert-provisions' }>

/** 增加一条，作为第五条; 增加五条，分别作为…; with the 节 that they stand in, where the quotation has it. */
export function addArticles(context: ApplyContext, { count, as, after, lines }: Insertion): void {
  const { work, by } = context
  const inDivision = readDivisions(lines)
  const quoted = inDivision === null ? readArticles(lines, as.map((place) => place.article), count) : inDivision.articles.map((article) => ({ label: article.number, article }))
  const [head] = inDivision?.divisions ?? []
  const ordinal = head === undefined ? null : labelOrdinal(head.number)
  const heading = head === undefined || ordinal === null ? null : findAdded(work, [{ kind: head.kind, ordinal }])
  const read = quoted === null || quoted.length <= count ? quoted : withoutRenumbered(context, quoted, heading)
  if (read?.length !== count) {
    throw new AmendmentFailure('quotation-does-not-fit', read === null || read === undefined ? `引号中的内容分不出${count}条。` : `决定说增加${count}条，引号中有${read.length}条。`)
  }
  const behind = after?.article == null ? null : findArticle(work, after.article)
  const home = heading ?? homeOf(context, as.length > 0)
  const numbers = read.map(({ label }, i) => {
    const given = as[i]?.article ?? label
    return given === null ? null : readLabel(given)
  })
  for (const number of numbers) if (number !== null) checkFree(context, number, null)
  const fresh = read.map(({ article }, i): WorkArticle => {
    const number = numbers[i] ?? null
    const own = toWorkArticle(article, null, home ?? behind?.home ?? null)
    own.label = null
    own.pin = number === null ? null : { value: number, by }
    own.follows = number === null ? behind : null
    own.homeGiven = home !== null
    return own
  })
  if (numbers.some((number) => number === null || number.inserted.length === 0)) work.renumber = true
  if (behind === null && numbers.some((number) => number === null)) throw new AmendmentFailure('not-understood', '决定没有说明新增的条文排在第几条。')
  const words = (article: WorkArticle): string => articlePassages(article).map((passage) => passage.words.words).join('')
  const present = new Set(work.articles.flatMap((article) => (article.gone || article.source === null ? [] : [words(article)])))
  if (fresh.some((article) => present.has(words(article)))) context.notes.push('文本里已经有相同的一条，请核对是否已经修改过')
  work.articles.push(...fresh)
  for (const article of fresh) context.trace.push({ before: null, after: { kind: 'article', article } })
}

/** 对第三十条进行修改，作为第七十条；增加四条…内容如下: the quotation has the new words of the article that was renumbered too. */
function withoutRenumbered(context: ApplyContext, quoted: readonly QuotedArticle[], heading: WorkDivision | null): QuotedArticle[] {
  return quoted.filter(({ label, article }) => {
    const number = label === null ? null : readLabel(label)
    const known = number === null ? undefined : context.work.articles.find(({ source, gone, pin }) => source !== null && !gone && pin !== null && sameNumber(pin.value, number))
    if (known === undefined) return true
    if (heading !== null) {
      known.home = heading
      known.homeGiven = true
    }
    for (const paragraph of known.paragraphs) {
      paragraph.gone = true
      paragraph.rewritten = true
    }
    known.heading = article.heading ?? known.heading
    known.paragraphs = toWorkArticle(article, null, known.home).paragraphs.map((paragraph) => ({ ...paragraph, owner: known }))
    context.trace.push({ before: known.old, after: { kind: 'article', article: known } })
    return false
  })
}

/** The division that the instruction names, or the one that the sentence before has just added. */
function homeOf(context: ApplyContext, numbered: boolean): WorkDivision | null {
  const { place, work } = context
  const last = place.divisions.at(-1)
  if (place.area !== 'body' || place.article !== null || last === undefined) return null
  const added = work.divisions.findLast(({ source, kind, pin, gone }) => source === null && !gone && kind === last.kind && pin?.value === last.ordinal)
  if (added !== undefined) return added
  return numbered || place.divisions.length > 0 ? findDivision(work, place.divisions) : null
}
