import { describe, expect, test } from 'vitest'
import { burdens } from './burden-rows.ts'
import { type BurdenKind, burdensOf, type DocumentForm, formOfRank, groundsFor } from './burdens.ts'

describe('what a document lays on people', () => {
  test.each<[string, BurdenKind[]]>([
    ['由城市管理部门处五百元以上三千元以下罚款。', ['penalty']],
    ['该企业全部车辆停止运输七日。', ['penalty', 'operation']],
    ['未取得准运证的，不得从事建筑垃圾运输。', ['licence']],
    ['申请运输证的车辆，应当符合下列条件：', ['licence']],
    ['逾期不缴纳的，锁定车轮，并按日加收滞纳金。', ['coercion', 'fee']],
    ['暂扣营业执照十五日。', ['penalty']],
    ['提交无犯罪记录证明。', ['certificate', 'equality']],
    ['应当在本市注册成立子公司。', ['localPreference']],
    ['按照地方留成部分的百分之八十给予返还。', ['benefit']],
    ['其配偶、子女三年内不得承租摊位。', ['penalty', 'equality']],
    ['可以征用单位和个人的物资。', ['coercion', 'reserved']],
    ['屡教不改的，拘留五日。', ['liberty']],
    ['扶持资金依照《扶持办法》（政办发〔2019〕12号）执行。', ['benefit', 'validity']],
    ['本办法施行前已经建成的，应当补办手续。', ['retroactive']],
    ['根据有关法律、法规，结合本市实际，制定本规定。', ['making']],
    ['制定本办法，自公布之日起施行。', []],
  ])('%s → %j', (words, kinds) => {
    expect(burdensOf(words).toSorted()).toEqual(kinds.toSorted())
  })

  test.each([
    ['使用列入强制性产品认证目录的产品。'],
    ['应当安装卫星定位装置。'],
    ['配置照明、通讯、通信设施，通过短信告知。'],
    ['有关部门不得要求经营者提供材料。'],
    ['未取得备案证明》的复印件'],
    ['公安机关收容流浪犬只。'],
  ])('words that only sound like a burden are none of their kind: %s', (words) => {
    const kinds: BurdenKind[] = burdensOf(words)
    for (const kind of ['coercion', 'communications', 'operation', 'certificate', 'liberty'] as const) expect(kinds).not.toContain(kind)
  })
})

const bases = (words: string, form: DocumentForm): string[] => groundsFor(words, form).map(({ ground }) => ground.basis)

describe('on what ground it is held against superior law', () => {
  test.each<[string, DocumentForm, string, string]>([
    ['对个人处二百元罚款。', 'paper', '《行政处罚法》第十六条', '《行政处罚法》第十二条'],
    ['对个人处二百元罚款。', 'rule', '《行政处罚法》第十四条', '《行政处罚法》第十六条'],
    ['对个人处二百元罚款。', 'regulation', '《行政处罚法》第十二条', '《行政处罚法》第十六条'],
    ['未取得许可的，不得从事运输。', 'paper', '《行政许可法》第十七条', '《行政许可法》第十五条'],
    ['未取得许可的，不得从事运输。', 'regulation', '《行政许可法》第十五条', '《行政许可法》第十七条'],
    ['申请许可应当符合下列条件：', 'paper', '《行政许可法》第十六条', '《行政许可法》第十七条'],
    ['逾期不缴纳的，加收滞纳金。', 'paper', '《行政强制法》第十三条', '《行政强制法》第四十三条'],
    ['由街道办事处处一千元罚款。', 'paper', '《行政处罚法》第二十四条', '《行政处罚法》第十二条'],
  ])('%s in a %s: %s and not %s', (words, form, wanted, unwanted) => {
    expect(bases(words, form)).toContain(wanted)
    expect(bases(words, form)).not.toContain(unwanted)
  })

  test.each<[number, DocumentForm]>([[4, 'regulation'], [5, 'rule'], [6, 'rule'], [8, 'paper'], [9, 'paper']])('force %d is a %s', (rank, form) => {
    expect(formOfRank(rank)).toBe(form)
  })
})

test('every burden says how it is laid, on what grounds it is limited and what to search for', () => {
  for (const burden of burdens) {
    expect(burden.ask).not.toBe('')
    expect(burden.label).not.toBe('')
    expect(burden.grounds.length).toBeGreaterThan(0)
    expect(burden.grounds.every((ground) => ground.basis.includes('条') || ground.basis.includes('办法'))).toBe(true)
  }
  expect(new Set(burdens.map((b) => b.kind)).size).toBe(burdens.length)
})
