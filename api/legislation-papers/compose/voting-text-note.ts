import { type LegislationCase, sittingName } from '../legislation-case.ts'
import { type Composed, draftTitle, gap, p } from '../words.ts'
import { blank } from '../../paper/index.ts'
import { changeBlocks, lawCommitteeSitting } from './report-of-changes.ts'

/** 修改情况说明: what the last discussion changed between the text of the last reading and the voting text. */
export function votingTextNote(c: LegislationCase): Composed {
  const title = `${c.lawCommittee}关于${draftTitle(c.title, '草案表决稿')}修改情况的说明`
  const voting = c.texts.findLast((t) => t.kind === 'voting')
  const before = c.texts.findLast((t) => voting !== undefined && t.seq < voting.seq && ['firstReading', 'secondReading', 'thirdReading'].includes(t.kind))
  const reading = c.readings.at(-1)
  const blocks = voting === undefined || before === undefined ? [] : changeBlocks(c, { from: before, to: voting })
  return {
    title,
    recipient: { id: c.house.id, name: c.house.name },
    values: lawCommitteeSitting(c),
    content: {
      title,
      body: [
        p(`${reading === undefined ? '' : `${sittingName(c.house.name, reading.sitting)}对草案进行了审议。`}${c.lawCommittee}`, blank('lawCommitteeMeeting'), '逐条研究了组成人员的审议意见，对草案进行了审议。', blocks.length === 0 && voting !== undefined && before !== undefined ? '草案没有修改。' : '现将修改情况说明如下：'),
        ...(voting === undefined || before === undefined ? [p(gap('修改的内容'))] : blocks),
        p('草案表决稿已按上述意见作了修改，建议本次会议表决通过。'),
      ],
      signature: { organ: c.lawCommittee, date: '' },
    },
  }
}
