/**
 * 确定听证参加人: who of those who applied speaks, who sits in, and on what ground somebody does neither.
 *
 * The national law asks for a hearing where views differ much (立法法 39) and leaves the choice to the rules of the house:
 * speakers in roughly equal numbers for each side, told before the hearing. The rows are marked 参照 until a house confirms them.
 */
/** 听证会 when views differ much, 论证会 when the matter is technical, 座谈会 (立法法 39 as a model). */
export const hearingKinds = ['hearing', 'expertMeeting', 'seminar'] as const
export type HearingKind = (typeof hearingKinds)[number]
export const hearingKindLabels: Record<HearingKind, string> = { hearing: '立法听证会', expertMeeting: '立法论证会', seminar: '立法座谈会' }
export const hearingKindOf = (stored: string): HearingKind => hearingKinds.find((kind) => kind === stored) ?? 'hearing'

export const hearingOutcomes = ['speak', 'observe', 'notChosen'] as const
export type HearingOutcome = (typeof hearingOutcomes)[number]
export const hearingOutcomeLabels: Record<HearingOutcome, string> = { speak: '陈述人', observe: '旁听', notChosen: '没有选定' }

/** Why somebody was not given the part that was applied for. */
export const hearingGrounds = ['sameView', 'seatsFull', 'conditions', 'withdrew', 'unreachable', 'other'] as const
export type HearingGround = (typeof hearingGrounds)[number]
export const hearingGroundLabels: Record<HearingGround, string> = { sameView: '相同观点已有陈述人', seatsFull: '名额已满', conditions: '不符合公告的条件', withdrew: '本人不再参加', unreachable: '多次联系不上', other: '其他理由' }

export const hearingChoiceRules = {
  whole: '《中华人民共和国立法法》第三十九条（参照）：报名的人逐一有结果',
  seats: '公告的人数',
  ground: '听证规则（外省市条例参考）：没有按报名安排的写明理由',
  balance: '听证规则（外省市条例参考）：各方陈述人人数大体相当',
} as const
/** As many more on one side as still count as roughly equal. */
const MOST_APART = 1

export type HearingWish = { number: number; part: 'speak' | 'observe'; side: 'favour' | 'against' | 'other' | null }
export type HearingAnswer = { number: number; outcome: HearingOutcome; ground: HearingGround | null; note: string }
export type ChoiceFault = { path: string; message: string; basis: string }

/** How many take part, and on which side. */
export function countChoice(wishes: readonly HearingWish[], answers: readonly HearingAnswer[]) {
  const as = (outcome: HearingOutcome): number[] => answers.filter((a) => a.outcome === outcome).map((a) => a.number)
  const speakers = new Set(as('speak'))
  const of = (side: HearingWish['side']): number => wishes.filter((w) => speakers.has(w.number) && w.side === side).length
  return { speak: speakers.size, observe: as('observe').length, notChosen: as('notChosen').length, favour: of('favour'), against: of('against'), other: of('other') }
}

/** Whether the sides are further apart than roughly equal although somebody of the smaller one wished to speak and does not. */
export function isLopsided(wishes: readonly HearingWish[], answers: readonly HearingAnswer[]): boolean {
  const { favour, against } = countChoice(wishes, answers)
  if (Math.abs(favour - against) <= MOST_APART) return false
  const smaller = favour < against ? 'favour' : 'against'
  const speaking = new Set(answers.filter((a) => a.outcome === 'speak').map((a) => a.number))
  return wishes.some((w) => w.part === 'speak' && w.side === smaller && !speaking.has(w.number))
}

/**
 * What is wrong with a choice: everybody has one answer, nobody speaks who only wished to listen, no more than the announced
 * seats, a ground for whoever was not given what was applied for, and one that is true.
 */
export function faultsOfChoice(options: { wishes: readonly HearingWish[]; answers: readonly HearingAnswer[]; seats: { speak: number; observe: number } }): ChoiceFault[] {
  const { wishes, answers, seats } = options
  const { whole, seats: ofSeats, ground: ofGround } = hearingChoiceRules
  const counted = countChoice(wishes, answers)
  const left = { speak: seats.speak - counted.speak, observe: seats.observe - counted.observe }
  const strangers = answers.filter((a) => !wishes.some((w) => w.number === a.number)).map((a): ChoiceFault => ({ path: `answers.${a.number}`, message: `没有报名序号 ${a.number}。`, basis: whole }))
  const each = wishes.flatMap((wish): ChoiceFault[] => {
    const path = `answers.${wish.number}`
    const [answer, ...more] = answers.filter((a) => a.number === wish.number)
    if (answer === undefined || more.length > 0) return [{ path, message: `报名序号 ${wish.number} 还没有结果。`, basis: whole }]
    if (answer.outcome === 'speak' && wish.part === 'observe') return [{ path, message: `报名序号 ${wish.number} 报的是旁听，不能定为陈述人。`, basis: ofSeats }]
    if (answer.outcome === wish.part) return []
    if (answer.ground === null) return [{ path, message: `请选择报名序号 ${wish.number} ${answer.outcome === 'observe' ? '改为旁听' : '没有选定'}的理由。`, basis: ofGround }]
    if (answer.ground === 'other' && answer.note.trim() === '') return [{ path, message: `请写明报名序号 ${wish.number} 的理由。`, basis: ofGround }]
    if (answer.ground === 'seatsFull' && left[wish.part] > 0) return [{ path, message: `报名序号 ${wish.number}：${wish.part === 'speak' ? '陈述' : '旁听'}的名额还有 ${left[wish.part]} 个，不是名额已满。`, basis: ofGround }]
    return []
  })
  const over = (['speak', 'observe'] as const).flatMap((part): ChoiceFault[] => (left[part] >= 0 ? [] : [{ path: 'answers', message: `公告的${part === 'speak' ? '陈述人（参加人）' : '旁听人'}是 ${seats[part]} 人，选了 ${counted[part]} 人，多 ${-left[part]} 人。`, basis: ofSeats }]))
  return [...over, ...strangers, ...each]
}
