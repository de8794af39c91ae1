import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countFault, hasQuorum, majorityOf, resultOf, resultSentence, voteCells, votesMissing } from './meeting-voting.ts'

describe('a majority is one of all members', () => {
  test.each([
    [39, 20], [40, 21], [1, 1], [2, 2], [3, 2], [7, 4],
  ])('of %i members it is %i', (members, majority) => expect(majorityOf(members)).toBe(majority))

  test('more than half, and not one fewer', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 500 }), (members) => {
      const majority = majorityOf(members)
      expect(majority * 2).toBeGreaterThan(members)
      expect((majority - 1) * 2).toBeLessThanOrEqual(members)
      expect(hasQuorum(majority, members)).toBe(true)
      expect(hasQuorum(majority - 1, members)).toBe(false)
      expect(resultOf({ for: majority - 1 }, members)).toBe('notPassed')
      expect(votesMissing({ for: majority - 1 }, members)).toBe(1)
    }))
  })

  test.each([
    [{ for: 19 }, 36, '赞成 19 票，虽过出席人数之半，未过全体组成人员（39 人）之半，未通过。'],
    [{ for: 18 }, 36, '赞成 18 票，未过全体组成人员（39 人）之半，未通过。'],
    [{ for: 20 }, 36, '赞成 20 票，超过全体组成人员（39 人）之半，通过。'],
  ])('%j of %i present says so', (count, present, sentence) => expect(resultSentence({ count, present, membersTotal: 39 })).toBe(sentence))
})

describe('a count', () => {
  const count = { for: 33, against: 1, abstain: 2, notVoting: 0 }
  test.each([
    ['adds up', count, 36, null],
    ['has one vote too many', { ...count, for: 34 }, 36, '合计 37，与出席 36 人不一致，多 1'],
    ['lacks two votes', { ...count, for: 31 }, 36, '合计 34，与出席 36 人不一致，少 2'],
    ['is of more people than there are', { ...count, for: 39 }, 42, '多于全体组成人员 39 人'],
    ['has a half vote', { ...count, for: 32.5, abstain: 2.5 }, 36, '应为零或者正整数'],
    ['has fewer than none', { ...count, for: 34, against: 0, abstain: 3, notVoting: -1 }, 36, '应为零或者正整数'],
  ])('%s', (_name, given, present, fault) => {
    const answer = countFault({ count: given, present, membersTotal: 39, registered: null })
    if (fault === null) expect(answer).toBeNull()
    else expect(answer).toContain(fault)
  })

  test('is of no more people than are registered as present', () => {
    expect(countFault({ count, present: 36, membersTotal: 39, registered: 35 })).toContain('多于签到的组成人员 35 人')
    expect(countFault({ count, present: 36, membersTotal: 39, registered: 36 })).toBeNull()
    expect(countFault({ count: { ...count, for: 30 }, present: 33, membersTotal: 39, registered: 36 })).toBeNull()
  })

  test('has one cell for every member, in the order of the kinds', () => {
    const cells = voteCells({ for: 19, against: 14, abstain: 3, notVoting: 0 }, 39)
    expect(cells).toHaveLength(39)
    expect([cells[18], cells[19], cells[33], cells[35], cells[36]]).toEqual(['for', 'against', 'abstain', 'abstain', 'away'])
  })
})
