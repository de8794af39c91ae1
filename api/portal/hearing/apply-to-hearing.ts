import { z } from 'zod'
import { newId } from '../../platform/ids.ts'
import { fromDateColumn, toDateColumn } from '../../platform/legal-date.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction } from '../../platform/work/transaction.ts'
import { isFormToken, newFollowCode } from '../../suggestion/index.ts'
import { hearingParts, hearingPositions, standingOf } from './hearing-words.ts'
import { officersOf } from './publish-hearing.ts'

/** As many an hour from one address as of suggestions. */
export const applyLimit = { name: 'hearing', most: 10, windowMs: 3_600_000, message: '一小时内报名太多，请过一会儿再报；已经填写的内容没有丢失，也可以按公告写的其他方式报名。' }

const words = (most: number, missing: string) => z.string().trim().min(1, missing).max(most, `最多 ${most} 个字。`)
const TELEPHONE = /^\+?[\d\s\-－()（）转]{7,30}$/u

/** What a person tells who wants to take part. An observer needs no position. */
export const applicationSchema = z
  .object({
    part: z.enum(hearingParts, '请选择陈述意见还是旁听。'),
    name: words(60, '请填写姓名。'),
    telephone: z.string().trim().regex(TELEPHONE, '请填写能打通的电话号码，只写数字。'),
    occupation: z.string().trim().max(100, '最多 100 个字。').default(''),
    position: z.union([z.enum(hearingPositions), z.literal('')]).default(''),
    statement: z.string().trim().max(4000, '最多 4000 个字。').default(''),
  })
  .superRefine((given, context) => {
    if (given.part !== 'speak') return
    if (given.position === '') context.addIssue({ code: 'custom', path: ['position'], message: '陈述意见的，请选择赞成、反对或者其他意见。' })
    if (given.statement === '') context.addIssue({ code: 'custom', path: ['statement'], message: '陈述意见的，请写明主要观点和理由。' })
  })
export type HearingApplication = z.infer<typeof applicationSchema>

/**
 * 报名: kept with its number, in the order of coming, and a code to ask with what became of it; the token of the form makes of a repeated submit one application.
 * Throws `unreadable-request` for a token that was not given here, `not-found`, `step-refused` when applying is over.
 */
export async function applyToHearing(options: { services: Services; hearingId: string; application: HearingApplication; token: string }): Promise<{ number: number; /** null when the same form was sent again: the code is shown once */ followCode: string | null }> {
  const { services, hearingId, application, token } = options
  if (!isFormToken(services, token)) throw problem('unreadable-request', { detail: '这张表过期了，请重新打开报名页。' })
  const today = services.clock.today()
  return inTransaction(services, async (work) => {
    const { tx } = work
    const key = `public:hearing:${hearingId}:${token}`
    const fresh = await tx.idempotencyRecord.createMany({ data: [{ key, route: 'POST /hearings/apply', requestDigest: '' }], skipDuplicates: true })
    if (fresh.count === 0) return { number: Number((await tx.idempotencyRecord.findUniqueOrThrow({ where: { key } })).requestDigest), followCode: null }
    await tx.$queryRaw`SELECT id FROM "PublicHearing" WHERE id = ${hearingId}::uuid FOR UPDATE`
    const hearing = await tx.publicHearing.findFirst({ where: { id: hearingId, revokedAt: null }, include: { project: { select: { responsibleId: true } } } })
    if (hearing === null) throw problem('not-found')
    const standing = standingOf({ heldOn: fromDateColumn(hearing.heldOn), applyTo: fromDateColumn(hearing.applyTo), cancelled: hearing.cancelledOn !== null, revoked: false }, today)
    if (standing !== 'open') throw problem('step-refused', { detail: standing === 'cancelled' ? '这次会议已经取消，不再报名。' : '报名已经截止。', extra: { rule: 'hearingOpen', basis: '公告' } })
    if (application.part === 'observe' && hearing.observers === 0) throw problem('step-refused', { detail: '这次会议不设旁听席，请选择陈述意见。', extra: { rule: 'hearingObservers', basis: '公告' } })
    const number = hearing.applied + 1
    const { part, name, telephone, occupation, position, statement } = application
    const id = newId()
    const { code, digest } = newFollowCode(id)
    await tx.hearingApplicant.create({ data: { id, accessCodeDigest: digest, hearingId, number, part, name, telephone, occupation, position: part === 'speak' && position !== '' ? position : null, statement, receivedOn: toDateColumn(today), receivedAt: services.clock.now() } })
    await tx.publicHearing.update({ where: { id: hearingId }, data: { applied: number } })
    await tx.idempotencyRecord.update({ where: { key }, data: { requestDigest: String(number), status: 200 } })
    // personal data stays out of the chain
    work.audit({ actor: null, action: 'hearing.apply', entity: 'PublicHearing', entityId: hearingId, organId: hearing.organId, detail: { number, part } })
    // one notice a day is enough for an office that may get hundreds
    for (const personId of await officersOf(services, { organId: hearing.organId, responsibleId: hearing.project.responsibleId, actorId: null })) {
      work.notify({ personId, kind: 'hearingApplied', title: `有人报名参加听证：${hearing.title}`, body: `今天开始有新的报名，报名到${fromDateColumn(hearing.applyTo)}截止。`, link: `/app/projects/${hearing.projectId}/hearings`, entity: 'PublicHearing', entityId: hearingId, dedupeKey: `hearingApplied:${hearingId}:${today}:${personId}` })
    }
    return { number, followCode: code }
  })
}
