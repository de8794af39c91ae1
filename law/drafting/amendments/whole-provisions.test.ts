import { describe, expect, test } from 'vitest'
import { type EditorNode, type LegalText, parseText, plainText, printLegalText } from '../../text/index.ts'
import { draftDocument, textOf } from '../document/index.ts'
import { amendedDocument } from './amended-document.ts'
import { labelled } from './amendment-places.ts'
import { applyAmendments, sayRenumbered } from './apply-amendments.ts'
import { differsByExactly } from './exact-difference.ts'
import type { AmendmentKind, RecordedAmendment } from './recorded-amendment.ts'

const voted = parseText(`某市犬只管理条例
目　　录
第一章　总则
第二章　登记
第三章　收容
第四章　法律责任
第一章　总则
第一条　为了规范养犬行为，制定本条例。
第二条　公安机关主管养犬管理工作。
第二章　登记
第三条　养犬应当登记。
第四条　登记证有效期一年。
第三章　收容
第五条　收容的费用由养犬人承担，标准见附件2。
前款规定的费用不得重复收取。
第六条　有下列情形之一的，按照本条例第五条第二款办理：
（一）犬只走失的；
（二）犬只被遗弃的。
第七条　收容的犬只可以领养。
第四章　法律责任
第八条　违反本条例第三章规定的，依照第四条、第六条第二项处理。
第九条　违反前条规定的，处二百元罚款。
附件1　登记标准
每犬一证。
附件2　收容标准
每犬每日二十元。`)

const change = (kind: AmendmentKind, articleId: string, rest: Partial<RecordedAmendment> = {}, text: LegalText = voted): RecordedAmendment => labelled(text, { kind, articleId, articleLabel: '', before: '', after: '', reason: '同上位法一致', ...rest })
const done = (...said: RecordedAmendment[]) => applyAmendments(voted, said)
const words = (text: LegalText): string[] => text.articles.map((a) => `${a.number} ${plainText(a).replaceAll('\n', '')}`)
const outline = (text: LegalText): string[] => text.divisions.map((d) => `${d.number}${d.heading} ${d.from ?? ''}-${d.to ?? ''}`)

/** Carried out without a fault, the difference exact, and the draft's document the same text. */
function proven(...said: RecordedAmendment[]): ReturnType<typeof applyAmendments> {
  const amended = done(...said)
  expect(amended.faults).toEqual([])
  expect(differsByExactly(voted, amended.text, said)).toBe(true)
  expect(differsByExactly(voted, amended.text, said.slice(1))).toBe(false)
  const before: EditorNode = draftDocument(voted).toJSON()
  expect(printLegalText(textOf(amendedDocument(amended, before)))).toBe(printLegalText(amended.text))
  return amended
}

