/** What stands before the body: letter, title, 题注, 目录, preamble. */
import { closeUp } from './labels.ts'
import type { ScannedLine } from './scan.ts'
import type { Problem, Remark } from './tree.ts'

export type Front = {
  notice: string[]
  title: string
  note: string
  preamble: string[]
  contents: string[]
  /** preamble lines that stand before 题注 and before 目录 */
  noteAt: number
  contentsAt: number
  /** with `wordsAreBody`: the lines after title and 题注 */
  rest: ScannedLine[]
  problems: Problem[]
  remarks: Remark[]
}

const DATE = String.raw`(?:(?:[\d０-９]{4}|[一二三四五六七八九〇○零]{4})\s*年\s*[\d０-９一二三四五六七八九十]{1,3}\s*月\s*[\d０-９一二三四五六七八九十]{1,3}\s*日|\d{4}-\d\d-\d\d(?=\s))`
export const DATE_ONLY = new RegExp(`^${DATE}$`)
const DATE_AT_HEAD = new RegExp(`^${DATE}`)
/** 文号: 国发〔2018〕41号, 第179号, （12届）第3号 */
export const DOCUMENT_NUMBER =
  /^[\u4e00-\u9fff、]{1,20}\s*[〔［[(（]\s*\d{4}\s*[〕］\])）]\s*(?:第)?\s*\d+\s*号$|^[(（]?\s*第\s*[\d一二三四五六七八九十百零〇]+\s*号\s*[)）]?$|^[\u4e00-\u9fff]{2,30}(?:令|公告)\s*[(（]?第?\s*[\d一二三四五六七八九十百零〇]+\s*号[)）]?$/
const GENRE =
  /(?:法|典|条例|办法|规定|规则|细则|规程|准则|章程|纲要|规划|计划|方案|决定|决议|解释|修正案|修正文本|通知|通报|意见|批复|复函|请示|通告|公告|公报|报告|答复|制度|标准|目录|要点|实施意见|函|令|释义|说明|预案|守则|公约|指南|指引|清单|暂行条例|建议|议案)(?:\s*[(（][^()（）]*[)）])*$/
/** a title with 关于 is complete only with 的…通知, 的…意见; 制度 in its middle does not end it */
const GENRE_AFTER_ABOUT = /的[\u4e00-\u9fff]{0,6}$|》[\u4e00-\u9fff]{0,4}$|若干[\u4e00-\u9fff]{2,4}$/
const ENACTMENT = /通过|公布|批准|修正|修订|修改|发布|施行|实施|废止|印发|颁布|备案/
const NOTE_LABELS = /^(?:制定机关|发布机关|公布机关|生效日期|施行时间|施行日期|实施日期|公布日期|发布日期|通过日期|参见|根据下列|时效性|效力)/
const NOTE_SENTENCE = /^(?:该|本|根据).{0,80}(?:\d{4}|[一二〇○零]{4})年.{0,80}(?:施行|实施|修正|修订|通过|公布)[。）)]?$/
const LETTER = /印发给你们|现予公布|现予发布|现公布|现发布|现转发|转发给你们|现将|遵照执行|贯彻执行|认真执行|现予印发|予以公布|已经.*通过|业经|令$/
const AFTER_SIGNATURE = /^[（(](?:此件|本文|此文).{0,20}[)）]$|^附\s*件?\s*[:：]?$|^附件[:：].*$|^附件\s*[一二三四五六七八九十\d]*$/
const LONGEST_TITLE_LINE = 90
const MOST_TITLE_LINES = 5
/** a bracket left open longer than this was never closed */
const NOTE_LOOK_BACK = 12

function unclosed(text: string, open: string, close: string): boolean {
  let depth = 0
  for (const character of text) {
    if (open.includes(character)) depth += 1
    else if (close.includes(character) && depth > 0) depth -= 1
  }
  return depth > 0
}

function isTitleLine(line: ScannedLine): boolean {
  const { text } = line
  if (line.kind === 'table' || line.kind === 'annex' || line.kind === 'marker') return false
  if (text.length > LONGEST_TITLE_LINE) return false
  if (/[。；：:;，,]$/.test(text)) return false
  if (/^[（(]/.test(text)) return false
  if (/^点击/.test(text)) return false
  return !DATE_AT_HEAD.test(text) && !DOCUMENT_NUMBER.test(text) && !NOTE_LABELS.test(text)
}

function beginsNote(text: string): boolean {
  if (NOTE_LABELS.test(text) || DATE_ONLY.test(text)) return true
  if (/^[（(]/.test(text)) return ENACTMENT.test(text) || DATE_AT_HEAD.test(text.slice(1).trim()) || unclosed(text, '（(', '）)')
  if (DATE_AT_HEAD.test(text)) return ENACTMENT.test(text) || text.length < 60
  return NOTE_SENTENCE.test(text)
}

/** an event of a 题注 ends so */
const EVENT_END = /(?:通过|批准|公布|发布|修正|修订|施行|实施|备案|废止)[)）]?$/
const DATE_BEGUN = /^\d{4}\s*年(?:\s*\d{1,2}\s*月(?:\s*\d{1,2})?)?$/
const LONGEST_EVENT = 300
const SHORTEST_CUT_LINE = 20
const LIKE_ARTICLE = /^[第笫][一二三四五六七八九十百千零〇]{1,9}条/
const DANGLING = /[\u4e00-\u9fff）)]\s+(根据|依据|按照)$/

