import { newId } from '../platform/ids.ts'
import type { RoleKey } from '../platform/policy/roles.ts'

/** A small world for tests: one city, two counties, every kind of maker, and a person for each role. */
type TestOrgan = { key: string; kind: string; level: string; regionCode: string; parent?: string; name: string; code?: string }

const organList: TestOrgan[] = [
  { key: 'provinceCommittee', kind: 'standingCommittee', level: 'province', regionCode: '990000', name: '甲省人大常委会', code: '甲常发' },
  { key: 'cityCongress', kind: 'congress', level: 'city', regionCode: '990100', name: '甲市人民代表大会' },
  { key: 'cityCommittee', kind: 'standingCommittee', level: 'city', regionCode: '990100', parent: 'cityCongress', name: '甲市人大常委会', code: '甲常发' },
  { key: 'cityLegal', kind: 'legalAffairsCommission', level: 'city', regionCode: '990100', parent: 'cityCommittee', name: '甲市人大常委会法工委', code: '甲常法工' },
  { key: 'cityOffice', kind: 'generalOffice', level: 'city', regionCode: '990100', parent: 'cityCommittee', name: '甲市人大常委会办公室', code: '甲常办' },
  { key: 'cityFinance', kind: 'specialCommittee', level: 'city', regionCode: '990100', parent: 'cityCongress', name: '甲市人大财经委' },
  { key: 'cityLaw', kind: 'specialCommittee', level: 'city', regionCode: '990100', parent: 'cityCongress', name: '甲市人大法制委员会' },
  { key: 'cityUrban', kind: 'workingCommittee', level: 'city', regionCode: '990100', parent: 'cityCommittee', name: '甲市人大常委会城环工委' },
  { key: 'cityGovernment', kind: 'government', level: 'city', regionCode: '990100', name: '甲市人民政府', code: '甲政发' },
  { key: 'cityGovernmentOffice', kind: 'governmentOffice', level: 'city', regionCode: '990100', parent: 'cityGovernment', name: '甲市人民政府办公室', code: '甲政办发' },
  { key: 'cityBureau', kind: 'governmentDepartment', level: 'city', regionCode: '990100', parent: 'cityGovernment', name: '甲市城市管理局' },
  { key: 'cityCourt', kind: 'court', level: 'city', regionCode: '990100', name: '甲市中级人民法院', code: '甲中法发' },
  { key: 'countyCommittee', kind: 'standingCommittee', level: 'county', regionCode: '990101', name: '乙县人大常委会', code: '乙人常发' },
  { key: 'countyLegal', kind: 'legalAffairsCommission', level: 'county', regionCode: '990101', parent: 'countyCommittee', name: '乙县人大常委会法工委', code: '乙人常法' },
  { key: 'countyGovernment', kind: 'government', level: 'county', regionCode: '990101', name: '乙县人民政府', code: '乙政发' },
  { key: 'otherCountyCommittee', kind: 'standingCommittee', level: 'county', regionCode: '990102', name: '丙县人大常委会', code: '丙人常发' },
]

const peopleList: { username: string; name: string; memberships: [organ: string, role: RoleKey][] }[] = [
  { username: 'city-clerk', name: '报备甲', memberships: [['cityGovernmentOffice', 'filingClerk']] },
  { username: 'court-clerk', name: '报备院', memberships: [['cityCourt', 'filingClerk']] },
  { username: 'county-clerk', name: '报备县', memberships: [['countyCommittee', 'filingClerk']] },
  { username: 'county-government-clerk', name: '报备县府', memberships: [['countyGovernment', 'filingClerk']] },
  { username: 'reception', name: '接收甲', memberships: [['cityOffice', 'receptionClerk']] },
  { username: 'reviewer', name: '审查甲', memberships: [['cityLegal', 'reviewer']] },
  { username: 'second-reviewer', name: '审查乙', memberships: [['cityLegal', 'reviewer']] },
  { username: 'chief', name: '科长甲', memberships: [['cityLegal', 'reviewChief']] },
  { username: 'committee', name: '委员甲', memberships: [['cityUrban', 'committeeMember']] },
  { username: 'finance', name: '委员乙', memberships: [['cityFinance', 'committeeMember']] },
  { username: 'leader', name: '副主任甲', memberships: [['cityCommittee', 'councilMember']] },
  { username: 'issuer', name: '签发甲', memberships: [['cityCommittee', 'issuer']] },
  { username: 'archivist', name: '档案甲', memberships: [['cityOffice', 'archivist']] },
  { username: 'administrator', name: '管理甲', memberships: [['cityOffice', 'administrator']] },
  { username: 'county-reviewer', name: '县审查', memberships: [['countyLegal', 'reviewer']] },
  { username: 'county-reception', name: '县接收', memberships: [['countyLegal', 'receptionClerk']] },
  { username: 'other-county-reviewer', name: '丙县审查', memberships: [['otherCountyCommittee', 'reviewer']] },
  { username: 'province', name: '省审查', memberships: [['provinceCommittee', 'provinceOfficer']] },
  { username: 'legislation', name: '法规甲', memberships: [['cityLegal', 'legislationOfficer']] },
  { username: 'legislation-chief', name: '法规主任', memberships: [['cityLegal', 'legislationChief']] },
  { username: 'law-committee', name: '法制委员甲', memberships: [['cityLaw', 'committeeMember']] },
  { username: 'meeting-clerk', name: '会务甲', memberships: [['cityOffice', 'meetingClerk']] },
  { username: 'member', name: '组成人员甲', memberships: [['cityCommittee', 'standingMember']] },
  { username: 'proposer', name: '提案甲', memberships: [['cityGovernmentOffice', 'proposerClerk']] },
  { username: 'drafter', name: '起草甲', memberships: [['cityBureau', 'drafter']] },
  { username: 'nobody', name: '无岗位', memberships: [] },
]

export type TestOrganKey = string
export const testOrgans = organList.map((o) => ({ ...o, id: newId() }))
export const testPeople = peopleList.map((p) => ({ ...p, id: newId() }))

/** The id of a test organ; a wrong key is a mistake in the test. */
export function organId(key: TestOrganKey): string {
  const organ = testOrgans.find((o) => o.key === key)
  if (organ === undefined) throw new Error(`no test organ ${key}`)
  return organ.id
}

export function personId(username: string): string {
  const person = testPeople.find((p) => p.username === username)
  if (person === undefined) throw new Error(`no test person ${username}`)
  return person.id
}