describe('amendments to chapters', () => {
  test('add one behind another: its articles, the numbers behind it, and what the text says of chapters follow', () => {
    const { text, effects, alsoChanged, followed, renumbered } = proven(change('addDivision', 'chp_2', { heading: '免疫', after: '养犬人应当为犬只接种疫苗。\n\n接种免费的，由市人民政府公布。' }))
    expect(outline(text)).toEqual(['第一章总则 第一条-第二条', '第二章登记 第三条-第四条', '第三章免疫 第五条-第六条', '第四章收容 第七条-第九条', '第五章法律责任 第十条-第十一条'])
    expect(text.contents).toEqual(['目　　录', '第一章　总则', '第二章　登记', '第三章　免疫', '第四章　收容', '第五章　法律责任'])
    expect(effects).toEqual(['在第二章后增加一章，作为第三章，章名为“免疫”：“养犬人应当为犬只接种疫苗。\n\n接种免费的，由市人民政府公布。”（现为第五条至第六条）'])
    expect(alsoChanged).toEqual(['第三章“收容”改为第四章', '第四章“法律责任”改为第五章'])
    expect(sayRenumbered(voted, renumbered)).toEqual(['第五条至第九条依次改为第七条至第十一条'])
    expect(followed.map(({ where, before, after }) => `${where} ${before} ${after}`)).toContain('第十条 本条例第三章 本条例第四章')
    expect(words(text)[9]).toBe('第十条 违反本条例第四章规定的，依照第四条、第八条第二项处理。')
  })

  test('take one away with its articles, once nothing refers to it any more', () => {
    expect(done(change('removeDivision', 'chp_3')).faults.map(({ message }) => message)).toEqual(['第八条中的“第四条、第六条第二项”引用的第六条已经删去；第八条中的“本条例第三章”引用的第三章已经删去，请同时修改引用它的条文。'])
    const { text, effects } = proven(change('removeDivision', 'chp_3'), change('words', 'art_8', { before: '违反本条例第三章规定的，依照第四条、第六条第二项处理', after: '违反本条例规定的，依法处理' }))
    expect(outline(text)).toEqual(['第一章总则 第一条-第二条', '第二章登记 第三条-第四条', '第三章法律责任 第五条-第六条'])
    expect(effects[0]).toBe('删去第三章及其条文（第五条至第七条）。')
  })

  test('an article that moves out of a chapter stays when the chapter goes, and may have other words', () => {
    const { text, effects } = proven(change('moveArticle', 'art_7', { targetId: 'art_4' }), change('removeDivision', 'chp_3'), change('words', 'art_8', { before: '违反本条例第三章规定的，依照第四条、第六条第二项处理', after: '违反本条例规定的，依法处理' }), change('words', 'art_7', { before: '可以领养', after: '可以依法领养' }))
    expect(words(text)[4]).toBe('第五条 收容的犬只可以依法领养。')
    expect(effects.slice(0, 2)).toEqual(['将第七条移至第四条之后，作为第五条。', '删去第三章及其条文（第五条至第六条）。'])
  })

  test.each<[string, string, string, string[], string[]]>([
    ['the one before it', 'chp_3', 'chp_2', ['第一章总则 第一条-第二条', '第二章登记 第三条-第七条', '第三章法律责任 第八条-第九条'], ['第五条', '第七条']],
    ['the one behind it', 'chp_2', 'chp_3', ['第一章总则 第一条-第二条', '第二章收容 第三条-第七条', '第三章法律责任 第八条-第九条'], ['第三条', '第四条']],
    ['one far away, at its end', 'chp_2', 'chp_4', ['第一章总则 第一条-第二条', '第二章收容 第三条-第五条', '第三章法律责任 第六条-第九条'], ['第八条', '第九条']],
  ])('join one to %s', (_name, from, into, chapters, where) => {
    const { text, effects } = proven(change('mergeDivision', from, { targetId: into }))
    expect(outline(text)).toEqual(chapters)
    expect(effects[0]).toContain(`（现为${where.join('至')}）`)
    expect(words(text).filter((line) => line.includes('养犬应当登记') || line.includes('有效期一年')).map((line) => line.split(' ')[0])).toEqual(into === 'chp_4' ? ['第八条', '第九条'] : ['第三条', '第四条'])
  })

  test('join several to one: they go on in their order', () => {
    const { text } = proven(change('mergeDivision', 'chp_3', { targetId: 'chp_1' }), change('mergeDivision', 'chp_2', { targetId: 'chp_1' }))
    expect(outline(text)).toEqual(['第一章总则 第一条-第七条', '第二章法律责任 第八条-第九条'])
    expect(words(text)[2]).toBe('第三条 养犬应当登记。')
  })

  test('open one at an article, and 节 inside of one', () => {
    expect(outline(proven(change('splitChapter', 'art_7', { heading: '领养' })).text)).toEqual(['第一章总则 第一条-第二条', '第二章登记 第三条-第四条', '第三章收容 第五条-第六条', '第四章领养 第七条-第七条', '第五章法律责任 第八条-第九条'])
    const sections = [change('splitSection', 'art_5', { heading: '费用' }), change('splitSection', 'art_7', { heading: '领养' })]
    expect(outline(proven(...sections).text).slice(2, 5)).toEqual(['第三章收容 第五条-第七条', '第一节费用 第五条-第六条', '第二节领养 第七条-第七条'])
    expect(done(change('splitSection', 'art_7', { heading: '领养' })).faults.map(({ message }) => message)).toEqual(['这样改，第三章有的条文在节里，有的不在；请从第三章的第一条起另立一节。'])
  })

  test.each<[string, RecordedAmendment[], string]>([
    ['without a name', [change('addDivision', 'chp_2', { after: '甲。' })], 'noHeading'],
    ['without articles', [change('addDivision', 'chp_2', { heading: '免疫' })], 'unreadable'],
    ['that loses its last article elsewhere', [change('moveArticle', 'art_3', { targetId: 'art_1' }), change('moveArticle', 'art_4', { targetId: 'art_1' })], 'broken'],
    ['joined to itself', [change('mergeDivision', 'chp_2', { targetId: 'chp_2' })], 'noTarget'],
    ['opened where one opens', [change('splitChapter', 'art_3', { heading: '登记' })], 'noChange'],
    ['taken away twice', [change('removeDivision', 'chp_1'), change('mergeDivision', 'chp_1', { targetId: 'chp_2' })], 'overlaps'],
    ['that goes far, with an article added behind one of its own', [change('mergeDivision', 'chp_2', { targetId: 'chp_4' }), change('addAfter', 'art_3', { after: '甲。' })], 'overlaps'],
    ['taken away with an article that is amended', [change('words', 'art_3', { before: '应当', after: '必须' }), change('removeDivision', 'chp_2')], 'overlaps'],
  ])('are refused for one %s', (_name, said, code) => {
    expect(done(...said).faults.map((fault) => fault.code)).toEqual([code])
  })
})

