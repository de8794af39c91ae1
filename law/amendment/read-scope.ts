/** Which statements of a decision speak of the text that is to be amended. */
import { readBookTitle, titleKey } from '../citation/index.ts'
import { ordersSomething, type Statement } from './read-statements.ts'

export type Scope = {
  statements: Statement[]
  /** titles that the decision names, where none of them is the title of the text */
  other: string[]
  /** the decision changes several texts and does not part what it says of each */
  unclear: boolean
}

const key = (title: string): string => titleKey(title).replaceAll('中华人民共和国', '').replace(/[〈<]/g, '《').replace(/[〉>]/g, '》').replace(/[(（](?![一二三四五六七八九十]+[)）])[^()（）]*[)）]$/u, '')

/** Same title: 中华人民共和国 aside, and what stands in brackets at its end unless it numbers texts of one name (（二）); `loose`: also one that ends like the other. */
function isTitleOf(title: string, base: string, loose: boolean): boolean {
  const [one, other] = [key(title), key(base)]
  if (one === other) return true
  if (titleKey(title) === titleKey(base)) return true
  return loose && one.length >= 2 && other.length >= 2 && (one.endsWith(other) || other.endsWith(one))
}

const BEFORE_TITLE = /^(?:对|修改|将|关于)?$/
const AFTER_TITLE = /^(?:（[^（）]*）)?(?:的)?(?:作(?:出|如下|以下|了)*(?:如下|以下)*修改(?:和[^，。：]{1,6})?|修改如下|的?修改|作(?:出)?(?:如下|以下)修正)?(?:如下)?[：。]?$/

const BARE_TITLE = /^[\p{Script=Han}、《》〈〉（）]{2,60}(?:法|条例|办法|规定|规则|细则|决定|解释|章程)(?:（[^（）]{1,12}）)?[：。]?$/u

/** The title in 一、对《某某条例》作出修改, （一）《某某条例》 or 二、某某条例; null for other statements. */
function headingTitle(statement: Statement): string | null {
  if (statement.marker === null) return null
  if (BARE_TITLE.test(statement.skeleton) && !/^(?:对|将|在|删|增|修改|按|依|本)/u.test(statement.skeleton)) return statement.skeleton.replace(/[：。]$/u, '')
  const at = statement.skeleton.indexOf('《')
  const book = at < 0 ? null : readBookTitle(statement.skeleton, at)
  if (book === null || !BEFORE_TITLE.test(statement.skeleton.slice(0, at)) || !AFTER_TITLE.test(statement.skeleton.slice(book.end))) return null
  return book.title
}

/** The title in 将《某某条例》第五条…; null where the words name no law by its title. */
function ownTitle(statement: Statement): string | null {
  const at = statement.skeleton.search(/^(?:将|对|在|删去|删除)?《/)
  if (at < 0) return null
  const open = statement.skeleton.indexOf('《')
  const book = readBookTitle(statement.skeleton, open)
  return book !== null && /^(?:的?(?:名称|标题)|第|中的?|的|序言|附)/.test(statement.skeleton.slice(book.end)) ? book.title : null
}

const SHORT_NAME = /以下(?:分别|统)?(?:简)?称(?:为)?[“”《〈]*([^“”《》〈〉）)，。]{1,20})/gu

function bookTitles(words: string): string[] {
  const titles: string[] = []
  for (let at = words.indexOf('《'); at >= 0; ) {
    const book = readBookTitle(words, at)
    if (book !== null) titles.push(book.title)
    at = words.indexOf('《', book === null ? at + 1 : book.end)
  }
  return titles
}

/** Titles that the decision says it changes, before its first order. */
function namedInFront(statements: readonly Statement[], title: string): string[] {
  const first = statements.findIndex(({ marker, skeleton, quotations }) => marker !== null || (quotations.length > 0 && ordersSomething(skeleton)) || /^(?:删去|删除|将)第/.test(skeleton))
  const front = [title, ...statements.slice(0, first < 0 ? 0 : first).map(({ skeleton }) => skeleton)].join('')
  const amendment = /([\p{Script=Han}]{1,30}?)修正案/u.exec(title.replace(/^.*?关于/u, ''))?.[1]
  return [...bookTitles(front), ...(amendment === undefined || /《/.test(title) ? [] : [amendment])]
}

const PACKAGE = /》等[一二两三四五六七八九十百0-9]+(?:件|部|个|项|篇)|部分(?:地方性)?(?:法规|行政法规|规章|法律)的决定/u

/**
 * The statements on `base` (its title): the sections that name it, those outside of sections that name no other law.
 * A decision without any title is taken to be on it.
 */
export function scopeOf(statements: readonly Statement[], base: string, title: string): Scope {
  const headings = statements.map(headingTitle)
  const titles = headings.filter((one) => one !== null)
  const everything = statements.map(({ text }) => text).join('\n')
  const shortNames = new Set([...everything.matchAll(SHORT_NAME)].map((match) => match[1] ?? ''))
  const inFront = namedInFront(statements, title)
  const mentioned = [...(titles.length > 0 ? titles : inFront), ...statements.flatMap((one) => ownTitle(one) ?? [])].filter((one) => !shortNames.has(one))
  const loose = !mentioned.some((one) => isTitleOf(one, base, false))
  const ofBase = (one: string): boolean => base === '' || isTitleOf(one, base, loose)
  if (mentioned.length > 0 && !mentioned.some(ofBase)) return { statements: [], other: [...new Set(mentioned)], unclear: false }
  const several = PACKAGE.test(`${title}${statements.slice(0, 3).map(({ skeleton }) => skeleton).join('')}`)
  if (several && titles.length === 0 && statements.every((one) => ownTitle(one) === null)) return { statements: [], other: [], unclear: true }
  const single = new Set(mentioned.map(key)).size <= 1
  type Scope = { level: number; own: boolean }
  let section: Scope | null = null
  let named = null as Scope | null
  const kept: Statement[] = []
  for (const [i, statement] of statements.entries()) {
    const heading = headings[i] ?? null
    const level = statement.marker?.level ?? null
    if (heading !== null && level !== null) {
      section = { level, own: ofBase(heading) }
      named = null
      continue
    }
    if (section !== null && level !== null && level <= section.level) section = null
    if (named !== null && level !== null && level <= named.level) named = null
    // a title in the words themselves says more than the heading above them; what follows without a number goes with it
    const own = ownTitle(statement)
    if (own !== null && !shortNames.has(own)) named = { level: level ?? named?.level ?? 1, own: ofBase(own) || single }
    if (isClosing(statement) || (named?.own ?? section?.own ?? titles.length === 0)) kept.push(statement)
  }
  return { statements: kept, other: [], unclear: false }
}

/** 本决定自…起施行; 《…》根据本决定作相应修改，重新公布: no instructions, but they may say that numbers follow. */
export function isClosing({ skeleton }: Statement): boolean {
  return /^(?:此外，对(?:相关|上述|以上|有关)[^，。]{2,12}?(?:中的|的)(?:条文|条款)|本(?:决定|修正案|修改决定)(?:自|由|从|通过|施行|公布|生效|实施)|《.*》(?:等[^，。]{0,30})?(?:根据|依据|按照)本|根据本(?:决定|修正案)|.{0,60}根据本(?:决定|修正案)作相应)/.test(skeleton)
}
