/** Chinese numerals as laws write them (第一百零一条, 第一百一十条) and article labels with 之一. */

const DIGIT_CHARACTERS = '零一二三四五六七八九'
const UNIT_CHARACTERS = ['', '十', '百', '千']
/** what is read as a number, and what can be written: an amendment may count on from the largest that was read */
const LARGEST = 99_999
const LARGEST_WRITTEN = 99_999_999

const DIGITS: ReadonlyMap<string, number> = new Map([
  ...[...DIGIT_CHARACTERS].map((character, value): [string, number] => [character, value]),
  ['〇', 0],
  ['○', 0],
  ['Ｏ', 0],
  ['两', 2],
])
const UNITS: ReadonlyMap<string, number> = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

/** Numbers up to 9999; `afterLarger` says that a 万 stands before it, which asks for 零 and for 一十. */
function writeBelowTenThousand(n: number, afterLarger: boolean): string {
  let text = ''
  let zeroPending = afterLarger && n < 1000
  for (let power = 3; power >= 0; power -= 1) {
    const digit = Math.floor(n / 10 ** power) % 10
    if (digit === 0) {
      if (text !== '') zeroPending = true
      continue
    }
    if (zeroPending) text += '零'
    zeroPending = false
    const bareTen = power === 1 && digit === 1 && text === '' && !afterLarger
    text += (bareTen ? '' : DIGIT_CHARACTERS.charAt(digit)) + (UNIT_CHARACTERS[power] ?? '')
  }
  return text
}

/**
 * Writes a number as a law does: 101 → 一百零一, 110 → 一百一十, 12 → 十二.
 * Source: count over 1,900 local regulations (一百十 and 一百一 never occur).
 * @throws RangeError outside 0 to 99999999 or where n is no integer
 */
export function toChineseNumber(n: number): string {
  if (!Number.isInteger(n) || n < 0 || n > LARGEST_WRITTEN) throw new RangeError(`No Chinese number for ${n}`)
  if (n === 0) return '零'
  const tenThousands = Math.floor(n / 10_000)
  const rest = n % 10_000
  if (tenThousands === 0) return writeBelowTenThousand(rest, false)
  return `${writeBelowTenThousand(tenThousands, false)}万${rest === 0 ? '' : writeBelowTenThousand(rest, true)}`
}

function readBelowTenThousand(s: string): number | null {
  let total = 0
  let digit = -1
  let lastUnit = 10_000
  let zero = false
  for (const character of s) {
    const value = DIGITS.get(character)
    if (value !== undefined) {
      if (digit >= 0) return null
      if (value === 0) zero = true
      else digit = value
      continue
    }
    const unit = UNITS.get(character)
    if (unit === undefined || unit >= lastUnit) return null
    if (digit < 0) {
      if (unit !== 10) return null
      digit = 1
    }
    total += digit * unit
    digit = -1
    lastUnit = unit
    zero = false
  }
  if (digit < 0) return zero ? null : total
  // 一百一 is spoken for 110: too doubtful to read as 101
  if (lastUnit !== 10_000 && lastUnit > 10 && !zero) return null
  return total + digit
}

/** 二〇〇四: digit by digit, as in years. */
function readDigitByDigit(s: string): number | null {
  let n = 0
  for (const character of s) {
    const value = DIGITS.get(character)
    if (value === undefined) return null
    n = n * 10 + value
  }
  return n
}

/**
 * Reads a Chinese number (十二, 一百零一, 一百〇一, 两千, 二○○四); null where the characters are none.
 * Result 0 to 99999.
 */
export function parseChineseNumber(s: string): number | null {
  if (s.length === 1) return DIGITS.get(s) ?? (s === '十' ? 10 : null)
  if (s === '') return null
  const at = s.indexOf('万')
  let n: number | null
  if (at >= 0) {
    const tenThousands = readBelowTenThousand(s.slice(0, at))
    const tail = s.slice(at + 1)
    const rest = tail === '' ? 0 : readBelowTenThousand(/^[零〇○]/.test(tail) ? tail.slice(1) : tail)
    if (tenThousands === null || rest === null || tenThousands === 0) return null
    n = tenThousands * 10_000 + rest
  } else {
    n = readBelowTenThousand(s) ?? readDigitByDigit(s)
  }
  return n !== null && n <= LARGEST ? n : null
}

/** Labels are asked for at every article of every text: the common ones are written once. */
const MOST_KEPT_LABELS = 2000
const PLAIN_LABELS: string[] = []

/** `第十七条之一` for (17, [1]); `第十二条` for (12). */
export function toArticleLabel(n: number, inserted: readonly number[] = []): string {
  if (inserted.length === 0) {
    let label = PLAIN_LABELS[n]
    if (label === undefined) {
      label = `第${toChineseNumber(n)}条`
      if (n < MOST_KEPT_LABELS) PLAIN_LABELS[n] = label
    }
    return label
  }
  let label = `第${toChineseNumber(n)}条`
  for (const one of inserted) label += `之${toChineseNumber(one)}`
  return label
}

const ARTICLE_LABEL = /^第([零〇○一二三四五六七八九十百千万两]+|\d{1,5})条((?:之[零一二三四五六七八九十百]+)*)$/

/** Reads `第十七条之一` (white space aside) as {number: 17, inserted: [1]}; null where it is no article label. */
export function parseArticleLabel(label: string): { number: number; inserted: number[] } | null {
  const match = ARTICLE_LABEL.exec(label.replace(/\s+/g, ''))
  if (match === null) return null
  const number = readNumber(match[1] ?? '')
  if (number === null) return null
  const inserted: number[] = []
  for (const part of (match[2] ?? '').split('之').slice(1)) {
    const n = parseChineseNumber(part)
    if (n === null) return null
    inserted.push(n)
  }
  return { number, inserted }
}

/** Reads 十二, 12 and １２ alike; null where the characters are no number. */
export function readNumber(s: string): number | null {
  const first = s.charCodeAt(0)
  if ((first >= 0x30 && first <= 0x39) || (first >= 0xff10 && first <= 0xff19)) {
    let n = 0
    for (let i = 0; i < s.length; i += 1) {
      const code = s.charCodeAt(i)
      const digit = code >= 0xff10 ? code - 0xff10 : code - 0x30
      if (digit < 0 || digit > 9) return null
      n = n * 10 + digit
    }
    return n <= LARGEST ? n : null
  }
  return parseChineseNumber(s)
}
