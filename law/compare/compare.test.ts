import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Annex } from '../text/index.ts'
import { compareTexts } from './compare.ts'
import { sideOf } from './diff-words.ts'
import { smallArticle, smallText } from './small-text.ts'
import { comparisonTable } from './table.ts'

const registration = '养犬人应当自取得犬只之日起三十日内，向公安机关申请办理养犬登记。'
const leash = '携带犬只外出的，应当使用长度不超过二米的犬绳牵领。'
const shops = '从事犬只销售经营活动的，应当依法取得营业执照。'
const places = ['禁止携带犬只进入下列场所：', '（一）学校、医院；', '（二）体育场馆、商场；', '（三）市人民政府规定的其他场所。']

describe('compareTexts', () => {
  test('pairs 款 and 项 before words', () => {
    const comparison = compareTexts(
      smallText(smallArticle('第一条', ...places, registration)),
      smallText(smallArticle('第一条', ...places.slice(0, 2), '（二）体育场馆、商场、餐馆；', '（三）候车室、候机厅；', '（四）市人民政府规定的其他场所。', registration)),
    )
    expect(comparison.rows[0]?.paragraphs.map((row) => [row.kind, row.oldId?.split('__').slice(1).join(' '), row.newId?.split('__').slice(1).join(' ')])).toEqual([
      ['same', 'para_1', 'para_1'],
      ['same', 'para_1 item_1', 'para_1 item_1'],
      ['changed', 'para_1 item_2', 'para_1 item_2'],
      ['added', undefined, 'para_1 item_3'],
      ['changed', 'para_1 item_3', 'para_1 item_4'],
      ['same', 'para_2', 'para_2'],
    ])
  })

  test('counts what happened', () => {
    const { summary, rows } = compareTexts(
      smallText(smallArticle('第一条', registration), smallArticle('第二条', leash), smallArticle('第三条', '养犬协会应当加强行业自律。')),
      smallText(smallArticle('第一条', shops), smallArticle('第二条', registration), smallArticle('第三条', leash.replace('二米', '一点五米'))),
    )
    expect(summary).toEqual({ same: 1, changed: 1, added: 1, removed: 1, renumbered: 2, moved: 0 })
    expect(rows.find((row) => row.kind === 'changed')?.changes.some((change) => change.op === 'insert' && change.text.includes('一'))).toBe(true)
  })

  const line = fc.constantFrom(registration, leash, shops, ...places.slice(1), '本条例自公布之日起施行。', '处二百元罚款。', '')
  const article = fc.array(line, { maxLength: 4 })
  const side = fc.array(article, { maxLength: 6 }).map((list) => smallText(...list.map((lines, at) => smallArticle(`第${at + 1}条`, ...lines))))

  test('the changes of a row give the old articles and the new ones, with nothing lost', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(side, side, (before, after) => {
        for (const row of compareTexts(before, after).rows) {
          expect(sideOf(row.changes, 'old')).toBe(row.old.map((one) => one.text).join('\n'))
          expect(sideOf(row.changes, 'new')).toBe(row.new.map((one) => one.text).join('\n'))
        }
      }),
    )
  })

  test('annexes are compared block by block, a table as one', () => {
    const cell = (text: string) => ({ text, columnSpan: 1, rowSpan: 1, header: false })
    const annex = (fee: string): Annex => ({
      id: 'annex_1', label: '附件', title: '收费标准', blocks: [
        { kind: 'line', text: '单位：元' },
        { kind: 'table', table: { rows: [[cell('项目'), cell('标准')], [cell('登记'), cell(fee)]] } },
      ],
    })
    const before = { ...smallText(), annexes: [annex('500')] }
    const after = { ...smallText(), annexes: [annex('100'), { id: 'annex_2', label: '附件2', title: '禁养犬名录', blocks: [] }] }
    const { annexes } = compareTexts(before, after)
    expect(annexes.map((row) => row.kind)).toEqual(['changed', 'added'])
    expect(annexes[0]?.blocks.map((block) => block.kind)).toEqual(['same', 'same', 'changed'])
    expect(annexes[0]?.changes.filter((change) => change.op !== 'equal').map((change) => change.text)).toEqual(['500', '100'])
  })

  test('an alignment that names an unknown article is refused', () => {
    const alignment = { rows: [{ kind: 'changed' as const, old: ['art_x'], new: [], renumbered: false, moved: false, score: 1 }] }
    expect(() => compareTexts(smallText(), smallText(), alignment)).toThrow(RangeError)
  })
})

describe('comparisonTable', () => {
  const comparison = compareTexts(
    smallText(smallArticle('第一条', registration), smallArticle('第二条', leash, shops), smallArticle('第三条', '养犬协会应当加强行业自律。')),
    smallText(smallArticle('第一条', registration.replace('三十日', '十五日')), smallArticle('第二条', leash), smallArticle('第三条', shops)),
  )

  test('has the label on the first line of each article and a remark on each row', () => {
    expect(comparisonTable(comparison).map((row) => [row.index, row.before.map((one) => one.label), row.after.map((one) => one.label), row.remark])).toEqual([
      [1, ['第一条'], ['第一条'], '修改；期限：三十日改为十五日'],
      [2, ['第二条', ''], ['第二条', '第三条'], '第二条分为第二条、第三条'],
      [3, ['第三条'], [], '删去'],
    ])
  })

  test('what is gone is struck through in the old column, what is new is bold in the new one', () => {
    const row = comparisonTable(comparison)[0]
    expect(row?.before[0]?.runs.filter((run) => run.style !== 'plain')).toEqual([{ text: '三十日', style: 'struck' }])
    expect(row?.after[0]?.runs.filter((run) => run.style !== 'plain')).toEqual([{ text: '十五日', style: 'bold' }])
  })

  test('a heading stands with the number, and a changed one is said', () => {
    const headed = (heading: string) => smallText({ ...smallArticle('第一条', registration), heading })
    const [row] = comparisonTable(compareTexts(headed('（养犬登记）'), headed('（登记）')))
    expect([row?.before[0]?.label, row?.after[0]?.label, row?.remark]).toEqual(['第一条（养犬登记）', '第一条（登记）', '条旨修改'])
  })

  test('articles that gave one another words keep their numbers, and the remark says so', () => {
    const [one, two] = [smallText(smallArticle('第三条', registration, leash), smallArticle('第四条', shops)), smallText(smallArticle('第三条', registration), smallArticle('第四条', leash, shops))]
    const edges = { rows: [{ kind: 'changed' as const, old: one.articles.map(({ id }) => id), new: two.articles.map(({ id }) => id), renumbered: false, moved: false, score: 1 }] }
    expect(comparisonTable(compareTexts(one, two, edges))[0]?.remark).toBe('第三条、第四条的内容相互调整')
  })

  test('a mark that only changed its width is not shown as a change', () => {
    const [row] = comparisonTable(compareTexts(smallText(smallArticle('第一条', '有下列情形之一的:', '（一）犬只死亡的；')), smallText(smallArticle('第一条', '有下列情形之一的：', '（一）犬只失踪的；'))))
    expect(row?.before.flatMap((line) => line.runs).filter((run) => run.style !== 'plain').map((run) => run.text)).toEqual(['死亡'])
  })

  test('can leave out what did not change', () => {
    const same = smallText(smallArticle('第一条', registration))
    expect(comparisonTable(compareTexts(same, same), { changedOnly: true })).toEqual([])
  })
})
