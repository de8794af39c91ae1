/** Title, organ, dates of a text as far as it states them itself. Unknown stays unknown. */
import { DOCUMENT_NUMBER } from './parse-front.ts'
import { readNumber } from './numerals.ts'
import { plainText } from './print.ts'
import type { LegalText } from './tree.ts'

export type HistoryKind = 'adopted' | 'approved' | 'promulgated' | 'amended' | 'revised' | 'effective' | 'repealed'
/** One event of the 题注 in the order in which it is printed; `date` is YYYY-MM-DD. */
export type HistoryEvent = { kind: HistoryKind; date: string; text: string }
export type EffectiveBasis = 'stated' | 'fromDecision' | 'inferred' | 'unknown'

export type TextMetadata = {
  title: string
  issuer?: string
  /** of the version at hand: the last event of its kind */
  adopted?: string
  approved?: string
  promulgated?: string
  effectiveFrom?: string
  /**
   * `stated`: the text names the date; `fromDecision`: the 题注 names the date of effect of its last amendment;
   * `inferred`: 自公布之日起施行 and the day of promulgation is known; otherwise `unknown`.
   */
  effectiveBasis: EffectiveBasis
  documentNo?: string
  history: HistoryEvent[]
}

/** 2024年7月26日, ２００４年６月１６日, 二○○四年六月十六日, 2024-07-26 */
const DATE_SOURCE = String.raw`([\d０-９]{4}|[一二三四五六七八九〇○零]{4})\s*[年-]\s*([\d０-９]{1,2}|[一二三四五六七八九十]{1,3})\s*[月-]\s*([\d０-９]{1,2}|[一二三四五六七八九十]{1,3})(?:\s*日|(?<=-\d\d)(?!\d))`
const DATE = new RegExp(DATE_SOURCE)
const ALL_DATES = new RegExp(DATE_SOURCE, 'g')
const EFFECT_DATE = new RegExp(`自\\s*${DATE_SOURCE}\\s*起?\\s*(?:施行|实施|生效|执行|试行)`)
const EFFECT_LABEL = new RegExp(`(?:生效|施行|实施)(?:日期|时间)[：:]\\s*${DATE_SOURCE}`)
const AT_PROMULGATION = /自(?:公布|发布|印发|颁布|通过)之日起(?:施行|实施|生效|执行|试行)/
const ORGAN =
  /(?:第[零一二三四五六七八九十]+届)?(?:全国人民代表大会常务委员会|全国人民代表大会)|[\u4e00-\u9fff]{2,30}?人民代表大会常务委员会|[\u4e00-\u9fff]{2,30}?人民代表大会|国务院办公厅|国务院|最高人民法院|最高人民检察院|[\u4e00-\u9fff]{2,20}?人民政府(?:办公[厅室])?/
const SESSION = /第[零〇一二三四五六七八九十百\d]+(?:届|次)/g
const MOST_CLAUSES_BACK = 3

function pad(n: number): string {
  return String(n).padStart(2, '0')
}

/** Reads 2024年7月26日 and 二○○四年六月十六日 as YYYY-MM-DD; null where it is no day of the calendar. */
export function readDate(text: string): string | null {
  const match = DATE.exec(text)
  return match === null ? null : dateOf(match)
}

function dateOf(match: RegExpMatchArray): string | null {
  const [year, month, day] = [match[1], match[2], match[3]].map((part) => readNumber(part ?? ''))
  if (year == null || month == null || day == null) return null
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  if (month < 1 || month > 12 || day < 1 || day > days) return null
  return `${year}-${pad(month)}-${pad(day)}`
}

