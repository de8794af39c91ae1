/**
 * The text while it is being amended. Every node keeps the number that it had before the decision, by which
 * instructions find it whatever came before or after it since; the new number it is promised is its `pin`.
 */
import { parseArticleLabel, toArticleLabel, toChineseNumber, type AnnexBlock, type Article, type Division, type DivisionKind, type Item, type LegalText, type Paragraph, type Subitem, type Table, type TableCell } from '../text/index.ts'
import { labelOrdinal } from '../text/index.ts'
import { TrackedWords } from './tracked-words.ts'

/** A new number that an instruction gave; `by` is the index of the instruction. */
export type Pin<Value> = { value: Value; by: number }
export type ArticleNumber = { number: number; inserted: number[] }

export type WorkTable = { cell: TableCell; words: TrackedWords }[][]
export type WorkSubitem = { source: Subitem | null; number: string; words: TrackedWords }
export type WorkItem = {
  source: Item | null
  /** place among the items before the decision, from 1; null: new */
  old: number | null
  ordinal: number | null
  number: string
  words: TrackedWords
  subitems: WorkSubitem[]
  pin: Pin<number> | null
  gone: boolean
}
export type WorkParagraph = {
  source: Paragraph | null
  old: number | null
  words: TrackedWords
  table: WorkTable | null
  items: WorkItem[]
  /** the article that it stands in now */
  owner: WorkArticle
  pin: Pin<number> | null
  gone: boolean
  /** the article was written anew as a whole: its 款 have no successors of their own */
  rewritten: boolean
  /** items came, went or were renumbered */
  itemsMoved: boolean
}
export type WorkArticle = {
  source: Article | null
  old: string | null
  label: ArticleNumber | null
  heading: string | null
  paragraphs: WorkParagraph[]
  /** the paragraphs before the decision, wherever they stand now */
  oldParagraphs: WorkParagraph[]
  pin: Pin<ArticleNumber> | null
  gone: boolean
  /** the article that it was merged into */
  mergedInto: WorkArticle | null
  home: WorkDivision | null
  /** stands behind this one, where it has no number yet or has moved; `start`: before every other */
  follows: WorkArticle | 'start' | null
  /** order among those that follow the same one */
  turn: number
  /** the instruction that brought it says in which division it stands */
  homeGiven: boolean
  line: number
  /** number in the new text, set at the end */
  final: string | null
}
export type WorkDivision = {
  source: Division | null
  kind: DivisionKind
  level: number
  ordinal: number | null
  number: string
  heading: string
  parent: WorkDivision | null
  pin: Pin<number> | null
  /** index of the last instruction on its heading */
  touchedBy: number | null
  gone: boolean
  /** stood here with articles that are now in that one */
  mergedInto: WorkDivision | null
  /** stands in another division than before: numbers there begin anew */
  adopted: boolean
  final: string | null
}
export type WorkBlock = { kind: 'line'; words: TrackedWords } | { kind: 'table'; table: WorkTable }
export type WorkAnnex = { old: number | null; label: string; title: string; blocks: WorkBlock[]; gone: boolean }

export type WorkText = {
  base: LegalText
  title: string
  preamble: { line: TrackedWords; old: number }[]
  divisions: WorkDivision[]
  articles: WorkArticle[]
  annexes: WorkAnnex[]
  /** articles, by their new labels, that a division was said to hold */
  extents: { division: WorkDivision; labels: ReadonlySet<string> }[]
  /** numbers of all articles follow */
  renumber: boolean
  /** every instruction was carried out */
  complete: boolean
}

export function toWorkItem(item: Item, old: number | null): WorkItem {
  const fresh = old === null
  return {
    source: fresh ? null : item,
    old,
    ordinal: labelOrdinal(item.number),
    number: item.printed ?? item.number,
    words: new TrackedWords(item.text, fresh),
    subitems: item.subitems.map((subitem) => ({ source: fresh ? null : subitem, number: subitem.number, words: new TrackedWords(subitem.text, fresh) })),
    pin: null,
    gone: false,
  }
}

