import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type EditorNode, parseText, plainText, printLegalText } from '../../text/index.ts'
import { draftDocument, textOf } from '../document/index.ts'
import { amendedDocument } from './amended-document.ts'
import { applyAmendments, sayRenumbered } from './apply-amendments.ts'
import { differsByExactly } from './exact-difference.ts'
import { type AmendmentKind, type RecordedAmendment, wordsOfArticle } from './recorded-amendment.ts'

const voted = parseText(`某市犬只管理条例
目　　录
第一章　总则
第二章　收容和领养
第三章　法律责任
第一章　总则
第一条　为了规范养犬行为，制定本条例。
第二条　公安机关主管养犬管理工作。
第二章　收容和领养
第三条　收容的费用由养犬人承担。
第四条　有下列情形之一的，按照本条例第三条办理：
（一）犬只走失的；
（二）犬只被遗弃的。
第五条　收容的犬只可以领养。
第三章　法律责任
第六条　违反本条例第三条、第五条规定的，依照《中华人民共和国动物防疫法》第三条处罚。
第七条　拒不执行第六条规定的处罚的，依法强制执行。
附件　收容标准
一、每犬每日二十元。
二、疫苗费用据实收取。`)

const change = (kind: AmendmentKind, articleId: string, after: string, before = ''): RecordedAmendment => {
  const article = voted.articles.find((a) => a.id === articleId)
  const division = voted.divisions.find((d) => d.id === articleId)
  return { kind, articleId, articleLabel: article?.number ?? division?.number ?? (kind === 'title' ? '名称' : '附件'), before: before === '' && article !== undefined && kind === 'remove' ? wordsOfArticle(article) : before, after, reason: '同上位法一致' }
}
const done = (...said: RecordedAmendment[]) => applyAmendments(voted, said)
const words = (text: typeof voted): string[] => text.articles.map((a) => `${a.number} ${plainText(a).replaceAll('\n', '')}`)

