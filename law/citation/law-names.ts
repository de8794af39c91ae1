/** Names of laws as they stand in running text. */
import { knownNameAtEnd } from './national-laws.ts'

export type BookTitle = { title: string; end: number }

const LONGEST_TITLE = 120
// what a 《…》 must end with to be a legal text; a certificate or a form has a 《…》 too
const LEGAL_ENDING = /(?:法|法典|宪法|条例|办法|规定|决定|规则|细则|解释|意见|通知|修正案|规程|准则|公约|协定|议定书|章程|纲要|决议|批复|答复|复函|制度|指引|通则|公告|命令|令|总则|纪要|方案|规范|批示|复函|关于.+函|安排|解答|条令|(?:两岸|互助|司法|贸易).*协议)$/u
// a gazette in which something is published
const GAZETTE = /(?:商标|产品)公告$/u
// 《[[…法]]》: the mark of a link that the container left
const WIKI_LINK = /\[\[([^\][]*)\]\]/gu
const TRAILING_NOTE = /[（(][^（）()]{1,12}[）)]$/u

/** Reads the balanced 《…》 that begins at `at`; null where it does not close. */
export function readBookTitle(text: string, at: number): BookTitle | null {
  if (text[at] !== '《') return null
  let depth = 0
  for (let end = at; end < text.length && end - at <= LONGEST_TITLE; end++) {
    if (text[end] === '《') depth++
    if (text[end] === '》' && --depth === 0) return { title: text.slice(at + 1, end).replace(WIKI_LINK, '$1'), end: end + 1 }
  }
  return null
}

/** Whether a title in 《》 is that of a legal text and not of a certificate, form or table. */
export function isLegalTitle(title: string): boolean {
  const words = title.replace(TRAILING_NOTE, '').trim()
  return LEGAL_ENDING.test(words) && !GAZETTE.test(words)
}

/** Titles are held against each other without 中华人民共和国, white space and width of brackets. */
export function titleKey(title: string): string {
  return title.normalize('NFKC').replace(/\s+/gu, '').replace(/^中华人民共和国/u, '')
}

/** The title inside 关于印发《…》的通知, null for other titles. */
export function issuedTitle(title: string): string | null {
  return /(?:印发|发布|公布|颁布|转发)[〈《]([^〈〉《》]+)[〉》]/u.exec(title)?.[1] ?? null
}

export type ShortName = { name: string; title: string; /** where the declaration stands, to leave it out */ start: number; end: number }

