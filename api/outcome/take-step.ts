import { z } from '@hono/zod-openapi'
import { filingProcedure } from '../../law/procedure/index.ts'
import { legalDate } from '../platform/http/index.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { transition } from '../procedure/index.ts'
import { keepReviewRecord } from './conclude-without-problem.ts'
import { endFlagsByRepeal } from './end-flags.ts'
import { handledCase, makerCase, tellMaker } from './outcome-case.ts'

/** Steps that are a form and nothing more: no paper carries them, no other row is written first. */
export const plainSteps = ['raiseConcern', 'dropConcern', 'endInquiry', 'planLapsed', 'resolve', 'planFulfilled', 'endWithReport', 'rejectMotion', 'haltClause'] as const
export type PlainStep = (typeof plainSteps)[number]

export const stepFieldsSchema = z
  .object({
    reason: z.string().max(4000).optional(),
    /** of resolve and planFulfilled: the document was repealed; a changed text is settled flag by flag */
    outcome: z.enum(['repealed']).optional(),
    repealDocument: z.string().max(500).optional(),
    committeeMeeting: z.string().max(500).optional(),
    vote: z.string().max(500).optional(),
    haltedProvisions: z.string().max(2000).optional(),
    haltedOn: z.union([legalDate, z.literal('')]).optional(),
    note: z.string().max(4000).optional(),
    notWaitingReason: z.string().max(4000).optional(),
  })
  .openapi('OutcomeStepFields')
export type StepFields = z.infer<typeof stepFieldsSchema>

/** Whom the maker's history shows the step to: what the reviewers only think stays inside. */
const shownToMaker: readonly PlainStep[] = ['endInquiry', 'planLapsed', 'resolve', 'planFulfilled', 'rejectMotion', 'haltClause']

/** One of the plain steps of 处理. The procedure judges state, role, guards and fields; throws `step-refused` with rule and basis. */
export async function takeStep(options: { services: Services; actor: Actor; filingId: string; key: PlainStep; revision: number; fields: StepFields }): Promise<{ revision: number }> {
  const { services, actor, filingId, key, revision, fields } = options
  const filing = key === 'haltClause' ? (await makerCase({ services, actor, filingId })).filing : await handledCase({ services, actor, filingId })
  const values = Object.fromEntries(Object.entries(fields).flatMap(([k, v]) => (v === undefined || v === '' ? [] : [[k, v]])))
  return inTransaction(services, async (work) => {
    const repealed = namesRepeal(key, fields)
    const taken = await transition({
      services, work, actor, filingId, key, revision, values, audience: shownToMaker.includes(key) ? 'maker' : 'internal', ...(repealed ? { facts: { refiledOrRepealed: true } } : {}),
      ...(fields.reason === undefined && fields.note === undefined && !repealed ? {} : { note: fields.reason ?? fields.note ?? fields.repealDocument ?? '' }),
      data: values,
      ...(key === 'haltClause' ? { changes: { haltedOn: toDateColumn(fields.haltedOn ?? ''), haltNotice: fields.haltedProvisions ?? '' } } : {}),
    })
    if (repealed) await endFlagsByRepeal({ services, work, actor, filingId, repealDocument: (fields.repealDocument ?? '').trim() })
    if (key === 'planLapsed') await work.tx.correctionPlan.updateMany({ where: { filingId, state: 'accepted' }, data: { state: 'lapsed' } })
    if (key === 'planFulfilled') await work.tx.correctionPlan.updateMany({ where: { filingId, state: 'accepted' }, data: { state: 'fulfilled' } })
    if (key === 'endWithReport') await keepReviewRecord({ services, work, actor, filing, conclusion: taken.to, note: fields.note ?? '', notWaitingReason: fields.notWaitingReason ?? '' })
    if (shownToMaker.includes(key) && key !== 'haltClause') await tellMaker({ services, work, filing, kind: key, title: `《${filing.title}》：${labelOf(key)}`, body: fields.reason ?? '', about: `${filingId}:${taken.revision}` })
    return { revision: taken.revision }
  })
}

const labelOf = (key: PlainStep): string => filingProcedure.transitions.find((t) => t.key === key)?.label ?? key

/** Whether the step records a repeal; a repeal is named by its document. A changed text is settled flag by flag (settle-flags.ts). */
function namesRepeal(key: PlainStep, fields: StepFields): boolean {
  if (key === 'haltClause' && (fields.haltedOn ?? '') === '') throw problem('invalid-input', { fields: [{ path: 'haltedOn', message: '请填写停止执行的日期。' }] })
  if (key !== 'resolve' && key !== 'planFulfilled') return false
  if (fields.outcome !== 'repealed') throw problem('invalid-input', { fields: [{ path: 'outcome', message: '修改的，请在逐条比对页登记复核结果；废止的，请选“已废止”。' }] })
  if ((fields.repealDocument ?? '').trim() === '') throw problem('invalid-input', { fields: [{ path: 'repealDocument', message: '请写明废止文件的名称、文号和日期。' }] })
  return true
}
