/** Numbers as Word prints them: ST_NumberFormat of ECMA-376 part 1 §17.18.59, the kinds met in Chinese papers. */

const DIGITS = '〇一二三四五六七八九'
const UNITS = ['', '十', '百', '千']
const LEGAL_DIGITS = '零壹贰叁肆伍陆柒捌玖'
const LEGAL_UNITS = ['', '拾', '佰', '仟']
const STEMS = '甲乙丙丁戊己庚辛壬癸'
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥'

type CountingStyle = { digits: string; units: readonly string[]; zero: string; tenWithoutOne: boolean }

/** One group of four digits. */
const countGroup = (value: number, style: CountingStyle, leading: boolean): string => {
  let out = ''
  let pendingZero = false
  for (let unit = 3; unit >= 0; unit -= 1) {
    const digit = Math.floor(value / 10 ** unit) % 10
    if (digit === 0) {
      if (out !== '') pendingZero = true
      continue
    }
    if (pendingZero) out += style.zero
    pendingZero = false
    const dropOne = style.tenWithoutOne && digit === 1 && unit === 1 && out === '' && leading
    out += (dropOne ? '' : (style.digits[digit] ?? '')) + (style.units[unit] ?? '')
  }
  return out
}

const count = (value: number, style: CountingStyle): string => {
  if (value === 0) return style.zero
  const high = Math.floor(value / 10_000)
  const low = value % 10_000
  if (high === 0) return countGroup(low, style, true)
  const gap = low > 0 && low < 1_000 ? style.zero : ''
  return `${countGroup(high, style, true)}万${gap}${low > 0 ? countGroup(low, style, false) : ''}`
}

const CHINESE: CountingStyle = { digits: DIGITS, units: UNITS, zero: '零', tenWithoutOne: true }
const LEGAL: CountingStyle = { digits: LEGAL_DIGITS, units: LEGAL_UNITS, zero: '零', tenWithoutOne: false }

const digitByDigit = (value: number, zero: string): string =>
  [...String(value)].map((digit) => (digit === '0' ? zero : (DIGITS[Number(digit)] ?? digit))).join('')

const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'],
  [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I'],
]

const roman = (value: number): string => {
  let rest = value
  let out = ''
  for (const [size, sign] of ROMAN) {
    while (rest >= size) {
      out += sign
      rest -= size
    }
  }
  return out
}

/** Word counts a … z, aa … zz: the letter is repeated, not carried. */
const letter = (value: number): string => String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.floor((value - 1) / 26) + 1)

const fromSeries = (value: number, first: number, size: number): string | null =>
  value >= 1 && value <= size ? String.fromCodePoint(first + value - 1) : null

const circled = (value: number): string => fromSeries(value, 0x2460, 20) ?? (value <= 35 ? String.fromCodePoint(0x3251 + value - 21) : String(value))

const cycle = (series: string, value: number): string => series[(value - 1) % series.length] ?? String(value)

const fullWidth = (value: number): string => String(value).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

/**
 * Prints `value` in a `w:numFmt`. Returns null for a format that is not known here, so that the caller
 * can say so instead of printing a wrong number.
 */
export function formatNumber(value: number, format: string): string | null {
  if (value < 0) return String(value)
  switch (format) {
    case 'none':
      return ''
    case 'decimal':
    case 'decimalHalfWidth':
      return String(value)
    case 'decimalZero':
      return String(value).padStart(2, '0')
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return fullWidth(value)
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'japaneseCounting':
      return count(value, CHINESE)
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return digitByDigit(value, '〇')
    case 'chineseLegalSimplified':
    case 'ideographLegalTraditional':
    case 'japaneseLegal':
      return count(value, LEGAL)
    case 'upperRoman':
      return roman(value)
    case 'lowerRoman':
      return roman(value).toLowerCase()
    case 'lowerLetter':
      return value === 0 ? '' : letter(value)
    case 'upperLetter':
      return value === 0 ? '' : letter(value).toUpperCase()
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return circled(value)
    case 'decimalEnclosedParen':
      return fromSeries(value, 0x2474, 20) ?? `(${value})`
    case 'decimalEnclosedFullstop':
      return fromSeries(value, 0x2488, 20) ?? `${value}.`
    case 'ideographEnclosedCircle':
      return fromSeries(value, 0x3280, 10) ?? count(value, CHINESE)
    case 'ideographTraditional':
      return cycle(STEMS, value)
    case 'ideographZodiac':
      return cycle(BRANCHES, value)
    case 'numberInDash':
      return `- ${value} -`
    default:
      return null
  }
}
