import { toChineseNumber } from '../../../law/text/index.ts'
import { blank } from '../../paper/index.ts'
import { printedDate } from '../../typesetting/index.ts'
import type { LegislationCase } from '../legislation-case.ts'
import { type Composed, draftTitle, gap, h, p } from '../words.ts'

/** 专门委员会审议意见 (立法法 36 by analogy): necessity, feasibility, whether to put it on the agenda. */
export function committeeDeliberationOpinion(c: LegislationCase): Composed {
  const title = `关于${draftTitle(c.title)}的审议意见`
  const who = c.committee ?? '有关专门委员会'
  const sitting = c.committeeSittings.at(-1)
  return {
    title,
    recipient: { id: c.house.id, name: c.house.name },
    content: {
      title,
      body: [
        p(`${who}于`, blank('specialCommitteeMeeting'), `，对${c.proposer}提请审议的${draftTitle(c.title)}进行了审议。审议意见如下：`),
        h('一、总的意见'), p(gap('必要性、可行性和是否列入议程的意见')),
        h('二、主要修改意见'), p(blank('committeeRemarks')),
      ],
      signature: { organ: who, date: '' },
    },
    ...(sitting === undefined ? {} : { values: { specialCommitteeMeeting: `${printedDate(sitting.startsOn)}${sitting.session === null ? '召开会议' : `第${toChineseNumber(sitting.session)}次会议`}` } }),
  }
}
