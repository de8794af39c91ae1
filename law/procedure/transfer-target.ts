/**
 * Where a document or suggestion goes that is not for this committee (衔接联动). The duty is in 立法法 art
 * 115; the exact offices are practice, so every row is to be confirmed by the client.
 */

export type TransferTarget = { key: string; /** what it concerns */ matter: string; /** to which body */ target: string; basis: string }

const DUTY = '《中华人民共和国立法法》第一百一十五条；具体机关待确认'

export const transferTargets: readonly TransferTarget[] = [
  { key: 'partyDocument', matter: '党的机关的文件、党政联合发文', target: '同级党委办公厅（室）', basis: DUTY },
  { key: 'departmentDocument', matter: '政府部门不报人大常委会备案的文件', target: '同级人民政府司法行政部门', basis: DUTY },
  { key: 'countyGovernmentDocument', matter: '下一级政府及其部门的文件', target: '该级人大常委会', basis: DUTY },
  { key: 'otherLevelJudicial', matter: '其他级别的监察委员会、人民法院、人民检察院的文件', target: '同级人大常委会', basis: DUTY },
  { key: 'cityRegulation', matter: '设区的市地方性法规、省级国家机关的文件', target: '省级人大常委会法制工作机构', basis: DUTY },
  { key: 'nationalDocument', matter: '行政法规、省级地方性法规、司法解释', target: '全国人大常委会法制工作委员会', basis: DUTY },
  { key: 'militaryDocument', matter: '军事法规、规章和规范性文件', target: '军队有关机关', basis: DUTY },
]
