/** Rules on numbers, limits, periods, dates and the range of fines. */
import { readSanctions } from '../citation/index.ts'
import { type Draft, type DraftingRule, type Hit, NORM } from './rule.ts'
import { findWords, matchesOutsideTitles } from './word-finder.ts'

const CHINESE = '[零一二两三四五六七八九十百千万亿]{1,15}'
const ARABIC = '[0-9０-９]{1,12}'
const NUMBER = `(?:${ARABIC}(?:[.．][0-9]{1,4})?|${CHINESE})`
const MEASURE = '(?:平方米|立方米|公顷|平方公里|公里|米|吨|公斤|千克|周岁|岁|个月|小时|人|名|户|只|辆|台|次|个|层|元|日|天)'

/** a line beyond this is no provision: the reader of fines looks back in its clause at every sum */
const LONGEST_FINE_LINE = 4_000

/** 十人以下的 … 十人以上的: the ten belong to both. Fines may meet at their limits, what they are measured by may not. */
function findOverlaps({ lines }: Draft): Hit[] {
  const upper = new RegExp(`(${NUMBER}${MEASURE})(?:以下|以内)的(?=[，、；：]|$)`, 'gu')
  const lower = new RegExp(`(${NUMBER}${MEASURE})以上(?:(?:不满)?${NUMBER}${MEASURE}(?:以下|以内)?)?的(?=[，、；：]|$)`, 'gu')
  const hits: Hit[] = []
  let article = -1
  let limits = new Map<string, number>()
  for (const [at, line] of lines.entries()) {
    if (line.articleIndex !== article) limits = new Map()
    article = line.articleIndex
    const found = [...matchesOutsideTitles(line, upper)].map((match) => match[1] ?? '')
    for (const match of matchesOutsideTitles(line, lower)) {
      const limit = match[1] ?? ''
      if (!limits.has(limit) && !found.includes(limit)) continue
      hits.push({ line, start: match.index, end: match.index + match[0].length, why: `“以上”“以下”都包括本数，“${limit}”同时落在相邻的两档；前一档写“不满${limit}”`, suggestion: `前一档写“不满${limit}”` })
    }
    for (const limit of found) limits.set(limit, at)
  }
  return hits
}

function findFines({ lines }: Draft): Hit[] {
  return lines.flatMap((line) => {
    if (line.text.length > LONGEST_FINE_LINE || !line.text.includes('罚款')) return []
    return readSanctions(line.text).fines.flatMap(({ minYuan, maxYuan, start, end }): Hit[] =>
      minYuan === undefined || maxYuan === undefined || minYuan <= maxYuan ? [] : [{ line, start, end, why: '罚款幅度的下限高于上限' }])
  })
}

const findFineForms = findWords([
  {
    pattern: new RegExp(`(${NUMBER})(?:至|到|-|—|－|~|～)(${NUMBER})元(?:以[下内])?(?=的?(?:罚款|罚金))`, 'gu'),
    why: '罚款幅度写成“××元以上××元以下”，单位不省略',
    suggestion: ([, from, to]) => `${from ?? ''}元以上${to ?? ''}元以下（核对“${from ?? ''}”的单位）`,
  },
  {
    pattern: new RegExp(`(${NUMBER}元)(?:至|到|-|—|－|~|～)(${NUMBER}元)(?:以[下内])?(?=的?(?:罚款|罚金))`, 'gu'),
    why: '罚款幅度写成“××元以上××元以下”',
    suggestion: ([, from, to]) => `${from ?? ''}以上${to ?? ''}以下`,
  },
  {
    pattern: new RegExp(`(?<![元以])(${NUMBER})以上(${NUMBER})元以下(?=的?(?:罚款|罚金))`, 'gu'),
    why: '罚款幅度的下限没有写“元”',
    suggestion: ([, from, to]) => `${from ?? ''}元以上${to ?? ''}元以下（核对“${from ?? ''}”的单位）`,
  },
])

