import { type FilingState, outletOf, standards } from '../../law/procedure/index.ts'
import { z } from 'zod'
import type { Actor } from '../platform/policy/actor.ts'
import type { Services } from '../platform/services.ts'
import type { Work } from '../platform/work/transaction.ts'
import { moveFlag } from '../review/index.ts'
import { type Judgement, judgeable, judgementOf } from './judge-flag.ts'

type Ending = {
  /** row of law/procedure/flag-procedure.ts */
  key: 'resolveByRepeal' | 'resolveByAnnulment' | 'endWithCase'
  values: Readonly<Record<string, string>>
  finding: Judgement['finding']
  verdict: Judgement['verdict']
  /** said of the flag: 文件已废止：… */
  note: string
  /** what a person judged of the flag before stays: the case ended without saying otherwise */
  keepsJudgement: boolean
}
type Ended = { services: Services; work: Work; actor: Actor; filingId: string }

const standing = (note: string): Ending => ({ key: 'endWithCase', values: { reason: note }, finding: 'unchanged', verdict: 'unresolved', note, keepsJudgement: true })

/** How flags end that are open when the case is closed, by how the case ended. States not named leave none open. */
const endingsAtClosing: Readonly<Partial<Record<FilingState, Ending>>> = {
  annulled: { key: 'resolveByAnnulment', values: { reason: '文件已由常委会撤销' }, finding: 'deleted', verdict: 'resolved', note: '文件已由常委会撤销', keepsJudgement: false },
  rejectedByCommittee: standing('撤销议案未通过，文件没有撤销'),
  reminder: standing('已函告提醒，没有要求登记处理结果'),
  returnedOutOfScope: standing('不属于备案范围，不再审查'),
}

/** The maker repealed the document: whatever is open is resolved by that, and says so (立法法 art 112 by analogy). */
export const endFlagsByRepeal = (options: Ended & { repealDocument: string }): Promise<void> =>
  endFlags({ ...options, ending: { key: 'resolveByRepeal', values: { repealDocument: options.repealDocument }, finding: 'deleted', verdict: 'resolved', note: `文件已废止：${options.repealDocument}`, keepsJudgement: false } })

/**
 * Before a case is closed: no flag stays open that nobody would see again. A case that was resolved by a repeal which
 * left flags open ends them by that repeal; otherwise what is open is left for the guard of the step to refuse.
 */
export async function endFlagsAtClosing(options: Ended & { state: FilingState }): Promise<void> {
  const ending = endingsAtClosing[options.state]
  if (ending !== undefined) return endFlags({ ...options, ending })
  if (options.state !== 'resolved') return
  const last = await options.work.tx.caseEvent.findFirst({ where: { filingId: options.filingId, transition: { in: ['resolve', 'planFulfilled'] } }, orderBy: { id: 'desc' }, select: { data: true } })
  const { outcome, repealDocument } = repealed.parse(last?.data ?? {})
  if (outcome === 'repealed' && repealDocument !== '') await endFlagsByRepeal({ ...options, repealDocument })
}

const repealed = z.object({ outcome: z.string().catch(''), repealDocument: z.string().catch('') }).catch({ outcome: '', repealDocument: '' })

async function endFlags(options: Ended & { ending: Ending }): Promise<void> {
  const { services, work, actor, filingId, ending } = options
  const rows = await work.tx.reviewFlag.findMany({ where: { filingId, state: { in: judgeable } }, orderBy: { number: 'asc' }, select: { id: true, standard: true, judgement: true } })
  // 合宪性 goes upward and nowhere else (宪法 art 67): the guard of closing holds the case until it is reported
  for (const flag of rows.filter(({ standard }) => outletOf(z.enum(standards).parse(standard)) === 'reviewOpinion')) {
    const judgement: Judgement = { refiledId: null, finding: ending.finding, algorithm: null, verdict: ending.verdict, note: ending.note, by: 'system', byName: '系统', at: services.clock.now().toISOString() }
    const kept = ending.keepsJudgement && judgementOf(flag.judgement) !== null
    await moveFlag({ services, work, actor, flagId: flag.id, key: ending.key, values: ending.values, note: ending.note, ...(kept ? {} : { changes: { judgement } }) })
  }
}
