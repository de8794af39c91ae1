import { describe, expect, test } from 'vitest'
import { checkTransition, procedureFaults } from './procedure.ts'
import { type PlanFacts, planProcedure, type PlanState } from './plan-procedure.ts'

const facts = (over: Partial<PlanFacts>): PlanFacts => ({
  fields: ['adoptedOn', 'adoptedBy'], issuedPapers: [], items: 3, itemsIncomplete: 0, partyGate: true, partyConsulted: true, adoptedInFuture: false, ...over,
})
const adopt = (state: PlanState, over: Partial<PlanFacts> = {}) =>
  checkTransition({ procedure: planProcedure, state, transition: 'adopt', roles: ['legislationChief'], facts: facts(over) })

test('the tables of a plan have no fault', () => {
  expect(procedureFaults(planProcedure, { clockKeys: [] })).toEqual([])
})

describe('adopting a plan', () => {
  test('a complete plan is adopted once the Party was consulted', () => {
    expect(adopt('drafting')).toEqual({ ok: true, to: 'adopted' })
  })
  test.each([
    { name: 'an empty plan', over: { items: 0 }, rule: 'hasItems' },
    { name: 'an item that names no proposer', over: { itemsIncomplete: 1 }, rule: 'itemsComplete' },
    { name: 'the Party was not consulted', over: { partyConsulted: false }, rule: 'partyConsulted' },
    { name: 'a day that has not come', over: { adoptedInFuture: true }, rule: 'notInFuture' },
    { name: 'the meeting is not named', over: { fields: ['adoptedOn'] }, rule: 'missingField' },
  ])('is refused: $name', ({ over, rule }) => {
    expect(adopt('drafting', over)).toMatchObject({ ok: false, rule })
  })
  test('the checkpoint can be switched off for a plan', () => {
    expect(adopt('drafting', { partyGate: false, partyConsulted: false })).toMatchObject({ ok: true })
  })
  test('an adopted plan is not adopted again, and only an adopted one is published', () => {
    expect(adopt('adopted')).toMatchObject({ ok: false, rule: 'wrongState' })
    const publish = (state: PlanState) => checkTransition({ procedure: planProcedure, state, transition: 'publish', roles: ['legislationChief'], facts: facts({}) })
    expect(publish('drafting')).toMatchObject({ ok: false, rule: 'wrongState' })
    expect(publish('adopted')).toEqual({ ok: true, to: 'published' })
  })
})
