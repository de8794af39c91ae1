/**
 * The forms in which two texts are held against each other. None of them is ever shown.
 */

const QUOTES = /[“”„‟"＂]/g
const SINGLE_QUOTES = /[‘’‚‛'＇]/g
const BLANK = /[\s\u3000\u200b-\u200d\ufeff\u00ad]+/g
const REFERENCE = /第[零〇一二三四五六七八九十百千万0-9]+[条款项目编章节](之[一二三四五六七八九十]+)?/g
const PUNCTUATION = /[\p{P}\p{S}]/gu

/**
 * Text that differs only in white space, width of punctuation and kind of quotation mark has one key.
 * Numbers of references stay: a reference that points elsewhere is a change.
 */
export function identityKey(text: string): string {
  return text.normalize('NFKC').replace(BLANK, '').replace(QUOTES, '"').replace(SINGLE_QUOTES, "'")
}

/**
 * Words alone, with every reference to a provision made the same: renumbering changes the references
 * of articles whose rule stayed, and must not make them look different.
 */
const USUAL_SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/中华人民共和国/g, ''],
  [/人民代表大会/g, '人大'],
  [/常务委员会/g, '常委会'],
  [/人民政府/g, '政府'],
  [/人民法院/g, '法院'],
  [/人民检察院/g, '检察院'],
]

export function comparableText(text: string): string {
  let words = text.normalize('NFKC').replace(BLANK, '').replace(REFERENCE, '§§')
  for (const [long, short] of USUAL_SHORT_FORMS) words = words.replace(long, short)
  return words.replace(PUNCTUATION, (mark) => (mark === '§' ? mark : ''))
}
