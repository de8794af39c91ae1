/** Ways of contact with the maker, and what a maker says to a problem (domain §2.7). Words of screens and papers. */
export const contactMethods = ['phone', 'meeting', 'letter', 'visit', 'formalTalk', 'seminar', 'hearing', 'heardAtMeeting'] as const
export type ContactMethod = (typeof contactMethods)[number]
export const contactMethodLabels: Record<ContactMethod, string> = {
  phone: '电话', meeting: '当面沟通', letter: '书面', visit: '实地调研', formalTalk: '约谈', seminar: '座谈、论证', hearing: '听证', heardAtMeeting: '制定机关到会说明',
}
export const replyPositions = ['willModify', 'willRepeal', 'explains', 'refused'] as const
export type ReplyPosition = (typeof replyPositions)[number]
export const replyPositionLabels: Record<ReplyPosition, string> = { willModify: '同意修改', willRepeal: '同意废止', explains: '说明情况', refused: '不修改' }

export const labelOf = (labels: Readonly<Record<string, string>>, key: string): string => labels[key] ?? key
