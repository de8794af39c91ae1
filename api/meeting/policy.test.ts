import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { meetingKinds } from '../../law/procedure/index.ts'
import { newId } from '../platform/ids.ts'
import { toDateColumn } from '../platform/legal-date.ts'
import { anyActor } from '../testing/any-actor.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { organId, personId } from '../testing/test-organs.ts'
import { attendees, meetingSubject } from './meeting-for.ts'
import { type MeetingAction, meetingPolicy } from './policy.ts'

const actions: MeetingAction[] = ['read', 'readSpeeches', 'record', 'arrange']
const states = ['planned', 'notified', 'inSession', 'closed', 'cancelled']
const houses = ['cityCommittee', 'countyCommittee', 'provinceCommittee']
const committees = ['cityLaw', 'cityFinance', 'cityUrban']

let t: TestApp
beforeAll(async () => {
  t = await createTestApp()
  const day = toDateColumn('2026-03-12')
  for (let n = 0; n < 60; n += 1) {
    const kind = meetingKinds[n % 4] ?? 'council'
    const ofCommittee = kind === 'lawCommittee' || kind === 'committee'
    await t.services.prisma.meeting.create({
      data: {
        id: newId(), organId: organId(houses[n % 3] ?? ''), kind, committeeOrganId: ofCommittee ? organId(committees[(n * 5) % 3] ?? '') : null, title: `会议${n}`, state: states[(n * 7) % 5] ?? '', startsOn: day, endsOn: day, place: '会议室',
        membersTotal: 9, createdBy: personId('meeting-clerk'), createdByName: '会务甲', attendance: { create: n % 6 === 0 ? [{ id: newId(), name: '某人', personId: personId('nobody'), capacity: 'deputy' }] : [] },
      },
    })
  }
})
afterAll(() => t.close())

test('whom one meeting is for is whom the list gives it to', async () => {
  const { prisma } = t.services
  const all = await prisma.meeting.findMany({ include: attendees })
  let selected = 0
  await fc.assert(
    fc.asyncProperty(anyActor, fc.constantFrom(...actions), async (actor, action) => {
      const inScope = await prisma.meeting.findMany({ where: meetingPolicy.scope(actor, action), select: { title: true } })
      const may = all.filter((m) => meetingPolicy.can(actor, action, meetingSubject(m))).map((m) => m.title)
      expect(inScope.map((m) => m.title).toSorted()).toEqual(may.toSorted())
      selected += may.length
    }),
    { numRuns: 300 },
  )
  expect(selected).toBeGreaterThan(100)
}, 60_000)
