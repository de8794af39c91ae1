/**
 * The marks between words that an instruction adds or takes away and the words that stay: decisions leave them out
 * where the sentence makes them plain. Whatever is added here is named in the report.
 */
import type { Found } from './tracked-words.ts'

const JOINS_ITSELF = /^(?:[，。；、：（）“”《》\s]|和|及|以及|或|与|的|等|者|之|中|内|上|下)/u
const ENDS_ITSELF = /[，。；、：]$/u
const IS_LIST = /[、和]|以及/u
const CONJUNCTION_BEFORE = /(?:和|及|以及|或者|与)$/u
const LIST_GOES_ON = /^(?:、|和|及|以及|或者)/u
/** Shorter words are parts of a phrase, longer ones a phrase of their own. */
const SHORTEST_PHRASE = 4

/**
 * 保护秩序 with 方便群众 behind it is 保护秩序，方便群众 where a clause ends there; a noun in a list joins by 、; words
 * that bring their mark, or a 和 or 的, join as they are.
 */
export function joinedAfter(text: string, { start, end }: Found, words: string): string {
  const anchor = text.slice(start, end)
  const next = text.charAt(end)
  if (ENDS_ITSELF.test(words)) return words
  // behind 甲和 the rest of the list follows the new words
  if (CONJUNCTION_BEFORE.test(anchor) || anchor.endsWith('、')) return `${words}${separator(words, text.slice(end))}`
  if (JOINS_ITSELF.test(words) || /[，。；：“（《]$/u.test(anchor)) return words
  if (next === '、') return `、${words}`
  if (/[，。；：]/u.test(next)) return words.length >= SHORTEST_PHRASE ? `，${words}` : words
  return IS_LIST.test(words) && words.length >= SHORTEST_PHRASE ? `、${words}` : words
}

/** Groups that hold 、 themselves are parted by commas. */
function separator(words: string, rest: string): string {
  if (!/^\p{Script=Han}/u.test(rest)) return ''
  return words.includes('、') && /^[^，。；]*、[^，。；]*，/u.test(rest) ? '，' : '、'
}

/** 甲和乙、丙 with 丁 before 乙 is 甲和丁、乙、丙; a clause before a clause is parted by a comma. */
export function joinedBefore(text: string, { start, end }: Found, words: string): string {
  const before = text.slice(0, start)
  if (ENDS_ITSELF.test(words) || JOINS_ITSELF.test(text.slice(start))) return words
  if (before.endsWith('、')) return `${words}、`
  const after = text.slice(end)
  if (LIST_GOES_ON.test(after) && CONJUNCTION_BEFORE.test(before)) return `${words}、`
  if (!/[，。；：]$/u.test(before) && before !== '') return words
  // 院长，检察长 is a list of its own kind; what names a body or a person goes with the words behind it
  const inCommaList = before.endsWith('，') && after.startsWith('，')
  return inCommaList || (words.length >= SHORTEST_PHRASE && !QUALIFIES.test(words)) ? `${words}，` : words
}

/** 由甲, 办理其登记的, 县级以上人民政府: words that belong to the noun behind them. */
const QUALIFIES = /[的在对由将向为以把会院府门关局员人构位织体委长部业级]$/u

/** New words that end nothing come before the full stop that ends the provision. */
export function appended(text: string, words: string): { at: number; words: string } {
  if (/[。；：]$/u.test(words) || !/[。；]$/u.test(text)) return { at: text.length, words }
  return { at: text.length - 1, words: /^[，。；、：]/u.test(words) ? words : `，${words}` }
}

/** A whole sentence in front of a provision, without a mark of its own, is parted by a semicolon. */
export function prepended(words: string): string {
  return /[，。；、：]$/u.test(words) || !words.includes('，') ? words : `${words}；`
}

const STRONGER = '、，；：。'
const ADVERBIAL = /^(?:根据|按照|依照|依据|经|由|在|通过|结合|会同|对)/u

/** 甲；乙。 without 乙 is 甲。: of the two marks that meet, the one that ends more stays. */
export function withoutDangling(text: string, { start, end }: Found): Found {
  const before = text.charAt(start - 1)
  const after = text.charAt(end)
  const [left, right] = [STRONGER.indexOf(before), STRONGER.indexOf(after)]
  if (right < 0 && before === '、' && /^(?:和|及|以及|或)/u.test(text.slice(end))) return { start: start - 1, end }
  if (after === '' || right < 0) return { start, end }
  if (start === 0) return right < 4 ? { start, end: end + 1 } : { start, end }
  // 会同建设、公安: the first of a list takes its mark along
  if (left < 0 && after === '、') return { start, end: end + 1 }
  // 委员会根据计划，组织…: the comma went with the phrase that it closed
  if (left < 0 && after === '，' && ADVERBIAL.test(text.slice(start, end)) && /\p{Script=Han}/u.test(before)) return { start, end: end + 1 }
  if (left < 0 || before === '：') return { start, end }
  return right >= left ? { start: start - 1, end } : { start, end: end + 1 }
}
