/** What a change can touch that a reviewer looks for first. */
export type Mark = 'duty' | 'amount' | 'period' | 'percentage' | 'reference'

export type Token = {
  text: string
  mark: Mark | null
  /** a number with its unit, a date, a reference, a word of duty: never shown in part */
  whole: boolean
}

const NUMERAL = '(?:[零〇一二两三四五六七八九十百千万亿]+|[0-9０-９]+(?:[.．,][0-9０-９]+)*[万亿千百]*)'
const PLAIN = '[零〇一二三四五六七八九十百千]+'

/** The lower and the upper end of a range are two things: 五日以上十日以下 → 十日以上十五日以下 keeps neither. */
const BOUND = '(?:以上|以下)?'

// Order counts: the first that fits wins. A date is one token without a mark: it is no period.
const RULES: readonly { mark: Mark | null; pattern: string }[] = [
  { mark: 'reference', pattern: `第(?:${NUMERAL}|[（(]${PLAIN}[）)])(?:[条款项目章节编](?:之[一二三四五六七八九十]+)?|、(?=第?${NUMERAL}[条款项]))|前[一二两三四]?[条款项](?!目)|本[条款项](?![例目件])` },
  { mark: null, pattern: `^[（(]${PLAIN}[）)]` },
  { mark: null, pattern: `[0-9０-９]{4}年(?:[0-9０-９]{1,2}月)?(?:[0-9０-９]{1,2}日)?|${NUMERAL}月${NUMERAL}日` },
  { mark: 'percentage', pattern: `百分之${NUMERAL}(?:点[零一二三四五六七八九]+)?${BOUND}|${PLAIN}分之${NUMERAL}${BOUND}|[0-9０-９]+(?:[.．][0-9０-９]+)?[%％‰]|${NUMERAL}个百分点` },
  { mark: 'amount', pattern: `${NUMERAL}(?:万|亿)?(?:元|角|分钱)${BOUND}|${NUMERAL}倍${BOUND}` },
  { mark: 'period', pattern: `${NUMERAL}(?:个)?(?:工作日|自然日|小时|分钟|日|天|周|年|月|季度)(?!度)${BOUND}` },
  { mark: 'duty', pattern: '不应当|不可以|应当|可以|不得|必须|禁止|严禁|不准|无须|毋须|不必|有权|无权|有义务' },
  { mark: null, pattern: `${NUMERAL}(?:个|名|人|次|件|份|公里|千米|平方米|立方米|米|千克|公斤|克|吨|级|类|辆|只|户|处|种|批|张|周岁)` },
  { mark: null, pattern: '[0-9０-９]+(?:[.．,][0-9０-９]+)*' },
]
const SPECIAL = new RegExp(RULES.map((rule) => `(${rule.pattern})`).join('|'), 'gmu')
const SENTENCE_END = /(?<=[。；\n])/u
/** A segment of Intl.Segmenter keeps a copy of all its input, and every call of it has its price. */
const LONGEST_CALL = 200
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * Cuts a text into what a lawyer sees as one thing: a reference, a sum, a period, a word, a mark.
 * The tokens joined are the text.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  if (text.length <= LONGEST_CALL) pushTokens(tokens, text)
  else for (const sentence of text.split(SENTENCE_END)) pushTokens(tokens, sentence)
  return tokens
}

function pushTokens(tokens: Token[], text: string): void {
  if (text === '') return
  SPECIAL.lastIndex = 0
  let special = SPECIAL.exec(text)
  let at = 0
  const cutTo = (end: number): void => {
    // a word may begin before a special stretch, end in it, or hold several
    while (at < end) {
      if (special !== null && special.index <= at) {
        tokens.push({ text: special[0], mark: markOf(special), whole: true })
        at += special[0].length
        special = SPECIAL.exec(text)
      } else {
        const stop = special === null ? end : Math.min(end, special.index)
        tokens.push({ text: text.slice(at, stop), mark: null, whole: false })
        at = stop
      }
    }
  }
  if (text.length > 1) for (const { index } of segmenter.segment(text)) if (index > at) cutTo(index)
  cutTo(text.length)
}

function markOf(match: RegExpExecArray): Mark | null {
  for (let at = 0; at < RULES.length; at++) if (match[at + 1] !== undefined) return RULES[at]?.mark ?? null
  return null
}

/**
 * Tokens of a text that begins and ends as another one does, of which the tokens are known: words are cut only
 * from one token before the first difference to one behind the last.
 */
export function tokeniseBeside(text: string, other: string, otherTokens: readonly Token[]): Token[] {
  const shorter = Math.min(text.length, other.length)
  let head = 0
  while (head < shorter && text.charCodeAt(head) === other.charCodeAt(head)) head++
  let tail = 0
  while (tail < shorter - head && text.charCodeAt(text.length - 1 - tail) === other.charCodeAt(other.length - 1 - tail)) tail++
  const first = wholeTokens(otherTokens, head, 1)
  const last = wholeTokens(otherTokens, tail, -1)
  if (first.count + last.count > otherTokens.length) return tokenise(text)
  return [...otherTokens.slice(0, first.count), ...tokenise(text.slice(first.length, text.length - last.length)), ...otherTokens.slice(otherTokens.length - last.count)]
}

/** Tokens within so many characters of the beginning (or, backwards, of the end), but for the last two of them. */
function wholeTokens(tokens: readonly Token[], limit: number, step: 1 | -1): { count: number; length: number } {
  const lengthAt = (at: number) => tokens[step === 1 ? at : tokens.length - 1 - at]?.text.length ?? 0
  let [count, length] = [0, 0]
  while (count < tokens.length && length + lengthAt(count) <= limit) length += lengthAt(count++)
  for (let spare = 0; spare < 2 && count > 0; spare++) length -= lengthAt(--count)
  return { count, length }
}

/** Only what a reviewer looks for: references, sums, periods, duties, without the words between them. */
export function markedTokens(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(SPECIAL)) {
    const mark = markOf(match)
    if (mark !== null) tokens.push({ text: match[0], mark, whole: true })
  }
  return tokens
}
