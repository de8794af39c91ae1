/** Rules that hold the draft against superior texts; they look only where such texts are given. */
import { conductLikeness, type Fine, readSanctions } from '../citation/index.ts'
import { type LegalText, plainText } from '../text/index.ts'
import { type Draft, type DraftingRule, type DraftLine, type Hit } from './rule.ts'

/** letters of a stretch that is looked up: shorter ones are formulae (县级以上人民政府) */
const STRETCH = 8
const SHORTEST_REPETITION = 24
/** share of a line's stretches that stand in one superior article: measured on the shared texts */
const REPEATED_SHARE = 0.8
const MOST_PLACES = 20

type SuperiorArticle = { law: string; label: string; text: string }

const articlesOf = (texts: readonly LegalText[]): SuperiorArticle[] =>
  texts.flatMap((text) => text.articles.map((article) => ({ law: text.title, label: article.number, text: plainText(article) })))

const letters = (words: string): string => words.replace(/[^\p{Script=Han}]/gu, '')

function* stretches(words: string, length: number): Generator<string> {
  const plain = letters(words)
  for (let at = 0; at + length <= plain.length; at += 1) yield plain.slice(at, at + length)
}

/** Each stretch with what it stands in, each named once and at most MOST_PLACES of them. */
function placesByStretch(texts: readonly string[], length: number): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, words] of texts.entries()) {
    for (const stretch of stretches(words, length)) {
      const known = places.get(stretch)
      if (known === undefined) places.set(stretch, [at])
      else if (known.length < MOST_PLACES && known.at(-1) !== at) known.push(at)
    }
  }
  return places
}

/** How many stretches of the words stand in which place, the most first. */
function countPlaces(words: string, length: number, places: ReadonlyMap<string, readonly number[]>): { total: number; counts: [number, number][] } {
  const counts = new Map<number, number>()
  let total = 0
  for (const stretch of stretches(words, length)) {
    total += 1
    for (const at of places.get(stretch) ?? []) counts.set(at, (counts.get(at) ?? 0) + 1)
  }
  return { total, counts: [...counts].sort((one, other) => other[1] - one[1]) }
}

function findRepetition({ lines, superior }: Draft): Hit[] {
  const { articles, places } = indexOf(superior)
  return lines.flatMap((line): Hit[] => {
    if (letters(line.text).length < SHORTEST_REPETITION) return []
    const { total, counts } = countPlaces(line.text, STRETCH, places)
    const [at = -1, shared = 0] = counts[0] ?? []
    const article = articles[at]
    if (article === undefined || shared < total * REPEATED_SHARE) return []
    return [{ line, start: 0, end: line.text.length, why: `与《${article.law}》${article.label}的文字基本相同；上位法已经明确规定的内容，一般不作重复性规定` }]
  })
}

/** two acts that share this much are the same act */
const SAME_CONDUCT = 0.8
const CONDUCT_STRETCH = 4
const SHORTEST_CONDUCT = 8
const LONGEST_ARTICLE = 4_000

/** `widest`: from the lowest to the highest fine of its article, whose other grades and persons (单位, 个人) may be the ones meant */
type NamedFine = Fine & { law: string; label: string; conduct: string; widest: { least: number; most: number } }

const withConduct = (fine: Fine): fine is Fine & { conduct: string } => fine.conduct !== undefined && letters(fine.conduct).length >= SHORTEST_CONDUCT

function superiorFines(superior: readonly LegalText[]): NamedFine[] {
  return articlesOf(superior).flatMap(({ law, label, text }) =>
    text.length > LONGEST_ARTICLE ? [] : withWidest(readSanctions(text).fines).map((fine) => ({ ...fine, law, label })))
}

function withWidest(fines: readonly Fine[]): (Fine & Pick<NamedFine, 'conduct' | 'widest'>)[] {
  const least = Math.min(...fines.map(({ minYuan, multiple }) => (multiple === undefined ? (minYuan ?? 0) : 0)))
  const most = Math.max(...fines.map(({ maxYuan, multiple }) => (multiple === undefined ? (maxYuan ?? Infinity) : Infinity)))
  return fines.filter(withConduct).map((fine) => ({ ...fine, widest: { least, most } }))
}

/** Fines of superior law for the same act. */
function sameActs(fine: Fine & { conduct: string }, fines: readonly NamedFine[], places: ReadonlyMap<string, readonly number[]>): NamedFine[] {
  return countPlaces(fine.conduct, CONDUCT_STRETCH, places).counts.slice(0, MOST_PLACES).flatMap(([at]) => {
    const other = fines[at]
    return other !== undefined && other.per === fine.per && conductLikeness(fine.conduct, other.conduct) >= SAME_CONDUCT ? [other] : []
  })
}

function beyond(line: DraftLine, fine: Fine & { conduct: string }, same: readonly NamedFine[]): Hit[] {
  const [first] = same
  // a fine by multiple and one by sum cannot be held against each other
  if (first === undefined || fine.multiple !== undefined) return []
  const { start, end } = fine
  const where = `《${first.law}》${first.label}`
  const most = Math.max(...same.map(({ widest }) => widest.most))
  const least = Math.min(...same.map(({ widest }) => widest.least))
  if (fine.maxYuan !== undefined && fine.maxYuan > most) return [{ line, start, end, why: `罚款上限高于${where}对同一行为规定的${most}元` }]
  if (fine.minYuan !== undefined && fine.minYuan < least) return [{ line, start, end, why: `罚款下限低于${where}对同一行为规定的${least}元` }]
  return []
}

function findBeyond({ lines, superior }: Draft): Hit[] {
  const { fines, finePlaces } = indexOf(superior)
  return lines.flatMap((line) => line.text.length > LONGEST_ARTICLE || !line.text.includes('罚款') ? [] :
    readSanctions(line.text).fines.filter(withConduct).flatMap((fine) => beyond(line, fine, sameActs(fine, fines, finePlaces))))
}

type SuperiorIndex = { articles: readonly SuperiorArticle[]; places: ReadonlyMap<string, readonly number[]>; fines: readonly NamedFine[]; finePlaces: ReadonlyMap<string, readonly number[]> }

/** An editor asks again at every keystroke with the same texts: what they hold is read once for each list of them. */
const indices = new WeakMap<readonly LegalText[], SuperiorIndex>()

function indexOf(superior: readonly LegalText[]): SuperiorIndex {
  const known = indices.get(superior)
  if (known !== undefined) return known
  const articles = articlesOf(superior)
  const fines = superiorFines(superior)
  const index = {
    articles,
    places: placesByStretch(articles.map(({ text }) => text), STRETCH),
    fines,
    finePlaces: placesByStretch(fines.map(({ conduct }) => conduct), CONDUCT_STRETCH),
  }
  indices.set(superior, index)
  return index
}

export const superiorRules: readonly DraftingRule[] = [
  {
    code: 'L32', name: '不重复上位法', basis: { source: '立法法', item: '第八十二条第四款' }, severity: 'info',
    says: '对上位法已经明确规定的内容，一般不作重复性规定。', mayIgnore: '为条文完整、便于执行确需重述的。',
    needsSuperior: true, find: findRepetition,
  },
  {
    code: 'C05', name: '罚款在上位法幅度内', basis: { source: '行政处罚法', item: '第十二条第二款' }, severity: 'warn',
    says: '上位法对同一行为规定了罚款的，在其规定的行为、种类、幅度内具体规定。', mayIgnore: '行为、对象或者情节与上位法不同的。',
    needsSuperior: true, find: findBeyond,
  },
]
