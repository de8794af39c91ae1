/**
 * Counting: quorum, majority, votes that add up, and the sentence that says what came of them.
 *
 * A majority is always one of ALL members (地方组织法第五十一条), never of those present.
 */

export type VoteCount = { for: number; against: number; abstain: number; notVoting: number }
export type VoteResult = 'passed' | 'notPassed'
export const voteResultLabels: Record<VoteResult, string> = { passed: '通过', notPassed: '未通过' }

export const MAJORITY_BASIS = '《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》第五十一条：由常务委员会以全体组成人员的过半数通过'

/** Members who must jointly propose an amendment to the voting text. Taken from another city's rule; not confirmed. */
export const amendmentProposers = { amount: 5, confirmed: false, basis: '外省市条例参考·待确认：五名以上组成人员联名可以对表决稿提出修正案，修正案先于表决稿表决' } as const

/** More than half of all members. */
export const majorityOf = (membersTotal: number): number => Math.floor(membersTotal / 2) + 1
export const hasQuorum = (present: number, membersTotal: number): boolean => membersTotal > 0 && present >= majorityOf(membersTotal)
export const resultOf = (count: Pick<VoteCount, 'for'>, membersTotal: number): VoteResult => (count.for >= majorityOf(membersTotal) ? 'passed' : 'notPassed')
export const votesCast = (count: VoteCount): number => count.for + count.against + count.abstain + count.notVoting

/** Why a count cannot be right, in Chinese; null when it is. */
export function countFault({ count, present, membersTotal, registered }: { count: VoteCount; present: number; membersTotal: number; /** members registered as present; null where that is not known any more */ registered: number | null }): string | null {
  if (Object.values(count).some((n) => !Number.isInteger(n) || n < 0)) return '票数应为零或者正整数，请核对。'
  if (present > membersTotal) return `出席 ${present} 人，多于全体组成人员 ${membersTotal} 人，请核对出席人数。`
  if (registered !== null && present > registered) return `出席 ${present} 人，多于签到的组成人员 ${registered} 人；有人后到的，请先登记出席，再登记计票。`
  const cast = votesCast(count)
  if (cast !== present) return `赞成、反对、弃权、未按表决器合计 ${cast}，与出席 ${present} 人不一致，${cast > present ? '多' : '少'} ${Math.abs(cast - present)}，请核对计票。`
  return null
}

/** What came of a vote, said as a clerk would read it: 赞成 19 票，虽过出席人数之半，未过全体组成人员（39 人）之半。 */
export function resultSentence({ count, present, membersTotal }: { count: Pick<VoteCount, 'for'>; present: number; membersTotal: number }): string {
  const all = `全体组成人员（${membersTotal} 人）`
  if (resultOf(count, membersTotal) === 'passed') return `赞成 ${count.for} 票，超过${all}之半，通过。`
  return `赞成 ${count.for} 票，${count.for * 2 > present ? '虽过出席人数之半，' : ''}未过${all}之半，未通过。`
}

/** How many votes for were missing; 0 when it passed. */
export const votesMissing = (count: Pick<VoteCount, 'for'>, membersTotal: number): number => Math.max(0, majorityOf(membersTotal) - count.for)

export type VoteCellKind = 'for' | 'against' | 'abstain' | 'notVoting' | 'away'
/** One cell a member, by kind and not by seat: what the bar of a vote shows. */
export const voteCells = (count: VoteCount, membersTotal: number): VoteCellKind[] => {
  const cells = (kind: VoteCellKind, n: number): VoteCellKind[] => Array.from({ length: Math.max(0, n) }, () => kind)
  return [...cells('for', count.for), ...cells('against', count.against), ...cells('abstain', count.abstain), ...cells('notVoting', count.notVoting), ...cells('away', membersTotal - votesCast(count))]
}
