import { newId } from '../../platform/ids.ts'
import { createProjectWorld, type ProjectWorld } from '../../testing/project-world.ts'
import { organId, personId } from '../../testing/test-organs.ts'
import type { onPortalApp } from './portal-app.ts'

export const hearingFacts = {
  heldOn: '2026-04-20', hours: '9:00至11:30', place: '市人大常委会第一会议厅', matter: '养犬登记的期限\n<b>禁养品种</b>', participants: 12, observers: 20, conditions: '赞成和反对的各六人，由法工委在报名人中选定', applyTo: '2026-04-08', howTo: '电话：0000-000 0100', placeRules: '本市立法条例第二十条',
}
const application = { part: 'speak', name: '试报名人', telephone: '0000-000 0118', occupation: '', position: 'against', statement: '登记期限太短。' }

/** What people do around a hearing: the chief announces it, others apply on the page. */
export function hearingActs(portal: ReturnType<typeof onPortalApp>) {
  async function putNotice(world: ProjectWorld): Promise<void> {
    const { services } = portal.t
    const id = newId()
    const kept = await services.files.put(new TextEncoder().encode('听证公告'))
    await services.prisma.storedFile.create({ data: { id, sha256: kept.sha256, sizeBytes: BigInt(kept.sizeBytes), name: '听证公告.txt', mediaType: 'text/plain', uploadedBy: personId('legislation'), organId: organId('cityCommittee') } })
    await services.prisma.projectDocument.updateMany({ where: { projectId: world.projectId, kind: 'hearingNotice' }, data: { replacedById: id } })
    await services.prisma.projectDocument.create({ data: { id: newId(), projectId: world.projectId, kind: 'hearingNotice', title: '听证公告', fileId: id, addedBy: personId('legislation'), addedByName: '法规甲' } })
  }
  /** A project of the city whose hearing's announcement is there as a file. */
  async function announced(options: { notice: boolean } = { notice: true }): Promise<ProjectWorld> {
    const world = await createProjectWorld(portal.t.services, { state: 'unifiedReview', adopted: false })
    if (options.notice) await putNotice(world)
    return world
  }
  const publish = (world: ProjectWorld, over: object = {}, username = 'legislation-chief') => portal.post(username, `/api/projects/${world.projectId}/hearings`, { ...hearingFacts, kind: 'hearing', ...over })
  const publishedId = async (world: ProjectWorld, over: object = {}): Promise<string> => (await portal.read(await publish(world, over))).hearings[0].id
  const formOf = async (id: string): Promise<string> => /name="token" value="([^"]+)"/u.exec((await portal.page(`/hearings/${id}/apply`)).words)?.[1] ?? ''
  /** The form as it is sent; all of a file of tests have one address, which may apply ten times an hour. */
  async function apply(id: string, over: object = {}, form: string | null = null): Promise<{ status: number; words: string; token: string }> {
    const token = form ?? (await formOf(id))
    const answer = await portal.t.app.request(`/hearings/${id}/apply`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ ...application, ...over, token }).toString() })
    return { status: answer.status, words: await answer.text(), token }
  }
  return { putNotice, announced, publish, publishedId, formOf, apply }
}
