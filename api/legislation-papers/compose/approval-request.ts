import { blank, CONTACT_NOTE } from '../../paper/index.ts'
import { printedDate } from '../../typesetting/index.ts'
import { type LegislationCase, sittingName } from '../legislation-case.ts'
import { type Composed, gap, h, lawTitle, p } from '../words.ts'
import { sizeOf } from './report-of-changes.ts'

/** 报请批准的报告 (domain §8.3): name, meeting and day of adoption, main content, what needs to be said, enclosures. */
export function approvalRequest(c: LegislationCase): Composed {
  const title = `${c.house.name}关于报请批准${lawTitle(c.title)}的报告`
  const adopted = c.texts.findLast((t) => t.kind === 'adopted')
  const chapters = adopted?.tree.divisions.filter((d) => d.kind === 'chapter').map((d) => d.heading.replace(/\s/gu, '')) ?? []
  const to = c.province
  const day = c.adoptedOn === null ? gap('通过日期') : printedDate(c.adoptedOn)
  return {
    title,
    recipient: { id: to?.id ?? null, name: to?.name ?? '省、自治区人民代表大会常务委员会' },
    content: {
      redHead: `${c.house.name}文件`,
      title,
      recipient: to?.name ?? '省、自治区人民代表大会常务委员会',
      body: [
        p(`${lawTitle(c.title)}于`, day, '经', c.adoptedAt === null ? gap('通过的会议') : sittingName(c.house.name, c.adoptedAt), '通过。根据《中华人民共和国立法法》第八十一条的规定，现报请批准。'),
        h('一、主要内容'),
        p(...(adopted === undefined ? [] : [`条例共${sizeOf(adopted)}${chapters.length === 0 ? '' : `，依次为${chapters.join('、')}`}。`]), blank('mainContent')),
        h('二、审议情况'),
        p(`常委会对草案进行了${c.readings.length}次审议${c.readings.length === 0 ? '' : `（${c.readings.map((r) => `${sittingName(c.house.name, r.sitting)}，${printedDate(r.sitting.startsOn)}`).join('；')}）`}。`),
        h('三、需要说明的问题'),
        p(blank('disputes')),
      ],
      attachments: [`${lawTitle(c.title)}文本`, `关于${lawTitle(c.title)}的说明`, `关于${lawTitle(c.title)}审议结果的报告`, '依据对照表'],
      signature: { organ: c.house.name, date: '' },
      note: CONTACT_NOTE,
    },
  }
}
