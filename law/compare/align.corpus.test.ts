import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { parseText, toArticleLabel, type LegalText } from '../text/index.ts'
import { alignArticles } from './align.ts'
import { compareTexts } from './compare.ts'
import { sideOf } from './diff-words.ts'

const corpus = path.resolve(process.env.LIFA_CORPUS ?? '../shared/corpus')
const read = (file: string): LegalText => parseText(readFileSync(path.join(corpus, file), 'utf8'))

type Edge = [string, string]
type Gold = {
  old: string
  new: string
  pairs: { old: string[]; new: string[]; edges?: Edge[] }[]
  unsure: { old: string[]; new: string[] }[]
  also_acceptable: Edge[]
}

const product = (before: readonly string[], after: readonly string[]): Edge[] => before.flatMap((one) => after.map((other): Edge => [one, other]))

/** Precision and recall over edges as corpus/gold/README.md §1 asks: unsure articles and doubtful edges aside. */
function score(gold: Gold): { precision: number; recall: number; wrong: string[]; missed: string[] } {
  const before = read(gold.old)
  const after = read(gold.new)
  const label = new Map([...before.articles, ...after.articles].map((article) => [article.id, article.number]))
  const key = (edge: Edge) => edge.join(' → ')
  const unsureOld = new Set(gold.unsure.flatMap((one) => one.old))
  const unsureNew = new Set(gold.unsure.flatMap((one) => one.new))
  const scored = ([from, to]: Edge) => !unsureOld.has(from) && !unsureNew.has(to)
  const wanted = new Set(gold.pairs.flatMap((pair) => pair.edges ?? product(pair.old, pair.new)).filter(scored).map(key))
  const doubtful = new Set(gold.also_acceptable.map(key))
  const found = alignArticles(before, after)
    .rows.flatMap((row) => row.edges ?? product(row.old, row.new))
    .map(([from, to]): Edge => [label.get(from) ?? from, label.get(to) ?? to])
    .filter(scored)
    .map(key)
    .filter((edge) => wanted.has(edge) || !doubtful.has(edge))
  const right = found.filter((edge) => wanted.has(edge))
  return {
    precision: right.length / found.length,
    recall: right.length / wanted.size,
    wrong: found.filter((edge) => !wanted.has(edge)),
    missed: [...wanted].filter((edge) => !found.includes(edge)),
  }
}

describe('alignArticles on pairs labelled by reading', () => {
  test.each([
    ['shared-jiandufa.json', 1, 1],
    ['shared-beijingbeianshencha.json', 1, 0.96],
    ['shared-gongsifa.json', 0.995, 0.97],
    ['shared-lifafa.json', 1, 1],
  ])('%s: precision at least %f, recall at least %f', (file, precision, recall) => {
    const gold: Gold = JSON.parse(readFileSync(path.join(corpus, 'gold', file), 'utf8'))
    const result = score(gold)
    console.log(`${file}: precision ${result.precision.toFixed(3)}, recall ${result.recall.toFixed(3)}, wrong ${result.wrong.join(' ') || '–'}, missed ${result.missed.join(' ') || '–'}`)
    expect(result.precision).toBeGreaterThanOrEqual(precision)
    expect(result.recall).toBeGreaterThanOrEqual(recall)
  })
})

