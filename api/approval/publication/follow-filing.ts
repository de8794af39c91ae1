import { toDateColumn } from '../../platform/legal-date.ts'
import type { Actor } from '../../platform/policy/actor.ts'
import { problem } from '../../platform/problem/problems.ts'
import type { Services } from '../../platform/services.ts'
import { inTransaction, type Work } from '../../platform/work/transaction.ts'
import { moveProject } from '../../procedure/index.ts'
import { type ApprovalSide, maySend, sideOf, worksOnText } from '../approval-for.ts'

async function publicationFor(work: Work, actor: Actor, projectId: string, side: ApprovalSide) {
  const { tx } = work
  await tx.$queryRaw`SELECT id FROM "Project" WHERE id = ${projectId}::uuid FOR UPDATE`
  const project = await tx.project.findUnique({ where: { id: projectId }, select: { organId: true, approvals: { orderBy: { id: 'desc' }, take: 1, select: { provinceOrganId: true } } } })
  const own = project === null ? null : sideOf(actor, { organId: project.organId, provinceOrganId: project.approvals[0]?.provinceOrganId ?? null })
  if (project === null || own === null) throw problem('not-found')
  if (own !== side) throw problem('forbidden', { detail: side === 'province' ? '报备案由省、自治区人大常委会办理。' : '报送由制定机关办理。' })
  if (side === 'city' && !maySend(actor, project.organId) && !worksOnText(actor, project.organId)) throw problem('forbidden', { detail: '报送由法制工作委员会或者会议工作人员办理。' })
  const publication = await tx.publication.findUnique({ where: { projectId } })
  if (publication === null) throw problem('step-refused', { detail: '还没有公布；公布以后才能报备案。', extra: { rule: 'notPublished', basis: '《中华人民共和国立法法》第一百零九条' } })
  return publication
}

/** 报送: the published regulation is handed to the province for the national filing (fifteen days, taken from other places). */
export async function handOverRegulation(options: { services: Services; actor: Actor; projectId: string; handedOverOn: string }): Promise<void> {
  const { services, actor, projectId, handedOverOn } = options
  await inTransaction(services, async (work) => {
    const publication = await publicationFor(work, actor, projectId, 'city')
    if (publication.handedOverOn !== null) throw problem('already-done', { detail: '已经报送。' })
    checkDay(services, publication.promulgatedOn, handedOverOn, 'handedOverOn')
    await moveProject({ services, work, actor, projectId, key: 'handOver', revision: null, values: { handedOverOn }, on: handedOverOn })
    await work.tx.publication.update({ where: { id: publication.id }, data: { handedOverOn: toDateColumn(handedOverOn), revision: { increment: 1 } } })
  })
}

/** 报备案: the province has filed with the national bodies, within thirty days of publication (立法法 109); the city follows it. */
export async function recordNationalFiling(options: { services: Services; actor: Actor; projectId: string; filedOn: string; filingNo: string }): Promise<void> {
  const { services, actor, projectId, filedOn, filingNo } = options
  await inTransaction(services, async (work) => {
    const publication = await publicationFor(work, actor, projectId, 'province')
    if (publication.filedOn !== null) throw problem('already-done', { detail: '已经登记报备案。' })
    checkDay(services, publication.promulgatedOn, filedOn, 'filedOn')
    await moveProject({ services, work, actor, projectId, key: 'fileUp', revision: null, values: { filedOn }, on: filedOn, data: { filingNo } })
    await work.tx.publication.update({ where: { id: publication.id }, data: { filedOn: toDateColumn(filedOn), filingNo: filingNo === '' ? null : filingNo, revision: { increment: 1 } } })
  })
}

function checkDay(services: Services, promulgated: Date, on: string, path: string): void {
  const from = promulgated.toISOString().slice(0, 10)
  if (on < from || on > services.clock.today()) throw problem('invalid-input', { fields: [{ path, message: `日期应当在公布日期 ${from} 至今天之间。` }] })
}
