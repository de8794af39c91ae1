import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LegalText, parseText } from '../text/index.ts'
import { compareTexts } from './compare.ts'
import { comparisonTable, type TableLine } from './table.ts'
import { threeTable } from './table-three.ts'
import { compareThree } from './three.ts'

const purpose = '为了加强养犬管理，保障公民人身安全，维护市容环境卫生，制定本条例。'
const registration = '养犬人应当自取得犬只之日起三十日内，向公安机关申请办理养犬登记，领取养犬登记证。'
const yearly = '养犬登记证每年审验一次，逾期没有审验的，由公安机关注销登记并予以公告。'
const leash = '携带犬只外出的，应当由成年人使用长度不超过二米的犬绳牵领，主动避让老年人、残疾人、孕妇和儿童。'
const shops = '从事犬只销售、诊疗经营活动的，应当依法取得营业执照，遵守动物防疫规定。'
const fines = '违反本条例规定的，由公安机关责令改正，处二百元以上一千元以下罚款。'
const commencement = '本条例自公布之日起施行。'

const NUMBERS = '一二三四五六七八九十'
/** Lines without a number are articles and get theirs. */
const textOf = (...lines: string[]): LegalText => {
  let at = 0
  return parseText(['养犬管理条例', ...lines.map((line) => (/^第.章|^第.节|^第.编/.test(line) ? line : `第${NUMBERS[at++] ?? ''}条　${line}`))].join('\n'))
}
const words = (lines: readonly TableLine[]): string =>
  lines.map(({ label, runs }) => label + runs.map(({ text, style }) => (style === 'plain' ? text : style === 'bold' ? `【${text}】` : `〔${text}〕`)).join('')).join('/') || '–'
const shown = (before: LegalText, after: LegalText, changedOnly = false): string[] =>
  comparisonTable(compareTexts(before, after), { changedOnly }).map((row) =>
    row.is === 'heading' ? `# ${words(row.before)} | ${words(row.after)} : ${row.remark}` : `${row.index} ${row.before[0]?.label ?? '–'} | ${row.after[0]?.label ?? '–'}`)

const before = textOf('第一章　总则', purpose, '第二章　登记', registration, yearly, '第三章　经营', shops, '第四章　罚则', fines, '第五章　附则', commencement)