/** Cuts a 题注 into events: each date begins one, unless it follows 自 (a date of effect inside an event). */
function events(note: string): { date: string; text: string }[] {
  const flat = note.replace(/^[（(]|[)）]$/g, '').replace(/\s*\n\s*/g, ' ')
  const found = [...flat.matchAll(ALL_DATES)].filter((match) => !/自\s*$/.test(flat.slice(0, match.index)))
  const parts: { date: string; text: string }[] = []
  for (const [i, match] of found.entries()) {
    const date = dateOf(match)
    const from = /根据\s*$/.exec(flat.slice(0, match.index))?.index ?? match.index
    const next = found[i + 1]
    const to = next === undefined ? flat.length : next.index
    const text = flat.slice(i === 0 ? 0 : from, to).replace(/根据\s*$/, '').trim()
    if (date !== null) parts.push({ date, text })
  }
  return parts
}

const KINDS: readonly (readonly [RegExp, HistoryKind])[] = [
  [/批准/, 'approved'],
  [/修订/, 'revised'],
  [/修正|修改/, 'amended'],
  [/废止/, 'repealed'],
  [/通过/, 'adopted'],
  [/公布|发布|颁布|印发/, 'promulgated'],
  [/施行|实施|生效/, 'effective'],
]

/** What happened, read from the end of the event, since titles inside 《》 name other acts. */
function kindsOf(text: string): HistoryKind[] {
  const words = text.replace(/《[^》]*》/g, '')
  const kinds = KINDS.filter(([pattern]) => pattern.test(words)).map(([, kind]) => kind)
  // 通过 of an amending decision is the amendment; 公布施行 is a promulgation
  if (kinds.includes('amended') || kinds.includes('revised')) return kinds.filter((kind) => kind === 'amended' || kind === 'revised')
  if (kinds.includes('promulgated')) return kinds.filter((kind) => kind !== 'effective')
  return kinds
}

function readHistory(text: LegalText): HistoryEvent[] {
  const history: HistoryEvent[] = []
  const list = /根据下列修正案修正/.test(text.note)
  for (const { date, text: words } of events(text.note)) {
    const kinds = kindsOf(words)
    if (kinds.length === 0 && list) kinds.push('amended')
    for (const kind of kinds) history.push({ kind, date, text: words })
  }
  return history
}

function lastOf(history: readonly HistoryEvent[], ...kinds: HistoryKind[]): string | undefined {
  return history.filter(({ kind }) => kinds.includes(kind)).at(-1)?.date
}

/** Words of the last articles: 施行 stands in the last, sometimes with a 废止 clause after it. */
function commencementWords(text: LegalText): string[] {
  const articles = text.articles.filter(({ paragraphs }) => paragraphs.length > 0)
  const words = articles.slice(-MOST_CLAUSES_BACK).reverse().map(plainText)
  return text.form === 'outline' ? [...words, ...[...text.preamble].reverse()] : words
}

/** The 题注 without the titles and dates in it; a name broken over two of its lines is whole again. */
function noteWords(text: LegalText): string {
  return text.note.replace(/\n/g, '').replace(/《[^》]*》/g, '').replace(ALL_DATES, ' ')
}

function issuerOf(text: LegalText): string | undefined {
  const stated = /(?:制定|发布|公布)机关：\s*([^\s；;]+)/.exec(text.note)
  if (stated?.[1] !== undefined) return stated[1]
  const named = ORGAN.exec(noteWords(text).replace(SESSION, ''))
  if (named !== null) return named[0]
  const order = /^(.{2,40}?)令/.exec(documentNumber(text) ?? '')?.[1]
  if (order !== undefined && !order.endsWith('主席')) return order
  const inTitle = /^([\u4e00-\u9fff]{2,30}?)关于/.exec(text.title.replace(/\s+/g, ''))
  if (inTitle?.[1] !== undefined && ORGAN.test(inTitle[1])) return ORGAN.exec(inTitle[1])?.[0]
  const signature = [...text.notice, ...text.closing].find((line) => line.length <= 30 && ORGAN.exec(line)?.[0] === line.trim())
  return signature?.trim()
}

