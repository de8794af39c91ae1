/** What an instruction on one article says: as little as makes the new article, as much as reads well. */
import type { Article, Item, Paragraph } from '../../text/index.ts'
import type { Part } from './clause.ts'
import { articleLines, articleWords, hasListedLines, itemLines, paragraphLines } from './lines.ts'
import { type BlockPair, pairBlocks } from './pair-blocks.ts'
import { type Follow, type Replacement, wordEdits, type WordEdit } from './word-edits.ts'

/**
 * How much of an article is written anew. The first three: what changed and nothing else, in ever plainer wording;
 * `paragraphs`: whole 款 and 项; `whole`: the whole article.
 */
export const FINENESS = ['short', 'exact', 'replaced', 'paragraphs', 'whole'] as const
export type Fineness = (typeof FINENESS)[number]

export type ArticlePartsOptions = {
  before: Article
  after: Article
  /** what becomes of references by renumbering */
  follow: Follow
  /** replacements that another instruction says of this article */
  common: readonly Replacement[]
  /** places of 款 that left the article: another instruction takes them */
  left: ReadonlySet<number>
  fineness: Fineness
}

/** Beyond this share of an article's words an instruction quotes the whole article. */
const LARGEST_QUOTED_SHARE = 0.62
/** An article that several places change in is easier to read in one piece. */
const MOST_PARTS = 4

/** Parts that make `after` of `before`; empty where the difference follows from renumbering alone. */
export function articleParts(options: ArticlePartsOptions): Part[] {
  const { before, after, fineness } = options
  const whole: Part[] = [{ kind: 'whole', lines: articleLines(after) }]
  const tables = [before, after].some(({ paragraphs }) => paragraphs.some(({ table }) => table !== undefined))
  if (fineness === 'whole' || before.heading !== after.heading || tables) {
    const same = options.left.size === 0 && before.heading === after.heading && followed(articleWords(before), options) === articleWords(after)
    return fineness !== 'whole' && same ? [] : whole
  }
  const parts = new ArticleDifference(options).parts()
  if (parts === null || parts.length > MOST_PARTS) return whole
  if (hasListedLines(before) && parts.some(({ kind }) => kind !== 'words')) return whole
  const quoted = parts.reduce((sum, part) => sum + quotedLength(part), 0)
  return quoted > articleWords(after).length * LARGEST_QUOTED_SHARE && !addsOrDrops(parts) ? whole : parts
}

/** What becomes of words by all that is not said of this article itself. */
function followed(words: string, { follow, common }: ArticlePartsOptions): string {
  return follow(common.reduce((text, { from, to }) => text.split(from).join(to), words))
}

/** A 款 that is added to a short article is still said as an addition: the article that was there stays. */
function addsOrDrops(parts: readonly Part[]): boolean {
  return parts.every(({ kind }) => kind === 'add-paragraphs' || kind === 'delete-paragraphs' || kind === 'add-items' || kind === 'delete-items')
}

function quotedLength(part: Part): number {
  switch (part.kind) {
    case 'whole':
    case 'replace-paragraph':
    case 'replace-item':
      return part.lines.join('').length
    case 'replace-lead':
      return part.line.length
    case 'words':
      return part.edits.reduce((sum, edit) => sum + editLength(edit), 0)
    case 'add-items':
      return part.items.reduce((sum, { lines }) => sum + lines.join('').length, 0)
    case 'add-paragraphs':
      return part.paragraphs.reduce((sum, { lines }) => sum + lines.join('').length, 0)
    case 'delete-items':
    case 'delete-paragraphs':
      return 0
    default: {
      const never: never = part
      return never
    }
  }
}

function editLength(edit: WordEdit): number {
  switch (edit.kind) {
    case 'replace':
      return Math.max(edit.from.length, edit.to.length)
    case 'insert':
    case 'append':
    case 'delete':
      return edit.words.length
    default: {
      const never: never = edit
      return never
    }
  }
}

const withoutNumber = (item: Item): string => [item.text, ...itemLines(item).slice(1)].join('\n')

const withoutEnd = (item: Item): string => withoutNumber(item).replace(/[；。]$/, '')

class ArticleDifference {
  readonly #options: ArticlePartsOptions
  readonly #before: Article
  readonly #after: Article

  constructor(options: ArticlePartsOptions) {
    this.#options = options
    this.#before = options.before
    this.#after = options.after
  }

  #follow(words: string): string {
    return followed(words, this.#options)
  }

