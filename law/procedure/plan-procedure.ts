/**
 * 立法规划 and 年度立法计划: drafted by the legal affairs commission, adopted and published by 主任会议 (立法法 56 as model).
 *
 * The Party checkpoint (报请市委) is practice and can be switched off for a plan; the question to the province's
 * commission is taken from other places. After adoption a plan changes only by an adjustment that the organ which
 * adopted it decides.
 */
import { type Guard, type Procedure, type StepFacts, transition } from './procedure.ts'

export const PLAN_PROCEDURE_VERSION = '2026-1'

export const planKinds = ['annual', 'fiveYear'] as const
export type PlanKind = (typeof planKinds)[number]
export const planKindLabels: Record<PlanKind, string> = { annual: '年度立法计划', fiveYear: '五年立法规划' }

/** The three classes of a plan (domain §1.3), in the order in which they are printed. */
export const planItemClasses = ['deliberation', 'reserve', 'survey'] as const
export type PlanItemClass = (typeof planItemClasses)[number]
export const planItemClassLabels: Record<PlanItemClass, string> = { deliberation: '审议项目', reserve: '预备项目', survey: '调研项目' }

export type PlanState = 'drafting' | 'consulting' | 'adopted' | 'published'

export type PlanFacts = StepFacts & {
  items: number
  /** items that name no proposer or no drafting unit, or are to be tabled and name no month */
  itemsIncomplete: number
  partyGate: boolean
  partyConsulted: boolean
  /** the date that was typed for adoption lies after today */
  adoptedInFuture: boolean
}
export type PlanGuard = 'hasItems' | 'itemsComplete' | 'partyConsulted' | 'notInFuture'

const REFERENCE = '外省市条例参考·待确认'
const model = (article: string): string => `《中华人民共和国立法法》第${article}条（参照）`
const PRACTICE = '立法工作惯例（法律没有规定，可由本机关调整）'

const guards: Record<PlanGuard, Guard<PlanFacts>> = {
  hasItems: { message: '计划里还没有项目，请先列入项目。', basis: model('五十六'), holds: ({ items }) => items > 0 },
  itemsComplete: {
    message: '有的项目没有写明提案人、起草单位，或者审议项目没有写明提请审议的月份，请先补全。', basis: `${model('五十六')}；${REFERENCE}`, holds: ({ itemsIncomplete }) => itemsIncomplete === 0,
  },
  partyConsulted: {
    message: '还没有登记报请党委的情况；请先登记，或者在本计划上关闭这一环节。', basis: PRACTICE, holds: ({ partyGate, partyConsulted }) => !partyGate || partyConsulted,
  },
  notInFuture: { message: '通过的日期不能晚于今天。', basis: PRACTICE, holds: ({ adoptedInFuture }) => !adoptedInFuture },
}

const office = ['legislationOfficer', 'legislationChief'] as const
const row = transition<PlanState, PlanGuard, never>

export const planProcedure: Procedure<PlanState, PlanGuard, PlanFacts, never> = {
  key: 'plan',
  version: PLAN_PROCEDURE_VERSION,
  label: '立法规划和计划',
  start: 'drafting',
  states: [
    { id: 'drafting', label: '编制中', sign: '●', phase: '编制' },
    { id: 'consulting', label: '征求上级意见', sign: '○', phase: '编制' },
    { id: 'adopted', label: '已通过', sign: '✓', phase: '执行' },
    { id: 'published', label: '已公布', sign: '✓', phase: '执行', final: true },
  ],
  transitions: [
    row({ key: 'askProvince', from: ['drafting'], to: 'consulting', label: '征求上级法制工作机构意见', actorRoles: office, guards: ['hasItems'], basis: REFERENCE }),
    row({ key: 'recordProvinceReply', from: ['consulting'], to: 'drafting', label: '登记上级意见', actorRoles: office, requires: ['opinion', 'repliedOn'], basis: REFERENCE }),
    row({ key: 'consultParty', from: ['drafting', 'consulting'], to: null, label: '登记报请党委的情况', actorRoles: ['legislationChief', 'councilMember'], requires: ['consultedOn', 'note'], basis: PRACTICE }),
    row({ key: 'skipParty', from: ['drafting', 'consulting'], to: null, label: '本计划不经过报请党委', actorRoles: ['legislationChief', 'councilMember'], requires: ['reason'], basis: PRACTICE }),
    row({
      key: 'adopt', from: ['drafting', 'consulting'], to: 'adopted', label: '登记主任会议通过', actorRoles: ['legislationChief', 'councilMember'],
      guards: ['hasItems', 'itemsComplete', 'partyConsulted', 'notInFuture'], requires: ['adoptedOn', 'adoptedBy'], basis: model('五十六'), dangerous: true,
    }),
    row({ key: 'publish', from: ['adopted'], to: 'published', label: '公布计划', actorRoles: ['legislationChief', 'councilMember'], basis: model('五十六'), dangerous: true }),
    row({
      key: 'adjust', from: ['adopted', 'published'], to: null, label: '登记计划调整', actorRoles: ['legislationChief', 'councilMember'],
      requires: ['decidedOn', 'decidedBy', 'reason'], basis: `${model('五十六')}；${REFERENCE}`,
    }),
  ],
  guards,
  fieldLabels: {
    opinion: '上级的意见', repliedOn: '收到意见的日期', consultedOn: '报请的日期', note: '报请和批复的情况', reason: '理由', adoptedOn: '通过的日期',
    adoptedBy: '通过的会议', decidedOn: '决定的日期', decidedBy: '决定的会议',
  },
  signedPapers: {},
}
