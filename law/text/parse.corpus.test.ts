import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { provisions } from './addresses.ts'
import { fromEditorDocument, toEditorDocument } from './editor-document.ts'
import { editorSchema } from './editor-schema.ts'
import { blocksFromText, readFrontMatter } from './lines.ts'
import { parseChineseNumber } from './numerals.ts'
import { readMetadata } from './metadata.ts'
import { parseText } from './parse.ts'
import { articleText, plainText, printLegalText } from './print.ts'
import type { LegalText } from './tree.ts'

const corpus = resolve(process.env['LIFA_CORPUS'] ?? '../shared/corpus')
const manifest = z
  .object({
    texts: z.array(
      z.object({
        file: z.string(),
        title: z.string(),
        kind: z.string(),
        articles_distinct: z.number(),
        irregularity: z.string().optional(),
        effective_stated: z.string().nullable(),
      }),
    ),
    twins: z.array(z.object({ a: z.string(), b: z.string() })),
  })
  .parse(JSON.parse(readFileSync(resolve(corpus, 'manifest.json'), 'utf8')))

const documents = readFileSync(resolve(corpus, 'irregular.md'), 'utf8')

/** Article counts that reading the file gives, where the manifest's simple pattern is misled by an irregularity. */
const TRUE_COUNTS: ReadonlyMap<string, number> = new Map([
  ['feixingjibenguize__2007-10-18.md', 124],
  ['henanshengzhuanye-jsryjxjytl__2010-07-30.md', 27],
  ['nongminzhuanyehezuoshefa__2017-12-27.md', 74],
  ['pengshuimiaozutu-jzzzxcxjsgltl__2013-05-09.md', 75],
  ['shandongshenggaosugonglujiaotonganquantiaoli__2014-05-30.md', 61],
  ['zuigaorenminfa-ygyslmjjdajsyflrgwtdgd__2020-08-18.md', 32],
])
/** Regular is a text of which the manifest names no irregularity; strictly regular one that irregular.md does not name either. */
const regular = manifest.texts.filter(({ kind, irregularity }) => kind !== '决定' && irregularity === undefined)
const strictlyRegular = regular.filter(({ file }) => !documents.includes(file.replace(/\.\w+$/, '')))

const source = (file: string): string => readFileSync(resolve(corpus, file), 'utf8')
const parsed = new Map<string, LegalText>()
function parse(file: string): LegalText {
  const tree = parsed.get(file) ?? parseText(source(file))
  parsed.set(file, tree)
  return tree
}
const withoutSpace = (text: string): string => text.replace(/[\s\u200B\uFEFF]+/g, '')
const seen = (text: string): string =>
  withoutSpace(
    blocksFromText(text)
      .map((block) => (block.kind === 'line' ? block.text : block.table.rows.flat().map((cell) => cell.text).join('')))
      .join(''),
  )
const distinct = (tree: LegalText): number => new Set(tree.articles.map(({ number }) => number).filter((number) => number.endsWith('条') || number.includes('条之'))).size
const files = manifest.texts.map((text) => [text.file, text] as const)

test('the manifest is whole', () => expect(files.length).toBe(251))

describe.each(files)('%s', (file, entry) => {
  test('prints the characters of the source in their order', () => {
    const text = source(file)
    // a title that the front matter cuts in its middle is completed from there
    const title = withoutSpace(readFrontMatter(text)?.title ?? '')
    const printed = withoutSpace(printLegalText(parse(file)))
    expect([seen(text), title + seen(text)]).toContain(printed)
    expect(withoutSpace(printLegalText(JSON.parse(JSON.stringify(parse(file)))))).toBe(printed)
  })

  test('has the articles of the manifest', () => {
    if (entry.kind === '决定') return expect(parse(file).articles.length).toBeGreaterThan(0)
    expect(distinct(parse(file))).toBe(TRUE_COUNTS.get(file) ?? entry.articles_distinct)
  })

  test('gives every provision an address of its own, and every word to one of them', () => {
    const tree = parse(file)
    const flat = provisions(tree)
    const ids = [...flat.map(({ eId }) => eId), ...tree.divisions.map(({ id }) => id)]
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => /^[a-z0-9_~-]+$/.test(id))).toBe(true)
    const below = flat.filter(({ kind }) => kind !== 'article' && kind !== 'annex')
    const joined = withoutSpace(below.map(({ label, text }) => label + text).join(''))
    expect(joined).toBe(withoutSpace(tree.articles.map(plainText).join('')))
    for (const article of tree.articles) {
      expect(articleText(article, { label: true }).startsWith(article.number)).toBe(true)
    }
  })

  test('goes into the editor and comes back the same', () => {
    const document = toEditorDocument(parse(file))
    Node.fromJSON(editorSchema, document).check()
    expect(fromEditorDocument(JSON.parse(JSON.stringify(document)))).toEqual(parse(file))
  })
})

