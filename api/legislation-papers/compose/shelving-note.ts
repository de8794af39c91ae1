import { blank } from '../../paper/index.ts'
import { type LegislationCase, sittingName } from '../legislation-case.ts'
import { type Composed, draftTitle, gap, p } from '../words.ts'

/** 搁置审议的说明 (立法法 45 by analogy): two years are left to take it up again. */
export function shelvingNote(c: LegislationCase): Composed {
  const title = `关于${draftTitle(c.title)}搁置审议的说明`
  const reading = c.readings.at(-1)
  return {
    title, recipient: { id: c.house.id, name: c.house.name },
    content: {
      title,
      body: [
        p(`${reading === undefined ? '' : `${sittingName(c.house.name, reading.sitting)}审议了${draftTitle(c.title)}。`}各方面对`, gap('存在较大意见分歧的问题'), '存在较大意见分歧。经', blank('councilMeeting'), '决定，搁置审议。'),
        p('搁置审议满两年没有再次列入常委会会议议程的，可以终止审议。'),
      ],
      signature: { organ: `${c.house.name}主任会议`, date: '' },
    },
  }
}
