import { type Config, readConfig } from '../api/platform/config/index.ts'
import { type Database, openDatabase } from '../api/platform/database/index.ts'
import { type FileStore, openFileStore } from '../api/platform/files/index.ts'

/** The settings of the installation that a command works on: those of `npm start`. */
export const installationConfig = (): Config => readConfig({ mode: 'production', env: process.env })

/** Opens the installation's database and files for the time of one piece of work. */
export async function withInstallation<T>(work: (installation: { config: Config; database: Database; files: FileStore }) => Promise<T>): Promise<T> {
  const config = installationConfig()
  const database = await openDatabase({ databaseUrl: config.databaseUrl, dataDir: config.dataDir, poolSize: 3 })
  try {
    return await work({ config, database, files: await openFileStore(config.files) })
  } finally {
    await database.close()
  }
}
