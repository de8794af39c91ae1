import { latestDocument } from './enclosures.ts'
import { ownFiles } from '../file/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction, type Work } from '../platform/work/transaction.ts'
import { moveProject, tellOfStep } from '../procedure/index.ts'
import { APPROVAL_BASIS, type ApprovalRow, lockApproval, refuseUnless } from './approval-for.ts'
import { tellCity } from './province-acts.ts'
import { amendmentsOf, keepApprovedText, textOfSnapshot } from './texts.ts'

export const approvalResults = ['approved', 'approvedWithChange', 'refused'] as const
export type ApprovalResult = (typeof approvalResults)[number]
export const approvalResultLabels: Record<ApprovalResult, string> = { approved: '批准', approvedWithChange: '附修改意见批准', refused: '不予批准' }
const steps: Record<ApprovalResult, 'approve' | 'approveWithChange' | 'refuse'> = { approved: 'approve', approvedWithChange: 'approveWithChange', refused: 'refuse' }

export type Decision = { result: ApprovalResult; decidedOn: string; decisionMeeting: string; decisionNo: string | null; reason: string | null; /** the decision as a file, where it was not drafted here */ fileId: string | null }

/**
 * 批准, 附修改意见批准, 不予批准 (立法法 81). With amendments the text is made by the program from the voted one; nothing else
 * may differ. What was seen is what is decided on: the revision of the request covers its amendments.
 */
export async function decideApproval(options: { services: Services; actor: Actor; requestId: string; revision: number; decision: Decision }): Promise<void> {
  const { services, actor, requestId, revision, decision } = options
  const { result } = decision
  await inTransaction(services, async (work) => {
    const { tx } = work
    const row = await lockApproval({ tx, actor, requestId, side: 'province', revision })
    refuseUnless(row, ['received'], '登记决定；请先接收材料')
    const amendments = amendmentsOf(row.amendments)
    if (result === 'approved' && amendments.length > 0) throw problem('step-refused', { detail: '已经记录修改意见，请登记为附修改意见批准；不附修改意见的，先删去修改意见。', extra: { rule: 'amendmentsRecorded', basis: APPROVAL_BASIS } })
    if (decision.decidedOn > services.clock.today()) throw problem('invalid-input', { fields: [{ path: 'decidedOn', message: '决定日期不能晚于今天。' }] })
    const kind = result === 'refused' ? 'refusalDecision' : 'approvalDecision'
    if (decision.fileId !== null) {
      const [fileId] = await ownFiles(tx, actor, [decision.fileId])
      await tx.projectDocument.create({ data: { id: newId(), projectId: row.projectId, kind, title: result === 'refused' ? '不予批准的决定' : '批准决定', fileId: fileId ?? null, documentNo: decision.decisionNo, dated: toDateColumn(decision.decidedOn), step: steps[result], addedBy: actor.personId, addedByName: actor.name } })
    }
    const paper = await latestDocument(tx, row.projectId, kind)
    const approvedSnapshotId = result === 'refused' ? null : await keepApprovedText(tx, { snapshotId: row.snapshotId, amendments, actor, on: decision.decidedOn, reason: result === 'approved' ? '批准，文本没有修改' : `附修改意见批准，${amendments.length}处`, province: (await tx.organ.findUniqueOrThrow({ where: { id: row.provinceOrganId }, select: { name: true } })).name })
    if (approvedSnapshotId !== null && amendments.some((a) => a.kind === 'title')) await takeApprovedTitle(work, { actor, row, snapshotId: approvedSnapshotId })
    await tx.approvalRequest.update({
      where: { id: requestId },
      data: {
        state: 'decided', result, decidedOn: toDateColumn(decision.decidedOn), decisionMeeting: decision.decisionMeeting, decisionNo: decision.decisionNo, reason: decision.reason, approvedSnapshotId, decidedBy: actor.personId, decidedByName: actor.name, revision: { increment: 1 },
      },
    })
    await moveProject({
      services, work, actor, projectId: row.projectId, key: steps[result], revision: null, facts: { province: { onAgenda: row.onAgendaOn !== null, amendments: amendments.length } },
      values: { decisionMeeting: decision.decisionMeeting, decisionOn: decision.decidedOn, ...(decision.reason === null ? {} : { reason: decision.reason }) }, data: { requestId, paperId: paper?.paperId ?? null },
    })
    work.audit({ actor, action: 'approval.decide', entity: 'ApprovalRequest', entityId: requestId, organId: row.provinceOrganId, detail: { result, amendments: amendments.length, approvedSnapshotId } })
    const told = await tellCity(services, work, row, { title: `${approvalResultLabels[result]}：《${row.project.title}》`, body: result === 'refused' ? (decision.reason ?? '') : '可以拟公告，办理公布。' })
    const project = await tx.project.findUniqueOrThrow({ where: { id: row.projectId }, select: { id: true, title: true, organId: true, proposerOrganId: true, leadOrganId: true, committeeOrganId: true } })
    await tellOfStep({ services, work, actor, project, key: steps[result], said: decision.reason ?? '', by: decision.decisionMeeting, except: told })
  })
}

/** 名称修改为…: what is announced and published goes by the approved name. */
async function takeApprovedTitle(work: Work, options: { actor: Actor; row: ApprovalRow; snapshotId: string }): Promise<void> {
  const { actor, row, snapshotId } = options
  const { title } = (await textOfSnapshot(work.tx, snapshotId)).text
  await work.tx.project.update({ where: { id: row.projectId }, data: { title } })
  work.audit({ actor, action: 'project.rename', entity: 'Project', entityId: row.projectId, organId: row.project.organId, detail: { from: row.project.title, to: title } })
}

/** 撤回: freely before it is on the agenda above, later with consent. What was sent stays on record. */
export async function recallApproval(options: { services: Services; actor: Actor; requestId: string; revision: number; reason: string; consent: string }): Promise<void> {
  const { services, actor, requestId, revision, reason, consent } = options
  await inTransaction(services, async (work) => {
    const { tx } = work
    const row = await lockApproval({ tx, actor, requestId, side: 'city', revision })
    refuseUnless(row, ['sent', 'received'], '撤回')
    await tx.projectDocument.create({ data: { id: newId(), projectId: row.projectId, kind: 'recallNote', title: '撤回报请批准的说明', text: reason, dated: toDateColumn(services.clock.today()), step: 'recall', addedBy: actor.personId, addedByName: actor.name } })
    await moveProject({ services, work, actor, projectId: row.projectId, key: 'recall', revision: null, facts: { province: { onAgenda: row.onAgendaOn !== null, amendments: 0 } }, values: { reason, provinceConsent: consent } })
    await tx.approvalRequest.update({ where: { id: requestId }, data: { state: 'recalled', recallReason: reason, recallConsent: consent === '' ? null : consent, revision: { increment: 1 } } })
    work.audit({ actor, action: 'approval.recall', entity: 'ApprovalRequest', entityId: requestId, organId: row.project.organId, detail: { reason, consent } })
  })
}
