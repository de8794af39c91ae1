import { clockChanges, conclusions, type FilingFacts, filingProcedure, type FilingState } from '../../law/procedure/index.ts'
import type { Prisma } from '../../prisma/generated/client.ts'
import { applyClockChanges, nextDue } from '../deadline/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'
import { gatherFilingFacts, makerOrgans } from './filing-facts.ts'
import { judgeStep, stepOf } from './judge-step.ts'
import { type CaseActor, rolesOnCase } from './roles-on-case.ts'

export type FilingStep = {
  services: Services
  work: Work
  actor: CaseActor
  filingId: string
  /** key of the row in law/procedure/filing-procedure.ts */
  key: string
  /** the form's fields by the names of the row's `requires`; empty ones count as not filled */
  values?: Readonly<Record<string, string>>
  /** what the caller knows beside the rows */
  facts?: Partial<FilingFacts>
  /** the revision the person saw (If-Match); null for acts that do not edit what was shown */
  revision: number | null
  /** columns that change with the step */
  changes?: Omit<Prisma.FilingUncheckedUpdateManyInput, 'state' | 'revision'>
  note?: string
  data?: Prisma.InputJsonObject
  /** who may read the event in the case's history */
  audience?: 'internal' | 'maker'
  /** the day of the act where it is not today (papers that came by post) */
  on?: string
  /** clocks that the caller starts and stops itself, one a task: one committee's answer leaves the others' time running */
  ownClocks?: readonly string[]
  /** days from which clocks start that do not start with the act (an extension counts from the day the period would have ended) */
  clockStarts?: Readonly<Record<string, string>>
}

export type StepTaken = { from: FilingState; to: FilingState; revision: number }

/**
 * The only writer of a filing's state (design §1.3): judges the step by the tables, writes the row under its revision,
 * moves the clocks, records the event and the audit entry, and tells the index. Everything in the caller's transaction.
 * Throws `step-refused` (with rule and basis), `forbidden`, `stale-edit`, `not-found`.
 */
export async function transition(step: FilingStep): Promise<StepTaken> {
  const { services, work, actor, filingId, key } = step
  const { tx } = work
  const today = services.clock.today()
  const on = step.on ?? today
  const values = step.values ?? {}
  // one step of a case at a time: whoever comes second judges by what the first has written
  await tx.$queryRaw`SELECT id FROM "Filing" WHERE id = ${filingId}::uuid FOR UPDATE`
  const filing = await tx.filing.findUnique({ where: { id: filingId }, include: { tasks: { select: { assigneeOrganId: true } } } })
  if (filing === null) throw problem('not-found')
  if (step.revision !== null && step.revision !== filing.revision) throw problem('stale-edit')

  const facts = { ...(await gatherFilingFacts({ tx, filingId, actor, today })), ...step.facts, fields: Object.entries(values).flatMap(([field, value]) => (value.trim() === '' ? [] : [field])) }
  const roles = rolesOnCase(actor, {
    receiverOrganId: filing.receiverOrganId,
    makerOrganIds: makerOrgans(filing),
    taskOrganIds: filing.tasks.flatMap((t) => (t.assigneeOrganId === null ? [] : [t.assigneeOrganId])),
  })
  const to = judgeStep({ procedure: filingProcedure, state: filing.state, key, roles, facts })
  const row = stepOf(filingProcedure, key)
  const from = stateId(filing.state)

  const owner = { filingId }
  await applyClockChanges(tx, { owner, startOn: step.clockStarts ?? {}, organId: filing.receiverOrganId, on, changes: clockChanges(row, values).filter((c) => step.ownClocks?.includes(c.clock) !== true) })
  const paperId = row.yields === null ? null : await unspentPaper(step, row.yields)
  const final = filingProcedure.states.find((s) => s.id === to)?.final === true
  const revision = filing.revision + 1
  await tx.filing.update({
    where: { id: filingId },
    data: {
      ...step.changes,
      state: to,
      revision,
      ...(conclusions[to] === undefined ? {} : { outcome: to }),
      ...(final ? { closedOn: toDateColumn(on) } : {}),
      // no clock runs while a plan is awaited: the case comes up again on the day of the plan
      ...(to === 'suspended' ? { dueOn: facts.plan.dueOn === null ? null : toDateColumn(facts.plan.dueOn), dueKey: null } : await nextDue(tx, owner)),
    },
  })
  await tx.caseEvent.create({
    data: {
      id: newId(),
      filingId,
      at: services.clock.now(),
      on: toDateColumn(on),
      actorId: actor === 'system' ? null : actor.personId,
      actorName: actor === 'system' ? '系统' : actor.name,
      organId: actor === 'system' ? null : (actor.memberships[0]?.organId ?? null),
      transition: key,
      fromState: from,
      toState: to,
      note: step.note ?? null,
      audience: step.audience ?? 'internal',
      data: { ...step.data, ...(paperId === null ? {} : { paperId }) },
    },
  })
  work.audit({ actor: actor === 'system' ? null : actor, action: `filing.${key}`, entity: 'Filing', entityId: filingId, organId: filing.receiverOrganId, detail: { from, to, on } })
  work.outbox({ topic: 'search', entity: 'Filing', entityId: filingId })
  return { from, to, revision }
}

/** The issued paper that carries this step, if the step yields one and it was not used before. */
async function unspentPaper(step: FilingStep, kind: string): Promise<string | null> {
  const { tx } = step.work
  const papers = await tx.paper.findMany({ where: { filingId: step.filingId, kind, state: 'issued' }, orderBy: { id: 'desc' }, select: { id: true } })
  for (const paper of papers) {
    const used = await tx.caseEvent.findFirst({ where: { filingId: step.filingId, data: { path: ['paperId'], equals: paper.id } }, select: { id: true } })
    if (used === null) return paper.id
  }
  return null
}

function stateId(state: string): FilingState {
  const found = filingProcedure.states.find((s) => s.id === state)
  if (found === undefined) throw new RangeError(`no filing state ${state}`)
  return found.id
}
