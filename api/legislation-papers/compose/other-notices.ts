import { blank } from '../../paper/index.ts'
import type { LegislationCase } from '../legislation-case.ts'
import { type Composed, draftTitle, gap, h, lawTitle, p } from '../words.ts'

/** 未按期提请审议的书面说明, to 主任会议. */
export function lateExplanation(c: LegislationCase): Composed {
  const title = `关于${draftTitle(c.title)}未按期提请审议的说明`
  return {
    title, recipient: { id: c.house.id, name: c.house.name },
    content: { title, recipient: `${c.house.name}主任会议`, body: [p(`${draftTitle(c.title)}列入立法计划，原定`, gap('原定提请的月份'), '提请审议。因', gap('没有按期的原因'), '，没有按期提请。下一步安排：', gap('下一步安排'), '。')], signature: { organ: c.proposer, date: '' } },
  }
}

/** 立法听证公告 (立法法 39 by analogy); what is typed here is proposed where the announcement is made public. */
export function hearingNotice(c: LegislationCase): Composed {
  const title = `${c.office}关于举行${draftTitle(c.title)}立法听证会的公告`
  return {
    title, recipient: null,
    content: {
      title,
      body: [
        p('为了广泛听取意见，定于', blank('hearingOn'), gap('听证会的时间'), '在', gap('听证会的地点'), `举行${draftTitle(c.title)}立法听证会。现将有关事项公告如下：`),
        h('一、听证事项'), p(gap('听证事项'), '。'),
        h('二、参加人员'), p('听证会设陈述人', gap('陈述人人数'), '名、旁听人', gap('旁听人人数'), '名。', blank('hearingConditions')),
        h('三、报名'), p('愿意陈述意见或者旁听的，请在', blank('hearingApplyTo'), '以前（含当日）报名。报名方式：', gap('报名方式'), '。'),
      ],
      signature: { organ: c.office, date: '' },
    },
  }
}

/** 督促制定配套规定的函 (立法法 66): one year from the day it takes effect. */
export function supportingRuleNotice(c: LegislationCase): Composed {
  const title = `关于制定${lawTitle(c.title)}配套规定的函`
  return {
    title, recipient: null,
    content: { redHead: c.commission, title, recipient: c.supportingRulesAskedOf.length === 0 ? '有关机关' : c.supportingRulesAskedOf.join('、'), body: [p(`${lawTitle(c.title)}`, gap('要求制定配套规定的条文'), '要求对专门事项作出配套的具体规定。根据《中华人民共和国立法法》第六十六条的规定，有关机关应当自条例施行之日起一年内作出规定；没有作出规定的，应当向常务委员会说明情况。请抓紧办理，并函告进展。')], signature: { organ: c.commission, date: '' } },
  }
}
