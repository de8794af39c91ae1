import { filingProcedure, flagKind, flagProcedure, type FlagCode, type FlagSeverity, type FilingState, type Standard, stateOf } from '../../law/procedure/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Work } from '../platform/work/transaction.ts'
import { judgeStep } from '../procedure/index.ts'
import { moveFlag, recordFlagEvent } from './move-flag.ts'
import { passageOf, type PassagePart } from './passage.ts'
import { readVersionText } from './read-version.ts'
import { type CaseParties, partiesFacts, reviewCase, rolesOf } from './review-case.ts'
import { type SuperiorInput, superiorColumns } from './superior-quote.ts'

export type FlagInput = {
  passage: PassagePart[]
  standard: Standard
  code: FlagCode
  severity: FlagSeverity
  reason: string
  suggestion: string
  superior: SuperiorInput | null
  /** the date that is judged */
  judgedOn: string
}

/** States in which somebody looks for problems in the document. */
const raisedIn: readonly FilingState[] = ['distributed', 'underReview', 'questioning', 'concern', 'negotiating', 'suspended']

/**
 * Raise a flag (提出标注): the quoted words must stand in the document, the superior provision in the library's text of the
 * date that is judged, or it is marked 来源未核. Reviewers and committees with a task may; nobody on their own document.
 */
export async function raiseFlag(options: { services: Services; actor: Actor; filingId: string; input: FlagInput }): Promise<{ flagId: string; number: number }> {
  const { services, actor, filingId, input } = options
  const filing = await reviewCase({ services, actor, filingId })
  mayRaise(actor, filing, input.standard)
  const state = stateOf(filingProcedure, filing.state)
  if (!raisedIn.includes(state.id)) throw problem('step-refused', { detail: `现在是“${state.label}”，不能提出标注；开始审查以后再提出。` })
  if (filing.versionId === null) throw problem('step-refused', { detail: '这件还没有能逐条阅读的文本，请先请报备单位补 Word 文本。' })
  const versionId = filing.versionId
  const text = await readVersionText(services.prisma, versionId)
  const columns = await flagColumns({ services, actor, input, text })
  return inTransaction(services, async (work) => {
    const { tx } = work
    await tx.$queryRaw`SELECT id FROM "Filing" WHERE id = ${filingId}::uuid FOR UPDATE`
    const last = await tx.reviewFlag.aggregate({ where: { filingId }, _max: { number: true } })
    const number = (last._max.number ?? 0) + 1
    const provision = await tx.provision.findUnique({ where: { versionId_eId: { versionId, eId: columns.eId } }, select: { provisionId: true } })
    const flagId = newId()
    await tx.reviewFlag.create({
      data: { ...columns, id: flagId, filingId, number, versionId, provisionId: provision?.provisionId ?? null, state: flagProcedure.start, raisedBy: actor.personId, raisedByName: actor.name, raisedAt: services.clock.now() },
    })
    await recordFlagEvent({ services, work, actor, flagId, from: null, to: flagProcedure.start, note: null })
    audit(work, actor, 'flag.raise', flagId, filing)
    return { flagId, number }
  })
}

/** Edit a flag while it is not yet confirmed. Throws `stale-edit` when somebody else has changed it. */
export async function editFlag(options: { services: Services; actor: Actor; filingId: string; flagId: string; revision: number; input: FlagInput }): Promise<{ revision: number }> {
  const { services, actor, filingId, flagId, revision, input } = options
  await reviewCase({ services, actor, filingId })
  const flag = await services.prisma.reviewFlag.findUnique({ where: { id: flagId, filingId }, select: { versionId: true } })
  if (flag === null) throw problem('not-found')
  const columns = await flagColumns({ services, actor, input, text: await readVersionText(services.prisma, flag.versionId) })
  return inTransaction(services, (work) => moveFlag({ services, work, actor, flagId, key: 'edit', revision, changes: columns, note: '修改内容' }))
}

function mayRaise(actor: Actor, filing: CaseParties, standard: Standard): void {
  const facts = { ...partiesFacts(actor, filing), fields: [], issuedPapers: [], standard, raisedBy: actor.personId, resolution: null }
  // whoever may edit a raised flag may raise one: the same roles, the same recusal
  judgeStep({ procedure: flagProcedure, state: flagProcedure.start, key: 'edit', roles: rolesOf(actor, filing), facts })
}

async function flagColumns(options: { services: Services; actor: Actor; input: FlagInput; text: Awaited<ReturnType<typeof readVersionText>> }) {
  const { services, actor, input, text } = options
  const kind = flagKind(input.code)
  if (kind.standard !== input.standard) throw problem('invalid-input', { fields: [{ path: 'code', message: '这个问题不属于选定的标准，请重新选择。' }] })
  const passage = passageOf(text, input.passage)
  return {
    eId: passage.eId, articleLabel: passage.articleLabel, quote: { ...passage.quote }, standard: input.standard, code: input.code, severity: input.severity,
    reason: input.reason.trim(), suggestion: input.suggestion.trim(), judgedOn: toDateColumn(input.judgedOn),
    ...(await superiorColumns({ services, actor, superior: input.superior, judgedOn: input.judgedOn })),
  }
}

function audit(work: Work, actor: Actor, action: string, flagId: string, filing: { id: string; receiverOrganId: string }): void {
  work.audit({ actor, action, entity: 'ReviewFlag', entityId: flagId, organId: filing.receiverOrganId, detail: { filingId: filing.id } })
}
