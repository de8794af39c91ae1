import { describe, expect, test } from 'vitest'
import { emptyProjectFacts, type ProjectFacts } from './legislation-guards.ts'
import { plannedDay, stepsAhead } from './project-ahead.ts'
import type { ProjectState } from './legislation-procedure.ts'

const keys = (state: ProjectState, facts: Partial<ProjectFacts>): string[] => stepsAhead(state, { ...emptyProjectFacts, ...facts }).map((s) => s.key)

describe('the steps ahead', () => {
  test.each<[string, ProjectState, Partial<ProjectFacts>, string[]]>([
    ['a listed project is surveyed and reported on', 'planned', {}, ['startSurvey', 'finishSurvey']],
    ['one that was surveyed is drafted', 'planned', { surveyed: true, proposerKind: 'government' }, ['startDrafting', 'sendForGovReview']],
    ['a committee sends its draft to no government', 'drafting', { proposerKind: 'committee' }, ['submitBill', 'referToCommittee']],
    ['after the first reading the public is asked', 'onAgenda', { readingTrack: 3 }, ['holdFirstReading', 'consult']],
    ['after one reading comes the second', 'unifiedReview', { readingTrack: 3, readingsHeld: 1 }, ['holdSecondReading', 'unifiedReview']],
    ['after two of three the third', 'unifiedReview', { readingTrack: 3, readingsHeld: 2 }, ['holdThirdReading', 'unifiedReview']],
    ['after two of two the vote', 'unifiedReview', { readingTrack: 2, readingsHeld: 2 }, ['prepareVote', 'openVote']],
    ['a text in force has none', 'inForce', {}, []],
    ['one that was withdrawn has none', 'withdrawn', {}, []],
  ])('%s', (_name, state, facts, expected) => {
    expect(keys(state, facts)).toEqual(expected)
  })

  test('name the documents that each asks for and that are not there', () => {
    const ahead = stepsAhead('onAgenda', { ...emptyProjectFacts, readingTrack: 3, referred: true, documents: ['explanatoryNote'] })
    expect(ahead.map((s) => s.missing)).toEqual([['草案（一审稿）', '专门委员会审议意见'], ['公开征求意见公告']])
  })
})

describe('the planned day of a step', () => {
  const planned = { surveying: { from: '2026-03-01', to: '2026-05-31' }, drafting: { from: null, to: '2026-09-30' }, firstReading: { from: null, to: '2026-10-26' }, consultation: { from: '2026-11-01', to: '2026-12-08' } }
  test.each([
    ['a reading by its day', 'onAgenda', { key: 'holdFirstReading', to: 'firstReading' }, { on: '2026-10-26', stage: '一审' }],
    ['a stage by its first day', 'firstReading', { key: 'consult', to: 'consultation' }, { on: '2026-11-01', stage: '公开征求意见' }],
    ['the end of the stage that it leaves', 'surveying', { key: 'finishSurvey', to: 'planned' }, { on: '2026-05-31', stage: '立法调研' }],
    ['the end of drafting, where the next stage has no day', 'drafting', { key: 'sendForGovReview', to: 'govReview' }, { on: '2026-09-30', stage: '起草' }],
    ['nothing that nobody planned', 'unifiedReview', { key: 'holdSecondReading', to: 'secondReading' }, null],
  ] as const)('is %s', (_name, state, step, expected) => {
    expect(plannedDay(step, { state, readingTrack: 3, planned })).toEqual(expected)
  })
})