describe('amendments that move an article', () => {
  test.each<[string, string, string, string, string]>([
    ['back, within its chapter', 'art_4', 'chp_2', '第三条 登记证有效期一年。', '将第四条移至第二章的开头，作为第三条。'],
    ['back, into another chapter', 'art_7', 'art_2', '第三条 收容的犬只可以领养。', '将第七条移至第二条之后，作为第三条。'],
    ['on, to the end of another chapter', 'art_2', 'art_9', '第九条 公安机关主管养犬管理工作。', '将第二条移至第九条之后，作为第九条。'],
    ['to the very beginning', 'art_2', 'chp_1', '第一条 公安机关主管养犬管理工作。', '将第二条移至第一章的开头，作为第一条。'],
  ])('%s', (_name, articleId, targetId, line, effect) => {
    const { text, effects } = proven(change('moveArticle', articleId, { targetId }))
    expect(words(text)).toContain(line)
    expect(effects).toEqual([effect])
  })

  test('references follow it both ways, and 前条 that names its target by its place is told', () => {
    const { text, notes } = proven(change('moveArticle', 'art_4', { targetId: 'art_8' }))
    expect(words(text).slice(6)).toEqual(['第七条 违反本条例第三章规定的，依照第八条、第五条第二项处理。', '第八条 登记证有效期一年。', '第九条 违反前条规定的，处二百元罚款。'])
    expect(notes).toEqual(['第九条中的“前条”前面已经不是原来的那一条，请核对。'])
  })

  test.each<[string, RecordedAmendment[], string]>([
    ['to where it stands', [change('moveArticle', 'art_4', { targetId: 'art_3' })], 'noChange'],
    ['nowhere', [change('moveArticle', 'art_4', { targetId: 'art_4' })], 'noTarget'],
    ['behind one that moves too', [change('moveArticle', 'art_4', { targetId: 'art_1' }), change('moveArticle', 'art_7', { targetId: 'art_4' })], 'overlaps'],
  ])('are refused %s', (_name, said, code) => {
    expect(done(...said).faults.map((fault) => fault.code)).toEqual([code])
  })
})

