import { blank } from '../../paper/index.ts'
import { type LegislationCase, sittingName } from '../legislation-case.ts'
import { type Composed, lawTitle, p } from '../words.ts'

/** The decision by which the committee adopts the regulation; it takes effect only when the province has approved it (立法法 81). */
export function adoptionDecision(c: LegislationCase): Composed {
  const title = `${c.house.name}关于通过${lawTitle(c.title)}的决定`
  const sitting = c.adoptedAt
  const vote = c.votes.findLast((v) => v.kind === 'whole')
  return {
    title,
    recipient: null,
    values: sitting === null ? {} : { committeeMeeting: sittingName(c.house.name, sitting) },
    content: {
      redHead: `${c.house.name}文件`,
      title,
      body: [
        p(sitting === null ? c.house.name : '', blank('committeeMeeting'), `审议了${lawTitle(c.title)}，`,
          vote === undefined ? '' : `以赞成${vote.for}人、反对${vote.against}人、弃权${vote.abstain}人${vote.notVoting === 0 ? '' : `、未按表决器${vote.notVoting}人`}（全体组成人员${vote.membersTotal}人）的表决结果，`, `决定通过${lawTitle(c.title)}。`),
        p(`本条例报${c.province?.name ?? '省、自治区人民代表大会常务委员会'}批准后，由${c.house.name}公布施行。`),
      ].map((b) => (b.kind === 'paragraph' && typeof b.words !== 'string' ? { ...b, words: b.words.filter((w) => w !== '') } : b)),
      signature: { organ: c.house.name, date: '' },
    },
  }
}
