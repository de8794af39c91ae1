import { expect, test } from 'vitest'
import { dutiesOf, type MeetingStanding } from './meeting-duties.ts'

const ready: MeetingStanding = {
  id: 'm', title: '第十次会议', kind: 'standingCommittee', state: 'notified', startsOn: '2026-03-26', endsOn: '2026-03-27', materialsDueOn: '2026-03-19', items: [{ title: '审议某条例', decided: false, files: 2 }], undelivered: 0, unanswered: 0, speeches: 0, bulletin: null,
}
const bare = { title: '审议某决定', decided: false, files: 0 }
const materials = { label: '会议材料送达组成人员（会前）', basis: '某条', standing: '待确认' }

test.each<[string, Partial<MeetingStanding>, [kind: string, due: string | null, lacking: string][]]>([
  ['nothing where all is ready', {}, []],
  ['an item without files and files that were not delivered, by the day of the materials', { items: [...ready.items, bare], undelivered: 3 }, [['materials', '2026-03-19', '1 个议题没有文件：审议某决定；3 份文件没有登记送达']]],
  ['nothing for items of 主任会议 that have no papers', { kind: 'council', items: [bare] }, []],
  ['members who did not answer, by the day of the meeting', { unanswered: 5 }, [['attendance', '2026-03-26', '5 名组成人员没有登记是否出席']]],
  ['the call, and not yet the answers to it', { state: 'planned', unanswered: 5 }, [['call', '2026-03-19', '1 个议题，还没有通知组成人员']]],
  ['an agenda before the call', { state: 'planned', items: [] }, [['call', '2026-03-19', '还没有议程']]],
  ['the opening on the day', { startsOn: '2026-03-12', unanswered: 2, undelivered: 1 }, [['open', '2026-03-12', '会议日期已到，没有宣布开会，也没有改期；2 名组成人员没有登记是否出席']]],
  ['nothing of a meeting that goes on until tomorrow', { state: 'inSession', startsOn: '2026-03-11', endsOn: '2026-03-13' }, []],
  ['results on its last day', { state: 'inSession', startsOn: '2026-03-11', endsOn: '2026-03-12' }, [['close', '2026-03-12', '1 个议题没有登记结果：审议某条例']]],
  ['the end, once every item has its result', { state: 'inSession', startsOn: '2026-03-10', endsOn: '2026-03-11', items: [{ ...bare, decided: true }] }, [['close', '2026-03-11', '议题都已登记结果']]],
  ['the bulletin of what was said', { state: 'closed', startsOn: '2026-02-10', endsOn: '2026-02-11', speeches: 7 }, [['bulletin', null, '7 条发言，简报还没有拟稿']]],
  ['the signature of a bulletin that was drafted', { state: 'closed', startsOn: '2026-02-10', endsOn: '2026-02-11', speeches: 7, bulletin: { id: 'p', issued: false } }, [['bulletin', null, '7 条发言，简报已拟稿，没有签发']]],
  ['nothing once it was issued', { state: 'closed', startsOn: '2026-02-10', endsOn: '2026-02-11', speeches: 7, bulletin: { id: 'p', issued: true } }, []],
  ['nothing of a meeting long past', { state: 'closed', startsOn: '2025-10-10', endsOn: '2025-10-11', speeches: 7 }, []],
  ['nothing of one that was cancelled', { state: 'cancelled', unanswered: 9, undelivered: 9 }, []],
])('a meeting asks for %s', (_name, changes, expected) => {
  const duties = dutiesOf({ ...ready, ...changes }, { today: '2026-03-12', materials })
  expect(duties.map((d) => [d.kind, d.due?.on ?? null, d.lacking])).toEqual(expected)
  for (const duty of duties) expect([duty.meetingId, duty.title, duty.due === null || duty.due.basis !== ''], duty.kind).toEqual(['m', '第十次会议', true])
})
