/** Steps that carry more than a change of words: who wrote it elsewhere, what suggestion it decides, 修订模式 on and off. */
import { type Node, Slice } from 'prosemirror-model'
import { ReplaceStep, type Step } from 'prosemirror-transform'
import type { Transaction } from 'prosemirror-state'
import type { KeptStep, StepRow } from './draft-server.ts'

const ACT = 'draft-act'
const ROWS = 'draft-rows'

export type DraftAct = { kind: KeptStep['kind']; data?: Record<string, unknown>; authorName?: string | null; /** step by step, where they have several */ authorNames?: readonly (string | null)[] }

/** Every step of this transaction goes into the log with it. */
export const withAct = (transaction: Transaction, act: DraftAct): Transaction => transaction.setMeta(ACT, act)

/** An act that changes no words has its place in the order of steps all the same: an empty step stands for it. */
export const actWithoutWords = (transaction: Transaction, act: DraftAct): Transaction => withAct(transaction.step(new ReplaceStep(0, 0, Slice.empty)), act)

export const actOf = (transaction: { getMeta(key: string): unknown }): DraftAct => (transaction.getMeta(ACT) as DraftAct | undefined) ?? { kind: 'edit' }

/** A row of the log as it was put in, with the server's document after it: one's own words that are on their way are none of that. */
export type TakenRow = StepRow & { doc: Node }

/** Rows of the log that a transaction brings from the server, with their authors and times; one's own when they were taken. Empty for what is typed. */
export const rowsOf = (transaction: Transaction): readonly TakenRow[] => (transaction.getMeta(ROWS) as readonly TakenRow[] | undefined) ?? []
export const withRows = (transaction: Transaction, rows: readonly TakenRow[]): Transaction => transaction.setMeta(ROWS, rows)

export const authorOfStep = ({ authorName, authorNames }: DraftAct, at: number): string | null => authorNames?.[at] ?? authorName ?? null

/** Steps on their way as they go into the log, each with what its transaction says of it. */
export function toKept({ steps, origins }: { steps: readonly Step[]; origins: readonly Transaction[] }): KeptStep[] {
  let first = 0
  return steps.map((step, at) => {
    const origin = origins[at]
    if (origin !== origins[at - 1]) first = at
    const act: DraftAct = origin === undefined ? { kind: 'edit' } : actOf(origin)
    const author = authorOfStep(act, at - first)
    return { kind: act.kind, step: step.toJSON() as Record<string, unknown>, ...(act.data === undefined ? {} : { data: act.data }), ...(author === null ? {} : { authorName: author }) }
  })
}