const DECLARATION = /[（(](?:[^（）()《》。]{1,60}[，,；;。])?\s*(?:以下|下)(?:统|均)?(?:简)?称(?:为)?\s*(?:[\p{Script=Han}]{0,4}(?=《))?[“"‘《〈]?([^“”"‘’《》〈〉（）()，。；、]{2,30})[”"’》〉]?\s*[）)]/gu

/**
 * Short names that a text declares: 《…》（以下简称《…》）, 本规定（以下简称…）, 民法典（以下简称…）.
 * `title` is `self` where the declared text is the text itself.
 */
export function declaredShortNames(text: string, ownTitle: string): ShortName[] {
  if (!text.includes('称')) return []
  const names: ShortName[] = []
  for (const match of text.matchAll(DECLARATION)) {
    const before = text.slice(Math.max(0, match.index - LONGEST_TITLE - 50), match.index)
    const name = match[1] ?? ''
    const end = match.index + match[0].length
    const title = titleBefore(before)
    if (title !== null) names.push({ name, title: titleKey(title) === titleKey(ownTitle) ? 'self' : title, start: match.index, end })
    else if (/本(?:法|条例|办法|规定|细则|解释|规则|决定)$/u.test(before)) names.push({ name, title: 'self', start: match.index, end })
  }
  return [...names, ...namesDeclaredTogether(text, ownTitle)]
}

// bounded, so that hostile input costs linear time
const FARTHEST_BACK = 1_000
const TOGETHER = /[（(]\s*以下分别(?:简)?称(?:为)?/gu

/** 《甲》、《乙》（以下分别简称《…》、《…》): the last titles before the bracket, in their order. */
function namesDeclaredTogether(text: string, ownTitle: string): ShortName[] {
  const names: ShortName[] = []
  for (const match of text.matchAll(TOGETHER)) {
    const end = closingBracket(text, match.index)
    const shorts = bookTitlesIn(text.slice(match.index, end))
    const titles = bookTitlesIn(text.slice(Math.max(0, match.index - FARTHEST_BACK), match.index)).slice(-shorts.length)
    if (shorts.length === 0 || titles.length !== shorts.length) continue
    shorts.forEach((name, at) => {
      const title = titles[at] ?? name
      names.push({ name, title: titleKey(title) === titleKey(ownTitle) ? 'self' : title, start: match.index, end })
    })
  }
  return names
}

function closingBracket(text: string, from: number): number {
  let depth = 0
  for (let at = from; at < Math.min(text.length, from + FARTHEST_BACK); at++) {
    if (/[（(]/u.test(text[at] ?? '')) depth++
    if (/[）)]/u.test(text[at] ?? '') && --depth === 0) return at + 1
  }
  return Math.min(text.length, from + FARTHEST_BACK)
}

function bookTitlesIn(text: string): string[] {
  const titles: string[] = []
  for (let at = text.indexOf('《'); at >= 0; ) {
    const book = readBookTitle(text, at)
    if (book) titles.push(book.title)
    at = text.indexOf('《', book ? book.end : at + 1)
  }
  return titles
}

/** `《…》` or `《…》（国发〔2020〕1号）` at the end of the words. */
function titleBefore(words: string): string | null {
  const before = words.replace(/[（(][^（）()《》]{1,40}[）)]$/u, '')
  if (!before.endsWith('》')) return null
  let depth = 0
  for (let at = before.length - 1; at >= 0 && before.length - at <= LONGEST_TITLE; at--) {
    if (before[at] === '》') depth++
    if (before[at] === '《' && --depth === 0) return before.slice(at + 1, -1)
  }
  return null
}

// only for names that are not known
const LEAD_IN = /(?:依照|按照|根据|依据|违反|适用|符合|参照|遵守|执行|触犯|构成|属于|除|是指|以及|或者|应当|实施(?!条例|细则|办法)|认定|包括|超过|确定|对|与|和|及|或|由|在|有|以|并|为|的|按|依|如|其|就|因|将|把|被|于|原|新|旧)/gu
const BARE_NAME = /(?:法典|[^方合违执司立非守犯办]法|立法法|司法|合同法|宪法|条例)$/u
/** other kinds only with a name long enough to be one: 环境行政处罚办法, but not 管理办法 */
const LONG_NAME = /^.{4,}(?:办法|细则|规则|规程|规定|安排|解释|条约|公约|协定|议定书)$/u
const NEVER_A_NAME = /^(?:本|该|各|此|上述|有关|相关|前述|国家|同)/u
/** 该法: a law named before, not one of this name */
const SAID_NAME = /(?:[该此各本]|(?<!合)同)(?:实施|暂行)?(?:法|法典|条例|办法|规定|解释|细则|规则|决定)$/u
const NOTE_BEHIND = /[（(][^（）()《》]{1,20}[）)]$/u

/** A law named without 《》. `start` is where the name begins. */
export type BareName = { law: string; start: number }

/** The bare name of a law that ends at `at` and begins at `floor` or later (民法典第八十四条), null where there is none. */
export function bareLawName(text: string, at: number, floor = 0): BareName | null {
  const before = text.slice(Math.max(floor, at - 60), at)
  // 刑法（1997年）第三条
  const end = at - (NOTE_BEHIND.exec(before)?.[0].length ?? 0)
  const words = /[\p{Script=Han}]{2,40}$/u.exec(text.slice(Math.max(floor, end - 40), end))?.[0]
  if (words === undefined) return null
  const known = knownNameAtEnd(words)
  if (known !== null) return { law: known.law, start: end - known.length }
  if (SAID_NAME.test(words)) return null
  let start = 0
  for (const match of words.matchAll(LEAD_IN)) {
    const after = match.index + match[0].length
    if (words.length - after >= 2) start = after
  }
  const name = words.slice(start)
  if (NEVER_A_NAME.test(name) || !(BARE_NAME.test(name) || LONG_NAME.test(name))) return null
  return { law: name, start: end - name.length }
}

/** The law that the title of a court paper, or of a text without 条, is about: bare numbers that the text lacks belong to it. */
export function impliedLaw(title: string, form: 'articles' | 'outline'): string | null {
  if (form === 'articles' && !/^最高人民(?:法院|检察院)/u.test(title)) return null
  const book = readBookTitle(title, title.indexOf('《'))
  if (book) return book.title
  const named = /^.*?(?:适用|执行|实施|关于)(.*)$/u.exec(title)?.[1] ?? ''
  for (let end = 2; end <= named.length; end++) {
    const law = bareLawName(named.slice(0, end), end)
    if (law) return law.law
  }
  return null
}
