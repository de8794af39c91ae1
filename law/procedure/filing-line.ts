/**
 * Who files what with whom (people's congress line).
 *
 * 监督法第三十九条 gives each standing committee the power over its own government, commission, court and
 * procuratorate and over the congress next below; so what an office of a county makes goes to the county's
 * standing committee, and only the county congress's own resolutions go one level up.
 */
import type { DocumentKind } from './document-kind.ts'
import { documentKindFact } from './document-kind.ts'
import { type OrganKind, type OrganLevel, type OrganRef, organLevelLabels, regionAtLevel, upperLevel } from './organ.ts'

export type OutOfScopeReason =
  | 'partyLine'
  | 'governmentLine'
  | 'notNormative'
  | 'nationalLevel'
  | 'provinceFiles'
  | 'nothingToFile'
  | 'unknownMaker'

export const outOfScopeLabels: Record<OutOfScopeReason, string> = {
  partyLine: '属于党内规范性文件备案渠道',
  governmentLine: '属于政府系统备案渠道',
  notNormative: '不属于规范性文件',
  nationalLevel: '应当报全国人大常委会',
  provinceFiles: '由省级人大常委会统一报备',
  nothingToFile: '这类机关不单独制发应当报备的文件',
  unknownMaker: '制定机关不在报备范围内，请核对',
}

export type FilingTarget = 'sameLevelCommittee' | 'upperCommittee'

export type FilingLineRow = {
  key: string
  makerKinds: readonly OrganKind[]
  makerLevels: readonly OrganLevel[]
  documentKinds: readonly DocumentKind[]
  target: FilingTarget
  deadlineRuleKey: 'filing.rule' | 'filing.other'
  basis: string
  note: string
}

const supervisionLaw = '《中华人民共和国各级人民代表大会常务委员会监督法》第三十九条'
const withReserve = (basis: string): string => `${basis}；报送程序和期限按省级规定（外省市条例参考·待确认）`
const ownLevels: readonly OrganLevel[] = ['province', 'city', 'county']

/** The rows of the filing lines. The first row that fits decides. */
export const filingLines: readonly FilingLineRow[] = [
  {
    key: 'governmentRule', makerKinds: ['government'], makerLevels: ['province', 'city'], documentKinds: ['governmentRule'],
    target: 'sameLevelCommittee', deadlineRuleKey: 'filing.rule',
    basis: '《中华人民共和国立法法》第一百零九条第四项；《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》第七十四条',
    note: '设区的市的规章同时报省级人大常委会、省级人民政府和国务院；省级的规章同时报国务院。',
  },
  {
    key: 'governmentPaper', makerKinds: ['government', 'governmentOffice'], makerLevels: ownLevels, documentKinds: ['normativeDocument'],
    target: 'sameLevelCommittee', deadlineRuleKey: 'filing.other', basis: withReserve(supervisionLaw),
    note: '政府和政府办公厅（室）的文件报本级人大常委会，不报上一级；政府系统的备案另行办理。',
  },
  {
    key: 'departmentPaper', makerKinds: ['governmentDepartment'], makerLevels: ownLevels, documentKinds: ['normativeDocument'],
    target: 'sameLevelCommittee', deadlineRuleKey: 'filing.other', basis: '外省市条例参考·待确认',
    note: '政府部门根据法规授权制定的文件报本级人大常委会，其他部门文件在政府系统备案。',
  },
  {
    key: 'supervision', makerKinds: ['supervisoryCommission'], makerLevels: ownLevels,
    documentKinds: ['supervisionNormativeDocument', 'normativeDocument'],
    target: 'sameLevelCommittee', deadlineRuleKey: 'filing.other', basis: withReserve(supervisionLaw), note: '监察规范性文件报本级人大常委会。',
  },
  {
    key: 'court', makerKinds: ['court'], makerLevels: ownLevels, documentKinds: ['courtGuidance', 'normativeDocument'],
    target: 'sameLevelCommittee', deadlineRuleKey: 'filing.other', basis: withReserve(supervisionLaw), note: '审判工作指导性规范性文件报本级人大常委会。',
  },
  {
    key: 'procuratorate', makerKinds: ['procuratorate'], makerLevels: ownLevels, documentKinds: ['procuratorateGuidance', 'normativeDocument'],
    target: 'sameLevelCommittee', deadlineRuleKey: 'filing.other', basis: withReserve(supervisionLaw), note: '检察工作指导性规范性文件报本级人大常委会。',
  },
  {
    key: 'countyCongress', makerKinds: ['congress', 'standingCommittee'], makerLevels: ['county'], documentKinds: ['resolutionDecision', 'normativeDocument'],
    target: 'upperCommittee', deadlineRuleKey: 'filing.other', basis: withReserve(supervisionLaw),
    note: '县级人大及其常委会的决议、决定报上一级人大常委会。',
  },
  {
    key: 'cityCongress', makerKinds: ['congress', 'standingCommittee'], makerLevels: ['city'], documentKinds: ['resolutionDecision', 'normativeDocument'],
    target: 'upperCommittee', deadlineRuleKey: 'filing.other', basis: withReserve(supervisionLaw),
    note: '设区的市人大及其常委会的决议、决定报省级人大常委会。',
  },
  {
    key: 'townshipCongress', makerKinds: ['townshipCongress', 'congress'], makerLevels: ['township'], documentKinds: ['resolutionDecision', 'normativeDocument'],
    target: 'upperCommittee', deadlineRuleKey: 'filing.other', basis: withReserve(supervisionLaw),
    note: '乡镇人大的决议、决定报县级人大常委会。',
  },
]

