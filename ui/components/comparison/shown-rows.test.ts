import { describe, expect, test } from 'vitest'
import { type Change, compareTexts, compareThree } from '../../../law/compare/index.ts'
import { parseText } from '../../../law/text/index.ts'
import { countTraits, foldedRows, isStop, walkedRows } from './folded-rows.ts'
import { numbersOf } from './row-words.ts'
import { movesOf, type ShownRow, shownRows, shownThree, type Trait } from './shown-rows.ts'

const text = (...lines: string[]) => parseText(['城市养犬管理办法', ...lines].join('\n'))
const moving = '携犬外出应当由成年人使用长度不超过二米的犬绳牵领，主动避让老年人、残疾人、孕妇和儿童。'
const before = text('第一条　为了规范养犬行为，维护市容环境，制定本办法。', '第二条　公安机关可以设置犬只免疫点。', '第三条　养犬人应当自取得犬只之日起三十日内办理登记。', '第四条　违反本办法第三条的，处二百元罚款。', '第五条　养犬人应当文明养犬。')
const after = text('第一条　为了规范养犬行为，维护市容环境，制定本办法。', '第二条　举办犬类展览，应当提前报告公安机关。', '第三条　公安机关应当设置犬只免疫点。', '第四条　养犬人应当自取得犬只之日起十五日内办理登记。', '第五条　违反本办法第四条的，处五百元罚款。', '第六条　养犬人应当文明养犬。')
const rows = shownRows(compareTexts(before, after))
const of = (...chosen: Trait[]): string[] => rows.filter((row) => isStop(row, new Set(chosen))).map((row) => row.places[1]?.[0]?.number ?? '')

describe('rows of a comparison', () => {
  test.each<[Trait[], string[]]>([
    [['duty'], ['第三条']],
    [['amount'], ['第五条']],
    [['period'], ['第四条']],
    [['added'], ['第二条']],
    [['reference'], ['第五条']],
    [['amount', 'period'], ['第四条', '第五条']],
    [['removed'], []],
  ])('%j are found', (chosen, numbers) => {
    expect(of(...chosen)).toEqual(expect.arrayContaining(numbers))
    expect(of(...chosen).length).toBeGreaterThanOrEqual(numbers.length)
  })

  test('what did not change is folded, and opened on demand', () => {
    const folded = foldedRows(rows, new Set(), new Set())
    expect(folded[0]).toMatchObject({ unchanged: 1, changed: 0, renumbered: 0 })
    const fold = folded[0]
    if (fold === undefined || !('fold' in fold)) throw new Error('nothing is folded')
    expect(foldedRows(rows, new Set(), new Set([fold.fold]))).toHaveLength(rows.length)
    expect(foldedRows(rows, new Set(['amount']), new Set()).filter((one) => 'fold' in one && one.changed > 0)).not.toHaveLength(0)
  })

  test('an article of another number alone is no change, and can be asked for', () => {
    const only = shownRows(compareTexts(text('第一条　养犬应当登记，领取登记证。'), text('第一条　本办法适用于本市。', '第二条　养犬应当登记，领取登记证。')))
    expect(only.filter((row) => isStop(row, new Set())).map((row) => row.kind)).toEqual(['added'])
    expect(countTraits(only)).toMatchObject({ added: 1, renumbered: 1 })
  })

  test('a passage that moved is told from the very article and to the very article, also where several stand in one row', () => {
    const compared = compareTexts(before, after)
    const article = (at: number, number: string, text: string) => ({ id: `art_${at}`, number, heading: null, text })
    const changes: Change[] = [{ op: 'equal', text: '甲。' }, { op: 'insert', text: moving, moveId: 'm1' }, { op: 'equal', text: '\n乙。' }, { op: 'delete', text: moving, moveId: 'm1' }]
    const row = { kind: 'changed' as const, old: [article(1, '第一条', '甲。'), article(4, '第四条', `乙。${moving}`)], new: [article(1, '第一条', `甲。${moving}`), article(4, '第四条', '乙。')], renumbered: false, moved: false, score: 1, paragraphs: [], changes }
    const moved = shownRows({ ...compared, rows: [row] })
    expect([...movesOf(moved)]).toEqual([['m1', { from: '第四条', to: '第一条' }]])
    expect(moved[0]?.traits.has('moved')).toBe(true)
  })

  test('three texts stand in one row, each told against the one before it', () => {
    const last = text('第一条　为了规范养犬行为，维护市容环境，制定本办法。', '第二条　公安机关应当设置犬只免疫点。')
    const three = shownThree(compareThree(before, after, last))
    expect(three.every(({ places, steps }) => places.length === 3 && steps.length === 3)).toBe(true)
    expect(three.find(({ places }) => places[2]?.[0]?.number === '第一条')).toMatchObject({ kind: 'same' })
    expect(three.filter(({ kind }) => kind === 'removed')).not.toHaveLength(0)
  })
})

