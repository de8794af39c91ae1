import { describe, expect, test } from 'vitest'
import { articleText, parseText, printLegalText } from '../text/index.ts'
import { amendText, type AmendResult } from './index.ts'

const BASE = `停车条例
（某年某月某日通过）
第一章 总则
第一条 为了规范停车，保障秩序，制定本条例。
第二条 本条例所称停车场，是指下列场所：
（一）公共停车场；
（二）专用停车场；
（三）路内泊位。
第三条 市人民政府领导停车工作。
区人民政府负责本区停车工作，并向市人民政府报告。
街道办事处予以协助。
第二章 规划
第四条 规划由主管部门编制，报市人民政府批准。
第五条 依照本条例第四条编制的规划应当公布。
第三章 法律责任
第六条 违反本条例第五条规定的，处五百元罚款；情节严重的，处一千元罚款。
第七条 拒绝检查的，依照第三条第三款和本条例第六条处理；依照行政处罚法第六条另有规定的除外。
第四章 附则
第八条 本条例自公布之日起施行。
`

const base = parseText(BASE)
const decision = (orders: string, closing = ''): string =>
  `关于修改《停车条例》的决定\n决定对《停车条例》作如下修改：\n${orders}\n本决定自公布之日起施行。\n《停车条例》根据本决定作相应修改${closing}，重新公布。\n`
const RENUMBER = '并对条文顺序作相应调整'

const articles = (result: AmendResult): Record<string, string> =>
  Object.fromEntries(result.text.articles.map((article) => [article.number, articleText(article, { label: false })]))
const before = articles({ text: base, instructions: [], problems: [] })
const failures = (result: AmendResult): string[] => result.instructions.flatMap(({ reason }) => (reason === undefined ? [] : [reason.code]))

/** Articles that differ from the base; null: gone. */
function changed(result: AmendResult): Record<string, string | null> {
  const after = articles(result)
  const labels = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return Object.fromEntries(labels.filter((label) => before[label] !== after[label]).map((label) => [label, after[label] ?? null]))
}

const third = ['市人民政府领导停车工作。', '区人民政府负责本区停车工作，并向市人民政府报告。', '街道办事处予以协助。']
const second = ['本条例所称停车场，是指下列场所：', '（一）公共停车场；', '（二）专用停车场；', '（三）路内泊位。']
const sixth = '违反本条例第五条规定的，处五百元罚款；情节严重的，处一千元罚款。'

type Row = [formula: string, orders: string, expected: Record<string, string | null>]

