import type { PublicConsultation } from '../../../prisma/generated/client.ts'
import { newId } from '../../platform/ids.ts'
import { fromDateColumn, toDateColumn } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction, type Transaction } from '../../platform/work/transaction.ts'
import { consultationGround, projectForConsultation } from './consultation-ground.ts'

const BASIS = '《中华人民共和国立法法》第四十条（参照）'
type Act = { services: Services; actor: Actor; projectId: string }

/** The consultation that stands: not taken back, of the round that runs. */
export const standing = (tx: Transaction, projectId: string): Promise<PublicConsultation | null> => tx.publicConsultation.findFirst({ where: { projectId, revokedAt: null }, orderBy: { id: 'desc' } })

async function locked(tx: Transaction, options: Act) {
  await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${options.projectId}::uuid FOR UPDATE`
  return projectForConsultation({ tx, actor: options.actor, projectId: options.projectId, act: 'publish' })
}

/**
 * 向社会公布: the announcement, the draft and its explanation become public, by this act and by no other; nothing else of
 * the project does. Throws `step-refused` with what is missing, `already-done`, `invalid-input`.
 */
export async function publishConsultation(options: Act & { closesOn: string; howTo: string }): Promise<string> {
  const { services, actor, projectId, closesOn, howTo } = options
  const today = services.clock.today()
  return inTransaction(services, async (work) => {
    const { tx } = work
    const project = await locked(tx, options)
    const ground = await consultationGround(tx, project)
    if (ground.missing.length > 0 || ground.snapshot === null) throw problem('step-refused', { detail: `还不能公布，缺：${ground.missing.join('、')}。`, extra: { rule: 'consultationMaterials', basis: BASIS } })
    const before = await standing(tx, projectId)
    if (before !== null && (ground.opened === null || before.id > ground.opened.id)) throw problem('already-done', { detail: '这次征求意见已经公布。' })
    if (closesOn <= today) throw problem('invalid-input', { fields: [{ path: 'closesOn', message: '截止日期应当晚于今天。' }] })
    const id = newId()
    await tx.publicConsultation.create({
      data: {
        id, projectId, organId: project.organId, title: ground.title, snapshotId: ground.snapshot.id, noticePaperId: ground.notice?.paperId ?? null, noticeFileId: ground.notice?.paperId == null ? (ground.notice?.fileId ?? null) : null,
        explanationPaperId: ground.explanation?.paperId ?? null, explanationFileId: ground.explanation?.paperId == null ? (ground.explanation?.fileId ?? null) : null, explanationText: ground.explanationText,
        opensOn: toDateColumn(today), closesOn: toDateColumn(closesOn), howTo, publishedAt: services.clock.now(), publishedBy: actor.personId, publishedByName: actor.name,
      },
    })
    work.audit({ actor, action: 'consultation.publish', entity: 'Project', entityId: projectId, organId: project.organId, detail: { consultationId: id, snapshotId: ground.snapshot.id, closesOn } })
    return id
  })
}

/** 意见采纳情况: once, after the period ended. Throws `step-refused`. */
export async function publishDisposition(options: Act & { disposition: string }): Promise<void> {
  const { services, actor, projectId, disposition } = options
  await inTransaction(services, async (work) => {
    const { tx } = work
    const project = await locked(tx, options)
    const now = await standing(tx, projectId)
    if (now === null) throw problem('step-refused', { detail: '还没有向社会公布征求意见，没有可以反馈的。', extra: { rule: 'consultationPublished', basis: BASIS } })
    if (now.disposition !== null) throw problem('already-done', { detail: '意见采纳情况已经公布。' })
    if (fromDateColumn(now.closesOn) >= services.clock.today()) throw problem('step-refused', { detail: `征求意见到${fromDateColumn(now.closesOn)}截止，期满以后再公布采纳情况。`, extra: { rule: 'consultationOver', basis: BASIS } })
    await tx.publicConsultation.update({ where: { id: now.id }, data: { disposition, dispositionAt: services.clock.now(), dispositionBy: actor.personId, dispositionByName: actor.name } })
    work.audit({ actor, action: 'consultation.disposition', entity: 'Project', entityId: projectId, organId: project.organId, detail: { consultationId: now.id } })
  })
}

/** 撤下: what was published by mistake is no longer shown; the row and the reason stay. */
export async function revokeConsultation(options: Act & { reason: string }): Promise<void> {
  const { services, actor, projectId, reason } = options
  await inTransaction(services, async (work) => {
    const { tx } = work
    const project = await locked(tx, options)
    const now = await standing(tx, projectId)
    if (now === null) throw problem('step-refused', { detail: '没有公布着的征求意见。', extra: { rule: 'consultationPublished', basis: BASIS } })
    await tx.publicConsultation.update({ where: { id: now.id }, data: { revokedAt: services.clock.now(), revokedReason: reason } })
    work.audit({ actor, action: 'consultation.revoke', entity: 'Project', entityId: projectId, organId: project.organId, detail: { consultationId: now.id, reason } })
  })
}