const NUMBER_IN_NOTE = /[\u4e00-\u9fff、]{2,40}(?:令|公告)\s*第?\s*[\d一二三四五六七八九十百零〇]+\s*号|第\s*[\d一二三四五六七八九十百零〇]+\s*号(?=公告|令)/

function documentNumber(text: LegalText): string | undefined {
  const lines = [...text.notice, ...text.preamble].map((line) => line.trim())
  const at = lines.findIndex((line) => DOCUMENT_NUMBER.test(line))
  const line = lines[at]
  // 广州市人民政府令 and 第179号 on two lines are one number
  if (line !== undefined) return /^第/.test(line) && /(?:令|公告)$/.test(lines[at - 1] ?? '') ? `${lines[at - 1] ?? ''}${line}` : line
  return NUMBER_IN_NOTE.exec(noteWords(text))?.[0]
}

/** Day on which the letter that issues the text was signed. */
function letterDate(text: LegalText): string | undefined {
  const lines = text.form === 'outline' || text.notice.length === 0 ? [...text.notice, ...text.closing] : text.notice
  const line = lines.find((words) => DATE.exec(words.trim())?.[0] === words.trim())
  return line === undefined ? undefined : (readDate(line) ?? undefined)
}

/** The date of effect that the 题注 names: 施行时间：…, a line `2007年1月1日 施行`, or 自…起施行 at its end. */
function effectInNote(text: LegalText, history: readonly HistoryEvent[]): string | null {
  const labelled = EFFECT_LABEL.exec(text.note)
  if (labelled !== null) return readDate(labelled[0])
  const last = history.at(-1)
  if (last?.kind === 'effective') return last.date
  const clause = /自[^自]*(?:施行|实施)[^自]*$/.exec(text.note)
  const match = clause === null ? null : EFFECT_DATE.exec(clause[0])
  return match === null ? null : dateOf(match)
}

function effect(
  text: LegalText,
  history: readonly HistoryEvent[],
  promulgated: string | undefined,
): Pick<TextMetadata, 'effectiveFrom' | 'effectiveBasis'> {
  const changed = lastOf(history, 'amended', 'revised')
  const noted = effectInNote(text, history)
  if (noted !== null && changed !== undefined) return { effectiveFrom: noted, effectiveBasis: 'fromDecision' }
  for (const words of commencementWords(text)) {
    const stated = EFFECT_DATE.exec(words)
    const date = stated === null ? null : dateOf(stated)
    if (date !== null) return { effectiveFrom: date, effectiveBasis: 'stated' }
    if (!AT_PROMULGATION.test(words)) continue
    // of a text amended since, this is the earlier version's clause: the amendment has a date of its own, which is not here
    if (promulgated === undefined || (changed !== undefined && changed > promulgated)) return { effectiveBasis: 'unknown' }
    return { effectiveFrom: promulgated, effectiveBasis: 'inferred' }
  }
  return noted === null ? { effectiveBasis: 'unknown' } : { effectiveFrom: noted, effectiveBasis: 'stated' }
}

/**
 * Reads what a text says of itself in title, 题注, letter and commencement article (立法法 arts 61, 65).
 * The stated date of effect of an amended text is usually that of its first version; `history` shows the amendments.
 */
export function readMetadata(text: LegalText): TextMetadata {
  const history = readHistory(text)
  const metadata: TextMetadata = { title: text.title, effectiveBasis: 'unknown', history }
  const issuer = issuerOf(text)
  const adopted = lastOf(history, 'adopted', 'amended', 'revised')
  const approved = lastOf(history, 'approved')
  const promulgated = lastOf(history, 'promulgated') ?? letterDate(text)
  const documentNo = documentNumber(text)
  if (issuer !== undefined) metadata.issuer = issuer
  if (adopted !== undefined) metadata.adopted = adopted
  if (approved !== undefined) metadata.approved = approved
  if (promulgated !== undefined) metadata.promulgated = promulgated
  if (documentNo !== undefined) metadata.documentNo = documentNo
  return Object.assign(metadata, effect(text, history, promulgated))
}
