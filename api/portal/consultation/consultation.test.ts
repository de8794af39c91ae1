import { describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { toDateColumn } from '../../platform/legal-date.ts'
import { createProjectWorld, type ProjectWorld } from '../../testing/project-world.ts'
import { personId } from '../../testing/test-organs.ts'
import { onPortalApp } from '../testing/portal-app.ts'

const portal = onPortalApp()
const { page, post, read } = portal
const act = (username: string, world: ProjectWorld, tail: string, body: object) => post(username, `/api/projects/${world.projectId}/consultation${tail}`, body)
const input = { closesOn: '2026-04-20', howTo: '寄甲市人大常委会法制工作委员会\nfagongwei@example.invalid' }

/** A project in consultation, with an announcement as a file. */
async function consulted(options: { notice: boolean } = { notice: true }): Promise<ProjectWorld> {
  const world = await createProjectWorld(portal.t.services, { state: 'consultation', adopted: false })
  await portal.t.services.prisma.caseEvent.create({ data: { id: newId(), projectId: world.projectId, on: toDateColumn('2026-03-10'), actorName: '法规甲', transition: 'consult', toState: 'consultation', data: { values: { consultationTo: '2026-04-20' } } } })
  if (options.notice) {
    const { id } = await read(await (await portal.t.as('legislation')).upload('/api/files', { name: '公告.txt', bytes: '公开征求意见的公告' }), 201)
    await portal.t.services.prisma.projectDocument.create({ data: { id: newId(), projectId: world.projectId, kind: 'consultationNotice', title: '公告', fileId: id, addedBy: personId('legislation'), addedByName: '法规甲' } })
  }
  return world
}
const publishedId = async (world: ProjectWorld): Promise<string> => (await read(await act('legislation-chief', world, '', input))).published.id

describe('a consultation', () => {
  test('is public by the act of the chief and by nothing before it', async () => {
    const world = await consulted()
    expect((await page('/consultations')).words).not.toContain(world.marker)
    expect((await act('legislation', world, '', input)).status).toBe(403)
    const ready = await read(await (await portal.t.as('legislation')).get(`/api/projects/${world.projectId}/consultation`))
    expect([ready.ready.missing, ready.ready.closesOn, ready.may.publish]).toEqual([[], '2026-04-20', false])
    const id = await publishedId(world)
    expect((await act('legislation-chief', world, '', input)).status).toBe(409)
    const list = await page('/consultations')
    expect(list.words).toContain(`${world.title}（草案征求意见稿）`)
    expect((await page('/')).words).toContain('正在公开征求意见')
    const one = await page(`/consultations/${id}`)
    for (const words of ['正在征求，还有 39 天', '2026年3月12日至2026年4月20日', '寄甲市人大常委会法制工作委员会', '第三条', '养犬人应当自取得犬只之日起七日内', '关于草案的说明', '不是已经公布的法规']) expect(one.words).toContain(words)
    expect(one.words).not.toContain('<script')
    expect((await page(`/consultations/${id}/art_3`)).words).toContain('autofocus')
    expect(await page(`/consultations/${id}/with/notice`)).toEqual({ status: 200, words: '公开征求意见的公告' })
  })

  test.each([['withdrawn', '已撤回'], ['shelved', '搁置审议']])('of a bill that is %s asks nobody for opinions any more, before its period is over', async (state, words) => {
    const world = await consulted()
    const id = await publishedId(world)
    await portal.t.services.prisma.project.update({ where: { id: world.projectId }, data: { state } })
    const one = await page(`/consultations/${id}`)
    expect(one.words).toContain(`这件草案${words}，不再征求意见。`)
    expect(one.words).not.toContain('寄甲市人大常委会法制工作委员会')
    expect((await page('/consultations')).words).toContain(`${words}，不再征求意见`)
  })

  test('shows its own text and nothing else of the project', async () => {
    const world = await consulted()
    const id = await publishedId(world)
    const { words } = await page(`/consultations/${id}`)
    // the second reading's text, the reasons and the marked documents are the house's own
    for (const inner of ['鼓励领养收容的犬只', '三十日内', '省条例规定的期限是三十日', '登记期限太短', `${world.marker}deliberationResultReport`, `${world.marker}basisTable`, '城市管理局', world.projectId]) expect(words).not.toContain(inner)
    for (const path of [`/consultations/${world.projectId}`, `/consultations/${world.snapshots.second}`, `/consultations/${id}/art_99`, `/consultations/${id}/with/disposition`, `/consultations/${newId()}`, '/consultations/x', `/consultations/${id}/with/explanation`]) expect([path, (await page(path)).status]).toEqual([path, 404])
    expect((await page(`/search?q=${encodeURIComponent(world.marker)}`)).words).not.toContain('/consultations/')
  })

  test.each([
    ['before the step to consult', { state: 'firstReading' }, '项目现在不在公开征求意见'],
    ['without the announcement', { notice: false }, '签发的公开征求意见公告'],
  ])('is refused %s', async (_name, how: { state?: string; notice?: boolean }, said) => {
    const world = await consulted({ notice: how.notice ?? true })
    if (how.state !== undefined) await portal.t.services.prisma.project.update({ where: { id: world.projectId }, data: { state: how.state } })
    const refused = await act('legislation-chief', world, '', input)
    const told = JSON.parse(await refused.text())
    expect([refused.status, told.rule]).toEqual([409, 'consultationMaterials'])
    expect(told.detail).toContain(said)
  })

  test('stays after its end with what became of the opinions, and no longer says how to send them', async () => {
    const world = await consulted()
    const id = await publishedId(world)
    expect((await act('legislation-chief', world, '/disposition', { disposition: '收到意见十二条，采纳七条。' })).status).toBe(409)
    portal.t.setToday('2026-04-21')
    const over = await page(`/consultations/${id}`)
    expect(over.words).toContain('意见采纳情况整理以后在这里公布')
    expect(over.words).not.toContain('寄甲市人大常委会法制工作委员会')
    await read(await act('issuer', world, '/disposition', { disposition: '收到意见十二条。\n<b>采纳七条</b>。' }))
    expect((await act('issuer', world, '/disposition', { disposition: '改一改' })).status).toBe(409)
    expect((await page(`/consultations/${id}`)).words).toContain('&lt;b&gt;采纳七条&lt;/b&gt;')
    expect((await page('/consultations')).words).toContain('已结束，采纳情况已公布')
  })

  test('published by mistake is taken off with a reason, and kept in the books', async () => {
    const world = await consulted()
    const id = await publishedId(world)
    expect((await act('legislation-chief', world, '/revocation', { reason: '' })).status).toBe(422)
    await read(await act('legislation-chief', world, '/revocation', { reason: '附错了文本' }))
    expect([(await page(`/consultations/${id}`)).status, (await page(`/consultations/${id}/with/notice`)).status]).toEqual([404, 404])
    expect(await portal.t.services.prisma.publicConsultation.findUniqueOrThrow({ where: { id } })).toMatchObject({ revokedReason: '附错了文本' })
    expect((await read(await act('legislation-chief', world, '', input))).published.id).not.toBe(id)
  })
})
