import fc from 'fast-check'
import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { articleText, type LegalText, parseText, printLegalText } from '../../text/index.ts'
import { textOf } from '../document/index.ts'
import { carryKeys, type MarkedChange, stepsByHand, suggestionsBetween, trackedLines } from './index.ts'
import { act, type Act, acts, articles, draft } from './testing/any-act.ts'

/** The text as a word processor gives it back: printed and read again. */
const read = (doc: Node) => parseText(printLegalText(textOf(doc)))
const done = (doc: Node, made: readonly Act[]): Node => {
  const tr = new Transform(doc)
  for (const one of made) act(tr, one)
  return tr.doc
}
const typed = (doc: Node, old: string, words: string): Node => {
  let at = -1
  doc.descendants((node, pos) => {
    const place = node.isText ? (node.text ?? '').indexOf(old) : -1
    if (at < 0 && place >= 0) at = pos + place
  })
  return new Transform(doc).replaceWith(at, at + old.length, words === '' ? [] : doc.type.schema.text(words)).doc
}
const carried = (current: Node, accepted: Node, rejected = current) => carryKeys({ current, accepted: read(accepted), rejected: read(rejected) })
const docOf = (current: Node, accepted: Node, rejected = current): Node => carried(current, accepted, rejected).doc ?? expect.fail('not placed')
const kinds = (base: Node, doc: Node) => suggestionsBetween(base, doc).map(({ kind, deleted, inserted }) => [kind, deleted, inserted])

describe('a file that comes back', () => {
  test('as it went out changes nothing', () => {
    const current = draft()
    expect(carried(current, current)).toMatchObject({ differences: [] })
    expect(docOf(current, current).eq(current)).toBe(true)
  })

  test('with changed words, a new article and one moved into another chapter is these suggestions and no others', () => {
    const base = draft()
    const [first, , , , fifth] = articles(base)
    if (first === undefined || fifth === undefined) return expect.fail()
    const { schema } = base.type
    const tr = new Transform(typed(base, '每年审验', '每两年审验'))
    const moved = articles(tr.doc)[4] ?? expect.fail()
    tr.delete(moved.pos, moved.pos + moved.node.nodeSize)
    tr.insert(articles(tr.doc)[1]?.pos ?? 0, [moved.node, schema.nodes['article']?.create({}, schema.nodes['clause']?.create({}, schema.text('市公安机关主管养犬管理工作。'))) ?? expect.fail()])
    const doc = docOf(base, tr.doc)
    expect(kinds(base, doc).toSorted()).toEqual([['added', '', '市公安机关主管养犬管理工作。'], ['moved', '', ''], ['words', '每年', '每两年']])
    expect(articles(doc)[1]?.key).toBe(fifth.key)
  })

  test('takes what the draft has not touched, leaves and names what it has', () => {
    const base = draft()
    const current = typed(base, '二百元', '三百元')
    const file = typed(typed(base, '二百元', '五百元'), '牵引绳', '束犬链')
    const { doc, differences } = carried(current, file, base)
    expect(differences).toEqual([{ label: '第四条', why: 'other-words', changed: true }])
    expect(kinds(current, doc ?? expect.fail())).toEqual([['words', '牵引绳', '束犬链']])
  })

  test('an article that the file never had stays, and one that the draft took out does not come back', () => {
    const base = draft()
    const [, second, , fourth] = articles(base)
    if (second === undefined || fourth === undefined) return expect.fail()
    const without = new Transform(base).delete(fourth.pos, fourth.pos + fourth.node.nodeSize).doc
    expect(carried(base, typed(without, '牵引绳', '束犬链'), without)).toMatchObject({ differences: [{ label: '第四条', why: 'not-in-file', changed: false }] })
    expect(kinds(base, docOf(base, typed(without, '牵引绳', '束犬链'), without))).toEqual([['words', '牵引绳', '束犬链']])
    expect(carried(without, typed(base, '牵引绳', '束犬链'), base)).toMatchObject({ differences: [{ label: '第四条', why: 'not-in-draft', changed: false }] })
    expect(kinds(without, docOf(without, typed(base, '牵引绳', '束犬链'), base))).toEqual([['words', '牵引绳', '束犬链']])
  })

  test('with other chapters than the draft has cannot be placed', () => {
    const base = draft()
    expect(carried(typed(base, '登记', '犬只登记'), base, base).doc).toBeNull()
  })

  test('whatever was changed in it, taken into the text that it went out from, has its words', () => {
    fc.assert(
      fc.property(acts, (made) => {
        const base = draft()
        const file = done(base, made)
        const accepted = read(file)
        // a chapter without articles is read as a line of a 目录
        fc.pre(accepted.contents.length === 0)
        const { doc, differences } = carryKeys({ current: base, accepted, rejected: read(base) })
        expect(differences).toEqual([])
        doc?.check()
        // a link that the file left alone follows the article that it cites, also where the file counts on without it
        // and a 项 that was left empty, its number alone, has no words to keep
        const words = (text: LegalText) => [text.title, ...text.divisions.map(({ heading }) => heading), ...text.articles.map((article) => articleText(article, { label: false }).replaceAll(/违反第.{1,3}条/gu, '违反某条').replaceAll(/\n（[一二三四五六七八九十]+）(?=\n|$)/gu, ''))]
        expect(words(textOf(doc ?? base))).toEqual(words(accepted))
      }),
      { numRuns: 60 },
    )
  })
})

