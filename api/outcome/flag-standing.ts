import { judgementOf } from './judge-flag.ts'

type PutFlagRow = { state: string; makerAnswer: string | null; judgement: unknown; events: { toState: string | null; note: string | null }[] }

/**
 * How a problem stands, as its maker is told: whether it was answered, and how it ended where it has. What reviewers wrote
 * to each other stays inside; a repeal, an annulment and the end of the case are facts and are named. `confirmed` again
 * means kept for an opinion, which is not told.
 */
export function toldStanding(flag: PutFlagRow): string {
  const unanswered = flag.makerAnswer === null
  switch (flag.state) {
    case 'putToMaker':
      return '没有答复'
    case 'answered':
    case 'confirmed':
      return unanswered ? '没有答复，由审查机关判断' : '已答复'
    case 'resolved': {
      const judgement = judgementOf(flag.judgement)
      if (judgement?.by === 'system') return judgement.note
      return unanswered ? '没有答复，审查机关登记为已解决' : '已答复，登记为已解决'
    }
    case 'endedWithCase': {
      const why = flag.events.findLast((e) => e.toState === 'endedWithCase')?.note
      return `${unanswered ? '没有答复，' : '已答复，'}随案了结${why == null ? '' : `：${why}`}`
    }
    case 'withdrawn':
      return '已撤回'
    default:
      return ''
  }
}
