import { describe, expect, test } from 'vitest'
import { projectStateIds } from './legislation-procedure.ts'
import { projectHalts, projectStages, projectTimeline, type TimelineQuestion } from './project-timeline.ts'

const question: TimelineQuestion = {
  state: 'unifiedReview', readingTrack: 3, today: '2026-10-16',
  events: [
    { transition: 'open', toState: 'proposalCollected', on: '2025-09-08' }, { transition: 'appraise', toState: 'projectAppraised', on: '2025-10-10' }, { transition: 'list', toState: 'planned', on: '2025-11-26' },
    { transition: 'startDrafting', toState: 'drafting', on: '2026-01-05' }, { transition: 'joinEarly', toState: 'drafting', on: '2026-02-01' }, { transition: 'sendForGovReview', toState: 'govReview', on: '2026-04-03' },
    { transition: 'returnToDrafting', toState: 'drafting', on: '2026-04-20' }, { transition: 'sendForGovReview', toState: 'govReview', on: '2026-05-04' }, { transition: 'passGovExecutive', toState: 'govExecutive', on: '2026-06-20' },
    { transition: 'submitBill', toState: 'submitted', on: '2026-07-17' }, { transition: 'placeOnAgenda', toState: 'onAgenda', on: '2026-08-01' }, { transition: 'holdFirstReading', toState: 'firstReading', on: '2026-08-26' },
    { transition: 'consult', toState: 'consultation', on: '2026-09-01' }, { transition: 'unifiedReview', toState: 'unifiedReview', on: '2026-10-09' },
  ],
  planned: { drafting: { from: '2026-01-05', to: '2026-03-31' }, govReview: { from: '2026-04-01', to: '2026-05-10' }, submitted: { from: null, to: '2026-05-25' }, unifiedReview: { from: '2026-08-03', to: '2026-08-14' }, secondReading: { from: null, to: '2026-11-30' } },
  expected: [{ stage: 'secondReading', from: '2026-10-27', to: '2026-10-27', label: '第二十五次会议' }],
  statutory: [{ stage: 'consultation', on: '2026-10-01', label: '公开三十日', basis: '参照' }],
}
const row = (id: string, changes: Partial<TimelineQuestion> = {}) => {
  const found = projectTimeline({ ...question, ...changes }).find((r) => r.id === id)
  if (!found) throw new Error(id)
  return found
}

describe('the picture of a project', () => {
  test('shows what happened, the second time too', () => {
    expect(row('projectAppraised').actual).toEqual([{ from: '2025-09-08', to: '2025-11-26' }])
    expect(row('drafting').actual).toEqual([{ from: '2026-01-05', to: '2026-04-03' }, { from: '2026-04-20', to: '2026-05-04' }])
    expect(row('govReview').actual).toEqual([{ from: '2026-04-03', to: '2026-04-20' }, { from: '2026-05-04', to: '2026-07-17' }])
    expect(row('submitted').actual).toEqual([{ from: '2026-07-17', to: '2026-07-17' }])
    expect(row('unifiedReview').actual).toEqual([{ from: '2026-10-09', to: null }])
  })

  test('counts the days after the planned end, so far where it is not done', () => {
    expect(row('govReview').lateDays).toBe(68)
    expect(row('submitted').lateDays).toBe(53)
    expect(row('unifiedReview').lateDays).toBe(63)
    expect(row('secondReading').lateDays).toBe(0)
    expect(row('secondReading', { today: '2026-12-02' }).lateDays).toBe(2)
    expect(row('promulgated').lateDays).toBe(0)
  })

  test('tells what is expected and what the law sets', () => {
    expect(row('secondReading')).toMatchObject({ expected: { from: '2026-10-27', label: '第二十五次会议' }, ahead: true, current: false })
    expect(row('consultation')).toMatchObject({ statutory: [{ on: '2026-10-01' }], ahead: false, current: false })
    expect(row('unifiedReview').current).toBe(true)
    expect(row('firstReading', { expected: [{ stage: 'firstReading', from: '2026-08-20', to: '2026-08-20', label: '旧会议' }] }).expected).toBeNull()
  })

  test('tells when a project stood still, and counts no delay from the day on which that was decided', () => {
    const shelved = [...question.events, { transition: 'shelve', toState: 'shelved', on: '2026-10-12' }, { transition: 'partyConsult', toState: 'shelved', on: '2026-10-13' }]
    expect(projectHalts(question.events)).toEqual([])
    expect(projectHalts(shelved)).toEqual([{ label: '搁置审议、暂不付表决', from: '2026-10-12', to: null, end: false }])
    expect(row('unifiedReview', { state: 'shelved', events: shelved }).lateDays).toBe(59)
    expect(row('secondReading', { state: 'shelved', events: shelved, today: '2027-01-01' }).lateDays).toBe(0)
    const relisted = [...shelved, { transition: 'relist', toState: 'onAgenda', on: '2026-11-01' }]
    expect(projectHalts(relisted)).toEqual([{ label: '搁置审议、暂不付表决', from: '2026-10-12', to: '2026-11-01', end: false }])
    expect(row('secondReading', { state: 'onAgenda', events: relisted, today: '2026-12-02' }).lateDays).toBe(2)
    expect(projectHalts([...relisted, { transition: 'withdraw', toState: 'withdrawn', on: '2026-11-20' }]).at(-1)).toEqual({ label: '撤回', from: '2026-11-20', to: '2026-11-20', end: true })
  })

  test.each([[1, ['一审、表决']], [2, ['一审', '二审、表决']], [3, ['一审', '二审', '三审、表决']], [null, ['一审', '二审', '三审、表决']]] as const)('has the readings of a track of %s', (track, labels) => {
    expect(projectStages(track).flatMap(({ label }) => (/审(、|$)/u.test(label) && /^[一二三]/u.test(label) ? [label] : []))).toEqual(labels)
  })

  test('has one row for every state in which something is done', () => {
    const silent = ['planned', 'onAgenda', 'adopted', 'inForce', 'postEvaluated', 'amending', 'deferred', 'rejected', 'shelved', 'extended', 'terminated', 'withdrawn', 'notAdopted', 'repealed']
    const rows = projectStages(3)
    for (const state of projectStateIds) expect(rows.filter(({ states }) => states.includes(state)), state).toHaveLength(silent.includes(state) ? 0 : 1)
  })
})
