import { z } from 'zod'
import { type SuggestionChannel, suggestionChannels } from '../../law/procedure/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import { mayOnSuggestion, type SuggestionAction } from './policy.ts'

export type SuggestionRow = NonNullable<Awaited<ReturnType<Transaction['suggestion']['findUnique']>>>
export const channelOfRow = (row: { kind: string }): SuggestionChannel => z.enum(suggestionChannels).parse(row.kind)

const filingSelect = { id: true, title: true, documentNo: true, registrationNo: true, state: true, outcome: true, mode: true, makerOrganId: true, jointMakerIds: true, filedByOrganId: true, receiverOrganId: true, drafterIds: true, maker: { select: { name: true } } } as const

/** The case that a suggestion is linked to. */
export const linkedFiling = (tx: Pick<Transaction, 'filing'>, row: { filingId: string | null }) =>
  row.filingId === null ? Promise.resolve(null) : tx.filing.findUnique({ where: { id: row.filingId }, select: filingSelect })
export type LinkedFiling = Awaited<ReturnType<typeof linkedFiling>>

/** A suggestion for somebody who asks, with its case. Throws `not-found` for who may not know of it. */
export async function suggestionFor(options: { tx: Pick<Transaction, 'suggestion' | 'filing'>; actor: Actor; suggestionId: string; action: SuggestionAction }): Promise<{ row: SuggestionRow; filing: LinkedFiling }> {
  const row = await options.tx.suggestion.findUnique({ where: { id: options.suggestionId } })
  if (row === null) throw problem('not-found')
  const filing = await linkedFiling(options.tx, row)
  if (!mayOnSuggestion(options.actor, options.action, { organId: row.organId, documentMaker: row.documentMaker, proposerOrganId: row.proposerOrganId, filing })) throw problem('not-found')
  return { row, filing }
}