/** The line before broke off: in the middle of a date, or of a long event (青岛海洋环境保护规定 2018). */
function completesEvent(last: string, text: string): boolean {
  if (DATE_BEGUN.test(last) && /^[年月日\d]/.test(text)) return true
  if (text.length > LONGEST_EVENT || last.length < SHORTEST_CUT_LINE || EVENT_END.test(last) || /[号日)）。]$/.test(last)) return false
  return /通过|批准|修正|修订/.test(text) && !/制定本/.test(text)
}

function continuesNote(open: boolean, last: string, text: string): boolean {
  if (open) return true
  if (beginsNote(text) || DATE_BEGUN.test(text) || completesEvent(last, text)) return true
  // an event whose date stands in the line before
  if (text.length < 120 && EVENT_END.test(text) && !text.includes('。')) return true
  if (/^\d+[.．、]\s*/.test(text) && DATE_AT_HEAD.test(text.replace(/^\d+[.．、]\s*/, ''))) return true
  // the second half of a line that was broken: 会议通过）
  if (/[)）]$/.test(text) && !/[（(]/.test(text) && text.length < 80) return true
  return /^根据/.test(text) && ENACTMENT.test(text) && text.length < 200 && !/制定本/.test(text)
}

/** …第一次修正  根据 at the end of a line whose next one begins with a date; a line that begins like an article. */
function oddNoteLine({ text, line }: ScannedLine): Remark[] {
  if (LIKE_ARTICLE.test(text)) {
    const message = '题注中这一行以“第…条”开头，是上一行的后半句，留在题注里，没有当作条文。'
    return [{ line, code: 'note-broken', message }]
  }
  const dangling = DANGLING.exec(text)?.[1]
  return dangling === undefined ? [] : [{ line, code: 'note-broken', message: `题注这一行写到“${dangling}”就断了，照原样保留，下文见下一行。` }]
}

const bare = (text: string): string => text.replace(/\s+/g, '')

function isWholeTitle(joined: string): boolean {
  if (!GENRE.test(joined) || unclosed(joined, '《〈（(', '》〉）)')) return false
  return !joined.includes('关于') || GENRE_AFTER_ABOUT.test(joined.replace(/[(（][^()（）]*[)）]$/, ''))
}

/** Number of lines from `from` on that together are a title; 0 where none begins there. */
function titleLength(lines: readonly ScannedLine[], from: number, known: string | undefined): number {
  const wanted = known === undefined ? '' : bare(known)
  let joined = ''
  let count = 0
  while (count < MOST_TITLE_LINES) {
    const line = lines[from + count]
    if (line === undefined) break
    const next = joined + bare(line.text)
    if (wanted !== '' && (wanted === next || (wanted.startsWith(next) && next !== ''))) {
      joined = next
      count += 1
      if (wanted === next) return count
      continue
    }
    if (!isTitleLine(line)) break
    if (count > 0 && line.kind !== 'plain') break
    joined = next
    count += 1
    if (isWholeTitle(joined)) return count
  }
  // no known genre at the end: the first line alone, unless the following lines clearly go on
  if (count > 1 && !GENRE.test(joined)) return 1
  return count
}

/** Splits off the 目录: its own heading and the division headings before the body. */
function contentsRange(lines: readonly ScannedLine[]): { from: number; to: number } | null {
  let from = -1
  let to = -1
  for (const [i, line] of lines.entries()) {
    if (from < 0 && (/^目[录次]$/.test(bare(line.text)) || line.kind === 'division')) from = i
    if (from >= 0 && line.kind === 'division') to = i
  }
  if (from < 0) return null
  const before = lines[from - 1]
  if (before !== undefined && /^(?:序言|前言|引言)$/.test(bare(before.text))) from -= 1
  return { from, to: Math.max(to, from) + 1 }
}

/** Index after the signature of a letter (令, 通知) that issues the text; 0 where there is no letter. */
function letterEnd(lines: readonly ScannedLine[]): number {
  for (let d = lines.length - 1; d >= 2; d -= 1) {
    if (!DATE_ONLY.test(lines[d]?.text ?? '')) continue
    const before = lines.slice(0, d)
    if (!before.some(({ text }) => /[：:]$/.test(text) || LETTER.test(text))) return 0
    let end = d + 1
    while (end < lines.length && AFTER_SIGNATURE.test(lines[end]?.text ?? '')) end += 1
    return end
  }
  return 0
}

const STATE = '中华人民共和国'
/** the name of the state with one character lost or another in its place */
const STATE_MISPRINTED = new RegExp(Array.from(STATE, (_, at) => `${STATE.slice(0, at)}[\\u4e00-\\u9fff]?${STATE.slice(at + 1)}`).join('|'))
/** 最高人民法院于审理…: 关 was lost */
const ABOUT_MISPRINTED = /^最高人民(?:法院|检察院)于/

