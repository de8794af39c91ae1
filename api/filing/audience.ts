import { filingProcedure, type FilingState, type State, stateOf } from '../../law/procedure/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { FilingRow } from './filing-row.ts'
import { filingOrgans, filingPolicy, filingSubject } from '../procedure/index.ts'

/**
 * Who looks at a filing (domain §7.4). `maker`: what is addressed to it, never notes, flags, ticks, tasks, leader or
 * suggestions. `reception`: the record and the receipt. `review`: everything. A person of the maker stays the maker,
 * whatever else they are: nobody reads the review of their own organ's document.
 */
export type FilingAudience = 'maker' | 'reception' | 'review'

export function audienceOf(actor: Actor, filing: Pick<FilingRow, 'state' | 'makerOrganId' | 'filedByOrganId' | 'receiverOrganId' | 'tasks'>): FilingAudience {
  if (filingOrgans(actor).some((o) => o === filing.makerOrganId || o === filing.filedByOrganId)) return 'maker'
  return filingPolicy.can(actor, 'readInternal', filingSubject(filing)) ? 'review' : 'reception'
}

/** States of which the maker is not told: what the reviewers think before they say it to the maker. */
const shownToMakerAs: Partial<Record<FilingState, FilingState>> = { concern: 'underReview', reportedUpward: 'closed' }

/** The state as this audience is told it. */
export function stateFor(state: string, audience: FilingAudience): State<FilingState> {
  const own = stateOf(filingProcedure, state)
  if (audience !== 'maker') return own
  // 待分送 is the receiver's own matter: what the maker has is its registration
  if (own.id === 'registered') return { ...own, label: '已登记', sign: '✓' }
  return stateOf(filingProcedure, shownToMakerAs[own.id] ?? own.id)
}

/** Clocks that concern the maker: its own periods and those it waits for. */
const makerClocks = new Set([
  'filing.rule', 'filing.other', 'filing.late', 'formalCheck', 'correction', 'proactiveReview', 'proactiveReview.extension', 'inquiryReply', 'makerReply',
  'makerReply.twoMonths', 'makerCorrection', 'makerReport', 'orderedFix', 'annulmentReport',
])
export const clockConcerns = (key: string, audience: FilingAudience): boolean => audience !== 'maker' || makerClocks.has(key)
