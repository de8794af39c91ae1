import type { Node } from 'prosemirror-model'
import { Transform } from 'prosemirror-transform'
import { describe, expect, test } from 'vitest'
import { parseText } from '../../text/index.ts'
import { danglingReferences, draftDocument, eachReference, findKey, findReferences, giveKeys, keyOf, keysToGive, numberDocument, partsOf, renderedReferences, TARGET_DELETED, targetsOf, textOf } from './index.ts'

const counting = (): (() => string) => {
  let n = 0
  return () => `k${(n += 1)}`
}
const draft = (source: string): Node => draftDocument(parseText(source), counting())
const labels = (doc: Node): string[] => numberDocument(doc).nodes.filter(({ kind }) => kind !== 'paragraph').map(({ label }) => label)
const said = (doc: Node): string[] => [...renderedReferences(doc, numberDocument(doc)).values()].map(({ text }) => text)

/** The position of the nth article. */
function article(doc: Node, label: string): { pos: number; size: number } {
  const found = numberDocument(doc).nodes.find((one) => one.kind === 'article' && one.label === label)
  if (found === undefined) throw new Error(`no ${label}`)
  return found
}
const without = (doc: Node, label: string): Node => {
  const { pos, size } = article(doc, label)
  return new Transform(doc).delete(pos, pos + size).doc
}
function insertArticle(doc: Node, before: string, words: string): Node {
  const { article: type, clause } = doc.type.schema.nodes
  const node = type?.create({ key: 'new' }, clause?.create({ key: 'new-clause' }, doc.type.schema.text(words)))
  if (node === undefined) throw new Error('no such node')
  return new Transform(doc).insert(article(doc, before).pos, node).doc
}

const PET = `某市养犬管理条例
第一章　总则
第一条　为了规范养犬行为，制定本条例。
第二条　本市行政区域内的养犬活动，适用本条例。
第二章　登记
第三条　养犬人应当符合下列条件：
（一）有固定住所；
（二）有下列证件之一：
1.身份证；
2.居住证。
不符合前款规定的，不予登记。
第四条　违反本条例第三条第一款第二项规定的，按照前条第二款处理。
本条第一款的期限为十日。
第三章　附则
第五条　本条例自公布之日起施行，但第三条至第四条除外。`

describe('numbers', () => {
  test('are counted from where things stand', () => {
    expect(labels(draft(PET))).toEqual(['第一章', '第一条', '第二条', '第二章', '第三条', '（一）', '（二）', '1.', '2.', '第四条', '第三章', '第五条'])
  })

  test('follow an article that is put in', () => {
    const doc = insertArticle(draft(PET), '第二条', '新的一条。')
    expect(textOf(doc).articles.map(({ number }) => number)).toEqual(['第一条', '第二条', '第三条', '第四条', '第五条', '第六条'])
  })

  test('of 第十条之一 are fixed, and counting goes on behind them', () => {
    const doc = draft('某条例\n第一条 甲。\n第一条之一 乙。\n第二条 丙。')
    expect(labels(doc)).toEqual(['第一条', '第一条之一', '第二条'])
    expect(numberDocument(doc).nodes.filter(({ fixed }) => fixed !== null).map(({ label }) => label)).toEqual(['第一条之一'])
    expect(labels(without(doc, '第一条之一'))).toEqual(['第一条', '第二条'])
  })

  test('begin anew: 节 in each 章, 章 in each 编 but not in each 分编', () => {
    const doc = draft('某法\n第一编 甲\n第一章 乙\n第一节 丙\n第一条 子。\n第二节 丁\n第二条 丑。\n第二章 戊\n第一节 己\n第三条 寅。\n第二编 庚\n第一分编 辛\n第一章 壬\n第四条 卯。\n第二分编 癸\n第二章 甲甲\n第五条 辰。')
    expect(numberDocument(doc).nodes.filter(({ fixed }) => fixed !== null)).toEqual([])
    expect(labels(doc)).toEqual(['第一编', '第一章', '第一节', '第一条', '第二节', '第二条', '第二章', '第一节', '第三条', '第二编', '第一分编', '第一章', '第四条', '第二分编', '第二章', '第五条'])
  })

  test('of an outline go on in the way in which they are written', () => {
    const doc = draft('关于加强某项工作的通知\n一、总体要求\n（一）甲。\n（二）乙。\n二、主要任务\n（一）丙。\n（二）丁。')
    expect(labels(without(doc, '（一）')).filter((label) => label.startsWith('（'))).toEqual(['（一）', '（一）', '（二）'])
  })
})

