import fc from 'fast-check'
import { Node } from 'prosemirror-model'
import { describe, expect, test } from 'vitest'
import { EditorDocumentError, fromEditorDocument, toEditorDocument } from './editor-document.ts'
import { editorSchema } from './editor-schema.ts'
import { completeTree } from './ids.ts'
import { blocksFromText } from './lines.ts'
import { toArticleLabel, toChineseNumber } from './numerals.ts'
import { parseLegalText, parseText } from './parse.ts'
import { printLegalText } from './print.ts'
import type { Article, Division, DivisionKind, Item, LegalText, Paragraph, SourceBlock, Table } from './tree.ts'

const withoutSpace = (text: string): string => text.replace(/[\s\u200B\uFEFF]+/g, '')
const seen = (blocks: SourceBlock[]): string =>
  withoutSpace(
    blocks
      .map((block) => (block.kind === 'line' ? block.text : block.table.rows.flat().map(({ text }) => text).join('')))
      .join(''),
  )

const words = fc.string({ unit: fc.constantFrom(...'甲乙丙丁应当可以不得，。；：（）“”《》第一条款项 '), maxLength: 12 })
const oneLine = words.map((text) => `文${text}`)
const cell = fc.record({
  text: fc.array(words, { minLength: 1, maxLength: 2 }).map((lines) => lines.join('\n')),
  columnSpan: fc.integer({ min: 1, max: 3 }),
  rowSpan: fc.integer({ min: 1, max: 3 }),
  header: fc.boolean(),
})
const table: fc.Arbitrary<Table> = fc.record({ rows: fc.array(fc.array(cell, { maxLength: 3 }), { maxLength: 3 }) })
const item: fc.Arbitrary<Item> = fc.record(
  {
    id: fc.constant(''),
    number: fc.integer({ min: 1, max: 9 }).map((n) => `（${toChineseNumber(n)}）`),
    printed: fc.constant('(一)'),
    text: words,
    subitems: fc.array(fc.record({ id: fc.constant(''), number: fc.integer({ min: 1, max: 9 }).map((n) => `${n}.`), text: words }), { maxLength: 2 }),
  },
  { requiredKeys: ['id', 'number', 'text', 'subitems'] },
)
const paragraph: fc.Arbitrary<Paragraph> = fc.record(
  { id: fc.constant(''), text: words, items: fc.array(item, { maxLength: 3 }), table },
  { requiredKeys: ['id', 'text', 'items'] },
)
const article: fc.Arbitrary<Article> = fc.record(
  {
    id: fc.constant(''),
    number: fc.oneof(
      fc.tuple(fc.integer({ min: 1, max: 30 }), fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 1 })).map(([n, inserted]) => toArticleLabel(n, inserted)),
      fc.constantFrom('', '（三）', '1.'),
    ),
    printed: fc.constant('笫五条'),
    heading: fc.option(words),
    paragraphs: fc.array(paragraph, { maxLength: 3 }),
    line: fc.nat(),
  },
  { requiredKeys: ['id', 'number', 'heading', 'paragraphs', 'line'] },
)

type Step = { open: DivisionKind; levelsUp: number; heading: string } | { article: Article; closes: number }
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ article, closes: fc.constantFrom(0, 0, 0, 1, 2) }) },
  {
    weight: 1,
    arbitrary: fc.record({ open: fc.constantFrom<DivisionKind>('part', 'subpart', 'chapter', 'section'), levelsUp: fc.nat(3), heading: words }),
  },
)

function build(steps: readonly Step[], rest: Omit<LegalText, 'divisions' | 'articles'>): LegalText {
  const divisions: Division[] = []
  const articles: Article[] = []
  let open: Division[] = []
  for (const one of steps) {
    if ('article' in one) {
      for (const division of open.splice(Math.max(0, open.length - one.closes))) division.until = articles.length
      articles.push(one.article)
      continue
    }
    open = open.slice(0, Math.max(0, open.length - one.levelsUp))
    const number = `第${toChineseNumber(divisions.length + 1)}章`
    const level = open.length + 1
    const division: Division = { kind: one.open, level, number, heading: one.heading, id: '', from: null, to: null, at: articles.length }
    divisions.push(division)
    open.push(division)
  }
  const text: LegalText = { ...rest, divisions, articles }
  completeTree(text)
  return text
}

