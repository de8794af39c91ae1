import { type HearingAnswer, type HearingGround, hearingGrounds, type HearingOutcome, hearingOutcomes, type HearingWish } from '../../../law/procedure/index.ts'
import { fromDateColumn } from '../../platform/legal-date.ts'
import type { Transaction } from '../../platform/work/transaction.ts'
import { hearingParts, hearingPositions } from './hearing-words.ts'

/** What was applied for, as the rules of the choice read it. */
export const wishOf = (row: { number: number; part: string; position: string | null }): HearingWish => ({
  number: row.number, part: hearingParts.find((part) => part === row.part) ?? 'observe', side: hearingPositions.find((side) => side === row.position) ?? null,
})

export type HearingChoice = {
  id: string
  on: string
  by: string
  balanceReason: string | null
  lateReason: string | null
  changeReason: string | null
  answers: (HearingAnswer & { applicantId: string })[]
  telling: { on: string; by: string; how: string } | null
}
const outcomeOf = (stored: string): HearingOutcome => hearingOutcomes.find((one) => one === stored) ?? 'notChosen'
const groundOf = (stored: string | null): HearingGround | null => hearingGrounds.find((one) => one === stored) ?? null

/** The decisions on who takes part, newest first. */
export async function choicesOf(tx: Transaction, hearingId: string): Promise<HearingChoice[]> {
  const rows = await tx.hearingChoice.findMany({ where: { hearingId }, orderBy: { id: 'desc' }, include: { telling: true, answers: { include: { applicant: { select: { number: true } } } } } })
  return rows.map((row) => ({
    id: row.id, on: fromDateColumn(row.on), by: row.byName, balanceReason: row.balanceReason, lateReason: row.lateReason, changeReason: row.changeReason,
    answers: row.answers.map((a) => ({ applicantId: a.applicantId, number: a.applicant.number, outcome: outcomeOf(a.outcome), ground: groundOf(a.ground), note: a.note })).toSorted((a, b) => a.number - b.number),
    telling: row.telling === null ? null : { on: fromDateColumn(row.telling.on), by: row.telling.byName, how: row.telling.how },
  }))
}

/** Whom a decision treats otherwise than the one before it. */
export const changedAnswers = (choice: HearingChoice, before: HearingChoice | undefined): { number: number; before: HearingOutcome | null; after: HearingOutcome }[] =>
  before === undefined ? [] : choice.answers.flatMap((a) => { const old = before.answers.find((b) => b.number === a.number)?.outcome ?? null; return old === a.outcome ? [] : [{ number: a.number, before: old, after: a.outcome }] })