describe('amendments to 款 and 项', () => {
  test('add a 款 between two: references to those behind it follow', () => {
    const { text, effects, followed, notes } = proven(change('addClause', 'art_5', { targetId: 'art_5__para_1', after: '费用标准由市人民政府公布。' }))
    expect(text.articles[4]?.paragraphs.map((p) => p.text)).toEqual(['收容的费用由养犬人承担，标准见附件2。', '费用标准由市人民政府公布。', '前款规定的费用不得重复收取。'])
    expect(effects).toEqual(['在第五条第一款后增加一款，作为第二款：“费用标准由市人民政府公布。”'])
    expect(followed.map(({ where, after }) => `${where} ${after}`)).toEqual(['第六条 本条例第五条第三款'])
    expect(notes).toEqual(['第五条中的“前款”的前面已经不是原来的那一款，请核对。'])
  })

  test('add an 项 at the end: the marks of the list and its number follow', () => {
    const { text, effects, alsoChanged } = proven(change('addItem', 'art_6', { targetId: 'art_6__para_1__item_2', after: '犬只伤人的' }))
    expect(text.articles[5]?.paragraphs[0]?.items.map((i) => `${i.number}${i.text}`)).toEqual(['（一）犬只走失的；', '（二）犬只被遗弃的；', '（三）犬只伤人的。'])
    expect(effects).toEqual(['在第六条第二项后增加一项，作为第三项：“犬只伤人的”'])
    expect(alsoChanged).toEqual(['第六条第二项句末的“。”改为“；”'])
  })

  test('add an 项 before the first: what cites those behind it follows', () => {
    const { text } = proven(change('addItem', 'art_6', { targetId: 'art_6__para_1', after: '（一）犬只伤人的；' }))
    expect(text.articles[5]?.paragraphs[0]?.items.map((i) => i.text)).toEqual(['犬只伤人的；', '犬只走失的；', '犬只被遗弃的。'])
    expect(words(text)[7]).toContain('第六条第三项')
  })

  test('take an 项 or a 款 away, once nothing refers to it any more', () => {
    expect(done(change('removeClause', 'art_6', { targetId: 'art_6__para_1__item_2' })).faults.map(({ message }) => message)).toEqual(['第八条中的“第四条、第六条第二项”引用的项已经删去，请同时修改引用它的条文。'])
    expect(done(change('removeClause', 'art_5', { targetId: 'art_5__para_2' })).faults.map(({ code }) => code)).toEqual(['cited'])
    const { text, effects, alsoChanged } = proven(change('removeClause', 'art_6', { targetId: 'art_6__para_1__item_1' }), change('addItem', 'art_6', { targetId: 'art_6__para_1__item_2', after: '犬只伤人的' }))
    expect(text.articles[5]?.paragraphs[0]?.items.map((i) => `${i.number}${i.text}`)).toEqual(['（一）犬只被遗弃的；', '（二）犬只伤人的。'])
    expect([effects[0], alsoChanged, words(text)[7]]).toEqual(['删去第六条第一项。', ['第六条第一项句末的“。”改为“；”'], '第八条 违反本条例第三章规定的，依照第四条、第六条第一项处理。'])
  })

  test.each<[string, RecordedAmendment[], string]>([
    ['two 款 as one', [change('addClause', 'art_5', { targetId: 'art_5__para_1', after: '甲。\n乙。' })], 'unreadable'],
    ['nothing', [change('addItem', 'art_6', { targetId: 'art_6__para_1__item_1' })], 'unreadable'],
    ['an 项 to an article without any', [change('addItem', 'art_7', { targetId: 'art_7__para_1', after: '甲' })], 'noTarget'],
    ['the only 款', [change('removeClause', 'art_7', { targetId: 'art_7__para_1' })], 'noTarget'],
    ['words of an 项 that goes', [change('words', 'art_6', { before: '走失', after: '丢失' }), change('removeClause', 'art_6', { targetId: 'art_6__para_1__item_1' })], 'overlaps'],
  ])('are refused for %s', (_name, said, code) => {
    expect(done(...said).faults.map((fault) => fault.code)).toEqual([code])
  })
})

