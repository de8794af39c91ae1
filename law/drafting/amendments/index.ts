/** Amendments to a voted text that the approving organ attaches. */
export { type Amended, type AmendmentFault, applyAmendments, sayRenumbered } from './apply-amendments.ts'
export { differsByExactly } from './exact-difference.ts'
export { type AmendmentKind, amendmentKinds, type RecordedAmendment, sayAmendment, wordsOfArticle } from './recorded-amendment.ts'
export { amendedDocument } from './amended-document.ts'
