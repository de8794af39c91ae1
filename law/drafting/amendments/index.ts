/** Amendments to a voted text that the approving organ attaches. */
export { labelled, placesOf, targetsOf } from './amendment-places.ts'
export { type Amended, applyAmendments, sayRenumbered } from './apply-amendments.ts'
export type { AmendmentFault } from './broken-amendments.ts'
export { differsByExactly } from './exact-difference.ts'
export { type AmendmentKind, amendmentKindNames, amendmentKinds, type RecordedAmendment, sayAmendment, wordsOfArticle } from './recorded-amendment.ts'
export { amendedDocument } from './amended-document.ts'
