import { describe, expect, test } from 'vitest'
import { paperKinds } from './paper-procedure.ts'
import { checkTransition } from './procedure.ts'
import { procedureRoles, type ProcedureRole } from './role.ts'
import { channelOf, notStartReasons, type SuggestionFacts, type SuggestionGuard, suggestionProcedure, type SuggestionState } from './suggestion-procedure.ts'

const known: SuggestionFacts = {
  fields: Object.keys(suggestionProcedure.fieldLabels), issuedPapers: paperKinds, channel: 'suggestion', actorId: 'reviewer', actorOrganIds: ['commission'], makerOrganIds: ['government'],
  documentDrafterIds: ['author'], complete: true, caseLinked: true, reviewEnded: true,
}
const allowed: Record<string, Partial<SuggestionFacts>> = { askToComplete: { complete: false }, answerOrgan: { channel: 'demand' } }
const take = (state: SuggestionState, key: string, roles: readonly ProcedureRole[], facts: Partial<SuggestionFacts> = {}) =>
  checkTransition({ procedure: suggestionProcedure, state, transition: key, roles, facts: { ...known, ...allowed[key], ...facts } })
const rows = suggestionProcedure.transitions

describe('a demand or suggestion', () => {
  test.each(rows.flatMap((row) => row.from.map((from) => [from, row.key, row] as const)))('from %s by %s is allowed to each of its roles', (from, key, row) => {
    for (const role of row.actorRoles) expect(take(from, key, [role])).toEqual({ ok: true, to: row.to ?? from })
    expect(take(from, key, procedureRoles.filter((role) => !row.actorRoles.includes(role)))).toMatchObject({ ok: false, rule: 'wrongRole' })
  })

  test.each(rows.map((row) => [row.key, row] as const))('%s is refused in every other state', (key, row) => {
    for (const { id } of suggestionProcedure.states.filter((state) => !row.from.includes(state.id))) expect(take(id, key, procedureRoles)).toMatchObject({ ok: false, rule: 'wrongState' })
  })

  test.each<[SuggestionGuard, SuggestionState, string, Partial<SuggestionFacts>]>([
    ['notOwnDocument', 'received', 'accept', { actorId: 'author' }],
    ['notOwnDocument', 'received', 'accept', { actorOrganIds: ['government'] }],
    ['onlySuggestion', 'received', 'decideNotToStart', { channel: 'demand' }],
    ['onlySuggestion', 'accepted', 'decideNotToStart', { channel: 'transferredIn' }],
    ['onlyDemand', 'reviewing', 'answerOrgan', { channel: 'suggestion' }],
    ['contentComplete', 'received', 'accept', { complete: false }],
    ['contentIncomplete', 'received', 'askToComplete', { complete: true }],
    ['caseLinked', 'accepted', 'startReview', { caseLinked: false }],
    ['reviewEnded', 'reviewing', 'answer', { reviewEnded: false }],
  ])('%s refuses', (guard, state, key, facts) => expect(take(state, key, procedureRoles, facts)).toMatchObject({ ok: false, rule: guard }))

  test('a 审查要求 can never end without a review or a transfer', () => {
    const reached = new Set<SuggestionState>(['received'])
    for (let before = 0; before !== reached.size; ) {
      before = reached.size
      for (const from of reached) {
        for (const { key } of rows) {
          const answer = take(from, key, procedureRoles, { channel: 'demand', complete: key !== 'askToComplete' })
          if (answer.ok) reached.add(answer.to)
        }
      }
    }
    expect(reached.has('notStarted')).toBe(false)
    expect(reached.has('answered')).toBe(true)
  })

  test('new reasons open it again', () => expect(take('notStarted', 'reopen', ['reviewer'])).toEqual({ ok: true, to: 'received' }))

  test.each([['suggestionNotStartedNotice', 'notStarted', 'notifyNotStarted'], ['transferLetter', 'received', 'transfer'], ['suggestionAnswer', 'reviewing', 'answer']] as const)(
    '%s must be issued before the step', (_paper, state, key) => expect(take(state, key, procedureRoles, { issuedPapers: [] })).toMatchObject({ ok: false, rule: 'paperNotIssued' }),
  )

  test.each([['court', 'demand'], ['standingCommittee', 'demand'], ['governmentDepartment', 'suggestion'], [null, 'suggestion'], ['other', 'suggestion']] as const)(
    'of %s comes as %s', (proposer, channel) => expect(channelOf(proposer)).toBe(channel),
  )

  test('reasons for not starting have each a basis', () => {
    for (const { label, basis } of notStartReasons) expect(label.length * basis.length).toBeGreaterThan(0)
  })
})