describe('the steps of each hand', () => {
  test('carry the author that the file names, also where two write into one line', () => {
    const base = draft()
    const to = typed(typed(typed(base, '二百元', '五百元'), '登记每年', '登记每两年'), '违反', '养犬人违反')
    const marked = { inserted: [['甲', '两'], ['乙', '养犬人'], ['甲', '五百元']].map(([author = '', text = '']): MarkedChange => ({ author, text })), deleted: [{ author: '甲', text: '二百元' }] }
    const hands = stepsByHand({ from: base, to, marked })
    expect(hands.map(({ author, changes }) => [author, changes]).toSorted()).toEqual([['乙', 1], ['甲', 2]])
    expect(hands.flatMap(({ steps }) => steps).reduce((doc, step) => step.apply(doc).doc ?? doc, base).eq(to)).toBe(true)
  })

  test('of whom the file says nothing have no author', () => {
    const base = draft()
    const marked = { inserted: [{ author: '甲', text: '别的字' }, { author: '乙', text: '其他' }], deleted: [] }
    expect(stepsByHand({ from: base, to: typed(base, '牵引绳', '束犬链'), marked }).map(({ author }) => author)).toEqual([null])
  })

  test('make the file of the draft, whatever was changed', () => {
    fc.assert(
      fc.property(acts, fc.array(fc.constantFrom('甲', '乙', '丙'), { minLength: 1, maxLength: 6 }), (made, authors) => {
        const base = draft()
        const to = done(base, made)
        const inserted = suggestionsBetween(base, to).map((one, at) => ({ author: authors[at % authors.length] ?? '', text: one.inserted }))
        const hands = stepsByHand({ from: base, to, marked: { inserted, deleted: [] } })
        expect(hands.flatMap(({ steps }) => steps).reduce((doc, step) => step.apply(doc).doc ?? doc, base).eq(to)).toBe(true)
      }),
      { numRuns: 60 },
    )
  })
})

test('the lines of a file are base and draft, word for word, whatever was changed', () => {
  const words = (doc: Node): string => trackedLines({ base: doc, doc, authored: [] }).map(({ pieces }) => pieces.map(({ text }) => text).join('')).join('\n')
  fc.assert(
    fc.property(acts, (made) => {
      const base = draft()
      const doc = done(base, made)
      const lines = trackedLines({ base, doc, authored: [] })
      const view = (gone: 'insert' | 'delete'): string => lines.filter(({ op }) => op !== gone).map(({ pieces }) => pieces.filter(({ op }) => op !== gone).map(({ text }) => text).join('')).filter((line) => line !== '').join('\n')
      expect(view('delete')).toBe(words(doc))
      expect(view('insert')).toBe(words(base))
    }),
    { numRuns: 60 },
  )
})