describe('amendments that add and take away annexes', () => {
  test('one between two: labels and what cites them follow; lines with tabs are a table', () => {
    const { text, effects, alsoChanged, followed } = proven(change('addAnnex', 'annex_1', { heading: '免疫标准', after: '疫苗目录：\n名称\t次数\n狂犬病\t1' }))
    expect(text.annexes.map(({ label, title }) => `${label} ${title}`)).toEqual(['附件1 登记标准', '附件2 免疫标准', '附件3 收容标准'])
    expect(text.annexes[1]?.blocks.map(({ kind }) => kind)).toEqual(['line', 'table'])
    expect([effects[0]?.split('：')[0], alsoChanged, followed.map(({ where, before, after }) => `${where} ${before} ${after}`)]).toEqual(['增加一个附件，作为附件2，名称为“免疫标准”', ['附件2“收容标准”改为附件3'], ['第五条 附件2 附件3']])
  })

  test('one that is cited stays until that is amended; where one is left it has no number', () => {
    expect(done(change('removeAnnex', 'annex_2')).faults.map(({ message }) => message)).toEqual(['第五条中的“附件2”引用的附件2已经删去，请同时修改引用它的条文。'])
    const { text, effects } = proven(change('removeAnnex', 'annex_1'))
    expect([text.annexes.map(({ label, title }) => `${label} ${title}`), effects, words(text)[4]?.includes('标准见附件。')]).toEqual([['附件 收容标准'], ['删去附件1“登记标准”。'], true])
  })

  test('the first of a text', () => {
    const bare = parseText('某市某条例\n第一条　甲。\n第二条　乙。')
    const said = change('addAnnex', 'annexes', { heading: '收费标准', after: '每次十元。' }, bare)
    const { text, faults } = applyAmendments(bare, [said])
    expect([faults, text.annexes.map(({ label, title }) => `${label} ${title}`), differsByExactly(bare, text, [said])]).toEqual([[], ['附件 收费标准'], true])
  })
})

test('a text with 第二条之一 is not renumbered by moves: a person has to say its numbers', () => {
  const text = parseText('某市某条例\n第一条　甲。\n第二条　乙。\n第二条之一　丙。\n第三条　丁。')
  expect(applyAmendments(text, [change('moveArticle', 'art_3', { targetId: 'art_1' }, text)]).faults.map(({ code }) => code)).toEqual(['unreadable'])
})

