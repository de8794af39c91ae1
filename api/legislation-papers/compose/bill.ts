import type { LegislationCase } from '../legislation-case.ts'
import { blank } from '../../paper/index.ts'
import { type Composed, draftTitle, gap, p } from '../words.ts'

/** 提请审议的议案 (立法法 58): the proposer's own, with what goes along. */
export function bill(c: LegislationCase): Composed {
  const title = `${c.proposer}关于提请审议${draftTitle(c.title)}的议案`
  return {
    title,
    recipient: { id: c.house.id, name: c.house.name },
    content: {
      redHead: c.proposer,
      title,
      recipient: c.house.name,
      body: [p(`${draftTitle(c.title)}已经`, blank('proposerMeeting'), '讨论通过，现提请审议，并委托', gap('作说明的人', '　　　'), '作说明。')],
      attachments: [draftTitle(c.title), `关于${draftTitle(c.title)}的说明`, '参阅资料'],
      signature: { organ: c.proposer, date: '' },
    },
    ...(c.executiveMeeting === null ? {} : { values: { proposerMeeting: c.executiveMeeting } }),
  }
}
