/** Roles that act in the procedures. A person holds them through a membership in an organ. */

export const procedureRoles = [
  'filingClerk', 'receptionClerk', 'reviewer', 'reviewChief', 'committeeMember', 'councilMember', 'issuer', 'archivist', 'administrator',
  'drafter', 'provinceOfficer', 'legislationOfficer', 'legislationChief', 'meetingClerk', 'proposerClerk', 'standingMember', 'system',
] as const
export type ProcedureRole = (typeof procedureRoles)[number]

export const procedureRoleLabels: Record<ProcedureRole, string> = {
  filingClerk: '报备员',
  receptionClerk: '接收登记人员',
  reviewer: '审查人员',
  reviewChief: '审查机构负责人',
  committeeMember: '委员会人员',
  councilMember: '主任会议成员',
  issuer: '签发人',
  archivist: '档案管理人员',
  administrator: '系统管理员',
  drafter: '起草单位人员',
  provinceOfficer: '上级人大工作人员',
  legislationOfficer: '法规工作人员',
  legislationChief: '法制工作委员会负责人',
  meetingClerk: '会议工作人员',
  proposerClerk: '提案机关工作人员',
  standingMember: '常委会组成人员',
  system: '系统（到期自动）',
}
