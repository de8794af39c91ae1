import { describe, expect, test } from 'vitest'
import { defaultDeadlineRules } from '../deadline/index.ts'
import { filingProcedure } from './filing-procedure.ts'
import { flagProcedure } from './flag-procedure.ts'
import { legislationProcedure } from './legislation-procedure.ts'
import { paperProcedure } from './paper-procedure.ts'
import { checkTransition, clockChanges, type Procedure, procedureFaults, type StepFacts, transition, transitionsFrom } from './procedure.ts'
import { procedureRoles } from './role.ts'
import { suggestionProcedure } from './suggestion-procedure.ts'

const clockKeys = defaultDeadlineRules.map(({ key }) => key)

describe('the tables', () => {
  test('have no fault: every state is reached and left, every step has an actor, a basis and clocks with rules', () => {
    expect(procedureFaults(filingProcedure, { clockKeys })).toEqual([])
    expect(procedureFaults(flagProcedure, { clockKeys })).toEqual([])
    expect(procedureFaults(paperProcedure, { clockKeys })).toEqual([])
    expect(procedureFaults(suggestionProcedure, { clockKeys })).toEqual([])
  })

  test('use every guard they define, and every role has something to do or is known to have nothing', () => {
    const used = (rows: readonly { guards: readonly string[] }[]): string[] => [...new Set(rows.flatMap(({ guards }) => guards))].sort()
    expect(used(filingProcedure.transitions)).toEqual(Object.keys(filingProcedure.guards).sort())
    expect(used(flagProcedure.transitions)).toEqual(Object.keys(flagProcedure.guards).sort())
    expect(used(paperProcedure.transitions)).toEqual(Object.keys(paperProcedure.guards).sort())
    expect(used(suggestionProcedure.transitions)).toEqual(Object.keys(suggestionProcedure.guards).sort())
    const acting = new Set([filingProcedure, flagProcedure, legislationProcedure, paperProcedure, suggestionProcedure].flatMap(({ transitions }) => transitions.flatMap(({ actorRoles }) => actorRoles)))
    expect(procedureRoles.filter((role) => !acting.has(role))).toEqual(['administrator', 'standingMember'])
  })

  test('have button words of their own, none of them empty words', () => {
    for (const { transitions } of [filingProcedure, flagProcedure, paperProcedure, suggestionProcedure]) {
      for (const { label } of transitions) expect(label).not.toMatch(/^(操作|处理|确认|提交|下一步)$/)
    }
  })
})

const filingStep = (key: string) => {
  const row = filingProcedure.transitions.find((candidate) => candidate.key === key)
  if (!row) throw new Error(`no step ${key}`)
  return row
}

describe('the clocks of a step', () => {
  test('stop before others start', () => {
    expect(clockChanges(filingStep('register'), {})).toEqual([
      { clock: 'formalCheck', change: 'stop' }, { clock: 'distribute', change: 'start' }, { clock: 'proactiveReview', change: 'start' },
    ])
  })

  test('pause and go on for a cause', () => {
    expect(clockChanges(filingStep('requestCorrection'), {})).toEqual([{ clock: 'formalCheck', change: 'pause', cause: 'correction' }, { clock: 'correction', change: 'start' }])
    expect(clockChanges(filingStep('resubmitCorrection'), {})).toEqual([{ clock: 'correction', change: 'stop' }, { clock: 'formalCheck', change: 'resume', cause: 'correction' }])
  })

  test('are chosen by the signer where the step offers several', () => {
    const started = (replyRule: string) => clockChanges(filingStep('issueOpinion'), { replyRule }).filter(({ change }) => change === 'start')
    expect(started('makerReply.twoMonths')).toEqual([{ clock: 'makerReply.twoMonths', change: 'start' }])
    expect(started('makerReply')).toEqual([{ clock: 'makerReply', change: 'start' }])
    expect(() => started('makerReport')).toThrow(RangeError)
    expect(() => clockChanges(filingStep('issueOpinion'), {})).toThrow(RangeError)
  })

  test('end on the day that was decided where the step decides it, and by their rule where nobody did', () => {
    const row = transition({ key: 'prolong', from: ['a'], to: 'b', label: '延期', actorRoles: ['reviewer'], basis: '测试', requires: ['until'], startsClock: ['left'], clockEnds: { left: { field: 'until', label: '到期', basis: '会议决定' } } })
    expect(clockChanges(row, { until: '2028-09-14' })).toEqual([{ clock: 'left', change: 'start', until: { on: '2028-09-14', label: '到期', basis: '会议决定' } }])
    expect(clockChanges(row, {})).toEqual([{ clock: 'left', change: 'start' }])
  })
})

