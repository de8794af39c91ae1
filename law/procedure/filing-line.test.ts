import { describe, expect, test } from 'vitest'
import { type DocumentKind, documentKinds } from './document-kind.ts'
import { filingLine, filingLines, isRightLine, type OutOfScopeReason } from './filing-line.ts'
import { organKinds, organLevels, type OrganKind, type OrganLevel, type OrganRef, regionAtLevel } from './organ.ts'

const province = '990000'
const city = '990100'
const county = '990102'
const township = '990102003'
const regions: Record<OrganLevel, string> = { province, city, county, township }
const committee = (level: OrganLevel): OrganRef => ({ id: `committee-${level}`, kind: 'standingCommittee', level, regionCode: regions[level] })
const organs: OrganRef[] = [
  committee('province'), committee('city'), committee('county'),
  { id: 'government', kind: 'government', level: 'city', regionCode: city },
]
const ask = (kind: OrganKind, level: OrganLevel, documentKind: DocumentKind) =>
  filingLine({ maker: { kind, level, regionCode: regions[level] }, documentKind, organs })

describe('who files with whom', () => {
  test.each([
    ['government', 'city', 'governmentRule', 'city', 'filing.rule', 'governmentRule'],
    ['government', 'province', 'governmentRule', 'province', 'filing.rule', 'governmentRule'],
    ['government', 'city', 'normativeDocument', 'city', 'filing.other', 'governmentPaper'],
    ['governmentOffice', 'city', 'normativeDocument', 'city', 'filing.other', 'governmentPaper'],
    ['governmentDepartment', 'city', 'normativeDocument', 'city', 'filing.other', 'departmentPaper'],
    ['supervisoryCommission', 'city', 'supervisionNormativeDocument', 'city', 'filing.other', 'supervision'],
    ['court', 'city', 'courtGuidance', 'city', 'filing.other', 'court'],
    ['procuratorate', 'city', 'procuratorateGuidance', 'city', 'filing.other', 'procuratorate'],
    ['congress', 'county', 'resolutionDecision', 'city', 'filing.other', 'countyCongress'],
    ['standingCommittee', 'county', 'resolutionDecision', 'city', 'filing.other', 'countyCongress'],
    ['government', 'county', 'normativeDocument', 'county', 'filing.other', 'governmentPaper'],
    ['governmentOffice', 'county', 'normativeDocument', 'county', 'filing.other', 'governmentPaper'],
    ['supervisoryCommission', 'county', 'supervisionNormativeDocument', 'county', 'filing.other', 'supervision'],
    ['court', 'county', 'courtGuidance', 'county', 'filing.other', 'court'],
    ['procuratorate', 'county', 'procuratorateGuidance', 'county', 'filing.other', 'procuratorate'],
    ['townshipCongress', 'township', 'resolutionDecision', 'county', 'filing.other', 'townshipCongress'],
    ['congress', 'city', 'resolutionDecision', 'province', 'filing.other', 'cityCongress'],
    ['standingCommittee', 'city', 'resolutionDecision', 'province', 'filing.other', 'cityCongress'],
  ] as const)('%s of a %s, %s: the committee of the %s', (kind, level, documentKind, receiver, deadlineRuleKey, line) => {
    const answer = ask(kind, level, documentKind)
    expect(answer).toMatchObject({ deadlineRuleKey, line })
    expect(answer.receiver).toEqual({ kind: 'standingCommittee', level: receiver, regionCode: regions[receiver], organ: committee(receiver) })
    expect(answer.outOfScope).toBeUndefined()
  })

  test.each([
    ['government', 'city', 'partyJointDocument', 'partyLine'],
    ['party', 'city', 'normativeDocument', 'partyLine'],
    ['party', 'county', 'appointment', 'partyLine'],
    ['townshipGovernment', 'township', 'normativeDocument', 'governmentLine'],
    ['standingCommittee', 'city', 'localRegulation', 'provinceFiles'],
    ['standingCommittee', 'province', 'resolutionDecision', 'nationalLevel'],
    ['governmentOffice', 'city', 'internalManagement', 'notNormative'],
    ['government', 'city', 'appointment', 'notNormative'],
    ['government', 'county', 'oneOffMatter', 'notNormative'],
    ['government', 'city', 'reportOrRequest', 'notNormative'],
    ['government', 'county', 'governmentRule', 'unknownMaker'],
    ['court', 'city', 'resolutionDecision', 'unknownMaker'],
    ['legalAffairsCommission', 'city', 'normativeDocument', 'nothingToFile'],
    ['other', 'county', 'normativeDocument', 'unknownMaker'],
  ] as const satisfies readonly (readonly [OrganKind, OrganLevel, DocumentKind, OutOfScopeReason])[])(
    '%s of a %s, %s: not here (%s)',
    (kind, level, documentKind, outOfScope) => {
      expect(ask(kind, level, documentKind)).toMatchObject({ receiver: null, deadlineRuleKey: null, outOfScope })
    },
  )

  test('every maker and kind has either a receiver or a reason, always with a note and a basis', () => {
    for (const kind of organKinds) {
      for (const level of organLevels) {
        for (const documentKind of documentKinds) {
          const answer = ask(kind, level, documentKind)
          expect(answer.receiver === null).toBe(answer.outOfScope !== undefined)
          expect(answer.basis).toMatch(/《.+》第.+条|外省市条例参考/)
          expect(answer.note.length).toBeGreaterThan(5)
        }
      }
    }
  })

  test('a county directly under a province files its resolutions with the province', () => {
    const answer = filingLine({
      maker: { kind: 'standingCommittee', level: 'county', regionCode: '999001', parentRegionCode: province }, documentKind: 'resolutionDecision', organs,
    })
    expect(answer.receiver).toEqual({ kind: 'standingCommittee', level: 'province', regionCode: province, organ: committee('province') })
  })

  test('a receiver that the system does not know is still named by level and region', () => {
    const answer = filingLine({ maker: { kind: 'government', level: 'county', regionCode: '990103' }, documentKind: 'normativeDocument', organs })
    expect(answer.receiver).toEqual({ kind: 'standingCommittee', level: 'county', regionCode: '990103', organ: null })
  })

  test('a county government that files with the city is on the wrong line', () => {
    const line = ask('government', 'county', 'normativeDocument')
    expect(isRightLine(line, committee('city'))).toBe(false)
    expect(isRightLine(line, committee('county'))).toBe(true)
    expect(isRightLine(ask('party', 'city', 'normativeDocument'), committee('city'))).toBe(false)
  })

  test('no row stands behind one that takes all it would take', () => {
    for (const row of filingLines) {
      const kind = row.makerKinds[0]
      const level = row.makerLevels[0]
      const documentKind = row.documentKinds[0]
      if (!kind || !level || !documentKind) throw new Error(`row ${row.key} is empty`)
      expect(ask(kind, level, documentKind).line).toBe(row.key)
    }
  })
})

describe('a region code', () => {
  test.each([[township, 'county', county], [county, 'city', city], [city, 'province', province], [county, 'province', province]] as const)(
    '%s at the level of a %s is %s', (code, level, expected) => expect(regionAtLevel(code, level)).toBe(expected),
  )
})
