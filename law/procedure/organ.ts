/** Organs that make, receive or review documents. */

export const organKinds = [
  'government', 'governmentOffice', 'governmentDepartment', 'supervisoryCommission', 'court', 'procuratorate', 'congress',
  'standingCommittee', 'legalAffairsCommission', 'specialCommittee', 'workingCommittee', 'generalOffice', 'townshipCongress',
  'townshipGovernment', 'party', 'other',
] as const
export type OrganKind = (typeof organKinds)[number]

export const organLevels = ['province', 'city', 'county', 'township'] as const
export type OrganLevel = (typeof organLevels)[number]

export const organLevelLabels: Record<OrganLevel, string> = { province: '省级', city: '设区的市级', county: '县级', township: '乡镇级' }

/** What the procedures need to know of an organ. Region codes are those of GB/T 2260; townships have nine digits. */
export type OrganRef = {
  id?: string
  name?: string
  kind: OrganKind
  level: OrganLevel
  regionCode: string
  /** region above this one, where it cannot be read off the code (a county directly under a province) */
  parentRegionCode?: string | null
}

const upperLevels: Record<OrganLevel, OrganLevel | null> = { province: null, city: 'province', county: 'city', township: 'county' }
export const upperLevel = (level: OrganLevel): OrganLevel | null => upperLevels[level]

const regionDigits: Record<OrganLevel, number> = { province: 2, city: 4, county: 6, township: 9 }

/** The code of a region cut to a level: the city of county 990102 is 990100. */
export const regionAtLevel = (regionCode: string, level: OrganLevel): string => {
  const length = level === 'township' ? 9 : 6
  return regionCode.slice(0, regionDigits[level]).padEnd(length, '0')
}

/** 法制委员会, told by its name: the committee of the congress that reviews all bills as one (统一审议). */
export const isLawCommittee = (organ: { kind: string; name: string }): boolean => organ.kind === 'specialCommittee' && /法制委/u.test(organ.name)