type Colour = 'red' | 'green' | 'lost'
const faulty: Procedure<Colour, 'never', StepFacts, 'note'> = {
  key: 'lights', version: '1', label: '灯', start: 'red',
  states: [{ id: 'red', label: '红', sign: '●', phase: '一' }, { id: 'green', label: '绿', sign: '✓', phase: '一', final: true }, { id: 'lost', label: '失', sign: '!', phase: '一' }],
  transitions: [
    transition({ key: 'go', from: ['red'], to: 'green', label: '走', actorRoles: ['reviewer'], basis: '甲', requires: ['why'], guards: ['never'], startsClock: ['noRule'], suspendsClock: ['other'] }),
    transition({ key: 'go', from: ['green'], to: 'red', label: '回', actorRoles: [], basis: '' }),
  ],
  guards: { never: { message: '不行', basis: '乙', holds: () => false } },
  fieldLabels: {},
  signedPapers: {},
}

describe('a check of a table', () => {
  test('finds what is wrong with it', () => {
    expect(procedureFaults(faulty, { clockKeys: [] }).sort()).toEqual([
      'go: a pause without a cause', 'go: clock noRule has no rule', 'go: clock other has no rule', 'go: field why has no name', 'go: leaves the final state green',
      'go: no actor', 'go: no basis', 'go: pauses other, which nothing starts', 'go: twice', 'go: twice', 'lost: cannot be left', 'lost: cannot be reached',
    ])
  })
})

describe('a step', () => {
  const ask = (state: string, key: string, roles: Parameters<typeof transitionsFrom>[2]['roles'] = ['reviewer']) =>
    // a state read from a row may be one that this version does not know
    checkTransition({ procedure: faulty, state: faulty.states.find(({ id }) => id === state)?.id ?? ('gone' as Colour), transition: key, roles, facts: { fields: [], issuedPapers: [] } })

  test.each([
    ['gone', 'go', 'unknownState'],
    ['red', 'fly', 'unknownTransition'],
    ['lost', 'go', 'wrongState'],
    ['red', 'go', 'never'],
  ])('from %s by %s is refused by %s', (state, key, rule) => expect(ask(state, key)).toMatchObject({ ok: false, rule }))

  test('of somebody else is refused and names who may', () => {
    expect(ask('red', 'go', ['archivist'])).toMatchObject({ ok: false, rule: 'wrongRole', message: expect.stringContaining('审查人员') })
  })

  test('is refused in the words of the facts where the guard can say more', () => {
    const telling = { ...faulty, guards: { never: { message: '不行', basis: '乙', holds: () => false, tell: (facts: StepFacts) => (facts.fields.length === 0 ? '一个字段也没有。' : null) } } }
    const told = (fields: string[]) => checkTransition({ procedure: telling, state: 'red', transition: 'go', roles: ['reviewer'], facts: { fields, issuedPapers: [] } })
    expect(told([])).toMatchObject({ ok: false, message: '一个字段也没有。' })
    expect(told(['why'])).toMatchObject({ ok: false, message: '不行' })
  })

  test('is offered only to those who may take it', () => {
    expect(transitionsFrom(faulty, 'red', { roles: ['archivist'] })).toEqual([])
    expect(transitionsFrom(faulty, 'red', { roles: ['archivist', 'reviewer'] }).map(({ key }) => key)).toEqual(['go'])
  })
})
