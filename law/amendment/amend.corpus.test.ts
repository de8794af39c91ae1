import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { articleText, parseText, printLegalText, type LegalText } from '../text/index.ts'
import { amendText } from './index.ts'

const corpus = path.resolve(process.env.LIFA_CORPUS ?? '../shared/corpus')
const source = (file: string): string => readFileSync(path.join(corpus, file), 'utf8')
const read = (file: string): LegalText => parseText(source(file))

type Triple = { work: string; before: string; decision: string; after: string }
const manifest: { triples: Triple[] } = JSON.parse(source('manifest.json'))

/** NFKC, white space and the kind of quotation mark aside. */
const seen = (words: string): string => words.normalize('NFKC').replace(/\s+/g, '').replace(/[“”‘’"'「」]/g, '"')
const articlesOf = (text: LegalText): Map<string, string> =>
  new Map(text.articles.map((article) => [article.number, seen(`${article.heading ?? ''}${articleText(article, { label: false })}`)]))

/**
 * Where the published file differs from what before and decision say, by the fault of a source; by the `after` file.
 * The first four are in corpus/README.md and manifest.json.
 */
const SOURCE_NOISE: Readonly<Record<string, readonly string[]>> = {
  // 合法权利和利益, 组织或个人…，土地的 where the amendment reads 合法的权利和利益, 组织或者个人…。土地的
  'xianfa__1988-04-12.md': ['第十条', '第十一条'],
  // a footnote ① added in the after file
  'xingfa__2023-12-29.md': ['第四百五十二条'],
  // 《中华人民共和国民事诉讼法》 shortened in the after file: among the articles that the decision does not name
  'zuigaorenminfa-ygyslmjjdajsyflrgwtdgd__2020-12-23.md': ['第十九条'],
  // item （四） printed without the mark that ends it, unlike item （七） of 第六十二条, which the same amendment adds
  'xianfa__2018-03-11.md': ['第六十三条'],
}

describe('every shared triple: before and decision give the published text', () => {
  test.each(manifest.triples)('$work $after', ({ before, decision, after }) => {
    const result = amendText(read(before), source(decision))
    const [got, published] = [articlesOf(result.text), articlesOf(read(after))]
    const noise = SOURCE_NOISE[after] ?? []
    const differing = [...new Set([...got.keys(), ...published.keys()])].filter((number) => got.get(number) !== published.get(number))
    expect(differing).toEqual(noise)
    expect([...got.keys()]).toEqual([...published.keys()])
    expect(result.instructions.filter(({ status }) => status === 'failed')).toEqual([])
  })

  test.each(manifest.triples)('$work $after: the printed text reads back as the same text', ({ before, decision }) => {
    const { text } = amendText(read(before), source(decision))
    const again = parseText(printLegalText(text))
    expect(articlesOf(again)).toEqual(articlesOf(text))
    expect(again.divisions.map(({ number, heading, from }) => [number, heading, from])).toEqual(text.divisions.map(({ number, heading, from }) => [number, heading, from]))
  })
})
