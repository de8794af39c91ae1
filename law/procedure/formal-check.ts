/**
 * The formal check (形式审查): what a program can find before a clerk decides.
 *
 * Findings are hints with their ground; nothing is refused here except a classified paper, which is told
 * by `classification.ts` before anything is stored. A late filing is marked, never refused.
 */
import { chineseDate, compareDates, daysBetween, type PlainDate } from '../deadline/index.ts'
import { type ClassifiedMark, classifiedMessage } from './classification.ts'
import { documentNumberKey } from './document-number.ts'
import { type FilingLine, isRightLine, outOfScopeLabels } from './filing-line.ts'
import { type OrganRef, organLevelLabels } from './organ.ts'
import { type FilingTrait, type GivenMaterial, type MaterialKey, missingMaterials, wronglyFormed } from './required-materials.ts'

export const formalFindingCodes = [
  'classified', 'duplicate', 'missingMaterial', 'wrongForm', 'wrongLine', 'outOfScope', 'late', 'noPublicationDate', 'dateOrder',
  'textsNotCompared', 'textsDiffer',
] as const
export type FormalFindingCode = (typeof formalFindingCodes)[number]

export type FormalFinding = {
  code: FormalFindingCode
  /** `must`: to be dealt with; `check`: a person should look; `ok`: was looked at and is right */
  severity: 'must' | 'check' | 'ok'
  message: string
  material?: MaterialKey
  /** register numbers or ids that the finding points at */
  related?: readonly string[]
}

export type KnownFiling = { id: string; makerId: string; documentNumber: string; registrationNumber: string | null }

export type FormalCheckQuestion = {
  filing: {
    id: string | null
    makerId: string
    documentNumber: string
    traits: readonly FilingTrait[]
    publishedOn: PlainDate | null
    effectiveOn: PlainDate | null
    submittedOn: PlainDate
    /** last day of the filing period; null when it could not be computed */
    due: PlainDate | null
  }
  materials: readonly GivenMaterial[]
  line: FilingLine
  addressee: Pick<OrganRef, 'kind' | 'level' | 'regionCode' | 'name'>
  /** filings the receiver or the maker already has */
  existing: readonly KnownFiling[]
  /** sameness check of the two texts; null when none was recorded */
  comparison: { differences: number; unexplained: number } | null
  marks: readonly ClassifiedMark[]
}

const finding = (code: FormalFindingCode, severity: FormalFinding['severity'], message: string, more: Partial<FormalFinding> = {}): FormalFinding => ({
  code, severity, message, ...more,
})

const checkDuplicate = ({ filing, existing }: FormalCheckQuestion): FormalFinding => {
  const key = documentNumberKey(filing.documentNumber)
  const same = key === '' ? [] : existing.filter((known) => known.id !== filing.id && known.makerId === filing.makerId && documentNumberKey(known.documentNumber) === key)
  if (same.length === 0) return finding('duplicate', 'ok', '没有重复报送：同一机关没有相同的发文字号。')
  const names = same.map(({ registrationNumber, id }) => registrationNumber ?? id)
  return finding('duplicate', 'must', `同一机关已经报送过“${filing.documentNumber}”（${names.join('、')}），请核对是否重复。`, { related: names })
}

const checkMaterials = ({ filing, materials }: FormalCheckQuestion): FormalFinding[] => {
  const missing = missingMaterials(filing, materials).map(({ requirement, absentReason }) =>
    absentReason === null
      ? finding('missingMaterial', 'must', `缺少${requirement.label}：${requirement.hint}。`, { material: requirement.key })
      : finding('missingMaterial', 'check', `缺少${requirement.label}，报送单位说明：${absentReason}`, { material: requirement.key }),
  )
  const wrong = wronglyFormed(materials).map(({ requirement, form }) =>
    finding('wrongForm', 'must', `${requirement.label}不能用 ${form} 格式，请改用 ${requirement.accepts.filter((accepted) => accepted !== 'generated' && accepted !== 'entered').join('、')}。`, { material: requirement.key }),
  )
  return missing.length + wrong.length === 0 ? [finding('missingMaterial', 'ok', '材料齐全。')] : [...missing, ...wrong]
}

const checkLine = ({ line, addressee }: FormalCheckQuestion): FormalFinding => {
  if (line.outOfScope) return finding('outOfScope', 'must', `${outOfScopeLabels[line.outOfScope]}。${line.note}`)
  if (isRightLine(line, addressee)) return finding('wrongLine', 'ok', `报送对象正确。${line.note}`)
  const right = line.receiver?.organ?.name ?? (line.receiver ? `${organLevelLabels[line.receiver.level]}人大常委会（行政区划代码 ${line.receiver.regionCode}）` : '')
  return finding('wrongLine', 'must', `应当报送${right}。${line.note}依据：${line.basis}。`)
}

const checkDates = ({ filing }: FormalCheckQuestion): FormalFinding[] => {
  const { publishedOn, effectiveOn, submittedOn, due } = filing
  if (publishedOn === null) return [finding('noPublicationDate', 'must', '没有填写公布日期，无法计算报送期限。')]
  const findings: FormalFinding[] = []
  if (compareDates(publishedOn, submittedOn) > 0) {
    findings.push(finding('dateOrder', 'must', `公布日期${chineseDate(publishedOn)}晚于报送日期，请核对。`))
  } else if (due !== null && compareDates(submittedOn, due) > 0) {
    findings.push(finding('late', 'check', `迟报 ${daysBetween(due, submittedOn)} 天：应当在${chineseDate(due)}前报送。迟报会注明，不影响接收。`))
  } else if (due !== null) {
    findings.push(finding('late', 'ok', '在期限内报送。'))
  }
  if (effectiveOn !== null && compareDates(effectiveOn, publishedOn) < 0) {
    findings.push(finding('dateOrder', 'check', `施行日期${chineseDate(effectiveOn)}早于公布日期${chineseDate(publishedOn)}，请核对。`))
  }
  return findings
}

const checkTexts = ({ comparison, materials }: FormalCheckQuestion): FormalFinding[] => {
  const has = (key: MaterialKey): boolean => materials.some((material) => material.key === key && material.form !== null)
  if (!has('sealedText') || !has('electronicText')) return []
  if (comparison === null) return [finding('textsNotCompared', 'must', '盖章文本和电子文本还没有核对一致性。')]
  if (comparison.unexplained > 0) {
    return [finding('textsDiffer', 'must', `盖章文本和电子文本有 ${comparison.differences} 处不同，其中 ${comparison.unexplained} 处没有说明。`)]
  }
  return [finding('textsDiffer', 'ok', comparison.differences === 0 ? '盖章文本和电子文本一致。' : `盖章文本和电子文本有 ${comparison.differences} 处不同，都已说明。`)]
}

const order: Record<FormalFinding['severity'], number> = { must: 0, check: 1, ok: 2 }

/** All findings, the gravest first; what was looked at and is right is told too. */
export const formalCheck = (question: FormalCheckQuestion): FormalFinding[] =>
  [
    ...question.marks.map((mark) => finding('classified', 'must', classifiedMessage(mark))),
    checkLine(question),
    checkDuplicate(question),
    ...checkMaterials(question),
    ...checkDates(question),
    ...checkTexts(question),
  ].sort((left, right) => order[left.severity] - order[right.severity])
