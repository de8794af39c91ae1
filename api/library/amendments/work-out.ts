import { z } from 'zod'
import { type Alignment, compareTexts, type Comparison, type ComparisonRow } from '../../../law/compare/index.ts'
import { articleText, type LegalText } from '../../../law/text/index.ts'
import { applyDecision } from './apply-decision.ts'
import { type HandWritten, withHandWritten } from './hand-written.ts'
import { alignmentOfDecision } from './said-by-decision.ts'

/** What one instruction did, with the articles that it touched on either side. */
export const instructionSchema = z.object({
  index: z.number().int(),
  line: z.number().int(),
  text: z.string(),
  place: z.string(),
  does: z.string(),
  status: z.enum(['applied', 'failed']),
  note: z.string().nullable(),
  reason: z.object({ code: z.string(), message: z.string() }).nullable(),
  changed: z.array(z.object({ before: z.string().nullable(), after: z.string().nullable() })),
  oldIds: z.array(z.string()),
  newIds: z.array(z.string()),
})

/** An article that changed without an instruction naming it. */
export const unnamedSchema = z.object({
  oldLabels: z.array(z.string()),
  newLabels: z.array(z.string()),
  oldIds: z.array(z.string()),
  newIds: z.array(z.string()),
  /** number: 条号; reference: 引用的条号; everywhere: 全文统一修改; byHand: 人工补正; words: 文字 */
  what: z.enum(['number', 'reference', 'everywhere', 'byHand', 'words']),
})

export const reportSchema = z.object({
  algorithm: z.string(),
  instructions: z.array(instructionSchema),
  problems: z.array(z.object({ line: z.number().int(), code: z.string(), message: z.string() })),
  unnamed: z.array(unnamedSchema),
})
export type AmendmentReport = z.infer<typeof reportSchema>
type Instruction = z.infer<typeof instructionSchema>

export type WorkedOut = {
  report: AmendmentReport
  /** what the program made of base and decision */
  made: LegalText
  /** with what a person wrote by hand */
  text: LegalText
  /** which article became which, by the decision's own word */
  alignment: Alignment
  comparison: Comparison
}

const ARTICLE_LABEL = /第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?/gu

/** Carry out a decision on a text: the result, what each instruction did, and what else changed. Pure; nothing is stored. */
export function workOut(options: { base: LegalText; decision: string; handWritten: readonly HandWritten[] }): WorkedOut {
  const { base, handWritten } = options
  const applied = applyDecision({ base, decision: options.decision })
  const text = withHandWritten(applied.text, handWritten)
  const alignment = alignmentOfDecision({ base, made: applied.text, text, instructions: applied.instructions })
  const comparison = compareTexts(base, text, alignment)
  const idOf = (of: LegalText, address: string): string[] => {
    const label = address.match(ARTICLE_LABEL)?.[0]
    return of.articles.flatMap((a) => (a.number === label ? [a.id] : []))
  }
  const unique = (ids: string[]): string[] => [...new Set(ids)]
  const instructions = applied.instructions.map((i, index): Instruction => ({
    index, line: i.line, text: i.text, place: i.place, does: i.does, status: i.status, note: i.note ?? null, reason: i.reason ?? null, changed: i.changed,
    // of numbers that follow everywhere only the new places are known
    oldIds: i.does === 'renumber-all' ? [] : unique(i.changed.flatMap(({ before }) => (before === null ? [] : idOf(base, before)))), newIds: unique(i.changed.flatMap(({ after }) => (after === null ? [] : idOf(applied.text, after)))),
  }))
  const report: AmendmentReport = { algorithm: applied.algorithm, instructions, problems: applied.problems, unnamed: unnamedOf({ comparison, instructions, handWritten }) }
  return { report, made: applied.text, text, alignment, comparison }
}

function unnamedOf(options: { comparison: Comparison; instructions: readonly Instruction[]; handWritten: readonly HandWritten[] }): AmendmentReport['unnamed'] {
  const { comparison, instructions, handWritten } = options
  const naming = instructions.filter((i) => namesArticle(i))
  const [namedOld, namedNew] = [new Set(naming.flatMap((i) => i.oldIds)), new Set(naming.flatMap((i) => i.newIds))]
  const everywhere = instructions.filter((i) => !namesArticle(i))
  const [sweptOld, sweptNew] = [new Set(everywhere.flatMap((i) => i.oldIds)), new Set(everywhere.flatMap((i) => i.newIds))]
  const byHand = new Set(handWritten.map((h) => h.articleId))
  return comparison.rows.flatMap((row) => {
    if (row.kind === 'same' && !row.renumbered && !row.moved) return []
    if (row.old.some((a) => namedOld.has(a.id)) || row.new.some((a) => namedNew.has(a.id))) return []
    const swept = row.old.some((a) => sweptOld.has(a.id)) || row.new.some((a) => sweptNew.has(a.id))
    return [{
      oldLabels: row.old.map((a) => a.number), newLabels: row.new.map((a) => a.number), oldIds: row.old.map((a) => a.id), newIds: row.new.map((a) => a.id),
      what: row.new.some((a) => byHand.has(a.id)) ? ('byHand' as const) : whatChanged(row, swept),
    }]
  })
}

/** 相关条文, 条文顺序 name no article: what they change is not named. */
const namesArticle = (instruction: Pick<Instruction, 'place' | 'does'>): boolean => instruction.does !== 'renumber-all' && /第.+[条章节编]/u.test(instruction.place)

function whatChanged(row: ComparisonRow, swept: boolean): AmendmentReport['unnamed'][number]['what'] {
  if (row.kind === 'same') return 'number'
  const changes = row.changes.filter((c) => c.op !== 'equal')
  if (changes.length > 0 && changes.every((c) => c.marks?.includes('reference') === true)) return 'reference'
  return swept ? 'everywhere' : 'words'
}

/** Each article that the program made, as a person writes it, with the headings around it where it is the last before one. */
export function articlesToWrite(made: LegalText): { id: string; number: string; source: string; before: string | null; next: string | null }[] {
  const heading = (at: number): string | null => {
    const [first] = made.divisions.filter((d) => d.at === at)
    return first === undefined ? null : `${first.number} ${first.heading}`.trim()
  }
  const starts = [...new Set(made.divisions.map((d) => d.at))].toSorted((a, b) => a - b)
  return made.articles.map((a, index) => {
    const next = starts.find((at) => at > index)
    const own = starts.findLast((at) => at <= index)
    return { id: a.id, number: a.number, source: articleText(a, { label: true }), before: own === undefined ? null : heading(own), next: next === undefined ? null : heading(next) }
  })
}
