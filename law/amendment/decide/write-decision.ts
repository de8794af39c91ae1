/** Writes the amending decision between two texts, and proves it by carrying it out. */
import { printLegalText, type LegalText } from '../../text/index.ts'
import { amendText } from '../amend-text.ts'
import { FINENESS } from './article-parts.ts'
import type { Clause } from './clause.ts'
import { type Differences, findDifferences, isSame, preambleMarksDiffer } from './differences.ts'
import { proseBefore } from './front-clauses.ts'
import { sayClause } from './formulae.ts'
import { type ArticleChoice, planDecision, type PlanChoice, readVersions } from './plan.ts'
import { type DecisionForm, printDecision } from './print-decision.ts'

export type WrittenDecision = {
  /** the decision as it is printed */
  text: string
  /** what it says, in order, with the words that say it */
  instructions: { clause: Clause; text: string }[]
  /** Chinese sentences on what differs and is not said: a person must see to it */
  unsaid: string[]
  /** Chinese sentences on what a person should look at all the same */
  notes: string[]
  /** the old text as the decision leaves it: equal to the new one in title, divisions, articles and annexes */
  result: LegalText
}

export type UnwrittenReason = 'nothing-changed' | 'outline' | 'no-article' | 'no-formula'

/** No decision was written; `message` is a Chinese sentence that says why and what to do. */
export class DecisionNotWritten extends Error {
  override readonly name = 'DecisionNotWritten'
  readonly reason: UnwrittenReason

  constructor(reason: UnwrittenReason, message: string) {
    super(message)
    this.reason = reason
  }
}

const MARKS_UNCERTAIN = '新文本有单独使用的单引号‘’，在决定的引号中与双引号分不清，重新公布时请核对引号。'
const MOST_ROUNDS = 16
const LADDER: readonly ArticleChoice[] = [...FINENESS, 'anew']

/**
 * Writes the decision that turns `oldText` into `newText`, in the formulae of amending decisions. What is written is
 * carried out on the old text; where that does not give the new text character for character, the places concerned are
 * said more coarsely (the words, the 款, the article, the article as a new one), and at last the whole text anew.
 *
 * 题注, 目录 and signature are not said: they are made when the law is published again.
 * @throws DecisionNotWritten where there is nothing to say, or no formula says it
 */
export function writeDecision(oldText: LegalText, newText: LegalText, form: DecisionForm = {}): WrittenDecision {
  refuseWhatHasNoFormula(oldText, newText)
  if (isSame(findDifferences(newText, oldText))) throw new DecisionNotWritten('nothing-changed', '两个文本的名称、章节、条文和附件都相同，不需要修改决定。')
  const versions = readVersions(oldText, newText)
  let choice: PlanChoice | null = { articles: new Map(), allNumbers: false, throughout: true, wholePreamble: false, divisionNumbers: false, ranges: new Set() }
  for (let round = 0; round < MOST_ROUNDS && choice !== null; round += 1) {
    const written = carryOut(oldText, newText, planDecision(versions, choice), form)
    const found = findDifferences(newText, written.result)
    // an instruction that finds nothing to do says something untrue of the old text
    if (written.failed > 0 && isSame(found)) {
      choice = choice.throughout ? { ...choice, throughout: false } : null
      continue
    }
    if (isSame(found)) return preambleMarksDiffer(newText, written.result) ? { ...written, notes: [MARKS_UNCERTAIN] } : written
    if (isSame(findDifferences(newText, written.result, true))) return { ...written, unsaid: [...written.unsaid, MARKS_UNCERTAIN] }
    choice = coarser(choice, found, written)
  }
  const whole = carryOut(oldText, newText, [{ kind: 'everything', lines: wholeLines(newText) }], form)
  const left = findDifferences(newText, whole.result)
  if (isSame(left)) return whole
  throw new DecisionNotWritten('no-formula', sentenceFor(left, newText))
}

function refuseWhatHasNoFormula(oldText: LegalText, newText: LegalText): void {
  for (const [text, name] of [[oldText, '旧文本'], [newText, '新文本']] as const) {
    if (text.articles.length === 0) throw new DecisionNotWritten('no-article', `${name}没有读到条文，不能写修改决定，请核对文件。`)
    if (text.form === 'outline') throw new DecisionNotWritten('outline', `${name}不分条，修改决定的表述方法只适用于分条的文本；请重新印发全文。`)
  }
}

