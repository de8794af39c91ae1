import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, dueDate, pauseEffect } from '../../law/deadline/index.ts'
import { checkTransition, clockChanges, filingProcedure, type FilingState, filingStateIds, procedureRoles, transitionsFrom } from '../../law/procedure/index.ts'
import { ruleInForce, ruleOfClock, workCalendar } from '../deadline/index.ts'
import { loadActor } from '../identity/index.ts'
import { verifyAudit } from '../platform/audit/verify-audit.ts'
import { newId } from '../platform/ids.ts'
import { fromDateColumn, fromDateColumnOrNull, toDateColumn } from '../platform/legal-date.ts'
import { Problem } from '../platform/problem/problems.ts'
import { inTransaction } from '../platform/work/transaction.ts'
import { createTestApp, type TestApp } from '../testing/create-test-app.ts'
import { organId, personId } from '../testing/test-organs.ts'
import { type CaseActor, gatherFilingFacts, makerOrgans, rolesOnCase, takeNumber, transition } from './index.ts'
import { prepareFor } from './testing/prepare-step.ts'

const FIRST_DAY = '2026-03-12'
const people = ['city-clerk', 'reception', 'reviewer', 'second-reviewer', 'chief', 'committee', 'leader', 'issuer', 'archivist', 'court-clerk', 'county-reviewer']

let t: TestApp
let actors: CaseActor[]
let day = FIRST_DAY

beforeAll(async () => {
  t = await createTestApp({ today: FIRST_DAY })
  const loaded = await Promise.all(people.map((username) => loadActor({ prisma: t.services.prisma, personId: personId(username), today: FIRST_DAY })))
  actors = [...loaded.flatMap((actor) => (actor === null ? [] : [actor])), 'system']
})
afterAll(() => t.close())

function goTo(date: string): void {
  day = date
  t.setToday(date)
}

async function newDraft(): Promise<string> {
  const id = newId()
  await t.services.prisma.filing.create({
    data: {
      id, procedureVersion: '1', state: 'draft', title: '测试办法', documentKind: 'normativeDocument', makerOrganId: organId('cityGovernmentOffice'), filedByOrganId: organId('cityGovernmentOffice'),
      receiverOrganId: organId('cityCommittee'), createdBy: personId('city-clerk'),
    },
  })
  return id
}

const caseOf = (filingId: string) =>
  t.services.prisma.filing.findUniqueOrThrow({ where: { id: filingId }, include: { clocks: { orderBy: { id: 'asc' } }, events: { orderBy: { id: 'asc' } }, tasks: { select: { assigneeOrganId: true } } } })
type Case = Awaited<ReturnType<typeof caseOf>>

const stateOfCase = (state: string): FilingState => {
  const found = filingStateIds.find((id) => id === state)
  if (found === undefined) throw new Error(`no state ${state}`)
  return found
}

const rolesOf = (actor: CaseActor, filing: Case) =>
  rolesOnCase(actor, { receiverOrganId: filing.receiverOrganId, makerOrganIds: makerOrgans(filing), taskOrganIds: filing.tasks.flatMap((task) => task.assigneeOrganId ?? []) })

type Clock = { key: string; state: string; startOn: string; dueOn: string | null }
const clocksOf = (filing: Case): Clock[] =>
  filing.clocks.map((c) => ({ key: c.key, state: c.state, startOn: fromDateColumn(c.startOn), dueOn: fromDateColumnOrNull(c.dueOn) })).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))

/** What the row's clock columns mean, said again in the fewest words; due dates after a pause are proved in law/deadline. */
async function expectedClocks(before: Case, key: string, values: Record<string, string>): Promise<{ key: string; state: string }[]> {
  const row = filingProcedure.transitions.find((r) => r.key === key)
  if (row === undefined) throw new Error(key)
  let clocks = before.clocks.map((c) => ({ key: c.key, state: c.state, rule: ruleOfClock(c) }))
  for (const change of clockChanges(row, values)) {
    if (change.change === 'start') {
      clocks.push({ key: change.clock, state: 'running', rule: await t.services.prisma.$transaction((tx) => ruleInForce(tx, { organId: before.receiverOrganId, key: change.clock })) })
      continue
    }
    clocks = clocks.map((c) => {
      if (c.key !== change.clock) return c
      if (change.change === 'stop') return ['running', 'suspended'].includes(c.state) ? { ...c, state: 'met' } : c
      if (change.change === 'pause') return c.state === 'running' && pauseEffect(c.rule, change.cause) !== 'continue' ? { ...c, state: 'suspended' } : c
      return c.state === 'suspended' ? { ...c, state: 'running' } : c
    })
  }
  return clocks.map(({ key: name, state }) => ({ key: name, state })).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}

