import { describe, expect, test } from 'vitest'
import type { LegalText } from '../text/index.ts'
import { buildProvisionIndex, conductLikeness, relatedProvisions, sharedPhrases, type ProvisionArticle } from './related.ts'

function textOf(...articles: [string, ...string[]][]): LegalText {
  return {
    form: 'articles', title: '城市管理若干规定', note: '', preamble: [], contents: [], notice: [], divisions: [], annexes: [], closing: [], problems: [], remarks: [],
    articles: articles.map(([number, ...lines], at) => ({
      id: `art_${at + 1}`, number, heading: null, line: 1,
      paragraphs: lines.map((text, place) => ({ id: `art_${at + 1}__para_${place + 1}`, text, items: [] })),
    })),
  }
}

const provision = (workTitle: string, number: string, text: string): ProvisionArticle => ({ workId: workTitle, versionId: `${workTitle}-1`, eId: number, workTitle, number, text })

// invented superior texts: some share the conduct, others only the formulae
const superior = [
  provision('公共秩序法', '第二十条', '饲养动物，干扰他人正常生活的，处警告；警告后不改正的，或者放任动物恐吓他人的，处二百元以上五百元以下罚款。'),
  provision('公共秩序法', '第二十一条', '制造噪声干扰他人正常生活的，处警告；警告后不改正的，处二百元以上五百元以下罚款。'),
  provision('公共秩序法', '第二十二条', '在公共场所故意损毁设施的，由公安机关责令改正，处五百元以上一千元以下罚款。'),
  provision('空气质量法', '第六十条', '违反本法规定，施工单位有下列行为之一的，由县级以上人民政府主管部门责令改正，处一万元以上十万元以下的罚款；拒不改正的，责令停工整治：\n（一）施工工地未设置硬质围挡，或者未采取覆盖、分段作业、洒水抑尘等有效防尘降尘措施的；\n（二）建筑土方、工程渣土未及时清运，或者未采用密闭式防尘网遮盖的。'),
  provision('空气质量法', '第六十一条', '运输煤炭、渣土、砂石等散装物料的车辆，未采取密闭措施防止物料遗撒的，处二千元以上二万元以下的罚款；拒不改正的，车辆不得上道路行驶。'),
  provision('空气质量法', '第六十二条', '在人口集中地区焚烧秸秆、落叶的，由主管部门责令改正，并可以处五百元以上二千元以下的罚款。'),
  provision('空气质量法', '第六十三条', '排放油烟的餐饮服务业经营者未安装油烟净化设施的，责令改正，处五千元以上五万元以下的罚款。'),
  provision('焰火安全条例', '第三十条', '县级以上地方人民政府可以根据本行政区域的实际情况，确定限制或者禁止燃放烟花爆竹的时间、地点和种类。'),
  provision('焰火安全条例', '第四十二条', '在禁止燃放烟花爆竹的时间、地点燃放烟花爆竹，或者以危害公共安全和人身、财产安全的方式燃放烟花爆竹的，由公安部门责令停止燃放，处一百元以上五百元以下的罚款。'),
  provision('焰火安全条例', '第三十六条', '对未经许可生产、经营烟花爆竹制品的，由安全生产监督管理部门责令停止，处二万元以上十万元以下的罚款，并没收违法所得。'),
  provision('道路通行法', '第五十六条', '机动车应当在规定地点停放。禁止在人行道上停放机动车。在道路上临时停车的，不得妨碍其他车辆和行人通行。'),
  provision('道路通行法', '第九十三条', '对违反道路交通安全法律、法规关于机动车停放、临时停车规定的，可以指出违法行为，并予以口头警告，令其立即驶离。机动车驾驶人不在现场，妨碍其他车辆、行人通行的，处二十元以上二百元以下罚款。'),
  provision('道路通行法', '第八十九条', '行人、乘车人、非机动车驾驶人违反道路通行规定的，处警告或者五元以上五十元以下罚款；非机动车驾驶人拒绝接受罚款处罚的，可以扣留其非机动车。'),
  provision('道路通行法', '第三十三条', '新建、改建、扩建的公共建筑、居住区应当配建、增建停车场；停车泊位不足的，应当及时改建或者扩建。'),
  provision('许可程序法', '第五十八条', '行政机关实施行政许可和对行政许可事项进行监督检查，不得收取任何费用。'),
  provision('许可程序法', '第十六条', '法规、规章对实施上位法设定的行政许可作出的具体规定，不得增设行政许可。'),
  provision('许可程序法', '第四十二条', '行政机关应当自受理行政许可申请之日起二十日内作出行政许可决定。'),
  ...Array.from({ length: 60 }, (_, at) => provision('组织法', `第${at + 1}条`, `第${at + 1}类会议由主任会议召集，有过半数的组成人员出席始得举行，会议决定事项应当及时公布并报告有关机关。`)),
]
const candidates = buildProvisionIndex(superior)
/** force of a 规范性文件 on the library's scale */
const PAPER = 8

