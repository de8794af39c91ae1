import { describe, expect, test } from 'vitest'
import { emptyFilingFacts, type FilingFacts, type FilingGuard } from './filing-guards.ts'
import { conclusions, filingPhases, filingProcedure, type FilingState, filingStateIds } from './filing-procedure.ts'
import { paperKinds, paperRoute } from './paper-procedure.ts'
import { checkTransition, transitionsFrom } from './procedure.ts'
import { procedureRoles, type ProcedureRole } from './role.ts'
import { tickedStandards } from './review-standard.ts'

const allFields = Object.keys(filingProcedure.fieldLabels)
const known: FilingFacts = {
  ...emptyFilingFacts, fields: allFields, issuedPapers: paperKinds, actorId: 'reviewer', actorOrganIds: ['commission'], makerOrganIds: ['government'], documentDrafterIds: ['author'],
  submittedBy: 'clerk', committeesChosen: 1, standardsTicked: tickedStandards, refiledOrRepealed: true, makerHeard: true, upwardReportIssued: true, annulmentGround: 'conflictsWithLaw',
}
const flagged: Partial<FilingFacts> = { flags: { raised: 0, open: 2, constitutionality: 0 } }
const asMaker: Partial<FilingFacts> = { actorId: 'clerk', actorOrganIds: ['government'] }

/** What must be known beyond `known` so that the step is allowed. */
const allowed: Record<string, Partial<FilingFacts>> = {
  submit: asMaker, raiseConcern: flagged, negotiate: flagged, issueOpinion: flagged,
  acceptPlan: { plan: { dueOn: '2026-06-30', inFuture: true, lapsed: false } }, planLapsed: { plan: { dueOn: '2026-06-30', inFuture: false, lapsed: true } },
  proposeAnnulment: { ...flagged, opinion: { issued: true, replyOverdue: true, refused: false } }, annulAfterOrder: { fixOverdue: true },
  approveExtension: { extension: { requestedBy: 'somebody', granted: 0 } }, refuseExtension: { extension: { requestedBy: 'somebody', granted: 0 } },
}
const factsFor = (key: string, more: Partial<FilingFacts> = {}): FilingFacts => ({ ...known, ...allowed[key], ...more })

/** Facts under which each guard refuses. */
const broken: Record<FilingGuard, Partial<FilingFacts>> = {
  notClassified: { classifiedMarks: 1 },
  lineConfirmed: { wrongLine: true },
  materialsOrReason: { missingWithoutReason: 1 },
  formalFindingsSettled: { openFormalFindings: 1 },
  actsForMaker: { actorOrganIds: ['court'] },
  receiverIsNotMaker: { actorOrganIds: ['government'] },
  notOwnDocument: { actorId: 'author' },
  makerOrReceiver: { actorOrganIds: ['court'] },
  committeeChosen: { committeesChosen: 0 },
  fourStandardsTicked: { standardsTicked: ['constitutionality', 'policy', 'legality'] },
  noFlagLeft: flagged,
  rawFlagsSettled: { flags: { raised: 1, open: 2, constitutionality: 0 } },
  flagsEnded: flagged,
  hasConfirmedFlag: { flags: { raised: 0, open: 0, constitutionality: 3 } },
  constitutionalityReported: { flags: { raised: 0, open: 0, constitutionality: 1 } },
  upwardReportIssued: { upwardReportIssued: false },
  questionsAnswered: { openQuestions: 1 },
  planInFuture: { plan: { dueOn: '2020-01-01', inFuture: false, lapsed: true } },
  planLapsed: { plan: { dueOn: '2026-06-30', inFuture: true, lapsed: false } },
  opinionIssued: { opinion: { issued: false, replyOverdue: true, refused: true } },
  makerRefusedOrLate: { opinion: { issued: true, replyOverdue: false, refused: false } },
  refiledOrRepealed: { refiledOrRepealed: false },
  makerHeard: { makerHeard: false },
  fixOverdue: { fixOverdue: false },
  noExtensionPending: { extension: { requestedBy: 'somebody', granted: 0 } },
  extensionPending: { extension: { requestedBy: null, granted: 0 } },
  extensionOnce: { extension: { requestedBy: null, granted: 1 } },
  approverIsNotApplicant: { extension: { requestedBy: 'reviewer', granted: 0 } },
  groundNamed: { annulmentGround: null },
  committeesAnswered: { committeesOutstanding: 1, fields: allFields.filter((field) => field !== 'notWaitingReason') },
}

