import { countChoice, faultsOfChoice, type HearingAnswer, hearingChoiceRules, isLopsided } from '../../../law/procedure/index.ts'
import { newId } from '../../platform/ids.ts'
import { fromDateColumn, toDateColumn } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction, type Transaction } from '../../platform/work/transaction.ts'
import { choicesOf, wishOf } from './hearing-choices.ts'
import { chooseBy, factsOf, HEARING_BASIS, lockedHearing } from './hearing-ground.ts'
import { hearingKindLabels, hearingKindOf, standingOf } from './hearing-words.ts'
import { officersOf } from './publish-hearing.ts'

type Act = { services: Services; actor: Actor; hearingId: string }
type Hearing = Awaited<ReturnType<typeof lockedHearing>>

/** Why nobody is chosen now; null where it may be done: when applying is over and until the day of the meeting. */
export function whyNotChoose(hearing: { heldOn: string; applyTo: string; applied: number }, today: string): string | null {
  const standing = standingOf({ ...hearing, cancelled: false, revoked: false }, today)
  if (standing === 'open') return `报名到 ${hearing.applyTo} 截止，截止以后再确定参加人。`
  if (standing === 'past') return '会议已经举行，参加人不再确定、变更。'
  return hearing.applied === 0 ? '没有人报名。' : null
}

async function chosen(tx: Transaction, options: Act) {
  const hearing = await lockedHearing({ tx, actor: options.actor, hearingId: options.hearingId, act: 'organise' })
  const { heldOn, applyTo } = factsOf(hearing)
  const refused = whyNotChoose({ heldOn, applyTo, applied: hearing.applied }, options.services.clock.today())
  if (refused !== null) throw problem('step-refused', { detail: refused, extra: { rule: 'hearingClosed', basis: '公告' } })
  return hearing
}

export type Choosing = {
  /** the newest decision that the person saw */
  after: string | null
  answers: readonly HearingAnswer[]
  balanceReason: string
  lateReason: string
  changeReason: string
}

/** What a choice needs said beside it: unequal sides, lateness, a change of what people were told. Throws `invalid-input`. */
async function reasonsFor(tx: Transaction, options: { hearing: Hearing; choosing: Choosing; lopsided: boolean; toldBefore: boolean; today: string }) {
  const { hearing, choosing, lopsided, toldBefore, today } = options
  const formal = hearing.kind === 'hearing'
  const by = formal ? await chooseBy(tx, { organId: hearing.organId, heldOn: fromDateColumn(hearing.heldOn) }) : null
  const wanted = [
    { path: 'balanceReason', asked: formal && lopsided, message: `赞成和反对的陈述人人数不相当，人数少的一方还有人报名陈述，请写明原因或者改选（${hearingChoiceRules.balance}）。` },
    { path: 'lateReason', asked: by !== null && today > by.on && !toldBefore, message: `最迟应当在${by?.on ?? ''}确定陈述人（${by?.basis ?? ''}）；今天确定的，请写明原因。` },
    { path: 'changeReason', asked: toldBefore, message: '名单已经告知报名人，变更的，请写明原因。' },
  ] as const
  const missing = wanted.filter(({ path, asked }) => asked && choosing[path].trim() === '')
  if (missing.length > 0) throw problem('invalid-input', { fields: missing.map(({ path, message }) => ({ path, message })) })
  return Object.fromEntries(wanted.map(({ path, asked }) => [path, asked ? choosing[path].trim() : null]))
}

/**
 * 确定参加人: one answer for everybody who applied, as a decision of its own; nobody is told by it. A decision that people
 * were told is changed only by another one with its reason. Throws `forbidden`, `step-refused` before applying is over and after
 * the day, `stale-edit` where a colleague decided meanwhile, `invalid-input` with what is wrong for whom.
 */
