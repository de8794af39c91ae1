/** The package that goes with a filed document, as data. */

export const materialKeys = [
  'filingReport', 'filingForm', 'sealedText', 'electronicText', 'amendmentDecision', 'promulgation', 'explanation', 'basis', 'legalityReview',
  'fairCompetitionReview', 'riskAssessment', 'hearingRecord', 'other',
] as const
export type MaterialKey = (typeof materialKeys)[number]

/** Circumstances of a document that make a material applicable. */
export const filingTraits = ['amendsEarlierDocument', 'publishedByNotice', 'governmentSide', 'affectsOperators', 'riskAssessed', 'hearingHeld'] as const
export type FilingTrait = (typeof filingTraits)[number]

/** Extensions without a dot; `generated`: the program makes it from the form; `entered`: a list typed into the form. */
export type AcceptedForm = 'generated' | 'entered' | 'docx' | 'doc' | 'wps' | 'pdf' | 'ofd' | 'md' | 'txt'

export type MaterialRequirement = {
  key: MaterialKey
  label: string
  required: 'always' | 'whenApplicable' | 'optional'
  when?: FilingTrait
  accepts: readonly AcceptedForm[]
  /** what it should contain, told to the clerk */
  hint: string
  basis: string
}

const REFERENCE = '外省市条例参考·待确认'
const paper: readonly AcceptedForm[] = ['docx', 'doc', 'wps', 'pdf', 'ofd']
const orderBasis = `《法规规章备案审查条例》第八条（参照）；${REFERENCE}`

export const requiredMaterials: readonly MaterialRequirement[] = [
  { key: 'filingReport', label: '备案报告', required: 'always', accepts: ['generated', ...paper], hint: '写明文件名称、公布日期、审议会议和日期、施行日期和附件，盖章', basis: orderBasis },
  { key: 'filingForm', label: '备案登记表', required: 'always', accepts: ['generated', ...paper], hint: '由报备表单生成', basis: REFERENCE },
  { key: 'sealedText', label: '正式文本（盖章）', required: 'always', accepts: ['pdf', 'ofd'], hint: '印发的正式文本', basis: orderBasis },
  { key: 'electronicText', label: '正式文本（电子）', required: 'always', accepts: ['docx', 'doc', 'wps', 'md', 'txt'], hint: '与盖章文本逐字核对一致', basis: orderBasis },
  { key: 'amendmentDecision', label: '修改决定', required: 'whenApplicable', when: 'amendsEarlierDocument', accepts: paper, hint: '以决定修改的，附修改决定和修改后的文本', basis: REFERENCE },
  { key: 'promulgation', label: '公布令、公告', required: 'whenApplicable', when: 'publishedByNotice', accepts: paper, hint: '公布该文件的令或者公告', basis: REFERENCE },
  { key: 'explanation', label: '制定说明', required: 'always', accepts: paper, hint: '必要性、主要内容、征求意见和分歧处理情况', basis: orderBasis },
  { key: 'basis', label: '制定依据', required: 'always', accepts: ['entered', ...paper], hint: '上位法名称、版本和条文', basis: REFERENCE },
  {
    key: 'legalityReview', label: '合法性审核意见', required: 'whenApplicable', when: 'governmentSide', accepts: paper, hint: '审议前的合法性审核意见',
    basis: '《中华人民共和国地方各级人民代表大会和地方各级人民政府组织法》第七十五条',
  },
  {
    key: 'fairCompetitionReview', label: '公平竞争审查结论', required: 'whenApplicable', when: 'affectsOperators', accepts: paper,
    hint: '涉及经营者经济活动的文件应当经过公平竞争审查', basis: '《公平竞争审查条例》第十四条、第十八条',
  },
  { key: 'riskAssessment', label: '风险评估报告', required: 'whenApplicable', when: 'riskAssessed', accepts: paper, hint: '进行过风险评估的附报告', basis: REFERENCE },
  { key: 'hearingRecord', label: '听证材料', required: 'whenApplicable', when: 'hearingHeld', accepts: paper, hint: '听证笔录或者听证报告', basis: REFERENCE },
  { key: 'other', label: '其他参考资料', required: 'optional', accepts: [...paper, 'md', 'txt'], hint: '有助于审查的资料', basis: REFERENCE },
]

/** The requirement of a material. */
export const materialRequirement = (key: MaterialKey): MaterialRequirement => {
  const found = requiredMaterials.find((requirement) => requirement.key === key)
  if (!found) throw new RangeError(`没有名为“${key}”的材料。`)
  return found
}

export type GivenMaterial = {
  key: MaterialKey
  /** how it is given; null when it is missing and only a reason is given */
  form: AcceptedForm | null
  /** why it is missing: a package may be sent without it, the receiver decides */
  absentReason?: string
}

/** The materials that a document with these traits must have. */
export const applicableMaterials = (traits: readonly FilingTrait[]): MaterialRequirement[] =>
  requiredMaterials.filter(({ required, when }) => required === 'always' || (required === 'whenApplicable' && when !== undefined && traits.includes(when)))

export type MissingMaterial = { requirement: MaterialRequirement; absentReason: string | null }
export type WrongForm = { requirement: MaterialRequirement; form: AcceptedForm }

const givenOf = (materials: readonly GivenMaterial[], key: MaterialKey): GivenMaterial[] => materials.filter((material) => material.key === key)

/** Applicable materials that are not there in a form that is accepted, with the reason where one was given. */
export const missingMaterials = (
  { traits }: { traits: readonly FilingTrait[] },
  materials: readonly GivenMaterial[],
): MissingMaterial[] =>
  applicableMaterials(traits).flatMap((requirement) => {
    const given = givenOf(materials, requirement.key)
    if (given.some(({ form }) => form !== null && requirement.accepts.includes(form))) return []
    const reason = given.map(({ absentReason }) => absentReason?.trim() ?? '').find((text) => text !== '')
    return [{ requirement, absentReason: reason ?? null }]
  })

/** Materials given in a form that is not accepted (a photo of the text, a generated explanation). */
export const wronglyFormed = (materials: readonly GivenMaterial[]): WrongForm[] =>
  materials.flatMap(({ key, form }) => {
    const requirement = materialRequirement(key)
    return form !== null && !requirement.accepts.includes(form) ? [{ requirement, form }] : []
  })
