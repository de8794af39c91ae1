import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { diffText, diffTexts, sideOf, type Change } from './diff-words.ts'
import { markedTokens, tokenise, tokeniseAll } from './tokens.ts'

const edits = (changes: Change[]) => changes.filter((change) => change.op !== 'equal')

describe('diffText', () => {
  test('a reference that points elsewhere is one change', () => {
    expect(diffText('依照本条例第十二条的规定处理。', '依照本条例第十三条的规定处理。')).toEqual([
      { op: 'equal', text: '依照本条例' },
      { op: 'delete', text: '第十二条', marks: ['reference'] },
      { op: 'insert', text: '第十三条', marks: ['reference'] },
      { op: 'equal', text: '的规定处理。' },
    ])
  })

  test('two references in a list are two changes', () => {
    const found = edits(diffText('第十二条、第十三条规定的行为', '第十四条、第十五条规定的行为')).map((change) => change.text)
    expect(found).toEqual(['第十二条', '第十四条', '第十三条', '第十五条'])
  })

  test.each([
    ['duty', '经营者可以公示价格。', '经营者应当公示价格。', '可以', '应当'],
    ['amount', '处五百元以上一千元以下的罚款。', '处二百元以上一千元以下的罚款。', '五百元', '二百元'],
    ['amount', '处违法所得三倍以下的罚款。', '处违法所得五倍以下的罚款。', '三倍', '五倍'],
    ['period', '自收到申请之日起三十日内作出决定。', '自收到申请之日起二十个工作日内作出决定。', '三十日', '二十个工作日'],
    ['percentage', '比例不得低于百分之三十。', '比例不得低于百分之三十五。', '百分之三十', '百分之三十五'],
  ])('a changed %s is marked on both sides', (mark, before, after, gone, come) => {
    expect(edits(diffText(before, after))).toEqual([
      { op: 'delete', text: gone, marks: [mark] },
      { op: 'insert', text: come, marks: [mark] },
    ])
  })

  test('of a range both ends change, though a figure of the old one stands in the new one', () => {
    expect(edits(diffText('处五日以上十日以下拘留，可以并处五百元以下罚款。', '处十日以上十五日以下拘留，可以并处一千元以上三千元以下罚款。')).map((change) => [change.op, change.text, change.marks])).toEqual([
      ['delete', '五日', ['period']],
      ['insert', '十日', ['period']],
      ['delete', '十日', ['period']],
      ['insert', '十五日', ['period']],
      ['delete', '五百元以下', ['amount']],
      ['insert', '一千元以上三千元以下', ['amount']],
    ])
  })

  test('an insertion fills a clause or an item of a list, with its own marks', () => {
    expect(edits(diffText('根据《中华人民共和国甲法》、《中华人民共和国丙法》，制定本条例。', '根据《中华人民共和国甲法》、《中华人民共和国乙法》、《中华人民共和国丙法》，制定本条例。'))).toEqual([{ op: 'insert', text: '《中华人民共和国乙法》、' }])
  })

  test.each([
    ['本市户籍人口', '本省户籍人口', ['本市', '本省']],
    ['法定代表人；', '法定代表人的产生、变更办法；', ['的产生、变更办法']],
    ['（二）体育场馆；', '（三）体育场馆；', ['（二）', '（三）']],
    ['依照前款规定处理。', '依照前两款规定处理。', ['前款', '前两款']],
    ['应当三分之二以上同意。', '应当过半数同意。', ['三分之二以上', '过半数']],
  ])('%s → %s: no word and no number is cut', (before, after, expected) => {
    expect(edits(diffText(before, after)).map((change) => change.text)).toEqual(expected)
  })

  test('a date is no period', () => {
    expect(edits(diffText('本办法自2023年3月1日起施行。', '本办法自2024年5月1日起施行。'))).toEqual([
      { op: 'delete', text: '2023年3月1日' },
      { op: 'insert', text: '2024年5月1日' },
    ])
  })

  test('a duty that stays while the words around it change is not marked', () => {
    const changes = diffText('养犬人应当携带犬只。', '饲养人应当牵领动物。')
    expect(changes.some((change) => change.op === 'equal' && change.text.includes('应当'))).toBe(true)
    expect(edits(changes).every((change) => change.marks === undefined)).toBe(true)
  })

  test('one or two equal characters between two changes do not break them up', () => {
    const changes = edits(diffText('市容环境卫生主管部门负责监督的工作。', '城市管理行政执法机关承担检查的任务。'))
    expect(changes.filter((change) => change.op === 'delete').length).toBeLessThanOrEqual(2)
  })

  test('equal texts are one equal stretch, empty ones none', () => {
    expect(diffText('甲', '甲')).toEqual([{ op: 'equal', text: '甲' }])
    expect(diffText('', '')).toEqual([])
    expect(diffText('', '新增一款。')).toEqual([{ op: 'insert', text: '新增一款。' }])
  })

  test('a long passage without a mark is compared by its words all the same', () => {
    const words = Array.from({ length: 1_500 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 37) % 3_001), 0x4e00 + ((at * 101) % 2_003))).join('')
    const changes = diffText(`${words.slice(0, 900)}甲市${words.slice(900, 2_000)}${words.slice(2_010)}`, `${words.slice(0, 900)}乙县${words.slice(900)}丙`)
    expect(edits(changes).reduce((sum, change) => sum + change.text.length, 0)).toBeLessThan(60)
  })

  test('texts with little in common replace one another without a hang', () => {
    const left = Array.from({ length: 6_000 }, (_, index) => String.fromCharCode(0x4e00 + ((index * 7) % 5_000))).join('')
    const right = Array.from({ length: 6_000 }, (_, index) => String.fromCharCode(0x4e00 + ((index * 13) % 5_000))).join('')
    const changes = diffText(left, right)
    expect(sideOf(changes, 'old')).toBe(left)
    expect(sideOf(changes, 'new')).toBe(right)
  })

  const words = fc.array(
    fc.constantFrom('第十二条', '第三款', '应当', '可以', '一千元', '三十日', '百分之五', '、', '，', '。', '\n', '犬只', '登记', '的', '处', '𠮷', 'a', ' '),
    { maxLength: 40 },
  ).map((parts) => parts.join(''))

  test('equal and delete are the old text, equal and insert the new one', { timeout: 30_000 }, () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const changes = diffText(before, after)
        expect(sideOf(changes, 'old')).toBe(before)
        expect(sideOf(changes, 'new')).toBe(after)
        expect(changes.every((change) => change.text !== '')).toBe(true)
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
        const changes = diffText(before, after)
        expect(sideOf(changes, 'old') === before && sideOf(changes, 'new') === after).toBe(true)
      }),
    )
  })
})

