import { describe, expect, test } from 'vitest'
import { parseText, type LegalText } from '../../text/index.ts'
import { amendText } from '../index.ts'
import { findDifferences, isSame } from './differences.ts'
import { DecisionNotWritten, writeDecision } from './write-decision.ts'

const TITLE = '某市公共停车场管理条例'
const text = (lines: string, title = TITLE): LegalText => parseText(`${title}\n${lines}`)

/** The decision without its frame, and proof that it makes NEW of OLD. */
function said(oldText: LegalText, newText: LegalText): string[] {
  const { text: printed } = writeDecision(oldText, newText)
  const amended = amendText(oldText, printed)
  expect(isSame(findDifferences(newText, amended.text))).toBe(true)
  expect(amended.instructions.filter(({ status }) => status === 'failed')).toEqual([])
  return printed.trim().split(/\n+/).slice(2, -2)
}

const FIVE = `第一条　为了规范停车场管理，制定本条例。
第二条　市交通主管部门负责停车场的监督管理。
第三条　停车场经营者应当公开收费标准。
停车场经营者应当建立巡查制度，保障设施正常使用。
第四条　违反本条例第三条规定的，给予警告，可以处五百元以下罚款。
第五条　本条例自公布之日起施行。`

describe('a decision says what changed and no more', () => {
  test.each<[string, string, string, string[]]>([
    ['one word in an article', FIVE, FIVE.replace('市交通主管部门', '市城市管理部门'), ['将第二条中的“市交通主管部门”修改为“市城市管理部门”。']],
    ['an amount in one 款', FIVE, FIVE.replace('五百元', '一千元'), ['将第四条中的“可以处五百元以下罚款”修改为“可以处一千元以下罚款”。']],
    [
      'words added in one 款 of two',
      FIVE,
      FIVE.replace('应当建立巡查制度，', '应当建立巡查制度，公布投诉电话，'),
      ['在第三条第二款中的“停车场经营者应当建立巡查制度”后增加“公布投诉电话”。'],
    ],
    [
      'one 款 written anew',
      FIVE,
      FIVE.replace('停车场经营者应当公开收费标准。', '收费标准由市发展改革部门会同有关部门制定，每三年评估一次。'),
      ['将第三条第一款修改为：“收费标准由市发展改革部门会同有关部门制定，每三年评估一次。”'],
    ],
    [
      'an article written anew',
      FIVE,
      FIVE.replace('市交通主管部门负责停车场的监督管理。', '区人民政府统筹本行政区域内的停车设施规划，日常事务由街道办事处办理。'),
      ['将第二条修改为：“区人民政府统筹本行政区域内的停车设施规划，日常事务由街道办事处办理。”'],
    ],
    [
      'a 款 added',
      FIVE,
      FIVE.replace('正常使用。', '正常使用。\n停车场应当设置无障碍车位。'),
      ['第三条增加一款，作为第三款：“停车场应当设置无障碍车位。”'],
    ],
    ['a 款 taken away', FIVE, FIVE.replace('\n停车场经营者应当建立巡查制度，保障设施正常使用。', ''), ['删去第三条第二款。']],
    [
      'articles added: what follows them by number needs no word, nor do references',
      FIVE,
      `第一条　为了规范停车场管理，制定本条例。
第二条　市交通主管部门负责停车场的监督管理。
第三条　鼓励单位停车场向社会开放。
第四条　新建住宅应当配建充电设施。
第五条　停车场经营者应当公开收费标准。
停车场经营者应当建立巡查制度，保障设施正常使用。
第六条　违反本条例第五条规定的，给予警告，可以处五百元以下罚款。
第七条　本条例自公布之日起施行。`,
      ['增加二条，分别作为第三条、第四条：“第三条　鼓励单位停车场向社会开放。', '“第四条　新建住宅应当配建充电设施。”'],
    ],
    [
      'an article taken away',
      FIVE,
      `第一条　为了规范停车场管理，制定本条例。
第二条　停车场经营者应当公开收费标准。
停车场经营者应当建立巡查制度，保障设施正常使用。
第三条　违反本条例第二条规定的，给予警告，可以处五百元以下罚款。
第四条　本条例自公布之日起施行。`,
      ['删去第二条。'],
    ],
    [
      'a reference that does not follow is said',
      FIVE,
      `第一条　为了规范停车场管理，制定本条例。
第二条　停车场经营者应当公开收费标准。
停车场经营者应当建立巡查制度，保障设施正常使用。
第三条　违反本条例第二条第一款规定的，给予警告，可以处五百元以下罚款。
第四条　本条例自公布之日起施行。`,
      ['一、删去第二条。', '二、将第四条改为第三条，其中的“违反本条例第三条规定的”修改为“违反本条例第二条第一款规定的”。'],
    ],
    ['the title', FIVE, FIVE, ['将名称修改为“某市停车条例”。']],
    [
      'quotation marks go down one level',
      FIVE,
      FIVE.replace('正常使用。', '正常使用。\n本条例所称“停车场”，不包括“占道停车泊位”。'),
      ['第三条增加一款，作为第三款：“本条例所称‘停车场’，不包括‘占道停车泊位’。”'],
    ],
  ])('%s', (name, before, after, expected) => {
    expect(said(text(before), name === 'the title' ? text(after, '某市停车条例') : text(after))).toEqual(expected)
  })

  test('a word that changed throughout is one instruction, and only where that is exactly true', () => {
    const before = '第一条　会计帐簿应当真实。\n第二条　单位设置帐簿。\n第三条　帐目应当公开。\n第四条　本办法自公布之日起施行。'
    expect(said(text(before), text(before.replaceAll('帐', '账')))).toEqual(['将相关条文中的“帐”修改为“账”。'])
    const after = before.replace('会计帐簿', '会计账簿')
    expect(said(text(before), text(after))).toEqual(['将第一条中的“会计帐簿”修改为“会计账簿”。'])
  })

  test('a word that changed alike in several articles names them', () => {
    const before = `第一条　市交通主管部门制定规划。
第二条　市交通主管部门公布目录。
第三条　市交通主管部门受理投诉。
第四条　市交通主管部门可以委托市交通主管部门以外的单位。
第五条　本办法自公布之日起施行。`
    const after = before.replace('第一条　市交通', '第一条　市停车').replace('第二条　市交通', '第二条　市停车').replace('第三条　市交通', '第三条　市停车')
    expect(said(text(before), text(after))).toEqual(['将第一条、第二条、第三条中的“市交通主管部门”修改为“市停车主管部门”。'])
  })

  test('items: added, taken away, changed; the numbers behind them follow', () => {
    const before = '第一条　禁止下列行为：\n（一）堆放杂物；\n（二）擅自收费；\n（三）损毁设施。\n第二条　本办法自公布之日起施行。'
    const after = '第一条　禁止下列行为：\n（一）堆放杂物；\n（二）占用消防通道；\n（三）擅自收费；\n（四）损毁设施。\n第二条　本办法自公布之日起施行。'
    expect(said(text(before), text(after))).toEqual(['第一条增加一项，作为第二项：“（二）占用消防通道；”'])
    expect(said(text(after), text(before))).toEqual(['删去第一条第二项。'])
    expect(said(text(before), text(before.replace('擅自收费', '擅自收取费用')))).toEqual(['将第一条第二项中的“擅自收费”修改为“擅自收取费用”。'])
  })

  test('chapters: a new one with its articles, a new name, one that goes with its articles', () => {
    const before = `第一章　总则
第一条　为了规范停车，制定本条例。
第二章　停车场管理
第二条　停车场应当公开收费标准。
第三条　停车场应当建立巡查制度。
第三章　附则
第四条　本条例自公布之日起施行。`
    const after = `第一章　总则
第一条　为了规范停车，制定本条例。
第二章　规划和建设
第二条　市规划部门编制停车专项规划。
第三条　新建住宅应当配建充电设施。
第三章　停车服务
第四条　停车场应当公开收费标准。
第五条　停车场应当建立巡查制度。
第四章　附则
第六条　本条例自公布之日起施行。`
    expect(said(text(before), text(after))).toEqual([
      '一、增加一章，作为第二章：“第二章　规划和建设',
      '“第二条　市规划部门编制停车专项规划。',
      '“第三条　新建住宅应当配建充电设施。”',
      '二、将第二章章名修改为“停车服务”。',
    ])
    expect(said(text(after), text(before))).toEqual(['一、删去第二章。', '二、将第三章章名修改为“停车场管理”。'])
  })

  test('a new heading over old articles says which they are', () => {
    const before = `第一章　总则
第一条　为了规范停车，制定本条例。
第二条　停车场应当公开收费标准。
第三条　违反规定的，处五百元罚款。
第二章　附则
第四条　本条例自公布之日起施行。`
    const after = before.replace('第三条', '第二章　法律责任\n第三条').replace('第二章　附则', '第三章　附则')
    expect(said(text(before), text(after))).toEqual(['增加一章，作为第二章，章名为“法律责任”，内容为第三条。'])
    expect(said(text(after), text(before))).toEqual(['将第二章并入第一章。'])
  })

  test('a 款 that becomes an article of its own', () => {
    const before = `第一条　停车场应当公开收费标准，接受社会监督。
停车场应当建立巡查制度，发现设施损坏的应当在三日内修复。
中央驻地单位的停车场管理办法，由市人民政府会同有关单位另行制定。
第二条　违反规定的，给予警告。
第三条　本条例自公布之日起施行。`
    const after = `第一条　停车场应当公开收费标准，接受社会监督。
停车场应当建立巡查制度，发现设施损坏的应当在三日内修复。
第二条　违反规定的，给予警告。
第三条　中央驻地单位的停车场管理办法，由市人民政府会同有关单位另行制定。
第四条　本条例自公布之日起施行。`
    expect(said(text(before), text(after))).toEqual(['将第一条第三款单列一条，作为第三条。'])
    const reworded = after.replace('另行制定', '参照本条例制定')
    expect(said(text(before), text(reworded))).toEqual(['将第一条第三款单列一条，作为第三条，修改为：“中央驻地单位的停车场管理办法，由市人民政府会同有关单位参照本条例制定。”'])
  })

  test('a chapter whose number was wrong', () => {
    const before = '第一章　总则\n第一条　为了规范停车，制定本条例。\n第三章　附则\n第二条　本条例自公布之日起施行。'
    expect(said(text(before), text(before.replace('第三章', '第二章')))).toEqual(['将第三章改为第二章。'])
  })

  test('articles joined, divided and moved', () => {
    const before = `第一条　停车场应当公开收费标准，接受社会监督，并且在入口显著位置设置收费公示牌。
第二条　停车场应当建立巡查制度，保障设施正常使用，发现损坏的应当在三日内修复。
第三条　市发展改革部门制定收费标准，每三年评估一次，评估结果向社会公布。
第四条　本条例自公布之日起施行。`
    const joined = `第一条　停车场应当公开收费标准，接受社会监督，并且在入口显著位置设置收费公示牌。
停车场应当建立巡查制度，保障设施正常使用，发现损坏的应当在三日内修复。
第二条　市发展改革部门制定收费标准，每三年评估一次，评估结果向社会公布。
第三条　本条例自公布之日起施行。`
    expect(said(text(before), text(joined))[0]).toMatch(/^将第一条、第二条合并，作为第一条，修改为：“停车场应当公开/)
    expect(said(text(joined), text(before))[0]).toMatch(/^将第一条分为两条，分别作为第一条、第二条，修改为：“第一条　停车场应当公开/)
    const moved = `第一条　市发展改革部门制定收费标准，每三年评估一次，评估结果向社会公布。
第二条　停车场应当公开收费标准，接受社会监督，并且在入口显著位置设置收费公示牌。
第三条　停车场应当建立巡查制度，保障设施正常使用，发现损坏的应当在三日内修复。
第四条　本条例自公布之日起施行。`
    expect(said(text(before), text(moved))).toEqual(['将第三条改为第一条。'])
  })

  test('annexes come, go and are written anew', () => {
    const before = `${FIVE}\n附件一\n停车场目录\n甲停车场。`
    const after = `${FIVE}\n附件一\n停车场目录\n乙停车场。\n附件二\n收费标准\n每小时五元。`
    expect(said(text(before), text(after))).toEqual(['一、将附件一修改为：“附件一　停车场目录', '“乙停车场。”', '二、增加附件二：“附件二　收费标准', '“每小时五元。”'])
    expect(said(text(after), text(FIVE))).toEqual(['一、删去附件一。', '二、删去附件二。'])
  })
})