describe('keys', () => {
  test('are given to every chapter, article, clause and annex, each once', () => {
    const doc = draft(`${PET}\n附件：犬种名录\n甲犬`)
    const keys: string[] = []
    doc.descendants((node) => {
      if (['chapter', 'article', 'clause', 'annex'].includes(node.type.name)) keys.push(keyOf(node))
      return !node.isTextblock
    })
    expect(keys).not.toContain('')
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.length).toBe(3 + 5 + 11 + 1)
  })

  test('that are there stay; of two the one outside what was pasted keeps its own', () => {
    const doc = draft('某条例\n第一条 甲。\n第二条 乙。')
    const first = article(doc, '第一条')
    const node = doc.nodeAt(first.pos)
    if (node === null) throw new Error('no article')
    const twice = new Transform(doc).insert(first.pos, node).doc
    expect(keysToGive(twice, [{ from: first.pos, to: first.pos + first.size }])).toEqual([first.pos, first.pos + 1])
    const given = giveKeys(twice, () => `n${Math.random()}`)
    expect(keysToGive(given)).toEqual([])
    expect(keyOf(given.child(1))).toBe(keyOf(node))
  })
})

describe('references', () => {
  test('to the text itself become links that print the same words', () => {
    const doc = draft(PET)
    expect(said(doc)).toEqual(['前款', '本条例第三条第一款第二项', '前条第二款', '本条第一款', '第三条至第四条'])
    expect(textOf(doc).articles[3]?.paragraphs[0]?.text).toBe('违反本条例第三条第一款第二项规定的，按照前条第二款处理。')
  })

  test('say the new number when provisions are put in before their target', () => {
    expect(said(insertArticle(draft(PET), '第二条', '新的一条。'))).toEqual(['前款', '本条例第四条第一款第二项', '前条第二款', '本条第一款', '第四条至第五条'])
  })

  test('say 前条 no longer when something comes between', () => {
    expect(said(insertArticle(draft(PET), '第四条', '新的一条。'))).toEqual(['前款', '本条例第三条第一款第二项', '第三条第二款', '本条第一款', '第三条至第五条'])
  })

  test('say that their target was deleted, on the screen and on paper', () => {
    const doc = without(draft(PET), '第三条')
    expect(said(doc)).toEqual([`本条例${TARGET_DELETED}`, TARGET_DELETED, '本条第一款', `${TARGET_DELETED}至第三条`])
    expect(danglingReferences(doc, numberDocument(doc)).map(({ words, home }) => [words, home?.within?.label])).toEqual([
      ['本条例第三条第一款第二项', '第三条'],
      ['前条第二款', '第三条'],
      ['第三条至第四条', '第四条'],
    ])
    expect(textOf(doc).articles[2]?.paragraphs[0]?.text).toContain(TARGET_DELETED)
  })

  test('take their 款 along when it moves into another article, and become 项 with it', () => {
    const doc = draft('某条例\n第一条 甲。\n乙。\n丙，依照前款。\n第二条 丁，依照第一条第二款。')
    const second = numberDocument(doc).nodes.find(({ kind, ordinal }) => kind === 'paragraph' && ordinal === 2)
    if (second === undefined) throw new Error('no paragraph')
    const node = doc.nodeAt(second.pos)
    expect(said(new Transform(doc).setNodeMarkup(second.pos, null, { ...node?.attrs, kind: 'item' }).doc)).toEqual(['前款第一项', '第一条第一款第一项'])
  })

  test.each([
    ['名字里的数字', '某条例\n第一条 依照《某法》第一条。\n第二条 乙。'],
    ['没有这一条', '某条例\n第一条 依照本条例第九条。'],
    ['没有这一款', '某条例\n第一条 依照第二条第三款。\n第二条 乙。'],
    ['两条同号', '某条例\n第一条 依照本条例第二条。\n第二条 乙。\n第二条 丙。'],
  ])('stay words where the target is doubtful: %s', (_name, source) => expect(said(draft(source))).toEqual([]))

  test.each([
    '前两款', '第一款、第二款', '第一条第二款和第三条', '本条例第一条、第三条', '第一条至第三条', '第一条第一款第二项、第三项', '第一条第（二）项', '本条例第一章', '第一条第一款第一项第二目',
  ])('%s is read and printed the same', (words) => {
    const doc = draft(`某条例\n第一章 甲\n第一条 有下列情形之一的：\n（一）甲：\n1.子；\n2.丑；\n（二）乙；\n（三）丙。\n丁。\n第二章 乙\n第二条 戊。\n己。\n依照${words}规定执行。\n第三条 庚。`)
    expect(said(doc)).toEqual([words])
    expect(eachReference(doc, numberDocument(doc)).flatMap(({ node }) => targetsOf(node)).every((key) => findKey(doc, key) !== null)).toBe(true)
  })

  test('name the 款 as soon as their article has more than one', () => {
    const doc = draft('某条例\n第一条 有下列情形的：\n（一）甲；\n（二）乙。\n第二条 依照第一条第二项执行。')
    expect(said(doc)).toEqual(['第一条第二项'])
    const { pos, size } = article(doc, '第一条')
    const clause = doc.type.schema.nodes['clause']?.create({ key: 'added' }, doc.type.schema.text('丙。'))
    if (clause === undefined) throw new Error('no clause')
    expect(said(new Transform(doc).insert(pos + size - 1, clause).doc)).toEqual(['第一条第一款第二项'])
  })

  test('that are typed are found in one clause and leave the rest alone', () => {
    const doc = draft('某条例\n第一条 甲。\n第二条 乙。')
    const second = article(doc, '第二条')
    const typed = new Transform(doc).replaceWith(second.pos + 2, second.pos + 3, doc.type.schema.text('依照第一条和第七条，乙')).doc
    expect(findReferences(typed)).toEqual([])
    const good = new Transform(doc).replaceWith(second.pos + 2, second.pos + 3, doc.type.schema.text('依照第一条，乙')).doc
    expect(findReferences(good).map(({ words }) => words)).toEqual(['第一条'])
    expect(findReferences(good, { from: 0, to: second.pos })).toEqual([])
  })

  test('keep their parts through JSON, and what is none is refused', () => {
    const doc = draft(PET)
    const again = doc.type.schema.nodeFromJSON(JSON.parse(JSON.stringify(doc.toJSON())))
    again.check()
    expect(eachReference(again, numberDocument(again)).map(({ node }) => partsOf(node))).toEqual(eachReference(doc, numberDocument(doc)).map(({ node }) => partsOf(node)))
    expect(() => doc.type.schema.nodes['reference']?.create({ parts: [{ keys: [] }] }).check()).toThrow(RangeError)
  })
})

test('a 目录 is written anew when a chapter is put in or renamed, and stays as printed when not', () => {
  const source = `某条例\n目　　录\n第一章　总　　则\n第二章　附　　则\n第一章　总　　则\n第一条 甲。\n第二章　附　　则\n第二条 乙。`
  const doc = draft(source)
  expect(textOf(doc).contents).toEqual(['目　　录', '第一章　总　　则', '第二章　附　　则'])
  let heading = -1
  doc.descendants((node, pos) => {
    if (node.type.name === 'heading') heading = pos
    return !node.isTextblock
  })
  const renamed = new Transform(doc).insert(heading + 1, doc.type.schema.text('新')).doc
  expect(textOf(renamed).contents).toEqual(['目　　录', '第一章　总则', '第二章　新附则'])
})
