import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { filingPolicy, filingSubject } from '../../procedure/index.ts'
import { filingFor } from '../filing-for.ts'
import type { FilingRow } from '../filing-row.ts'

/** States in which the maker still works on its package: before it is sent, and while a correction is asked for. */
const makerStates: readonly string[] = ['draft', 'pendingCorrection', 'overdueCorrection']
/** What came on paper the receiving clerk completes for the maker until it is registered. */
const paperStates: readonly string[] = ['receiving', 'pendingCorrection', 'overdueCorrection']

/**
 * The filing whose package this person may change now: the maker's clerk, or for a filing on paper the clerk who entered
 * it for the maker. Throws `not-found`, `forbidden`, `step-refused`.
 */
export async function filingToEdit(options: { services: Services; actor: Actor; filingId: string }): Promise<FilingRow> {
  const filing = await filingFor({ ...options, action: 'read' })
  const subject = filingSubject(filing)
  const asMaker = filingPolicy.can(options.actor, 'draft', subject)
  const asReceiver = filing.onPaper && filingPolicy.can(options.actor, 'receive', subject)
  if (!asMaker && !asReceiver) throw problem('forbidden')
  const editable = (asMaker && makerStates.includes(filing.state)) || (asReceiver && paperStates.includes(filing.state))
  if (!editable) throw problem('step-refused', { detail: '已经报送，不能再修改。需要改正的，请联系接收单位退回补正。' })
  return filing
}
