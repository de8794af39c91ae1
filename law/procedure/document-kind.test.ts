import { describe, expect, test } from 'vitest'
import { documentKindFact, documentKinds, instruments, powerRule, powers } from './document-kind.ts'

describe('the kinds of documents', () => {
  test.each(documentKinds)('%s has facts, and a reason when it is not filed here', (kind) => {
    const fact = documentKindFact(kind)
    expect(fact.reason === null).toBe(fact.filed)
    expect(fact.basis.length).toBeGreaterThan(0)
  })
})

describe('what may set what', () => {
  test('every instrument has a rule with an article for every power', () => {
    for (const instrument of instruments) {
      for (const power of powers) expect(powerRule(instrument, power).basis).toMatch(/《.+》第.+条/)
    }
  })

  test.each(powers)('a normative document may not set %s', (power) => expect(powerRule('normativeDocument', power).may).toBe('no'))

  test.each([
    ['law', 'coerciveEnforcement', 'yes'],
    ['localRegulation', 'coerciveEnforcement', 'no'],
    ['localRegulation', 'coerciveMeasure', 'limited'],
    ['cityGovernmentRule', 'licence', 'no'],
    ['provincialGovernmentRule', 'licence', 'limited'],
    ['cityGovernmentRule', 'penalty', 'limited'],
    ['departmentalRule', 'coerciveMeasure', 'no'],
  ] as const)('%s and %s: %s', (instrument, power, may) => expect(powerRule(instrument, power).may).toBe(may))
})
