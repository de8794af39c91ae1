import { flagProcedure, type FlagFacts, flagResolutions, type FlagState, standards, stateOf } from '../../law/procedure/index.ts'
import { z } from 'zod'
import type { Prisma } from '../../prisma/generated/client.ts'
import { judgeStep } from '../procedure/index.ts'
import { newId } from '../platform/ids.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import type { Transaction, Work } from '../platform/work/transaction.ts'
import { partiesFacts, rolesOf } from './review-case.ts'

export type FlagStep = {
  services: Services
  work: Work
  actor: Actor
  flagId: string
  /** key of the row in law/procedure/flag-procedure.ts */
  key: string
  /** fields of the step's form by the names of the row's `requires`: reason, answer, resolution */
  values?: Readonly<Record<string, string>>
  /** the flag's revision that the person saw; null where the step follows from another one */
  revision?: number | null
  /** columns that change with the step */
  changes?: Omit<Prisma.ReviewFlagUncheckedUpdateInput, 'state' | 'revision'>
  note?: string
}

/**
 * The only writer of a flag's state (law/procedure/flag-procedure.ts): judges the step, writes the row, its event and the
 * audit entry in the caller's transaction. The maker's answer is kept with `answer`. Rights over the case are the
 * caller's to ask. Throws `step-refused` (with rule and basis), `forbidden`, `stale-edit`, `not-found`.
 */
export async function moveFlag(step: FlagStep): Promise<{ from: FlagState; to: FlagState; revision: number }> {
  const { services, work, actor, flagId, key } = step
  const values = step.values ?? {}
  await work.tx.$queryRaw`SELECT id FROM "ReviewFlag" WHERE id = ${flagId}::uuid FOR UPDATE`
  const flag = await work.tx.reviewFlag.findUnique({ where: { id: flagId }, include: { filing: { include: { tasks: { select: { assigneeOrganId: true } } } } } })
  if (flag === null) throw problem('not-found')
  if (step.revision != null && step.revision !== flag.revision) throw problem('stale-edit')
  const facts: FlagFacts = {
    ...partiesFacts(actor, flag.filing),
    fields: Object.entries(values).flatMap(([field, value]) => (value.trim() === '' ? [] : [field])),
    issuedPapers: await issuedPapers(work.tx, flag.filingId),
    standard: z.enum(standards).parse(flag.standard),
    raisedBy: flag.raisedBy,
    resolution: flagResolutions.find((r) => r === values['resolution']) ?? null,
  }
  const to = judgeStep({ procedure: flagProcedure, state: flag.state, key, roles: rolesOf(actor, flag.filing), facts })
  const from = stateOf(flagProcedure, flag.state).id
  const now = services.clock.now()
  await work.tx.reviewFlag.update({
    where: { id: flagId },
    data: { ...(key === 'answer' ? { makerAnswer: values['answer'] ?? '', makerAnsweredAt: now } : {}), ...step.changes, state: to, revision: { increment: 1 } },
  })
  await recordFlagEvent({ services, work, actor, flagId, from, to, note: step.note ?? values['reason'] ?? null })
  work.audit({ actor, action: `flag.${key}`, entity: 'ReviewFlag', entityId: flagId, organId: flag.filing.receiverOrganId, detail: { filingId: flag.filingId, from, to } })
  return { from, to, revision: flag.revision + 1 }
}

/** Papers of the case that were issued, whether or not a step of the case has used them. */
async function issuedPapers(tx: Transaction, filingId: string): Promise<string[]> {
  return (await tx.paper.findMany({ where: { filingId, state: 'issued' }, select: { kind: true }, distinct: ['kind'] })).map((p) => p.kind)
}

/** What happened to a flag, in order; never changed. */
export async function recordFlagEvent(options: { services: Services; work: Work; actor: Actor; flagId: string; from: string | null; to: string; note: string | null }): Promise<void> {
  const { services, work, actor, flagId, from, to, note } = options
  await work.tx.flagEvent.create({ data: { id: newId(), flagId, at: services.clock.now(), actorId: actor.personId, actorName: actor.name, fromState: from, toState: to, note } })
}
