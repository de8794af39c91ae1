import { readSum, SUM } from './yuan.ts'

/** A fine as the text states it. Sums that are not set are not limited by the text. */
export type Fine = {
  /** the act that it is for, as far as the sentence says it */
  conduct?: string
  minYuan?: number
  maxYuan?: number
  /** 倍 or 百分之 of something instead of a sum */
  multiple?: { min?: number; max?: number; of: string }
  /** 每只, 每平方米, 每日: the sum counts for each */
  per?: string
  /** the limits themselves belong to the range (以上, 以下: 立法技术规范, 民法典 art. 1259) */
  inclusive: boolean
  quote: string
  start: number
  end: number
}

export type MeasureKind =
  | 'warning'
  | 'publicCriticism'
  | 'confiscation'
  | 'businessSuspension'
  | 'licenceSuspension'
  | 'licenceRevocation'
  | 'detention'
  | 'seizure'
  | 'demolition'
  | 'fee'
  | 'deposit'
  | 'creditPenalty'
  | 'unquantifiedFine'

/** A sanction or burden other than a fine with a sum. `label` is the word for people. */
export type Measure = { kind: MeasureKind; label: string; conduct?: string; quote: string; start: number; end: number }

export type Sanctions = { fines: Fine[]; measures: Measure[] }

const MEASURES: readonly { kind: MeasureKind; label: string; pattern: RegExp }[] = [
  { kind: 'warning', label: '警告', pattern: /(?:给予|予以|处以?|可以)?警告(?!后|标志|牌|标识|信号|线|装置)/gu },
  { kind: 'publicCriticism', label: '通报批评', pattern: /通报批评/gu },
  { kind: 'confiscation', label: '没收', pattern: /没收(?!的)[^，。；、\n]{0,20}/gu },
  { kind: 'businessSuspension', label: '责令停产停业', pattern: /(?:责令)?(?:其)?(?:停产停业|停业整顿|停产整治|停产整顿|停止营业|停业整治|停业|关闭(?=[，。；、]))/gu },
  { kind: 'licenceSuspension', label: '暂扣许可证件', pattern: /暂扣[^，。；、\n]{0,20}/gu },
  { kind: 'licenceRevocation', label: '吊销许可证件', pattern: /(?:吊销|撤销(?=[^，。；\n]{0,16}(?:证|许可|执照|资格|登记)))[^，。；、\n]{0,20}/gu },
  { kind: 'detention', label: '拘留', pattern: /(?:行政)?拘留/gu },
  { kind: 'seizure', label: '查封、扣押', pattern: /(?:查封|扣押|扣留|冻结|先行登记保存)[^，。；\n]{0,20}/gu },
  { kind: 'demolition', label: '强制拆除', pattern: /(?:强制|代为|依法)拆除[^，。；、\n]{0,16}/gu },
  { kind: 'fee', label: '收费', pattern: /(?:收取|缴纳|交纳|征收|加收|支付)[^，。；、\n]{0,20}?(?:费用?|金)(?![\p{Script=Han}]*保证金)/gu },
  { kind: 'deposit', label: '保证金、押金', pattern: /(?:[\p{Script=Han}]{0,8}保证金|押金|风险抵押金)/gu },
  { kind: 'creditPenalty', label: '信用惩戒', pattern: /(?:列入|纳入|记入|计入)[^，。；\n]{0,20}(?:失信|黑名单|信用|诚信)[^，。；\n]{0,10}/gu },
]
const NEGATED = /(?:不得|不|禁止|免予|免于|免除|免|无需|无须|严禁|停止|不再|退还|退回|返还)(?:擅自|违规|违法|非法|以任何形式|向[^，。；]{1,12}|重复)?$/u

