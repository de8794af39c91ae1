/** The four standards of review, the extra local heads, and the codes of their flags. */

export const standards = ['constitutionality', 'policy', 'legality', 'propriety', 'other'] as const
export type Standard = (typeof standards)[number]

/** Those that a reviewer ticks by name before a conclusion. */
export const tickedStandards = ['constitutionality', 'policy', 'legality', 'propriety'] as const satisfies readonly Standard[]

export const standardLabels: Record<Standard, string> = {
  constitutionality: '合宪性', policy: '政治性', legality: '合法性', propriety: '适当性', other: '其他',
}

export const flagCodes = [
  'CONST', 'POLICY', 'RESERVED', 'ULTRA_VIRES', 'PENALTY', 'LICENSE', 'COERCION', 'INCONSISTENT', 'DELEGATION', 'VARIATION', 'PROCEDURE', 'UNLAWFUL',
  'PROPORTION', 'OUTDATED', 'UNREASONABLE', 'UNEQUAL', 'VALUES', 'RESOLUTION', 'HORIZONTAL', 'OTHER',
] as const
export type FlagCode = (typeof flagCodes)[number]

export type FlagKind = { standard: Standard; code: FlagCode; label: string; basis: string }

const supervisionLaw = '《中华人民共和国各级人民代表大会常务委员会监督法》第三十九条'
const workMethod = '《法规、司法解释备案审查工作办法》'
const legislationLaw = '《中华人民共和国立法法》'

export const flagKinds: readonly FlagKind[] = [
  { standard: 'constitutionality', code: 'CONST', label: '同宪法规定、宪法原则或者宪法精神不符', basis: `${workMethod}第三十六条` },
  { standard: 'policy', code: 'POLICY', label: '同党中央决策部署或者国家重大改革方向不符', basis: `${workMethod}第三十七条` },
  { standard: 'legality', code: 'RESERVED', label: '涉及只能由法律规定的事项', basis: `${legislationLaw}第十一条；${workMethod}第三十八条` },
  { standard: 'legality', code: 'ULTRA_VIRES', label: '超越权限，减损权利或者增加义务', basis: `${supervisionLaw}第一项；${workMethod}第三十八条` },
  { standard: 'legality', code: 'PENALTY', label: '违法设定行政处罚', basis: '《中华人民共和国行政处罚法》第十二条、第十四条、第十六条' },
  { standard: 'legality', code: 'LICENSE', label: '违法设定行政许可', basis: '《中华人民共和国行政许可法》第十六条、第十七条' },
  { standard: 'legality', code: 'COERCION', label: '违法设定行政强制', basis: '《中华人民共和国行政强制法》第十条、第十一条、第十三条' },
  { standard: 'legality', code: 'INCONSISTENT', label: '同上位法明显不一致，或者抵消、规避上位法', basis: `${supervisionLaw}第二项；${workMethod}第三十八条` },
  { standard: 'legality', code: 'DELEGATION', label: '违反授权或者超出授权范围', basis: `${workMethod}第三十八条` },
  { standard: 'legality', code: 'VARIATION', label: '对依法不能变通的事项作出变通规定', basis: `${workMethod}第三十八条` },
  { standard: 'legality', code: 'PROCEDURE', label: '违背法定程序', basis: '《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》第七十五条' },
  { standard: 'legality', code: 'UNLAWFUL', label: '其他违背法律、法规的情形', basis: `${supervisionLaw}第二项` },
  { standard: 'propriety', code: 'PROPORTION', label: '采取的措施同目的明显不相称', basis: `${supervisionLaw}第三项；${workMethod}第三十九条` },
  { standard: 'propriety', code: 'OUTDATED', label: '因情况变化明显不宜继续施行', basis: `${supervisionLaw}第三项；${workMethod}第三十九条` },
  { standard: 'propriety', code: 'UNREASONABLE', label: '权利、义务的规定明显不合理', basis: `${supervisionLaw}第三项；${workMethod}第三十九条` },
  { standard: 'propriety', code: 'UNEQUAL', label: '对同类主体明显不公平', basis: `${supervisionLaw}第三项；${workMethod}第三十九条` },
  { standard: 'propriety', code: 'VALUES', label: '明显违背社会主义核心价值观和公序良俗', basis: `${supervisionLaw}第三项；${workMethod}第三十九条` },
  { standard: 'other', code: 'RESOLUTION', label: '同本级或者上级人大及其常委会的决议、决定相抵触', basis: `${supervisionLaw}；外省市条例参考` },
  { standard: 'other', code: 'HORIZONTAL', label: '同同位阶文件相互矛盾', basis: '外省市条例参考' },
  { standard: 'other', code: 'OTHER', label: '其他问题', basis: '外省市条例参考' },
]

/** The kind of a code. */
export const flagKind = (code: FlagCode): FlagKind => {
  const found = flagKinds.find((kind) => kind.code === code)
  if (!found) throw new RangeError(`没有代码为“${code}”的问题种类。`)
  return found
}

export const flagSeverities = ['serious', 'ordinary', 'hint'] as const
export type FlagSeverity = (typeof flagSeverities)[number]
export const flagSeverityLabels: Record<FlagSeverity, string> = { serious: '严重', ordinary: '一般', hint: '提示' }

/** Where a flag may go: a standing committee of a city or county has no power over 合宪性 and reports it upward. */
export const outletOf = (standard: Standard): 'reviewOpinion' | 'upwardReport' => (standard === 'constitutionality' ? 'upwardReport' : 'reviewOpinion')

export const OUTLET_BASIS = '《中华人民共和国宪法》第六十七条（解释宪法、监督宪法的实施属于全国人大常委会）；外省市条例参考'

/** Flags parted by outlet; the order is kept. */
export const partByOutlet = <Flag extends { standard: Standard }>(flags: readonly Flag[]): { reviewOpinion: Flag[]; upwardReport: Flag[] } => ({
  reviewOpinion: flags.filter(({ standard }) => outletOf(standard) === 'reviewOpinion'),
  upwardReport: flags.filter(({ standard }) => outletOf(standard) === 'upwardReport'),
})

/** The grounds of 监督法第三十九条 on which an annulment is proposed. */
export const annulmentGrounds = [
  { key: 'exceedsPower', label: '超越法定权限，限制或者剥夺公民、法人和其他组织的合法权利，或者增加公民、法人和其他组织的义务', basis: `${supervisionLaw}第一项` },
  { key: 'conflictsWithLaw', label: '同法律、法规规定相抵触', basis: `${supervisionLaw}第二项` },
  { key: 'otherwiseUnsuitable', label: '有其他不适当的情形，应当予以撤销', basis: `${supervisionLaw}第三项` },
] as const
export type AnnulmentGround = (typeof annulmentGrounds)[number]['key']