const tree: fc.Arbitrary<LegalText> = fc
  .record({
    steps: fc.array(step, { maxLength: 12 }),
    rest: fc.record(
      {
        form: fc.constantFrom('articles' as const, 'outline' as const),
        title: words,
        note: fc.array(oneLine, { maxLength: 2 }).map((lines) => lines.join('\n')),
        preamble: fc.array(words, { maxLength: 2 }),
        contents: fc.array(words, { maxLength: 2 }),
        notice: fc.array(words, { maxLength: 2 }),
        annexes: fc.array(
          fc.record({
            id: fc.constant(''),
            label: words,
            title: words,
            blocks: fc.array(
              fc.oneof(
                words.map((text) => ({ kind: 'line' as const, text })),
                table.map((one) => ({ kind: 'table' as const, table: one })),
              ),
              { maxLength: 3 },
            ),
          }),
          { maxLength: 2 },
        ),
        closing: fc.array(words, { maxLength: 2 }),
        placed: fc.record({ note: fc.nat(2), contents: fc.nat(2), annexes: fc.nat(2) }),
        remarks: fc.array(fc.record({ line: fc.nat(), code: fc.constantFrom('no-note' as const, 'em-spaces' as const), message: words }), { maxLength: 2 }),
        problems: fc.array(fc.record({ line: fc.nat(), code: fc.constantFrom('number-gap' as const, 'broken-line' as const), message: words }), { maxLength: 2 }),
      },
      { requiredKeys: ['form', 'title', 'note', 'preamble', 'contents', 'notice', 'annexes', 'closing', 'problems', 'remarks'] },
    ),
  })
  .map(({ steps, rest }) => build(steps, rest))

describe('the editor document', () => {
  test('gives back any tree', () => {
    fc.assert(
      fc.property(tree, (text) => {
        const document = toEditorDocument(text)
        Node.fromJSON(editorSchema, document).check()
        expect(fromEditorDocument(JSON.parse(JSON.stringify(document)))).toEqual(text)
      }),
      { numRuns: 300 },
    )
  })

  test('computes ids anew when an article is put in', () => {
    const document = toEditorDocument(parseText('某条例\n第一条 甲。\n第二条 乙。'))
    const inserted = toEditorDocument(parseText('第一条 丙。')).content?.at(-1)
    if (inserted === undefined) throw new Error('no article')
    document.content?.push({ ...inserted, attrs: { ...inserted.attrs, number: '第三条' } })
    expect(fromEditorDocument(document).articles.map(({ id }) => id)).toEqual(['art_1', 'art_2', 'art_3'])
  })

  test.each([
    [null],
    [{ type: 'doc' }],
    [{ type: 'paragraph' }],
    [{ type: 'doc', attrs: { form: 'articles' }, content: [{ type: 'clause' }] }],
    [{ type: 'doc', attrs: { form: 'articles', problems: 'none', placed: null } }],
    [{ type: 'doc', attrs: { form: 'other' } }],
  ])('refuses %j', (json) => expect(() => fromEditorDocument(json)).toThrow(EditorDocumentError))
})

const sentence = fc.string({ unit: fc.constantFrom(...'甲乙丙丁应当可以不得，'), minLength: 1, maxLength: 20 }).map((text) => `凡${text.replace(/，+$/, '')}有。`)
const regularArticle = fc.record({
  sentences: fc.array(sentence, { minLength: 1, maxLength: 3 }),
  items: fc.array(sentence, { maxLength: 12 }),
  chapter: fc.boolean(),
})