/** A misprint in names that every title spells alike; null where none is found. */
function misprintIn(title: string): { printed: string; meant: string } | null {
  const words = bare(title)
  const state = STATE_MISPRINTED.exec(words.replaceAll(STATE, '　'))?.[0]
  if (state !== undefined) return { printed: state, meant: STATE }
  const about = ABOUT_MISPRINTED.exec(words)?.[0]
  return about === undefined ? null : { printed: about, meant: about.replace(/于$/, '关于') }
}

/** The title that the file itself names may be cut in its middle; the first line of the text then goes on. */
function joinKnownTitle(known: string | undefined, printed: string): string {
  if (known === undefined) return printed
  const cut = bare(known)
  const rest = bare(printed)
  if (cut === '' || rest === '' || rest.startsWith(cut)) return printed
  return /(?:关于|的|修改|废止|修正|、)$/.test(cut) && !rest.includes(cut) ? cut + printed : printed
}

/**
 * Parses the lines before the body.
 * @param known title that the container or a manifest names; decides where the printed title is found
 * @param wordsAreBody the text has neither 条 nor numbers: what follows title and 题注 is its body
 */
export function parseFront(lines: readonly ScannedLine[], known: string | undefined, wordsAreBody = false): Front {
  const range = wordsAreBody ? null : contentsRange(lines)
  const contents = range === null ? [] : lines.slice(range.from, range.to).map(({ text }) => text)
  const head = range === null ? [...lines] : lines.slice(0, range.from)
  const tail = range === null ? [] : lines.slice(range.to)
  const problems: Problem[] = []
  const remarks: Remark[] = []

  const letter = letterEnd(head)
  // a letter with nothing after it issues a text without a title of its own: the letter's title serves
  let at = letter < head.length ? letter : 0
  let length = 0
  const first = at
  const seek = (from: number): void => {
    for (at = from; at < head.length; at += 1) if ((length = titleLength(head, at, known)) > 0) return
  }
  seek(at)
  if (length === 0 && first > 0) seek(0)
  if (length === 0) at = 0
  const notice = head.slice(0, at).map(({ text }) => text)
  const titleLines = head.slice(at, at + length)
  const printedTitle = titleLines.map(({ text }) => (/^(?:\S\s+)+\S$/.test(text) ? bare(text) : text)).join('')
  const title = length === 0 ? (known ?? '') : at === 0 ? joinKnownTitle(known, printedTitle) : printedTitle

  const titleLine = titleLines[0]?.line ?? 1
  if (title !== printedTitle && length > 0) {
    problems.push({ line: titleLine, code: 'suspicious-title', message: '文件信息中的标题与正文第一行各是标题的一半，已合为一个标题，请核对。' })
  }

  const misprint = misprintIn(title)
  if (misprint !== null) {
    problems.push({ line: titleLine, code: 'suspicious-title', message: `标题中的“${misprint.printed}”像是“${misprint.meant}”印错，已照原样保留，请核对。` })
  }

  let i = at + length
  const preamble: string[] = []
  const repeated = titleLength(head, i, title)
  if (repeated > 0 && bare(head.slice(i, i + repeated).map(({ text }) => text).join('')) === bare(title)) {
    const again = head.slice(i, i + repeated)
    preamble.push(...again.map(({ text }) => text))
    for (const { line } of again) problems.push({ line, code: 'unplaced', message: '标题重复出现，重复的部分保留在正文之前。' })
    i += repeated
  }
  const noteLines: string[] = []
  let noteAt = 0
  let open = false
  for (; i < head.length; i += 1) {
    const line = head[i]
    if (line === undefined) break
    if (line.kind !== 'table' && (noteLines.length === 0 ? beginsNote(line.text) : noteAt === preamble.length && continuesNote(open, noteLines.at(-1) ?? '', line.text))) {
      if (noteLines.length === 0) noteAt = preamble.length
      noteLines.push(line.text)
      remarks.push(...oddNoteLine(line))
      const lastLines = noteLines.slice(-NOTE_LOOK_BACK).join('')
      open = unclosed(lastLines, '（(', '）)') || unclosed(lastLines, '《', '》')
    } else if (wordsAreBody) {
      break
    } else {
      preamble.push(line.text)
    }
  }
  const note = noteLines.join('\n')
  if (note === '') noteAt = 0
  const contentsAt = contents.length === 0 ? 0 : preamble.length
  for (const line of tail) preamble.push(line.text)
  for (const line of lines.slice(0, lines.length - (wordsAreBody ? head.length - i : 0))) {
    if (line.kind !== 'table') continue
    problems.push({ line: line.line, code: 'unplaced', message: '正文之前有一个表格，按文字逐行保留。' })
  }
  return { notice, title, note, preamble, contents, noteAt, contentsAt, rest: head.slice(i), problems, remarks }
}

/** Heading of a contents entry without dots and page number. */
export function contentsEntry(text: string): string {
  return closeUp(text.replace(/[.…·．\s]{2,}\s*[-－—]?\d*[-－—]?\s*$/, '').replace(/\s+\d+$/, '')).replace(/\s+/g, '')
}
