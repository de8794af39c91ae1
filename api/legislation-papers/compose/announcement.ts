import { problem } from '../../platform/problem/problems.ts'
import { blank } from '../../paper/index.ts'
import { printedDate } from '../../typesetting/index.ts'
import { effectDateOf } from '../effect-date.ts'
import { type LegislationCase, sittingName } from '../legislation-case.ts'
import { type Composed, gap, lawTitle, p } from '../words.ts'

/**
 * 公告 (立法法 88): names who made it and when it was adopted, who approved it and when, and from what day it holds, in the
 * one sentence of domain §8.3. Throws `step-refused` while it is not approved.
 */
export function announcement(c: LegislationCase): Composed {
  const { approval } = c
  if (approval === null || approval.result === null || approval.result === 'refused') {
    throw problem('step-refused', { detail: '还没有批准，不能拟公告；设区的市的地方性法规报省、自治区人大常委会批准后才能公布。', extra: { rule: 'notApproved', basis: '《中华人民共和国立法法》第八十一条、第八十八条' } })
  }
  const title = `${c.house.name}公告`
  const text = c.texts.findLast((t) => t.kind === 'approved') ?? c.texts.findLast((t) => t.kind === 'adopted')
  const effective = text === undefined ? null : effectDateOf(text.tree)
  return {
    title,
    recipient: null,
    content: {
      redHead: `${c.house.name}公告`,
      title,
      body: [
        p(
          `${lawTitle(c.title)}已由`, c.adoptedAt === null ? c.house.name : sittingName(c.house.name, c.adoptedAt), '于', c.adoptedOn === null ? gap('通过日期') : printedDate(c.adoptedOn), '通过，',
          approval.decisionMeeting ?? approval.provinceName, '于', approval.decidedOn === null ? gap('批准日期') : printedDate(approval.decidedOn), '批准，现予公布，自', effective === null ? blank('effectiveOn') : printedDate(effective), '起施行。',
        ),
      ],
      signature: { organ: c.house.name, date: '' },
    },
  }
}
