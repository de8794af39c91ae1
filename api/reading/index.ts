/** Files as they arrive become blocks of text (law/text parses them further). No database here. */
export { readDocument, SIZE_LIMIT_BYTES, type ReadOptions } from './read-document.ts'
export { readInWorker, type WorkerLimits } from './read-in-worker.ts'
export type { DocumentMetadata, FileFormat, ReadResult, RefusalCode, Revision, Revisions, RevisionView } from './result.ts'
export { linesOfPage, type PageLine, type TextPiece } from './pdf/page-lines.ts'