describe('instructions that change no number', () => {
  test.each<Row>([
    ['whole article', '一、将第一条修改为：“新文。”', { 第一条: '新文。' }],
    ['whole article without 将', '一、第一条修改为：“新文。”', { 第一条: '新文。' }],
    ['quotation on a line of its own', '1.将第一条修改为：\n“新文。”', { 第一条: '新文。' }],
    ['the article repeats its label', '一、将第一条修改为：“第一条　新文。”', { 第一条: '新文。' }],
    ['full stop outside of the quotation', '一、将第一条修改为：“新文”。', { 第一条: '新文。' }],
    ['opening mark repeated on each line', '一、将第一条修改为：“新文：\n“（一）甲；\n“（二）乙。\n“另一款。”', { 第一条: '新文：\n（一）甲；\n（二）乙。\n另一款。' }],
    ['opening mark once', '一、将第一条修改为：“新文：\n（一）甲；\n（二）乙。\n另一款。”', { 第一条: '新文：\n（一）甲；\n（二）乙。\n另一款。' }],
    ['marks inside the quotation', '一、将第一条修改为：“所称‘泊位’，是指车位。”', { 第一条: '所称“泊位”，是指车位。' }],
    ['same marks inside the quotation', '一、将第一条修改为：“所称“泊位”，是指车位。”', { 第一条: '所称“泊位”，是指车位。' }],
    ['straight marks', '一、将第一条中的"规范"修改为"管理"。', { 第一条: '为了管理停车，保障秩序，制定本条例。' }],
    ['a paragraph', '一、将第三条第二款修改为：“新款。”', { 第三条: [third[0], '新款。', third[2]].join('\n') }],
    ['two paragraphs by one quotation', '一、将第三条第一款、第二款修改为：“新款。”', { 第三条: ['新款。', third[2]].join('\n') }],
    ['an item, its number quoted', '一、将第二条第一项修改为：“（一）社会停车场；”', { 第二条: second.with(1, '（一）社会停车场；').join('\n') }],
    ['an item without mark or number', '一、将第二条第（三）项修改为：“道路泊位”', { 第二条: second.with(3, '（三）道路泊位。').join('\n') }],
    ['two items by one quotation', '一、第二条第一款第一项、第二项分别修改为：“（一）甲；\n“（二）乙”。', { 第二条: second.with(1, '（一）甲；').with(2, '（二）乙；').join('\n') }],
    ['an item of a named paragraph', '一、第二条增加一项，作为第一款第四项：“（四）其他”。', { 第二条: [...second.slice(0, 3), '（三）路内泊位；', '（四）其他。'].join('\n') }],
    ['the lead-in of items', '一、将第二条第一款修改为：“停车场包括：”', { 第二条: second.with(0, '停车场包括：').join('\n') }],
    ['the first natural paragraph', '一、第二条第一款第一自然段修改为：“停车场包括：”', { 第二条: second.with(0, '停车场包括：').join('\n') }],
    ['a sentence', '一、第三条第二款第一句修改为：“新句。”', { 第三条: [third[0], '新句。', third[2]].join('\n') }],
    ['words in an article', '一、将第四条中的“编制”修改为“组织编制”。', { 第四条: '规划由主管部门组织编制，报市人民政府批准。' }],
    ['words in several places', '一、将第三条第二款、第四条中的“市人民政府”修改为“市政府”。', { 第三条: third.with(1, '区人民政府负责本区停车工作，并向市政府报告。').join('\n'), 第四条: '规划由主管部门编制，报市政府批准。' }],
    ['several words in one place', '一、将第四条中的“编制”修改为“起草”，“批准”修改为“审批”。', { 第四条: '规划由主管部门起草，报市人民政府审批。' }],
    ['old words listed, one new word', '一、将第六条中的“五百元”、“一千元”修改为“两千元”。', { 第六条: '违反本条例第五条规定的，处两千元罚款；情节严重的，处两千元罚款。' }],
    ['other words in the same several places', '一、将第一条、第五条中的“条例”修改为“规定”，“本”修改为“此”。', { 第一条: '为了规范停车，保障秩序，制定此规定。', 第五条: '依照此规定第四条编制的规划应当公布。' }],
    ['words in this article', '一、将第四条中的“编制”修改为“起草”，将本条中的“批准”修改为“审批”。', { 第四条: '规划由主管部门起草，报市人民政府审批。' }],
    ['words respectively', '一、将第六条中的“五百元”、“一千元”分别修改为“一元”、“二元”。', { 第六条: '违反本条例第五条规定的，处一元罚款；情节严重的，处二元罚款。' }],
    ['words everywhere', '一、将相关条文中的“街道办事处”修改为“街道”。', { 第三条: third.with(2, '街道予以协助。').join('\n') }],
    ['words everywhere by 统一', '一、将本条例中的“街道办事处”统一修改为“街道”。', { 第三条: third.with(2, '街道予以协助。').join('\n') }],
    ['old and new whole text', '一、第四条：“规划由主管部门编制，报市人民政府批准。”修改为：“新文。”', { 第四条: '新文。' }],
    ['old and new text of several paragraphs', `一、第三条：“${third[0]}”“${third[1]}”修改为：“甲。”“乙。”“丙。”`, { 第三条: ['甲。', '乙。', '丙。', third[2]].join('\n') }],
    ['words behind words, comma left out', '一、在第一条中的“保障秩序”后增加“方便群众”。', { 第一条: '为了规范停车，保障秩序，方便群众，制定本条例。' }],
    ['words behind words that join themselves', '一、在第四条“主管部门”后增加“和公安机关”。', { 第四条: '规划由主管部门和公安机关编制，报市人民政府批准。' }],
    ['nouns behind a noun', '一、在第四条“主管部门”后增加“公安机关和交通部门”。', { 第四条: '规划由主管部门、公安机关和交通部门编制，报市人民政府批准。' }],
    ['words in front of words', '一、在第一条“保障秩序”前增加“方便群众”。', { 第一条: '为了规范停车，方便群众，保障秩序，制定本条例。' }],
    ['words behind words that stand there twice', '一、在第六条“罚款”后增加“或者警告”。', { 第六条: '违反本条例第五条规定的，处五百元罚款或者警告；情节严重的，处一千元罚款或者警告。' }],
    ['adverb behind a word', '一、在第五条“应当”后增加“及时”。', { 第五条: '依照本条例第四条编制的规划应当及时公布。' }],
    ['a sentence at the end', '一、在第三条第一款最后增加“每年报告。”', { 第三条: third.with(0, '市人民政府领导停车工作。每年报告。').join('\n') }],
    ['a clause at the end', '一、在第四条末尾增加“但另有规定的除外”。', { 第四条: '规划由主管部门编制，报市人民政府批准，但另有规定的除外。' }],
    ['words at the start', '一、第四条开始部分增加规定：“每年一次，”', { 第四条: '每年一次，规划由主管部门编制，报市人民政府批准。' }],
    ['words taken away', '一、删去第三条第二款中的“，并向市人民政府报告”。', { 第三条: third.with(1, '区人民政府负责本区停车工作。').join('\n') }],
    ['words taken away with the mark between', '一、删去第六条中的“情节严重的，处一千元罚款”。', { 第六条: '违反本条例第五条规定的，处五百元罚款。' }],
    ['words taken away by 将', '一、将第五条中的“本条例”删去。', { 第五条: '依照第四条编制的规划应当公布。' }],
    ['a paragraph with its number', '一、第四条增加一款，作为第二款：“规划应当公开。”', { 第四条: '规划由主管部门编制，报市人民政府批准。\n规划应当公开。' }],
    ['a paragraph in front', '一、在第三条中增加一款作为第一款：“停车工作统一领导。”', { 第三条: ['停车工作统一领导。', ...third].join('\n') }],
    ['two paragraphs', '一、第四条增加二款，作为第二款、第三款：“甲。\n“乙。”', { 第四条: '规划由主管部门编制，报市人民政府批准。\n甲。\n乙。' }],
    ['a paragraph without number', '一、第四条增加规定：“规划应当公开。”', { 第四条: '规划由主管部门编制，报市人民政府批准。\n规划应当公开。' }],
    ['a paragraph behind a paragraph', '一、在第三条第一款后增加一款：“甲。”', { 第三条: third.toSpliced(1, 0, '甲。').join('\n') }],
    ['old paragraph takes a new number and new words', '一、第三条增加一款作为第二款：“甲。”原第二款作为第三款，修改为：“乙。”', { 第三条: [third[0], '甲。', '乙。', third[2]].join('\n') }],
    ['an item, numbers of the others follow', '一、第二条增加一项，作为第二项：“（二）临时停车场；”，第二项、第三项相应改为第三项、第四项。', { 第二条: [second[0], second[1], '（二）临时停车场；', '（三）专用停车场；', '（四）路内泊位。'].join('\n') }],
    ['a last item without mark', '一、第二条“本条例所称停车场”中增加一项，作为第四项“（四）其他场所”。', { 第二条: [...second.slice(0, 3), '（三）路内泊位；', '（四）其他场所。'].join('\n') }],
    ['an item taken away', '一、删去第二条第三项。', { 第二条: [second[0], second[1], '（二）专用停车场。'].join('\n') }],
    ['an item in the middle taken away', '一、删除第二条第（二）项。', { 第二条: [second[0], second[1], '（二）路内泊位。'].join('\n') }],
    ['paragraph taken away', '一、删去第三条第二款、第三款。', { 第三条: third[0] ?? '' }],
    ['paragraph added, article written anew', '一、在第四条中增加一款作为第二款，将该条修改为：“甲。\n“乙。”', { 第四条: '甲。\n乙。' }],
    ['words, then the whole paragraph', '一、第三条第一款中“领导”修改为“统筹”。这一款相应修改为：“市人民政府统筹停车工作。”', { 第三条: third.with(0, '市人民政府统筹停车工作。').join('\n') }],
    ['what follows a place', '一、对第三条作如下修改：\n（一）将第一款中的“领导”修改为“统筹”。\n（二）删去第三款。', { 第三条: ['市人民政府统筹停车工作。', third[1]].join('\n') }],
    ['next line goes on in the same article', '一、将第三条第一款修改为：“甲。”\n将第二款中的“本区”修改为“辖区”。', { 第三条: ['甲。', '区人民政府负责辖区停车工作，并向市人民政府报告。', third[2]].join('\n') }],
    ['words at two places, each its own', '一、将第四条中的“编制”、第五条中的“公布”修改为“公开”。', { 第四条: '规划由主管部门公开，报市人民政府批准。', 第五条: '依照本条例第四条编制的规划应当公开。' }],
    ['words everywhere in the 条例', '一、将条例中的“街道办事处”统一修改为“街道”。', { 第三条: third.with(2, '街道予以协助。').join('\n') }],
    ['paragraphs joined', '一、将第三条第二款、第三款合并为一款，作为第二款，修改为：“甲。”', { 第三条: [third[0], '甲。'].join('\n') }],
    ['paragraph made two', '一、将第三条第一款修改为两款，作为第一款、第二款：“甲。\n“乙。”', { 第三条: ['甲。', '乙。', ...third.slice(1)].join('\n') }],
    ['paragraph moved to another article', '一、将第三条第三款移至第四条，作为第二款。', { 第三条: third.slice(0, 2).join('\n'), 第四条: '规划由主管部门编制，报市人民政府批准。\n街道办事处予以协助。', 第七条: '拒绝检查的，依照第四条第二款和本条例第六条处理；依照行政处罚法第六条另有规定的除外。' }],
    ['items joined', '一、将第二条第二项、第三项合并为一项，作为第二项：“（二）其他场所。”', { 第二条: [second[0], second[1], '（二）其他场所。'].join('\n') }],
    ['new words, then the number', '一、将第二条第二项修改为：“（二）甲；”，作为第三项；第三项改为第二项。', { 第二条: [second[0], second[1], '（二）路内泊位；', '（三）甲。'].join('\n') }],
    ['inserted article with 之一', '一、在第五条后增加一条，作为第五条之一：“甲。”', { 第五条之一: '甲。' }],
    ['condition keeps its 的', '一、将第六条修改为：“阻碍检查，构成犯罪的，追究责任；尚不构成犯罪的，处罚。”\n二、将第六条中的“构成犯罪的，追究责任；尚不构成犯罪的，处罚”修改为“依法给予处罚；构成犯罪的，追究责任”。', { 第六条: '阻碍检查的，依法给予处罚；构成犯罪的，追究责任。' }],
  ])('%s', (_, orders, expected) => {
    const result = amendText(base, decision(orders))
    expect(failures(result)).toEqual([])
    expect(changed(result)).toEqual(expected)
  })
})

