/** Amendments to a voted text that the approving organ attaches. */
export { type Amended, type AmendmentFault, applyAmendments, differsByExactly, type RecordedAmendment } from './apply-amendments.ts'
export { amendedDocument } from './amended-document.ts'
