import { describe, expect, test } from 'vitest'
import { defaultDeadlineRules } from '../deadline/index.ts'
import { documentsAsked, documentsMissing, documentOfSnapshot, isLegislationDocumentKind, legislationDocumentKinds, legislationDocumentLabel, isTextOfDraft, stepDocuments } from './legislation-documents.ts'
import { projectFields, stepFields } from './legislation-forms.ts'
import { emptyProjectFacts, type ProjectFacts, type ProjectGuard } from './legislation-guards.ts'
import { legislationPaperKinds } from './legislation-papers.ts'
import { legislationProcedure, mayEditText, projectPhases, type ProjectState, projectStateIds, stepPlace } from './legislation-procedure.ts'
import { agendaDecisions } from './meeting-kinds.ts'
import { checkTransition, procedureFaults, transitionsFrom } from './procedure.ts'
import { procedureRoles, type ProcedureRole } from './role.ts'

const allFields = projectFields.map(({ name }) => name)
const allDocuments = legislationDocumentKinds.map(({ kind }) => kind)

const known: ProjectFacts = {
  ...emptyProjectFacts, fields: allFields, issuedPapers: legislationPaperKinds, documents: allDocuments, inAdoptedPlan: true, partyConsulted: { list: true, vote: true }, passedExecutive: true,
  readingTrack: 3, readingsHeld: 3, unifiedReviews: { sinceReading: 1, all: 3 }, consultation: { held: true, running: false }, meeting: { found: true, present: 30, membersTotal: 40 },
  vote: { closed: true, for: 28, membersTotal: 40, present: 30, amendmentsOpen: 0, clausesOpen: 0 }, shelvedTwoYears: true, extensionAhead: true, province: { onAgenda: false, amendments: 2 }, effectiveDayReached: true,
}
/** What must be known beyond `known` so that the step is allowed. */
const allowed: Partial<Record<string, Partial<ProjectFacts>>> = {
  holdFirstReading: { readingsHeld: 0 }, holdSecondReading: { readingsHeld: 1 }, holdThirdReading: { readingsHeld: 2 }, fail: { vote: { ...known.vote, for: 20 } },
}
const factsFor = (key: string, more: Partial<ProjectFacts> = {}): ProjectFacts => {
  const facts = { ...known, ...allowed[key], ...more }
  return { ...facts, missing: more.missing ?? documentsMissing(key, facts) }
}
const without = (...names: string[]): Partial<ProjectFacts> => ({ fields: allFields.filter((name) => !names.includes(name)) })

