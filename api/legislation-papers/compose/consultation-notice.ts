import { printedDate } from '../../typesetting/index.ts'
import type { LegislationCase } from '../legislation-case.ts'
import { sittingName } from '../legislation-case.ts'
import { bare, type Composed, draftTitle, gap, p } from '../words.ts'

/** 公开征求意见的公告 (立法法 40 by analogy): the period is at least thirty days, as a rule. */
export function consultationNotice(c: LegislationCase): Composed {
  const title = `${c.office}关于公开征求${draftTitle(c.title)}意见的公告`
  const reading = c.readings.at(-1)
  const until = c.consultation?.until ?? null
  return {
    title,
    recipient: null,
    content: {
      title,
      body: [
        p(reading === undefined
          ? `为了广泛听取意见，现将${draftTitle(c.title)}全文和说明公布，向社会公开征求意见。`
          : `${draftTitle(c.title)}已经${sittingName(c.house.name, reading.sitting)}第${['一', '二', '三'][reading.number - 1] ?? ''}次审议。为了广泛听取意见，现将草案全文和说明公布，向社会公开征求意见。`),
        p('公众可以通过下列方式提出意见：', gap('提出意见的方式'), '。来信请注明', `“${bare(c.title)}立法意见”。`),
        p('征求意见的时间：自本公告发布之日起至', until === null ? gap('征求意见截止日期') : printedDate(until), '止。'),
      ],
      signature: { organ: c.office, date: '' },
    },
  }
}