const LIMIT = '(?:以上|以下|以内|之间)'
const MONEY = `(${SUM})\\s*元`
/** Ranges first, so that their parts are not read as sums of their own. */
const FINE_PATTERNS: readonly { pattern: RegExp; read: (match: RegExpExecArray) => Partial<Fine> | null }[] = [
  {
    pattern: new RegExp(`(${SUM})\\s*元?\\s*(?:以上)?\\s*(?:至|到|－|—|-|~|～|以上)\\s*(?:并?不超过)?(${SUM})\\s*元\\s*(?:以下|以内|之间)?`, 'gu'),
    read: (match) => range(readLikeSecond(match[1], match[2]), readSum(match[2] ?? ''), true),
  },
  {
    pattern: new RegExp(`(不超过|不高于|最高不超过|最高|不足|不满|低于|少于|超过|高于|不低于|不少于)\\s*${MONEY}`, 'gu'),
    read: (match) => readComparison(match[1] ?? '', readSum(match[2] ?? '')),
  },
  { pattern: new RegExp(`${MONEY}\\s*(?:以下|以内)`, 'gu'), read: (match) => range(null, readSum(match[1] ?? ''), true) },
  { pattern: new RegExp(`${MONEY}\\s*以上`, 'gu'), read: (match) => range(readSum(match[1] ?? ''), null, true) },
  { pattern: new RegExp(`${MONEY}(?!${LIMIT})`, 'gu'), read: (match) => range(readSum(match[1] ?? ''), readSum(match[1] ?? ''), true) },
]
const NUMERAL = '[0-9０-９.．]{1,10}|[零一二两三四五六七八九十百千]{1,10}'
const MULTIPLE = new RegExp(`([\\p{Script=Han}]{0,16}?)(?:金额|总额|价款|所得|价值|货值|造价)?的?(?:(${NUMERAL})倍以上)?(${NUMERAL})倍(以上|以下)?`, 'gu')
const PERCENT = new RegExp(`(?:百分之(${NUMERAL})|([0-9０-９.．]+)[%％])(?:以上(?:百分之(${NUMERAL})|([0-9０-９.．]+)[%％]))?(以上|以下)?`, 'gu')

/**
 * Facts about what a provision threatens: fines with their range and act, and other burdens. No verdict.
 * `text` is an article as printed, lines parted by line feeds; offsets count in it.
 */
export function readSanctions(text: string): Sanctions {
  const clauses = clausesOf(text)
  const fines: Fine[] = []
  const measures: Measure[] = []
  for (const clause of clauses) {
    const found = finesOf(clause)
    fines.push(...found)
    measures.push(...measuresOf(clause, found.length > 0))
  }
  return { fines, measures }
}

/** A fine's range in plain figures: 500元以上1000元以下, 违法所得1倍以上3倍以下. */
export function describeFine(fine: Fine): string {
  const each = fine.per ?? ''
  if (fine.multiple) {
    const { min, max, of } = fine.multiple
    const value = (n: number) => (n < 1 ? `${Number((n * 100).toFixed(2))}%` : `${n}倍`)
    if (min !== undefined && max !== undefined) return min === max ? `${of}${value(min)}` : `${of}${value(min)}以上${value(max)}以下`
    return max !== undefined ? `${of}${value(max)}以下` : `${of}${value(min ?? 0)}以上`
  }
  const { minYuan, maxYuan } = fine
  if (minYuan !== undefined && maxYuan !== undefined) return minYuan === maxYuan ? `${each}${minYuan}元` : `${each}${minYuan}元以上${maxYuan}元以下`
  return maxYuan !== undefined ? `${each}${maxYuan}元${fine.inclusive ? '以下' : '（不含）以下'}` : `${each}${minYuan ?? 0}元${fine.inclusive ? '以上' : '（不含）以上'}`
}

type Clause = { text: string; start: number; conduct: string | undefined }

const AGGRAVATED = /^(?:情节|逾期|拒不|造成|再次|屡|对(?:个人|单位|直接|其)|个人|单位|属于|其中|有违法所得|没有违法所得|并)/u
const LISTED = /下列|以下(?:行为|情形)/u

/** Clauses end at ；, 。 and line feeds; each carries the act that its sentence is about. */
function clausesOf(text: string): Clause[] {
  const clauses: Clause[] = []
  const lines = text.split('\n')
  let start = 0
  lines.forEach((line, at) => {
    let sentenceConduct: string | undefined
    let items: string | undefined
    let offset = start
    for (const piece of line.split(/(?<=[。；])/u)) {
      const own = conductOf(piece)
      if (own !== undefined && AGGRAVATED.test(own) && sentenceConduct !== undefined) {
        clauses.push({ text: piece, start: offset, conduct: `${sentenceConduct}，${own}` })
      } else {
        if (own !== undefined) sentenceConduct = LISTED.test(own) ? (items ??= listedActs(lines, at + 1)) || own : own
        clauses.push({ text: piece, start: offset, conduct: sentenceConduct })
      }
      if (piece.endsWith('。')) sentenceConduct = undefined
      offset += piece.length
    }
    start += line.length + 1
  })
  return clauses
}

