import { expect, test } from 'vitest'
import { toldStanding } from './flag-standing.ts'

const judged = (by: string, note: string) => ({ refiledId: null, finding: 'deleted', algorithm: null, verdict: 'resolved', note, by, byName: '', at: '2026-03-01T00:00:00.000Z' })
const ended = [{ toState: 'putToMaker', note: '内部说明' }, { toState: 'endedWithCase', note: '撤销议案未通过，文件没有撤销' }]

test.each([
  ['waits', 'putToMaker', null, null, [], '没有答复'],
  ['was answered', 'answered', '同意修改', null, [], '已答复'],
  ['was judged without an answer', 'answered', null, null, [], '没有答复，由审查机关判断'],
  ['is kept for an opinion', 'confirmed', '不修改', null, [], '已答复'],
  ['was resolved after an answer', 'resolved', '同意修改', judged('p', '改了'), [], '已答复，登记为已解决'],
  ['was resolved without an answer', 'resolved', null, judged('p', '改了'), [], '没有答复，审查机关登记为已解决'],
  ['ended by repeal', 'resolved', null, judged('system', '文件已废止：某发〔2026〕1号'), [], '文件已废止：某发〔2026〕1号'],
  ['ended by annulment', 'resolved', '不修改', judged('system', '文件已由常委会撤销'), [], '文件已由常委会撤销'],
  ['ended with the case, unanswered', 'endedWithCase', null, null, ended, '没有答复，随案了结：撤销议案未通过，文件没有撤销'],
  ['ended with the case, answered', 'endedWithCase', '不修改', judged('p', '不成立'), ended, '已答复，随案了结：撤销议案未通过，文件没有撤销'],
  ['was withdrawn', 'withdrawn', null, null, [], '已撤回'],
])('a problem that %s is said to be so', (_what, state, makerAnswer, judgement, events, words) => {
  expect(toldStanding({ state, makerAnswer, judgement, events })).toBe(words)
})
