import { describe, expect, test } from 'vitest'
import { firstThing, type Today, type TodayItem } from './today-first.ts'

const item = (title: string, left: { kind: 'left' | 'today' | 'overdue'; text: string }, note: string | null = null): TodayItem => ({
  kind: 'case', id: title, filing: null, title, detail: '', note, asked: false, act: { label: '作出审查结论', link: '/', remind: null },
  deadline: { key: '', label: '', startOn: '2026-01-01', dueOn: '2026-03-12', state: 'running', amount: 3, unit: 'month', basis: '', standing: '', steps: '', calendarKnown: true, suspendedOn: null, remaining: { ...left, amount: 1, unit: '天' } },
})
const late = item('停车办法', { kind: 'overdue', text: '逾期 2 天' }, '延长申请已送某人 3 天，还没有批')
const soon = item('养犬办法', { kind: 'left', text: '还有 1 天' })
const now = item('集体资产决定', { kind: 'today', text: '今天到期' })
const later = item('移风易俗决定', { kind: 'left', text: '还有 7 天' })
const given: Today['given'][number] = { id: 'g', revision: 1, title: '直播规定', detail: '', by: '', on: null, words: null, deadline: null }
const awaited = (dueOn: string, remindedToday = false): Today['waiting'][number] => ({
  key: 'k', title: '学前教育决议', who: '某区人大常委会', what: '补正材料', since: null, waitedDays: null, deadline: null, until: dueOn, link: '/', mayRemind: true, remindedToday,
})
const day = (parts: Partial<Today['groups']> & { given?: Today['given']; waiting?: Today['waiting'] }): Today => ({
  today: '2026-03-12', threeDaysTo: '2026-03-15', sevenDaysTo: '2026-03-19', resume: null, month: null, given: parts.given ?? [], waiting: parts.waiting ?? [],
  groups: { overdue: parts.overdue ?? [], threeDays: parts.threeDays ?? [], sevenDays: parts.sevenDays ?? [], asked: parts.asked ?? [] },
})

describe('the sentence on what comes first', () => {
  test.each<[string, Today, string]>([
    ['one overdue, and what keeps it', day({ overdue: [late], threeDays: [now] }), '先办逾期的一件：停车办法，延长申请已送某人 3 天，还没有批。'],
    ['several overdue', day({ overdue: [late, soon] }), '有 2 件逾期，先办拖得最久的：停车办法，延长申请已送某人 3 天，还没有批。'],
    ['due today', day({ threeDays: [now, soon] }), '今天到期：集体资产决定，作出审查结论。'],
    ['a meeting of today, which does not run out', day({ threeDays: [{ ...now, kind: 'meeting', title: '第十次会议', act: { ...now.act, label: '看会议文件' } }] }), '今天的会议：第十次会议，看会议文件。'],
    ['a meeting of tomorrow', day({ threeDays: [{ ...soon, kind: 'meeting', title: '第十次会议', act: { ...soon.act, label: '看会议文件' } }] }), '还有 1 天的会议：第十次会议，看会议文件。'],
    ['due soon before what was given', day({ threeDays: [soon], given: [given] }), '还有 1 天到期：养犬办法，作出审查结论。'],
    ['others are late', day({ waiting: [awaited('2026-02-27')], given: [given] }), '某区人大常委会逾期没有办：学前教育决议，催一下。'],
    ['others are late and were reminded', day({ waiting: [awaited('2026-02-27', true)] }), '七天内没有到期的事项，有 1 件在等他人。'],
    ['given before what is due in a week', day({ sevenDays: [later], given: [given] }), '有一件刚交给您：直播规定。'],
    ['asked by somebody', day({ asked: [later, soon] }), '有 2 件等您办，先办：移风易俗决定。'],
    ['due in a week', day({ sevenDays: [later] }), '还有 7 天到期：移风易俗决定，作出审查结论。'],
    ['nothing', day({}), '七天内没有到期的事项。'],
  ])('%s', (_name, today, sentence) => {
    expect(firstThing(today).sentence).toBe(sentence)
  })
})