describe('the frame of a decision', () => {
  test('names who decides, when it takes effect and what is published again', () => {
    const { text: printed, instructions } = writeDecision(text(FIVE), text(FIVE.replace('五百元', '一千元')), {
      organ: '某市人民代表大会常务委员会',
      meeting: '某市第十六届人民代表大会常务委员会第二次会议',
      effectiveDate: '2026-03-01',
    })
    expect(printed.trim().split(/\n+/)).toEqual([
      `某市人民代表大会常务委员会关于修改《${TITLE}》的决定`,
      `某市第十六届人民代表大会常务委员会第二次会议决定对《${TITLE}》作如下修改：`,
      '将第四条中的“可以处五百元以下罚款”修改为“可以处一千元以下罚款”。',
      '本决定自2026年3月1日起施行。',
      `《${TITLE}》根据本决定作相应修改，重新公布。`,
    ])
    expect(instructions).toHaveLength(1)
  })

  test('says that numbers follow where they do, and puts a title in a title in 〈〉', () => {
    const title = '某市实施《中华人民共和国水法》办法'
    const printed = writeDecision(text(FIVE, title), text(FIVE.replace('第二条　市交通主管部门负责停车场的监督管理。\n', '').replace('第三条　停', '第二条　停').replace('第三条规定', '第二条规定').replace('第四条', '第三条').replace('第五条', '第四条'), title)).text
    expect(printed).toContain('关于修改《某市实施〈中华人民共和国水法〉办法》的决定')
    expect(printed).toContain('《某市实施〈中华人民共和国水法〉办法》根据本决定作相应修改并对条文顺序作相应调整，重新公布。')
  })
})

