import { z } from '@hono/zod-openapi'
import { emptyFilingFacts, type FilingFacts, type FilingGuard, filingProcedure, stateOf, transitionsFrom } from '../../law/procedure/index.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { gatherFilingFacts, makerOrgans, rolesOnCase } from '../procedure/index.ts'
import type { Transaction } from '../platform/work/transaction.ts'
import type { FilingRow } from './filing-row.ts'

/** What a person may do with a case now. `blocked` says why the step would be refused as things stand. */
export const caseActionSchema = z
  .object({ key: z.string(), label: z.string(), dangerous: z.boolean(), basis: z.string(), blocked: z.string().nullable(), requires: z.array(z.string()), yields: z.string().nullable() })
  .openapi('CaseAction')
export type CaseAction = z.infer<typeof caseActionSchema>

/** Guards that judge what the step's own form says, or what the step itself settles first (flags at closing); they are asked when it is sent. */
const formGuards: ReadonlySet<FilingGuard> = new Set(['lineConfirmed', 'committeeChosen', 'planInFuture', 'groundNamed', 'committeesAnswered', 'questionsAnswered', 'flagsEnded'])

/**
 * The steps of the procedure that this person holds a role for on this case: screens show their buttons from here. The
 * recusals (own document, own application) take a step away; other guards leave it with the sentence that blocks it.
 */
export async function actionsFor(options: { tx: Transaction; actor: Actor; filing: FilingRow; today: string; facts?: Partial<FilingFacts> }): Promise<CaseAction[]> {
  const { tx, actor, filing, today } = options
  const roles = rolesOnCase(actor, {
    receiverOrganId: filing.receiverOrganId,
    makerOrganIds: makerOrgans(filing),
    taskOrganIds: filing.tasks.flatMap((t) => (t.assigneeOrganId === null ? [] : [t.assigneeOrganId])),
  })
  const rows = transitionsFrom(filingProcedure, stateOf(filingProcedure, filing.state).id, { roles })
  if (rows.length === 0) return []
  const facts = { ...emptyFilingFacts, ...(await gatherFilingFacts({ tx, filingId: filing.id, actor, today })), ...options.facts }
  const refusing = (guards: readonly FilingGuard[]) => guards.find((g) => !formGuards.has(g) && !filingProcedure.guards[g].holds(facts, roles))
  return rows.flatMap((row) => {
    const guard = refusing(row.guards)
    if (guard !== undefined && recusals.has(guard)) return []
    return [{
      key: row.key, label: row.label, dangerous: row.dangerous ?? false, basis: row.basis, blocked: guard === undefined ? null : filingProcedure.guards[guard].message,
      requires: [...row.requires], yields: row.yields,
    }]
  })
}

const recusals: ReadonlySet<FilingGuard> = new Set(['actsForMaker', 'makerOrReceiver', 'receiverIsNotMaker', 'notOwnDocument', 'approverIsNotApplicant'])
