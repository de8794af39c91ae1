/**
 * The default deadline rules: those of filing and review here, those of legislation beside it.
 *
 * National law fixes few of them. The others are taken from the rules of other provinces or from the
 * State Council's line, as a start that an administrator confirms or changes; until then each says so
 * wherever it is shown. No row names a place.
 */
import { legislationRules } from './legislation-rules.ts'
import { rule } from './rule-input.ts'
import type { DeadlineRule, PauseCause, PauseEffect } from './types.ts'

const REFERENCE = '外省市条例参考'

export const defaultDeadlineRules: readonly DeadlineRule[] = [
  rule({
    key: 'filing.rule', amount: 30, unit: 'calendarDay', startEvent: 'published', label: '政府规章报备',
    basis: '《中华人民共和国立法法》第一百零九条：公布后的三十日内报备', place: 'national', confirmed: true,
  }),
  rule({
    key: 'filing.other', amount: 30, unit: 'calendarDay', startEvent: 'published', label: '规范性文件报备',
    basis: `《中华人民共和国各级人民代表大会常务委员会监督法》第四十条；期限：${REFERENCE}`,
  }),
  rule({
    key: 'filing.catalogue', amount: 1, unit: 'month', startEvent: 'yearEnded', label: '上一年度文件目录报送',
    basis: `《法规规章备案审查条例》第二十二条（一月三十一日前）；${REFERENCE}`, reminderDaysBefore: [14, 7, 3, 0],
  }),
  rule({
    key: 'filing.late', amount: 10, unit: 'calendarDay', startEvent: 'lateNoticed', label: '限期补报',
    basis: `《法规规章备案审查条例》第二十三条（限期报送）；期限：${REFERENCE}`,
  }),
  rule({
    key: 'formalCheck', amount: 15, unit: 'calendarDay', startEvent: 'received', label: '形式审查',
    basis: `《法规、司法解释备案审查工作办法》第十三条（十五日）；${REFERENCE}`,
    // a corrected package is examined anew, so the time begins again when it comes back
    onCorrection: 'restart', reminderDaysBefore: [3, 1, 0],
  }),
  rule({
    key: 'correction', amount: 15, unit: 'calendarDay', startEvent: 'correctionNoticed', label: '补正材料',
    basis: `《法规规章备案审查条例》第九条（十五日）；${REFERENCE}`,
  }),
  rule({
    key: 'distribute', amount: 5, unit: 'workDay', startEvent: 'registered', label: '分送审查',
    basis: REFERENCE, reminderDaysBefore: [2, 0],
  }),
  rule({
    key: 'committeeOpinion', amount: 30, unit: 'calendarDay', startEvent: 'distributed', label: '委员会审查意见',
    basis: REFERENCE, onSuspend: 'stop',
  }),
  rule({
    key: 'committeeOpinion.extension', amount: 30, unit: 'calendarDay', startEvent: 'previousDue', label: '委员会审查意见（延长）',
    basis: REFERENCE, onSuspend: 'stop',
  }),
  rule({
    key: 'proactiveReview', amount: 3, unit: 'month', startEvent: 'registered', label: '主动审查',
    basis: `《中华人民共和国立法法》第一百一十一条（主动审查）；期限：${REFERENCE}`, onSuspend: 'stop', reminderDaysBefore: [14, 7, 3, 0],
  }),
  rule({
    key: 'proactiveReview.extension', amount: 3, unit: 'month', startEvent: 'previousDue', label: '主动审查（延长，不超过三个月）',
    basis: REFERENCE, onSuspend: 'stop', reminderDaysBefore: [14, 7, 3, 0],
  }),
  rule({
    key: 'requestReview', amount: 3, unit: 'month', startEvent: 'requestReceived', label: '审查要求、审查建议的审查',
    basis: REFERENCE, onSuspend: 'stop', onCorrection: 'restart', reminderDaysBefore: [14, 7, 3, 0],
  }),
  rule({
    key: 'suggestionIncomplete', amount: 5, unit: 'workDay', startEvent: 'suggestionReceived', label: '通知补充审查建议内容',
    basis: REFERENCE, reminderDaysBefore: [2, 0],
  }),
  rule({
    key: 'notStartNotice', amount: 10, unit: 'calendarDay', startEvent: 'notStartDecided', label: '不启动审查的告知',
    basis: REFERENCE, reminderDaysBefore: [3, 0],
  }),
  rule({
    key: 'transferOut', amount: 10, unit: 'calendarDay', startEvent: 'foundOutOfScope', label: '移送有权机关',
    basis: `《中华人民共和国立法法》第一百一十五条（衔接联动）；期限：${REFERENCE}`, reminderDaysBefore: [3, 0],
  }),
  rule({
    key: 'inquiryReply', amount: 30, unit: 'calendarDay', startEvent: 'inquirySent', label: '制定机关答复函询',
    basis: `《法规规章备案审查条例》第十四条（在规定期限内）；期限：${REFERENCE}`,
  }),
  rule({
    key: 'countersign', amount: 2, unit: 'workDay', startEvent: 'sentToCountersign', label: '会签',
    basis: '本机关工作规则（法律没有规定）', place: 'own', reminderDaysBefore: [1, 0],
  }),
  rule({
    key: 'makerReply', amount: 30, unit: 'calendarDay', startEvent: 'opinionIssued', label: '制定机关反馈审查意见（三十日）',
    basis: REFERENCE, onSuspend: 'stop',
  }),
  rule({
    key: 'makerReply.twoMonths', amount: 2, unit: 'month', startEvent: 'opinionIssued', label: '制定机关反馈审查意见（两个月）',
    basis: `《中华人民共和国立法法》第一百一十二条（参照）；${REFERENCE}`, onSuspend: 'stop',
  }),
  rule({
    key: 'makerCorrection', amount: 30, unit: 'calendarDay', startEvent: 'makerAgreed', label: '制定机关修改或者废止',
    basis: REFERENCE, onSuspend: 'stop',
  }),
  rule({
    key: 'makerReport', amount: 30, unit: 'calendarDay', startEvent: 'makerCorrected', label: '修改、废止后报告并重新报备',
    basis: `《法规规章备案审查条例》第二十一条；${REFERENCE}`,
  }),
  rule({
    key: 'orderedFix', amount: 2, unit: 'month', startEvent: 'fixOrdered', label: '责令限期改正',
    basis: `${REFERENCE}（常务委员会决定另定日期的，从其决定）`, reminderDaysBefore: [14, 7, 3, 0],
  }),
  rule({
    key: 'feedbackToProposer', amount: 15, unit: 'calendarDay', startEvent: 'reviewEnded', label: '向提出人反馈审查结果',
    basis: `《中华人民共和国立法法》第一百一十三条（应当反馈）；期限：${REFERENCE}`,
  }),
  rule({
    key: 'annulmentReport', amount: 30, unit: 'calendarDay', startEvent: 'annulled', label: '撤销后处理情况报告',
    basis: REFERENCE,
  }),
  ...legislationRules,
]

/** The rule of that key among `rules`. Throws when there is none: a clock without a rule is a fault of the program. */
export const deadlineRule = (key: string, rules: readonly DeadlineRule[] = defaultDeadlineRules): DeadlineRule => {
  const found = rules.find((candidate) => candidate.key === key)
  if (!found) throw new RangeError(`没有名为“${key}”的期限规则。`)
  return found
}

/** What stands beside every due date: 已确认, or where the value comes from and that nobody confirmed it. */
export const ruleStanding = ({ confirmed, place }: Pick<DeadlineRule, 'confirmed' | 'place'>): '已确认' | '外省市参考·待确认' | '待确认' => {
  if (confirmed) return '已确认'
  return place === 'reference' ? '外省市参考·待确认' : '待确认'
}

/** What the rule says a pause of that cause does to its clock. */
export const pauseEffect = (rule: DeadlineRule, cause: PauseCause): PauseEffect => {
  switch (cause) {
    case 'suspend': return rule.onSuspend
    case 'correction': return rule.onCorrection
    case 'inquiry': return rule.onInquiry
    default: {
      const never: never = cause
      throw new RangeError(`unknown cause of a pause: ${String(never)}`)
    }
  }
}
