/** eIds (docs/adr, design of addresses): a pure function of the tree, unique within one text. */
import { parseArticleLabel, readNumber, toChineseNumber } from './numerals.ts'
import type { Article, DivisionKind, LegalText } from './tree.ts'
import { walkBody } from './walk.ts'

const PREFIXES: Readonly<Record<DivisionKind, string>> = { part: 'part', subpart: 'subpart', chapter: 'chp', section: 'sec' }
const NUMBER_IN_MARKER = /[零〇○一二三四五六七八九十百千]+|[0-9０-９]+/

/** Ordinal printed in `第三章`, `（三）`, `3.`, `③`, `c)`; null where there is none. */
export function markerOrdinal(number: string): number | null {
  if (number === '') return null
  const code = number.charCodeAt(0)
  if (code >= 0x2460 && code < 0x2474) return code - 0x2460 + 1
  if (code >= 0x61 && code <= 0x7a) return code - 0x60
  const match = NUMBER_IN_MARKER.exec(number)
  return match === null ? null : readNumber(match[0])
}

const ITEM_NUMBERS = Array.from({ length: 40 }, (_, n) => `（${toChineseNumber(n)}）`)

/** Gives an id, or `id~2`, `id~3` … where the source repeats a number. */
function claim(taken: Map<string, number>, id: string): string {
  const times = taken.get(id)
  if (times === undefined) {
    taken.set(id, 1)
    return id
  }
  let next = times + 1
  while (taken.has(`${id}~${next}`)) next += 1
  taken.set(id, next)
  const repeated = `${id}~${next}`
  taken.set(repeated, 1)
  return repeated
}

/** Items mostly count （一）（二）（三）: their place is tried before their number is read. */
function itemOrdinal(number: string, place: number): number {
  if (number === ITEM_NUMBERS[place]) return place
  return markerOrdinal(number) ?? place
}

function assignWithinArticle(article: Article): void {
  // ids hang on one string where they can: those of millions of lines would take hundreds of megabytes more
  const stem = article.paragraphs.length > 1 ? `${article.id}__para_` : ''
  const first = article.paragraphs[0]
  if (first !== undefined) first.id = `${article.id}__para_1`
  for (const [p, paragraph] of article.paragraphs.entries()) {
    if (p > 0) paragraph.id = `${stem}${p + 1}`
    if (paragraph.items.length === 0) continue
    const items = new Map<string, number>()
    for (const [i, item] of paragraph.items.entries()) {
      item.id = claim(items, `${paragraph.id}__item_${itemOrdinal(item.number, i + 1)}`)
      if (item.subitems.length === 0) continue
      const subitems = new Map<string, number>()
      for (const [s, subitem] of item.subitems.entries()) {
        subitem.id = claim(subitems, `${item.id}__subitem_${markerOrdinal(subitem.number) ?? s + 1}`)
      }
    }
  }
}

const MOST_KEPT = 5000
const kept = new Map<string, string | null>()

/** `art_17-1` for 第十七条之一; labels repeat from text to text and are read once. */
function labelId(label: string): string | null {
  let id = kept.get(label)
  if (id === undefined) {
    const read = parseArticleLabel(label)
    id = read === null ? null : `art_${[read.number, ...read.inserted].join('-')}`
    if (kept.size < MOST_KEPT && label.length < 20) kept.set(label, id)
  }
  return id
}

const prefixOf = (division: string): string => (division === '' ? '' : `${division}__`)

/** Articles are numbered through the whole text, in an outline within their division; null without a number. */
function numberedId(article: Article, form: LegalText['form'], division: string): string | null {
  if (form === 'articles') return labelId(article.number)
  const ordinal = markerOrdinal(article.number)
  return ordinal === null ? null : `${prefixOf(division)}art_${ordinal}`
}

/** `text_1`, `text_2` … within their division. */
function countedId(division: string, bare: Map<string, number>): string {
  const n = (bare.get(division) ?? 0) + 1
  bare.set(division, n)
  return `${prefixOf(division)}text_${n}`
}

/**
 * Writes into the tree what follows from its structure: ids at every level, and for each division the labels
 * of its first and last article. Levels of divisions decide the nesting.
 */
export function completeTree(text: LegalText): void {
  const taken = new Map<string, number>()
  const bare = new Map<string, number>()
  const unnumbered = new Map<string, number>()
  walkBody(text, {
    division(division, around) {
      const parent = around.at(-1)
      const stem = `${parent === undefined ? '' : `${parent.id}__`}${PREFIXES[division.kind]}`
      const ordinal = markerOrdinal(division.number)
      const place = (unnumbered.get(stem) ?? 0) + 1
      if (ordinal === null) unnumbered.set(stem, place)
      division.id = claim(taken, ordinal === null ? `${stem}_u${place}` : `${stem}_${ordinal}`)
      division.from = null
      division.to = null
    },
    article(article, around) {
      const division = around.at(-1)?.id ?? ''
      const numbered = numberedId(article, text.form, division)
      // those that are counted need no look at what is taken
      article.id = numbered === null ? countedId(division, bare) : claim(taken, numbered)
      assignWithinArticle(article)
      if (article.number === '') return
      for (const division of around) {
        division.from ??= article.number
        division.to = article.number
      }
    },
  })
  for (const [i, annex] of text.annexes.entries()) annex.id = claim(taken, `annex_${i + 1}`)
}
