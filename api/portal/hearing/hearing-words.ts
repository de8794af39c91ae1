export { type HearingKind, hearingKindLabels, hearingKindOf, hearingKinds } from '../../../law/procedure/index.ts'

/** What an announcement says; a correction changes these and nothing else. */
export type HearingFacts = {
  heldOn: string
  hours: string
  place: string
  matter: string
  participants: number
  observers: number
  conditions: string
  applyTo: string
  howTo: string
  placeRules: string
}
export const hearingFactLabels: Record<keyof HearingFacts, string> = {
  heldOn: '日期', hours: '时间', place: '地点', matter: '听取意见的事项', participants: '陈述人（参加人）人数', observers: '旁听人人数', conditions: '参加条件和产生办法', applyTo: '报名截止日期', howTo: '其他报名方式', placeRules: '依据和其他要求',
}

export const hearingParts = ['speak', 'observe'] as const
export type HearingPart = (typeof hearingParts)[number]
export const hearingPartLabels: Record<HearingPart, string> = { speak: '陈述意见', observe: '旁听' }

export const hearingPositions = ['favour', 'against', 'other'] as const
export type HearingPosition = (typeof hearingPositions)[number]
export const hearingPositionLabels: Record<HearingPosition, string> = { favour: '赞成', against: '反对', other: '其他意见' }

/** Where an announcement stands on a day: until its last day of applying it takes applications. */
export type HearingStanding = 'open' | 'closed' | 'past' | 'cancelled' | 'revoked'
export const standingOf = (hearing: { heldOn: string; applyTo: string; cancelled: boolean; revoked: boolean }, today: string): HearingStanding =>
  hearing.revoked ? 'revoked' : hearing.cancelled ? 'cancelled' : hearing.heldOn < today ? 'past' : hearing.applyTo < today ? 'closed' : 'open'