  /** Changes of what stays first, by old numbers; then what goes; then what comes, by new numbers. Null: say it whole. */
  parts(): Part[] | null {
    const [olds, news] = [this.#before.paragraphs, this.#after.paragraphs]
    const words = (paragraph: Paragraph): string => paragraphLines(paragraph).join('\n')
    const stays = olds.flatMap((_, at) => (this.#options.left.has(at) ? [] : [at]))
    const pairs = pairBlocks(stays.map((at) => this.#follow(olds[at] === undefined ? '' : words(olds[at]))), news.map(words)).map((pair) => ({ old: stays[pair.old] ?? -1, new: pair.new }))
    if (pairs.length === 0) return null
    const parts: Part[] = []
    for (const pair of pairs) {
      const found = this.#paragraph(pair)
      if (found === null) return null
      parts.push(...found)
    }
    const kept = { old: new Set(pairs.map((pair) => pair.old)), new: new Set(pairs.map((pair) => pair.new)) }
    const gone = stays.flatMap((at) => (kept.old.has(at) ? [] : [at + 1]))
    const come = news.flatMap((paragraph, at) => (kept.new.has(at) ? [] : [{ number: at + 1, lines: paragraphLines(paragraph) }]))
    if (gone.length > 0) parts.push({ kind: 'delete-paragraphs', paragraphs: gone })
    if (come.length > 0) parts.push({ kind: 'add-paragraphs', paragraphs: come })
    return parts
  }

  #same(before: readonly string[], after: readonly string[]): boolean {
    return this.#follow(before.join('\n')) === after.join('\n')
  }

  #paragraph(pair: BlockPair): Part[] | null {
    const [before, after] = [this.#before.paragraphs[pair.old], this.#after.paragraphs[pair.new]]
    if (before === undefined || after === undefined) return null
    if (this.#same(paragraphLines(before), paragraphLines(after))) return []
    const paragraph = this.#before.paragraphs.length > 1 && !hasListedLines(this.#before) ? pair.old + 1 : null
    const whole: Part[] = [{ kind: 'replace-paragraph', paragraph, lines: paragraphLines(after) }]
    const lead = this.#lead(before, after, paragraph)
    const items = this.#items(before, after, paragraph)
    if (lead === null || items === null) return whole
    const parts = [...lead, ...items]
    const quoted = parts.reduce((sum, part) => sum + quotedLength(part), 0)
    if (before.items.length > 0 && quoted > paragraphLines(after).join('').length * LARGEST_QUOTED_SHARE) return whole
    return parts
  }

  #lead(before: Paragraph, after: Paragraph, paragraph: number | null): Part[] | null {
    if (this.#same([before.text], [after.text])) return []
    const edits = this.#words(before.text, after.text, paragraphLines(before).join('\n'))
    if (edits !== null) return edits.length === 0 ? [] : [{ kind: 'words', paragraph, item: null, edits }]
    return before.items.length > 0 && after.items.length > 0 ? [{ kind: 'replace-lead', paragraph, line: after.text }] : null
  }

  #items(before: Paragraph, after: Paragraph, paragraph: number | null): Part[] | null {
    if (before.items.length === 0 && after.items.length === 0) return []
    if (before.items.length === 0 || after.items.length === 0) return null
    const pairs = pairBlocks(before.items.map((item) => this.#follow(withoutNumber(item))), after.items.map(withoutNumber))
    const parts: Part[] = []
    const rowChanged = pairs.length < before.items.length || pairs.length < after.items.length
    for (const pair of pairs) {
      const [one, other] = [before.items[pair.old], after.items[pair.new]]
      if (one === undefined || other === undefined) return null
      // where items come and go, the mark at the end of one follows from its place
      if (rowChanged && this.#options.fineness === 'short' && this.#same([withoutEnd(one)], [withoutEnd(other)])) continue
      parts.push(...this.#item({ before: one, after: other, paragraph, item: pair.old + 1 }))
    }
    const kept = { old: new Set(pairs.map((pair) => pair.old)), new: new Set(pairs.map((pair) => pair.new)) }
    const gone = before.items.flatMap((_, at) => (kept.old.has(at) ? [] : [at + 1]))
    const come = after.items.flatMap((item, at) => (kept.new.has(at) ? [] : [{ number: at + 1, lines: itemLines(item) }]))
    if (gone.length > 0) parts.push({ kind: 'delete-items', paragraph, items: gone })
    if (come.length > 0) parts.push({ kind: 'add-items', paragraph, items: come })
    return parts
  }

  #item({ before, after, paragraph, item }: { before: Item; after: Item; paragraph: number | null; item: number }): Part[] {
    if (this.#same([withoutNumber(before)], [withoutNumber(after)])) return []
    const sameSubitems = this.#same(itemLines(before).slice(1), itemLines(after).slice(1))
    const edits = sameSubitems ? this.#words(before.text, after.text, withoutNumber(before)) : null
    if (edits !== null) return edits.length === 0 ? [] : [{ kind: 'words', paragraph, item, edits }]
    return [{ kind: 'replace-item', paragraph, item, lines: itemLines({ ...after, number: before.number }) }]
  }

  #words(before: string, after: string, scope: string): WordEdit[] | null {
    const { fineness, follow, common } = this.#options
    const listed = hasListedLines(this.#before)
    if (fineness === 'paragraphs' || fineness === 'whole') return null
    return wordEdits({ scope: listed ? articleWords(this.#before) : scope, before, after, follow, common, wording: fineness })
  }
}
