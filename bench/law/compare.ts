import { Worker } from 'node:worker_threads'
import { alignArticles, compareTexts } from '../../law/compare/index.ts'
import { type Article, type LegalText, parseText, plainText, printLegalText, toArticleLabel } from '../../law/text/index.ts'
import { corpusFiles, readCorpusText } from '../corpus.ts'
import { median, print, time } from '../measure.ts'
import { measureRevision, mutate, type RevisionRates, seededRandom } from './mutate.ts'

const SEED = 20_231_229
const PATIENCE_MS = 60_000
const RIVALS = ['diff-match-patch', 'diff-match-patch without lines', 'fast-diff', 'diff characters', 'diff words'] as const
/** Calls of which the middle one counts; `median` makes one more to warm up. So many, because a machine that others share has slow moments. */
const CALLS = 21
const SIZES = [10, 100, 1_000, 10_000]

/** The Civil Code against a copy revised as the Company Law was in 2023, and how the cost grows with the number of articles. */
export async function benchCompare(): Promise<void> {
  const rates = measureRevision(parseText(await readCorpusText('gongsifa__2018-10-26.md')), parseText(await readCorpusText('gongsifa__2023-12-29.md')))
  for (const [name, value] of Object.entries(rates)) print({ name: `revision.${name}`, value, unit: name.endsWith('Length') ? 'characters' : 'share' })

  const before = bare(parseText(await readCorpusText('minfadian__2020-05-28.md')))
  const { text: after, edges } = mutate(before, rates, SEED)
  const first = await time(() => compareTexts(before, after))
  const cpuBefore = process.cpuUsage()
  const ours = await median(CALLS, () => compareTexts(before, after))
  const cpu = process.cpuUsage(cpuBefore)
  print({ name: 'compare.civil-code', value: ours, unit: 'ms', detail: { articles: before.articles.length, newArticles: after.articles.length, first: Math.round(first), processorMsEach: Math.round((cpu.user + cpu.system) / 1000 / (CALLS + 1)), seed: SEED } })
  printTruth(before, after, edges)
  await benchRivals(printLegalText(before), printLegalText(after), ours)
  await benchGrowth(rates)
}

/** The articles alone: headings are no part of what is compared here. */
const bare = (text: LegalText): LegalText => ({ ...text, divisions: [], contents: [], annexes: [] })

/** Found against known: what the mutator did is not what every reader would say (a part of six characters is no split). */
function printTruth(before: LegalText, after: LegalText, edges: readonly [string, string][]): void {
  const known = new Set(edges.map((edge) => edge.join(' ')))
  const found = alignArticles(before, after).rows.flatMap((row) => (row.edges ?? row.old.flatMap((from) => row.new.map((to): [string, string] => [from, to]))).map((edge) => edge.join(' ')))
  const right = found.filter((edge) => known.has(edge)).length
  print({ name: 'compare.civil-code.edges', value: right / found.length, unit: 'precision', detail: { recall: Math.round((right / known.size) * 1000) / 1000 } })
}

async function benchRivals(before: string, after: string, ours: number): Promise<void> {
  let fastest = { how: '', milliseconds: Number.POSITIVE_INFINITY, stopped: true }
  for (const how of RIVALS) {
    const milliseconds = await wholeText(how, before, after)
    const stopped = milliseconds === null
    const took = milliseconds ?? PATIENCE_MS
    print({ name: `whole-text.${how.replaceAll(' ', '-')}`, value: took, unit: stopped ? '≥ ms (stopped)' : 'ms' })
    if (took < fastest.milliseconds) fastest = { how, milliseconds: took, stopped }
  }
  print({ name: 'compare.civil-code.ratio', value: ours / fastest.milliseconds, unit: 'x', to: `${fastest.how}, the fastest whole-text difference${fastest.stopped ? ' (≥: stopped)' : ''}` })
}

/** Milliseconds of one whole-text difference, null where it was stopped. */
function wholeText(how: (typeof RIVALS)[number], before: string, after: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./whole-text.ts', import.meta.url), { workerData: { how, before, after } })
    const patience = setTimeout(() => void worker.terminate().then(() => resolve(null)), PATIENCE_MS + 2_000)
    worker.once('message', (milliseconds: unknown) => {
      clearTimeout(patience)
      resolve(typeof milliseconds === 'number' ? milliseconds : null)
    })
    worker.once('error', reject)
  })
}

/** Texts of 10 to 10,000 different articles of the corpus, each against its revised copy. */
async function benchGrowth(rates: RevisionRates): Promise<void> {
  const stock = await differentArticles(SIZES.at(-1) ?? 0)
  const points: { size: number; milliseconds: number }[] = []
  for (const size of SIZES) {
    const before = textOf(stock.slice(0, size))
    const { text: after } = mutate(before, rates, SEED)
    const milliseconds = await median(size > 1_000 ? 3 : 7, () => compareTexts(before, after))
    points.push({ size, milliseconds })
    const perArticle = milliseconds / (before.articles.length * Math.log2(before.articles.length))
    print({ name: `compare.${size}`, value: milliseconds, unit: 'ms', detail: { articles: before.articles.length, microsecondsPerNLogN: Math.round(perArticle * 1e6) / 1e3 } })
  }
  const [small, large] = [points[1], points.at(-1)]
  if (!small || !large) return
  const exponent = Math.log(large.milliseconds / small.milliseconds) / Math.log(large.size / small.size)
  const nLogN = Math.log((large.size * Math.log2(large.size)) / (small.size * Math.log2(small.size))) / Math.log(large.size / small.size)
  print({ name: 'compare.growth', value: exponent, unit: 'exponent', to: `n log n, which is ${Math.round(nLogN * 100) / 100} over the same sizes` })
}

async function differentArticles(count: number): Promise<Article[]> {
  const seen = new Set<string>()
  const articles: Article[] = []
  for (const file of (await corpusFiles()).toSorted()) {
    for (const article of parseText(await readCorpusText(file)).articles) {
      const words = plainText(article)
      // versions of one law differ in a few words: the first characters tell them from other articles
      const key = words.slice(0, 24)
      if (words.length < 10 || seen.has(key)) continue
      seen.add(key)
      articles.push(article)
    }
  }
  const random = seededRandom(SEED)
  for (let at = articles.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const [a, b] = [articles[at], articles[other]]
    if (a && b) [articles[at], articles[other]] = [b, a]
  }
  return articles.slice(0, count)
}

function textOf(articles: readonly Article[]): LegalText {
  const numbered = articles.map((article, at) => ({ ...article, id: `old_${at + 1}`, number: toArticleLabel(at + 1), heading: null }))
  return { form: 'articles', title: '', note: '', preamble: [], contents: [], notice: [], divisions: [], articles: numbered, annexes: [], closing: [], problems: [], remarks: [] }
}
