export { isAmending } from './amending-text.ts'
export { type BasisHint, basisHints, type BasisVersion } from './basis-hints.ts'
export { type BurdenKind, burdenLabel, burdenQuery, burdensOf } from './burdens.ts'
export { readSanctions, type Fine, type Measure, type MeasureKind, type Sanctions } from './penalty-range.ts'
export { issuedTitle, readBookTitle, titleKey, type BookTitle } from './law-names.ts'
export type { CitationHome } from './citing-nodes.ts'
export type { Place } from './places.ts'
export type { CitationTarget } from './citation-target.ts'
export { recogniseCitations, type Citation } from './recognise.ts'
export {
  buildProvisionIndex,
  conductLikeness,
  relatedProvisions,
  type RelatedWhy,
  sharedPhrases,
  type ProvisionArticle,
  type ProvisionIndex,
  type Related,
  type RelatedProvisionsOptions,
} from './related.ts'
export { locateCitations, sourceLines, type SourceLine, type SourcePosition } from './source-positions.ts'
export { existsIn, missingPlaces, type Existence } from './target-existence.ts'
export { type DatedVersion, hasBegun, overtaken, possiblyInForce } from './version-on-date.ts'
