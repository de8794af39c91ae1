/** In what two texts differ, of all that a decision can change. */
import type { Annex, Article, LegalText } from '../../text/index.ts'
import { divisionSpans } from './division-moves.ts'
import { proseBefore } from './front-clauses.ts'

export type Differences = {
  title: boolean
  /** words before the first article, where both texts have some; the kind of quotation marks aside */
  preamble: boolean
  /** places in `wanted` of articles that are missing or not the same */
  articles: number[]
  /** numbers and their order differ, articles that are too many included */
  sequence: boolean
  /** places in `wanted` of divisions whose extent differs, where the names are the same */
  extents: number[]
  /** names, numbers or order of divisions differ */
  divisions: boolean
  annexes: boolean
}

/** An article without what belongs to the source file: ids, lines, the label as misprinted. */
function contentOf(article: Article): string {
  return JSON.stringify([
    article.number,
    article.heading,
    article.paragraphs.map(({ text, table, items }) => [
      text,
      table?.rows ?? null,
      items.map((item) => [item.number, item.text, item.subitems.map(({ number, text: words }) => [number, words])]),
    ]),
  ])
}

const annexContent = ({ label, title, blocks }: Annex): string => JSON.stringify([label, title, blocks])

type Extent = { name: string; extent: string }

const extents = (text: LegalText): Extent[] =>
  divisionSpans(text).map(({ division, articles, around }) => ({
    name: JSON.stringify([division.kind, division.number, division.heading, around.map(({ number }) => number)]),
    extent: JSON.stringify([articles[0] ?? division.at, articles.length]),
  }))

/** Quotation marks of every kind as one: inside a quotation ‘…’ cannot be told from “…”. */
const anyMarks = (words: string): string => words.replace(/[‘’]/g, (mark) => (mark === '‘' ? '“' : '”'))
const asPrinted = (words: string): string => words

/**
 * Compares titles, preambles, divisions, articles and annexes character for character; 题注, 目录 and signature are left
 * out. With `marksAside`, the kind of quotation marks too.
 */
export function findDifferences(wanted: LegalText, got: LegalText, marksAside = false): Differences {
  const read = marksAside ? anyMarks : asPrinted
  const byNumber = new Map<string, string>()
  for (const article of got.articles) byNumber.set(article.number, read(contentOf(article)))
  const articles = wanted.articles.flatMap((article, at) => (byNumber.get(article.number) === read(contentOf(article)) ? [] : [at]))
  const numbers = (text: LegalText): string => text.articles.map(({ number }) => number).join(' ')
  const [own, other] = [extents(wanted), extents(got)]
  const names = (list: readonly Extent[]): string => list.map(({ name }) => name).join('\n')
  const sameNames = read(names(own)) === read(names(other))
  return {
    title: read(wanted.title) !== read(got.title),
    preamble: preambleDiffers(wanted, got, anyMarks),
    articles,
    sequence: numbers(wanted) !== numbers(got),
    extents: sameNames ? own.flatMap(({ extent }, at) => (extent === other[at]?.extent ? [] : [at])) : [],
    divisions: !sameNames,
    annexes: read(wanted.annexes.map(annexContent).join('\n')) !== read(got.annexes.map(annexContent).join('\n')),
  }
}

/** A source may have lost its preamble: that one has none is no difference here, but the writer says so. */
function preambleDiffers(wanted: LegalText, got: LegalText, read: (words: string) => string): boolean {
  const [own, other] = [proseBefore(wanted), proseBefore(got)]
  return own.length > 0 && other.length > 0 && read(own.join('\n')) !== read(other.join('\n'))
}

/** Whether the preambles are the same but for the kind of quotation marks. */
export const preambleMarksDiffer = (wanted: LegalText, got: LegalText): boolean => preambleDiffers(wanted, got, asPrinted) && !preambleDiffers(wanted, got, anyMarks)

export const isSame = (found: Differences): boolean =>
  !found.title && !found.preamble && found.articles.length === 0 && !found.sequence && found.extents.length === 0 && !found.divisions && !found.annexes
