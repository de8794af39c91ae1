import { peopleServing } from '../notice/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Work } from '../platform/work/transaction.ts'
import { moveFlag } from './move-flag.ts'
import { refuseOwnDocument, reviewCase } from './review-case.ts'

/** Confirm or withdraw one flag. Withdrawing takes the right row of the table by the flag's state. */
export async function stepFlag(options: { services: Services; actor: Actor; filingId: string; flagId: string; revision: number; act: 'confirm' | 'withdraw'; reason: string }): Promise<{ revision: number }> {
  const { services, actor, filingId, flagId, revision, act, reason } = options
  await reviewCase({ services, actor, filingId })
  const flag = await services.prisma.reviewFlag.findUnique({ where: { id: flagId, filingId }, select: { state: true } })
  if (flag === null) throw problem('not-found')
  const key = act === 'confirm' ? 'confirm' : flag.state === 'confirmed' ? 'withdrawConfirmed' : 'withdrawRaised'
  const moved = await inTransaction(services, (work) => moveFlag({ services, work, actor, flagId, key, revision, values: { reason }, note: reason }))
  return { revision: moved.revision }
}

/** Confirm every flag that waits for it (科长 in one act); one that cannot be confirmed stops all. */
export async function confirmRaisedFlags(options: { services: Services; actor: Actor; filingId: string }): Promise<{ confirmed: number }> {
  const { services, actor, filingId } = options
  await reviewCase({ services, actor, filingId, action: 'direct' })
  return inTransaction(services, async (work) => {
    const raised = await work.tx.reviewFlag.findMany({ where: { filingId, state: 'raised' }, orderBy: { number: 'asc' }, select: { id: true } })
    if (raised.length === 0) throw problem('already-done', { detail: '没有待确认的标注。' })
    for (const flag of raised) await moveFlag({ services, work, actor, flagId: flag.id, key: 'confirm' })
    return { confirmed: raised.length }
  })
}

/** 提请确认: tell the review body's chief that flags wait. Nothing of the flags changes. */
export async function askForConfirmation(options: { services: Services; actor: Actor; filingId: string }): Promise<{ flags: number; told: number }> {
  const { services, actor, filingId } = options
  const filing = await reviewCase({ services, actor, filingId, action: 'review' })
  refuseOwnDocument(actor, filing)
  const chiefs = await peopleServing(services, filing.receiverOrganId, 'reviewChief')
  return inTransaction(services, async (work) => {
    const flags = await work.tx.reviewFlag.count({ where: { filingId, state: 'raised' } })
    if (flags === 0) throw problem('already-done', { detail: '没有待确认的标注。' })
    if (chiefs.length === 0) throw problem('step-refused', { detail: '审查机构还没有设负责人账号，请联系管理员。' })
    for (const personId of chiefs) {
      work.notify({ personId, kind: 'flagsToConfirm', title: `请确认《${filing.title}》的 ${flags} 处标注`, body: `${actor.name}提请。`, link: `/review/${filingId}`, entity: 'Filing', entityId: filingId })
    }
    await recordAct({ services, work, actor, filing, transition: 'askConfirmation', note: `提请确认 ${flags} 处标注` })
    return { flags, told: chiefs.length }
  })
}

/** A note for those who review the case: kept with who and when, never changed, never shown to the maker. */
export async function addNote(options: { services: Services; actor: Actor; filingId: string; text: string }): Promise<{ added: true }> {
  const { services, actor, filingId, text } = options
  const filing = await reviewCase({ services, actor, filingId })
  refuseOwnDocument(actor, filing)
  await inTransaction(services, (work) => recordAct({ services, work, actor, filing, transition: REVIEW_NOTE, note: text.trim() }))
  return { added: true }
}

export const REVIEW_NOTE = 'reviewNote'

async function recordAct(options: { services: Services; work: Work; actor: Actor; filing: { id: string; state: string; receiverOrganId: string }; transition: string; note: string }): Promise<void> {
  const { services, work, actor, filing, transition, note } = options
  await work.tx.caseEvent.create({
    data: {
      id: newId(), filingId: filing.id, at: services.clock.now(), on: toDateColumn(services.clock.today()), actorId: actor.personId, actorName: actor.name, organId: actor.memberships[0]?.organId ?? null,
      transition, fromState: filing.state, toState: filing.state, note, data: {},
    },
  })
  work.audit({ actor, action: `review.${transition}`, entity: 'Filing', entityId: filing.id, organId: filing.receiverOrganId })
}