/** Facts under which each guard refuses, and words that the refusal must hold. */
const broken: Record<ProjectGuard, [Partial<ProjectFacts>, string]> = {
  documentsIn: [{ missing: ['某文件'] }, '某文件'],
  inAdoptedPlan: [{ inAdoptedPlan: false }, '计划'],
  partyConsultedOnList: [{ partyConsulted: { list: false, vote: true } }, '报请党委'],
  partyConsultedOnVote: [{ partyConsulted: { list: true, vote: false } }, '报请党委'],
  governmentBill: [{ proposerKind: 'committee' }, '人民政府'],
  passedExecutive: [{ passedExecutive: false }, '政府常务会议'],
  trackDecided: [{ readingTrack: null }, '审议几次'],
  singleReadingGrounded: [{ readingTrack: 1, singleReadingGround: null }, '一次审议'],
  firstReadingIsNext: [{ readingsHeld: 1 }, '审议过1次'],
  secondReadingIsNext: [{ readingsHeld: 0 }, '第1次审议'],
  thirdReadingIsNext: [{ readingsHeld: 1 }, '第2次审议'],
  inMeeting: [{ meeting: { found: false, present: 30, membersTotal: 40 } }, '会议'],
  quorum: [{ meeting: { found: true, present: 20, membersTotal: 40 } }, '不足21人'],
  consultedOrReason: [{ consultation: { held: false, running: false }, readingsHeld: 1, ...without('notPublishedReason') }, '公开征求意见'],
  consultationOver: [{ consultation: { held: true, running: true }, ...without('earlyReason') }, '期满'],
  readOnce: [{ readingsHeld: 0 }, '一审以后'],
  unifiedReviewSinceReading: [{ unifiedReviews: { sinceReading: 0, all: 1 } }, '统一审议'],
  unifiedReviewed: [{ unifiedReviews: { sinceReading: 0, all: 0 } }, '统一审议'],
  readingsHeld: [{ readingsHeld: 2 }, '决定审议3次，现在只审议了2次'],
  voteQuorum: [{ vote: { ...known.vote, present: 20 } }, '出席20人'],
  amendmentsVoted: [{ vote: { ...known.vote, amendmentsOpen: 1 } }, '修正案'],
  clausesVoted: [{ vote: { ...known.vote, clausesOpen: 1 } }, '单独表决'],
  voteClosed: [{ vote: { ...known.vote, closed: false } }, '表决还没有结束'],
  majorityOfAll: [{ vote: { ...known.vote, for: 20 } }, '过半数为21票，赞成20票'],
  noMajority: [{ vote: { ...known.vote, for: 21 } }, '登记为通过'],
  shelvedTwoYears: [{ shelvedTwoYears: false }, '两年'],
  extensionAhead: [{ extensionAhead: false }, '今天以后'],
  withdrawalConsented: [{ onAgenda: true, ...without('councilMeeting') }, '主任会议同意'],
  provinceAmends: [{ province: { onAgenda: false, amendments: 0 } }, '修改意见'],
  recallConsented: [{ province: { onAgenda: true, amendments: 0 }, ...without('provinceConsent') }, '同意'],
  effectiveDayReached: [{ effectiveDayReached: false }, '施行日期'],
}

const take = (state: ProjectState, key: string, roles: readonly ProcedureRole[], facts: ProjectFacts) => checkTransition({ procedure: legislationProcedure, state, transition: key, roles, facts })

const rows = legislationProcedure.transitions
const steps = rows.flatMap((row) => row.from.map((from) => [from, row.key, row] as const))

describe('the tables', () => {
  test('have no fault, use every guard, and tell states in the phases of the board', () => {
    expect(procedureFaults(legislationProcedure, { clockKeys: defaultDeadlineRules.map(({ key }) => key) })).toEqual([])
    expect([...new Set(rows.flatMap(({ guards }) => guards))].sort()).toEqual(Object.keys(legislationProcedure.guards).sort())
    expect(legislationProcedure.states.map(({ id }) => id).sort()).toEqual([...projectStateIds].sort())
    expect([...new Set(legislationProcedure.states.map(({ phase }) => phase))]).toEqual([...projectPhases])
    expect(new Set(legislationProcedure.states.map(({ label }) => label)).size).toBe(projectStateIds.length)
  })

  test('have button words of their own, none of them empty words', () => {
    for (const { label } of rows) expect(label).not.toMatch(/^(操作|处理|确认|提交|下一步)$/)
    expect(new Set(rows.map(({ label }) => label)).size).toBe(rows.length)
  })

  test('ask only for documents and fields that have names, and every step has a form', () => {
    const keys = new Set(rows.map(({ key }) => key))
    for (const [key, needs] of Object.entries(stepDocuments)) {
      expect(keys).toContain(key)
      for (const { kind } of needs ?? []) expect(isLegislationDocumentKind(kind)).toBe(true)
    }
    for (const row of rows) expect(stepFields(row).map(({ label }) => label).filter((label) => label === '')).toEqual([])
    // a step that must have documents is guarded by them
    for (const row of rows) if ((stepDocuments[row.key] ?? []).some((need) => need.optional !== true)) expect(row.guards, row.key).toContain('documentsIn')
  })

  test('know every paper of legislation but those of a meeting as a document', () => {
    expect(legislationPaperKinds.filter((kind) => !isLegislationDocumentKind(kind))).toEqual(['meetingAgenda', 'meetingNotice', 'attendanceRecord'])
    for (const kind of Object.values(documentOfSnapshot)) expect(kind !== undefined && isTextOfDraft(kind)).toBe(true)
    expect(isTextOfDraft('bill')).toBe(false)
    expect(legislationDocumentLabel('bill')).toBe('提请审议的议案')
  })

  test('have every step that an item of an agenda may decide', () => {
    const keys = new Set(rows.map(({ key }) => key))
    expect(agendaDecisions.flatMap(({ step, refusedStep }) => [step, refusedStep ?? step]).filter((key) => !keys.has(key))).toEqual([])
  })
})