describe('amendments that change the order of articles', () => {
  test('add an article after another: numbers and references follow, those to other laws stay', () => {
    const said = [change('addAfter', 'art_3', '收容单位应当公布收费标准。')]
    const { text, faults, effects, followed, renumbered, notes } = done(...said)
    expect([faults, notes]).toEqual([[], []])
    expect(words(text).slice(3)).toEqual([
      '第四条 收容单位应当公布收费标准。',
      '第五条 有下列情形之一的，按照本条例第三条办理：（一）犬只走失的；（二）犬只被遗弃的。',
      '第六条 收容的犬只可以领养。',
      '第七条 违反本条例第三条、第六条规定的，依照《中华人民共和国动物防疫法》第三条处罚。',
      '第八条 拒不执行第七条规定的处罚的，依法强制执行。',
    ])
    expect(effects).toEqual(['在第三条后增加一条，作为第四条：“收容单位应当公布收费标准。”'])
    expect(followed.map(({ where, after }) => `${where} ${after}`)).toEqual(['第七条 本条例第三条、第六条', '第八条 第七条'])
    expect(sayRenumbered(voted, renumbered)).toEqual(['第四条至第七条依次改为第五条至第八条'])
    expect(text.divisions.map(({ from, to }) => [from, to])).toEqual([['第一条', '第二条'], ['第三条', '第六条'], ['第七条', '第八条']])
    expect(differsByExactly(voted, text, said)).toBe(true)
  })

  test.each<[string, RecordedAmendment, string, string[]]>([
    ['before the first of all', change('addBefore', 'art_1', '流浪犬由收容单位收容。'), '第一条', ['第四条', '第六条']],
    ['before the first of a chapter: in that chapter', change('addBefore', 'art_3', '流浪犬由收容单位收容。'), '第三条', ['第三条', '第六条']],
    ['after the last of a chapter: in that chapter', change('addAfter', 'art_2', '流浪犬由收容单位收容。'), '第三条', ['第四条', '第六条']],
  ])('an article added %s', (_name, said, number, second) => {
    const { text, faults } = done(said)
    expect(faults).toEqual([])
    expect(words(text)).toContain(`${number} 流浪犬由收容单位收容。`)
    expect([text.divisions[1]?.from, text.divisions[1]?.to]).toEqual(second)
    expect(differsByExactly(voted, text, [said])).toBe(true)
  })

  test('delete an article that nothing refers to, with several others in one decision', () => {
    const said = [change('remove', 'art_2', ''), change('addAfter', 'art_7', '本条例自2027年3月1日起施行。'), change('words', 'art_6', '依照本条例第八条处罚', '依照《中华人民共和国动物防疫法》第三条处罚'), change('words', 'art_5', '可以依法领养', '可以领养')]
    const { text, faults } = done(...said)
    expect(faults.map(({ message }) => message)).toEqual(['第五条引用的第八条，批准后的文本里没有；新写的条号是批准后的条号。'])
    const [remove, add, , adopt] = said
    if (remove === undefined || add === undefined || adopt === undefined) throw new Error('no amendment')
    const right = [remove, add, change('words', 'art_6', '依照本条例第七条处罚', '依照《中华人民共和国动物防疫法》第三条处罚'), adopt]
    const again = done(...right)
    expect([again.faults, words(again.text)]).toEqual([
      [],
      ['第一条 为了规范养犬行为，制定本条例。', '第二条 收容的费用由养犬人承担。', '第三条 有下列情形之一的，按照本条例第二条办理：（一）犬只走失的；（二）犬只被遗弃的。', '第四条 收容的犬只可以依法领养。', '第五条 违反本条例第二条、第四条规定的，依照本条例第七条处罚。', '第六条 拒不执行第五条规定的处罚的，依法强制执行。', '第七条 本条例自2027年3月1日起施行。'],
    ])
    expect(again.notes).toEqual(['第五条新写的“第七条”指批准后的第七条（本条例自2027年3月1日起施行。），请核对。'])
    expect(differsByExactly(voted, again.text, right)).toBe(true)
    expect(words(text)).toHaveLength(7)
  })

  test('name a deleted article to which the text still refers, until that reference is amended too', () => {
    const cited = done(change('remove', 'art_5', ''))
    expect(cited.faults.map(({ code, message }) => [code, message])).toEqual([['cited', '第六条中的“本条例第三条、第五条”引用的第五条已经删去，请同时修改引用它的条文。']])
    expect(printLegalText(cited.text)).toBe(printLegalText(voted))
    const said = [change('remove', 'art_5', ''), change('words', 'art_6', '违反本条例第三条规定的', '违反本条例第三条、第五条规定的')]
    const { text, faults } = done(...said)
    expect([faults, words(text)[4]]).toEqual([[], '第五条 违反本条例第三条规定的，依照《中华人民共和国动物防疫法》第三条处罚。'])
    expect(differsByExactly(voted, text, said)).toBe(true)
  })

  test.each<[string, RecordedAmendment[], string]>([
    ['two articles in the place of one', [change('addAfter', 'art_3', '甲。\n第五条　乙。')], 'unreadable'],
    ['nothing', [change('addAfter', 'art_3', '')], 'unreadable'],
    ['an article after one that is not there', [change('addAfter', 'art_30', '甲。')], 'noArticle'],
    ['the same article taken away twice', [change('remove', 'art_2', ''), change('remove', 'art_2', '')], 'overlaps'],
    ['words of an article that is taken away', [change('remove', 'art_2', ''), change('words', 'art_2', '公安局', '公安机关')], 'overlaps'],
    ['an article beside one that is taken away', [change('remove', 'art_2', ''), change('addAfter', 'art_2', '甲。')], 'overlaps'],
    ['a heading that stays', [change('heading', 'chp_1', '总则')], 'noChange'],
    ['a name that stays', [change('title', 'title', '某市犬只管理条例')], 'noChange'],
    ['words that the annex lacks', [change('annex', 'annex_1', '五十元', '六十元')], 'notFound'],
  ])('are refused for %s', (_name, said, code) => {
    expect(done(...said).faults.map((f) => f.code)).toEqual([code])
  })

  test('a chapter may not be left without articles', () => {
    const small = parseText('某市某条例\n第一章　总则\n第一条　甲。\n第二章　附则\n第二条　乙。')
    const said: RecordedAmendment = { kind: 'remove', articleId: 'art_2', articleLabel: '第二条', before: '乙。', after: '', reason: '重复' }
    expect(applyAmendments(small, [said]).faults.map((f) => f.message)).toEqual(['这样改，第二章没有条文了；请改为删去第二章，或者把第二章并入别的一章（节）。'])
  })
})