const ITEM = /^[（(][零一二三四五六七八九十]+[）)]/u

/** The acts of the items that follow a line, '' where none do. */
function listedActs(lines: readonly string[], from: number): string {
  const items: string[] = []
  for (let at = from; ITEM.test(lines[at] ?? ''); at++) items.push((lines[at] ?? '').replace(ITEM, '').replace(/[；。]$/u, ''))
  return items.join('；')
}

const BASIS = /^(?:违反(?:本|前|《|国家|有关)[^，]*?(?:规定)?，)/u

/** 未使用犬绳牵领犬只的，由…: what stands before the first 的，; 违反本条例第X条规定 is no act. */
function conductOf(clause: string): string | undefined {
  const words = clause.replace(/^[（(][零一二三四五六七八九十]+[）)]/u, '').replace(BASIS, '')
  const act = /^(.{2,160}?)的，/u.exec(words)?.[1] ?? /^(.{2,160}?)(?:的?，|的?)(?=(?:由|处|给予|可以处|责令|没收|并处))/u.exec(words)?.[1]
  const trimmed = act?.replace(/^(?:但是|但|并且|，)/u, '')
  // 违反本条例第X条第一项规定的，由…: the act stands in the article that is named
  return trimmed !== undefined && trimmed.length >= 2 && !/^[由按依]/u.test(trimmed) ? trimmed : undefined
}

/** What stands right before a place: nothing that is looked for there is longer, and a clause may have a million characters. */
const LOOK_BACK = 40
const rightBefore = (words: string, at: number): string => words.slice(Math.max(0, at - LOOK_BACK), at)

function finesOf(clause: Clause): Fine[] {
  const words = clause.text
  if (!/罚款|罚金|处罚|并处|处以/u.test(words)) return []
  const taken = new Uint8Array(words.length)
  const free = (start: number, end: number) => !taken.subarray(start, end).includes(1)
  const fines: Fine[] = []
  const push = (start: number, end: number, facts: Partial<Fine>) => {
    const tail = /^\s*的?\s*(?:行政)?(?:罚款|罚金)?/u.exec(words.slice(end))?.[0] ?? ''
    const head = /(?:可以|并|可)?处?以?$/u.exec(rightBefore(words, start))?.[0] ?? ''
    const from = start - head.length
    const per = /(?:按照?)?(每[\p{Script=Han}]{1,4}?)(?:处以?)?$/u.exec(rightBefore(words, from))?.[1]
    fines.push({
      ...(clause.conduct === undefined ? {} : { conduct: clause.conduct }),
      ...facts,
      ...(per === undefined ? {} : { per }),
      inclusive: facts.inclusive ?? true,
      quote: words.slice(from, end + tail.length),
      start: clause.start + from,
      end: clause.start + end + tail.length,
    })
    taken.fill(1, start, end)
  }
  const isFine = (start: number, end: number) => /罚款|罚金/u.test(words.slice(end, end + 12).split(/[，；。]/u)[0] ?? '') || /(?:处以?|罚款|罚)$/u.test(rightBefore(words, start).replace(/每[\p{Script=Han}]{1,4}$/u, ''))
  for (const { pattern, read } of FINE_PATTERNS) {
    for (const match of words.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (!free(match.index, end) || !isFine(match.index, end)) continue
      const facts = read(match)
      if (facts) push(match.index, end, facts)
    }
  }
  for (const [pattern, read] of [[MULTIPLE, readMultiple], [PERCENT, readPercent]] as const) {
    for (const match of words.matchAll(pattern)) {
      const end = match.index + match[0].length
      if (!free(match.index, end) || !isFine(match.index, end)) continue
      const facts = read(match, words)
      if (facts) push(facts.start, end, { multiple: facts.multiple })
    }
  }
  return fines.sort((a, b) => a.start - b.start)
}

function range(min: number | null, max: number | null, inclusive: boolean): Partial<Fine> | null {
  if (min === null && max === null) return null
  return { ...(min === null ? {} : { minYuan: min }), ...(max === null ? {} : { maxYuan: max }), inclusive }
}

