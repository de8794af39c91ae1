import { describe, expect, test } from 'vitest'
import { type Change, compareTexts, compareThree } from '../../../law/compare/index.ts'
import { parseText } from '../../../law/text/index.ts'
import { countTraits, foldedRows, isStop, movesOf, shownRows, shownThree, type Trait } from './shown-rows.ts'

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
