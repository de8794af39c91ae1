/** Steps that carry more than a change of words: who wrote it elsewhere, what suggestion it decides, 修订模式 on and off. */
import { Slice } from 'prosemirror-model'
import { ReplaceStep, type Step } from 'prosemirror-transform'
import type { Transaction } from 'prosemirror-state'
import type { KeptStep, StepRow } from './draft-server.ts'

const ACT = 'draft-act'
const ROWS = 'draft-rows'

export type DraftAct = { kind: KeptStep['kind']; data?: Record<string, unknown>; authorName?: string | null }

/** Every step of this transaction goes into the log with it. */
export const withAct = (transaction: Transaction, act: DraftAct): Transaction => transaction.setMeta(ACT, act)

/** An act that changes no words has its place in the order of steps all the same: an empty step stands for it. */
export const actWithoutWords = (transaction: Transaction, act: DraftAct): Transaction => withAct(transaction.step(new ReplaceStep(0, 0, Slice.empty)), act)

export const actOf = (transaction: { getMeta(key: string): unknown }): DraftAct => (transaction.getMeta(ACT) as DraftAct | undefined) ?? { kind: 'edit' }

/** Rows of the log that a transaction brings from the server, with their authors and times; one's own when they were taken. Empty for what is typed. */
export const rowsOf = (transaction: Transaction): readonly StepRow[] => (transaction.getMeta(ROWS) as readonly StepRow[] | undefined) ?? []
export const withRows = (transaction: Transaction, rows: readonly StepRow[]): Transaction => transaction.setMeta(ROWS, rows)

export const toKept = (step: Step, act: DraftAct): KeptStep => ({
  kind: act.kind, step: step.toJSON() as Record<string, unknown>, ...(act.data === undefined ? {} : { data: act.data }), ...(act.authorName === undefined ? {} : { authorName: act.authorName }),
})
