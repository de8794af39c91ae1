import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isLegislationDocumentKind, legislationDocumentKinds } from './legislation-documents.ts'
import { legislationProcedure } from './legislation-procedure.ts'
import { documentRounds, inThisRound, ofEarlierRound, roundOf } from './legislation-rounds.ts'

const steps = legislationProcedure.transitions.map((row) => row.key)
const kinds = legislationDocumentKinds.map((row) => row.kind)

describe('rounds of a project', () => {
  test('begin with steps that there are, each once, and name documents that there are', () => {
    for (const { begins, anew, basis } of documentRounds) {
      expect(steps).toContain(begins)
      expect(anew.filter((kind) => !isLegislationDocumentKind(kind))).toEqual([])
      expect(new Set(anew).size).toBe(anew.length)
      expect(basis).not.toBe('')
    }
    expect(new Set(documentRounds.map((round) => round.begins)).size).toBe(documentRounds.length)
  })

  test.each([
    ['a bill that was returned is tabled by a new one', 'returnToProposer', 'bill', true],
    ['a bill that failed is tabled by a new one', 'fail', 'bill', true],
    ['a bill that failed is reported on again', 'fail', 'deliberationResultReport', true],
    ['what was refused is drafted again', 'redraftAfterRefusal', 'submissionText', true],
    ['research outlasts a refusal', 'redraftAfterRefusal', 'researchReport', false],
    ['a recall asks for a new report, not for a new text', 'recall', 'adoptedText', false],
    ['the decision that approved a regulation does not approve its repeal', 'takeEffect', 'approvalDecision', true],
    ['being put on the agenda begins nothing', 'placeOnAgenda', 'bill', false],
  ])('%s', (_name, transition, kind, begins) => {
    const events = [{ id: '1', transition: 'open' }, { id: '3', transition }]
    expect(roundOf(kind, events)).toBe(begins ? '3' : null)
    expect(inThisRound({ id: '2', kind }, events)).toBe(!begins)
    expect(inThisRound({ id: '4', kind }, events)).toBe(true)
  })

  test.each([
    ['correctPublished', 'correctionNotice', false],
    ['explainDelay', 'lateExplanation', false],
    ['fail', 'bill', true],
  ])('%s asks for a new %s; the one before is left from an earlier round: %s', (transition, kind, left) => {
    const events = [{ id: '1', transition: 'open' }, { id: '3', transition }]
    expect(inThisRound({ id: '2', kind }, events)).toBe(false)
    expect(ofEarlierRound({ id: '2', kind }, events)).toBe(left)
  })

  test('whatever happens: nothing that came after the last event is of an earlier round, and no document comes back by itself', () => {
    const event = fc.constantFrom(...steps)
    fc.assert(fc.property(fc.array(event, { maxLength: 12 }), fc.constantFrom(...kinds), fc.nat(24), (transitions, kind, at) => {
      const events = transitions.map((transition, n) => ({ id: String(n * 2 + 1).padStart(3, '0'), transition }))
      const document = { id: String(at).padStart(3, '0'), kind }
      const counts = events.map((_, n) => inThisRound(document, events.slice(0, n + 1)))
      if (document.id > (events.at(-1)?.id ?? '')) expect(inThisRound(document, events)).toBe(true)
      const lost = events.findIndex((e, n) => e.id > document.id && counts[n] === false)
      if (lost >= 0) expect(counts.slice(lost).every((one) => !one)).toBe(true)
    }))
  })
})
