import { toDateColumn } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { keptVersion } from './kept-version.ts'

/**
 * Record a date of effect, or of its end, that was not known when the version was stored. What is known is never
 * rewritten, the text and its address stay as they are. Throws `not-found`, `forbidden`, `already-done`, `invalid-input`.
 */
export async function setEffectDates(options: {
  services: Services
  actor: Actor
  workKey: string
  dateKey: string
  effectiveFrom?: string
  effectiveTo?: string
  /** `stated` where a document says it, `inferred` where a person concludes it */
  basis: 'stated' | 'inferred'
  source: string
}): Promise<void> {
  const { services, actor, effectiveFrom, effectiveTo, basis, source } = options
  const version = await keptVersion(options)
  if (effectiveFrom === undefined && effectiveTo === undefined) throw problem('invalid-input', { fields: [{ path: 'effectiveFrom', message: '请填写施行日期或者失效日期。' }] })
  const from = effectiveFrom ?? version.effectiveFrom?.toISOString().slice(0, 10)
  if (from !== undefined && effectiveTo !== undefined && effectiveTo <= from) throw problem('invalid-input', { fields: [{ path: 'effectiveTo', message: '失效日期应当在施行日期以后。' }] })
  await inTransaction(services, async ({ tx, audit, outbox }) => {
    const recorded = await tx.version.updateMany({
      where: { id: version.id, ...(effectiveFrom === undefined ? {} : { effectiveBasis: 'unknown', effectiveFrom: null }), ...(effectiveTo === undefined ? {} : { effectiveTo: null }) },
      data: {
        ...(effectiveFrom === undefined ? {} : { effectiveFrom: toDateColumn(effectiveFrom), effectiveBasis: basis }),
        ...(effectiveTo === undefined ? {} : { effectiveTo: toDateColumn(effectiveTo), endReason: source }),
      },
    })
    if (recorded.count === 0) throw problem('already-done', { detail: '这个日期已经有记录，入库以后不能改写。记录有误的，请以更正的文本另行导入。' })
    audit({
      actor, action: 'library.setEffectDates', entity: 'Version', entityId: version.id,
      detail: { ...(effectiveFrom === undefined ? {} : { effectiveFrom }), ...(effectiveTo === undefined ? {} : { effectiveTo }), basis, source },
    })
    outbox({ topic: 'search', entity: 'Version', entityId: version.id })
  })
}
