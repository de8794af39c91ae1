import { plainText, tableText, type Annex, type Article, type LegalText } from '../text/index.ts'
import { alignPrinted, type Alignment, type RowKind } from './align.ts'
import { diffText, diffTexts, joinEqual, sideOf, type Change } from './diff-words.ts'
import { headingRows, type HeadingRow } from './heading-rows.ts'
import { markMoves } from './moves.ts'
import { comparableText, identityKey, sameIdentity } from './normalise.ts'
import { compareLines, type AddressedLine, type LineRow } from './pair-lines.ts'
import { lineText, provisionLines } from './provision-lines.ts'
import { buildCorpus, overlapOf, sharedIn } from './similarity.ts'

/** An article on one side of a row. `text` is printed without label and heading. */
export type ComparedArticle = { id: string; number: string; heading: string | null; text: string }

export type ComparisonRow = {
  kind: RowKind
  old: ComparedArticle[]
  new: ComparedArticle[]
  /** which old article became which new one, where several of both stand in one row */
  edges?: [string, string][]
  renumbered: boolean
  moved: boolean
  score: number
  /** 款, 项, 目: which became which, and the words of each */
  paragraphs: LineRow[]
  /** from the old heading to the new one, where there is one */
  heading?: Change[]
  /** all changes of the row: its old articles and its new ones, joined by line feeds. What moved has a `moveId` here */
  changes: Change[]
}

export type AnnexRow = {
  kind: RowKind
  old: ComparedArticle | null
  new: ComparedArticle | null
  /** one for each block; a table is one block */
  blocks: LineRow[]
  changes: Change[]
}

/** What stands before the first article and is no heading. */
export type PreambleRow = { kind: RowKind; changes: Change[] }

export type Comparison = {
  title: Change[]
  /** null where neither text has one */
  preamble: PreambleRow | null
  /** headings of 编, 章 and 节, in the order of the rows before which they stand */
  headings: HeadingRow[]
  rows: ComparisonRow[]
  annexes: AnnexRow[]
  summary: { same: number; changed: number; added: number; removed: number; renumbered: number; moved: number }
}

/**
 * Compares two versions of a text article by article. Articles are aligned first (pass an alignment that
 * a person corrected to use that one), then 款 and 项 within a row, then words.
 */
export function compareTexts(oldText: LegalText, newText: LegalText, alignment?: Alignment): Comparison {
  const [oldWords, newWords] = [oldText.articles.map(plainText), newText.articles.map(plainText)]
  const [oldArticles, newArticles] = [printedById(oldText, oldWords), printedById(newText, newWords)]
  const aligned = (alignment ?? alignPrinted(oldText, newText, oldWords, newWords)).rows
  const articles = aligned.map((row) => ({ before: pick(oldArticles, row.old), after: pick(newArticles, row.new) }))
  const lines = compareLines(articles.map(({ before, after }) => ({ old: before.flatMap(addressedLines), new: after.flatMap(addressedLines) })))
  const changes = changesOf(lines)
  const rows = aligned.map((row, at): ComparisonRow => {
    const { before, after } = articles[at] ?? { before: [], after: [] }
    return {
      kind: row.kind,
      old: before.map(toCompared),
      new: after.map(toCompared),
      ...(row.edges ? { edges: row.edges } : {}),
      renumbered: row.renumbered,
      moved: row.moved,
      score: row.score,
      ...headingOf(before, after),
      paragraphs: lines[at] ?? [],
      changes: changes[at] ?? [],
    }
  })
  const annexes = compareAnnexes(oldText.annexes, newText.annexes)
  markMoves([...rows, ...annexes])
  const count = (test: (row: ComparisonRow) => boolean) => rows.filter(test).length
  return {
    title: diffText(oldText.title, newText.title),
    preamble: comparePreambles(oldText.preamble.join('\n'), newText.preamble.join('\n')),
    headings: headingRows([oldText, newText], rows),
    rows,
    annexes,
    summary: {
      same: count((row) => row.kind === 'same'),
      changed: count((row) => row.kind === 'changed'),
      added: count((row) => row.kind === 'added'),
      removed: count((row) => row.kind === 'removed'),
      renumbered: count((row) => row.renumbered),
      moved: count((row) => row.moved),
    },
  }
}

function comparePreambles(before: string, after: string): PreambleRow | null {
  if (before === '' && after === '') return null
  const kind = before === '' ? 'added' : after === '' ? 'removed' : sameIdentity(before, after) ? 'same' : 'changed'
  return { kind, changes: diffText(before, after) }
}

/** What a difference over all lines must save of what one line by line shows as changed. */
const WORTH_JOINING = 0.85

/**
 * Changes line by line, unless a 款 was cut in two or two became one: then what its sentences became shows only
 * where the lines are read as one text.
 */
function changesOf(rows: readonly (readonly LineRow[])[]): Change[][] {
  const byLine = rows.map((lines) => joinEqual(lines.flatMap((line) => line.changes)))
  const doubtful = [...rows.keys()].filter((at) => {
    const lines = rows[at] ?? []
    return lines.some((line) => line.kind === 'changed') && lines.some((line) => line.kind === 'added' || line.kind === 'removed') && mayBeJoined(byLine[at] ?? [])
  })
  const joined = diffTexts(doubtful.map((at) => ({ old: sideOf(byLine[at] ?? [], 'old'), new: sideOf(byLine[at] ?? [], 'new') })))
  doubtful.forEach((at, place) => {
    const [lineByLine, asOne] = [byLine[at] ?? [], joined[place] ?? []]
    if (changedLength(asOne) < WORTH_JOINING * changedLength(lineByLine)) byLine[at] = asOne
  })
  return byLine
}

