import { describe, expect, test } from 'vitest'
import { lawCommitteeSitting } from './report-of-changes.ts'

const sitting = (startsOn: string) => ({ id: startsOn, title: '会议', term: null, session: 9, startsOn, endsOn: startsOn })

describe('the sitting of the law committee that a report names', () => {
  test.each([
    ['the newest since the reading', ['2026-04-02', '2026-04-20'], ['2026-03-26'], { lawCommitteeMeeting: '2026年4月20日第九次会议' }],
    ['one of the same day', ['2026-03-26'], ['2026-03-26'], { lawCommitteeMeeting: '2026年3月26日第九次会议' }],
    ['none that was held before the last reading', ['2026-04-20'], ['2026-03-26', '2026-06-25'], {}],
    ['none where there was none', [], ['2026-03-26'], {}],
    ['one where there was no reading yet', ['2026-02-10'], [], { lawCommitteeMeeting: '2026年2月10日第九次会议' }],
  ])('is %s', (_which, sittings, readings, expected) => {
    expect(lawCommitteeSitting({ lawCommitteeSittings: sittings.map(sitting), readings: readings.map((on, at) => ({ number: at + 1, sitting: sitting(on) })) })).toEqual(expected)
  })
})
