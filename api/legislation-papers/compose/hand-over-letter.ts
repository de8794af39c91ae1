import { printedDate } from '../../typesetting/index.ts'
import type { LegislationCase } from '../legislation-case.ts'
import { type Composed, gap, lawTitle, p } from '../words.ts'

/** The published regulation goes to the province, which files it nationally within thirty days (立法法 109). */
export function handOverLetter(c: LegislationCase): Composed {
  const title = `关于报送${lawTitle(c.title)}的函`
  return {
    title, recipient: { id: c.province?.id ?? null, name: c.province?.name ?? '' },
    content: {
      redHead: c.house.name, title, recipient: c.province?.name ?? '省、自治区人民代表大会常务委员会',
      body: [p(`${lawTitle(c.title)}已于`, c.promulgatedOn === null ? gap('公布日期') : printedDate(c.promulgatedOn), '公布，自', c.effectiveFrom === null ? gap('施行日期') : printedDate(c.effectiveFrom), '起施行。根据《中华人民共和国立法法》第一百零九条的规定，现将公告、法规文本、说明和审议结果的报告报上，请转报全国人民代表大会常务委员会和国务院备案。')],
      attachments: ['公告', `${lawTitle(c.title)}文本`, '说明', '审议结果的报告'],
      signature: { organ: c.house.name, date: '' },
    },
  }
}