/** 1至5万元 is 1万元至5万元, 一至三千元 is 一千元至三千元: the first figure without a unit takes that of the second. */
function readLikeSecond(first: string | undefined, second: string | undefined): number | null {
  const own = readSum(first ?? '')
  const other = readSum(second ?? '')
  if (own === null || other === null) return own
  const unit = /[千百]?[万亿]$|[千百]$/u.exec((second ?? '').trim())?.[0]
  if (unit === undefined || own >= 10 || /[十百千万亿]/u.test(first ?? '')) return own
  const scaled = readSum(`${first ?? ''}${unit}`)
  return scaled !== null && scaled < other ? scaled : own
}

function readComparison(word: string, sum: number | null): Partial<Fine> | null {
  switch (word) {
    case '不超过':
    case '不高于':
    case '最高不超过':
    case '最高':
      return range(null, sum, true)
    case '不低于':
    case '不少于':
      return range(sum, null, true)
    case '超过':
    case '高于':
      return range(sum, null, false)
    default:
      return range(null, sum, false)
  }
}

type MultipleFacts = { start: number; multiple: { min?: number; max?: number; of: string } }

const MEASURED = /(违法所得|货值金额|违法经营额|经营额|工程造价|合同价款|销售收入|经营收入|登记费|应缴[\p{Script=Han}]{1,8}|[\p{Script=Han}]{2,8}(?:金额|总额|价款|造价|费用))的?$/u

function measuredBefore(words: string, at: number): { of: string; start: number } {
  const before = rightBefore(words, at)
  const match = MEASURED.exec(before)
  return match ? { of: (match[1] ?? '').replace(/^(?:并?处以?)/u, ''), start: at - before.length + match.index } : { of: '', start: at }
}

function readMultiple(match: RegExpExecArray, words: string): MultipleFacts | null {
  const first = /(?:[0-9０-９.．]+|[零一二两三四五六七八九十百千]+)倍/u.exec(match[0])
  const from = match.index + (first?.index ?? 0)
  const [low, high] = [match[2] === undefined ? null : readSum(match[2]), readSum(match[3] ?? '')]
  if (high === null) return null
  const measured = measuredBefore(words, from)
  const multiple = match[4] === '以上' && low === null ? { min: high } : low !== null ? { min: low, max: high } : match[4] === '以下' ? { max: high } : { min: high, max: high }
  return { start: measured.start, multiple: { ...multiple, of: measured.of } }
}

function readPercent(match: RegExpExecArray, words: string): MultipleFacts | null {
  const low = readSum(match[1] ?? match[2] ?? '')
  const high = match[3] !== undefined || match[4] !== undefined ? readSum(match[3] ?? match[4] ?? '') : null
  if (low === null) return null
  const measured = measuredBefore(words, match.index)
  const multiple = high !== null ? { min: low / 100, max: high / 100 } : match[5] === '以下' ? { max: low / 100 } : match[5] === '以上' ? { min: low / 100 } : { min: low / 100, max: low / 100 }
  return { start: measured.start, multiple: { ...multiple, of: measured.of } }
}

function measuresOf(clause: Clause, hasFine: boolean): Measure[] {
  const measures: Measure[] = []
  const taken = new Uint8Array(clause.text.length)
  const add = (kind: MeasureKind, label: string, start: number, quote: string) => {
    measures.push({ kind, label, ...(clause.conduct === undefined ? {} : { conduct: clause.conduct }), quote, start: clause.start + start, end: clause.start + start + quote.length })
    taken.fill(1, start, start + quote.length)
  }
  for (const { kind, label, pattern } of MEASURES) {
    for (const match of clause.text.matchAll(pattern)) {
      if (taken[match.index] === 1 || NEGATED.test(rightBefore(clause.text, match.index))) continue
      add(kind, label, match.index, match[0])
    }
  }
  const bare = /(?:处以?|并处|可以处|予以|给予)(?:[^，。；\n]{0,6})罚款/u.exec(clause.text)
  if (bare && !hasFine) add('unquantifiedFine', '罚款（未写明数额）', bare.index, bare[0])
  return measures.sort((a, b) => a.start - b.start)
}
