import { toChineseNumber } from '../../../law/text/index.ts'
import { blank } from '../../paper/index.ts'
import { printedDate } from '../../typesetting/index.ts'
import { type LegislationCase, sittingName } from '../legislation-case.ts'
import { type Composed, gap, lawTitle, p, stop } from '../words.ts'

const provinceOf = (c: LegislationCase) => ({ id: c.approval?.provinceOrganId ?? null, name: c.approval?.provinceName ?? c.province?.name ?? '省、自治区人民代表大会常务委员会' })
const adopted = (c: LegislationCase): string => `${c.adoptedAt === null ? c.house.name : sittingName(c.house.name, c.adoptedAt)}${c.adoptedOn === null ? '' : `于${printedDate(c.adoptedOn)}`}通过的${lawTitle(c.title)}`
const city = (c: LegislationCase) => ({ id: c.house.id, name: c.house.name })

/** A chapter, an article of several 款 or an annex that is added has lines of its own. */
const linesOf = (words: string) => words.split(/\n+/u).map((line) => p(line))

/** 审查报告 of the province's law committee: legality and nothing else (立法法 81). */
export function provincialReviewReport(c: LegislationCase): Composed {
  const title = `关于${lawTitle(c.title)}的审查报告`
  const amendments = c.approval?.amendments ?? []
  return {
    title, recipient: null,
    content: {
      title,
      body: [
        p(`${adopted(c)}已报请批准。`, c.approval?.receivedOn == null ? '' : `${printedDate(c.approval.receivedOn)}收到齐全的材料。`, '对其是否同宪法、法律、行政法规和本省的地方性法规相抵触进行了审查。'),
        p(amendments.length === 0 ? '经审查，没有发现抵触的情形。' : '经审查，建议批准，并对下列条文提出修改意见：'),
        ...amendments.flatMap((a, at) => linesOf(`（${toChineseNumber(at + 1)}）${a.words}${stop(a.reason)}`)),
        p(gap('审查意见')),
      ],
      signature: { organ: provinceOf(c).name, date: '' },
    },
  }
}

/** 批准决定, with the amendments where there are any. */
export function approvalDecision(c: LegislationCase): Composed {
  const title = `${provinceOf(c).name}关于批准${lawTitle(c.title)}的决定`
  const amendments = c.approval?.amendments ?? []
  return {
    title, recipient: city(c),
    content: {
      redHead: `${provinceOf(c).name}文件`, title,
      body: [
        p(blank('committeeMeeting'), `审查了${adopted(c)}，决定批准${lawTitle(c.title)}，由${c.house.name}${amendments.length === 0 ? '' : '按照下列修改意见修改后'}公布施行。`),
        ...amendments.flatMap((a, at) => linesOf(`${toChineseNumber(at + 1)}、${a.words}`)),
        ...(c.approval === null || c.approval.following === '' ? [] : [p(c.approval.following)]),
      ],
      signature: { organ: provinceOf(c).name, date: '' },
    },
  }
}

/** 不予批准的决定: with its reasons. */
export function refusalDecision(c: LegislationCase): Composed {
  const title = `${provinceOf(c).name}关于不予批准${lawTitle(c.title)}的决定`
  return {
    title, recipient: city(c),
    content: { redHead: `${provinceOf(c).name}文件`, title, body: [p(blank('committeeMeeting'), `审查了${adopted(c)}，因`, gap('不予批准的理由'), `，决定不予批准。`)], signature: { organ: provinceOf(c).name, date: '' } },
  }
}

/** 备案报告 to the national bodies, by the province, within thirty days of publication (立法法 109). */
export function nationalFilingReport(c: LegislationCase): Composed {
  const title = `关于${lawTitle(c.title)}的备案报告`
  return {
    title, recipient: { id: null, name: '全国人民代表大会常务委员会、国务院' },
    content: {
      redHead: `${provinceOf(c).name}文件`, title, recipient: '全国人民代表大会常务委员会、国务院',
      body: [p(`${adopted(c)}，${c.approval?.decisionMeeting ?? provinceOf(c).name}${c.approval?.decidedOn == null ? '' : `于${printedDate(c.approval.decidedOn)}`}批准，`, c.promulgatedOn === null ? gap('公布日期') : printedDate(c.promulgatedOn), '公布。现报请备案。')],
      attachments: ['公告', `${lawTitle(c.title)}文本`, '说明', '审议结果的报告', '审查报告'],
      signature: { organ: provinceOf(c).name, date: '' },
    },
  }
}