describe('instructions that move numbers', () => {
  const shifted = { 第五条: '规划由主管部门编制，报市人民政府批准。', 第六条: '依照本条例第五条编制的规划应当公布。' }
  const tail = {
    第七条: '违反本条例第六条规定的，处五百元罚款；情节严重的，处一千元罚款。',
    第八条: '拒绝检查的，依照第三条第三款和本条例第七条处理；依照行政处罚法第六条另有规定的除外。',
    第九条: '本条例自公布之日起施行。',
  }
  test.each<Row>([
    ['one article', '一、增加一条，作为第四条：“甲。”', { 第四条: '甲。', ...shifted, ...tail }],
    ['one article behind another', '一、在第三条后增加一条：“甲。”', { 第四条: '甲。', ...shifted, ...tail }],
    ['one article, the next one renumbered and changed', '一、增加一条作为第四条：“甲。”\n二、将第四条改为第五条，其中的“编制”修改为“起草”。', { 第四条: '甲。', ...shifted, 第五条: '规划由主管部门起草，报市人民政府批准。', ...tail }],
    ['renumber and write anew', '一、增加一条，作为第四条：“甲。”\n二、将第四条改为第五条，修改为：“乙。”', { 第四条: '甲。', ...shifted, 第五条: '乙。', ...tail }],
    ['renumber by 修改为', '一、增加一条，作为第四条：“甲。”\n二、将第四条修改为第五条：“乙。”', { 第四条: '甲。', ...shifted, 第五条: '乙。', ...tail }],
    ['new words carry new numbers and stay', '一、增加一条，作为第四条：“依照第六条办理。”', { 第四条: '依照第六条办理。', ...shifted, ...tail }],
    [
      'two articles',
      '一、增加二条，作为第四条、第五条：“第四条　甲。\n“第五条　乙。”',
      {
        第四条: '甲。', 第五条: '乙。', 第六条: '规划由主管部门编制，报市人民政府批准。', 第七条: '依照本条例第六条编制的规划应当公布。',
        第八条: '违反本条例第七条规定的，处五百元罚款；情节严重的，处一千元罚款。',
        第九条: '拒绝检查的，依照第三条第三款和本条例第八条处理；依照行政处罚法第六条另有规定的除外。', 第十条: '本条例自公布之日起施行。',
      },
    ],
    [
      'an article taken away',
      '一、删去第四条。',
      { 第四条: '依照本条例第四条编制的规划应当公布。', 第五条: '违反本条例第四条规定的，处五百元罚款；情节严重的，处一千元罚款。', 第六条: '拒绝检查的，依照第三条第三款和本条例第五条处理；依照行政处罚法第六条另有规定的除外。', 第七条: '本条例自公布之日起施行。', 第八条: null },
    ],
    [
      'merge as',
      '一、将第四条、第五条合并，作为第四条，修改为：“合并后的规定。”',
      { 第四条: '合并后的规定。', 第五条: '违反本条例第四条规定的，处五百元罚款；情节严重的，处一千元罚款。', 第六条: '拒绝检查的，依照第三条第三款和本条例第五条处理；依照行政处罚法第六条另有规定的除外。', 第七条: '本条例自公布之日起施行。', 第八条: null },
    ],
    [
      'merge with 和',
      '一、将第四条和第五条合并修改为：“合并后的规定。”',
      { 第四条: '合并后的规定。', 第五条: '违反本条例第四条规定的，处五百元罚款；情节严重的，处一千元罚款。', 第六条: '拒绝检查的，依照第三条第三款和本条例第五条处理；依照行政处罚法第六条另有规定的除外。', 第七条: '本条例自公布之日起施行。', 第八条: null },
    ],
    [
      'a paragraph and an article become an article of a named 章',
      '一、将第三条第三款、第四条合并，作为第二章第五条，修改为：“合并后的规定。”',
      { 第三条: third.slice(0, 2).join('\n'), 第四条: '依照本条例第五条编制的规划应当公布。', 第五条: '合并后的规定。', 第六条: '违反本条例第四条规定的，处五百元罚款；情节严重的，处一千元罚款。' },
    ],
    ['a paragraph becomes an article', '一、将第三条第三款单列一条，作为第四条，修改为：“街道予以协助。”', { 第三条: third.slice(0, 2).join('\n'), 第四条: '街道予以协助。', ...shifted, ...tail, 第八条: '拒绝检查的，依照第四条和本条例第七条处理；依照行政处罚法第六条另有规定的除外。' }],
    ['a paragraph becomes an article by 改为', '一、将第三条第三款改为第四条。', { 第三条: third.slice(0, 2).join('\n'), 第四条: third[2] ?? '', ...shifted, ...tail, 第八条: '拒绝检查的，依照第四条和本条例第七条处理；依照行政处罚法第六条另有规定的除外。' }],
    [
      'several paragraphs become one article, written anew in part',
      '一、将第三条第二款、第三款改为第四条，第三款修改为：“街道予以协助。”',
      { 第三条: third[0] ?? '', 第四条: [third[1], '街道予以协助。'].join('\n'), ...shifted, ...tail, 第八条: '拒绝检查的，依照第四条第二款和本条例第七条处理；依照行政处罚法第六条另有规定的除外。' },
    ],
    [
      'two articles become one, written anew',
      '一、将第四条、第五条改为第四条，修改为：“合并后的规定。”',
      { 第四条: '合并后的规定。', 第五条: '违反本条例第四条规定的，处五百元罚款；情节严重的，处一千元罚款。', 第六条: '拒绝检查的，依照第三条第三款和本条例第五条处理；依照行政处罚法第六条另有规定的除外。', 第七条: '本条例自公布之日起施行。', 第八条: null },
    ],
    [
      'several paragraphs become one article, the whole written anew',
      '一、将第三条第二款、第三款改为第四条，修改为：“甲。\n“乙。”',
      { 第三条: third[0] ?? '', 第四条: '甲。\n乙。', ...shifted, ...tail, 第八条: '拒绝检查的，依照第四条第二款和本条例第七条处理；依照行政处罚法第六条另有规定的除外。' },
    ],
    [
      'an article parted paragraph by paragraph',
      '一、将第三条改为两条，第一款作为第三条；第二款作为第四条第一款，修改为：“甲。”；第三款作为第四条第二款。',
      { 第三条: third[0] ?? '', 第四条: `甲。\n${third[2]}`, ...shifted, ...tail, 第八条: '拒绝检查的，依照第四条第二款和本条例第七条处理；依照行政处罚法第六条另有规定的除外。' },
    ],
    [
      'an article parted by a short list',
      '一、将第三条改为两条，第一款作为第三条；第二、三款分别作为第四条第一、二款。',
      { 第三条: third[0] ?? '', 第四条: third.slice(1).join('\n'), ...shifted, ...tail, 第八条: '拒绝检查的，依照第四条第二款和本条例第七条处理；依照行政处罚法第六条另有规定的除外。' },
    ],
    [
      'an article made of a paragraph, then another paragraph by its new number',
      '一、增加一条，作为第四条，将第三条第三款修改后作为本条第一款：“甲。”\n增加一款，作为第四条第二款：“乙。”',
      { 第三条: third.slice(0, 2).join('\n'), 第四条: '甲。\n乙。', ...shifted, ...tail, 第八条: '拒绝检查的，依照第四条第一款和本条例第七条处理；依照行政处罚法第六条另有规定的除外。' },
    ],
    ['one article becomes two by 改为', '一、将第四条改为第四条、第五条，修改为：“第四条　甲。\n“第五条　乙。”', { 第四条: '甲。', ...shifted, 第五条: '乙。', 第六条: '依照本条例第四条编制的规划应当公布。', ...tail }],
    ['labels run into their words', '一、增加二条，作为第九条、第十条：“第九条甲方停车。\n“另一款。\n“第十条乙方停车。”', { 第九条: '甲方停车。\n另一款。', 第十条: '乙方停车。' }],
    ['one article becomes two', '一、将第四条改为两条，作为第四条、第五条，修改为：“第四条　甲。\n“第五条　乙。”', { 第四条: '甲。', ...shifted, 第五条: '乙。', 第六条: '依照本条例第四条编制的规划应当公布。', ...tail }],
    [
      'an article written anew, and then a paragraph that the new words left out',
      '一、将第三条修改为：“甲。\n“乙。”\n二、将第三条第三款单作一条，作为第四条，修改为：“丙。”',
      { 第三条: '甲。\n乙。', 第四条: '丙。', ...shifted, ...tail, 第八条: '拒绝检查的，依照第四条和本条例第七条处理；依照行政处罚法第六条另有规定的除外。' },
    ],
    ['split', '一、将第四条分为两条，作为第四条、第五条，修改为：“第四条　甲。\n“第五条　乙。”', { 第四条: '甲。', ...shifted, 第五条: '乙。', 第六条: '依照本条例第四条编制的规划应当公布。', ...tail }],
    ['a paragraph in front: references to 款 follow', '一、第三条增加一款，作为第一款：“甲。”', { 第三条: ['甲。', ...third].join('\n'), 第七条: '拒绝检查的，依照第三条第四款和本条例第六条处理；依照行政处罚法第六条另有规定的除外。' }],
    ['an article moves forward', '一、将第六条改为第四条。', { 第四条: '违反本条例第六条规定的，处五百元罚款；情节严重的，处一千元罚款。', 第五条: '规划由主管部门编制，报市人民政府批准。', 第六条: '依照本条例第五条编制的规划应当公布。', 第七条: '拒绝检查的，依照第三条第三款和本条例第四条处理；依照行政处罚法第六条另有规定的除外。' }],
  ])('%s', (_, orders, expected) => {
    const result = amendText(base, decision(orders, RENUMBER))
    expect(failures(result)).toEqual([])
    expect(changed(result)).toEqual(expected)
  })

  test('an article taken away leaves its number where the decision does not say that the order follows', () => {
    expect(changed(amendText(base, decision('一、删去第四条。')))).toEqual({ 第四条: null })
  })

  test('the order follows by an instruction as well', () => {
    for (const clause of ['二、条文顺序作相应调整。', '二、此外，对条文顺序作相应调整。', '二、其他条文序号依次顺延。', '二、以下各条序号依次类推。']) {
      const result = amendText(base, decision(`一、删去第四条。\n${clause}`))
      expect(failures(result)).toEqual([])
      expect(result.text.articles).toHaveLength(7)
      expect(result.text.articles.at(-1)?.number).toBe('第七条')
    }
  })

  test('an article that is quoted as removed from the row is told where it is still cited', () => {
    const { problems } = amendText(base, decision('一、删去第五条。', RENUMBER))
    expect(problems.map(({ code }) => code)).toContain('reference-to-deleted')
  })
})

