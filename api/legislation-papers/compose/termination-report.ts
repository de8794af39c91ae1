import { blank } from '../../paper/index.ts'
import { printedDate } from '../../typesetting/index.ts'
import type { LegislationCase } from '../legislation-case.ts'
import { type Composed, draftTitle, gap, p } from '../words.ts'

const WHY = '搁置审议或者暂不付表决的原因'

/** 终止审议的报告 (立法法 45 by analogy): 主任会议 reports to the committee. */
export function terminationReport(c: LegislationCase): Composed {
  const title = `关于终止审议${draftTitle(c.title)}的报告`
  const { reason = null, extendedUntil = null } = c.suspension ?? {}
  const past = extendedUntil === null ? '，搁置审议满两年，没有再次列入常委会会议议程。经' : `，搁置审议满两年，延期审议至${printedDate(extendedUntil)}，期满没有再次列入常委会会议议程。经`
  return {
    title, recipient: { id: c.house.id, name: c.house.name },
    content: {
      title,
      body: [p(`${c.proposer}提请审议的${draftTitle(c.title)}，因`, gap(WHY), past, blank('councilMeeting'), '决定终止审议，现向常委会报告。')],
      signature: { organ: `${c.house.name}主任会议`, date: '' },
    },
    ...(reason === null ? {} : { values: { [WHY]: reason.replace(/。$/u, '') } }),
  }
}