/** However the words are matched, what came and what went differ by as much: no difference is shorter than that. */
function mayBeJoined(changes: readonly Change[]): boolean {
  const longer = changes.reduce((sum, { op, text }) => sum + (op === 'insert' ? text.length : op === 'delete' ? -text.length : 0), 0)
  return Math.abs(longer) < WORTH_JOINING * changedLength(changes)
}

function changedLength(changes: readonly Change[]): number {
  return changes.reduce((sum, change) => (change.op === 'equal' ? sum : sum + change.text.length), 0)
}

type Printed = { article: Article; words: string }

function printedById({ articles }: LegalText, words: readonly string[]): Map<string, Printed> {
  return new Map(articles.map((article, at) => [article.id, { article, words: words[at] ?? '' }]))
}

function pick(articles: ReadonlyMap<string, Printed>, ids: readonly string[]): Printed[] {
  return ids.map((id) => {
    const article = articles.get(id)
    if (!article) throw new RangeError(`the alignment names an article that the text does not have: ${id}`)
    return article
  })
}

function headingOf(before: readonly Printed[], after: readonly Printed[]): { heading?: Change[] } {
  const words = (articles: readonly Printed[]) => articles.flatMap(({ article }) => article.heading ?? []).join('\n')
  const [from, to] = [words(before), words(after)]
  return from === '' && to === '' ? {} : { heading: diffText(from, to) }
}

function toCompared({ article, words }: Printed): ComparedArticle {
  return { id: article.id, number: article.number, heading: article.heading, text: words }
}

function addressedLines({ article }: Printed): AddressedLine[] {
  return provisionLines(article).map((line) => ({ id: line.id, text: lineText(line) }))
}

const MIN_ANNEX_SIMILARITY = 0.35

/** Annexes of the same label or title are one; the rest by what they share. */
function compareAnnexes(oldAnnexes: readonly Annex[], newAnnexes: readonly Annex[]): AnnexRow[] {
  const partner = pairAnnexes(oldAnnexes, newAnnexes)
  const rows: AnnexRow[] = newAnnexes.map((annex, at) => {
    const from = partner.get(at)
    return annexRow(from === undefined ? null : (oldAnnexes[from] ?? null), annex)
  })
  const used = new Set(partner.values())
  oldAnnexes.forEach((annex, at) => {
    if (!used.has(at)) rows.push(annexRow(annex, null))
  })
  return rows
}

function pairAnnexes(oldAnnexes: readonly Annex[], newAnnexes: readonly Annex[]): Map<number, number> {
  const corpus = buildCorpus(oldAnnexes.map((annex) => comparableText(annexText(annex))), newAnnexes.map((annex) => comparableText(annexText(annex))))
  const sharedWith = sharedIn(corpus)
  const pairs: { from: number; to: number; worth: number }[] = []
  oldAnnexes.forEach((before, from) => {
    newAnnexes.forEach((after, to) => {
      const shared = overlapOf(corpus, from, to, sharedWith(from, to)).both
      const sameTitle = before.title !== '' && identityKey(before.title) === identityKey(after.title)
      const sameLabel = identityKey(before.label) === identityKey(after.label)
      const worth = shared + (sameTitle ? 0.4 : 0) + (sameLabel ? 0.1 : 0)
      if (worth >= MIN_ANNEX_SIMILARITY) pairs.push({ from, to, worth })
    })
  })
  pairs.sort((a, b) => b.worth - a.worth || a.from - b.from || a.to - b.to)
  const partner = new Map<number, number>()
  const used = new Set<number>()
  for (const { from, to } of pairs) {
    if (used.has(from) || partner.has(to)) continue
    partner.set(to, from)
    used.add(from)
  }
  return partner
}

function annexRow(before: Annex | null, after: Annex | null): AnnexRow {
  const blocks = compareLines([{ old: before ? annexLines(before) : [], new: after ? annexLines(after) : [] }])[0] ?? []
  const kind = !before ? 'added' : !after ? 'removed' : blocks.every((block) => block.kind === 'same') ? 'same' : 'changed'
  return {
    kind,
    old: before ? { id: before.id, number: before.label, heading: null, text: annexText(before) } : null,
    new: after ? { id: after.id, number: after.label, heading: null, text: annexText(after) } : null,
    blocks,
    changes: joinEqual(blocks.flatMap((block) => block.changes)),
  }
}

function annexLines(annex: Annex): AddressedLine[] {
  const lines = annex.blocks.map((block, at) => ({
    id: `${annex.id}__block_${at + 1}`,
    text: block.kind === 'line' ? block.text : tableText(block.table),
  }))
  return annex.title ? [{ id: annex.id, text: annex.title }, ...lines] : lines
}

function annexText(annex: Annex): string {
  return annexLines(annex).map((line) => line.text).join('\n')
}