describe('titles, divisions, preamble and annexes', () => {
  const printed = (orders: string, closing = RENUMBER): string[] => printLegalText(amendText(base, decision(orders, closing)).text).trimEnd().split('\n')

  test.each<[name: string, orders: string, lines: string[]]>([
    ['title', '一、将名称修改为：“车辆停放条例”。', ['车辆停放条例']],
    ['title in 《》', '一、名称修改为《车辆停放条例》。', ['车辆停放条例']],
    ['heading of a 章', '一、将第二章章名修改为“规划与建设”。', ['第二章　规划与建设']],
    ['heading of a 章 from and to', '一、第二章章名“规划”修改为“规划与建设”。', ['第二章　规划与建设']],
    ['heading by its old words', '一、将“第二章　规划”修改为：“第二章　规划与建设”。', ['第二章　规划与建设']],
    ['章 with its articles', '一、增加一章，作为第三章：“第三章　使用\n“第六条　甲。\n“第七条　乙。”', ['第三章　使用', '第六条　甲。', '第七条　乙。', '第四章　法律责任', '第五章　附则', '第十条　本条例自公布之日起施行。']],
    ['章 alone, then its articles', '一、增加一章，作为第三章“使用”；增加一条，作为第六条：“甲。”', ['第三章　使用', '第六条　甲。', '第四章　法律责任', '第七条　违反本条例第五条规定的，处五百元罚款；情节严重的，处一千元罚款。']],
    ['章 taken into another', '一、将第二章并入第一章。', ['第二章　法律责任', '第三章　附则']],
    ['章 parted into 节', '一、第二章“规划”分为二节：第一节“编制”，包括第四条；第二节“公布”，包括第五条。', ['第二章　规划', '第一节　编制', '第四条　规划由主管部门编制，报市人民政府批准。', '第二节　公布', '第五条　依照本条例第四条编制的规划应当公布。', '第三章　法律责任']],
    ['章 by its name, with the articles it holds', '一、增加一章“使用”，作为第三章，分为二条，包括第五条、第六条。\n二、增加二条，作为第六条、第七条：“甲。\n“乙。”', ['第二章　规划', '第三章　使用', '第五条　依照本条例第四条编制的规划应当公布。', '第六条　甲。', '第四章　法律责任', '第七条　乙。']],
    ['章 with an article that stood elsewhere', '一、在第二章后增加一章，作为第三章“使用”；对第三条进行修改，作为第五条；增加一条，作为第六条。内容如下：\n“第三章　使用\n“第五条　甲。\n“第六条　乙。”', ['第三条　规划由主管部门编制，报市人民政府批准。', '第三章　使用', '第五条　甲。', '第六条　乙。', '第四章　法律责任']],
    ['article in a named 章', '一、在第二章中增加一条，作为第四条：“甲。”', ['第二章　规划', '第四条　甲。', '第五条　规划由主管部门编制，报市人民政府批准。']],
    ['章 with all its articles taken away', '一、删去第二章。', ['第二章　法律责任', '第三章　附则', '第六条　本条例自公布之日起施行。']],
  ])('%s', (_, orders, lines) => {
    const after = printed(orders)
    expect(after).toEqual(expect.arrayContaining(lines))
    const places = lines.map((line) => after.indexOf(line))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('a new article between two 章 goes behind a heading that was changed before it, else to the end of the 章 before; the report says so', () => {
    const added = '增加一条，作为第四条：“甲。”'
    const behind = amendText(base, decision(`一、将第二章章名修改为“规划与建设”。\n二、${added}`, RENUMBER))
    const before = amendText(base, decision(`一、${added}\n二、将第二章章名修改为“规划与建设”。`, RENUMBER))
    expect([behind, before].map(({ text }) => text.divisions[1]?.from)).toEqual(['第四条', '第五条'])
    expect(behind.instructions.find(({ does }) => does === 'insert-provisions')?.note).toBe('决定没有说编入哪一部分，第四条编在第二章')
    expect(behind.problems).toEqual([])
    expect(before.problems).toEqual([{ line: 3, code: 'division-doubtful', message: '第四条在第一章与第二章之间，决定没有说属于哪一部分，现编在前一部分的末尾。' }])
  })

  test('a heading without number and the number that it left free stay where they are', () => {
    const gap = parseText('停车条例\n第一章 总则\n第一条 甲。\n规划\n第二条 乙。\n第三章 使用\n第三条 丙。\n附则\n第四条 丁。\n')
    const { text } = amendText(gap, '关于修改《停车条例》的决定\n一、增加一章，作为第四章：“第四章　法律责任\n“第四条　戊。”')
    expect(text.divisions.map(({ number, heading, from }) => `${number}${heading} ${from}`)).toEqual(['第一章总则 第一条', '规划 第二条', '第三章使用 第三条', '第四章法律责任 第四条', '附则 第五条'])
  })

  test('the note under the title gets no guess', () => {
    expect(printed('一、删去第四条。')[1]).toBe('（某年某月某日通过）')
  })

  test('a letter without 条 is amended by its paragraphs, the line to whom it goes not counted', () => {
    const letter = parseText('关于停车收费问题的批复\n某某部门：\n你部门的请示收悉。经研究，答复如下：\n停车可以收费。\n此复。\n')
    const { text } = amendText(letter, '一、修改《关于停车收费问题的批复》\n将第二段修改为：\n“停车应当收费。”')
    expect(printLegalText(text).split('\n')).toEqual(['关于停车收费问题的批复', '某某部门：', '你部门的请示收悉。经研究，答复如下：', '停车应当收费。', '此复。', ''])
  })

  test('an introduction and an annex are replaced', () => {
    const withAnnex = parseText('停车解释\n为正确审理案件，制定本解释。\n第一条 甲。\n第二条 乙。\n附件：收费标准\n每小时五元。\n')
    const { text, instructions } = amendText(withAnnex, '关于修改《停车解释》的决定\n1.将引言修改为：\n“为正确审理停车案件，制定本解释。”\n2.将附件修改为：“附件：收费标准\n“每小时六元。”')
    expect(instructions.map(({ status }) => status)).toEqual(['applied', 'applied'])
    expect(text.preamble).toEqual(['为正确审理停车案件，制定本解释。'])
    expect(text.annexes[0]?.blocks).toEqual([{ kind: 'line', text: '每小时六元。' }])
  })
})

describe('which part of a decision speaks of the text', () => {
  const amended = (title: string, lines: string): AmendResult => amendText(parseText(BASE.replace('停车条例', title)), lines)

  test.each<[name: string, title: string, lines: string]>([
    ['headed sections', '停车条例', '关于修改部分地方性法规的决定\n一、对《养犬条例》作出修改\n将第一条修改为：“犬。”\n二、对《停车条例》作出修改\n（一）将第一条修改为：“车。”\n（二）删去第三条第二款。\n三、对《供水条例》作出修改\n将第一条修改为：“水。”'],
    ['sections that name the title alone', '停车条例', '关于修改部分地方性法规的决定\n一、《养犬条例》\n1.将第一条修改为：“犬。”\n二、《停车条例》\n1.将第一条修改为：“车。”\n2.删去第三条第二款。'],
    ['sections headed by bare titles', '停车条例', '关于修改《停车条例》等三件地方性法规的决定\n一、养犬条例\n（一）将第一条修改为：“犬。”\n二、停车条例\n（一）将第一条修改为：“车。”\n（二）删去第三条第二款。\n三、供水条例\n删去第二条。'],
    ['titles in the instructions', '停车条例', '关于修改部分地方性法规的决定\n一、将《养犬条例》第一条修改为：“犬。”\n二、将《停车条例》第一条修改为：“车。”\n删去第三条第二款。\n三、将《供水条例》第一条修改为：“水。”'],
    ['titles within titles', '本市实施《中华人民共和国停车法》办法', '关于修改部分地方性法规的决定\n一、将《养犬条例》第一条修改为：“犬。”\n二、将《本市实施〈停车法〉办法》第一条修改为：“车。”\n删去第三条第二款。'],
    ['titles within titles in the same marks', '本市实施《停车法》办法', '关于修改部分地方性法规的决定\n一、将《养犬条例》第一条修改为：“犬。”\n二、将《本市实施《停车法》办法》第一条修改为：“车。”\n删去第三条第二款。'],
    ['中华人民共和国 left out', '中华人民共和国停车条例', '一、对《停车条例》作出修改\n1.将第一条修改为：“车。”\n2.删去第三条第二款。\n二、对《养犬条例》作出修改\n1.将第一条修改为：“犬。”'],
    ['renamed', '停车条例', '一、修改《停车条例》\n1.将名称修改为：“停放条例”。\n2.将第一条修改为：“车。”\n3.删去第三条第二款。\n二、修改《养犬条例》\n1.将第一条修改为：“犬。”'],
    ['amendment that numbers its instructions as articles', '中华人民共和国停车法', '中华人民共和国停车法修正案\n第一条 停车法第一条修改为：“车。”\n第二条 删去停车法第三条第二款。'],
  ])('%s', (_, title, lines) => {
    const result = amended(title, lines)
    expect(failures(result)).toEqual([])
    expect(articles(result)['第一条']).toBe('车。')
    expect(articles(result)['第三条']?.split('\n')).toHaveLength(2)
  })

  test('texts of one name that are numbered are kept apart, a note at the end of a title is not minded', () => {
    const lines = '一、修改《停车解释》\n1.将第一条修改为：“甲。”\n二、修改《停车解释（二）》\n1.将第一条修改为：“乙。”'
    expect(['停车解释', '停车解释（二）', '停车解释（试行）'].map((title) => articles(amended(title, lines))['第一条'])).toEqual(['甲。', '乙。', '甲。'])
  })

  test('a decision on several laws that does not part them is refused', () => {
    const result = amended('停车条例', '关于修改《停车条例》等三件地方性法规的决定\n一、将第一条修改为：“犬。”')
    expect(result.problems.map(({ message }) => message)).toEqual(['决定修改几部法规，没有分清哪些修改属于《停车条例》。'])
    expect(changed(result)).toEqual({})
  })

  test('a decision on other laws only is refused', () => {
    const result = amended('停车条例', '关于修改《养犬条例》的决定\n一、将第一条修改为：“犬。”')
    expect(result.problems.map(({ code }) => code)).toEqual(['other-law'])
    expect(changed(result)).toEqual({})
  })
})

describe('what cannot be carried out changes nothing and says why', () => {
  test.each<[name: string, orders: string, code: string]>([
    ['no such article', '一、将第九十条修改为：“甲。”', 'place-not-found'],
    ['no such paragraph', '一、将第四条第二款修改为：“甲。”', 'place-not-found'],
    ['no such item', '一、删去第二条第九项。', 'place-not-found'],
    ['no such 章', '一、将第九章章名修改为“甲”。', 'place-not-found'],
    ['no item in the article', '一、将第四条第一项修改为：“甲。”', 'place-not-found'],
    ['taken away before', '一、删去第四条。\n二、将第四条修改为：“甲。”', 'place-not-found'],
    ['words are not there', '一、将第四条中的“街道”修改为“社区”。', 'words-not-found'],
    ['words to take away are not there', '一、删去第四条中的“街道”。', 'words-not-found'],
    ['words everywhere are nowhere', '一、将相关条文中的“帐”修改为“账”。', 'words-not-found'],
    ['number given twice', '一、增加一条，作为第四条：“甲。”\n二、增加一条，作为第四条：“乙。”', 'number-clash'],
    ['number beyond the end', '一、第四条增加一款，作为第九款：“甲。”', 'number-clash'],
    ['之一 that exists has no host', '一、增加一条，作为第九十条之一：“甲。”', 'place-not-found'],
    ['quotation of another size', '一、第四条增加二款，作为第二款、第三款：“甲。”', 'quotation-does-not-fit'],
    ['articles that cannot be told apart', '一、增加二条，作为第四条、第五条：“甲。\n乙。\n丙。”', 'quotation-does-not-fit'],
    ['quotation that never closes', '一、将第四条修改为：“甲。\n二、将第五条修改为：“乙。”', 'quotation-not-closed'],
    ['formula not understood', '一、将第四条的精神修改得更明确。', 'not-understood'],
    ['article without its 第', '一、将四条修改为：“甲。”', 'not-understood'],
    ['nothing to refer to', '一、其中的修改为：“甲。”', 'not-understood'],
  ])('%s', (_, orders, code) => {
    const result = amendText(base, decision(orders))
    expect(failures(result)).toContain(code)
    for (const { status, reason, changed: addresses } of result.instructions) {
      if (status === 'failed') expect([reason?.message.endsWith('。'), addresses]).toEqual([true, []])
    }
    const failed = result.instructions.filter(({ status }) => status === 'failed').length
    if (failed === result.instructions.length) expect(printLegalText(result.text)).toBe(printLegalText(base))
  })

  test('the number of an article that could not be added is left free', () => {
    const { text, problems } = amendText(base, decision('一、增加二条，作为第四条、第五条：“甲。\n乙。\n丙。”\n二、将第四条改为第六条，修改为：“丁。”', RENUMBER))
    expect(text.articles.map(({ number }) => number)).toEqual(['第一条', '第二条', '第三条', '第六条', '第七条', '第八条', '第九条', '第十条'])
    expect(problems.map(({ code }) => code)).toContain('number-missing')
  })

  test('what is no instruction is not reported', () => {
    const { instructions, problems } = amendText(base, decision('一、将第四条中的“编制”修改为“起草”。'))
    expect(instructions).toHaveLength(1)
    expect(problems).toEqual([])
  })

  test('a package that changes some texts and repeals others is read for what it says of this one', () => {
    const lines = '关于修改和废止部分行政法规的决定\n一、对2部行政法规的部分条款予以修改。（附件1）\n二、对1部行政法规予以废止。（附件2）\n附件1\n决定修改的行政法规\n一、将《养犬条例》第一条修改为：“犬。”\n二、删去《停车条例》第三条第二款。\n将第四条中的“编制”修改为“起草”。\n三、删去《供水条例》第二条。\n附件2\n决定废止的行政法规\n一、某某条例（某年某月某日发布）'
    const result = amendText(base, lines)
    expect(result.instructions.map(({ place, status }) => [place, status])).toEqual([['第三条第二款', 'applied'], ['第四条', 'applied']])
    expect(changed(result)).toEqual({ 第三条: [third[0], third[2]].join('\n'), 第四条: '规划由主管部门起草，报市人民政府批准。' })
  })

  test('what a decision says of its own effect is no instruction either', () => {
    const result = amendText(base, `${decision('一、将第四条中的“编制”修改为“起草”。')}本决定通过前已经批准的，增加相应的公布。`)
    expect(failures(result)).toEqual([])
  })

  test('each instruction has its line, its place and the addresses that it changed', () => {
    const { instructions } = amendText(base, decision('一、增加一条，作为第四条：“甲。”\n二、将第四条改为第五条，其中的“编制”修改为“起草”。', RENUMBER))
    expect(instructions.slice(0, 3)).toMatchObject([
      { line: 3, text: '增加一条，作为第四条：“甲。”', place: '第四条', does: 'insert-provisions', changed: [{ before: null, after: '第四条' }] },
      { line: 4, text: '将第四条改为第五条', place: '第四条', does: 'renumber', changed: [{ before: '第四条', after: '第五条' }] },
      { line: 4, text: '其中的“编制”修改为“起草”', does: 'replace-words', changed: [{ before: '第四条', after: '第五条' }] },
    ])
    expect(sixth).toContain('第五条')
  })
})