describe('parse and print', () => {
  test('a regular text is read as it was written, and its print reads the same', () => {
    fc.assert(
      fc.property(fc.array(regularArticle, { minLength: 1, maxLength: 30 }), (articles) => {
        const lines = ['某市养犬管理条例', '（2024年7月26日某市第十六届人民代表大会常务委员会第九次会议通过）']
        let chapters = 0
        for (const [i, { sentences, items, chapter }] of articles.entries()) {
          if (i === 0 || chapter) lines.push(`第${toChineseNumber((chapters += 1))}章　总　　则`)
          lines.push(...sentences.map((text, s) => (s === 0 ? `${toArticleLabel(i + 1)}　${text}` : `　　${text}`)))
          lines.push(...items.map((text, n) => `（${toChineseNumber(n + 1)}）${text}`))
        }
        const source = lines.join('\n')
        const text = parseText(source)
        expect(text.problems).toEqual([])
        expect(text.divisions.length).toBe(chapters)
        expect(text.articles.map(({ number }) => number)).toEqual(articles.map((_, i) => toArticleLabel(i + 1)))
        expect(text.articles.map(({ paragraphs }) => paragraphs.map((one) => one.text))).toEqual(articles.map((one) => one.sentences))
        expect(text.articles.map(({ paragraphs }) => paragraphs.at(-1)?.items.map((one) => one.text))).toEqual(articles.map(({ items }) => items))
        const spread = text.remarks.filter(({ code }) => code === 'spread-heading')
        expect(spread.map(({ line }) => line)).toEqual([3])
        // the print has 总则 as one word
        expect(parseText(printLegalText(text))).toEqual({ ...text, remarks: text.remarks.filter((one) => !spread.includes(one)) })
      }),
    )
  })

  const fragment = fc.constantFrom(
    '某市养犬管理条例',
    '关于印发某办法的通知',
    '各区人民政府：',
    '某府办规〔2024〕13号',
    '2024年7月26日',
    '（2024年7月26日通过）',
    '（2024年7月26日某市第十六届人民代表',
    '目录',
    '第一章 总则',
    '第二章　罚　则',
    '第一节 一般规定',
    '附则',
    '序言',
    '第一条 甲应当乙。 第二条 丙。',
    '第一条 甲：',
    '第二条（目的）',
    '第三条 【范围】丁。',
    '笫三条乙。',
    '第三十－条 戊',
    '第五条第二款规定的，甲。',
    '第九条之一 己。',
    '本办法自公布之日起施行。',
    '（一）甲；（二）乙；',
    '(三)丙',
    '一、总体要求',
    '二、甲应当乙。',
    '1.丙',
    '（1）丁',
    '①戊',
    '“第六条 己',
    '庚。”',
    '附件：1.甲表',
    '附件1',
    '附件 乙表 附件二 丙表',
    '指标体系及分值表',
    '公开方式：主动公开',
    '某市人民政府',
    '甲，乙',
    '\uE004辛',
    '| a | b |\n|---|---|\n| c | d |',
    'x\ty\nz\tw',
    '# 标题',
    '**第四条** 壬',
    '<br>　　癸',
    '---',
  )
  test('no line is lost, whatever stands where', () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 40 }), (lines) => {
        const blocks = blocksFromText(lines.join('\n'))
        const text = parseLegalText(blocks)
        expect(withoutSpace(printLegalText(text))).toBe(seen(blocks))
        expect(fromEditorDocument(toEditorDocument(text))).toEqual(text)
        const ids = [...text.articles, ...text.divisions, ...text.annexes].map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 3000 },
    )
  }, 30_000)

  test('any characters at all come back', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }), (lines) => {
        const blocks: SourceBlock[] = lines.map((text, i) => ({ kind: 'line', text, line: i + 1 }))
        const printed = printLegalText(parseLegalText(blocks))
        const bare = (text: string): string => text.replace(/[\s\u200B-\u200D\u2060\uFEFF]+/g, '')
        expect(bare(printed)).toBe(bare(lines.join('')))
      }),
      { numRuns: 500 },
    )
  })
})
