import { peopleServing } from '../notice/index.ts'
import { issuingOrgans } from '../paper/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import type { Actor } from '../platform/policy/actor.ts'
import { problem } from '../platform/problem/problems.ts'
import type { Services } from '../platform/services.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { moveProject } from '../procedure/index.ts'
import { APPROVAL_BASIS, maySend, sideOf } from './approval-for.ts'
import { missingInPackage, packageOf } from './enclosures.ts'

/**
 * 报请批准: the report, the adopted text and what goes with it are sent to the standing committee above (立法法 81). From now
 * on the province reads what was sent. Throws `not-found`, `forbidden`, `step-refused`, `already-done`, `stale-edit`.
 */
export async function submitForApproval(options: { services: Services; actor: Actor; projectId: string; revision: number }): Promise<string> {
  const { services, actor, projectId, revision } = options
  return inTransaction(services, async (work) => {
    const { tx } = work
    await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${projectId}::uuid FOR UPDATE`
    const project = await tx.project.findUnique({ where: { id: projectId }, select: { organId: true, title: true, draft: { select: { snapshots: { where: { kind: 'adopted' }, orderBy: { seq: 'desc' }, take: 1, select: { id: true } } } } } })
    if (project === null || sideOf(actor, { organId: project.organId, provinceOrganId: null }) === null) throw problem('not-found')
    if (!maySend(actor, project.organId)) throw problem('forbidden', { detail: '报请批准由法制工作委员会负责人、会议工作人员或者签发人办理。' })
    if ((await tx.approvalRequest.findFirst({ where: { projectId, state: { in: ['sent', 'received'] } }, select: { id: true } })) !== null) throw problem('already-done', { detail: '已经报请批准，正在上级审查。' })
    const { superior } = await issuingOrgans(tx, project.organId)
    if (superior === null) throw problem('step-refused', { detail: '还没有登记上一级人大常委会，请联系管理员。', extra: { rule: 'noProvince', basis: APPROVAL_BASIS } })
    const snapshotId = project.draft?.snapshots[0]?.id
    if (snapshotId === undefined) throw problem('step-refused', { detail: '没有通过稿，不能报请批准；请先登记表决结果。', extra: { rule: 'noAdoptedText', basis: APPROVAL_BASIS } })
    const missing = await missingInPackage(tx, projectId)
    if (missing.length > 0) throw problem('step-refused', { detail: `报批材料还缺：${missing.join('、')}。请签发或者上传以后再报。`, extra: { rule: 'packageIncomplete', basis: APPROVAL_BASIS } })

    await moveProject({ services, work, actor, projectId, key: 'submitForApproval', revision })
    const enclosures = await packageOf(tx, projectId)
    const id = newId()
    await tx.approvalRequest.create({
      data: {
        id, projectId, provinceOrganId: superior.id, snapshotId, paperId: enclosures.find((e) => e.kind === 'approvalRequest')?.paperId ?? null, sentOn: toDateColumn(services.clock.today()), enclosures,
        createdBy: actor.personId, createdByName: actor.name, createdAt: services.clock.now(),
      },
    })
    work.audit({ actor, action: 'approval.submit', entity: 'ApprovalRequest', entityId: id, organId: project.organId, detail: { projectId, snapshotId, enclosures: enclosures.map((e) => e.kind) } })
    for (const personId of await peopleServing(services, superior.id, 'provinceOfficer')) {
      work.notify({ personId, kind: 'approval', title: `报请批准：《${project.title}》`, body: '请接收材料；材料齐全之日起四个月内批准。', link: `/app/approvals/${id}`, entity: 'ApprovalRequest', entityId: id })
    }
    return id
  })
}
