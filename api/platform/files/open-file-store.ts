import type { Config } from '../config/index.ts'
import type { FileStore } from './file-store.ts'
import { openLocalFileStore } from './local-file-store.ts'
import { openS3FileStore } from './s3/s3-file-store.ts'

/** The store that the settings name. Several replicas over a local folder are refused when the settings are read. */
export async function openFileStore(files: Config['files']): Promise<FileStore> {
  switch (files.kind) {
    case 'local':
      return openLocalFileStore(files.folder)
    case 's3':
      return openS3FileStore(files)
    default: {
      const never: never = files
      return never
    }
  }
}