const take = (state: FilingState, key: string, roles: readonly ProcedureRole[], facts: FilingFacts) =>
  checkTransition({ procedure: filingProcedure, state, transition: key, roles, facts })

const rows = filingProcedure.transitions
const steps = rows.flatMap((row) => row.from.map((from) => [from, row.key, row] as const))

describe('every step of filing and review', () => {
  test.each(steps)('from %s by %s is allowed to each of its roles when all holds', (from, key, row) => {
    for (const role of row.actorRoles) expect(take(from, key, [role], factsFor(key, role === 'filingClerk' ? asMaker : {}))).toEqual({ ok: true, to: row.to ?? from })
  })

  test.each(steps)('from %s by %s is refused to everybody else', (from, key, row) => {
    const others = procedureRoles.filter((role) => !row.actorRoles.includes(role))
    expect(take(from, key, others, factsFor(key))).toMatchObject({ ok: false, rule: 'wrongRole', basis: row.basis })
  })

  test.each(rows.map((row) => [row.key, row] as const))('%s is refused in every state that is not its own', (key, row) => {
    for (const state of filingStateIds.filter((id) => !row.from.includes(id))) {
      const answer = take(state, key, procedureRoles, factsFor(key))
      expect(answer).toMatchObject({ ok: false, rule: 'wrongState' })
      if (!answer.ok) expect(answer.message).toContain(row.label)
    }
  })

  test.each(rows.flatMap((row) => row.guards.map((guard) => [row.key, guard, row] as const)))('%s is refused by %s', (key, guard, row) => {
    const from = row.from[0]
    if (!from) throw new Error('no state')
    // the roles alone must not open a guard that looks at them
    const roles: ProcedureRole[] = guard === 'makerOrReceiver' ? ['filingClerk'] : [...row.actorRoles]
    const answer = take(from, key, roles, factsFor(key, guard === 'extensionOnce' ? { extension: { requestedBy: key === 'approveExtension' ? 'somebody' : null, granted: 1 } } : broken[guard]))
    expect(answer).toMatchObject({ ok: false, rule: guard, message: filingProcedure.guards[guard].message })
  })

  test.each(rows.flatMap((row) => row.requires.map((field) => [row.key, field, row] as const)))('%s is refused without %s', (key, field, row) => {
    const from = row.from[0]
    if (!from) throw new Error('no state')
    const answer = take(from, key, row.actorRoles, factsFor(key, { fields: allFields.filter((name) => name !== field) }))
    expect(answer).toMatchObject({ ok: false, rule: 'missingField', message: expect.stringContaining(filingProcedure.fieldLabels[field] ?? '?') })
  })

  test.each(rows.filter(({ yields }) => yields !== null && paperRoute(yields).route === 'signed').map((row) => [row.key, row] as const))(
    '%s waits for its paper to be issued', (key, row) => {
      const from = row.from[0]
      if (!from || !row.yields) throw new Error('no state')
      expect(take(from, key, row.actorRoles, factsFor(key, { issuedPapers: [], upwardReportIssued: false }))).toMatchObject({ ok: false, rule: key === 'endWithReport' ? 'upwardReportIssued' : 'paperNotIssued' })
    },
  )
})

describe('recusal', () => {
  /** steps in which nobody judges the document: intake, records of the maker's acts, handing on */
  const noJudgement = new Set(['submit', 'enterPaper', 'receive', 'register', 'requestCorrection', 'resubmitCorrection', 'overdue', 'circulate', 'returnOutOfScope', 'assign', 'answerInquiry', 'makerAnswers', 'reportAnnulment', 'haltClause', 'refile', 'planLapsed', 'close'])

  test('guards every step in which somebody judges the document', () => {
    expect(rows.filter(({ guards }) => !guards.includes('notOwnDocument')).map(({ key }) => key).filter((key) => !noJudgement.has(key))).toEqual([])
  })

  test.each([
    ['belongs to the maker', { actorOrganIds: ['commission', 'government'] }],
    ['drafted the document', { actorId: 'author' }],
    ['sent the filing in', { submittedBy: 'reviewer' }],
  ] as const)('keeps out a reviewer who %s', (_why, facts) => {
    expect(take('underReview', 'noProblem', ['reviewer'], factsFor('noProblem', facts))).toMatchObject({ ok: false, rule: 'notOwnDocument' })
  })
})