describe('what cannot be said is not written', () => {
  const outline = parseText('关于停车的意见\n一、加强管理。\n二、做好服务。')
  test.each<[string, LegalText, LegalText, string]>([
    ['nothing changed', text(FIVE), text(FIVE), 'nothing-changed'],
    ['an outline', outline, text(FIVE), 'outline'],
    ['no text at all', text(FIVE), parseText(''), 'no-article'],
  ])('%s', (_, oldText, newText, reason) => {
    const attempt = (): unknown => writeDecision(oldText, newText)
    expect(attempt).toThrow(DecisionNotWritten)
    expect(attempt).toThrow(expect.objectContaining({ reason, message: expect.stringMatching(/。$/) }))
  })

  test('an introduction that only one text has is left to a person', () => {
    const withIntroduction = parseText(`${TITLE}\n为正确管理停车场，根据有关法律，制定本规定。\n${FIVE}`)
    const { unsaid } = writeDecision(withIntroduction, text(FIVE.replace('五百元', '一千元')))
    expect(unsaid).toEqual(['旧文本有引言，新文本没有，修改决定没有写这一处，请核对。'])
  })

  test('‘…’ that stands alone cannot be told from “…” inside a quotation, and that is said', () => {
    const { unsaid, text: printed } = writeDecision(text(FIVE), text(FIVE.replace('正常使用。', '正常使用。\n本条例所称‘停车场’，不包括占道停车泊位。')))
    expect(printed).toContain('停车场')
    expect(unsaid).toEqual([expect.stringContaining('引号')])
  })
})
