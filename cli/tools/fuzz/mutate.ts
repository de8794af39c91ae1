/** Damage as it happens to texts on their way, and some that only an enemy does. */
import type { Random } from './random.ts'

type Mutation = (text: string, random: Random) => string

const ODD: readonly [string, ...string[]] = [
  '（', '）', '(', ')', '【', '】', '〔', '〕', '《', '》', '〈', '〉', '“', '”', '‘', '’', '"', '「', '」',
  '\uFEFF', '\u200B', '\u200D', '\u2060', '\u00A0', '\u2003', '\u3000', '\t', '\u2028', '\u0085', '\0', '\u0007', '\u001B', '\u007F', '\f', '\v',
  '\uD83D', '\uDE00', '😀', '\uE004', '\uFFFD', '𠮷', 'é', '\u0301', '\u202E',
  '\r', '\r\n', '\n', '\n\n', ' ', '　　',
  '<br>', '</br>', '<b>', '<!--', '-->', '<', '>', '&nbsp;', '&#160;', '**', '*', '##', '# ', '> ', '- ', '---\n', ':::', '[甲](#乙)', '](', '|', '|---|', '\\', '/',
  '第', '条', '章', '之一', '第一条', '第九百九十九条', '第零条', '第12条', '笫三条', '第三十－条', '第一百二十 条', '第五条第二款', '第二章 总则', '第一节', '第一编',
  '（一）', '（二）', '(三)', '（十一）', '1.', '2、', '１．', '(1)', '①', 'a)', '一、', '二、', '附件', '附件1', '附：', '附表2：', '目录', '总则', '附则',
  '，', '。', '；', '：', ':', ';', ',', '.', '……', '——', '本条例', '前款', '前条', '依照', '修改为：“', '删去', '增加一条，作为', '改为', '2024年7月26日', '有限公司', '500元', '百分之五',
]
const NUMERALS: readonly [string, ...string[]] = ['零', '〇', '一', '二', '三', '九', '十', '百', '千', '万', '两', '0', '7', '９', '－']

const place = (text: string, random: Random): number => random.below(text.length + 1)
const span = (text: string, random: Random, longest: number): [number, number] => {
  const from = place(text, random)
  return [from, Math.min(text.length, from + random.below(longest))]
}
const onLines =
  (change: (lines: string[], random: Random) => void): Mutation =>
  (text, random) => {
    const lines = text.split('\n')
    change(lines, random)
    return lines.join('\n')
  }
const putIn = (text: string, at: number, words: string): string => text.slice(0, at) + words + text.slice(at)

const MUTATIONS: readonly [Mutation, ...Mutation[]] = [
  // cut
  (text, random) => {
    const [from, to] = span(text, random, 80)
    return text.slice(0, from) + text.slice(to)
  },
  (text, random) => text.slice(0, place(text, random)),
  (text, random) => text.slice(place(text, random)),
  onLines((lines, random) => lines.splice(random.below(lines.length), 1 + random.below(3))),
  // double
  (text, random) => {
    const [from, to] = span(text, random, 200)
    return putIn(text, place(text, random), text.slice(from, to))
  },
  onLines((lines, random) => {
    const from = random.below(lines.length)
    lines.splice(random.below(lines.length), 0, ...lines.slice(from, from + 1 + random.below(5)))
  }),
  // swap
  onLines((lines, random) => {
    const [a, b] = [random.below(lines.length), random.below(lines.length)]
    const [first = '', second = ''] = [lines[a], lines[b]]
    lines[a] = second
    lines[b] = first
  }),
  onLines((lines, random) => {
    const from = random.below(lines.length)
    lines.splice(random.below(lines.length), 0, ...lines.splice(from, 1 + random.below(6)))
  }),
  // line ends
  onLines((lines, random) => {
    const at = random.below(lines.length)
    lines.splice(at, 2, `${lines[at] ?? ''}${lines[at + 1] ?? ''}`)
  }),
  (text, random) => putIn(text, place(text, random), '\n'),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', '\r'),
  (text) => text.replaceAll('\n', ''),
  (text) => text.replaceAll('\n', '\n\n'),
  (text) => `\uFEFF${text}`,
  // digits
  (text, random) => {
    const digits = [...text.matchAll(/[零〇一二三四五六七八九十百千万0-9]/g)]
    const at = digits[random.below(Math.max(1, digits.length))]?.index
    return at === undefined ? text : text.slice(0, at) + random.pick(NUMERALS) + text.slice(at + 1)
  },
  (text, random) => text.replace(/第[^条]{1,6}条/g, (label) => (random.chance(0.2) ? `第${random.pick(NUMERALS)}${random.pick(NUMERALS)}条` : label)),
  // odd characters
  (text, random) => putIn(text, place(text, random), random.pick(ODD)),
  (text, random) => putIn(text, place(text, random), random.pick(ODD).repeat(1 + random.below(50))),
  onLines((lines, random) => {
    const at = random.below(lines.length)
    lines[at] = `${random.pick(ODD)}${lines[at] ?? ''}`
  }),
  onLines((lines, random) => lines.splice(random.below(lines.length + 1), 0, random.pick(ODD))),
  (text, random) => text.replaceAll(random.pick(['。', '；', '：', '“', '”', '（', '）', '　', '条', '第']), random.pick(ODD)),
  // tables, front matter, long lines
  onLines((lines, random) => lines.splice(random.below(lines.length + 1), 0, '甲\t乙\t', '\t丙', '丁\t戊\t己')),
  onLines((lines, random) => lines.splice(random.below(lines.length + 1), 0, '| 甲 | 乙', '|--|:-:|', '|丙|', '|| 丁 |')),
  (text, random) => `---\ntitle: ${text.slice(0, random.below(30)).replace(/[\r\n]/g, ' ')}\n---\n${text}`,
  onLines((lines, random) => {
    const at = random.below(lines.length)
    lines[at] = (lines[at] ?? '').repeat(1 + random.below(60))
  }),
]

const MOST_CHARACTERS = 20_000

/** One to eight mutations, one after another. */
export function mutate(text: string, random: Random): string {
  let mutated = text
  for (let n = 1 + random.below(8); n > 0; n -= 1) {
    mutated = random.pick(MUTATIONS)(mutated, random)
    if (mutated.length > MOST_CHARACTERS) mutated = mutated.slice(0, MOST_CHARACTERS)
  }
  return mutated
}