describe('every step of a project', () => {
  test.each(steps)('from %s by %s is allowed to each of its roles when all holds', (from, key, row) => {
    for (const role of row.actorRoles) expect(take(from, key, [role], factsFor(key))).toEqual({ ok: true, to: row.to ?? from })
  })

  test.each(steps)('from %s by %s is refused to everybody else', (from, key, row) => {
    expect(take(from, key, procedureRoles.filter((role) => !row.actorRoles.includes(role)), factsFor(key))).toMatchObject({ ok: false, rule: 'wrongRole', basis: row.basis })
  })

  test.each(rows.map((row) => [row.key, row] as const))('%s is refused in every state that is not its own', (key, row) => {
    for (const state of projectStateIds.filter((id) => !row.from.includes(id))) expect(take(state, key, procedureRoles, factsFor(key))).toMatchObject({ ok: false, rule: 'wrongState', basis: row.basis })
  })

  test.each(rows.flatMap((row) => row.guards.map((guard) => [row.key, guard, row] as const)))('%s is refused by %s', (key, guard, row) => {
    const [facts, words] = broken[guard]
    const answer = take(row.from[0] ?? 'planned', key, row.actorRoles, factsFor(key, facts))
    expect(answer).toMatchObject({ ok: false, rule: guard, basis: legislationProcedure.guards[guard].basis ?? row.basis, message: expect.stringContaining(words) })
  })

  test.each(rows.flatMap((row) => row.requires.map((name) => [row.key, name, row] as const)))('%s is refused without %s', (key, name, row) => {
    const answer = take(row.from[0] ?? 'planned', key, row.actorRoles, factsFor(key, without(name)))
    expect(answer).toMatchObject({ ok: false, rule: 'missingField', message: expect.stringContaining(legislationProcedure.fieldLabels[name] ?? '?') })
  })

  test.each(Object.entries(stepDocuments).flatMap(([key, needs]) => (needs ?? []).filter(({ optional }) => optional !== true).map((need) => [key, need] as const)))('%s is refused without %j', (key, need) => {
    const row = rows.find((candidate) => candidate.key === key)
    if (!row) throw new Error(`no step ${key}`)
    // the circumstances under which it is asked for
    const circumstances = ([{}, { referred: true }, { surveyed: true }, { evaluated: true }, { readingTrack: 2 }, { projectKind: 'amending' }] as const).find((facts) => need.when?.({ ...known, ...facts }) !== false)
    const facts = factsFor(key, { ...circumstances, documents: allDocuments.filter((kind) => kind !== need.kind) })
    expect(take(row.from[0] ?? 'planned', key, row.actorRoles, facts)).toMatchObject({ ok: false, rule: 'documentsIn', message: expect.stringContaining(legislationDocumentLabel(need.kind)) })
    expect(documentsMissing(key, { ...facts, excused: [need.kind] })).toEqual(need.orReason === true ? [] : [expect.stringContaining(legislationDocumentLabel(need.kind))])
  })
})