describe('amendments to 节', () => {
  const sectioned = parseText(`某市某条例
第一章　总则
第一条　为了规范管理，制定本条例。
第二章　管理
第一节　登记
第二条　应当登记。
第三条　登记不收费。
第二节　收容
第四条　依照本章第一节登记。
第五条　可以领养。
第三节　免疫
第六条　应当免疫。
第三章　附则
第七条　本条例自2027年3月1日起施行。`)

  test.each<[string, AmendmentKind, string, Partial<RecordedAmendment>, string[], string]>([
    ['one is added behind another', 'addDivision', 'chp_2__sec_1', { heading: '年检', after: '每年检验一次。' }, ['第一章总则 第一条-第一条', '第二章管理 第二条-第七条', '第一节登记 第二条-第三条', '第二节年检 第四条-第四条', '第三节收容 第五条-第六条', '第四节免疫 第七条-第七条', '第三章附则 第八条-第八条'], '在第二章第一节后增加一节，作为第二节，节名为“年检”：“每年检验一次。”（现为第四条）'],
    ['one goes with its articles', 'removeDivision', 'chp_2__sec_3', {}, ['第一章总则 第一条-第一条', '第二章管理 第二条-第五条', '第一节登记 第二条-第三条', '第二节收容 第四条-第五条', '第三章附则 第六条-第六条'], '删去第二章第三节及其条文（第六条）。'],
    ['one joins the one before it', 'mergeDivision', 'chp_2__sec_3', { targetId: 'chp_2__sec_2' }, ['第一章总则 第一条-第一条', '第二章管理 第二条-第六条', '第一节登记 第二条-第三条', '第二节收容 第四条-第六条', '第三章附则 第七条-第七条'], '删去第二章第三节“免疫”的节名，其条文并入第二章第二节（现为第六条）。'],
    ['a chapter opens at one, with those behind it', 'splitChapter', 'art_4', { heading: '收容和免疫' }, ['第一章总则 第一条-第一条', '第二章管理 第二条-第三条', '第一节登记 第二条-第三条', '第三章收容和免疫 第四条-第六条', '第一节收容 第四条-第五条', '第二节免疫 第六条-第六条', '第四章附则 第七条-第七条'], '从第四条起另立一章，作为第三章，章名为“收容和免疫”（现为第四条至第六条）。'],
    ['one opens inside another', 'splitSection', 'art_5', { heading: '领养' }, ['第一章总则 第一条-第一条', '第二章管理 第二条-第六条', '第一节登记 第二条-第三条', '第二节收容 第四条-第四条', '第三节领养 第五条-第五条', '第四节免疫 第六条-第六条', '第三章附则 第七条-第七条'], '从第五条起另立一节，作为第三节，节名为“领养”（现为第五条）。'],
    ['a chapter goes behind them', 'removeDivision', 'chp_1', {}, ['第一章管理 第一条-第五条', '第一节登记 第一条-第二条', '第二节收容 第三条-第四条', '第三节免疫 第五条-第五条', '第二章附则 第六条-第六条'], '删去第一章及其条文（第一条）。'],
  ])('%s', (_name, kind, articleId, rest, chapters, effect) => {
    const said = change(kind, articleId, rest, sectioned)
    const amended = applyAmendments(sectioned, [said])
    expect([amended.faults, outline(amended.text), amended.effects]).toEqual([[], chapters, [effect]])
    expect(differsByExactly(sectioned, amended.text, [said])).toBe(true)
    const doc = amendedDocument(amended, draftDocument(sectioned).toJSON())
    expect(outline(textOf(doc))).toEqual(chapters)
  })

  test('two chapters with them joined: they count on', () => {
    const both = parseText('某市某条例\n第一章　登记\n第一节　办理\n第一条　甲。\n第二节　费用\n第二条　乙。\n第二章　收容\n第一节　领养\n第三条　丙。\n第三章　附则\n第四条　丁。')
    const said = change('mergeDivision', 'chp_2', { targetId: 'chp_1' }, both)
    const { text, faults, alsoChanged } = applyAmendments(both, [said])
    expect([faults, outline(text), alsoChanged]).toEqual([[], ['第一章登记 第一条-第三条', '第一节办理 第一条-第一条', '第二节费用 第二条-第二条', '第三节领养 第三条-第三条', '第二章附则 第四条-第四条'], ['第一节“领养”改为第三节', '第三章“附则”改为第二章']])
    expect(differsByExactly(both, text, [said])).toBe(true)
  })

  test.each<[string, RecordedAmendment, string]>([
    ['one that is cited', change('removeDivision', 'chp_2__sec_1', {}, sectioned), 'cited'],
    ['a chapter opened in the middle of one', change('splitChapter', 'art_5', { heading: '领养' }, sectioned), 'unreadable'],
    ['a chapter without 节 joined to one that has some', change('mergeDivision', 'chp_1', { targetId: 'chp_2' }, sectioned), 'broken'],
    ['one opened outside of chapters', change('splitSection', 'art_1', { heading: '甲' }, parseText('某市某条例\n第一条　甲。\n第二条　乙。')), 'noArticle'],
  ])('are refused for %s', (_name, said, code) => {
    const text = code === 'noArticle' ? parseText('某市某条例\n第一条　甲。\n第二条　乙。') : sectioned
    expect(applyAmendments(text, [said]).faults.map((fault) => fault.code)).toEqual([code === 'noArticle' ? 'unreadable' : code])
  })
})