export const numberRules: readonly DraftingRule[] = [
  {
    code: 'L14', name: '以上、以下、不满、超过', basis: NORM, severity: 'warn',
    says: '以上、以下、以内包括本数；不满、超过不包括本数；不用不足、少于、大于、小于，不另注“含本数”，相邻两档不重叠。', mayIgnore: '说的不是数量界限，或者照引技术标准的。',
    find: (draft) => [
      ...findWords([
        { pattern: new RegExp(`(?<![不得])(?:不足)(?=${NUMBER}${MEASURE})`, 'gu'), why: '数量界限不包括本数的用“不满”，不用“不足”', suggestion: '不满' },
        { pattern: new RegExp(`(?<!不[得能]?)(?:少于|小于)(?=${NUMBER}${MEASURE})`, 'gu'), why: ([word]) => `数量界限不包括本数的用“不满”，不用“${word}”`, suggestion: '不满' },
        { pattern: new RegExp(`(?<!不[得能]?)(?:大于|多于)(?=${NUMBER}${MEASURE})`, 'gu'), why: ([word]) => `数量界限不包括本数的用“超过”，不用“${word}”`, suggestion: '超过' },
        { pattern: /[（(](?:均|都)?(?:包?含|包括)本数[）)]/gu, why: '以上、以下、以内本来包括本数，不必另注', suggestion: '删去' },
      ])(draft),
      ...findOverlaps(draft),
    ],
  },
  {
    code: 'L15', name: '日、工作日', basis: NORM, severity: 'info',
    says: '期限用“日”（包括节假日）或者“工作日”，不用“天”“自然日”。', mayIgnore: '说的是天数的累计，不是期限的。',
    find: findWords([
      { pattern: new RegExp(`(?<=${NUMBER}(?:个)?)天(?=(?:之|以)?[内前后])`, 'gu'), why: '期限用“日”，不用“天”', suggestion: '日' },
      { pattern: /(?<=[零一二两三四五六七八九十百0-9]个?)(?:自然日|日历日|工作天)/gu, why: ([word]) => `期限只分“日”和“工作日”，不用“${word}”`, suggestion: ([word]) => (word === '工作天' ? '工作日' : '日') },
    ]),
  },
  {
    code: 'L21', name: '数字用汉字', basis: { ...NORM, item: '（一）11.1' }, severity: 'warn',
    says: '序数、比例、分数、百分比、倍数、时间段、年龄、人数、金额和计量都用汉字；公历日期、表格、小数可以用阿拉伯数字。', mayIgnore: '技术指标、型号、代码、统计表中的数字。',
    find: findWords([
      {
        pattern: /(?<![0-9０-９.．A-Za-z\-—～~〔[第月年]|[0-9][,，])[0-9０-９]{1,12}(?:,[0-9]{3}){0,4}\s?(?:[百千万亿]{0,2}元|[%％‰]|人|名|周岁|岁|倍|小时|分钟|个月|个(?:工作)?日|日(?:以?内|前|后)|天|平方米|立方米|平方公里|公里|米|厘米|毫米|公斤|千克|吨|公顷|户|次)/gu,
        why: ([words]) => `“${words}”用汉字书写`,
      },
      { pattern: /(?<![0-9０-９.．A-Za-z\-—～~〔[第]|[0-9][,，])[0-9０-９]{1,3}\s?年(?=以[上下内]|内|期)/gu, why: ([words]) => `时间段“${words}”用汉字书写` },
    ]),
  },
  {
    code: 'L22', name: '日期用阿拉伯数字', basis: NORM, severity: 'warn',
    says: '公布、施行的公历日期用阿拉伯数字，年份写全，月、日不加零。', mayIgnore: '历史文件名称中的原有写法。',
    find: findWords([
      { pattern: /[一二][〇○零ＯO0一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日/gu, why: '公历日期用阿拉伯数字' },
      { pattern: /[0-9０-９]{2,4}年(?:0[1-9]月[0-9]{1,2}|[0-9]{1,2}月0[1-9])日/gu, why: '日期的月、日前不加“0”', suggestion: ([date]) => date.replace(/(?<=[年月])0/gu, '') },
      { pattern: /(?<![0-9０-９])[0-9０-９]{2}年[0-9]{1,2}月[0-9]{1,2}日/gu, why: '日期的年份写四位' },
    ]),
  },
  {
    code: 'L23', name: '罚款幅度', basis: NORM, severity: 'warn',
    says: '罚款幅度写成“处×元以上×元以下罚款”，下限不高于上限，单位不省略。', mayIgnore: '照引上位法幅度的原文的。',
    find: (draft) => [...findFines(draft), ...findFineForms(draft)],
  },
]
