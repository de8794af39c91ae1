/** Kinds of documents that come to filing, their rank, and what each may set. */

export const documentKinds = [
  'localRegulation', 'governmentRule', 'normativeDocument', 'resolutionDecision', 'supervisionNormativeDocument', 'courtGuidance',
  'procuratorateGuidance', 'partyJointDocument', 'internalManagement', 'appointment', 'oneOffMatter', 'reportOrRequest',
] as const
export type DocumentKind = (typeof documentKinds)[number]

/** Higher number, higher force. Resolutions bind as decisions of a congress but create no penalty, licence or coercion. */
export type LegalRank = 'localRegulation' | 'governmentRule' | 'normativeDocument' | 'none'

export type DocumentKindFact = {
  kind: DocumentKind
  label: string
  rank: LegalRank
  /** false: not a document that this line files (internal matters, appointments, the Party's line …) */
  filed: boolean
  /** why it is not filed here; null when it is */
  reason: string | null
  basis: string
}

const notNormative = '不具有普遍约束力，不能反复适用，不属于规范性文件'
const scopeBasis = '《中华人民共和国各级人民代表大会常务委员会监督法》第三十九条；外省市条例参考'

export const documentKindFacts: readonly DocumentKindFact[] = [
  {
    kind: 'localRegulation', label: '地方性法规', rank: 'localRegulation', filed: false,
    reason: '设区的市地方性法规由省级人大常委会报全国人大常委会和国务院备案，不走本级报备', basis: '《中华人民共和国立法法》第一百零九条第二项',
  },
  { kind: 'governmentRule', label: '政府规章', rank: 'governmentRule', filed: true, reason: null, basis: '《中华人民共和国立法法》第一百零九条第四项' },
  { kind: 'normativeDocument', label: '规范性文件', rank: 'normativeDocument', filed: true, reason: null, basis: scopeBasis },
  { kind: 'resolutionDecision', label: '决议、决定', rank: 'normativeDocument', filed: true, reason: null, basis: scopeBasis },
  { kind: 'supervisionNormativeDocument', label: '监察规范性文件', rank: 'normativeDocument', filed: true, reason: null, basis: scopeBasis },
  { kind: 'courtGuidance', label: '审判工作指导性规范性文件', rank: 'normativeDocument', filed: true, reason: null, basis: scopeBasis },
  { kind: 'procuratorateGuidance', label: '检察工作指导性规范性文件', rank: 'normativeDocument', filed: true, reason: null, basis: scopeBasis },
  {
    kind: 'partyJointDocument', label: '党政联合发文', rank: 'normativeDocument', filed: false,
    reason: '党政联合发文按照党内规范性文件备案渠道报送', basis: '《中华人民共和国立法法》第一百一十五条（衔接联动）',
  },
  { kind: 'internalManagement', label: '内部管理文件', rank: 'none', filed: false, reason: notNormative, basis: scopeBasis },
  { kind: 'appointment', label: '人事任免', rank: 'none', filed: false, reason: notNormative, basis: scopeBasis },
  { kind: 'oneOffMatter', label: '对具体事项的决定', rank: 'none', filed: false, reason: notNormative, basis: scopeBasis },
  { kind: 'reportOrRequest', label: '请示、报告', rank: 'none', filed: false, reason: notNormative, basis: scopeBasis },
]

/** The facts of a kind. */
export const documentKindFact = (kind: DocumentKind): DocumentKindFact => {
  const found = documentKindFacts.find((fact) => fact.kind === kind)
  if (!found) throw new RangeError(`没有名为“${kind}”的文件种类。`)
  return found
}

// --- what may set what -----------------------------------------------------------------------------

export const powers = ['penalty', 'licence', 'coerciveMeasure', 'coerciveEnforcement', 'rightsOrDuties', 'licenceFee'] as const
export type Power = (typeof powers)[number]

/** Instruments of the table: those above our documents are needed to judge what a basis may carry. */
export const instruments = [
  'law', 'administrativeRegulation', 'localRegulation', 'departmentalRule', 'provincialGovernmentRule', 'cityGovernmentRule', 'normativeDocument',
] as const
export type Instrument = (typeof instruments)[number]

export type PowerRule = {
  instrument: Instrument
  power: Power
  may: 'yes' | 'limited' | 'no'
  /** what exactly it may set, or why it may not */
  extent: string
  basis: string
}

const penaltyLaw = '《中华人民共和国行政处罚法》'
const licenceLaw = '《中华人民共和国行政许可法》'
const coercionLaw = '《中华人民共和国行政强制法》'
const legislationLaw = '《中华人民共和国立法法》'

const row = (instrument: Instrument, power: Power, may: PowerRule['may'], extent: string, basis: string): PowerRule => ({ instrument, power, may, extent, basis })
const noEnforcement = (instrument: Instrument): PowerRule =>
  row(instrument, 'coerciveEnforcement', 'no', '行政强制执行由法律设定', `${coercionLaw}第十三条`)
const noMeasure = (instrument: Instrument): PowerRule =>
  row(instrument, 'coerciveMeasure', 'no', '法律、法规以外的其他规范性文件不得设定行政强制措施', `${coercionLaw}第十条`)
const feeOf = (instrument: Instrument, may: 'yes' | 'no'): PowerRule =>
  row(instrument, 'licenceFee', may, may === 'yes' ? '可以规定行政许可收费' : '实施行政许可不得收费，法律、行政法规另有规定的除外', `${licenceLaw}第五十八条`)