describe('what a person can do', () => {
  const walk = (path: readonly (readonly [string, FilingState])[]): void => {
    let state: FilingState = 'draft'
    for (const [key, to] of path) {
      const row = rows.find((candidate) => candidate.key === key)
      expect(take(state, key, row?.actorRoles ?? [], factsFor(key))).toEqual({ ok: true, to })
      state = to
    }
  }
  const intake = [['submit', 'submitted'], ['receive', 'receiving'], ['register', 'registered'], ['distribute', 'distributed'], ['startReview', 'underReview']] as const

  test('find no problem and close', () => walk([...intake, ['noProblem', 'noProblem'], ['close', 'closed']]))
  test('ask for correction and go on', () => walk([['submit', 'submitted'], ['receive', 'receiving'], ['requestCorrection', 'pendingCorrection'], ['overdue', 'overdueCorrection'], ['resubmitCorrection', 'receiving'], ['register', 'registered']]))
  test('suspend on a plan, reopen when it lapses, issue the opinion, and propose annulment', () => walk([
    ...intake, ['inquire', 'questioning'], ['answerInquiry', 'underReview'], ['raiseConcern', 'concern'], ['negotiate', 'negotiating'], ['acceptPlan', 'suspended'], ['planLapsed', 'concern'],
    ['issueOpinion', 'opinionIssued'], ['makerAnswers', 'opinionIssued'], ['proposeAnnulment', 'annulmentProposed'], ['orderToFix', 'orderedToFix'], ['annulAfterOrder', 'annulled'], ['close', 'closed'],
  ]))
  test('file a corrected text and close', () => walk([...intake, ['raiseConcern', 'concern'], ['issueOpinion', 'opinionIssued'], ['refile', 'opinionIssued'], ['resolve', 'resolved'], ['close', 'closed']]))
  test('return what does not belong here', () => walk([['enterPaper', 'receiving'], ['returnOutOfScope', 'returnedOutOfScope'], ['close', 'closed']]))
  test('report a question of the constitution upward and end', () => walk([...intake, ['reportUpward', 'underReview'], ['endWithReport', 'reportedUpward'], ['close', 'closed']]))

  test('take back nothing once closed but file again', () => {
    expect(transitionsFrom(filingProcedure, 'closed', { roles: procedureRoles }).map(({ key }) => key)).toEqual(['refile'])
  })

  test('send on the wrong line only after confirming it', () => {
    expect(take('draft', 'submit', ['filingClerk'], factsFor('submit', { wrongLine: true, wrongLineConfirmed: true }))).toEqual({ ok: true, to: 'submitted' })
  })

  test('file late: nothing refuses it', () => expect(rows.flatMap(({ guards }) => guards).filter((guard) => /late$/i.test(guard))).toEqual(['makerRefusedOrLate']))

  test('never put a constitutional question alone into an opinion', () => {
    expect(take('concern', 'issueOpinion', ['issuer'], factsFor('issueOpinion', { flags: { raised: 0, open: 0, constitutionality: 2 } }))).toMatchObject({ ok: false, rule: 'hasConfirmedFlag' })
  })

  test('not wait for a committee when the reason is written down', () => {
    expect(take('underReview', 'noProblem', ['reviewer'], factsFor('noProblem', { committeesOutstanding: 1 }))).toMatchObject({ ok: true })
  })
})

describe('states', () => {
  test('are told in the phases of the work, in their order', () => {
    const phases = filingProcedure.states.map(({ phase }) => phase)
    expect([...new Set(phases)].sort()).toEqual([...filingPhases].sort())
    expect(new Set(filingProcedure.states.map(({ label }) => label)).size).toBe(filingStateIds.length)
  })

  test('from which a case is closed are those that have a conclusion', () => {
    const close = rows.find(({ key }) => key === 'close')
    expect([...(close?.from ?? [])].sort()).toEqual(Object.keys(conclusions).sort())
  })
})