describe('headings in the table of two texts', () => {
  test('stand over their articles, once for both texts', () => {
    expect(shown(before, before)).toEqual([
      '# 第一章　总则 | 第一章　总则 : ', '1 第一条 | 第一条',
      '# 第二章　登记 | 第二章　登记 : ', '2 第二条 | 第二条', '3 第三条 | 第三条',
      '# 第三章　经营 | 第三章　经营 : ', '4 第四条 | 第四条',
      '# 第四章　罚则 | 第四章　罚则 : ', '5 第五条 | 第五条',
      '# 第五章　附则 | 第五章　附则 : ', '6 第六条 | 第六条',
    ])
  })

  test('a changed one, a new one, one that is gone with its article, and those that were counted anew', () => {
    const after = textOf('第一章　总则', purpose, '第二章　登记和免疫', registration, yearly, '第三章　携犬外出', leash, '第四章　经营', shops, '第五章　法律责任', fines, '第六章　附则', commencement)
    expect(shown(before, after)).toEqual([
      '# 第一章　总则 | 第一章　总则 : ', '1 第一条 | 第一条',
      '# 第二章　登记 | 第二章　登记【和免疫】 : 章名修改', '2 第二条 | 第二条', '3 第三条 | 第三条',
      '# – | 【第三章　携犬外出】 : 新增', '4 – | 第四条',
      '# 〔第三章〕　经营 | 【第四章】　经营 : 第三章改为第四章', '5 第四条 | 第五条',
      '# 〔第四章　罚则〕 | 【第五章　法律责任】 : 第四章改为第五章，章名修改', '6 第五条 | 第六条',
      '# 〔第五章〕　附则 | 【第六章】　附则 : 第五章改为第六章', '7 第六条 | 第七条',
    ])
    const fewer = textOf('第一章　总则', purpose, '第二章　登记', registration, yearly, '第三章　罚则', fines, '第四章　附则', commencement)
    expect(shown(before, fewer).filter((row) => row.startsWith('#'))).toEqual([
      '# 第一章　总则 | 第一章　总则 : ', '# 第二章　登记 | 第二章　登记 : ', '# 〔第三章　经营〕 | – : 删去',
      '# 〔第四章〕　罚则 | 【第三章】　罚则 : 第四章改为第三章', '# 〔第五章〕　附则 | 【第四章】　附则 : 第五章改为第四章',
    ])
  })

  test('a removed article stays below its heading, before the next one', () => {
    const after = textOf('第一章　总则', purpose, '第二章　登记', yearly, '第三章　经营', shops, '第四章　罚则', '第五章　附则', commencement)
    expect(shown(before, after)).toEqual([
      '# 第一章　总则 | 第一章　总则 : ', '1 第一条 | 第一条',
      '# 第二章　登记 | 第二章　登记 : ', '2 第二条 | –', '3 第三条 | 第二条',
      '# 第三章　经营 | 第三章　经营 : ', '4 第四条 | 第三条',
      '# 第四章　罚则 | 第四章　罚则 : ', '5 第五条 | –',
      '# 第五章　附则 | 第五章　附则 : ', '6 第六条 | 第四条',
    ])
  })

  test('where only changes are asked for, a heading stays over what changed', () => {
    const after = textOf('第一章　总则', purpose, '第二章　登记', registration.replace('三十日', '十五日'), yearly, '第三章　经营', shops, '第四章　法律责任', fines, '第五章　附则', commencement)
    expect(shown(before, after, true)).toEqual(['# 第二章　登记 | 第二章　登记 : ', '1 第二条 | 第二条', '# 第四章　〔罚则〕 | 第四章　【法律责任】 : 章名修改'])
  })

  test('sections of the same name belong to their chapters, parts stand above both', () => {
    const text = (first: string, second: string) => textOf('第一编　总则', '第一章　登记', '第一节　一般规定', first, '第二章　经营', '第一节　一般规定', second)
    expect(shown(text(registration, shops), text(registration, leash), true)).toEqual([
      '# 第一编　总则 | 第一编　总则 : ', '# 第二章　经营 | 第二章　经营 : ', '# 第一节　一般规定 | 第一节　一般规定 : ', '1 第二条 | –', '2 – | 第二条',
    ])
  })

  test('a text that had no chapters gets them', () => {
    expect(shown(textOf(purpose, registration), textOf('第一章　总则', purpose, '第二章　登记', registration))).toEqual([
      '# – | 【第一章　总则】 : 新增', '1 第一条 | 第一条', '# – | 【第二章　登记】 : 新增', '2 第二条 | 第二条',
    ])
  })

  test('words before the first article stand above the table', () => {
    const [old, now] = [`养犬管理条例\n为了规范养犬，\n特制定本条例。\n第一章　总则\n第一条　${purpose}`, `养犬管理条例\n为了规范文明养犬，\n特制定本条例。\n第一章　总则\n第一条　${purpose}`].map((text) => parseText(text))
    if (old === undefined || now === undefined) throw new Error('no text')
    expect(compareTexts(old, now).preamble).toMatchObject({ kind: 'changed' })
    const [lead, heading] = comparisonTable(compareTexts(old, now))
    expect([lead?.index, words(lead?.before ?? []), words(lead?.after ?? []), lead?.remark]).toEqual([1, '为了规范养犬，/特制定本条例。', '为了规范【文明】养犬，/特制定本条例。', '条文前的文字修改'])
    expect(heading?.is).toBe('heading')
    expect(threeTable(compareThree(old, now, before)).slice(0, 1).map((row) => [words(row.a), words(row.b), words(row.c), row.remark])).toEqual([
      ['为了规范养犬，/特制定本条例。', '为了规范【文明】养犬，/特制定本条例。', '〔为了规范文明养犬，〕/〔特制定本条例。〕', '前一稿：条文前的文字修改\n本稿：删去条文前的文字'],
    ])
  })
})