describe('headings among the rows', () => {
  const chapters = (registration: string, days: string, ...more: string[]) => text('为了规范养犬，制定本办法。', '第一章　总则', '第一条　本市养犬，适用本办法。', `第二章　${registration}`, `第二条　养犬人应当自取得犬只之日起${days}内办理登记。`, ...more)
  const [first, second, third] = [
    chapters('登记', '三十日', '第三章　罚则', '第三条　违反本办法第二条的，处二百元罚款。'),
    chapters('登记', '十五日', '第三章　经营', '第三条　从事犬只销售、诊疗经营活动的，应当依法取得营业执照。', '第四章　法律责任', '第四条　违反本办法第二条的，处二百元罚款。'),
    chapters('登记和免疫', '十五日', '第三章　法律责任', '第三条　违反本办法第二条的，处二百元罚款。'),
  ]
  const of = (list: readonly ShownRow[], ...chosen: Trait[]): string[] => walkedRows(list, new Set(chosen)).map(({ row, stop }) => `${stop ? '' : '# '}${numbersOf(row)}${row.remarks.length === 0 ? '' : ` (${row.remarks.join('，')})`}`)
  const two = shownRows(compareTexts(first, second))

  test('one that stayed stands over what changed below it, one that changed is a change itself', () => {
    expect(of(two)).toEqual(['# 第二章　登记', '第二条', '第三章　经营', '第三条', '第四章　法律责任 (第三章改为第四章，章名修改)'])
  })
  test('a heading is no duty and no amount; one that is new is found among what is new', () => {
    expect(of(two, 'period')).toEqual(['# 第二章　登记', '第二条'])
    expect(of(two, 'added')).toEqual(['第三章　经营', '第三条'])
    expect(countTraits(two)).toMatchObject({ added: 2, period: 1 })
    expect(countTraits(shownRows(compareTexts(first, chapters('必须登记', '三十日', '第三章　处二百元罚款', '第三条　违反本办法第二条的，处二百元罚款。'))))).toMatchObject({ duty: 0, amount: 0 })
  })
  test('one of another number alone is no change, and can be asked for', () => {
    const counted = shownRows(compareTexts(first, chapters('登记', '三十日', '第三章　经营', '第三条　从事犬只销售、诊疗经营活动的，应当依法取得营业执照。', '第四章　罚则', '第四条　违反本办法第二条的，处二百元罚款。')))
    expect(of(counted)).toEqual(['第三章　经营', '第三条'])
    expect(of(counted, 'renumbered')).toEqual(['第四章　罚则 (第三章改为第四章)', '第三条 → 第四条'])
  })
  test('words before the first article are a row, folded with the headings where nothing below changed', () => {
    expect(two.slice(0, 3).map(({ what }) => what)).toEqual(['preamble', 'heading', 'article'])
    const [fold] = foldedRows(two, new Set(), new Set())
    expect(fold).toMatchObject({ counted: 1, unchanged: 1, changed: 0 })
    const [changed] = shownRows(compareTexts(first, text('为了规范文明养犬，制定本办法。', '第一条　本市养犬，适用本办法。')))
    expect(changed).toMatchObject({ what: 'preamble', kind: 'changed' })
  })
  test('all of them stand once in the row of three texts', () => {
    const three = shownThree(compareThree(first, second, third))
    expect(of(three)).toEqual(['第二章　登记和免疫 (章名修改)', '第二条', '原第三章　经营', '原第三条', '第三章　法律责任 (第三章改为第四章，章名修改，第四章改为第三章)'])
    expect(three.every(({ places, steps }) => places.length === 3 && steps.length === 3)).toBe(true)
  })
})
