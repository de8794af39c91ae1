import { peopleServing } from '../../notice/index.ts'
import { newId } from '../../platform/ids.ts'
import { toDateColumn } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction, type Transaction, type Work } from '../../platform/work/transaction.ts'
import { dateInWords } from '../dates.ts'
import { announceBy, factsOf, HEARING_BASIS, hearingGround, lockedHearing, projectForHearing } from './hearing-ground.ts'
import { type HearingFacts, hearingFactLabels, type HearingKind, hearingKindLabels, hearingKindOf } from './hearing-words.ts'

type Act = { services: Services; actor: Actor }

/** The dates as they must stand to each other on the day of the act. Throws `invalid-input`. */
function checkDays(facts: HearingFacts, today: string): void {
  if (facts.heldOn <= today) throw problem('invalid-input', { fields: [{ path: 'heldOn', message: '举行日期应当晚于今天。' }] })
  if (facts.applyTo < today || facts.applyTo >= facts.heldOn) throw problem('invalid-input', { fields: [{ path: 'applyTo', message: '报名截止日期应当在今天以后、举行日期以前。' }] })
}

/** The officers of the house, the responsible one first where the project has one; not the person who acts. */
export async function officersOf(services: Services, hearing: { organId: string; responsibleId: string | null; actorId: string | null }): Promise<string[]> {
  const serving = await peopleServing(services, hearing.organId, 'legislationOfficer')
  return [...new Set([...(hearing.responsibleId === null ? [] : [hearing.responsibleId]), ...serving])].filter((id) => id !== hearing.actorId)
}
const linkTo = (projectId: string): string => `/app/projects/${projectId}/hearings`

/**
 * 公布听证会公告: the announcement becomes public, by this act and by no other; no text of the draft goes with it. Throws
 * `step-refused` with what is missing, `already-done`, `invalid-input`.
 */
