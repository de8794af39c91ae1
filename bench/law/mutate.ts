import { alignArticles, compareTexts } from '../../law/compare/index.ts'
import { type Article, type LegalText, plainText, toArticleLabel } from '../../law/text/index.ts'

/** How one text became another, as shares of its articles and as rates inside those that changed. */
export type RevisionRates = {
  /** shares of the old articles */
  same: number
  changed: number
  removed: number
  split: number
  merged: number
  /** new articles for each old one */
  added: number
  /** share of the kept articles that left their order */
  moved: number
  /** inside a changed article: edits for each character, and mean lengths of what goes and comes with one */
  editsPerCharacter: number
  goneLength: number
  comeLength: number
}

/** Measures how a text was revised. */
export function measureRevision(before: LegalText, after: LegalText): RevisionRates {
  const { rows } = compareTexts(before, after, alignArticles(before, after))
  const articles = before.articles.length
  const share = (count: number) => count / articles
  const kept = rows.filter((row) => row.old.length > 0 && row.new.length > 0)
  const single = kept.filter((row) => row.kind === 'changed' && row.old.length === 1 && row.new.length === 1)
  let [characters, edits, gone, come] = [0, 0, 0, 0]
  for (const { changes } of single) {
    changes.forEach((change, at) => {
      if (change.op !== 'insert') characters += change.text.length
      if (change.op === 'delete') gone += change.text.length
      if (change.op === 'insert') come += change.text.length
      if (change.op !== 'equal' && (changes[at - 1]?.op ?? 'equal') === 'equal') edits += 1
    })
  }
  return {
    same: share(rows.filter((row) => row.kind === 'same').length),
    changed: share(single.length),
    removed: share(rows.filter((row) => row.kind === 'removed').length),
    split: share(kept.filter((row) => row.new.length > 1).length),
    merged: share(kept.filter((row) => row.old.length > 1 && row.new.length === 1).reduce((sum, row) => sum + row.old.length, 0)),
    added: share(rows.filter((row) => row.kind === 'added').length),
    moved: kept.filter((row) => row.moved).length / kept.length,
    editsPerCharacter: edits / characters,
    goneLength: gone / edits,
    comeLength: come / edits,
  }
}

/** The same numbers for the same seed (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Mutated = { text: LegalText; /** which article became which, by id */ edges: [string, string][] }
type Draft = { from: string[]; lines: string[] }

const FRAGMENT = 6

/** A revised copy of a text, with the truth of what became what. What comes is pieced together from words of the text. */
export function mutate(before: LegalText, rates: RevisionRates, seed: number): Mutated {
  const random = seededRandom(seed)
  const stock = before.articles.map(plainText).join('').replaceAll('\n', '')
  const passage = (length: number): string => {
    let words = ''
    while (words.length < length) {
      const start = Math.floor(random() * Math.max(1, stock.length - FRAGMENT))
      words += stock.slice(start, start + Math.min(FRAGMENT, length - words.length))
    }
    return words
  }
  const geometric = (mean: number) => (mean <= 0 ? 0 : Math.floor(Math.log(1 - random()) / Math.log(mean / (mean + 1))))
  const edit = (line: string): string => {
    let edited = ''
    let at = 0
    while (at < line.length) {
      const next = Math.min(line.length, at + 1 + geometric(1 / rates.editsPerCharacter - 1))
      edited += line.slice(at, next)
      at = next
      if (at >= line.length - 1) break
      at += geometric(rates.goneLength)
      edited += passage(geometric(rates.comeLength))
    }
    return edited + line.slice(at)
  }
  const drafts: Draft[] = []
  for (let at = 0; at < before.articles.length; at++) {
    const article = before.articles[at]
    if (!article) continue
    const lines = plainText(article).split('\n')
    const chance = random()
    const next = before.articles[at + 1]
    if (random() < rates.added) drafts.push({ from: [], lines: Array.from({ length: 1 + Math.floor(random() * 3) }, () => `${passage(20 + geometric(50))}。`) })
    if (chance < rates.removed) continue
    if (chance < rates.removed + rates.split) {
      const middle = Math.ceil(lines.length / 2)
      const sentences = lines.length > 1 ? [lines.slice(0, middle), lines.slice(middle)] : halves(lines[0] ?? '')
      for (const half of sentences) if (half.length > 0) drafts.push({ from: [article.id], lines: half.map(edit) })
    } else if (chance < rates.removed + rates.split + rates.merged / 2 && next) {
      drafts.push({ from: [article.id, next.id], lines: [...lines, ...plainText(next).split('\n')].map(edit) })
      at += 1
    } else if (chance < rates.removed + rates.split + rates.merged / 2 + rates.same) drafts.push({ from: [article.id], lines })
    else drafts.push({ from: [article.id], lines: lines.map(edit) })
  }
  for (let count = Math.round(rates.moved * drafts.length); count > 0; count--) {
    const [draft] = drafts.splice(Math.floor(random() * drafts.length), 1)
    if (draft) drafts.splice(Math.floor(random() * drafts.length), 0, draft)
  }
  const edges: [string, string][] = []
  const articles = drafts.map((draft, at): Article => {
    const number = toArticleLabel(at + 1)
    const id = `art_${at + 1}`
    for (const from of draft.from) edges.push([from, id])
    return { id, number, heading: null, line: at + 1, paragraphs: draft.lines.map((text, place) => ({ id: `${id}__para_${place + 1}`, text, items: [] })) }
  })
  return { text: { ...before, divisions: [], contents: [], articles, annexes: [] }, edges }
}

function halves(line: string): string[][] {
  const middle = line.indexOf('；', line.length / 3)
  const cut = middle > 0 ? middle + 1 : Math.ceil(line.length / 2)
  return [[line.slice(0, cut)], [line.slice(cut)]].filter(([half]) => half !== '')
}
