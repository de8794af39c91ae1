import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { describeFine, readSanctions } from './penalty-range.ts'
import { readSum } from './yuan.ts'

describe('readSanctions reads fines', () => {
  test.each([
    ['处一万元以上十万元以下的罚款。', 10_000, 100_000],
    ['处500元以上2000元以下罚款。', 500, 2_000],
    ['可以处五十元以下罚款。', undefined, 50],
    ['处二百元罚款。', 200, 200],
    ['处以五百元至二千元的罚款。', 500, 2_000],
    ['处1至5万元罚款。', 10_000, 50_000],
    ['处一千元以上的罚款。', 1_000, undefined],
    ['处最高不超过三万元的罚款。', undefined, 30_000],
    ['并处1.5万元以上3万元以下罚款。', 15_000, 30_000],
    ['处二十万元以上一百万元以下的罚款。', 200_000, 1_000_000],
    ['处10,000元罚款。', 10_000, 10_000],
    ['罚款二百元。', 200, 200],
  ])('%s', (text, minYuan, maxYuan) => {
    const { fines } = readSanctions(text)
    expect(fines.map((fine) => [fine.minYuan, fine.maxYuan])).toEqual([[minYuan, maxYuan]])
    expect(fines[0]?.inclusive).toBe(true)
  })

  test('a limit that is itself outside the range says so', () => {
    expect(readSanctions('处低于一千元的罚款。').fines[0]).toMatchObject({ maxYuan: 1_000, inclusive: false })
  })

  test.each([
    ['处违法所得一倍以上三倍以下的罚款。', { min: 1, max: 3, of: '违法所得' }],
    ['处货值金额五倍以下罚款。', { max: 5, of: '货值金额' }],
    ['处工程造价百分之五以上百分之十以下的罚款。', { min: 0.05, max: 0.1, of: '工程造价' }],
  ])('%s', (text, multiple) => {
    expect(readSanctions(text).fines.map((fine) => fine.multiple)).toEqual([multiple])
  })

  test('a sum that is no fine is left out', () => {
    expect(readSanctions('注册资本不低于五十万元。').fines).toEqual([])
    expect(readSanctions('造成损失一万元以上的，处二百元罚款。').fines.map((fine) => fine.minYuan)).toEqual([200])
  })

  test('the act is what the sentence says before 的', () => {
    const text = '违反本条例第十二条规定，未使用犬绳牵领犬只的，由公安机关责令改正，处二百元以上五百元以下的罚款；情节严重的，处五百元以上一千元以下的罚款，没收犬只。'
    const { fines, measures } = readSanctions(text)
    expect(fines.map((fine) => [fine.conduct, fine.minYuan, fine.maxYuan])).toEqual([
      ['未使用犬绳牵领犬只', 200, 500],
      ['未使用犬绳牵领犬只，情节严重', 500, 1_000],
    ])
    expect(fines.map((fine) => text.slice(fine.start, fine.end))).toEqual(fines.map((fine) => fine.quote))
    expect(measures.map((measure) => [measure.kind, measure.quote])).toEqual([['confiscation', '没收犬只']])
  })

  test('acts in a list are those of its items', () => {
    const { fines } = readSanctions('有下列行为之一的，处五百元罚款：\n（一）施工工地未设置围挡；\n（二）运输渣土未采取密闭措施。')
    expect(fines[0]?.conduct).toBe('施工工地未设置围挡；运输渣土未采取密闭措施')
  })

  test('a sum for each is said', () => {
    expect(readSanctions('超过限养数量的，按每只处五百元罚款。').fines[0]).toMatchObject({ per: '每只', minYuan: 500, maxYuan: 500 })
  })

  test('个人 and 单位 have fines of their own', () => {
    const { fines } = readSanctions('在禁止区域燃放烟花爆竹的，对个人处一百元以上五百元以下罚款；对单位处五千元以上一万元以下罚款。')
    expect(fines.map((fine) => fine.maxYuan)).toEqual([500, 10_000])
  })
})

describe('readSanctions reads other burdens', () => {
  test.each([
    ['由公安机关给予警告。', 'warning'],
    ['责令停业整顿。', 'businessSuspension'],
    ['可以暂扣道路运输证。', 'licenceSuspension'],
    ['吊销养犬登记证。', 'licenceRevocation'],
    ['扣押其车辆。', 'seizure'],
    ['养犬人应当缴纳管理服务费。', 'fee'],
    ['施工单位应当缴存扬尘治理保证金。', 'deposit'],
    ['并列入失信名单。', 'creditPenalty'],
    ['由城管部门予以罚款。', 'unquantifiedFine'],
    ['没收违法所得。', 'confiscation'],
  ])('%s', (text, kind) => {
    expect(readSanctions(text).measures.map((measure) => measure.kind)).toContain(kind)
  })

  test.each(['不得收取任何费用。', '施工现场应当设置警告标志。', '禁止向养犬人收取押金。'])('%s is no burden', (text) => {
    expect(readSanctions(text).measures).toEqual([])
  })

  test('quotations stand in the text, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('处', '五百元', '以上', '一千元', '以下', '罚款', '的，', '；', '。', '\n', '没收', '犬只', '百分之十', '三倍', '（一）', '警告'), { maxLength: 25 }), (parts) => {
        const text = parts.join('')
        const { fines, measures } = readSanctions(text)
        for (const one of [...fines, ...measures]) expect(text.slice(one.start, one.end)).toBe(one.quote)
      }),
    )
  })
})

test.each([['五百', 500], ['两千', 2_000], ['1万', 10_000], ['2.5万', 25_000], ['一百二十万', 1_200_000], ['一亿', 100_000_000], ['5千', 5_000], ['一亿二千万', 120_000_000], ['一万零五百', 10_500]])('%s is %i', (words, sum) => {
  expect(readSum(words)).toBe(sum)
})

test('ranges are said in figures', () => {
  const words = (text: string) => readSanctions(text).fines.map(describeFine)
  expect(words('处五百元以上一千元以下的罚款。')).toEqual(['500元以上1000元以下'])
  expect(words('处五十元以下罚款。')).toEqual(['50元以下'])
  expect(words('处违法所得一倍以上三倍以下的罚款。')).toEqual(['违法所得1倍以上3倍以下'])
  expect(words('处工程造价百分之五以上百分之十以下的罚款。')).toEqual(['工程造价5%以上10%以下'])
  expect(words('按每只处五百元罚款。')).toEqual(['每只500元'])
})
