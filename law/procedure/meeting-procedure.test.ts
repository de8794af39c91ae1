import { describe, expect, test } from 'vitest'
import { agendaDecisions, decisionsAt, stepOfResult, meetingKind, meetingKinds } from './meeting-kinds.ts'
import { type MeetingFacts, meetingProcedure, type VoteFacts, type VoteKind, voteProcedure } from './meeting-procedure.ts'
import { checkTransition, procedureFaults } from './procedure.ts'

test.each([meetingProcedure, voteProcedure])('the tables are sound', (procedure) => {
  const faults = procedure.key === 'meeting' ? procedureFaults(meetingProcedure, { clockKeys: [] }) : procedureFaults(voteProcedure, { clockKeys: [] })
  expect(faults).toEqual([])
})

const meeting: MeetingFacts = { fields: [], issuedPapers: [], membersTotal: 39, membersListed: 39, membersPresent: 36, agendaItems: 3, openItems: [], openVotes: [], today: '2026-12-23', startsOn: '2026-12-23' }
const judge = (state: 'planned' | 'notified' | 'inSession' | 'closed' | 'cancelled', key: string, facts: Partial<MeetingFacts> = {}) => {
  const answer = checkTransition({ procedure: meetingProcedure, state, transition: key, roles: ['meetingClerk'], facts: { ...meeting, ...facts } })
  return answer.ok ? answer.to : `${answer.rule}：${answer.message}`
}

describe('a meeting', () => {
  test.each([
    ['planned', 'notify', {}, 'notified'],
    ['planned', 'notify', { agendaItems: 0 }, 'hasAgenda'],
    ['planned', 'notify', { membersListed: 40 }, '多于全体组成人员 39 人'],
    ['notified', 'open', {}, 'inSession'],
    ['notified', 'open', { membersPresent: 19 }, '登记出席 19 人；过半数（20 人）'],
    ['notified', 'open', { membersPresent: 20 }, 'inSession'],
    ['notified', 'open', { today: '2026-12-22' }, 'dayHasCome'],
    ['planned', 'open', {}, 'wrongState'],
    ['planned', 'cancel', {}, 'missingField'],
    ['notified', 'cancel', { fields: ['reason'] }, 'cancelled'],
    ['inSession', 'cancel', { fields: ['reason'] }, 'wrongState'],
    ['notified', 'move', { fields: ['startsOn', 'reason'] }, 'notified'],
    ['inSession', 'move', { fields: ['startsOn', 'reason'] }, 'wrongState'],
    ['inSession', 'close', {}, 'closed'],
    ['inSession', 'close', { openVotes: ['条例（草案表决稿）'] }, '还有表决没有宣布结果：条例（草案表决稿）'],
    ['inSession', 'close', { openItems: ['人事任免'] }, '还有议题没有登记结果：人事任免'],
    ['closed', 'open', {}, 'wrongState'],
  ] as const)('that is %s: %s %j gives %s', (state, key, facts, expected) => expect(judge(state, key, facts)).toContain(expected))
})

const vote: VoteFacts = { fields: [], issuedPapers: [], kind: 'whole', meetingState: 'inSession', membersTotal: 39, present: 36, registered: 36, count: null, openElsewhere: null, outstanding: [], unwritten: [], adoptedAmendment: false }
const take = (state: 'prepared' | 'open' | 'closed' | 'announced' | 'dropped', key: string, facts: Partial<VoteFacts> = {}) => {
  const answer = checkTransition({ procedure: voteProcedure, state, transition: key, roles: ['meetingClerk'], facts: { ...vote, ...facts } })
  return answer.ok ? answer.to : `${answer.rule}：${answer.message}`
}
const outstanding = (kind: VoteKind) => ({ outstanding: [{ kind, subject: '某事项' }] })
const full = { for: 33, against: 1, abstain: 2, notVoting: 0 }

describe('a vote', () => {
  test.each([
    ['prepared', 'open', {}, 'open'],
    ['prepared', 'open', { meetingState: 'notified' }, 'meetingInSession'],
    ['prepared', 'open', { present: 19 }, '没有过半数（20 人），不能表决'],
    ['prepared', 'open', { openElsewhere: '另一项' }, '“另一项”正在表决'],
    ['prepared', 'open', outstanding('amendment'), '先表决：修正案“某事项”'],
    ['prepared', 'open', outstanding('clause'), '先表决：单独表决“某事项”'],
    ['prepared', 'open', { kind: 'clause', ...outstanding('amendment') }, 'inOrder'],
    ['prepared', 'open', { kind: 'clause', ...outstanding('clause') }, 'open'],
    ['prepared', 'open', { kind: 'amendment', ...outstanding('clause') }, 'open'],
    ['prepared', 'open', { unwritten: ['改罚款上限'] }, '“改罚款上限”，请先写进表决稿'],
    ['prepared', 'open', { kind: 'clause', unwritten: ['改罚款上限'] }, 'open'],
    ['open', 'close', { count: full }, 'closed'],
    ['open', 'close', { count: { ...full, for: 32 } }, '合计 35，与出席 36 人不一致，少 1'],
    ['open', 'close', {}, 'countAddsUp'],
    ['closed', 'close', { count: full }, 'wrongState'],
    ['closed', 'announce', { fields: ['announcedBy'] }, 'announced'],
    ['closed', 'drop', { fields: ['reason'] }, 'wrongState'],
    ['prepared', 'drop', { fields: ['reason'] }, 'dropped'],
    ['announced', 'correct', { count: full, fields: ['reason'] }, '批准人'],
    ['announced', 'correct', { count: full, fields: ['reason', 'approvedBy'] }, 'announced'],
    ['open', 'correct', { count: full, fields: ['reason', 'approvedBy'] }, 'wrongState'],
    ['closed', 'writeIn', {}, 'adoptedAmendment'],
    ['closed', 'writeIn', { adoptedAmendment: true }, 'closed'],
  ] as const)('that is %s: %s %j gives %s', (state, key, facts, expected) => expect(take(state, key, facts)).toContain(expected))
})

describe('an item of the agenda', () => {
  test('of every kind of meeting has members, and every decision its basis and its meeting', () => {
    for (const kind of meetingKinds) expect(meetingKind(kind).memberRoles.length).toBeGreaterThan(0)
    for (const row of agendaDecisions) expect([row.at.length > 0, row.basis !== '', row.takenBy.length > 0]).toEqual([true, true, true])
  })
  test('of the standing committee holds readings and votes; 主任会议 decides what is put before it', () => {
    expect(decisionsAt('standingCommittee').map((row) => row.step)).toEqual(['shelve', 'holdFirstReading', 'holdSecondReading', 'holdThirdReading', 'adopt'])
    expect(decisionsAt('lawCommittee').map((row) => row.step)).toEqual(['unifiedReview'])
    expect(decisionsAt('council').map((row) => row.step)).toContain('decideTrack')
  })
  test.each([
    ['placeOnAgenda', 'agreed', 'placeOnAgenda'], ['placeOnAgenda', 'refused', 'returnToProposer'], ['placeOnAgenda', 'postponed', null],
    ['holdFirstReading', 'heard', 'holdFirstReading'], ['holdFirstReading', 'refused', null], ['adopt', 'agreed', 'adopt'], ['adopt', 'refused', 'fail'],
  ] as const)('that decides %s with the result %s takes %s', (step, result, taken) => {
    const row = agendaDecisions.find((r) => r.step === step)
    expect(row === undefined ? 'no row' : stepOfResult(row, result)).toBe(taken)
  })
})
