export { type Content, FileMissing, type FileStore, FileTooLarge, type StoredBytes, type SweepReport } from './file-store.ts'
export { openFileStore } from './open-file-store.ts'
export { sweepStoredFiles } from './sweep-stored-files.ts'