export async function publishHearing(options: Act & { projectId: string; kind: HearingKind; facts: HearingFacts; lateReason: string }): Promise<string> {
  const { services, actor, projectId, kind, facts } = options
  const today = services.clock.today()
  return inTransaction(services, async (work) => {
    const { tx } = work
    await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${projectId}::uuid FOR UPDATE`
    const project = await projectForHearing({ tx, actor, projectId, act: 'publish' })
    const ground = await hearingGround(tx, project)
    if (ground.ended) throw problem('step-refused', { detail: '项目已经结束，不再举行听证。', extra: { rule: 'hearingProject', basis: HEARING_BASIS } })
    if (kind === 'hearing' && ground.notice === null) throw problem('step-refused', { detail: '还不能公布，缺：签发的立法听证公告（已经公布过的公告不能再用）。', extra: { rule: 'hearingNotice', basis: HEARING_BASIS } })
    checkDays(facts, today)
    await refuseTwin(tx, { projectId, kind, heldOn: facts.heldOn, place: facts.place })
    const lateReason = options.lateReason.trim()
    const by = await announceBy(tx, { organId: project.organId, heldOn: facts.heldOn })
    const late = kind === 'hearing' && today > by.on
    if (late && lateReason === '') throw problem('invalid-input', { fields: [{ path: 'lateReason', message: `最迟应当在${by.on}公告（${by.basis}）；今天公布的，请写明原因，或者改定举行日期。` }] })
    const id = newId()
    await tx.publicHearing.create({
      data: {
        id, projectId, organId: project.organId, kind, title: project.title, noticePaperId: kind === 'hearing' ? (ground.notice?.paperId ?? null) : null, noticeFileId: kind === 'hearing' && ground.notice?.paperId == null ? (ground.notice?.fileId ?? null) : null,
        ...facts, heldOn: toDateColumn(facts.heldOn), applyTo: toDateColumn(facts.applyTo), lateReason: late ? lateReason : null, announcedOn: toDateColumn(today), publishedAt: services.clock.now(), publishedBy: actor.personId, publishedByName: actor.name,
      },
    })
    work.audit({ actor, action: 'hearing.publish', entity: 'Project', entityId: projectId, organId: project.organId, detail: { hearingId: id, kind, heldOn: facts.heldOn, applyTo: facts.applyTo, late } })
    for (const personId of await officersOf(services, { organId: project.organId, responsibleId: project.responsibleId, actorId: actor.personId })) {
      work.notify({ personId, kind: 'hearingPublished', title: `${hearingKindLabels[kind]}已经公告：${project.title}`, body: `${dateInWords(facts.heldOn)}举行，报名到${dateInWords(facts.applyTo)}。`, link: linkTo(projectId), entity: 'PublicHearing', entityId: id })
    }
    return id
  })
}

/** Two people who publish the same one, or one who presses twice from two windows. */
async function refuseTwin(tx: Transaction, twin: { projectId: string; kind: HearingKind; heldOn: string; place: string }): Promise<void> {
  const there = await tx.publicHearing.findFirst({ where: { projectId: twin.projectId, kind: twin.kind, heldOn: toDateColumn(twin.heldOn), place: twin.place, revokedAt: null, cancelledOn: null }, select: { id: true } })
  if (there !== null) throw problem('already-done', { detail: '同一天、同一地点的这次会议已经公告；要改的，请更正。' })
}

const printed = (field: keyof HearingFacts, value: string | number): string => (field === 'heldOn' || field === 'applyTo' ? dateInWords(String(value)) : field === 'participants' || field === 'observers' ? `${value} 人` : String(value))

async function tellOfficers(options: Act & { work: Work; hearing: Awaited<ReturnType<typeof lockedHearing>>; title: string; body: string }): Promise<void> {
  const { services, actor, work, hearing, title } = options
  const applied = hearing.applied === 0 ? '' : `已经有 ${hearing.applied} 人报名，请逐一通知。`
  for (const personId of await officersOf(services, { organId: hearing.organId, responsibleId: hearing.project.responsibleId, actorId: actor.personId })) {
    work.notify({ personId, kind: 'hearingChanged', title, body: `${options.body}${applied}`, link: linkTo(hearing.projectId), entity: 'PublicHearing', entityId: hearing.id })
  }
}

/**
 * 更正: what was announced changes with a reason, and the public reads what it said before. Throws `invalid-input` where
 * nothing differs, `step-refused` for one that is over, cancelled or taken off.
 */
export async function correctHearing(options: Act & { hearingId: string; facts: HearingFacts; reason: string }): Promise<{ projectId: string }> {
  const { services, actor, hearingId, facts, reason } = options
  const today = services.clock.today()
  return inTransaction(services, async (work) => {
    const { tx } = work
    const hearing = await lockedHearing({ ...options, tx, act: 'publish' })
    const old = factsOf(hearing)
    if (old.heldOn < today) throw problem('step-refused', { detail: '会议已经举行，公告不再更正。', extra: { rule: 'hearingAhead', basis: HEARING_BASIS } })
    const fields = (Object.keys(hearingFactLabels) as (keyof HearingFacts)[]).filter((field) => old[field] !== facts[field])
    if (fields.length === 0) throw problem('invalid-input', { fields: [{ path: 'reason', message: '公告的内容没有变化，请先改要更正的地方。' }] })
    if (fields.includes('heldOn') && facts.heldOn <= today) throw problem('invalid-input', { fields: [{ path: 'heldOn', message: '举行日期应当晚于今天。' }] })
    if ((fields.includes('applyTo') && facts.applyTo < today) || facts.applyTo >= facts.heldOn) throw problem('invalid-input', { fields: [{ path: 'applyTo', message: '报名截止日期应当在今天以后、举行日期以前。' }] })
    const changes = fields.map((field) => ({ field: hearingFactLabels[field], before: printed(field, old[field]), after: printed(field, facts[field]) }))
    await tx.publicHearing.update({ where: { id: hearingId }, data: { ...facts, heldOn: toDateColumn(facts.heldOn), applyTo: toDateColumn(facts.applyTo) } })
    await tx.hearingCorrection.create({ data: { id: newId(), hearingId, on: toDateColumn(today), changes, reason, at: services.clock.now(), by: actor.personId, byName: actor.name } })
    work.audit({ actor, action: 'hearing.correct', entity: 'Project', entityId: hearing.projectId, organId: hearing.organId, detail: { hearingId, changes, reason } })
    await tellOfficers({ services, actor, work, hearing, title: `听证公告已经更正：${hearing.title}`, body: `${changes.map((c) => `${c.field}由“${c.before}”改为“${c.after}”`).join('；')}。` })
    return { projectId: hearing.projectId }
  })
}

export const hearingEndings = ['cancel', 'revoke'] as const
/**
 * 取消: the meeting does not take place, which the public reads with the reason. 撤下: the announcement was a mistake and is
 * no longer shown; the row and the reason stay. Throws `step-refused`.
 */
export async function endHearing(options: Act & { hearingId: string; how: (typeof hearingEndings)[number]; reason: string }): Promise<{ projectId: string }> {
  const { services, actor, hearingId, how, reason } = options
  const today = services.clock.today()
  return inTransaction(services, async (work) => {
    const { tx } = work
    const hearing = await lockedHearing({ ...options, tx, act: 'publish' })
    const cancels = how === 'cancel'
    if (cancels && factsOf(hearing).heldOn < today) throw problem('step-refused', { detail: '会议已经举行，不能取消。', extra: { rule: 'hearingAhead', basis: HEARING_BASIS } })
    await tx.publicHearing.update({ where: { id: hearingId }, data: cancels ? { cancelledOn: toDateColumn(today), cancelledReason: reason } : { revokedAt: services.clock.now(), revokedReason: reason } })
    work.audit({ actor, action: cancels ? 'hearing.cancel' : 'hearing.revoke', entity: 'Project', entityId: hearing.projectId, organId: hearing.organId, detail: { hearingId, reason } })
    await tellOfficers({ services, actor, work, hearing, title: `${hearingKindLabels[hearingKindOf(hearing.kind)]}${cancels ? '已经取消' : '的公告已经撤下'}：${hearing.title}`, body: `${reason}${/[。！]$/u.test(reason) ? '' : '。'}` })
    return { projectId: hearing.projectId }
  })
}
