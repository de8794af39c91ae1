import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { recogniseCitations } from '../../citation/index.ts'
import { type LegalText, parseText } from '../../text/index.ts'
import { danglingReferences, draftDocument, eachReference, numberDocument, textOf } from './index.ts'

const folder = path.resolve(import.meta.dirname, '../../..', process.env['LIFA_CORPUS'] ?? '../shared/corpus')
const texts = readdirSync(folder).filter((file) => /__.*\.(?:md|txt)$/.test(file)).map((file) => ({ file, text: parseText(readFileSync(path.join(folder, file), 'utf8')) }))

/** How a source misprints a number is not kept: a draft is printed anew. */
function asPrintedAnew(text: LegalText): LegalText {
  const copy = structuredClone(text)
  for (const article of copy.articles) {
    delete article.printed
    for (const item of article.paragraphs.flatMap(({ items }) => items)) delete item.printed
  }
  return copy
}

test('every text comes back from its draft word for word, numbers counted and references computed', () => {
  expect(texts.length).toBeGreaterThan(100)
  const differing = texts.filter(({ text }) => JSON.stringify(textOf(draftDocument(text))) !== JSON.stringify(asPrintedAnew(text))).map(({ file }) => file)
  expect(differing).toEqual([])
})

test('nineteen of twenty references of texts to themselves become links, and none of them dangles', () => {
  let cited = 0
  let linked = 0
  for (const { text } of texts) {
    if (text.form !== 'articles') continue
    const doc = draftDocument(text)
    const numbers = numberDocument(doc)
    cited += recogniseCitations(text).filter(({ target, in: home }) => target.law === 'self' && home.articleId !== null).length
    linked += eachReference(doc, numbers).length
    expect(danglingReferences(doc, numbers)).toEqual([])
  }
  expect(linked / cited).toBeGreaterThan(0.95)
})

test('hardly any article of a real text has a number that counting does not give', () => {
  const articles = texts.filter(({ text }) => text.form === 'articles').flatMap(({ text }) => numberDocument(draftDocument(text)).nodes.filter(({ kind }) => kind === 'article'))
  expect(articles.filter(({ fixed }) => fixed !== null).length / articles.length).toBeLessThan(0.01)
})