describe('what the law forbids', () => {
  const refused = (state: ProjectState, key: string, facts: Partial<ProjectFacts> = {}) => {
    const answer = take(state, key, procedureRoles, factsFor(key, facts))
    if (answer.ok) throw new Error(`${key} from ${state} was allowed`)
    return answer
  }

  test.each(['adopted', 'submittedForApproval', 'provincialReview', 'refused', 'recalled'] as const)('publish before approval, from %s', (state) => {
    const answer = refused(state, 'promulgate')
    expect(answer.message).toContain('批准')
    expect(answer.basis).toContain('第八十一条')
  })

  test.each(['firstReading', 'secondReading', 'thirdReading', 'unifiedReview'] as const)('vote straight from %s', (state) => expect(refused(state, 'openVote').rule).toBe('wrongState'))

  test('make a voting text without a review by the law committee', () => expect(refused('secondReading', 'prepareVote', { unifiedReviews: { sinceReading: 0, all: 0 } }).rule).toBe('unifiedReviewed'))

  test.each([[3, 2], [3, 1], [2, 1], [2, 0], [1, 0]] as const)('vote on a track of %i after %i readings', (readingTrack, readingsHeld) => {
    const facts = { readingTrack, readingsHeld, singleReadingGround: 'urgent' as const }
    expect(refused('unifiedReview', 'prepareVote', facts).rule).toBe('readingsHeld')
    expect(refused('voteReady', 'openVote', facts).rule).toBe('readingsHeld')
  })

  test('a single reading without its ground', () => {
    for (const key of ['holdFirstReading', 'decideTrack', 'prepareVote'] as const) {
      const row = rows.find((candidate) => candidate.key === key)
      const answer = refused(row?.from[0] ?? 'onAgenda', key, { readingTrack: 1, singleReadingGround: null, ...(key === 'holdFirstReading' ? { readingsHeld: 0 } : {}) })
      expect(answer).toMatchObject({ rule: 'singleReadingGrounded', basis: expect.stringContaining('第三十三条') })
    }
  })

  test.each([[40, 20, false], [40, 21, true], [41, 20, false], [41, 21, true], [0, 0, false]] as const)('of %i members %i votes: a majority of all is %s', (membersTotal, votes, passes) => {
    const vote = { ...known.vote, membersTotal, for: votes, present: membersTotal }
    expect(take('voting', 'adopt', ['meetingClerk'], factsFor('adopt', { vote })).ok).toBe(passes)
    expect(take('voting', 'fail', ['meetingClerk'], factsFor('fail', { vote })).ok).toBe(!passes)
  })

  test('a majority of those present is not enough', () => {
    const vote = { ...known.vote, membersTotal: 40, present: 22, for: 18 }
    expect(refused('voting', 'adopt', { vote })).toMatchObject({ rule: 'majorityOfAll' })
  })

  test('file with the nation before publication', () => {
    for (const state of ['adopted', 'approved', 'approvedWithChange'] as const) expect(refused(state, 'fileUp')).toMatchObject({ rule: 'wrongState', basis: expect.stringContaining('第一百零九条') })
  })

  test('publish without the announcement, the two papers or the issue of the gazette', () => {
    for (const kind of ['announcement', 'explanatoryNote', 'deliberationResultReport']) expect(refused('approved', 'promulgate', { documents: allDocuments.filter((other) => other !== kind) })).toMatchObject({ rule: 'documentsIn', message: expect.stringContaining(legislationDocumentLabel(kind)) })
    expect(refused('approved', 'promulgate', without('gazetteIssue'))).toMatchObject({ rule: 'missingField', message: expect.stringContaining('公报') })
  })

  test('list or vote without the Party checkpoint, unless the project goes without it', () => {
    const never = { list: false, vote: false }
    for (const [state, key] of [['projectAppraised', 'list'], ['voteReady', 'openVote']] as const) {
      expect(refused(state, key, { partyConsulted: never }).rule).toMatch(/^partyConsulted/)
      expect(take(state, key, procedureRoles, factsFor(key, { partyGate: false, partyConsulted: never }))).toMatchObject({ ok: true })
    }
  })

  test.each(projectStateIds)('edit the text in %s only before the vote or when it was sent back', (state) => {
    const closed = ['voting', 'adopted', 'submittedForApproval', 'provincialReview', 'approved', 'approvedWithChange', 'promulgated', 'inForce', 'postEvaluated', 'amending', 'rejected', 'terminated', 'withdrawn', 'refused', 'recalled', 'repealed']
    expect(mayEditText(state).ok).toBe(!closed.includes(state))
  })

  test.each([['voting', '正在付表决'], ['withdrawn', '撤回'], ['terminated', '终止审议'], ['adopted', '已经通过'], ['inForce', '已经通过'], ['approvedWithChange', '批准稿']])('say why the text in %s is fixed: %s', (state, why) => {
    expect(mayEditText(state)).toMatchObject({ ok: false, message: expect.stringContaining(why) })
  })
})

