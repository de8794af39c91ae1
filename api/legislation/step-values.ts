import { type FormField, legislationProcedure, stepFields } from '../../law/procedure/index.ts'
import { z } from 'zod'
import { fromDateColumn } from '../platform/legal-date.ts'
import { problem, type FieldProblem } from '../platform/problem/problems.ts'
import type { Transaction } from '../platform/work/transaction.ts'

/** What a step's form says, with the rows that it names. */
export type ReadValues = {
  /** words for every field, as they are kept and shown */
  values: Record<string, string>
  /** meetings that were chosen, by field */
  meetings: Record<string, string>
  /** organs that were chosen, by field */
  organs: Record<string, { id: string; name: string }>
}

const uuid = z.uuid()
const date = z.iso.date()

/** A problem in one field, or what it stands for. */
async function readField(tx: Transaction, organId: string, field: FormField, typed: string): Promise<{ value: string; meetingId?: string; organ?: { id: string; name: string } } | { message: string }> {
  switch (field.kind) {
    case 'text':
    case 'longText':
      return { value: typed }
    case 'date':
      return date.safeParse(typed).success ? { value: typed } : { message: `“${field.label}”要写成 2026-03-01 这样的日期。` }
    case 'choice':
      return field.choices.some((c) => c.value === typed) ? { value: typed } : { message: `“${field.label}”请从列出的各项里选。` }
    case 'meeting': {
      if (!uuid.safeParse(typed).success) return { value: typed }
      const meeting = await tx.meeting.findFirst({ where: { id: typed, organId }, select: { id: true, title: true, startsOn: true } })
      return meeting === null ? { message: '没有这个会议，请重新选择。' } : { value: `${meeting.title}（${fromDateColumn(meeting.startsOn)}）`, meetingId: meeting.id }
    }
    case 'organ': {
      if (!uuid.safeParse(typed).success) return { value: typed }
      const organ = await tx.organ.findFirst({ where: { id: typed, active: true }, select: { id: true, name: true } })
      return organ === null ? { message: '没有这个单位，请重新选择。' } : { value: organ.name, organ }
    }
    default: {
      const never: never = field.kind
      return never
    }
  }
}

/**
 * The form of a step read by its description: dates are dates, choices are offered ones, meetings and organs exist. What the
 * form does not ask for is left out; what is missing the tables tell. Throws `not-found` for a step that no row has, `invalid-input`.
 */
export async function readValues(options: { tx: Transaction; organId: string; key: string; typed: Readonly<Record<string, string>> }): Promise<ReadValues> {
  const row = legislationProcedure.transitions.find((t) => t.key === options.key)
  if (row === undefined) throw problem('not-found')
  const read: ReadValues = { values: {}, meetings: {}, organs: {} }
  const wrong: FieldProblem[] = []
  for (const field of stepFields(row)) {
    const typed = options.typed[field.name]?.trim() ?? ''
    if (typed === '') continue
    const answer = await readField(options.tx, options.organId, field, typed)
    if ('message' in answer) {
      wrong.push({ path: `values.${field.name}`, message: answer.message })
      continue
    }
    read.values[field.name] = answer.value
    if (answer.meetingId !== undefined) read.meetings[field.name] = answer.meetingId
    if (answer.organ !== undefined) read.organs[field.name] = answer.organ
  }
  if (wrong.length > 0) throw problem('invalid-input', { fields: wrong })
  return read
}
