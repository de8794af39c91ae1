import type { components } from '../../api/schema.d.ts'
import { isComparison } from './comparison-data.ts'
import type { Comparison, ComparisonRow } from '../../../law/compare/index.ts'

type Schemas = components['schemas']
export type Amendment = Schemas['Amendment']
export type AmendmentDraft = Schemas['AmendmentDraft']
export type AmendmentChange = Schemas['AmendmentChange']
export type Instruction = Amendment['report']['instructions'][number]

/** Instructions of one line of the decision, with the rows of the comparison that they touched. */
export type InstructionGroup = { line: number; instructions: Instruction[]; rows: ComparisonRow[] }

export const comparisonOf = (amendment: Amendment): Comparison | null => (isComparison(amendment.comparison) ? amendment.comparison : null)

/** The statements of the decision in their order; a row stands where it was touched first. */
export function groupsOf(amendment: Amendment): InstructionGroup[] {
  const rows = comparisonOf(amendment)?.rows ?? []
  return [...Map.groupBy(amendment.report.instructions, (one) => one.line)].map(([line, instructions]) => {
    // numbers and words that follow everywhere stand with what was not named
    const own = instructions.filter((one) => one.place !== '全文')
    const [old, now] = [new Set(own.flatMap((one) => one.oldIds)), new Set(own.flatMap((one) => one.newIds))]
    return { line, instructions, rows: rows.filter((row) => row.old.some(({ id }) => old.has(id)) || row.new.some(({ id }) => now.has(id))) }
  })
}

/** What the amendment says now, as it is sent whole. */
export const changeOf = (amendment: Amendment): AmendmentChange => ({
  adopted: amendment.adopted.value, effectiveFrom: amendment.effectiveFrom.value, note: amendment.note.value, publish: amendment.publish,
  handWritten: amendment.handWritten.map(({ articleId, text, intoNext }) => ({ articleId, text, intoNext })), settlements: amendment.settlements.map(({ index, reason }) => ({ index, reason })),
})