describe('relatedProvisions', () => {
  test.each<[string, string, string]>([
    ['a dog that frightens people', '遛狗不拴绳，致使他人受到惊吓的，由公安机关处三百元以上一千元以下的罚款。', '公共秩序法 第二十条'],
    ['dust of a building site', '建设工地不喷淋降尘、裸露场地不苫盖的，由住房和城乡建设部门责令改正，处二十万元罚款。', '空气质量法 第六十条'],
    ['uncovered transport', '拉运建筑垃圾的货车未加盖篷布、沿途抛撒的，处五万元罚款，并暂扣车辆。', '空气质量法 第六十一条'],
    ['a ban on fireworks', '全市范围内全年禁止销售、施放鞭炮和礼花。', '焰火安全条例 第三十条'],
    ['a fine for fireworks', '违反规定点放花炮的，由公安机关处一千元罚款。', '焰火安全条例 第四十二条'],
    ['parking on the pavement', '小型客车占用盲道停放的，由城市管理部门处五百元罚款。', '道路通行法 第五十六条'],
    ['parking that is in the way', '汽车违规驻车且驾驶人不在现场的，一律处五百元罚款并拖移。', '道路通行法 第九十三条'],
    ['a bicycle seized', '电动车逆行的，处一百元罚款，并先行扣留车辆。', '道路通行法 第八十九条'],
    ['a fee for a licence', '申请办理行政审批手续的，应当缴纳审查费二百元。', '许可程序法 第五十八条'],
  ])('%s: the superior provision is among the first five', (_, words, wanted) => {
    const text = textOf(['第一条', words])
    const found = relatedProvisions({ text, articleId: 'art_1', candidates, documentRank: PAPER }).slice(0, 5)
    expect(found.map((one) => `${one.workId} ${one.eId}`)).toContain(wanted)
  })

  test('a provision that shares only the formulae of a fine does not lead', () => {
    const text = textOf(['第一条', '遛狗不拴绳的，由公安机关责令改正，处五百元以上一千元以下罚款。'])
    expect(relatedProvisions({ text, articleId: 'art_1', candidates, documentRank: PAPER })[0]?.eId).not.toBe('第二十二条')
  })

  test('a cited provision comes first, and says so', () => {
    const text = textOf(['第一条', '遛狗不拴绳的，依照《中华人民共和国空气质量法》第六十二条的规定处罚。'])
    const found = relatedProvisions({ text, articleId: 'art_1', candidates, documentRank: PAPER })
    expect(found[0]).toMatchObject({ workId: '空气质量法', eId: '第六十二条', why: 'cited' })
    expect(found.slice(1).every((one) => one.why === 'similar')).toBe(true)
  })

  test('an article of fines is read with the articles that it names', () => {
    const text = textOf(['第一条', '禁止遛狗不拴绳。'], ['第二条', '违反本规定第一条规定的，处三百元以上一千元以下的罚款。'])
    const found = relatedProvisions({ text, articleId: 'art_2', candidates, documentRank: PAPER }).slice(0, 5)
    expect(found.map((one) => `${one.workId} ${one.eId}`)).toContain('公共秩序法 第二十条')
  })

  test('what nothing is like gets nothing', () => {
    expect(relatedProvisions({ text: textOf(['第一条', '玄之又玄，众妙之门。']), articleId: 'art_1', candidates, documentRank: PAPER })).toEqual([])
  })

  test('a fine for several acts is held against the law that punishes one of them', () => {
    const found = relatedProvisions({ text: textOf(['第一条', '养犬人携犬外出未用犬绳牵引，或者放任犬只恐吓他人的，由公安机关处三百元以上一千元以下罚款；情节严重的，没收犬只，并在三年内不予办理养犬登记。']), articleId: 'art_1', candidates: buildProvisionIndex([
      { workId: 'security', versionId: 'security', eId: 'art_75', workTitle: '治安管理处罚法', number: '第七十五条', text: '饲养动物，干扰他人正常生活的，处警告；警告后不改正的，或者放任动物恐吓他人的，处二百元以上五百元以下罚款。' },
      ...['养犬应当办理养犬登记，携犬外出应当用犬绳牵引。', '养犬人应当及时清除犬只粪便。', '禁止没收犬只以外的财物。', '公安机关办理养犬登记，三年换证一次。', '携犬外出未用犬绳的，责令改正。'].map((text, at) => ({ workId: 'dogs', versionId: 'dogs', eId: `art_${at}`, workTitle: '养犬条例', number: `第${at}条`, text })),
    ]), documentRank: PAPER, limit: 3 })
    expect(found.map(({ eId }) => eId)).toContain('art_75')
  })

  test('faint likeness stands after the rule on the burden', () => {
    const found = relatedProvisions({ text: textOf(['第一条', '每处门店有一次延误的，该公司全部骑手停止配送七日。']), articleId: 'art_1', documentRank: PAPER, candidates: buildProvisionIndex([
      ...superior,
      provision('行政处罚法', '第十六条', '其他规范性文件不得设定行政处罚。'),
      provision('邮政条例', '第八条', '邮政企业应当在城市和乡村按照国家标准设置营业场所和信报箱，及时投递信件和包裹，骑手应当佩戴统一标志，遵守交通安全规定，妥善保管邮件。'),
    ]) })
    expect(found.map(({ workId, why }) => `${workId} ${why}`)).toEqual(expect.arrayContaining(['行政处罚法 limits', '邮政条例 similar']))
    expect(found[0]).toMatchObject({ workId: '行政处罚法', why: 'limits' })
  })

  test.each([[4, '第十二条'], [6, '第十四条'], [8, '第十六条']])('a fine of a document of force %i is held against the rule on just such documents', (documentRank, wanted) => {
    const found = relatedProvisions({ text: textOf(['第一条', '对个人处二百元罚款。']), articleId: 'art_1', documentRank, candidates: buildProvisionIndex([
      provision('行政处罚法', '第十二条', '地方性法规可以设定除限制人身自由以外的行政处罚。'),
      provision('行政处罚法', '第十四条', '地方政府规章可以设定警告或者一定数额罚款的行政处罚。'),
      provision('行政处罚法', '第十六条', '其他规范性文件不得设定行政处罚。'),
    ]) })
    expect(found.filter(({ why }) => why === 'limits').map(({ eId }) => eId)).toEqual([wanted])
  })

  test('an article that is not there is an error', () => {
    expect(() => relatedProvisions({ text: textOf(), articleId: 'art_1', candidates, documentRank: PAPER })).toThrow(RangeError)
  })
})

test('shared phrases are the longest words of both, formulae aside', () => {
  expect(sharedPhrases('在人口集中地区焚烧落叶的，由主管部门责令改正，处罚款。', '禁止在人口集中地区露天焚烧落叶，由主管部门责令改正。')).toEqual(['人口集中地区', '焚烧落叶'])
})

test.each([
  ['遛狗不拴绳', '携带犬只外出未使用犬绳牵领', '未办理养犬登记证'],
  ['拉运渣土的货车未加盖篷布', '运输散装物料的车辆未采取密闭措施', '施工人员未佩戴安全帽'],
  ['点放花炮', '在禁止区域燃放烟花爆竹', '未经许可经营烟花爆竹'],
])('%s is more like %s than like %s', (act, same, other) => {
  expect(conductLikeness(act, same)).toBeGreaterThan(conductLikeness(act, other))
  expect(conductLikeness(act, same)).toBeLessThanOrEqual(1)
})