describe('amendments outside of articles', () => {
  test('a heading changes in its place and in the contents', () => {
    const said = [change('heading', 'chp_2', '收容、领养')]
    const { text, faults, effects } = done(...said)
    expect([faults, effects]).toEqual([[], ['第二章标题“收容和领养”修改为“收容、领养”。']])
    expect(printLegalText(text)).toBe(printLegalText(voted).replaceAll('收容和领养', '收容、领养'))
    expect(differsByExactly(voted, text, said)).toBe(true)
  })

  test('the name changes, and 本条例 that stays is told where the kind of name is another', () => {
    const said = [change('title', 'title', '某市养犬管理办法')]
    const { text, notes } = done(...said)
    expect(printLegalText(text)).toBe(printLegalText(voted).replace('某市犬只管理条例', '某市养犬管理办法'))
    expect(notes).toEqual(['名称改了，还有3条写着“本条例”，没有跟着改；要改的请逐条写明。'])
    expect(differsByExactly(voted, text, said)).toBe(true)
  })

  test('words of an annex change', () => {
    const said = [change('annex', 'annex_1', '每日十五元', '每日二十元')]
    const { text, faults } = done(...said)
    expect([faults, printLegalText(text)]).toEqual([[], printLegalText(voted).replace('每日二十元', '每日十五元')])
    expect(differsByExactly(voted, text, said)).toBe(true)
    expect(differsByExactly(voted, text, [])).toBe(false)
  })
})

describe('the difference of a renumbered text', () => {
  const said = [change('addAfter', 'art_3', '甲。'), change('words', 'art_5', '应当领养', '可以领养')]
  const amended = done(...said)
  const { text } = amended

  test.each<[string, (t: typeof text) => void]>([
    ['an article that only followed', (t) => { const p = t.articles[5]?.paragraphs[0]; if (p !== undefined) p.text = p.text.replace('可以', '不得').replace('应当', '不得') }],
    ['a reference that points elsewhere', (t) => { const p = t.articles[6]?.paragraphs[0]; if (p !== undefined) p.text = p.text.replace('第六条', '第五条') }],
    ['the new article', (t) => { const p = t.articles[3]?.paragraphs[0]; if (p !== undefined) p.text = '乙。' }],
    ['the border of a chapter', (t) => { const d = t.divisions[2]; if (d !== undefined) d.at -= 1 }],
    ['an article too few', (t) => { t.articles.pop() }],
  ])('is more than the amendments where somebody changed %s', (_name, spoil) => {
    const other = structuredClone(text)
    spoil(other)
    expect(differsByExactly(voted, text, said)).toBe(true)
    expect(differsByExactly(voted, other, said)).toBe(false)
  })

  test('the document reads the same, old articles keep their keys and new ones get their own', () => {
    const before: EditorNode = draftDocument(voted).toJSON()
    const doc = amendedDocument(amended, before)
    expect(printLegalText(textOf(doc))).toBe(printLegalText(text))
    const keys = (json: EditorNode): unknown[] => [...(json.type === 'article' ? [json.attrs?.['key']] : []), ...(json.content ?? []).flatMap(keys)]
    const [old, now] = [keys(before), keys(doc.toJSON())]
    expect(now.filter((_, at) => at !== 3)).toEqual(old)
    expect(old).not.toContain(now[3])
  })

  test('whatever is added and taken away, what is left keeps its order and its words but for numbers that follow', () => {
    const places = voted.articles.map(({ id }) => id)
    const removable = ['art_1', 'art_2', 'art_4']
    const one = fc.oneof(
      fc.constantFrom(...places).map((id) => change('addAfter', id, '新增的规定。')),
      fc.constantFrom(...places).map((id) => change('addBefore', id, '另外的规定。')),
      fc.constantFrom(...removable).map((id) => change('remove', id, '')),
    )
    fc.assert(
      fc.property(fc.array(one, { maxLength: 6 }), (tried) => {
        const made = done(...tried)
        const kept = tried.filter((_, at) => !made.faults.some(({ index }) => index === at))
        expect(made.text.articles.map(({ number }) => number)).toEqual(made.text.articles.map((_, at) => `第${'一二三四五六七八九十'[at] ?? ['十一', '十二', '十三'][at - 10] ?? ''}条`))
        const olds = made.origins.filter((origin) => origin !== null)
        expect(olds).toEqual([...olds].sort((a, b) => a - b))
        expect(differsByExactly(voted, made.text, kept)).toBe(true)
      }),
    )
  })
})