/** Judged by reading, of pairs that have no labels: which became which, and which only look alike. */
const READ: [string, string, [number, number][], [number, number][]][] = [
  ['zhianguanlichufafa__2012-10-26.md', 'zhianguanlichufafa__2025-06-27.txt', [[49, 58], [49, 59], [77, 90], [78, 90]], [[19, 21], [61, 82]]],
  ['xingzhengfuyifa__2017-09-01.md', 'xingzhengfuyifa__2023-09-01.md', [[28, 63], [30, 23], [15, 19], [31, 75], [23, 47], [23, 48], [3, 4], [3, 6]], [[31, 73], [20, 40], [23, 54]]],
  ['xumufa__2015-04-24.md', 'xumufa__2022-10-30.md', [[40, 40]], [[67, 89]]],
  ['wenwubaohufa__2017-11-04.md', 'wenwubaohufa__2024-11-08.md', [[77, 95], [5, 6], [11, 16], [11, 17]], [[64, 96]]],
  ['guojiatongyongyuyanwenzifa__2000-10-31.md', 'guojiatongyongyuyanwenzifa__2025-12-27.txt', [[20, 22], [4, 7], [26, 28], [26, 29]], []],
  ['kuaijifa__2017-11-04.md', 'kuaijifa__2024-06-28.md', [[43, 41], [44, 41]], [[44, 40]]],
  ['fanlongduanfa__2007-08-30.md', 'fanlongduanfa__2022-06-24.md', [[13, 16], [13, 17]], [[52, 67]]],
  ['cunminweiyuanhuizuzhifa__2018-12-29.md', 'cunminweiyuanhuizuzhifa__2025-10-28.txt', [[37, 42], [37, 43]], []],
  ['huanjingzaoshengwuranfangzhifa__2018-12-29.md', 'zaoshengwuranfangzhifa__2021-12-24.md', [[44, 62], [44, 63], [56, 77], [43, 61]], [[28, 77], [62, 87]]],
]

test.each(READ)('%s → %s: what was judged by reading', (oldFile, newFile, right, wrong) => {
  const [before, after] = [read(oldFile), read(newFile)]
  const label = new Map([...before.articles.map((one) => [`old ${one.id}`, one.number] as const), ...after.articles.map((one) => [`new ${one.id}`, one.number] as const)])
  const found = alignArticles(before, after).rows.flatMap((row) => row.edges ?? product(row.old, row.new)).map(([from, to]) => `${label.get(`old ${from}`)} → ${label.get(`new ${to}`)}`)
  const named = (edges: [number, number][]) => edges.map(([from, to]) => `${toArticleLabel(from)} → ${toArticleLabel(to)}`)
  expect(found).toEqual(expect.arrayContaining(named(right)))
  expect(found.filter((edge) => named(wrong).includes(edge))).toEqual([])
})

type Manifest = { pairs: { before: string; after: string }[] }

test('an article that went behind one of which a word changed is no part of it, nor one that came', { timeout: 120_000 }, () => {
  const joined: string[] = []
  for (const file of readdirSync(corpus).filter((name) => /\.(?:md|txt)$/u.test(name) && name !== 'README.md' && name !== 'irregular.md')) {
    const text = read(file)
    if (text.form !== 'articles' || text.articles.length < 4 || text.articles.length > 320) continue
    for (const share of [0.3, 0.7]) {
      const gone = Math.max(1, Math.floor(text.articles.length * share))
      const touched = text.articles.map((article, at) => (at === gone - 1 ? { ...article, paragraphs: article.paragraphs.map((one) => ({ ...one, text: one.text.replace(/应当|可以|不得|的/u, '必须') })) } : article))
      const shorter = { ...text, articles: touched.toSpliced(gone, 1) }
      const rows = [...alignArticles(text, shorter).rows, ...alignArticles(shorter, text).rows]
      joined.push(...rows.filter((row) => row.old.length + row.new.length > 2).map((row) => `${file} ${row.old.join('+')} → ${row.new.join('+')}`))
    }
  }
  expect(joined).toEqual([])
})

test('on every pair of versions each article stands in one row and no character is lost', { timeout: 120_000 }, () => {
  const manifest: Manifest = JSON.parse(readFileSync(path.join(corpus, 'manifest.json'), 'utf8'))
  expect(manifest.pairs.length).toBeGreaterThan(20)
  for (const pair of manifest.pairs) {
    const before = read(pair.before)
    const after = read(pair.after)
    const { rows } = compareTexts(before, after)
    expect(rows.flatMap((row) => row.old.map((one) => one.id)).sort()).toEqual(before.articles.map((one) => one.id).sort())
    expect(rows.flatMap((row) => row.new.map((one) => one.id)).sort()).toEqual(after.articles.map((one) => one.id).sort())
    for (const row of rows) {
      expect(sideOf(row.changes, 'old')).toBe(row.old.map((one) => one.text).join('\n'))
      expect(sideOf(row.changes, 'new')).toBe(row.new.map((one) => one.text).join('\n'))
    }
  }
})
