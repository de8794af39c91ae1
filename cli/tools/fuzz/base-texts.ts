/** Regular texts to be mutated, made from a seed: a regulation, a notice without 条, an amending decision. */
import { toArticleLabel, toChineseNumber } from '../../../law/text/index.ts'
import type { Random } from './random.ts'

const SUBJECTS = ['市人民政府', '县级以上人民政府城市管理部门', '停车场经营者', '任何单位和个人', '业主委员会', '有关主管部门', '本市行政区域内的单位'] as const
const DUTIES = ['应当', '可以', '不得', '有权', '负责'] as const
const ACTS = ['加强监督管理', '建立健全档案', '擅自占用道路', '向社会公布收费标准', '在十五日内提出申请', '依法予以处罚', '编制专项规划并组织实施'] as const
const RIDERS = ['', '，但是法律另有规定的除外', '，并接受社会监督', '；逾期不改正的，处五百元以上二千元以下罚款', '，依照本条例第三条第二款第（一）项的规定执行', '，根据《某某法》第十二条、第十三条至第十五条和前款规定办理'] as const

function sentence(random: Random): string {
  return `${random.pick(SUBJECTS)}${random.pick(DUTIES)}${random.pick(ACTS)}${random.pick(RIDERS)}。`
}

function articleLines(random: Random, label: string): string[] {
  const gap = random.pick(['　', ' ', '　', ''])
  const lines = [`${label}${gap}${sentence(random)}`]
  while (random.chance(0.3)) lines.push(`　　${sentence(random)}`)
  if (random.chance(0.3)) {
    lines.push(`${random.pick(SUBJECTS)}有下列情形之一的，责令改正：`)
    const count = 2 + random.below(6)
    for (let n = 1; n <= count; n += 1) {
      lines.push(`（${toChineseNumber(n)}）${random.pick(ACTS)}的${n === count ? '。' : '；'}`)
      if (random.chance(0.1)) lines.push(`1.${random.pick(ACTS)}；`, `2.${random.pick(ACTS)}；`)
    }
  }
  return lines
}

function regulation(random: Random): string[] {
  const lines = ['某市停车管理条例', '（2019年3月1日某市第十五届人民代表大会常务委员会第九次会议通过　根据2024年7月26日某市人民代表大会常务委员会《关于修改〈某市停车管理条例〉的决定》修正）']
  const count = 2 + random.below(14)
  const chapters = random.chance(0.6)
  const headings = ['总则', '规划和建设', '监督管理', '法律责任', '附则']
  if (chapters && random.chance(0.5)) lines.push('目　　录', ...headings.map((heading, i) => `第${toChineseNumber(i + 1)}章　${heading}`))
  let opened = 0
  for (let n = 1; n <= count; n += 1) {
    const due = Math.min(headings.length, 1 + Math.floor(((n - 1) / count) * headings.length))
    while (chapters && opened < due) {
      lines.push(`第${toChineseNumber(opened + 1)}章　${headings[opened] ?? ''}`)
      opened += 1
      if (random.chance(0.1)) lines.push('第一节　一般规定')
    }
    lines.push(...articleLines(random, toArticleLabel(n)))
    if (random.chance(0.05)) lines.push(...articleLines(random, toArticleLabel(n, [1])))
  }
  if (random.chance(0.3)) lines.push('附件1', '收费标准表', '序号\t项目\t标准', '1\t小型车\t五元', '2\t大型车\t十元')
  return lines
}

function notice(random: Random): string[] {
  const lines = ['某市人民政府办公室关于加强停车管理的通知', '某政办发〔2024〕12号', '各区人民政府，市政府各部门：', sentence(random)]
  for (let n = 1; n <= 2 + random.below(5); n += 1) {
    lines.push(random.chance(0.5) ? `${toChineseNumber(n)}、加强组织领导` : `${toChineseNumber(n)}、${sentence(random)}`)
    for (let m = 1; m <= random.below(4); m += 1) lines.push(`（${toChineseNumber(m)}）${sentence(random)}`)
  }
  lines.push('附件：1.责任分工表', '2.进度表', '某市人民政府办公室', '2024年7月26日', '（此件公开发布）')
  if (random.chance(0.5)) lines.push('附件1', '责任分工表', '| 序号 | 单位 |', '|---|---|', '| 1 | 城管局 |')
  return lines
}

function decision(random: Random): string[] {
  const lines = ['某市人民代表大会常务委员会关于修改《某市停车管理条例》的决定', '（2024年7月26日某市第十六届人民代表大会常务委员会第九次会议通过）', '某市第十六届人民代表大会常务委员会第九次会议决定，对《某市停车管理条例》作如下修改：']
  for (let n = 1; n <= 3 + random.below(8); n += 1) {
    const article = toArticleLabel(1 + random.below(20))
    const next = toArticleLabel(1 + random.below(20))
    const words = random.pick([
      `将${article}修改为：“${article}　${sentence(random)}”`,
      `删去${article}。`,
      `${article}改为${next}，修改为：“${sentence(random)}`,
      `增加一条，作为${article}：“${sentence(random)}\n“${sentence(random)}”`,
      `将${article}第一款中的“${random.pick(SUBJECTS)}”修改为“${random.pick(SUBJECTS)}”。`,
      `在${article}第二款“${random.pick(ACTS)}”后增加“${random.pick(ACTS)}”。`,
    ])
    lines.push(`${toChineseNumber(n)}、${words}`)
  }
  lines.push('本决定自2024年10月1日起施行。', '《某市停车管理条例》根据本决定作相应修改，重新公布。')
  return lines
}

export type BaseTexts = {
  /** what is mutated */
  base: string
  /** a regulation and a decision that amends it, to be mutated as well */
  regulation: string
  decision: string
}

/** @param real texts of the corpus, if there are any: a piece of one is taken every other time */
export function baseTexts(random: Random, real: readonly string[]): BaseTexts {
  const made = { regulation: regulation(random).join('\n'), decision: decision(random).join('\n') }
  const piece = real.length > 0 && random.chance(0.5) ? pieceOf(random, real[random.below(real.length)] ?? '') : null
  return { ...made, base: piece ?? random.pick([made.regulation, made.regulation, made.decision, notice(random).join('\n')]) }
}

const MOST_LINES = 60

/** The head of a text and some neighbouring lines of its body: long texts would only say the same again. */
function pieceOf(random: Random, text: string): string {
  const lines = text.split('\n')
  const from = random.below(lines.length)
  return [...lines.slice(0, random.below(20)), ...lines.slice(from, from + 1 + random.below(MOST_LINES))].join('\n')
}
