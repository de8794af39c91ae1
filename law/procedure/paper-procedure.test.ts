import { describe, expect, test } from 'vitest'
import { type PaperFacts, type PaperGuard, paperKinds, type PaperKind, paperProcedure, paperRoute, type PaperState, paperRoutes, signedPaperLabels } from './paper-procedure.ts'
import { checkTransition } from './procedure.ts'
import { isLegislationPaper } from './legislation-papers.ts'
import { filingProcedure } from './filing-procedure.ts'
import { flagProcedure } from './flag-procedure.ts'
import { procedureRoles, type ProcedureRole } from './role.ts'
import { suggestionProcedure } from './suggestion-procedure.ts'

const known: PaperFacts = {
  fields: ['reason'], issuedPapers: [], kind: 'reviewOpinion', actorId: 'actor', drafterId: 'drafter', openPassages: 0, countersignsOutstanding: 0, countersignersAsked: 1,
  containsConstitutionality: false, decisionRecorded: true,
}
const allowed: Record<string, Partial<PaperFacts>> = { sendToSign: { kind: 'inquiryLetter' }, countersign: { countersignsOutstanding: 1 } }
const take = (state: PaperState, key: string, roles: readonly ProcedureRole[], facts: Partial<PaperFacts> = {}) =>
  checkTransition({ procedure: paperProcedure, state, transition: key, roles, facts: { ...known, ...allowed[key], ...facts } })

describe('the kinds of papers', () => {
  test.each(paperKinds)('%s has a row with its drafter, its signer and a basis', (kind) => {
    const route = paperRoute(kind)
    expect(route.drafts.length * route.signs.length * route.basis.length).toBeGreaterThan(0)
    // papers of the proposer, of committees and of the province are checked in their own house
    if (!isLegislationPaper(kind)) expect(route.route === 'signed').toBe(route.checks.length > 0)
    expect(signedPaperLabels[kind] !== undefined).toBe(route.route === 'signed')
  })

  test('have rows of their own and names of their own', () => {
    expect(paperRoutes).toHaveLength(paperKinds.length)
    expect(new Set(paperRoutes.map(({ label }) => label)).size).toBe(paperKinds.length)
  })

  test('come each out of some step', () => {
    const yielded = new Set([filingProcedure, flagProcedure, suggestionProcedure].flatMap(({ transitions }) => transitions.map(({ yields }) => yields)))
    // the form is printed beside the report, the study is written before any conclusion
    expect(paperKinds.filter((kind) => !isLegislationPaper(kind) && !yielded.has(kind))).toEqual(['filingForm', 'reviewStudy'])
  })

  test.each([['reviewOpinion', ['issuer'], '主任会议'], ['inquiryLetter', ['reviewChief', 'issuer'], null], ['annulmentDecision', ['issuer'], '常委会会议']] as const)(
    '%s is signed by %j after %s', (kind, signs, decidedBy) => expect(paperRoute(kind)).toMatchObject({ signs, decidedBy }),
  )
})

describe('the way of a paper', () => {
  test('with countersigning', () => {
    expect(take('drafting', 'sendToCheck', ['reviewer'])).toEqual({ ok: true, to: 'checking' })
    expect(take('checking', 'sendToCountersign', ['reviewChief'])).toEqual({ ok: true, to: 'countersigning' })
    expect(take('countersigning', 'countersign', ['committeeMember'])).toEqual({ ok: true, to: 'countersigning' })
    expect(take('countersigning', 'finishCountersigning', ['committeeMember'])).toEqual({ ok: true, to: 'signing' })
    expect(take('signing', 'issue', ['issuer'])).toEqual({ ok: true, to: 'issued' })
  })

  test('without countersigning', () => expect(take('checking', 'sendToSign', ['reviewChief'])).toEqual({ ok: true, to: 'signing' }))

  test('of the proposer, of a committee or of the province: decided in its own house, signed at once', () => {
    expect(take('drafting', 'sendToSignInHouse', ['proposerClerk'], { kind: 'bill' })).toEqual({ ok: true, to: 'signing' })
    expect(take('drafting', 'sendToCheck', ['proposerClerk'], { kind: 'bill' })).toMatchObject({ ok: false, rule: 'checkedHere' })
    expect(take('drafting', 'sendToSignInHouse', ['legislationOfficer'], { kind: 'announcement' })).toMatchObject({ ok: false, rule: 'noCheckHere' })
  })

  test.each([['checking', 'returnFromCheck', 'reviewChief'], ['countersigning', 'returnFromCountersign', 'committeeMember'], ['signing', 'returnFromSigning', 'issuer']] as const)(
    'from %s goes back to the drafter with a reason', (state, key, role) => {
      expect(take(state, key, [role])).toEqual({ ok: true, to: 'drafting' })
      expect(take(state, key, [role], { fields: [] })).toMatchObject({ ok: false, rule: 'missingField' })
    },
  )

  test('ends when it is issued: nothing changes it', () => {
    for (const { key } of paperProcedure.transitions) expect(take('issued', key, procedureRoles)).toMatchObject({ ok: false, rule: 'wrongState' })
  })

  test.each<[PaperGuard, PaperState, string, ProcedureRole[], Partial<PaperFacts>]>([
    ['mayDraftThisPaper', 'drafting', 'sendToCheck', ['reviewer'], { kind: 'filingReport' }],
    ['mayCheckThisPaper', 'checking', 'sendToCountersign', ['reviewer'], {}],
    ['mayCountersignThisPaper', 'countersigning', 'countersign', ['committeeMember'], { kind: 'inquiryLetter' }],
    ['maySignThisPaper', 'signing', 'issue', ['reviewChief'], {}],
    ['checkerIsNotDrafter', 'checking', 'sendToCountersign', ['reviewChief'], { actorId: 'drafter' }],
    ['countersignersNamed', 'checking', 'sendToCountersign', ['reviewChief'], { countersignersAsked: 0 }],
    ['noCountersignNeeded', 'checking', 'sendToSign', ['reviewChief'], { kind: 'reviewOpinion' }],
    ['allCountersigned', 'countersigning', 'finishCountersigning', ['committeeMember'], { countersignsOutstanding: 1 }],
    ['countersignOutstanding', 'countersigning', 'countersign', ['committeeMember'], { countersignsOutstanding: 0 }],
    ['passagesFilled', 'signing', 'issue', ['issuer'], { openPassages: 2 }],
    ['noConstitutionalityInOpinion', 'signing', 'issue', ['issuer'], { containsConstitutionality: true }],
    ['organDecided', 'signing', 'issue', ['issuer'], { decisionRecorded: false }],
  ])('%s refuses', (guard, state, key, roles, facts) => expect(take(state, key, roles, facts)).toMatchObject({ ok: false, rule: guard }))

  test.each<[PaperKind, boolean]>([['reviewOpinion', false], ['reminderLetter', false], ['upwardReport', true], ['reviewStudy', true]])(
    '%s may hold a constitutional question: %s', (kind, may) => expect(take('drafting', 'sendToCheck', ['reviewer'], { kind, containsConstitutionality: true }).ok).toBe(may),
  )

  test('needs no meeting for a letter of inquiry', () => expect(take('signing', 'issue', ['reviewChief'], { kind: 'inquiryLetter', decisionRecorded: false })).toEqual({ ok: true, to: 'issued' }))
})
