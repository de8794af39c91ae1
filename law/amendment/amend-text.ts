/** Applies an amending decision to a text. */
import { blocksFromText, type LegalText, printLegalText, type SourceBlock } from '../text/index.ts'
import { labelOrdinal } from '../text/index.ts'
import type { ApplyContext, Trace } from './apply-context.ts'
import { mergeDivision, rename } from './apply-divisions.ts'
import { giveExtent, insertAnnex, replaceAll } from './apply-extents.ts'
import { merge, renumber, split } from './apply-numbers.ts'
import { deleteProvision, insertProvisions, replaceProvision } from './apply-provisions.ts'
import { deleteWords, insertWords, replaceWords } from './apply-words.ts'
import { AmendmentFailure, describePlace } from './find-place.ts'
import { finishNumbers } from './finish-numbers.ts'
import { finishText } from './finish-text.ts'
import { followReferences } from './follow-references.ts'
import type { AddressChange, AmendProblem, Instruction, InstructionReport } from './instruction.ts'
import { readInstructions } from './read-instructions.ts'
import { scopeOf } from './read-scope.ts'
import { readStatements } from './read-statements.ts'
import { levelsOf, toWorkText, type WorkText } from './working-text.ts'

export type AmendResult = {
  /** the consolidated text; what an instruction that failed names is as it was */
  text: LegalText
  instructions: InstructionReport[]
  problems: AmendProblem[]
}

/**
 * Applies every instruction of `decision` that names `base` and gives numbers and internal references their new form.
 * 题注 stays as it is. Never throws: an instruction that cannot be carried out changes nothing and is reported.
 * @param decision its text (plain or Markdown), its blocks as a reader of files gives them, or its tree
 */
export function amendText(base: LegalText, decision: LegalText | string | readonly SourceBlock[]): AmendResult {
  const blocks = blocksOf(decision)
  const statements = readStatements(blocks)
  const scope = scopeOf(statements, base.title, titleOf(blocks))
  const problems: AmendProblem[] = []
  if (scope.unclear) problems.push({ line: 1, code: 'other-law', message: `决定修改几部法规，没有分清哪些修改属于《${base.title}》。` })
  else if (scope.other.length > 0) {
    const titles = scope.other.slice(0, 3).map((title) => `《${title}》`).join('、')
    problems.push({ line: 1, code: 'other-law', message: `决定修改的是${titles}${scope.other.length > 3 ? '等' : ''}，没有提到《${base.title}》。` })
  }
  const { instructions, renumberAll } = readInstructions(scope.statements)
  if (instructions.length === 0 && problems.length === 0) problems.push({ line: 1, code: 'no-instruction', message: '决定中没有找到对这部法规的修改。' })
  for (const statement of scope.statements) {
    if (statement.unclosed === 'to-end') problems.push({ line: statement.line, code: 'quotation-not-closed', message: '引号到决定末尾都没有关上，按到末尾为止处理，请核对。' })
  }
  const unclosed = new Set(scope.statements.flatMap(({ unclosed: how, line }) => (how === 'open' ? [line] : [])))
  const done = carryOut(base, instructions, renumberAll, unclosed)
  return { text: done.text, instructions: done.reports, problems: [...problems, ...done.problems] }
}

function blocksOf(decision: LegalText | string | readonly SourceBlock[]): readonly SourceBlock[] {
  if (typeof decision === 'string') return blocksFromText(decision)
  return 'articles' in decision ? blocksFromText(printLegalText(decision)) : decision
}

