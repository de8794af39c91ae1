/**
 * Kinds of texts in the library, from the highest force (立法法 arts 98–102). The order of `rank` decides what is superior
 * to what; texts of equal rank are told apart by field and date, not here.
 */
export const libraryKinds = {
  constitution: { label: '宪法', rank: 1 },
  law: { label: '法律', rank: 2 },
  decision: { label: '决定', rank: 2 },
  judicialInterpretation: { label: '司法解释', rank: 3 },
  adminRegulation: { label: '行政法规', rank: 3 },
  localRegulation: { label: '地方性法规', rank: 4 },
  departmentRule: { label: '部门规章', rank: 5 },
  governmentRule: { label: '地方政府规章', rank: 6 },
  normativeDocument: { label: '规范性文件', rank: 8 },
  resolutionDecision: { label: '决议、决定', rank: 8 },
  supervisionNormativeDocument: { label: '监察规范性文件', rank: 8 },
  courtGuidance: { label: '审判工作指导性文件', rank: 8 },
  procuratorateGuidance: { label: '检察工作指导性文件', rank: 8 },
  other: { label: '其他', rank: 9 },
} as const

export type LibraryKind = keyof typeof libraryKinds
export const isLibraryKind = (value: string): value is LibraryKind => Object.hasOwn(libraryKinds, value)
export const libraryKindLabel = (kind: string): string => (isLibraryKind(kind) ? libraryKinds[kind].label : kind)
export const libraryRank = (kind: string): number => (isLibraryKind(kind) ? libraryKinds[kind].rank : libraryKinds.other.rank)

/** Words that manifests and people use for a kind. */
const kindWords: readonly [RegExp, LibraryKind][] = [
  [/^宪法$/, 'constitution'],
  [/^法律$/, 'law'],
  [/^行政法规$/, 'adminRegulation'],
  [/^司法解释$/, 'judicialInterpretation'],
  [/^地方性法规$|自治条例|单行条例/, 'localRegulation'],
  [/^部门规章$/, 'departmentRule'],
  [/^(?:地方)?政府规章$/, 'governmentRule'],
  [/^规章$/, 'departmentRule'],
  [/^决定$/, 'decision'],
  [/^规范性文件$/, 'normativeDocument'],
]

/** The kind that a word names, else what title and issuer say; `other` where they say nothing. */
export function libraryKindOf(options: { word?: string | null; title: string; issuer: string }): LibraryKind {
  const word = options.word?.trim() ?? ''
  if (isLibraryKind(word)) return word
  const named = kindWords.find(([pattern]) => pattern.test(word))?.[1]
  if (named === 'departmentRule' && /人民政府$/.test(options.issuer)) return 'governmentRule'
  if (named !== undefined) return named
  if (/宪法$/.test(options.title)) return 'constitution'
  if (/^全国人民代表大会/.test(options.issuer)) return /决定|决议/.test(options.title) ? 'decision' : 'law'
  if (/最高人民(?:法院|检察院)/.test(options.issuer)) return 'judicialInterpretation'
  if (options.issuer === '国务院') return /条例|规定|办法$/.test(options.title) ? 'adminRegulation' : 'normativeDocument'
  if (/人民代表大会/.test(options.issuer)) return /条例|办法|规定|规则/.test(options.title) ? 'localRegulation' : 'resolutionDecision'
  if (/人民政府/.test(options.issuer)) return 'normativeDocument'
  return 'other'
}