export const powerRules: readonly PowerRule[] = [
  row('law', 'penalty', 'yes', '可以设定各种行政处罚', `${penaltyLaw}第十条`),
  row('law', 'licence', 'yes', '可以设定行政许可', `${licenceLaw}第十四条`),
  row('law', 'coerciveMeasure', 'yes', '可以设定行政强制措施', `${coercionLaw}第十条`),
  row('law', 'coerciveEnforcement', 'yes', '可以设定行政强制执行', `${coercionLaw}第十三条`),
  row('law', 'rightsOrDuties', 'yes', '可以规定权利和义务', `${legislationLaw}第十条、第十一条`),
  feeOf('law', 'yes'),
  row('administrativeRegulation', 'penalty', 'limited', '除限制人身自由以外的行政处罚', `${penaltyLaw}第十一条`),
  row('administrativeRegulation', 'licence', 'limited', '尚未制定法律的，可以设定', `${licenceLaw}第十四条`),
  row('administrativeRegulation', 'coerciveMeasure', 'limited', '尚未制定法律且属于国务院职权的，可以设定有限的措施', `${coercionLaw}第十条`),
  noEnforcement('administrativeRegulation'),
  row('administrativeRegulation', 'rightsOrDuties', 'limited', '为执行法律或者在国务院职权内', `${legislationLaw}第七十二条`),
  feeOf('administrativeRegulation', 'yes'),
  row('localRegulation', 'penalty', 'limited', '除限制人身自由、吊销营业执照以外；对上位法的处罚作具体规定的，不得超出行为、种类和幅度', `${penaltyLaw}第十二条`),
  row('localRegulation', 'licence', 'limited', '尚未制定法律、行政法规的，可以设定；不得设定全国统一的资格资质和企业设立登记及其前置许可', `${licenceLaw}第十五条`),
  row('localRegulation', 'coerciveMeasure', 'limited', '尚未制定法律、行政法规且属于地方性事务的，只可以设定查封、扣押', `${coercionLaw}第十条`),
  noEnforcement('localRegulation'),
  row('localRegulation', 'rightsOrDuties', 'limited', '不同上位法相抵触，不涉及只能制定法律的事项', `${legislationLaw}第十一条、第八十一条`),
  feeOf('localRegulation', 'no'),
  row('departmentalRule', 'penalty', 'limited', '警告、通报批评或者一定数额罚款，限额由国务院规定', `${penaltyLaw}第十三条`),
  row('departmentalRule', 'licence', 'no', '只可以在上位法设定的许可范围内作具体规定', `${licenceLaw}第十六条、第十七条`),
  noMeasure('departmentalRule'),
  noEnforcement('departmentalRule'),
  row('departmentalRule', 'rightsOrDuties', 'no', '没有上位依据，不得减损权利或者增加义务', `${legislationLaw}第九十一条`),
  feeOf('departmentalRule', 'no'),
  row('provincialGovernmentRule', 'penalty', 'limited', '警告、通报批评或者一定数额罚款，限额由省级人大常委会规定', `${penaltyLaw}第十四条`),
  row('provincialGovernmentRule', 'licence', 'limited', '尚未制定法律、行政法规、地方性法规，确需立即实施的，可以设定一年以内的临时性许可', `${licenceLaw}第十五条`),
  noMeasure('provincialGovernmentRule'),
  noEnforcement('provincialGovernmentRule'),
  row('provincialGovernmentRule', 'rightsOrDuties', 'no', '没有法律、行政法规、地方性法规的依据，不得减损权利或者增加义务', `${legislationLaw}第九十三条`),
  feeOf('provincialGovernmentRule', 'no'),
  row('cityGovernmentRule', 'penalty', 'limited', '警告、通报批评或者一定数额罚款，限额由省级人大常委会规定', `${penaltyLaw}第十四条`),
  row('cityGovernmentRule', 'licence', 'no', '只可以在上位法设定的许可范围内作具体规定', `${licenceLaw}第十五条、第十六条、第十七条`),
  noMeasure('cityGovernmentRule'),
  noEnforcement('cityGovernmentRule'),
  row('cityGovernmentRule', 'rightsOrDuties', 'no', '没有法律、行政法规、地方性法规的依据，不得减损权利或者增加义务', `${legislationLaw}第九十三条`),
  feeOf('cityGovernmentRule', 'no'),
  row('normativeDocument', 'penalty', 'no', '其他规范性文件不得设定行政处罚', `${penaltyLaw}第十六条`),
  row('normativeDocument', 'licence', 'no', '其他规范性文件一律不得设定行政许可', `${licenceLaw}第十七条`),
  noMeasure('normativeDocument'),
  noEnforcement('normativeDocument'),
  row('normativeDocument', 'rightsOrDuties', 'no', '没有法律、法规依据，不得减损权利或者增加义务', '《中华人民共和国各级人民代表大会常务委员会监督法》第三十九条第一项'),
  feeOf('normativeDocument', 'no'),
]

/** What an instrument may do in one power, with the article that says so. */
export const powerRule = (instrument: Instrument, power: Power): PowerRule => {
  const found = powerRules.find((candidate) => candidate.instrument === instrument && candidate.power === power)
  if (!found) throw new RangeError(`权限表中没有“${instrument}／${power}”。`)
  return found
}