describe('the ways through', () => {
  const walk = (start: ProjectState, path: readonly (readonly [string, ProjectState])[], facts: Partial<ProjectFacts> = {}): void => {
    let state = start
    for (const [key, to] of path) {
      const row = rows.find((candidate) => candidate.key === key)
      expect(take(state, key, row?.actorRoles ?? [], factsFor(key, facts)), `${key} from ${state}`).toEqual({ ok: true, to })
      state = to
    }
  }
  const toBill = [['appraise', 'projectAppraised'], ['list', 'planned'], ['startSurvey', 'surveying'], ['finishSurvey', 'planned'], ['startDrafting', 'drafting'], ['sendForGovReview', 'govReview'], ['passGovExecutive', 'govExecutive'], ['submitBill', 'submitted']] as const
  const toPublication = [['openVote', 'voting'], ['adopt', 'adopted'], ['submitForApproval', 'submittedForApproval'], ['receiveForApproval', 'provincialReview']] as const

  test('three readings, approval with changes, publication', () => walk('proposalCollected', [
    ...toBill, ['referToCommittee', 'committeePreReview'], ['placeOnAgenda', 'onAgenda'], ['holdFirstReading', 'firstReading'], ['consult', 'consultation'], ['unifiedReview', 'unifiedReview'], ['unifiedReview', 'unifiedReview'], ['holdSecondReading', 'secondReading'],
    ['unifiedReview', 'unifiedReview'], ['holdThirdReading', 'thirdReading'], ['prepareVote', 'voteReady'], ['voteClause', 'clauseVote'], ...toPublication, ['approveWithChange', 'approvedWithChange'], ['promulgate', 'promulgated'],
    ['handOver', 'promulgated'], ['fileUp', 'promulgated'], ['takeEffect', 'inForce'], ['fileUp', 'inForce'], ['evaluate', 'postEvaluated'], ['startAmending', 'amending'], ['keepInForce', 'inForce'], ['repeal', 'repealed'],
  ]))
  test('one reading on its ground', () => walk('submitted', [['placeOnAgenda', 'onAgenda'], ['holdFirstReading', 'firstReading'], ['unifiedReview', 'unifiedReview'], ['prepareVote', 'voteReady']], { readingTrack: 1, singleReadingGround: 'partialAmendment' }))
  test('put aside, taken up again, or ended', () => {
    walk('secondReading', [['shelve', 'shelved'], ['relist', 'onAgenda'], ['holdThirdReading', 'thirdReading'], ['shelve', 'shelved'], ['extendShelving', 'extended'], ['terminate', 'terminated']])
  })
  test('not adopted, and submitted again', () => walk('voting', [['fail', 'notAdopted'], ['resubmitBill', 'submitted']]))
  test('refused by the province, and drafted again', () => walk('provincialReview', [['refuse', 'refused'], ['redraftAfterRefusal', 'drafting']]))
  test('recalled from the province, and sent again', () => walk('provincialReview', [['recall', 'recalled'], ['submitForApproval', 'submittedForApproval']]))

  test('lead nowhere from the end', () => {
    for (const { id } of legislationProcedure.states.filter(({ final }) => final === true)) expect(transitionsFrom(legislationProcedure, id, { roles: procedureRoles })).toEqual([])
  })

  test('ask for the comparison only of a regulation that changes another', () => {
    const kinds = (facts: Partial<ProjectFacts>) => documentsAsked('submitBill', { ...known, ...facts }).map(({ kind }) => kind)
    expect(kinds({ projectKind: 'making' })).not.toContain('comparisonTable')
    expect(kinds({ projectKind: 'amending' })).toContain('comparisonTable')
  })

  test.each([['appraise', 'project'], ['holdFirstReading', 'meeting'], ['adopt', 'meeting'], ['submitForApproval', 'approval'], ['promulgate', 'approval'], ['fileUp', 'approval'], ['redraftAfterRefusal', 'project']] as const)('%s is done in the %s', (key, place) => {
    expect(stepPlace(key)).toBe(place)
  })
})
