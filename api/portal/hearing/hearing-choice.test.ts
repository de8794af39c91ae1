import { describe, expect, test } from 'vitest'
import { personId } from '../../testing/test-organs.ts'
import { hearingActs } from '../testing/hearing-acts.ts'
import { onPortalApp } from '../testing/portal-app.ts'

const portal = onPortalApp()
const { page, post, read } = portal
const { announced, apply, publishedId } = hearingActs(portal)

type Person = { number: number; code: string }
const DAY_AFTER_APPLYING = '2026-04-09'
/** A hearing with two places to speak and one to listen, to which 1 for, 2 against, 3 against and 4 to listen applied. */
async function applied(over: object = {}): Promise<{ id: string; projectId: string; people: Person[] }> {
  portal.t.setToday('2026-03-12')
  const world = await announced()
  const id = await publishedId(world, { participants: 2, observers: 1, ...over })
  // the limit of an address is another test's
  await portal.t.services.prisma.rateLimit.deleteMany()
  const people: Person[] = []
  for (const one of [{ name: '报名甲', position: 'favour' }, { name: '报名乙', position: 'against' }, { name: '报名丙', position: 'against' }, { name: '报名丁', part: 'observe', position: '', statement: '' }]) {
    const { words } = await apply(id, one)
    people.push({ number: people.length + 1, code: /id="follow-code">([^<]+)</u.exec(words)?.[1] ?? '' })
  }
  portal.t.setToday(DAY_AFTER_APPLYING)
  return { id, projectId: world.projectId, people }
}
const say = (number: number, outcome: string, ground: string | null = null, note = '') => ({ number, outcome, ground, note })
const [speaks1, speaks2, listens4] = [say(1, 'speak'), say(2, 'speak'), say(4, 'observe')] as const
const fair = [speaks1, speaks2, say(3, 'notChosen', 'seatsFull'), listens4]
const choose = (id: string, said: { after?: string | null; answers?: object[]; balanceReason?: string; lateReason?: string; changeReason?: string } = {}, username = 'legislation') => post(username, `/api/hearings/${id}/choice`, { after: null, answers: fair, ...said })
const tell = (id: string, choiceId: string, username = 'legislation') => post(username, `/api/hearings/${id}/telling`, { choiceId, how: '逐一电话通知，并送草案文本' })
const result = async (id: string, { number, code }: Person): Promise<string> => {
  const answer = await portal.t.app.request(`/hearings/${id}/result`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ number: String(number), followCode: code }).toString() })
  return answer.text()
}