async function take(options: { filingId: string; actor: CaseActor; key: string; values: Record<string, string>; revision: number | null; annulmentGround?: string | null }): Promise<{ to: string } | Problem> {
  try {
    const { annulmentGround = null, ...step } = options
    return await inTransaction(t.services, (work) => transition({ ...step, services: t.services, work, facts: { annulmentGround } }))
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

/** One step by one person, judged beforehand by the tables alone, and everything that must hold afterwards. */
async function walkStep(filingId: string, choice: Choice): Promise<boolean> {
  const before = await caseOf(filingId)
  const state = stateOfCase(before.state)
  const offered = transitionsFrom(filingProcedure, state, { roles: procedureRoles })
  const legal = choice.legal && offered.length > 0
  const row = (legal ? offered : filingProcedure.transitions)[choice.row % (legal ? offered : filingProcedure.transitions).length]
  if (row === undefined) throw new Error('no step')
  if (choice.prepared) await prepareFor({ services: t.services, filingId, row, today: day, goTo })
  const prepared = choice.prepared ? await caseOf(filingId) : before
  const fitting = actors.filter((a) => rolesOf(a, prepared).some((role) => row.actorRoles.includes(role)))
  const actor = (legal && fitting.length > 0 ? fitting : actors)[choice.who % (legal && fitting.length > 0 ? fitting : actors).length]
  if (actor === undefined) throw new Error('nobody')
  const chosen = row.clockChosenBy === undefined ? undefined : row.startsClock[choice.who % row.startsClock.length]
  const filled = Object.fromEntries(row.requires.filter((_field, at) => choice.filled || at > 0).map((field) => [field, field === row.clockChosenBy ? (chosen ?? '') : '有']))

  const ground = choice.prepared ? '同法律、法规规定相抵触' : null
  const gathered = await t.services.prisma.$transaction((tx) => gatherFilingFacts({ tx, filingId, actor, today: day }))
  const expected = checkTransition({ procedure: filingProcedure, state, transition: row.key, roles: rolesOf(actor, prepared), facts: { ...gathered, fields: Object.keys(filled), annulmentGround: ground } })
  const entries = await t.services.prisma.auditEntry.count()
  const answer = await take({ filingId, actor, key: row.key, values: filled, revision: before.revision, annulmentGround: ground })
  const after = await caseOf(filingId)

  if (!expected.ok) {
    expect(answer).toBeInstanceOf(Problem)
    if (answer instanceof Problem) expect(answer).toMatchObject({ code: expected.rule === 'wrongRole' ? 'forbidden' : 'step-refused', detail: expected.message, extra: { rule: expected.rule, basis: expected.basis } })
    expect(expected.basis).not.toBe('')
    expect(after).toEqual(prepared)
    expect(await t.services.prisma.auditEntry.count()).toBe(entries)
    return false
  }
  expect(answer).toMatchObject({ from: state, to: expected.to, revision: before.revision + 1 })
  expect([after.state, after.revision]).toEqual([expected.to, before.revision + 1])
  expect(after.events.slice(0, -1)).toEqual(prepared.events)
  expect(after.events.at(-1)).toMatchObject({ transition: row.key, fromState: state, toState: expected.to, on: toDateColumn(day) })
  expect(clocksOf(after).map(({ key, state: is }) => ({ key, state: is }))).toEqual(await expectedClocks(prepared, row.key, filled))
  const known = new Set(prepared.clocks.map((c) => c.id))
  for (const clock of after.clocks.filter((c) => !known.has(c.id))) {
    const calendar = await t.services.prisma.$transaction((tx) => workCalendar(tx))
    expect([fromDateColumn(clock.startOn), fromDateColumnOrNull(clock.dueOn)]).toEqual([day, dueDate({ rule: ruleOfClock(clock), start: day, calendar }).due])
  }
  const running = after.clocks.filter((c) => c.state === 'running').map((c) => fromDateColumnOrNull(c.dueOn) ?? '')
  // no clock runs while a plan is awaited: the case comes up again on the day of the plan
  expect(fromDateColumnOrNull(after.dueOn)).toBe(expected.to === 'suspended' ? gathered.plan.dueOn : (running.toSorted()[0] ?? null))
  expect(await t.services.prisma.auditEntry.count()).toBe(entries + 1)
  return true
}

type Choice = { row: number; who: number; legal: boolean; prepared: boolean; filled: boolean; days: number }
const mostly = fc.integer({ min: 0, max: 9 }).map((n) => n > 0)
const choiceArbitrary: fc.Arbitrary<Choice> = fc.record({ row: fc.nat(1000), who: fc.nat(1000), legal: mostly, prepared: mostly, filled: mostly, days: fc.integer({ min: 0, max: 12 }) })

describe('a case on its way through the procedure', () => {
  test('whatever is tried: the tables alone decide, and state, event, clocks, due date and audit entry agree', async () => {
    const reached = new Set<string>()
    await fc.assert(
      fc.asyncProperty(fc.array(choiceArbitrary, { minLength: 14, maxLength: 18 }), async (choices) => {
        goTo(FIRST_DAY)
        const filingId = await newDraft()
        for (const choice of choices) {
          if (await walkStep(filingId, choice)) reached.add((await caseOf(filingId)).state)
          goTo(addDays(day, choice.days))
        }
        // the history is one unbroken line from the draft to where the case stands
        const walked = await caseOf(filingId)
        let at = 'draft'
        for (const event of walked.events) {
          expect(event.fromState).toBe(at)
          at = event.toState ?? ''
        }
        expect(walked.state).toBe(at)
      }),
      { numRuns: 16, endOnFailure: true },
    )
    goTo(FIRST_DAY)
    expect(await verifyAudit({ prisma: t.services.prisma, auditKey: t.services.settings.auditKey })).toMatchObject({ ok: true })
    expect(reached.size, [...reached].join(' ')).toBeGreaterThan(5)
  }, 120_000)

  test.each([
    ['under the revision that both saw', 1, 'stale-edit'],
    ['without a revision', null, 'step-refused'],
  ])('of two who take the same step at once %s exactly one does', async (_how, revision, code) => {
    const filings = await Promise.all(Array.from({ length: 6 }, async () => {
      const id = await newDraft()
      await t.services.prisma.filing.update({ where: { id }, data: { state: 'submitted' } })
      return id
    }))
    const actor = actors[people.indexOf('reception')]
    if (actor === undefined) throw new Error('nobody')
    for (const filingId of filings) {
      const answers = await Promise.all([1, 2, 3].map(() => take({ filingId, actor, key: 'receive', values: {}, revision })))
      expect(answers.filter((a) => !(a instanceof Problem))).toHaveLength(1)
      expect(answers.flatMap((a) => (a instanceof Problem ? [a.code] : []))).toEqual([code, code])
      expect((await caseOf(filingId)).events.map((e) => e.transition)).toEqual(['receive'])
    }
  })
})

describe('the register of numbers', () => {
  test('has no gap and no number twice when fifty take one at once and every third gives up', async () => {
    const register = { organId: organId('cityCommittee'), kind: 'proof', year: 2026 }
    const taken = await Promise.all(
      Array.from({ length: 50 }, (_, turn) =>
        t.services.prisma
          .$transaction(
            async (tx) => {
              const number = await takeNumber(tx, register)
              if (turn % 3 === 0) throw new Error('given up')
              return number
            },
            { maxWait: 15_000, timeout: 15_000 },
          )
          .catch((error: unknown) => {
            if (error instanceof Error && error.message === 'given up') return null
            throw error
          }),
      ),
    )
    const kept = taken.flatMap((n) => n ?? []).toSorted((a, b) => a - b)
    expect(kept).toEqual(Array.from({ length: kept.length }, (_, i) => i + 1))
    expect(kept).toHaveLength(33)
  })

  test('begins anew for another organ, another register and another year', async () => {
    const first = (organ: string, kind: string, year: number) => t.services.prisma.$transaction((tx) => takeNumber(tx, { organId: organId(organ), kind, year }))
    expect([await first('countyCommittee', 'proof', 2026), await first('cityCommittee', 'other', 2026), await first('cityCommittee', 'proof', 2027)]).toEqual([1, 1, 1])
  })
})
