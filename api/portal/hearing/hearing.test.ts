import { describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { organId, personId } from '../../testing/test-organs.ts'
import { hearingActs, hearingFacts as facts } from '../testing/hearing-acts.ts'
import { onPortalApp } from '../testing/portal-app.ts'

const portal = onPortalApp()
const { page, post, read } = portal
const { announced, apply, formOf, publish, publishedId, putNotice } = hearingActs(portal)

describe('the announcement of a hearing', () => {
  test('is public by the act of the chief and by nothing before it', async () => {
    const world = await announced()
    expect((await page('/consultations')).words).not.toContain(world.marker)
    expect((await publish(world, {}, 'legislation')).status).toBe(403)
    const id = await publishedId(world)
    expect((await page('/consultations')).words).toContain(`《${world.title}（草案）》立法听证会`)
    expect((await page('/')).words).toContain('将要举行的听证会')
    const one = await page(`/hearings/${id}`)
    for (const words of ['正在报名，还有 27 天', '2026年4月20日', '9:00至11:30', '第一会议厅', '&lt;b&gt;禁养品种&lt;/b&gt;', '陈述人 12 人', '旁听 20 人', '各六人', '2026年4月8日（含当日）截止', '本市立法条例第二十条', '没有公开，由主办机关送达陈述人']) expect(one.words).toContain(words)
    expect(one.words).not.toContain('<script')
    expect((await page(`/hearings/${id}/notice`)).words).toContain('听证公告')
    const told = await portal.t.services.prisma.notice.findMany({ where: { entityId: id } })
    expect(told.map((n) => [n.kind, n.personId])).toContainEqual(['hearingPublished', personId('legislation')])
  })

  test('shows nothing of the draft, and leads to it only where it was published for opinions', async () => {
    const world = await announced()
    const id = await publishedId(world)
    for (const inner of ['七日内', '三十日内', '省条例规定的期限', `${world.marker}basisTable`, world.projectId]) expect((await page(`/hearings/${id}`)).words).not.toContain(inner)
    const consultationId = newId()
    const date = new Date('2026-03-01T00:00:00Z')
    await portal.t.services.prisma.publicConsultation.create({ data: { id: consultationId, projectId: world.projectId, organId: organId('cityCommittee'), title: world.title, snapshotId: world.snapshots.first, opensOn: date, closesOn: date, howTo: '', publishedAt: date, publishedBy: personId('issuer'), publishedByName: '签发' } })
    expect((await page(`/hearings/${id}`)).words).toContain(`/consultations/${consultationId}`)
    await portal.t.services.prisma.publicConsultation.update({ where: { id: consultationId }, data: { revokedAt: date } })
    expect((await page(`/hearings/${id}`)).words).not.toContain('/consultations/0')
    for (const path of [`/hearings/${world.projectId}`, `/hearings/${newId()}`, '/hearings/x', `/hearings/${newId()}/notice`, `/hearings/${newId()}/apply`]) expect([path, (await page(path)).status]).toEqual([path, 404])
  })

  test.each([
    ['without its signed announcement', false, {}, 409, '缺：签发的立法听证公告'],
    ['on a day that is past', true, { heldOn: '2026-03-12' }, 422, '举行日期应当晚于今天'],
    ['with applications open until the day itself', true, { applyTo: '2026-04-20' }, 422, '报名截止日期'],
    ['fewer than twenty days ahead without a reason', true, { heldOn: '2026-03-25', applyTo: '2026-03-20' }, 422, '最迟应当在2026-03-05公告'],
  ])('is refused %s', async (_name, notice, over, status, said) => {
    const refused = await publish(await announced({ notice }), over)
    expect(refused.status).toBe(status)
    expect(await refused.text()).toContain(said)
  })

  test('may come late with its reason, which the house keeps to itself', async () => {
    const world = await announced()
    const id = await publishedId(world, { heldOn: '2026-03-25', applyTo: '2026-03-20', lateReason: '主任会议决定提前' })
    expect((await page(`/hearings/${id}`)).words).not.toContain('主任会议决定提前')
    expect((await portal.t.services.prisma.publicHearing.findUniqueOrThrow({ where: { id } })).lateReason).toBe('主任会议决定提前')
  })

  test('is published once; a seminar needs no signed paper, a second hearing needs its own', async () => {
    const world = await announced()
    await publishedId(world)
    expect(await (await publish(world, { heldOn: '2026-05-20' })).text()).toContain('已经公布过的公告不能再用')
    expect((await publish(world, { kind: 'seminar' })).status).toBe(200)
    expect((await publish(world, { kind: 'seminar' })).status).toBe(409)
    await putNotice(world)
    expect((await publish(world, { heldOn: '2026-05-20' })).status).toBe(200)
  })

  test('proposes what was typed into the signed announcement, until that is used', async () => {
    const world = await announced({ notice: false })
    const values = { hearingOn: '2026-04-22', 听证会的时间: '9:00至11:30', 听证会的地点: '第一会议厅', 听证事项: '登记期限', 陈述人人数: '12', 旁听人人数: '二十', hearingConditions: '各六人', hearingApplyTo: '2026-04-08', 报名方式: '电话' }
    await portal.t.services.prisma.paper.create({ data: { id: newId(), organId: organId('cityCommittee'), projectId: world.projectId, kind: 'hearingNotice', state: 'issued', title: '听证公告', content: { body: [] }, values, createdBy: personId('legislation'), createdByName: '法规甲' } })
    const ready = async () => (await read(await (await portal.t.as('legislation')).get(`/api/projects/${world.projectId}/hearings`))).ready
    // a number that is none is asked for
    expect(await ready()).toMatchObject({ notice: '听证公告', proposed: { heldOn: '2026-04-22', hours: '9:00至11:30', place: '第一会议厅', matter: '登记期限', participants: 12, observers: null, conditions: '各六人', applyTo: '2026-04-08', howTo: '电话' } })
    await publishedId(world)
    expect(await ready()).toMatchObject({ notice: null, proposed: { heldOn: null, place: '' } })
  })

  test('changes by a correction that says what it said before', async () => {
    const world = await announced()
    const id = await publishedId(world)
    const correct = (over: object, username = 'issuer') => post(username, `/api/hearings/${id}/correction`, { ...facts, reason: '会场维修', ...over })
    expect((await correct({})).status).toBe(422)
    expect((await correct({ place: '第二会议厅' }, 'legislation')).status).toBe(403)
    await read(await correct({ place: '第二会议厅', heldOn: '2026-04-22' }))
    const { words } = await page(`/hearings/${id}`)
    for (const said of ['2026年3月12日更正。原因：会场维修', '地点：原为“市人大常委会第一会议厅”，现为“第二会议厅”', '日期：原为“2026年4月20日”，现为“2026年4月22日”', '签发以后有更正，以本页为准']) expect(words).toContain(said)
    portal.t.setToday('2026-04-23')
    expect((await correct({ place: '第三会议厅' })).status).toBe(409)
    expect((await page(`/hearings/${id}`)).words).toContain('已经举行')
  })

  test('that is cancelled says so; one that was published by mistake is gone, and both stay in the books', async () => {
    const [kept, mistaken] = [await announced(), await announced()]
    const [id, wrong] = [await publishedId(kept), await publishedId(mistaken)]
    const form = await formOf(id)
    await read(await post('legislation-chief', `/api/hearings/${id}/ending`, { how: 'cancel', reason: '草案要作较大修改' }))
    expect((await page(`/hearings/${id}`)).words).toContain('这次会议取消。草案要作较大修改')
    expect(await apply(id, {}, form)).toMatchObject({ status: 409, words: expect.stringContaining('已经取消') })
    await read(await post('legislation-chief', `/api/hearings/${wrong}/ending`, { how: 'revoke', reason: '公布错了项目' }))
    for (const path of [`/hearings/${wrong}`, `/hearings/${wrong}/notice`, `/hearings/${wrong}/apply`]) expect((await page(path)).status).toBe(404)
    expect(await portal.t.services.prisma.publicHearing.findUniqueOrThrow({ where: { id: wrong } })).toMatchObject({ revokedReason: '公布错了项目' })
    expect((await publish(mistaken)).status).toBe(200)
  })
})

describe('applying to take part', () => {
  test('gives a number once for a form, is seen by the office alone and goes out as a list with an entry in the books', async () => {
    const world = await announced()
    const id = await publishedId(world)
    const first = await apply(id)
    expect([first.status, first.words]).toEqual([200, expect.stringMatching(/id="applied-number">1</u)])
    expect((await apply(id, {}, first.token)).words).toMatch(/id="applied-number">1</u)
    expect((await apply(id, { part: 'observe', name: '试旁听人', position: '', statement: '' })).words).toMatch(/id="applied-number">2</u)
    for (const path of ['/', '/consultations', `/hearings/${id}`, `/hearings/${id}/apply`]) expect((await page(path)).words).not.toContain('试报名人')
    const list = await read(await (await portal.t.as('legislation')).get(`/api/hearings/${id}/applicants`))
    expect(list.items.map((a: { number: number; name: string; part: string; position: string }) => [a.number, a.name, a.part, a.position])).toEqual([[1, '试报名人', '陈述意见', '反对'], [2, '试旁听人', '旁听', '']])
    expect((await (await portal.t.as('issuer')).get(`/api/hearings/${id}/applicants`)).status).toBe(403)
    expect((await (await portal.t.as('drafter')).get(`/api/hearings/${id}/applicants`)).status).toBe(404)
    expect(JSON.stringify(await read(await (await portal.t.as('issuer')).get(`/api/projects/${world.projectId}/hearings`)))).not.toContain('试报名人')
    const sheet = await (await portal.t.as('legislation')).get(`/api/hearings/${id}/applicants.xlsx`)
    expect(new TextDecoder().decode((await sheet.arrayBuffer()).slice(0, 2))).toBe('PK')
    const entries = await portal.t.services.prisma.auditEntry.findMany({ where: { entityId: id }, orderBy: { sequence: 'asc' } })
    expect(entries.map((e) => e.action)).toEqual(['hearing.apply', 'hearing.apply', 'hearing.exportApplicants'])
    expect(JSON.stringify(entries.map((e) => e.detail))).not.toContain('试报名人')
    // one notice a day for each officer, however many come
    expect(await portal.t.services.prisma.notice.count({ where: { entityId: id, kind: 'hearingApplied', personId: personId('legislation') } })).toBe(1)
  })

  test.each<[string, Record<string, string>, string]>([
    ['a name', { name: ' ' }, '请填写姓名'],
    ['a telephone', { telephone: '张三' }, '请填写能打通的电话号码'],
    ['a position', { position: '' }, '请选择赞成、反对或者其他意见'],
    ['a statement', { statement: '' }, '请写明主要观点和理由'],
    ['a way of taking part', { part: 'lead' }, '请选择陈述意见还是旁听'],
  ])('asks for %s and keeps what was typed', async (_name, over, said) => {
    const id = await publishedId(await announced())
    const again = await apply(id, { occupation: '某单位', ...over })
    expect(again.status).toBe(422)
    expect(again.words).toContain(said)
    expect(again.words).toContain('value="某单位"')
    expect(await portal.t.services.prisma.hearingApplicant.count({ where: { hearingId: id } })).toBe(0)
  })

  test('ends with its last day and needs a form of this site', async () => {
    const id = await publishedId(await announced(), { observers: 0 })
    expect((await apply(id, { part: 'observe' })).words).toContain('不设旁听席')
    expect((await apply(id, {}, 'made.up')).words).toContain('这张表过期了')
    portal.t.setToday('2026-04-08')
    expect((await page(`/hearings/${id}`)).words).toContain('网上报名')
    const form = await formOf(id)
    portal.t.setToday('2026-04-09')
    expect([(await page(`/hearings/${id}/apply`)).status, (await apply(id, {}, form)).status]).toEqual([409, 409])
    expect((await page(`/hearings/${id}`)).words).not.toContain('网上报名')
  })

  test('is taken ten times an hour from one address, and says so at the form', async () => {
    const id = await publishedId(await announced())
    const answers: { status: number; words: string }[] = []
    for (let n = 0; n < 11; n += 1) answers.push(await apply(id))
    expect(answers.at(-1)).toMatchObject({ status: 429, words: expect.stringContaining('一小时内报名太多') })
    expect(answers.at(-1)?.words).toContain('登记期限太短。')
    expect(await portal.t.services.prisma.hearingApplicant.count({ where: { hearingId: id } })).toBeLessThanOrEqual(10)
  })
})
