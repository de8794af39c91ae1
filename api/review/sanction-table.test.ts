import { describe, expect, test } from 'vitest'
import { parseText } from '../../law/text/index.ts'
import { marginMarks } from './margin-marks.ts'
import { sanctionTable } from './sanction-table.ts'

const own = '养犬人携犬外出未用犬绳牵引，或者放任犬只恐吓他人的，由公安机关处三百元以上一千元以下罚款；情节严重的，没收犬只。'
const superior = '携犬外出未用犬绳牵引的，由公安机关责令改正；拒不改正的，处五十元以上二百元以下罚款。放任犬只恐吓他人的，处二百元以上五百元以下罚款。'

describe('the table of sanctions', () => {
  test('lays what both attach to the same act side by side', () => {
    const rows = sanctionTable(superior, own)
    expect(rows.find((r) => r.conduct.includes('恐吓'))).toMatchObject({ superior: '罚200至500元', own: expect.stringContaining('罚300至1000元'), differs: true })
    expect(rows.find((r) => r.conduct.includes('犬绳'))).toMatchObject({ superior: '罚50至200元', differs: true })
  })
  test('an equal fine is no difference', () => expect(sanctionTable(superior, superior).every((r) => !r.differs)).toBe(true))
  test('what the superior law does not punish stands alone', () => {
    const rows = sanctionTable(superior, `${own}犬吠扰民的，处一千元罚款。`)
    expect(rows).toContainEqual({ conduct: '犬吠扰民', superior: null, own: '罚1000元', differs: true })
  })
  test('is empty unless both have a sanction', () => {
    expect(sanctionTable('公安机关负责养犬管理。', own)).toEqual([])
    expect(sanctionTable(superior, '养犬人应当文明养犬。')).toEqual([])
  })
})

describe('marks in the margin', () => {
  test('name sanctions first, then periods and discretion', () => {
    const text = parseText('测试办法\n\n第一条 处五百元以下罚款，没收违法所得。\n第二条 应当自收到通知之日起三日内认领；部门可以处置。\n第三条 本办法由市政府解释。')
    expect(marginMarks(text)).toEqual({
      art_1: [{ word: '罚款', strong: true }, { word: '没收', strong: true }],
      art_2: [{ word: '期限', strong: false }, { word: '“可以”', strong: false }],
    })
  })
})
