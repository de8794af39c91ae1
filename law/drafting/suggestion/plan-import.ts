/** A file that comes back with changes: which of its articles is which of the draft's, and what may be taken. */
import { alignArticles, pairsOf } from '../../compare/index.ts'
import type { Article, LegalText } from '../../text/index.ts'

/** The two texts of a file with tracked changes: with all of them, and as it was before. */
export type FileTexts = { accepted: LegalText; rejected: LegalText }

export type Difference = {
  /** label of the article or annex; title, notes or closing lines where it is '' */
  label: string
  /** the draft has other words by now; the file never had it; the draft has it no more */
  why: 'other-words' | 'not-in-file' | 'not-in-draft'
  /** the file would change it: this change is not taken */
  changed: boolean
}

/** What stands in the place of each article of the accepted text: one of the draft's (by index), words of the file, or nothing. */
export type Taken = { from: 'draft'; article: number } | { from: 'file'; article: number | null; /** the file gave it another label */ relabelled: boolean } | null

export type ImportPlan = {
  taken: readonly Taken[]
  /** articles of the draft that the accepted text has no place for and that stay */
  left: readonly number[]
  differences: readonly Difference[]
  /** divisions or order of the articles are others in the file than in the draft: nothing can be placed */
  otherStructure: boolean
}

const trimmed = (text: string): string => text.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('\n')
const wordsOf = (article: Article | undefined): string => (article === undefined ? '' : trimmed([article.heading ?? '', ...article.paragraphs.flatMap((one) => [
  one.text, ...(one.table?.rows.map((row) => row.map(({ text }) => text).join('\t')) ?? []), ...one.items.flatMap((item) => [`${item.number}${item.text}`, ...item.subitems.map((sub) => `${sub.number}${sub.text}`)]),
])].join('\n')))

/** The likeliest partner of each article, none of them twice. */
function partners(from: LegalText, to: LegalText): Map<number, number> {
  const [old, next] = [from, to].map(({ articles }) => new Map(articles.map(({ id }, at) => [id, at])))
  const found = new Map<number, number>()
  const used = new Set<number>()
  for (const pair of pairsOf(alignArticles(from, to)).toSorted((a, b) => b.score - a.score)) {
    const [left, right] = [old?.get(pair.old), next?.get(pair.new)]
    if (left === undefined || right === undefined || found.has(left) || used.has(right)) continue
    found.set(left, right)
    used.add(right)
  }
  return found
}

/**
 * Holds the file against the draft's text. A change is taken where the article was, in the file, what it is in the draft;
 * what the draft has already, and what the file left alone, is no difference that matters to it.
 */
export function planImport({ current, accepted, rejected }: FileTexts & { current: LegalText }): ImportPlan {
  const base = partners(current, rejected)
  const now = partners(current, accepted)
  const through = partners(rejected, accepted)
  const used = new Set(now.values())
  for (const [article, old] of base) {
    const other = through.get(old)
    if (now.has(article) || other === undefined || used.has(other)) continue
    now.set(article, other)
    used.add(other)
  }
  const taken: Taken[] = accepted.articles.map(() => null)
  const left: number[] = []
  const differences: Difference[] = []
  current.articles.forEach((article, at) => {
    const [old, other] = [base.get(at), now.get(at)]
    const words = wordsOf(article)
    const before = old === undefined ? null : wordsOf(rejected.articles[old])
    const after = other === undefined ? null : wordsOf(accepted.articles[other])
    const agrees = before === words
    if (!agrees && after !== words) {
      differences.push({ label: article.number, why: old === undefined ? 'not-in-file' : 'other-words', changed: old === undefined ? other !== undefined : after !== before })
      if (other === undefined) left.push(at)
    }
    if (other === undefined) return
    const relabelled = old === undefined || accepted.articles[other]?.number !== rejected.articles[old]?.number
    taken[other] = agrees && after !== words ? { from: 'file', article: at, relabelled } : { from: 'draft', article: at }
  })
  const inDraft = new Set(base.values())
  const cameFrom = new Map([...through].map(([old, other]) => [other, old]))
  accepted.articles.forEach((article, at) => {
    if (used.has(at)) return
    const old = cameFrom.get(at)
    if (old === undefined || inDraft.has(old)) taken[at] = { from: 'file', article: null, relabelled: true }
    else differences.push({ label: article.number, why: 'not-in-draft', changed: wordsOf(article) !== wordsOf(rejected.articles[old]) })
  })
  return { taken, left, differences, otherStructure: !sameStructure(current, rejected, base) && !sameStructure(current, accepted, now) }
}

/** Whether both have the same divisions and their common articles stand in them in the same order. */
function sameStructure(current: LegalText, other: LegalText, pairs: ReadonlyMap<number, number>): boolean {
  const headings = ({ divisions }: LegalText): string => divisions.map(({ kind, heading }) => `${kind}${heading.replace(/\s/gu, '')}`).join('\n')
  if (current.form !== other.form || headings(current) !== headings(other)) return false
  const divisionOf = ({ divisions }: LegalText, at: number): number => divisions.findLastIndex((division) => division.at <= at)
  let last = -1
  return [...pairs].toSorted(([a], [b]) => a - b).every(([at, there]) => {
    const follows = there > last && divisionOf(current, at) === divisionOf(other, there)
    last = there
    return follows
  })
}
