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

const DIGITS = '0123456789０１２３４５６７８９'
const NUMBERS = `零〇一二两三四五六七八九十百千万亿${DIGITS}`

// Order counts: the first that fits wins. A date is one token without a mark: it is no period.
// `starts`: every character that such a stretch can begin with, so that the others need not be looked at.
const RULES: readonly { mark: Mark | null; starts: string; pattern: string }[] = [
  { mark: 'reference', starts: '第前本', pattern: `第(?:${NUMERAL}|[（(]${PLAIN}[）)])(?:[条款项目章节编](?:之[一二三四五六七八九十]+)?|、(?=第?${NUMERAL}[条款项]))|前[一二两三四]?[条款项](?!目)|本[条款项](?![例目件])` },
  { mark: null, starts: '（(', pattern: `^[（(]${PLAIN}[）)]` },
  { mark: null, starts: NUMBERS, pattern: `[0-9０-９]{4}年(?:[0-9０-９]{1,2}月)?(?:[0-9０-９]{1,2}日)?|${NUMERAL}月${NUMERAL}日` },
  { mark: 'percentage', starts: NUMBERS, pattern: `百分之${NUMERAL}(?:点[零一二三四五六七八九]+)?${BOUND}|${PLAIN}分之${NUMERAL}${BOUND}|[0-9０-９]+(?:[.．][0-9０-９]+)?[%％‰]|${NUMERAL}个百分点` },
  { mark: 'amount', starts: NUMBERS, pattern: `${NUMERAL}(?:万|亿)?(?:元|角|分钱)${BOUND}|${NUMERAL}倍${BOUND}` },
  { mark: 'period', starts: NUMBERS, pattern: `${NUMERAL}(?:个)?(?:工作日|自然日|小时|分钟|日|天|周|年|月|季度)(?!度)${BOUND}` },
  { mark: 'duty', starts: '不应可必禁严无毋有', pattern: '不应当|不可以|应当|可以|不得|必须|禁止|严禁|不准|无须|毋须|不必|有权|无权|有义务' },
  { mark: null, starts: NUMBERS, pattern: `${NUMERAL}(?:个|名|人|次|件|份|公里|千米|平方米|立方米|米|千克|公斤|克|吨|级|类|辆|只|户|处|种|批|张|周岁)` },
  { mark: null, starts: DIGITS, pattern: '[0-9０-９]+(?:[.．,][0-9０-９]+)*' },
]
const SPECIAL = new RegExp(RULES.map((rule) => `(${rule.pattern})`).join('|'), 'myu')
const isStart = new Uint8Array(65_536)
for (const { starts } of RULES) for (const character of starts) isStart[character.charCodeAt(0)] = 1

/** The first stretch at or behind a place that is one thing by the rules above. */
function nextSpecial(text: string, from: number): RegExpExecArray | null {
  for (let at = from; at < text.length; at++) {
    if (isStart[text.charCodeAt(at)] !== 1) continue
    SPECIAL.lastIndex = at
    const match = SPECIAL.exec(text)
    if (match) return match
  }
  return null
}

const SENTENCE_END = /(?<=[。；\n])/u
/** A longer text is cut sentence by sentence. */
const LONGEST_PIECE = 200
/** Every call of Intl.Segmenter has its price: pieces are joined up to this length. No word reaches over a line feed. */
const LONGEST_CALL = 1_000
const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/**
 * Cuts a text into what a lawyer sees as one thing: a reference, a sum, a period, a word, a mark.
 * The tokens joined are the text.
 */
export function tokenise(text: string): Token[] {
  return tokeniseAll([text])[0] ?? []
}

/** `tokenise` of many texts. */
export function tokeniseAll(texts: readonly string[]): Token[][] {
  const tokens = texts.map((): Token[] => [])
  let waiting: Piece[] = []
  let length = 0
  const push = (piece: string, at: number): void => {
    if (length + piece.length > LONGEST_CALL && waiting.length > 0) {
      cutPieces(waiting)
      waiting = []
      length = 0
    }
    waiting.push({ text: piece, tokens: tokens[at] ?? [] })
    length += piece.length + 1
  }
  texts.forEach((text, at) => {
    if (text === '') return
    if (text.length <= LONGEST_PIECE) push(text, at)
    else for (const sentence of text.split(SENTENCE_END)) push(sentence, at)
  })
  if (waiting.length > 0) cutPieces(waiting)
  return tokens
}

