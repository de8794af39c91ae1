import { peopleServing } from '../notice/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { RoleKey } from '../platform/policy/roles.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Work } from '../platform/work/transaction.ts'
import { moveProject } from '../procedure/index.ts'
import { type ApprovalRow, lockApproval, refuseUnless, worksOnText } from './approval-for.ts'
import { checkAmendments, placeAmendment, type StoredAmendment, textOfSnapshot } from './texts.ts'

type Act = { services: Services; actor: Actor; requestId: string }

/** Everybody of the city's legal affairs commission hears of it. */
export async function tellCity(services: Services, work: Work, row: ApprovalRow, told: { title: string; body: string }): Promise<string[]> {
  const roles: readonly RoleKey[] = ['legislationOfficer', 'legislationChief']
  const people = [...new Set((await Promise.all(roles.map((role) => peopleServing(services, row.project.organId, role)))).flat())]
  for (const personId of people) work.notify({ personId, kind: 'approval', ...told, link: `/app/approvals/${row.id}`, entity: 'ApprovalRequest', entityId: row.id })
  return people
}

/** 接收: the file is complete, and the four months begin (立法法 81). */
export async function receiveApproval(options: Act & { revision: number; receivedOn: string }): Promise<void> {
  const { services, actor, requestId, revision, receivedOn } = options
  await inTransaction(services, async (work) => {
    const { tx } = work
    const row = await lockApproval({ tx, actor, requestId, side: 'province', revision })
    refuseUnless(row, ['sent'], '接收')
    const sentOn = row.sentOn.toISOString().slice(0, 10)
    if (receivedOn < sentOn || receivedOn > services.clock.today()) throw problem('invalid-input', { fields: [{ path: 'receivedOn', message: `收齐材料的日期应当在${sentOn}至今天之间。` }] })
    await moveProject({ services, work, actor, projectId: row.projectId, key: 'receiveForApproval', revision: null, on: receivedOn, clockStarts: { 'legislation.approval': receivedOn } })
    const clock = await tx.caseClock.findFirst({ where: { projectId: row.projectId, key: 'legislation.approval', state: 'running' }, orderBy: { id: 'desc' }, select: { dueOn: true } })
    await tx.approvalRequest.update({ where: { id: requestId }, data: { state: 'received', receivedOn: toDateColumn(receivedOn), receivedByName: actor.name, dueOn: clock?.dueOn ?? null, revision: { increment: 1 } } })
    work.audit({ actor, action: 'approval.receive', entity: 'ApprovalRequest', entityId: requestId, organId: row.provinceOrganId, detail: { receivedOn } })
    await tellCity(services, work, row, { title: `上级已接收：《${row.project.title}》`, body: '材料齐全，批准期限开始计算。' })
  })
}

/** 列入上级常委会会议议程: from then on a recall needs its consent. */
export async function putOnProvinceAgenda(options: Act & { revision: number; on: string }): Promise<void> {
  const { services, actor, requestId, revision, on } = options
  await inTransaction(services, async (work) => {
    const { tx } = work
    const row = await lockApproval({ tx, actor, requestId, side: 'province', revision })
    refuseUnless(row, ['received'], '列入议程')
    if (row.onAgendaOn !== null) throw problem('already-done', { detail: '已经列入议程。' })
    if (on > services.clock.today()) throw problem('invalid-input', { fields: [{ path: 'on', message: '日期不能晚于今天。' }] })
    await tx.approvalRequest.update({ where: { id: requestId }, data: { onAgendaOn: toDateColumn(on), revision: { increment: 1 } } })
    work.audit({ actor, action: 'approval.agenda', entity: 'ApprovalRequest', entityId: requestId, organId: row.provinceOrganId, detail: { on } })
    await tellCity(services, work, row, { title: `已列入上级常委会会议议程：《${row.project.title}》`, body: '' })
  })
}

/** 审查意见 on an article, or on the whole. */
export async function giveOpinion(options: Act & { articleId: string | null; text: string }): Promise<void> {
  const { services, actor, requestId, articleId, text } = options
  await inTransaction(services, async (work) => {
    const { tx } = work
    const row = await lockApproval({ tx, actor, requestId, side: 'province', revision: null })
    refuseUnless(row, ['received'], '提出审查意见；请先接收材料')
    const article = articleId === null ? null : (await textOfSnapshot(tx, row.snapshotId)).text.articles.find((a) => a.id === articleId)
    if (article === undefined) throw problem('invalid-input', { fields: [{ path: 'articleId', message: '没有这一条，请重新选择。' }] })
    await tx.approvalOpinion.create({ data: { id: newId(), requestId, articleKey: article?.id ?? null, articleLabel: article?.number ?? null, text, by: actor.personId, byName: actor.name, on: toDateColumn(services.clock.today()) } })
    work.audit({ actor, action: 'approval.opinion', entity: 'ApprovalRequest', entityId: requestId, organId: row.provinceOrganId, detail: { article: article?.number ?? null } })
    await tellCity(services, work, row, { title: `上级提出审查意见：《${row.project.title}》`, body: `${article?.number ?? '总的意见'}：${text.slice(0, 120)}` })
  })
}

/** The city's answer to an opinion; once given it stands. */
export async function answerOpinion(options: Act & { opinionId: string; answer: string }): Promise<void> {
  const { services, actor, requestId, opinionId, answer } = options
  await inTransaction(services, async (work) => {
    const { tx } = work
    const row = await lockApproval({ tx, actor, requestId, side: 'city', revision: null })
    if (!worksOnText(actor, row.project.organId)) throw problem('forbidden', { detail: '审查意见由法制工作委员会答复。' })
    refuseUnless(row, ['received'], '答复')
    const opinion = row.opinions.find((o) => o.id === opinionId)
    if (opinion === undefined) throw problem('not-found')
    if (opinion.answer !== null) throw problem('already-done', { detail: '这条意见已经答复。' })
    await tx.approvalOpinion.update({ where: { id: opinionId }, data: { answer, answeredBy: actor.personId, answeredByName: actor.name, answeredOn: toDateColumn(services.clock.today()) } })
    work.audit({ actor, action: 'approval.answer', entity: 'ApprovalRequest', entityId: requestId, organId: row.project.organId, detail: { opinionId } })
    work.notify({ personId: opinion.by, kind: 'approval', title: `审查意见已答复：《${row.project.title}》`, body: answer.slice(0, 120), link: `/app/approvals/${requestId}`, entity: 'ApprovalRequest', entityId: requestId })
  })
}

/** 修改意见 as they stand; each must be possible to carry out. They are the province's own until it has decided. */
export async function recordAmendments(options: Act & { revision: number; amendments: StoredAmendment[] }): Promise<void> {
  const { services, actor, requestId, revision, amendments } = options
  await inTransaction(services, async (work) => {
    const { tx } = work
    const row = await lockApproval({ tx, actor, requestId, side: 'province', revision })
    refuseUnless(row, ['received'], '记录修改意见；请先接收材料')
    const { row: voted, text } = await textOfSnapshot(tx, row.snapshotId)
    const labelled = amendments.map((amendment) => placeAmendment({ text, doc: voted.doc }, amendment))
    checkAmendments(text, labelled)
    await tx.approvalRequest.update({ where: { id: requestId }, data: { amendments: labelled, revision: { increment: 1 } } })
    work.audit({ actor, action: 'approval.amend', entity: 'ApprovalRequest', entityId: requestId, organId: row.provinceOrganId, detail: { amendments: labelled } })
  })
}