export async function chooseParticipants(options: Act & { choosing: Choosing }): Promise<void> {
  const { services, actor, hearingId, choosing } = options
  const today = services.clock.today()
  await inTransaction(services, async (work) => {
    const { tx } = work
    const hearing = await chosen(tx, options)
    const [choices, applicants] = await Promise.all([choicesOf(tx, hearingId), tx.hearingApplicant.findMany({ where: { hearingId }, orderBy: { number: 'asc' } })])
    const [last] = choices
    if ((last?.id ?? null) !== choosing.after) throw problem('stale-edit', { detail: '同事刚刚确定过参加人，您的选择没有覆盖。请看最新的名单后再决定。' })
    const wishes = applicants.map(wishOf)
    // who has what was applied for needs no ground
    const answers = choosing.answers.map((a) => (wishes.some((w) => w.number === a.number && w.part === a.outcome) ? { ...a, ground: null, note: '' } : a))
    const faults = faultsOfChoice({ wishes, answers, seats: { speak: hearing.participants, observe: hearing.observers } })
    if (faults.length > 0) throw problem('invalid-input', { fields: faults.map(({ path, message }) => ({ path, message })) })
    const same = last !== undefined && answers.every((a) => last.answers.some((b) => b.number === a.number && b.outcome === a.outcome && b.ground === a.ground && b.note === a.note))
    if (same && last.answers.length === answers.length) throw problem('invalid-input', { fields: [{ path: 'answers', message: '名单没有变化。' }] })
    const toldBefore = choices.some((c) => c.telling !== null)
    const reasons = await reasonsFor(tx, { hearing, choosing, lopsided: isLopsided(wishes, answers), toldBefore, today })
    const id = newId()
    await tx.hearingChoice.create({ data: { id, hearingId, on: toDateColumn(today), at: services.clock.now(), by: actor.personId, byName: actor.name, ...reasons } })
    await tx.hearingAnswer.createMany({
      data: answers.flatMap(({ number, outcome, ground, note }) => { const applicant = applicants.find((a) => a.number === number); return applicant === undefined ? [] : [{ id: newId(), choiceId: id, applicantId: applicant.id, outcome, ground, note }] }),
    })
    // the numbers of the applications; names stay out of the chain
    work.audit({ actor, action: toldBefore ? 'hearing.changeChoice' : 'hearing.choose', entity: 'PublicHearing', entityId: hearingId, organId: hearing.organId, detail: { choiceId: id, answers: answers.map(({ number, outcome, ground }) => ({ number, outcome, ground })), ...reasons } })
  })
}

/**
 * 告知: records that the people were told the newest decision, and how; from then on each may read their own answer with the
 * code that they have. Throws `step-refused` where nobody was chosen or the announcement was corrected since so that the list
 * no longer fits, `already-done`, `stale-edit`.
 */
export async function tellParticipants(options: Act & { choiceId: string; how: string }): Promise<void> {
  const { services, actor, hearingId, choiceId, how } = options
  const today = services.clock.today()
  await inTransaction(services, async (work) => {
    const { tx } = work
    const hearing = await chosen(tx, options)
    const [last] = await choicesOf(tx, hearingId)
    if (last === undefined) throw problem('step-refused', { detail: '还没有确定参加人。', extra: { rule: 'hearingChosen', basis: HEARING_BASIS } })
    if (last.id !== choiceId) throw problem('stale-edit', { detail: '同事刚刚改了名单，请看最新的名单后再告知。' })
    if (last.telling !== null) throw problem('already-done', { detail: '这份名单已经告知过了。' })
    // the announcement may have been corrected since: other seats, a longer time to apply
    const wishes = (await tx.hearingApplicant.findMany({ where: { hearingId } })).map(wishOf)
    const [fault] = faultsOfChoice({ wishes, answers: last.answers, seats: { speak: hearing.participants, observe: hearing.observers } })
    if (fault !== undefined) throw problem('step-refused', { detail: `名单和现在的公告、报名对不上：${fault.message}请先变更参加人。`, extra: { rule: 'hearingChosen', basis: fault.basis } })
    await tx.hearingTelling.create({ data: { id: newId(), choiceId, on: toDateColumn(today), at: services.clock.now(), by: actor.personId, byName: actor.name, how } })
    const { speak, observe, notChosen } = countChoice([], last.answers)
    work.audit({ actor, action: 'hearing.tell', entity: 'PublicHearing', entityId: hearingId, organId: hearing.organId, detail: { choiceId, how } })
    for (const personId of await officersOf(services, { organId: hearing.organId, responsibleId: hearing.project.responsibleId, actorId: actor.personId })) {
      work.notify({ personId, kind: 'hearingTold', title: `${hearingKindLabels[hearingKindOf(hearing.kind)]}参加人已经告知：${hearing.title}`, body: `陈述人 ${speak} 人，旁听 ${observe} 人，没有选定 ${notChosen} 人。`, link: `/app/projects/${hearing.projectId}/hearings`, entity: 'PublicHearing', entityId: hearingId })
    }
  })
}
