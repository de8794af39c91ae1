import { describe, expect, test } from 'vitest'
import { type FlagFacts, type FlagGuard, flagProcedure, type FlagState } from './flag-procedure.ts'
import { checkTransition } from './procedure.ts'
import { annulmentGrounds, flagCodes, flagKind, flagKinds, outletOf, partByOutlet, standards, tickedStandards } from './review-standard.ts'
import { procedureRoles, type ProcedureRole } from './role.ts'

const known: FlagFacts = {
  fields: ['reason', 'answer', 'resolution', 'repealDocument'], issuedPapers: ['upwardReport'], standard: 'legality', actorId: 'reviewer', raisedBy: 'reviewer', actorOrganIds: ['commission'],
  makerOrganIds: ['government'], documentDrafterIds: ['author'], resolution: 'resolved',
}
const allowed: Record<string, Partial<FlagFacts>> = { putAgain: { resolution: 'unresolved' }, keepForOpinion: { resolution: 'partly' }, reportUpward: { standard: 'constitutionality' } }
const take = (state: FlagState, key: string, roles: readonly ProcedureRole[], facts: Partial<FlagFacts> = {}) =>
  checkTransition({ procedure: flagProcedure, state, transition: key, roles, facts: { ...known, ...allowed[key], ...facts } })
const rows = flagProcedure.transitions

describe('the life of a flag', () => {
  test.each(rows.flatMap((row) => row.from.map((from) => [from, row.key, row] as const)))('from %s by %s is allowed to each of its roles', (from, key, row) => {
    for (const role of row.actorRoles) expect(take(from, key, [role])).toEqual({ ok: true, to: row.to ?? from })
    expect(take(from, key, procedureRoles.filter((role) => !row.actorRoles.includes(role)))).toMatchObject({ ok: false, rule: 'wrongRole' })
  })

  test.each(rows.map((row) => [row.key, row] as const))('%s is refused in every other state', (key, row) => {
    for (const { id } of flagProcedure.states.filter((state) => !row.from.includes(state.id))) expect(take(id, key, procedureRoles)).toMatchObject({ ok: false, rule: 'wrongState' })
  })

  test('goes round again when the maker changed nothing', () => {
    expect(take('putToMaker', 'answer', ['filingClerk'])).toEqual({ ok: true, to: 'answered' })
    expect(take('answered', 'putAgain', ['reviewer'])).toEqual({ ok: true, to: 'putToMaker' })
  })

  test.each<[FlagGuard, FlagState, string, ProcedureRole[], Partial<FlagFacts>]>([
    ['notOwnDocument', 'raised', 'confirm', ['reviewChief'], { actorId: 'author' }],
    ['notOwnDocument', 'raised', 'confirm', ['reviewChief'], { actorOrganIds: ['government'] }],
    ['ownFlagOrChief', 'raised', 'withdrawRaised', ['reviewer'], { raisedBy: 'another' }],
    ['notConstitutionality', 'confirmed', 'putToMaker', ['reviewer'], { standard: 'constitutionality' }],
    ['onlyConstitutionality', 'confirmed', 'reportUpward', ['issuer'], { standard: 'legality' }],
    ['notConstitutionality', 'confirmed', 'resolveByRepeal', ['reviewer'], { standard: 'constitutionality' }],
    ['notConstitutionality', 'confirmed', 'resolveByAnnulment', ['archivist'], { standard: 'constitutionality' }],
    ['notConstitutionality', 'confirmed', 'endWithCase', ['archivist'], { standard: 'constitutionality' }],
    ['notOwnDocument', 'answered', 'resolveByRepeal', ['reviewer'], { actorId: 'author' }],
    ['judgedSettled', 'answered', 'resolve', ['reviewer'], { resolution: 'partly' }],
    ['judgedOpen', 'answered', 'putAgain', ['reviewer'], { resolution: 'justified' }],
  ])('%s refuses', (guard, state, key, roles, facts) => expect(take(state, key, roles, facts)).toMatchObject({ ok: false, rule: guard }))

  test.each<[string, string, FlagState]>([['resolveByRepeal', 'repealDocument', 'resolved'], ['resolveByAnnulment', 'reason', 'resolved'], ['endWithCase', 'reason', 'endedWithCase']])(
    '%s ends an open flag without an answer, but not without %s', (key, field, to) => {
      for (const state of ['confirmed', 'putToMaker', 'answered'] as const) {
        expect(take(state, key, ['reviewer'], { fields: [field] })).toEqual({ ok: true, to })
        expect(take(state, key, ['reviewer'], { fields: [] })).toMatchObject({ ok: false, rule: 'missingField' })
      }
    })

  test('the chief may withdraw what somebody else raised', () => expect(take('raised', 'withdrawRaised', ['reviewChief'], { raisedBy: 'another' }).ok).toBe(true))

  test('a report upward must have been issued', () => expect(take('confirmed', 'reportUpward', ['issuer'], { issuedPapers: [] })).toMatchObject({ ok: false, rule: 'paperNotIssued' }))
})

describe('the standards', () => {
  test.each(flagCodes)('%s has a kind with a basis', (code) => expect(flagKind(code).basis.length).toBeGreaterThan(0))
  test('each have codes; four are ticked by name', () => {
    expect(new Set(flagKinds.map(({ standard }) => standard))).toEqual(new Set(standards))
    expect(flagKinds).toHaveLength(flagCodes.length)
    expect(tickedStandards).toHaveLength(4)
  })
  test('part flags so that no constitutional one reaches an opinion', () => {
    const flags = standards.map((standard) => ({ standard }))
    expect(partByOutlet(flags)).toEqual({ reviewOpinion: flags.slice(1), upwardReport: [{ standard: 'constitutionality' }] })
    expect(standards.filter((standard) => outletOf(standard) === 'upwardReport')).toEqual(['constitutionality'])
  })
  test('end in three grounds of annulment', () => expect(annulmentGrounds.map(({ basis }) => basis.slice(-3))).toEqual(['第一项', '第二项', '第三项']))
})
