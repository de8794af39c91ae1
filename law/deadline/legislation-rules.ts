/**
 * The default deadline rules of legislation.
 *
 * 立法法 fixes four months for the approval, thirty days for the national filing and one year for supporting rules.
 * What it says of the procedure of the national standing committee is a model here (第八十七条), and the rest is taken
 * from other provinces: each row says so until an administrator confirms it. No row names a place.
 */
import { rule } from './rule-input.ts'
import type { DeadlineRule } from './types.ts'

const REFERENCE = '外省市条例参考'
const law = (article: string): string => `《中华人民共和国立法法》第${article}条`
/** The national committee's own procedure, which the local one follows as a model. */
const model = (article: string): string => `${law(article)}（参照）`

export const legislationRules: readonly DeadlineRule[] = [
  rule({
    key: 'legislation.approval', amount: 4, unit: 'month', startEvent: 'received', label: '上级人大常委会批准',
    basis: `${law('八十一')}：同上位法不抵触的，应当在四个月内批准`, place: 'national', confirmed: true, reminderDaysBefore: [30, 14, 7, 3, 0],
  }),
  rule({
    key: 'legislation.nationalFiling', amount: 30, unit: 'calendarDay', startEvent: 'promulgated', label: '报全国人大常委会和国务院备案',
    basis: `${law('一百零九')}：公布后的三十日内报备案`, place: 'national', confirmed: true,
  }),
  rule({
    key: 'legislation.supportingRules', amount: 1, unit: 'year', startEvent: 'tookEffect', label: '制定配套规定',
    basis: `${law('六十六')}：自施行之日起一年内作出规定`, place: 'national', confirmed: true, reminderDaysBefore: [90, 30, 14, 7, 0],
  }),
  rule({ key: 'legislation.handOver', amount: 15, unit: 'calendarDay', startEvent: 'promulgated', label: '公布后报上级人大常委会转报备案', basis: REFERENCE }),
  rule({ key: 'legislation.consultation', amount: 30, unit: 'calendarDay', startEvent: 'consultationOpened', label: '公开征求意见', basis: `${model('四十')}；${REFERENCE}` }),
  rule({
    key: 'legislation.shelving', amount: 2, unit: 'year', startEvent: 'shelved', label: '搁置审议、暂不付表决满两年', basis: `${model('四十五')}；${REFERENCE}`,
    reminderDaysBefore: [90, 30, 14, 7, 0],
  }),
  rule({ key: 'legislation.materials', amount: 7, unit: 'calendarDay', startEvent: 'meetingDay', label: '会议材料送达组成人员（会前）', basis: `${model('三十一')}；${REFERENCE}` }),
  rule({ key: 'legislation.billLead', amount: 30, unit: 'calendarDay', startEvent: 'meetingDay', label: '提请审议（会前）', basis: REFERENCE }),
  rule({ key: 'legislation.provinceView', amount: 30, unit: 'calendarDay', startEvent: 'meetingDay', label: '征求上级法制工作机构意见（表决前）', basis: REFERENCE }),
  rule({ key: 'legislation.hearing.announce', amount: 20, unit: 'calendarDay', startEvent: 'hearingDay', label: '发布立法听证公告（会前）', basis: REFERENCE }),
  rule({ key: 'legislation.hearing.witnesses', amount: 10, unit: 'calendarDay', startEvent: 'hearingDay', label: '确定听证陈述人（会前）', basis: REFERENCE, reminderDaysBefore: [3, 0] }),
  rule({ key: 'legislation.hearing.texts', amount: 7, unit: 'calendarDay', startEvent: 'hearingDay', label: '听证通知和文本送达（会前）', basis: REFERENCE, reminderDaysBefore: [3, 0] }),
  rule({ key: 'legislation.hearing.observers', amount: 3, unit: 'calendarDay', startEvent: 'hearingDay', label: '通知听证旁听人（会前）', basis: REFERENCE, reminderDaysBefore: [1, 0] }),
  rule({ key: 'legislation.hearing.record', amount: 5, unit: 'calendarDay', startEvent: 'hearingDay', label: '陈述人核对听证笔录（会后）', basis: REFERENCE, reminderDaysBefore: [1, 0] }),
  rule({ key: 'legislation.hearing.feedback', amount: 15, unit: 'calendarDay', startEvent: 'adopted', label: '向陈述人反馈采纳情况', basis: REFERENCE }),
]
