import type { components } from '../../api/schema.d.ts'
import { messages } from '../../messages/zh.ts'

export type Plan = components['schemas']['LegislationPlan']
export type PlanItem = components['schemas']['PlanItem']
const words = messages.plan

/** How an item stands against its month, in words: what the board, the picture and the directory say alike. */
export function standingWord(item: PlanItem): string {
  const { kind, days, explained } = item.standing
  switch (kind) {
    case 'done': return item.class === 'survey' ? words.surveyDelivered : words.standing.done
    case 'deliveredLate': return words.standing.deliveredLate(days, explained)
    case 'running': return words.standing.running(days)
    case 'late': return words.standing.late(days, explained)
    // 暂缓, 搁置, 延期 each by its name
    case 'paused': return item.project === null ? words.standing.paused : `${item.project.stateSign} ${item.project.stateLabel}`
    case 'dropped':
    case 'delivered':
    case 'none':
      return words.standing[kind]
    default: {
      const never: never = kind
      throw new RangeError(`no standing ${String(never)}`)
    }
  }
}

/** The class that colours it; the word says the same without colour. */
export function standingTone(item: PlanItem): '' | 'late' | 'ok' | 'warn' {
  const { kind, owesExplanation } = item.standing
  if (kind === 'late') return 'late'
  if (owesExplanation) return 'warn'
  if (kind === 'done' || kind === 'delivered') return 'ok'
  return kind === 'paused' ? 'warn' : ''
}