describe('problems', () => {
  test.each([
    ['the manifest', regular, 229, 0.05],
    ['the manifest and irregular.md', strictlyRegular, 203, 0.03],
  ])('nothing is a problem on nearly all texts that are regular by %s', (_, texts, count, share) => {
    expect(texts.length).toBe(count)
    const noisy = texts.filter(({ file }) => parse(file).problems.length > 0).map(({ file }) => file)
    expect(noisy.length / texts.length, noisy.join('\n')).toBeLessThanOrEqual(share)
  })

  test('a kind of remark is made once a text, save where each place matters', () => {
    const each = new Set(['note-broken', 'article-deleted', 'unnumbered-heading'])
    for (const { file } of manifest.texts) {
      const said = parse(file).remarks.filter(({ code }) => !each.has(code)).map(({ code, message }) => `${code} ${message.replace(/[（“].*$/, '')}`)
      expect(new Set(said).size, file).toBe(said.length)
    }
  })

  test('every line that the manifest names as irregular has its problem', () => {
    for (const { file, irregularity = '' } of manifest.texts) {
      const named = /lines? ([\d and]+)/.exec(irregularity)?.[1]?.match(/\d+/g) ?? []
      for (const line of named) expect(parse(file).problems.map((problem) => problem.line), file).toContain(Number(line))
      if (irregularity !== '') expect(parse(file).problems, file).not.toEqual([])
    }
  })

  test('every break in the numbering of articles is reported', () => {
    for (const { file } of manifest.texts) {
      const tree = parse(file)
      if (tree.form === 'outline') continue
      let last = 0
      for (const article of tree.articles) {
        const n = Number(/^art_(\d+)/.exec(article.id)?.[1] ?? Number.NaN)
        if (Number.isNaN(n)) continue
        if (n !== last && n !== last + 1) expect(tree.problems.map(({ line }) => line), `${file} ${article.number}`).toContain(article.line)
        last = n
      }
    }
  })
})

/** Numbers of 章 and 节 that follow neither the one before of their kind nor begin anew. */
function jumps(numbers: readonly number[]): number {
  let found = 0
  for (const [i, n] of numbers.entries()) if (n !== (numbers[i - 1] ?? 0) + 1 && n !== 1) found += 1
  return found
}

test('every break in the numbering of chapters, and of items in an article, is reported', () => {
  for (const { file, kind } of manifest.texts) {
    const tree = parse(file)
    if (tree.form === 'outline' || kind === '决定') continue
    const chapters = tree.divisions.filter((one) => one.kind === 'chapter' && /^第.+章$/.test(one.number)).map(({ number }) => parseChineseNumber(number.slice(1, -1)) ?? 0)
    const gaps = tree.problems.filter(({ code }) => code === 'number-gap' || code === 'number-repeated').length
    expect(gaps, file).toBeGreaterThanOrEqual(jumps(chapters))
    for (const [a, article] of tree.articles.entries()) {
      const items = article.paragraphs.flatMap((one) => one.items.map(({ number }) => /^（(.+)）$/.exec(number)?.[1] ?? '')).map((number) => parseChineseNumber(number) ?? 0)
      const end = tree.articles[a + 1]?.line ?? Number.POSITIVE_INFINITY
      const reported = tree.problems.filter(({ code, line }) => code === 'item-gap' && line >= article.line && line < end).length
      expect(reported, `${file} ${article.number}`).toBe(items.includes(0) ? reported : jumps(items))
    }
  }
})

/** The signs of the container left out by hand, not by the reader: what anyone would leave out to see the words. */
function byHand(text: string): string {
  return text
    .replace(/^\uFEFF?\s*---\r?\n[^]*?\n---\r?\n/, '')
    .replace(/<!--[^]*?-->|<\/?[a-z]+ *\/?>/gi, '')
    .replace(/\]\((?:[#/]|https?:)[^\n\])]*\)(?:\{[^}\n]*\})?/g, '')
    .replace(/^\s*(?:>\s*|[-*]\s+)+/gm, '')
    .replace(/&nbsp;|&#160;|^\s*\|?[\s:|-]+$|[#*|[\]\u200B\uFEFF]/gm, '')
}

test('the printed text is the file without the signs of its container', () => {
  for (const { file } of manifest.texts) {
    const text = source(file)
    const printed = withoutSpace(byHand(printLegalText(parse(file))))
    const title = withoutSpace(readFrontMatter(text)?.title ?? '')
    expect([withoutSpace(byHand(text)), title + withoutSpace(byHand(text))].includes(printed), file).toBe(true)
  }
})

test('twins have the same articles in both layouts', () => {
  expect(manifest.twins.length).toBeGreaterThan(5)
  for (const { a, b } of manifest.twins) {
    const ids = (file: string): string[] => parse(file).articles.map((article) => article.id)
    expect(ids(a), `${a} and ${b}`).toEqual(ids(b))
    const divisions = (file: string): string[] => parse(file).divisions.map(({ id, heading }) => `${id} ${heading}`)
    expect(divisions(a)).toEqual(divisions(b))
  }
})

test('stated dates of effect agree with the manifest where the text is its first version', () => {
  let compared = 0
  for (const { file, effective_stated: stated } of manifest.texts) {
    const { effectiveBasis, effectiveFrom } = readMetadata(parse(file))
    if (stated === null || effectiveBasis !== 'stated') continue
    compared += 1
    expect(effectiveFrom, file).toBe(stated)
  }
  expect(compared).toBeGreaterThan(150)
})