type Piece = { text: string; tokens: Token[] }

function cutPieces(pieces: readonly Piece[]): void {
  let next = 0
  let piece: Piece | undefined
  let [start, end] = [0, -1]
  let cutTo: (end: number) => void = () => undefined
  const open = (): void => {
    if (piece) cutTo(piece.text.length)
    piece = pieces[next++]
    start = end + 1
    end = start + (piece?.text.length ?? 0)
    if (piece) cutTo = cutterOf(piece)
  }
  open()
  for (const { index } of segmenter.segment(pieces.map(({ text }) => text).join('\n'))) {
    while (index > end) open()
    if (index > start) cutTo(index - start)
  }
  while (piece) open()
}

/** Ends tokens of a piece at ever later places. */
function cutterOf({ text, tokens }: Piece): (end: number) => void {
  let special = nextSpecial(text, 0)
  let at = 0
  return (end) => {
    // a word may begin before a special stretch, end in it, or hold several
    while (at < end) {
      if (special !== null && special.index <= at) {
        tokens.push({ text: special[0], mark: markOf(special), whole: true })
        at += special[0].length
        special = nextSpecial(text, at)
      } else {
        const stop = special === null ? end : Math.min(end, special.index)
        tokens.push({ text: text.slice(at, stop), mark: null, whole: false })
        at = stop
      }
    }
  }
}

function markOf(match: RegExpExecArray): Mark | null {
  for (let at = 0; at < RULES.length; at++) if (match[at + 1] !== undefined) return RULES[at]?.mark ?? null
  return null
}

/** A text that begins and ends as another one does, of which the tokens are known. */
type Beside = { text: string; other: string; otherTokens: readonly Token[] }

/** Tokens of such texts: words are cut only from one token before the first difference to one behind the last. */
export function tokeniseBeside(texts: readonly Beside[]): Token[][] {
  const frames = texts.map(frameOf)
  const middles = tokeniseAll(texts.map(({ text }, at) => text.slice(frames[at]?.first.length, text.length - (frames[at]?.last.length ?? 0))))
  return texts.map(({ otherTokens }, at) => {
    const [first, last] = [frames[at]?.first.count ?? 0, frames[at]?.last.count ?? 0]
    return [...otherTokens.slice(0, first), ...(middles[at] ?? []), ...otherTokens.slice(otherTokens.length - last)]
  })
}

type Edge = { count: number; length: number }

/** How many tokens at the beginning and at the end are those of the other text. */
function frameOf({ text, other, otherTokens }: Beside): { first: Edge; last: Edge } {
  const shorter = Math.min(text.length, other.length)
  let head = 0
  while (head < shorter && text.charCodeAt(head) === other.charCodeAt(head)) head++
  let tail = 0
  while (tail < shorter - head && text.charCodeAt(text.length - 1 - tail) === other.charCodeAt(other.length - 1 - tail)) tail++
  const [first, last] = [wholeTokens(otherTokens, head, 1), wholeTokens(otherTokens, tail, -1)]
  const nothing = { count: 0, length: 0 }
  return first.count + last.count > otherTokens.length ? { first: nothing, last: nothing } : { first, last }
}

/** Tokens within so many characters of the beginning (or, backwards, of the end), but for the last two of them. */
function wholeTokens(tokens: readonly Token[], limit: number, step: 1 | -1): Edge {
  const lengthAt = (at: number) => tokens[step === 1 ? at : tokens.length - 1 - at]?.text.length ?? 0
  let [count, length] = [0, 0]
  while (count < tokens.length && length + lengthAt(count) <= limit) length += lengthAt(count++)
  for (let spare = 0; spare < 2 && count > 0; spare++) length -= lengthAt(--count)
  return { count, length }
}

/** Only what a reviewer looks for: references, sums, periods, duties, without the words between them. */
export function markedTokens(text: string): Token[] {
  const tokens: Token[] = []
  for (let match = nextSpecial(text, 0); match !== null; match = nextSpecial(text, match.index + match[0].length)) {
    const mark = markOf(match)
    if (mark !== null) tokens.push({ text: match[0], mark, whole: true })
  }
  return tokens
}
