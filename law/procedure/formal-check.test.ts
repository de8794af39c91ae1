import { describe, expect, test } from 'vitest'
import { filingLine } from './filing-line.ts'
import { formalCheck, type FormalCheckQuestion, type FormalFindingCode } from './formal-check.ts'
import type { OrganRef } from './organ.ts'
import { applicableMaterials, type FilingTrait, type GivenMaterial, materialKeys, materialRequirement, missingMaterials, requiredMaterials } from './required-materials.ts'

const cityCommittee: OrganRef = { kind: 'standingCommittee', level: 'city', regionCode: '990100', name: '本市人大常委会' }
const countyCommittee: OrganRef = { kind: 'standingCommittee', level: 'county', regionCode: '990102', name: '本县人大常委会' }
const organs = [cityCommittee, countyCommittee]
const fullPackage: GivenMaterial[] = [
  { key: 'filingReport', form: 'generated' }, { key: 'filingForm', form: 'generated' }, { key: 'sealedText', form: 'pdf' },
  { key: 'electronicText', form: 'docx' }, { key: 'explanation', form: 'docx' }, { key: 'basis', form: 'entered' }, { key: 'legalityReview', form: 'pdf' },
]
const good: FormalCheckQuestion = {
  filing: {
    id: 'new', makerId: 'office', documentNumber: '某政办发〔2026〕10号', traits: ['governmentSide'], publishedOn: '2026-02-24', effectiveOn: '2026-04-01',
    submittedOn: '2026-03-12', due: '2026-03-26',
  },
  materials: fullPackage,
  line: filingLine({ maker: { kind: 'governmentOffice', level: 'city', regionCode: '990100' }, documentKind: 'normativeDocument', organs }),
  addressee: cityCommittee,
  existing: [{ id: 'old', makerId: 'office', documentNumber: '某政办发〔2026〕9号', registrationNumber: '备审-2026-0001' }],
  comparison: { differences: 0, unexplained: 0 },
  marks: [],
}
const withFiling = (filing: Partial<FormalCheckQuestion['filing']>): FormalCheckQuestion => ({ ...good, filing: { ...good.filing, ...filing } })
const countyLine = filingLine({ maker: { kind: 'government', level: 'county', regionCode: '990102' }, documentKind: 'normativeDocument', organs })
const partyLine = filingLine({ maker: { kind: 'government', level: 'city', regionCode: '990100' }, documentKind: 'partyJointDocument', organs })

describe('the formal check', () => {
  test('of a good package finds nothing to deal with and says what was looked at', () => {
    const findings = formalCheck(good)
    expect(findings.every(({ severity }) => severity === 'ok')).toBe(true)
    expect(findings.map(({ code }) => code)).toEqual(['wrongLine', 'duplicate', 'missingMaterial', 'late', 'textsDiffer'])
  })

  test.each<[string, FormalCheckQuestion, FormalFindingCode, 'must' | 'check', string]>([
    ['the same number of the same maker in other brackets', { ...good, existing: [{ id: 'old', makerId: 'office', documentNumber: '某政办发[2026]10号', registrationNumber: '备审-2026-0007' }] }, 'duplicate', 'must', '备审-2026-0007'],
    ['a missing material', { ...good, materials: fullPackage.filter(({ key }) => key !== 'explanation') }, 'missingMaterial', 'must', '制定说明'],
    ['a missing material with its reason', { ...good, materials: [...fullPackage.filter(({ key }) => key !== 'legalityReview'), { key: 'legalityReview', form: null, absentReason: '正在补办' }] }, 'missingMaterial', 'check', '正在补办'],
    ['a material that the trait makes applicable', withFiling({ traits: ['governmentSide', 'affectsOperators'] }), 'missingMaterial', 'must', '公平竞争审查结论'],
    ['a sealed text that is a Word file', { ...good, materials: fullPackage.map((material) => (material.key === 'sealedText' ? { ...material, form: 'docx' as const } : material)) }, 'wrongForm', 'must', 'pdf'],
    ['a county paper sent to the city', { ...good, line: countyLine }, 'wrongLine', 'must', '本县人大常委会'],
    ['a paper issued with a Party organ', { ...good, line: partyLine }, 'outOfScope', 'must', '党内规范性文件'],
    ['a late filing', withFiling({ submittedOn: '2026-03-29' }), 'late', 'check', '迟报 3 天'],
    ['no date of publication', withFiling({ publishedOn: null, due: null }), 'noPublicationDate', 'must', '公布日期'],
    ['a date of publication in the future', withFiling({ publishedOn: '2026-03-13' }), 'dateOrder', 'must', '晚于报送日期'],
    ['a text in force before it was published', withFiling({ effectiveOn: '2026-02-01' }), 'dateOrder', 'check', '早于公布日期'],
    ['texts not compared', { ...good, comparison: null }, 'textsNotCompared', 'must', '核对'],
    ['texts that differ without explanation', { ...good, comparison: { differences: 2, unexplained: 1 } }, 'textsDiffer', 'must', '1 处没有说明'],
    ['a classified mark', { ...good, marks: [{ level: '机密', excerpt: '机密★一年', line: 1 }] }, 'classified', 'must', '涉密'],
  ])('finds %s', (_name, question, code, severity, words) => {
    const found = formalCheck(question).filter((finding) => finding.severity !== 'ok')
    expect(found).toContainEqual(expect.objectContaining({ code, severity, message: expect.stringContaining(words) }))
  })

  test('does not take the document for its own duplicate, nor one of another maker', () => {
    const existing = [
      { id: 'new', makerId: 'office', documentNumber: good.filing.documentNumber, registrationNumber: null },
      { id: 'other', makerId: 'court', documentNumber: good.filing.documentNumber, registrationNumber: null },
    ]
    expect(formalCheck({ ...good, existing }).find(({ code }) => code === 'duplicate')?.severity).toBe('ok')
  })

  test('is in time on the last day', () => {
    expect(formalCheck(withFiling({ submittedOn: '2026-03-26' })).find(({ code }) => code === 'late')?.severity).toBe('ok')
  })

  test('puts the gravest first', () => {
    const severities = formalCheck({ ...withFiling({ submittedOn: '2026-03-29' }), comparison: null }).map(({ severity }) => severity)
    expect(severities[0]).toBe('must')
    expect(severities.indexOf('check')).toBeLessThan(severities.indexOf('ok'))
  })
})

describe('the package', () => {
  test.each(materialKeys)('%s has a label, a hint and a basis, and is applicable somehow', (key) => {
    const requirement = materialRequirement(key)
    expect(requirement.basis.length * requirement.hint.length * requirement.label.length).toBeGreaterThan(0)
    expect(requirement.required === 'whenApplicable').toBe(requirement.when !== undefined)
    expect(requirement.accepts.length).toBeGreaterThan(0)
  })

  test.each<[FilingTrait[], number]>([[[], 6], [['governmentSide'], 7], [['governmentSide', 'affectsOperators', 'hearingHeld'], 9]])(
    'with %j has %i materials', (traits, count) => {
      expect(applicableMaterials(traits)).toHaveLength(count)
      expect(missingMaterials({ traits }, [])).toHaveLength(count)
    },
  )

  test('rows are those of the keys, in their order', () => expect(requiredMaterials.map(({ key }) => key)).toEqual([...materialKeys]))
})
