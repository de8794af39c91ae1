import { describe, expect, test } from 'vitest'
import { blocksFromText } from '../text/index.ts'
import { type Formula, matchFormula } from './formula.ts'
import { FORMULAE } from './formulae.ts'
import { NOWHERE, type PlaceContext } from './read-place.ts'
import { readInstructions } from './read-instructions.ts'
import { readStatements } from './read-statements.ts'

/** The formula that takes the words at `at`: the first in the table that fits. */
function taker(words: string, at: number, context: PlaceContext): Formula | undefined {
  return FORMULAE.find((formula) => {
    const matched = matchFormula(formula, words, at, context)
    return matched !== null && formula.make(matched.found) !== null
  })
}

describe('the table of formulae', () => {
  test.each(FORMULAE.map((formula) => [formula.name, formula] as const))('%s reads its example before any other does', (_, formula) => {
    const [statement] = readStatements(blocksFromText(formula.example))
    if (statement === undefined) throw new Error('the example has no words')
    // what 其中 and 该款 mean: an article that the words before named, or a 章 that they added
    const before = [{ ...NOWHERE, article: '第五条' }, { ...NOWHERE, divisions: [{ kind: 'chapter' as const, ordinal: 3 }] }]
    const starts = [0, ...[...statement.skeleton].flatMap((character, i) => (/[，；。]/.test(character) ? [i + 1] : []))]
    expect(before.flatMap((place) => starts.map((at) => taker(statement.skeleton, at, { place, listed: [], quotations: statement.quotations })?.name))).toContain(formula.name)
  })

  test.each(FORMULAE.map((formula) => [formula.name, formula.example] as const))('nothing of the example of %s is left over', (_, example) => {
    const { instructions } = readInstructions(readStatements(blocksFromText(`一、第五条作如下修改：\n（一）${example}`)))
    expect(instructions.filter(({ operation }) => operation.does === 'not-understood')).toEqual([])
  })

  test('no two formulae have the same name', () => {
    expect(new Set(FORMULAE.map(({ name }) => name)).size).toBe(FORMULAE.length)
  })
})