type CarriedOut = WrittenDecision & { /** instructions that could not be carried out */ failed: number }

function carryOut(oldText: LegalText, newText: LegalText, clauses: Clause[], form: DecisionForm): CarriedOut {
  const numbers = (text: LegalText): number => text.articles.length
  const text = printDecision({
    ...form,
    title: oldText.title,
    clauses,
    reordered: { articles: numbers(oldText) !== numbers(newText) || clauses.some(movesNumbers), divisions: clauses.some(movesDivisions) },
  })
  const amended = amendText(oldText, text)
  return {
    text,
    instructions: clauses.map((clause) => ({ clause, text: sayClause(clause).join('\n') })),
    unsaid: unsaidOf(oldText, newText),
    notes: [],
    result: amended.text,
    failed: amended.instructions.filter(({ status }) => status === 'failed').length,
  }
}

/** 引言 that comes or goes has no formula. */
function unsaidOf(oldText: LegalText, newText: LegalText): string[] {
  const [before, after] = [proseBefore(oldText), proseBefore(newText)]
  if (before.length > 0 === after.length > 0) return []
  return [`${before.length > 0 ? '旧文本有引言，新文本没有' : '新文本有引言，旧文本没有'}，修改决定没有写这一处，请核对。`]
}

const saysThroughout = ({ clause }: { clause: Clause }): boolean =>
  clause.kind === 'words-everywhere' || (clause.kind === 'some-articles' && clause.clauses.some(({ kind }) => kind === 'words-everywhere'))

const movesNumbers = (clause: Clause): boolean => clause.kind === 'article' && clause.from !== clause.to
const movesDivisions = ({ kind }: Clause): boolean => kind === 'add-division' || kind === 'delete-division' || kind === 'merge-division'

/** The next plan after one that went wrong at these places; null where nothing is left to try but the whole text. */
function coarser(choice: PlanChoice, found: Differences, { instructions }: WrittenDecision): PlanChoice | null {
  if (found.preamble && !choice.wholePreamble) return { ...choice, wholePreamble: true }
  const ranges = new Set([...choice.ranges, ...found.extents])
  if (found.divisions && !choice.divisionNumbers) return { ...choice, divisionNumbers: true }
  if (found.sequence) return choice.allNumbers ? null : { ...choice, allNumbers: true, ranges }
  if (instructions.some(saysThroughout) && (found.annexes || found.articles.some((place) => choice.articles.get(place) === 'paragraphs'))) {
    return { ...choice, throughout: false, articles: new Map(), ranges }
  }
  const articles = new Map(choice.articles)
  for (const place of found.articles) {
    const next = LADDER[LADDER.indexOf(articles.get(place) ?? 'short') + 1]
    if (next === undefined) return null
    articles.set(place, next)
  }
  const stuck = found.articles.length === 0 && ranges.size === choice.ranges.size
  return stuck ? null : { ...choice, articles, ranges }
}

/** Title, preamble, body and annexes, as the reader of texts reads them back. */
function wholeLines(text: LegalText): string[] {
  const body: LegalText = { ...text, note: '', preamble: proseBefore(text), contents: [], notice: [], closing: [] }
  delete body.placed
  return printLegalText(body).trim().split('\n')
}

function sentenceFor(found: Differences, newText: LegalText): string {
  if (newText.articles.some(({ number }) => number === '')) return '新文本有没有条号的内容，可能丢了条标，修改决定无法指明是哪一条，请先改正文本。'
  const what = [
    ...(found.title ? ['名称'] : []),
    ...(found.preamble ? ['引言'] : []),
    ...(found.divisions || found.extents.length > 0 ? ['章节'] : []),
    ...(found.articles.length > 0 || found.sequence ? ['条文'] : []),
    ...(found.annexes ? ['附件'] : []),
  ]
  return `有的修改无法用修改决定的表述方法准确写出（${what.join('、')}），请改用修订，重新公布全文。`
}