test('in the table of three texts each heading is shown with what it changes in the one before', () => {
  const b = textOf('第一章　总则', purpose, '第二章　登记和免疫', registration, yearly, '第三章　罚则', fines, '第四章　附则', commencement)
  const c = textOf('第一章　总则', purpose, '第二章　登记和免疫', registration, yearly, '第三章　经营', shops, '第四章　罚则', fines, '第五章　附则', commencement)
  const rows = threeTable(compareThree(before, b, c)).filter(({ is }) => is === 'heading')
  expect(rows.map((row) => [words(row.a), words(row.b), words(row.c), row.remark])).toEqual([
    ['第一章　总则', '第一章　总则', '第一章　总则', ''],
    ['第二章　登记', '第二章　登记【和免疫】', '第二章　登记和免疫', '前一稿：章名修改'],
    ['第三章　经营', '〔第三章　经营〕', '第三章　经营', '前一稿：删去\n本稿：恢复'],
    ['第四章　罚则', '〔第四章〕【第三章】　罚则', '〔第三章〕【第四章】　罚则', '前一稿：第四章改为第三章\n本稿：第三章改为第四章'],
    ['第五章　附则', '〔第五章〕【第四章】　附则', '〔第四章〕【第五章】　附则', '前一稿：第五章改为第四章\n本稿：第四章改为第五章'],
  ])
})

const arbitraryText = fc
  .array(fc.constantFrom('第一章　总则', '第二章　登记', '第二章　经营', '第三章　罚则', '第一节　一般规定', purpose, registration, yearly, leash, shops, fines, commencement), { maxLength: 9 })
  .map((lines) => textOf(...lines))

test('an article that joined one of an earlier chapter leaves the headings in their order', () => {
  const after = textOf('第一章　登记', registration, '第二章　经营', shops, '第三章　罚则', yearly, fines)
  const old = textOf('第一章　登记', `${registration}${yearly}`, '第二章　经营', shops, '第三章　罚则', fines)
  const id = (text: LegalText, at: number): string => text.articles[at]?.id ?? ''
  const row = (kind: 'same' | 'changed', before: number[], now: number[]) => ({ kind, old: before.map((at) => id(old, at)), new: now.map((at) => id(after, at)), renumbered: true, moved: false, score: 1 })
  const alignment = { rows: [row('changed', [0], [0, 2]), row('same', [1], [1]), row('same', [2], [3])] }
  const rows = comparisonTable(compareTexts(old, after, alignment))
  expect(rows.map((one) => (one.is === 'heading' ? words(one.after) : one.after.map(({ label }) => label).join('')))).toEqual(['第一章　登记', '第一条第三条', '第二章　经营', '第二条', '第三章　罚则', '第四条'])
})

test('every heading of each text stands in exactly one row, and no row of an article is lost', () => {
  fc.assert(
    fc.property(fc.array(arbitraryText, { minLength: 3, maxLength: 3 }), ([a = before, b = before, c = before]) => {
      const side = (lines: readonly TableLine[], style: string): string => lines.flatMap(({ runs }) => runs).filter((run) => run.style !== style).map(({ text }) => text).join('')
      const comparison = compareTexts(a, b)
      const two = comparisonTable(comparison)
      const headings = two.filter(({ is }) => is === 'heading')
      const printed = (text: LegalText) => text.divisions.map(({ number, heading }) => `${number}　${heading}`)
      expect(headings.filter((row) => row.before.length > 0).map((row) => side(row.before, 'bold')).toSorted()).toEqual(printed(a).toSorted())
      // in the order of the new text, which the rows follow
      expect(headings.filter((row) => row.after.length > 0).map((row) => side(row.after, 'struck'))).toEqual(printed(b))
      expect(two.filter(({ is }) => is === 'provision')).toHaveLength(comparison.rows.length + comparison.annexes.length)
      const three = compareThree(a, b, c)
      const rows = threeTable(three)
      expect(rows.filter(({ is }) => is === 'provision')).toHaveLength(three.rows.length)
      expect(rows.filter((row) => row.is === 'heading' && row.a.length > 0).map((row) => side(row.a, 'none')).toSorted()).toEqual(printed(a).toSorted())
    }),
    { numRuns: 100 },
  )
})