/** The lines before the note of adoption or the first number: a title may be broken into several. */
function titleOf(blocks: readonly SourceBlock[]): string {
  const lines = blocks.slice(0, 12).flatMap((block) => (block.kind === 'line' ? [block.text] : []))
  const end = lines.findIndex((line) => /^[（(]?\d{4}年|^[（(]?[一二三四五六七八九十]+[、）)]|决定(?:对|：)|如下/u.test(line))
  return lines.slice(0, end < 0 ? 3 : end).join('')
}

type Done = { text: LegalText; reports: InstructionReport[]; problems: AmendProblem[] }
type Outcome = { trace: Trace[]; notes: string[]; failure: AmendmentFailure | null }

const MOST_ROUNDS = 6

/** Numbers are known at the end only: an instruction whose number cannot be kept is left out and all is done again. */
function carryOut(base: LegalText, instructions: readonly Instruction[], renumberAll: boolean, unclosed: ReadonlySet<number>): Done {
  const refused = new Map<number, AmendmentFailure>()
  for (let round = 1; ; round += 1) {
    const work = toWorkText(base)
    work.renumber = renumberAll
    const old = [...work.articles]
    const outcomes = instructions.map((instruction, by) => carryOutOne(work, instruction, by, refused.get(by) ?? null, unclosed))
    work.complete = outcomes.every(({ failure }) => failure === null)
    const broken = finishNumbers(work)
    const again = broken.filter(({ by }) => by !== null && !refused.has(by))
    if (again.length > 0 && round < MOST_ROUNDS) {
      for (const { by, message } of again) if (by !== null) refused.set(by, new AmendmentFailure('number-clash', message))
      continue
    }
    const levels = work.renumber
    const { followed, problems } = levels || outcomes.some(({ failure }) => failure === null) ? followReferences(work, old, levels) : { followed: [], problems: [] }
    const { text, homes } = finishText(work)
    for (const { article, settled, message } of homes) if (settled) outcomes[article.pin?.by ?? -1]?.notes.push(message)
    const reports = instructions.map((instruction, by) => reportOf(instruction, outcomes[by]))
    const last = instructions.findIndex(({ operation }) => operation.does === 'renumber-all')
    if (followed.length > 0) {
      const changed = followed.map(({ article, before, after }): AddressChange => ({ before: `${article?.final ?? ''}“${before}”`, after: `${article?.final ?? ''}“${after}”` }))
      const report = reports[last]
      if (report !== undefined) report.changed.push(...changed)
      else reports.push({ line: instructions.at(-1)?.line ?? 1, text: '（引用的条文序号随条文顺序调整）', place: '全文', does: 'renumber-all', status: 'applied', changed })
    }
    return {
      text,
      reports,
      problems: [
        ...broken.filter(({ by }) => by === null || refused.has(by)).map(({ message }): AmendProblem => ({ line: 1, code: 'number-missing', message })),
        ...homes.flatMap(({ article, settled, message }): AmendProblem[] => (settled ? [] : [{ line: instructions[article.pin?.by ?? -1]?.line ?? 1, code: 'division-doubtful', message }])),
        ...problems,
      ],
    }
  }
}

function carryOutOne(work: WorkText, instruction: Instruction, by: number, refused: AmendmentFailure | null, unclosed: ReadonlySet<number>): Outcome {
  const context: ApplyContext = { work, by, place: instruction.place, trace: [], notes: [] }
  if (refused !== null) return { trace: [], notes: [], failure: refused }
  try {
    apply(context, instruction, unclosed.has(instruction.line))
    return { trace: context.trace, notes: context.notes, failure: null }
  } catch (error) {
    if (error instanceof AmendmentFailure) return { trace: [], notes: [], failure: error }
    throw error
  }
}

function apply(context: ApplyContext, { operation }: Instruction, unclosed: boolean): void {
  switch (operation.does) {
    case 'replace-provision':
      replaceProvision(context, operation)
      return
    case 'replace-words':
      replaceWords(context, operation.from, operation.to)
      return
    case 'insert-words':
      insertWords(context, operation.words, operation.at)
      return
    case 'delete-words':
      deleteWords(context, operation.words)
      return
    case 'insert-provisions':
      insertProvisions(context, operation)
      return
    case 'delete-provision':
      deleteProvision(context)
      return
    case 'renumber':
      renumber(context, operation.moves)
      return
    case 'merge':
      merge(context, operation)
      return
    case 'split':
      split(context, operation)
      return
    case 'merge-division':
      mergeDivision(context, operation.into)
      return
    case 'rename':
      rename(context, operation.heading)
      return
    case 'give-extent':
      giveExtent(context, operation)
      return
    case 'insert-annex':
      insertAnnex(context, operation.lines)
      return
    case 'replace-all':
      replaceAll(context, operation.lines)
      return
    case 'renumber-all':
      context.work.renumber = true
      return
    case 'not-understood':
      throw unclosed ? new AmendmentFailure('quotation-not-closed', '引号没有关上，分不清引文到哪里为止。') : new AmendmentFailure('not-understood', '没有读懂这一处修改，请手工修改。')
    default: {
      const never: never = operation
      return never
    }
  }
}

function reportOf(instruction: Instruction, outcome: Outcome | undefined): InstructionReport {
  const { line, text, operation } = instruction
  const place = operation.does === 'insert-provisions' && operation.as.length > 0 ? operation.as.map(describePlace).join('、') : operation.does === 'not-understood' ? '' : describePlace(instruction.place)
  const report: InstructionReport = { line, text, place, does: operation.does, status: 'applied', changed: [] }
  if (outcome === undefined) return report
  if (outcome.failure !== null) {
    const { code, message } = outcome.failure
    return { ...report, status: 'failed', reason: { code, message } }
  }
  report.changed = outcome.trace.map(({ before, after }) => ({ before, after: after === null ? null : addressOf(after) }))
  if (outcome.notes.length > 0) report.note = [...new Set(outcome.notes)].join('；')
  return report
}

function addressOf(node: NonNullable<Trace['after']>): string {
  switch (node.kind) {
    case 'words':
      return node.words
    case 'article':
      return node.article.final ?? ''
    case 'paragraph': {
      const { owner } = node.paragraph
      return `${owner.final ?? ''}${levelsOf(owner.paragraphs.indexOf(node.paragraph) + 1, null)}`
    }
    case 'item': {
      const { owner } = node.paragraph
      const paragraph = owner.paragraphs.length > 1 ? owner.paragraphs.indexOf(node.paragraph) + 1 : null
      return `${owner.final ?? ''}${levelsOf(paragraph, labelOrdinal(node.item.number))}`
    }
    case 'division':
      return node.division.final ?? node.division.number
    default: {
      const never: never = node
      return never
    }
  }
}
