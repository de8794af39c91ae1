import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type LegalText, parseArticleLabel, parseText, plainText } from '../../text/index.ts'
import { applyAmendments } from './apply-amendments.ts'
import { differsByExactly } from './exact-difference.ts'
import { type RecordedAmendment, wordsOfArticle } from './recorded-amendment.ts'

const folder = path.resolve(import.meta.dirname, '../../..', process.env['LIFA_CORPUS'] ?? '../shared/corpus')
/** Real texts whose articles count on without a gap or 之: those that a house can vote on. */
const texts = readdirSync(folder).filter((file) => /__.*\.(?:md|txt)$/.test(file)).map((file) => ({ file, text: parseText(readFileSync(path.join(folder, file), 'utf8')) }))
  .filter(({ text }) => text.form === 'articles' && text.articles.length > 8 && text.articles.every(({ number }, at) => { const label = parseArticleLabel(number); return label?.number === at + 1 && label.inserted.length === 0 }))

const amendment = (text: LegalText, kind: RecordedAmendment['kind'], at: number, after: string): RecordedAmendment => {
  const article = text.articles[at] ?? text.articles[0]
  return { kind, articleId: article?.id ?? '', articleLabel: article?.number ?? '', before: kind === 'remove' && article !== undefined ? wordsOfArticle(article) : '', after, reason: '同上位法一致' }
}

test('an article added to a real text moves the others by one, and nothing else of it changes', () => {
  expect(texts.length).toBeGreaterThan(80)
  const wrong: string[] = []
  for (const { file, text } of texts) {
    const at = Math.floor(text.articles.length / 3)
    const said = [amendment(text, 'addAfter', at, '有关单位应当予以配合。')]
    const { text: made, faults } = applyAmendments(text, said)
    const moved = made.articles.every(({ number }, i) => parseArticleLabel(number)?.number === i + 1)
    if (faults.length > 0 || !moved || made.articles.length !== text.articles.length + 1 || made.articles[at + 1] === undefined || plainText(made.articles[at + 1] ?? { id: '', number: '', heading: null, paragraphs: [], line: 0 }) !== '有关单位应当予以配合。' || !differsByExactly(text, made, said)) wrong.push(file)
  }
  expect(wrong).toEqual([])
})

test('an article taken out of a real text is gone, or its number is still cited and it stays', () => {
  const wrong: string[] = []
  let taken = 0
  for (const { file, text } of texts) {
    for (const share of [0.25, 0.5, 0.75]) {
      const said = [amendment(text, 'remove', Math.floor(text.articles.length * share), '')]
      const { text: made, faults } = applyAmendments(text, said)
      if (faults.length > 0) {
        if (!faults.every(({ code }) => code === 'cited' || code === 'unreadable') || made.articles.length !== text.articles.length) wrong.push(file)
        continue
      }
      taken += 1
      if (made.articles.length !== text.articles.length - 1 || !differsByExactly(text, made, said)) wrong.push(file)
    }
  }
  expect(wrong).toEqual([])
  expect(taken).toBeGreaterThan(texts.length)
})

test('an article written anew in its own words with one more 款 leaves the others alone', () => {
  const wrong: string[] = []
  for (const { file, text } of texts) {
    const article = text.articles[Math.floor(text.articles.length / 2)]
    if (article === undefined || article.paragraphs.some((p) => p.table !== undefined || p.items.some((i) => i.subitems.length > 0))) continue
    const before = wordsOfArticle(article)
    const said: RecordedAmendment[] = [{ kind: 'words', articleId: article.id, articleLabel: article.number, before, after: `${before}\n具体办法由市人民政府制定。`, reason: '同上位法一致' }]
    const { text: made, faults } = applyAmendments(text, said)
    if (faults.length === 0 && !differsByExactly(text, made, said)) wrong.push(file)
  }
  expect(wrong).toEqual([])
})
