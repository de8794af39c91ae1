import { describe, expect, test } from 'vitest'
import { readDate, readMetadata } from './metadata.ts'
import { parseText } from './parse.ts'

const read = (...lines: string[]) => readMetadata(parseText(lines.join('\n')))

describe('readMetadata', () => {
  test('a local regulation: adopted, approved, in force on a stated day', () => {
    expect(
      read(
        '# 某市养犬管理条例',
        '2016年8月26日 某市第十六届人民代表大会常务委员会第三十七次会议通过',
        '2016年9月23日 某省第十二届人民代表大会常务委员会第二十三次会议批准',
        '第一条 甲。',
        '第二条 本条例自2016年12月1日起施行。2001年1月1日起施行的《某规定》同时废止。',
      ),
    ).toEqual({
      title: '某市养犬管理条例',
      issuer: '某市人民代表大会常务委员会',
      adopted: '2016-08-26',
      approved: '2016-09-23',
      effectiveFrom: '2016-12-01',
      effectiveBasis: 'stated',
      history: [
        { kind: 'adopted', date: '2016-08-26', text: '2016年8月26日 某市第十六届人民代表大会常务委员会第三十七次会议通过' },
        { kind: 'approved', date: '2016-09-23', text: '2016年9月23日 某省第十二届人民代表大会常务委员会第二十三次会议批准' },
      ],
    })
  })

  test('an amended law in one bracket: every event, and the last change as its date of adoption', () => {
    const metadata = read(
      '某法',
      '（2007年10月28日第十届全国人民代表大会常务委员会第三十次会议通过　根据2015年4月24日第十二届全国人民代表大会常务委员会第十四次会议《关于修改〈某法〉等七部法律的决定》第一次修正　2019年4月23日第十三届全国人民代表大会常务委员会第十次会议修订）',
      '第一条 甲。',
      '第二条 本法自2008年1月1日起施行。',
    )
    expect(metadata.history.map(({ kind, date }) => [kind, date])).toEqual([
      ['adopted', '2007-10-28'],
      ['amended', '2015-04-24'],
      ['revised', '2019-04-23'],
    ])
    expect(metadata.adopted).toBe('2019-04-23')
    expect(metadata.issuer).toBe('全国人民代表大会常务委员会')
    expect([metadata.effectiveFrom, metadata.effectiveBasis]).toEqual(['2008-01-01', 'stated'])
  })

  test('自公布之日起施行 is inferred from a known day of promulgation', () => {
    const metadata = read('# 某规定', '（2003年5月1日某市人民政府令第12号公布）', '第一条 本规定自公布之日起施行。')
    expect([metadata.promulgated, metadata.effectiveFrom, metadata.effectiveBasis]).toEqual(['2003-05-01', '2003-05-01', 'inferred'])
    expect(metadata.documentNo).toBe('某市人民政府令第12号')
    expect(metadata.issuer).toBe('某市人民政府')
  })

  test('自公布之日起施行 stays unknown where only the day of adoption is known', () => {
    const metadata = read('# 某法', '2003年5月1日 第十届全国人民代表大会常务委员会第二次会议通过', '第一条 本法自公布之日起施行。')
    expect(metadata.effectiveFrom).toBeUndefined()
    expect(metadata.effectiveBasis).toBe('unknown')
  })

  test('自公布之日起施行 of a text amended since its promulgation stays unknown', () => {
    const metadata = read('# 某办法', '（1949年12月23日国务院发布　根据2013年12月11日《国务院关于修改〈某办法〉的决定》第三次修订）', '第一条 本办法自公布之日起施行。')
    expect(metadata.effectiveBasis).toBe('unknown')
    expect(metadata.effectiveFrom).toBeUndefined()
  })

  test('the date of effect that an amendment brings with it comes from the 题注', () => {
    const metadata = read('# 某规定', '2015年6月23日 最高人民法院审判委员会第1655次会议通过', '2020年8月18日 最高人民法院审判委员会第1809次会议《关于修改〈某规定〉的决定》修正', '该修正自2020年8月20日施行', '第一条 本规定自2015年9月1日起施行。')
    expect([metadata.effectiveFrom, metadata.effectiveBasis]).toEqual(['2020-08-20', 'fromDecision'])
  })

  test('a notice: number and date of the letter, organ of the signature', () => {
    const metadata = read('某府办规〔2024〕13号', '某市人民政府办公厅关于印发某办法的通知', '各区人民政府：', '现印发给你们，请认真贯彻执行。', '某市人民政府办公厅', '2024年7月26日', '某办法', '第一条 本办法自印发之日起施行，有效期5年。')
    expect(metadata).toMatchObject({
      title: '某办法',
      issuer: '某市人民政府办公厅',
      documentNo: '某府办规〔2024〕13号',
      promulgated: '2024-07-26',
      effectiveFrom: '2024-07-26',
      effectiveBasis: 'inferred',
    })
  })

  test('a government order on two lines', () => {
    const metadata = read('某市人民政府令', '第179号', '《某办法》已经通过，现予公布，自2021年5月1日起施行。', '市　长：某某', '2021年1月29日', '某办法', '第一条 本办法自2021年5月1日起施行。')
    expect(metadata).toMatchObject({ documentNo: '某市人民政府令第179号', issuer: '某市人民政府', promulgated: '2021-01-29', effectiveFrom: '2021-05-01' })
  })

  test('what a text does not state stays out', () => {
    expect(read('某条例', '第一条 甲。')).toEqual({ title: '某条例', effectiveBasis: 'unknown', history: [] })
  })
})

test.each([
  ['2024年7月26日', '2024-07-26'],
  ['二○○四年六月十六日', '2004-06-16'],
  ['一九九六年一月二十五日', '1996-01-25'],
  ['2024 年 2 月 29 日', '2024-02-29'],
  ['2023年2月29日', null],
  ['2023年13月1日', null],
  ['2020年3月1月', null],
])('readDate(%s) is %s', (text, date) => expect(readDate(text)).toBe(date))