const anyText = fc.array(
  fc.oneof(fc.constantFrom('第十二条、第十三条', '第（三）项', '前款', '本条', '（一）', '不应当', '有权', '2023年5月', '三月五日', '百分之五以下', '30%', '二万元', '三倍', '十五个工作日', '五人', '1.5', '一般', '十分', '犬只登记', '。', '；', '；2', '\n', '\r', '\n\n', '\u0301'), fc.string({ unit: 'binary', maxLength: 3 })),
  { maxLength: 60 },
).map((parts) => parts.join(''))

test('many texts are cut and compared as each is alone', { timeout: 60_000 }, () => {
  fc.assert(fc.property(fc.array(anyText, { maxLength: 6 }), (texts) => {
    expect(tokeniseAll(texts)).toEqual(texts.map(tokenise))
    const pairs = texts.slice(1).map((text, at) => ({ old: texts[at] ?? '', new: text }))
    expect(diffTexts(pairs)).toEqual(pairs.map((pair) => diffText(pair.old, pair.new)))
  }))
})

test.each([
  ['第十二条', 'reference'], ['第（三）项', 'reference'], ['第3款', 'reference'], ['前两条', 'reference'], ['本款', 'reference'],
  ['百分之三十以上', 'percentage'], ['三分之二', 'percentage'], ['３０％', 'percentage'], ['两个百分点', 'percentage'],
  ['二万元以下', 'amount'], ['5000元', 'amount'], ['零点', null], ['亿元', 'amount'], ['三倍', 'amount'], ['两年', 'period'], ['１５日', 'period'], ['千年', 'period'],
  ['不应当', 'duty'], ['应当', 'duty'], ['可以', 'duty'], ['必须', 'duty'], ['禁止', 'duty'], ['严禁', 'duty'], ['无须', 'duty'], ['毋须', 'duty'], ['有权', 'duty'],
  ['二〇二三年五月', 'period'], ['2023年5月1日', null], ['三月五日', null], ['五人', null],
] as const)('%s is marked as %s wherever it stands', (words, mark) => {
  const found = markedTokens(`县${words}犬`)
  expect(found[0]?.mark ?? null).toBe(mark)
  if (mark !== null && words !== '二〇二三年五月') expect(found.map((token) => token.text)).toEqual([words])
})

test('tokens joined are the text', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => tokenise(text).map((token) => token.text).join('') === text))
})
