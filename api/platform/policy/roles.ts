/**
 * Roles a membership can carry (domain §7; a person may hold several, in several organs).
 * `side` says whose room the role is in: the maker's, the receiving committee's, or the administration's.
 */
export const roles = {
  filingClerk: { label: '报备员', side: 'maker' },
  drafter: { label: '起草人', side: 'maker' },
  receptionClerk: { label: '接收登记员', side: 'committee' },
  reviewer: { label: '审查员', side: 'committee' },
  reviewChief: { label: '审查机构负责人', side: 'committee' },
  committeeMember: { label: '专门委员会工作人员', side: 'committee' },
  councilMember: { label: '主任会议成员', side: 'committee' },
  issuer: { label: '签发人', side: 'committee' },
  archivist: { label: '档案员', side: 'committee' },
  provinceOfficer: { label: '上级备案审查人员', side: 'committee' },
  administrator: { label: '管理员', side: 'administration' },
} as const

export type RoleKey = keyof typeof roles

export const isRole = (value: string): value is RoleKey => Object.hasOwn(roles, value)