export const toWorkTable = (table: Table, fresh: boolean): WorkTable => table.rows.map((row) => row.map((cell) => ({ cell, words: new TrackedWords(cell.text, fresh) })))

export function toWorkParagraph(paragraph: Paragraph, old: number | null, owner: WorkArticle): WorkParagraph {
  return {
    source: paragraph,
    old,
    words: new TrackedWords(paragraph.text, old === null),
    table: paragraph.table === undefined ? null : toWorkTable(paragraph.table, old === null),
    owner,
    items: paragraph.items.map((item, i) => toWorkItem(item, old === null ? null : i + 1)),
    pin: null,
    gone: false,
    rewritten: false,
    itemsMoved: false,
  }
}

export function toWorkArticle(article: Article, old: string | null, home: WorkDivision | null): WorkArticle {
  const work: WorkArticle = {
    source: old === null ? null : article,
    old,
    label: parseArticleLabel(article.number),
    heading: article.heading,
    paragraphs: [],
    oldParagraphs: [],
    pin: null,
    gone: false,
    mergedInto: null,
    home,
    follows: null,
    turn: 0,
    homeGiven: false,
    line: article.line,
    final: null,
  }
  work.paragraphs = article.paragraphs.map((paragraph, i) => toWorkParagraph(paragraph, old === null ? null : i + 1, work))
  if (old !== null) work.oldParagraphs = [...work.paragraphs]
  return work
}

export const toWorkBlocks = (blocks: readonly AnnexBlock[], fresh: boolean): WorkBlock[] =>
  blocks.map((block) => (block.kind === 'line' ? { kind: 'line', words: new TrackedWords(block.text, fresh) } : { kind: 'table', table: toWorkTable(block.table, fresh) }))

/** A copy of the tree that can be changed; the tree itself never is. */
export function toWorkText(base: LegalText): WorkText {
  const divisions: WorkDivision[] = []
  const open: WorkDivision[] = []
  for (const division of base.divisions) {
    while (open.length > 0 && (open.at(-1)?.level ?? 0) >= division.level) open.pop()
    const { kind, level, number, heading } = division
    const own: WorkDivision = {
      source: division, kind, level, ordinal: labelOrdinal(number), number, heading, parent: open.at(-1) ?? null, pin: null, touchedBy: null, gone: false, mergedInto: null, adopted: false, final: null,
    }
    divisions.push(own)
    open.push(own)
  }
  const articles = base.articles.map((article, index) => {
    const home = divisions.findLast(({ source }) => source !== null && source.at <= index) ?? null
    return toWorkArticle(article, article.number, home)
  })
  return {
    base,
    title: base.title,
    preamble: base.preamble.map((line, i) => ({ line: new TrackedWords(line, false), old: i })),
    divisions,
    articles,
    annexes: base.annexes.map((annex, i) => ({ old: labelOrdinal(annex.label) ?? i + 1, label: annex.label, title: annex.title, blocks: toWorkBlocks(annex.blocks, false), gone: false })),
    extents: [],
    renumber: false,
    complete: true,
  }
}

export const labelOf = ({ number, inserted }: ArticleNumber): string => toArticleLabel(number, inserted)
export const sameNumber = (one: ArticleNumber, other: ArticleNumber): boolean => labelOf(one) === labelOf(other)

/** What a person calls a place inside an article: 第二款第三项. */
export function levelsOf(paragraph: number | null, item: number | null, subitem: number | null = null): string {
  const level = (ordinal: number | null, unit: string): string => (ordinal === null || ordinal < 1 ? '' : `第${toChineseNumber(ordinal)}${unit}`)
  return `${level(paragraph, '款')}${level(item, '项')}${level(subitem, '目')}`
}
