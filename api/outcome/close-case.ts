import { filingProcedure, flagProcedure, flagResolutionLabels, stateOf } from '../../law/procedure/index.ts'
import { keepRecord, paperCase, paperFlags } from '../paper/index.ts'
import { fromDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { transition } from '../procedure/index.ts'
import { closingRecord, conclusionOf, stepLabel } from './closing-papers.ts'
import { endFlagsAtClosing } from './end-flags.ts'
import { judgementOf } from './judge-flag.ts'
import { handledCase } from './outcome-case.ts'

/** 办结归档: the record of how it went is made with the step. Open flags end by how the case ended; refused while one is left open, waits for confirmation, or is a 合宪性 problem not reported upward. */
export async function closeCase(options: { services: Services; actor: Actor; filingId: string; revision: number; note: string }): Promise<{ paperId: string; revision: number }> {
  const { services, actor, filingId, revision, note } = options
  const filing = await handledCase({ services, actor, filingId, action: 'archive' })
  return inTransaction(services, async (work) => {
    const { tx } = work
    await tx.$queryRaw`SELECT id FROM "Filing" WHERE id = ${filingId}::uuid FOR UPDATE`
    const { state } = await tx.filing.findUniqueOrThrow({ where: { id: filingId }, select: { state: true } })
    await endFlagsAtClosing({ services, work, actor, filingId, state: stateOf(filingProcedure, state).id })
    const taken = await transition({ services, work, actor, filingId, key: 'close', revision, audience: 'maker' })
    const flags = await paperFlags(tx, filingId, 'all')
    const rows = await tx.reviewFlag.findMany({ where: { filingId }, select: { id: true, judgement: true } })
    const events = await tx.caseEvent.findMany({ where: { filingId }, orderBy: { id: 'asc' } })
    const content = closingRecord({
      filing: await paperCase(tx, filingId), outcome: conclusionOf(filing.outcome ?? filing.state), today: services.clock.today(), by: actor.name, note,
      flags: flags.filter((f) => f.state !== 'withdrawn').map((f) => {
        const judged = judgementOf(rows.find((r) => r.id === f.id)?.judgement)
        return { ...f, stateLabel: stateOf(flagProcedure, f.state).label, judgement: judged === null ? '' : `${flagResolutionLabels[judged.verdict]}${judged.note === '' ? '' : `（${judged.note}）`}` }
      }),
      events: events.map((e) => ({ on: fromDateColumn(e.on), label: stepLabel(e.transition), by: e.actorName, note: e.note })),
    })
    const paperId = await keepRecord({ services, work, actor, filingId, organId: filing.receiverOrganId, kind: 'closingRecord', content })
    return { paperId, revision: taken.revision }
  })
}
