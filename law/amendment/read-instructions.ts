/** Statements to instructions: formula after formula is taken off the words until nothing is left. */
import { keepContext } from './draft-instructions.ts'
import { type Drafted, matchFormula } from './formula.ts'
import { FORMULAE } from './formulae.ts'
import type { Instruction, Place } from './instruction.ts'
import { NOWHERE, type PlaceContext } from './read-place.ts'
import { isClosing } from './read-scope.ts'
import { ordersSomething, QUOTE, type Statement, wordsOf } from './read-statements.ts'

export type Unread = { line: number; text: string; unclosed: boolean }
export type ReadInstructions = {
  instructions: Instruction[]
  /** numbers and citations follow, as the closing clause says */
  renumberAll: boolean
}

const BETWEEN = /(?:[，；。、：！]|(?:并|同时|此外|另外)(?=[，\uE000将在删第增对]))+/uy
const PURPOSE = /^为了?[^\uE000]*?，(?=(?:现)?(?:将|在|对)[^，]*第)/u
const NO_ORDER =
  /^(?:作(?:如下|以下|出|了)?(?:如下)?修改|(?:现)?(?:决定)?对.{0,80}(?:部分|个别|有关)?(?:条文|条款|内容)?(?:作(?:出)?|进行)(?:如下|以下|相应)?(?:的)?(?:修改|修正)(?:如下)?|修改如下|如下|现予公布|具体修改如下)[：。]?$/u
const COMMENCEMENT = /^(?:(?:本|该|此)[^，。]{1,12})?(?:自|由|从|于).{1,40}(?:施行|生效|实施)|^[^，。]{0,30}(?:施行|公布|发布|废止)[。]?$/u
/** A numbered sentence that names a place or a change; one that repeals other texts does neither. */
const SPEAKS_OF_TEXT = /^(?!.*(?:予以(?:修改|修订|废止)|废止的|停止执行))(?:.*第[零一二三四五六七八九十百千]+(?:条|款|项|章|节|编)|.*(?:修改|增加|删))/u
const RENUMBER_CLAUSE = /(?:条文|条款|章节|条)?(?:的)?(?:顺序|序号)(?:(?:和|及|、)[^，。]{1,20})?(?:作|做)?(?:了|出)?(?:相应)?(?:地|的)?(?:调整|改动|变动)|调整条文顺序/u

type Level = { level: number; place: Place | null }

/** Follows the place that 其中的, 该款 and a bare 第二款 mean, from statement to statement. */
class ContextStack {
  #levels: Level[] = []
  place: Place | null = null
  listed: readonly Place[] = []

  /** A statement with a number starts afresh, or from the lead-in of its list (对第五条作如下修改：（一）…). */
  enter(statement: Statement): void {
    this.listed = []
    const level = statement.marker?.level
    if (level === undefined) return
    this.#levels = this.#levels.filter((one) => one.level < level)
    this.place = this.#levels.at(-1)?.place ?? null
  }

  leave(statement: Statement): void {
    const level = statement.marker?.level
    if (level !== undefined) this.#levels.push({ level, place: /：$/.test(statement.skeleton) ? this.place : null })
  }
}

/** Reads the instructions of the statements in their order; words that give an order and were not understood are instructions too. */
export function readInstructions(statements: readonly Statement[]): ReadInstructions {
  const instructions: Instruction[] = []
  const context = new ContextStack()
  let renumberAll = false
  for (const statement of statements) {
    if (isClosing(statement)) {
      if (RENUMBER_CLAUSE.test(statement.skeleton)) renumberAll = true
      continue
    }
    context.enter(statement)
    instructions.push(...readStatement(statement, context))
    context.leave(statement)
  }
  return { instructions, renumberAll }
}

const NUMERAL = '[零一二三四五六七八九十百]{1,6}'
const SHORT_LIST = new RegExp(`第(${NUMERAL}(?:[、和至]${NUMERAL})+)([条款项目])`, 'gu')

/** 第三、四、五款 as 第三款、第四款、第五款. */
function spelledOut(words: string): string {
  return words.replace(SHORT_LIST, (_, list: string, unit: string) => list.split(/([、和至])/u).map((part, i) => (i % 2 === 1 ? part : `第${part}${unit}`)).join(''))
}

function readStatement(statement: Statement, context: ContextStack): Instruction[] {
  const short = statement.skeleton.replace(PURPOSE, '')
  const words = spelledOut(short)
  // where a short list was written out, the words that are shown are those of the decision
  const shown = words === short ? null : statement.text
  const instructions: Instruction[] = []
  if (statement.unclosed === 'open') return [notUnderstood(statement, statement.text)]
  let at = 0
  let understood = false
  while (at < words.length) {
    BETWEEN.lastIndex = at
    const between = BETWEEN.exec(words)
    if (between !== null) {
      at += between[0].length
      continue
    }
    const next = readOne(statement, words, at, context, shown)
    if (next !== null) {
      instructions.push(...next.instructions)
      understood = true
      at = next.end
      continue
    }
    // the rest of the sentence is passed over; what follows a full stop is read again
    const stop = words.indexOf('。', at)
    const end = stop < 0 ? words.length : stop + 1
    const part = words.slice(at, end)
    if ((ordersSomething(part) || (statement.marker !== null && part.includes(QUOTE))) && !NO_ORDER.test(part)) {
      instructions.push(notUnderstood(statement, wordsOf(part, statement.quotations)))
    }
    at = end
  }
  if (!understood && instructions.length === 0 && statement.marker !== null && SPEAKS_OF_TEXT.test(words) && !NO_ORDER.test(words) && !COMMENCEMENT.test(words)) {
    return [notUnderstood(statement, statement.text)]
  }
  return instructions
}

function notUnderstood(statement: Statement, text: string): Instruction {
  return { line: statement.line, text, place: NOWHERE, operation: { does: 'not-understood' } }
}

/** 修改为：“甲”；…: the mark that ends the provision stands outside of the quotation. Items get theirs by their place. */
function withFullStop(drafted: Drafted): Drafted {
  const { place, operation } = drafted
  if (place.area !== 'body' || place.part !== null) return drafted
  const whole = operation.does === 'replace-provision' && place.item === null
  const added = operation.does === 'insert-provisions' && (operation.unit === 'article' || operation.unit === 'paragraph')
  if (!whole && !added) return drafted
  const last = operation.lines.at(-1) ?? ''
  if (last === '' || /[。；：，！？”]$/u.test(last)) return drafted
  return { place, operation: { ...operation, lines: [...operation.lines.slice(0, -1), `${last}。`] } }
}

function readOne(statement: Statement, words: string, at: number, context: ContextStack, shown: string | null): { instructions: Instruction[]; end: number } | null {
  const known: PlaceContext = { place: context.place, listed: context.listed, quotations: statement.quotations }
  for (const formula of FORMULAE) {
    const matched = matchFormula(formula, words, at, known)
    if (matched === null) continue
    const drafted = formula.make(matched.found)
    if (drafted === null) continue
    const text = shown ?? wordsOf(words.slice(at, matched.end), statement.quotations)
    if (formula.leaves === undefined) context.listed = matched.found.places[0] ?? context.listed
    else if (formula.leaves !== keepContext) context.listed = []
    context.place = formula.leaves === undefined ? (matched.found.places[0]?.at(-1) ?? context.place) : formula.leaves(matched.found)
    const ended = /^[；。，]/u.test(words.slice(matched.end))
    return { instructions: drafted.map((one) => ({ ...(ended ? withFullStop(one) : one), line: statement.line, text })), end: matched.end }
  }
  return null
}