describe('choosing who takes part in a hearing', () => {
  test('is kept with who, when and why, is told by an act of its own, and each reads the own answer only then', async () => {
    const { id, people } = await applied()
    const [first, , third] = people
    if (first === undefined || third === undefined) throw new Error('people applied')
    const chosen = await read(await choose(id))
    expect(chosen.choices).toEqual([expect.objectContaining({ on: DAY_AFTER_APPLYING, by: '法规甲', telling: null, counts: { speak: 2, observe: 1, notChosen: 1, favour: 1, against: 1, other: 0 } })])
    expect(chosen.items.map((a: { number: number; answer: { outcome: string } }) => [a.number, a.answer.outcome])).toEqual([[1, 'speak'], [2, 'speak'], [3, 'notChosen'], [4, 'observe']])
    expect(await result(id, third)).toContain('还没有告知')
    expect((await page(`/hearings/${id}`)).words).toContain('还没有告知')

    const told = await read(await tell(id, chosen.choices[0].id))
    expect([told.choices[0].telling, told.may.tell]).toEqual([{ on: DAY_AFTER_APPLYING, by: '法规甲', how: '逐一电话通知，并送草案文本' }, false])
    expect((await tell(id, chosen.choices[0].id)).status).toBe(409)
    expect(await result(id, third)).toMatch(/没有选定[\s\S]*名额已满/u)
    expect(await result(id, first)).toMatch(/请你作为陈述人参加[\s\S]*第一会议厅/u)
    expect(await result(id, { number: 3, code: first.code })).toContain('报名序号和查询码对不上')
    const shown = (await page(`/hearings/${id}`)).words
    expect(shown).toContain('2026年4月9日告知：陈述人 2 人，旁听 1 人')
    for (const name of ['报名甲', '报名乙', '报名丙', '报名丁']) expect(shown).not.toContain(name)

    const entries = await portal.t.services.prisma.auditEntry.findMany({ where: { entityId: id, action: { in: ['hearing.choose', 'hearing.tell'] } }, orderBy: { sequence: 'asc' } })
    expect(entries.map((e) => e.action)).toEqual(['hearing.choose', 'hearing.tell'])
    expect(JSON.stringify(entries.map((e) => e.detail))).not.toContain('报名')
  })

  test('changes after it was told only by another decision with its reason, and the first one stays', async () => {
    const { id, people } = await applied()
    const first = (await read(await choose(id))).choices[0].id
    await read(await tell(id, first))
    const answers = [say(1, 'speak'), say(2, 'notChosen', 'withdrew', '来电说不能到会'), say(3, 'speak'), say(4, 'observe')]
    expect(await (await choose(id, { after: first, answers })).text()).toContain('名单已经告知报名人，变更的，请写明原因')
    expect(await (await choose(id, { after: first, changeReason: '再改一次' })).text()).toContain('名单没有变化')
    const changed = await read(await choose(id, { after: first, answers, changeReason: '2 号不能到会' }))
    expect(changed.choices.map((c: { changeReason: string | null; changes: object[] }) => [c.changeReason, c.changes])).toEqual([['2 号不能到会', [{ number: 2, name: '报名乙', before: '陈述人', after: '没有选定' }, { number: 3, name: '报名丙', before: '没有选定', after: '陈述人' }]], [null, []]])
    const [, second, third] = people
    if (second === undefined || third === undefined) throw new Error('people applied')
    // until they are told anew the first answer is what they were told
    expect(await result(id, third)).toContain('没有选定')
    await read(await tell(id, changed.choices[0].id))
    expect(await result(id, third)).toMatch(/请你作为陈述人参加[\s\S]*原来告知的是“没有选定”/u)
    expect(await result(id, second)).toMatch(/没有选定[\s\S]*本人不再参加：来电说不能到会/u)
    const { prisma } = portal.t.services
    await expect(prisma.hearingAnswer.updateMany({ where: { choiceId: first }, data: { outcome: 'speak' } })).rejects.toThrow('only ever added to')
    await expect(prisma.hearingTelling.deleteMany({ where: { choiceId: first } })).rejects.toThrow('only ever added to')
  })

  test.each<[string, object, string]>([
    ['an answer for everybody', { answers: fair.slice(0, 3) }, '报名序号 4 还没有结果'],
    ['a ground for who is not chosen', { answers: [speaks1, speaks2, say(3, 'notChosen'), listens4] }, '没有选定的理由'],
    ['no more than were announced', { answers: [say(1, 'speak'), say(2, 'speak'), say(3, 'speak'), listens4] }, '多 1 人'],
  ])('asks for %s', async (_name, said, words) => {
    const { id } = await applied()
    const refused = await choose(id, said)
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(words)])
    expect(await portal.t.services.prisma.hearingChoice.count({ where: { hearingId: id } })).toBe(0)
  })

  test('asks why the sides are unequal while somebody of the smaller one would speak; not at a seminar', async () => {
    const against = [say(1, 'notChosen', 'other', '与会议事项无关'), say(2, 'speak'), say(3, 'speak'), say(4, 'observe')]
    const hearing = await applied()
    expect(await (await choose(hearing.id, { answers: against })).text()).toContain('人数不相当')
    expect((await read(await choose(hearing.id, { answers: against, balanceReason: '报名赞成的只有一人，且不谈听证事项' }))).choices[0].balanceReason).toContain('只有一人')
    const seminar = await applied({ kind: 'seminar' })
    expect((await read(await choose(seminar.id, { answers: against, balanceReason: '不用写' }))).choices[0].balanceReason).toBeNull()
  })

  test('happens between the end of applying and the day; later than ten days before only with a reason', async () => {
    const { id } = await applied()
    portal.t.setToday('2026-04-08')
    expect(await (await choose(id)).text()).toContain('截止以后再确定参加人')
    portal.t.setToday('2026-04-11')
    expect(await (await choose(id)).text()).toContain('最迟应当在2026-04-10确定陈述人')
    expect((await read(await choose(id, { lateReason: '报名的人多，逐一核对' }))).choices[0].lateReason).toBe('报名的人多，逐一核对')
    portal.t.setToday('2026-04-21')
    expect(await (await choose(id)).text()).toContain('会议已经举行')
  })

  test('does not cover the decision of a colleague, and tells only the newest', async () => {
    const { id } = await applied()
    const first = (await read(await choose(id))).choices[0].id
    expect((await choose(id)).status).toBe(412)
    const second = (await read(await choose(id, { after: first, answers: [speaks1, say(2, 'notChosen', 'sameView'), say(3, 'speak'), listens4] }, 'legislation-chief'))).choices[0].id
    expect((await tell(id, first)).status).toBe(412)
    const { may, choices } = await read(await tell(id, second, 'legislation-chief'))
    expect([may.tell, choices.length]).toEqual([false, 2])
    expect(await portal.t.services.prisma.notice.count({ where: { entityId: id, kind: 'hearingTold', personId: personId('legislation') } })).toBe(1)
  })

  test('is the office’s alone, and ends with the meeting that is cancelled, which who applied reads', async () => {
    const { id, people } = await applied()
    expect([(await choose(id, {}, 'issuer')).status, (await choose(id, {}, 'drafter')).status]).toEqual([403, 404])
    await read(await post('legislation-chief', `/api/hearings/${id}/ending`, { how: 'cancel', reason: '草案要作较大修改' }))
    expect(await (await choose(id)).text()).toContain('已经取消')
    const [first] = people
    expect(first === undefined ? '' : await result(id, first)).toContain('这次会议已经取消')
  })

  test('is told only while it fits the announcement: who applied later has an answer, and there are seats for all', async () => {
    const { id, projectId } = await applied()
    const first = (await read(await choose(id))).choices[0].id
    const [hearing] = (await read(await (await portal.t.as('legislation')).get(`/api/projects/${projectId}/hearings`))).hearings
    await read(await post('legislation-chief', `/api/hearings/${id}/correction`, { ...hearing.facts, applyTo: '2026-04-12', reason: '延长报名' }))
    await apply(id, { name: '报名戊' })
    portal.t.setToday('2026-04-13')
    expect(await (await tell(id, first)).text()).toContain('报名序号 5 还没有结果。请先变更参加人')
    const second = (await read(await choose(id, { after: first, answers: [...fair, say(5, 'notChosen', 'seatsFull')], lateReason: '延长了报名' }))).choices[0].id
    await read(await post('legislation-chief', `/api/hearings/${id}/correction`, { ...hearing.facts, participants: 1, applyTo: '2026-04-12', reason: '压缩人数' }))
    expect(await (await tell(id, second)).text()).toContain('多 1 人')
  })

  test('stands on the first page of whoever carries the project until it is told, and in the history without names', async () => {
    const { id, projectId } = await applied()
    const asked = async () => Object.values((await read(await (await portal.t.as('legislation')).get('/api/today'))).groups).flat().filter((item) => isItemOf(item, id))
    const act = async () => (await asked()).map((item) => [item.act.label, item.deadline?.dueOn, item.note])
    expect(await act()).toEqual([['确定参加人', '2026-04-10', '4 人报名，2026-04-20 举行，还没有确定参加人']])
    const choiceId = (await read(await choose(id))).choices[0].id
    expect(await act()).toEqual([['告知', '2026-04-13', '参加人已经确定，还没有告知']])
    await read(await tell(id, choiceId))
    expect(await asked()).toEqual([])
    const { items } = await read(await (await portal.t.as('legislation')).get(`/api/projects/${projectId}/history`))
    const told = items.filter((entry: { title: string }) => entry.title.includes('立法听证会')).map((entry: { title: string; detail: string; by: string }) => [entry.title, entry.detail, entry.by])
    expect(told).toEqual([
      ['告知立法听证会报名人', '逐一电话通知，并送草案文本', '法规甲'], ['确定立法听证会参加人', '陈述人 2 人，旁听 1 人，没有选定 1 人', '法规甲'], ['公告立法听证会', '2026-04-20 9:00至11:30，市人大常委会第一会议厅；报名到 2026-04-08', '法规主任'],
    ])
  })
})

type Item = { id: string; note: string; act: { label: string }; deadline: { dueOn: string } | null }
const isItemOf = (item: unknown, id: string): item is Item => typeof item === 'object' && item !== null && 'id' in item && item.id === id
