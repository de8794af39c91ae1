import type { components } from '../../api/schema.d.ts'
import { messages } from '../../messages/zh.ts'
import { isComparison } from './comparison-data.ts'
import type { Comparison, ComparisonRow } from '../../../law/compare/index.ts'

type Schemas = components['schemas']
export type Amendment = Schemas['Amendment']
export type AmendmentDraft = Schemas['AmendmentDraft']
export type AmendmentChange = Schemas['AmendmentChange']
export type Instruction = Amendment['report']['instructions'][number]

/** Instructions of one line of the decision, with the rows of the comparison that they touched. */
export type InstructionGroup = { line: number; instructions: Instruction[]; rows: { row: ComparisonRow; /** line of the decision below which it stands already */ shownAt: number | null }[] }

export const comparisonOf = (amendment: Amendment): Comparison | null => (isComparison(amendment.comparison) ? amendment.comparison : null)

/** The statements of the decision in their order, each with the articles that it touched. */
export function groupsOf(amendment: Amendment): InstructionGroup[] {
  const rows = comparisonOf(amendment)?.rows ?? []
  const shown = new Map<ComparisonRow, number>()
  return [...Map.groupBy(amendment.report.instructions, (one) => one.line)].map(([line, instructions]) => {
    // numbers and words that follow everywhere stand with what was not named
    const own = instructions.filter((one) => one.place !== '全文')
    const [old, now] = [new Set(own.flatMap((one) => one.oldIds)), new Set(own.flatMap((one) => one.newIds))]
    const touched = rows.filter((row) => row.old.some(({ id }) => old.has(id)) || row.new.some(({ id }) => now.has(id))).map((row) => ({ row, shownAt: shown.get(row) ?? null }))
    for (const { row } of touched) if (!shown.has(row)) shown.set(row, line)
    return { line, instructions, rows: touched }
  })
}

/** An order that names several places stands once, with all of them; one that failed stands alone. */
export type ToldInstruction = { places: string[]; notes: string[]; one: Instruction }

export function toldInstructions(instructions: readonly Instruction[]): ToldInstruction[] {
  const told: ToldInstruction[] = []
  for (const one of instructions) {
    const same = one.status === 'failed' ? undefined : told.find(({ one: other }) => other.status === 'applied' && other.text === one.text)
    const note = one.note === null ? [] : [one.note]
    if (same === undefined) told.push({ places: one.place === '' ? [] : [one.place], notes: note, one })
    else {
      same.places.push(one.place)
      same.notes.push(...note.map((words) => `${one.place}${words}`))
    }
  }
  return told
}

/** A text by its date of effect, where that is not known by its adoption. */
export const datedText = ({ effectiveFrom, adopted }: { effectiveFrom: string | null; adopted: string | null }): string => {
  const words = messages.amendment
  return effectiveFrom !== null ? words.inForceFrom(effectiveFrom) : adopted !== null ? words.adoptedOn(adopted) : words.undated
}

/** What the amendment says now, as it is sent whole. */
export const changeOf = (amendment: Amendment): AmendmentChange => ({
  adopted: amendment.adopted.value, effectiveFrom: amendment.effectiveFrom.value, note: amendment.note.value, publish: amendment.publish,
  handWritten: amendment.handWritten.map(({ articleId, text, intoNext }) => ({ articleId, text, intoNext })), settlements: amendment.settlements.map(({ index, reason }) => ({ index, reason })),
})
