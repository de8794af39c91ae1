import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { type LegalText, parseArticleLabel, parseText, plainText, printLegalText } from '../../text/index.ts'
import { labelled, placesOf, targetsOf } from './amendment-places.ts'
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

/** One of each kind that changes chapters and places, at the middle of a text. */
const structural = (text: LegalText): RecordedAmendment[] => {
  const at = (kind: RecordedAmendment['kind'], place: number, target: number, rest: Partial<RecordedAmendment> = {}): RecordedAmendment[] => {
    const places = placesOf(text, kind)
    const one = places[Math.floor(places.length * place)]
    if (one === undefined) return []
    const targets = targetsOf(text, kind, one.id)
    return [labelled(text, { kind, articleId: one.id, articleLabel: '', before: '', after: '', reason: '同上位法一致', targetId: targets[Math.floor(targets.length * target)]?.id ?? '', ...rest })]
  }
  return [
    ...at('moveArticle', 0.3, 0.7), ...at('moveArticle', 0.8, 0.2), ...at('addDivision', 0.5, 0, { heading: '信息公开', after: '有关单位应当公开信息。\n\n公开的信息应当真实。' }), ...at('splitChapter', 0.45, 0, { heading: '其他' }), ...at('removeDivision', 0.6, 0), ...at('mergeDivision', 0.4, 0.9),
    ...at('addClause', 0.5, 0.9, { after: '有关单位应当予以配合。' }), ...at('addItem', 0.5, 0.5, { after: '其他应当公开的' }), ...at('removeClause', 0.5, 0.9), ...at('addAnnex', 0, 0, { heading: '收费标准', after: '每次十元。' }), ...at('removeAnnex', 0.5, 0),
  ]
}

test('whole provisions of a real text come, go and move, or it says why not; nothing else of it changes, and its print reads back the same', () => {
  const wrong: string[] = []
  const kept = new Map<string, number>()
  // every third text: each is amended eleven times
  for (const { file, text } of texts.filter((_, at) => at % 3 === 0)) {
    for (const one of structural(text)) {
      const { text: made, faults } = applyAmendments(text, [one])
      if (faults.length > 0) {
        if (!['cited', 'broken', 'noChange', 'unreadable'].includes(faults[0]?.code ?? '') || printLegalText(made) !== printLegalText(text)) wrong.push(`${file} ${one.kind} ${faults[0]?.message ?? ''}`)
        continue
      }
      kept.set(one.kind, (kept.get(one.kind) ?? 0) + 1)
      const counted = made.articles.every(({ number }, i) => parseArticleLabel(number)?.number === i + 1)
      const again = parseText(printLegalText(made))
      const outline = (of: LegalText): string => of.divisions.map(({ number, heading, from, to }) => `${number}${heading}${from ?? ''}${to ?? ''}`).join()
      if (!counted || !differsByExactly(text, made, [one]) || again.articles.length !== made.articles.length || outline(again) !== outline(made)) wrong.push(`${file} ${one.kind}`)
    }
  }
  expect(wrong).toEqual([])
  for (const kind of ['moveArticle', 'addDivision', 'splitChapter', 'removeDivision', 'mergeDivision', 'addClause', 'addItem', 'removeClause', 'addAnnex']) expect([kind, (kept.get(kind) ?? 0) > 4]).toEqual([kind, true])
})