export type FilingReceiver = {
  kind: 'standingCommittee'
  level: OrganLevel
  regionCode: string
  /** the organ in the system; null when the system does not know it */
  organ: OrganRef | null
}

export type FilingLine = {
  receiver: FilingReceiver | null
  deadlineRuleKey: 'filing.rule' | 'filing.other' | null
  /** key of the row that decided; null when out of scope */
  line: string | null
  basis: string
  note: string
  outOfScope?: OutOfScopeReason
}

export type FilingLineQuestion = {
  maker: Pick<OrganRef, 'kind' | 'level' | 'regionCode' | 'parentRegionCode'>
  documentKind: DocumentKind
  organs: readonly OrganRef[]
}

const upperRegion = (region: Pick<OrganRef, 'regionCode' | 'parentRegionCode'>, level: OrganLevel): string =>
  region.parentRegionCode ?? regionAtLevel(region.regionCode, level)

/** The level above that has a standing committee in the region above: a county may stand directly under a province. */
const upperReceiver = ({ maker, organs }: Pick<FilingLineQuestion, 'maker' | 'organs'>): { level: OrganLevel; regionCode: string } | null => {
  const level = upperLevel(maker.level)
  if (!level) return null
  const regionCode = upperRegion(maker, level)
  const named = maker.parentRegionCode
    ? organs.find((organ) => organ.kind === 'standingCommittee' && organ.regionCode === maker.parentRegionCode)
    : undefined
  return { level: named?.level ?? level, regionCode }
}

const receiverAt = ({ level, regionCode }: { level: OrganLevel; regionCode: string }, organs: readonly OrganRef[]): FilingReceiver => ({
  kind: 'standingCommittee',
  level,
  regionCode,
  organ: organs.find((organ) => organ.kind === 'standingCommittee' && organ.level === level && organ.regionCode === regionCode) ?? null,
})

const outOf = (outOfScope: OutOfScopeReason, basis: string, note: string): FilingLine => ({
  receiver: null, deadlineRuleKey: null, line: null, basis, note, outOfScope,
})

const outOfScopeByDocument = (documentKind: DocumentKind): FilingLine | null => {
  const fact = documentKindFact(documentKind)
  if (fact.filed) return null
  const reason: OutOfScopeReason =
    documentKind === 'partyJointDocument' ? 'partyLine' : documentKind === 'localRegulation' ? 'provinceFiles' : 'notNormative'
  return outOf(reason, fact.basis, `${fact.reason ?? ''}。`)
}

const outOfScopeByMaker = ({ maker, documentKind }: FilingLineQuestion): FilingLine => {
  switch (maker.kind) {
    case 'party':
      return outOf('partyLine', '《中华人民共和国立法法》第一百一十五条（衔接联动）', '党的机关的文件按照党内规范性文件备案渠道报送。')
    case 'townshipGovernment':
      return outOf('governmentLine', '外省市条例参考·待确认', '乡镇人民政府的文件报县级人民政府，不报人大常委会。')
    case 'congress':
    case 'standingCommittee':
      if (maker.level === 'province') {
        return outOf('nationalLevel', '《中华人民共和国立法法》第一百零九条、第一百一十五条', '省级人大及其常委会的文件不在本级报备范围内。')
      }
      break
    case 'legalAffairsCommission':
    case 'specialCommittee':
    case 'workingCommittee':
    case 'generalOffice':
      return outOf('nothingToFile', supervisionLaw, '人大常委会的工作机构和办事机构不以自己的名义制发应当报备的规范性文件，请核对制定机关。')
    default:
      break
  }
  return outOf(
    'unknownMaker', supervisionLaw,
    `${organLevelLabels[maker.level]}的这类机关不制发“${documentKindFact(documentKind).label}”，请核对制定机关和文件种类。`,
  )
}

/**
 * With which standing committee a document is filed, within which period, and on what basis. A document or
 * maker that this line does not take has no receiver and says where it belongs. `organs` are those the
 * system knows: a receiver that is not among them is named by level and region with `organ: null`.
 */
export const filingLine = (question: FilingLineQuestion): FilingLine => {
  const { maker, documentKind, organs } = question
  const byDocument = maker.kind === 'party' ? null : outOfScopeByDocument(documentKind)
  if (byDocument) return byDocument
  const row = filingLines.find(
    (candidate) =>
      candidate.makerKinds.includes(maker.kind) &&
      candidate.makerLevels.includes(maker.level) &&
      candidate.documentKinds.includes(documentKind),
  )
  if (!row) return outOfScopeByMaker(question)
  const place =
    row.target === 'sameLevelCommittee'
      ? { level: maker.level, regionCode: maker.regionCode }
      : upperReceiver(question)
  if (!place) return outOfScopeByMaker(question)
  return { receiver: receiverAt(place, organs), deadlineRuleKey: row.deadlineRuleKey, line: row.key, basis: row.basis, note: row.note }
}

/** True when `addressee` is the committee that the line names. */
export const isRightLine = (line: FilingLine, addressee: Pick<OrganRef, 'kind' | 'level' | 'regionCode'>): boolean =>
  line.receiver !== null &&
  addressee.kind === 'standingCommittee' &&
  addressee.level === line.receiver.level &&
  addressee.regionCode === line.receiver.regionCode
