export { legalTextSchema } from './legal-text-schema.ts'
export { storeVersion } from './store-version.ts'
export type { SourceInput, StoredVersion, VersionInput, WorkIdentity } from './store-version.ts'
