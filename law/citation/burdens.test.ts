import { describe, expect, test } from 'vitest'
import { burdensLimitedBy, burdensOf, burdens } from './burdens.ts'

describe('what a document lays on people', () => {
  test.each([
    ['由城市管理部门处五百元以上三千元以下罚款。', ['penalty']],
    ['未取得准运证的，不得从事建筑垃圾运输。', ['licence']],
    ['逾期不缴纳的，锁定车轮，并按日加收滞纳金。', ['coercion', 'fee']],
    ['提交无犯罪记录证明。', ['certificate', 'equality']],
    ['应当在本市注册成立子公司。', ['localPreference']],
    ['按照地方留成部分的百分之八十给予返还。', ['benefit']],
    ['其配偶、子女三年内不得承租摊位。', ['penalty', 'equality']],
    ['制定本办法，自公布之日起施行。', []],
  ])('%s → %j', (words, kinds) => {
    expect(burdensOf(words)).toEqual(expect.arrayContaining(kinds))
    if (kinds.length === 0) expect(burdensOf(words)).toEqual([])
  })
})

describe('what a superior provision limits', () => {
  test.each([
    ['除法律、法规、规章外，其他规范性文件不得设定行政处罚。', ['penalty']],
    ['其他规范性文件一律不得设定行政许可。', ['licence']],
    ['行政强制措施由法律设定。', ['coercion']],
    ['没有法律依据，不得收取保证金。', ['fee']],
    ['公民在法律面前一律平等。', ['equality']],
    ['养犬人应当携犬只到登记机构办理登记。', []],
  ])('%s → %j', (words, kinds) => {
    expect(burdensLimitedBy(words)).toEqual(kinds)
  })
})

test('every burden says how it is laid, how it is limited and what to search for', () => {
  for (const burden of burdens) {
    expect(burden.ask).not.toBe('')
    expect(burden.label).not.toBe('')
  }
  expect(new Set(burdens.map((b) => b.kind)).size).toBe(burdens.length)
})
