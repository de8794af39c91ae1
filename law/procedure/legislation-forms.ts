/** The forms of the steps of a legislative project: their fields, in the words that people read. */
import { emptyProjectFacts, type ProjectFacts, readingTracks, singleReadingGrounds } from './legislation-guards.ts'

/** What is asked for in a field. `meeting` names one that is held here, or is typed where it is not in the program. */
export type FieldKind = 'text' | 'longText' | 'date' | 'choice' | 'meeting' | 'organ'
export type FieldChoice = { value: string; label: string }

export type ProjectField = {
  name: string
  label: string
  kind: FieldKind
  choices: readonly FieldChoice[]
  /** kind of meeting that is offered: council, standingCommittee; null for every kind */
  meetingKind: 'council' | 'standingCommittee' | null
  hint: string | null
}

const field = (name: string, label: string, kind: FieldKind, more: Partial<ProjectField> = {}): ProjectField => ({ name, label, kind, choices: [], meetingKind: null, hint: null, ...more })

const trackLabels = { 1: '一次审议', 2: '两次审议', 3: '三次审议' } as const

export const projectFields: readonly ProjectField[] = [
  field('reason', '原因', 'longText'),
  field('councilMeeting', '主任会议', 'meeting', { meetingKind: 'council', hint: '选已登记的会议，或者写明第几次主任会议和日期' }),
  field('sessionMeeting', '常委会会议', 'meeting', { meetingKind: 'standingCommittee' }),
  field('reportedAt', '报告的常委会会议', 'meeting', { meetingKind: 'standingCommittee', hint: '列入议程以后撤回、终止审议，向常委会报告' }),
  field('draftingGroup', '起草单位和起草组', 'text', { hint: '牵头起草单位、参加单位和联系人' }),
  field('executiveMeeting', '政府常务会议', 'text', { hint: '第几次常务会议和日期' }),
  field('committee', '承担审议的专门委员会', 'organ'),
  field('consultationTo', '征求意见截止日期', 'date', { hint: '一般不少于三十日' }),
  field('consultationWhere', '公布的地方', 'text', { hint: '网站、报刊、联系点' }),
  field('notPublishedReason', '不公布的决定', 'longText', { hint: '一审后没有公开征求意见的，写明主任会议的决定' }),
  field('earlyReason', '提前结束征求意见的原因', 'longText'),
  field('readingTrack', '审议次数', 'choice', { choices: readingTracks.map((track) => ({ value: String(track), label: trackLabels[track] })) }),
  field('singleReadingGround', '一次审议的情形', 'choice', { choices: Object.entries(singleReadingGrounds).map(([value, label]) => ({ value, label })), hint: '一次审议就付表决的，要写明情形' }),
  field('clauses', '单独表决的条款', 'longText'),
  field('extendedUntil', '延期至', 'date'),
  field('decisionMeeting', '作出决定的会议', 'text'),
  field('decisionOn', '决定日期', 'date'),
  field('provinceConsent', '上级人大常委会同意撤回的情况', 'longText'),
  field('gazetteIssue', '刊登的公报期号', 'text'),
  field('effectiveOn', '施行日期', 'date'),
  field('handedOverOn', '报送日期', 'date'),
  field('filedOn', '报备案日期', 'date'),
  field('supportingRule', '配套规定的名称和文号', 'text'),
  field('issuedOn', '印发日期', 'date'),
  field('conclusion', '评估结论', 'longText'),
  field('repealedOn', '废止日期', 'date'),
  field('participants', '提前介入的单位和人员', 'text'),
  field('work', '参加的工作', 'longText'),
  field('finding', '调研情况', 'longText'),
  field('place', '调研地点和对象', 'text'),
  field('task', '交办事项', 'longText'),
  field('fromOrgan', '交办机关', 'text'),
  field('partyMatter', '报请的事项', 'choice', { choices: [{ value: 'list', label: '立项和列入计划' }, { value: 'vote', label: '法规案的重大问题（付表决前）' }] }),
  field('partyReply', '答复', 'longText'),
  field('partyRepliedOn', '答复日期', 'date'),
  field('explanation', '未按期的原因和下一步安排', 'longText'),
  field('newMonth', '改为哪个月提请', 'text', { hint: '如 2026-08' }),
  field('correctedArticle', '条文', 'text', { hint: '如 第二十条；一次更正一处' }),
  field('wordsBefore', '公布的文字', 'longText', { hint: '照公布的文本抄，在这一条里只出现一处' }),
  field('wordsAfter', '更正为', 'longText', { hint: '照公报刊登的标准文本抄' }),
  field('approvedBy', '批准人', 'text', { hint: '不能是登记更正的人' }),
  field('askedOn', '送出日期', 'date'),
  field('view', '意见内容', 'longText'),
  field('note', '备注', 'longText'),
]

/** Names of the fields, for refusals. */
export const projectFieldLabels: Readonly<Record<string, string>> = Object.fromEntries(projectFields.map(({ name, label }) => [name, label]))

/** Fields that a step offers beside the ones it requires. */
const offered: Readonly<Partial<Record<string, readonly string[]>>> = {
  appraise: ['note'], list: ['note'], startSurvey: ['place'], finishSurvey: ['note'], sendForGovReview: ['note'], submitBill: ['note'], placeOnAgenda: ['note'],
  consult: ['consultationWhere'], unifiedReview: ['notPublishedReason', 'earlyReason', 'note'], decideTrack: ['singleReadingGround'], withdraw: ['councilMeeting', 'reportedAt'], recordResearch: ['place'],
  explainDelay: ['newMonth'], evaluateBeforeVote: ['note'], handOver: ['note'], takeEffect: ['note'], resubmitBill: ['note'],
}

/** Offered fields that are required where this holds: the guard of the step asks for them, and the form says so at once. */
const requiredWhere: Readonly<Partial<Record<string, { fields: readonly string[]; holds: (facts: ProjectFacts) => boolean }>>> = {
  // 立法法 43 by analogy: on the agenda, 主任会议 consents and the standing committee is told
  withdraw: { fields: ['councilMeeting', 'reportedAt'], holds: ({ onAgenda }) => onAgenda },
}

export type FormField = ProjectField & { required: boolean }

/** The fields of a step's form: those it requires first, then those it offers; `facts`: of the project, where they are known. Throws RangeError for a field without a row. */
export const stepFields = (step: { key: string; requires: readonly string[] }, facts: ProjectFacts = emptyProjectFacts): FormField[] => {
  const find = (name: string, required: boolean): FormField => {
    const found = projectFields.find((candidate) => candidate.name === name)
    if (!found) throw new RangeError(`“${step.key}”的表单没有名为“${name}”的栏目。`)
    return { ...found, required }
  }
  const asked = requiredWhere[step.key]
  return [...step.requires.map((name) => find(name, true)), ...(offered[step.key] ?? []).map((name) => find(name, asked?.fields.includes(name) === true && asked.holds(facts)))]
}
