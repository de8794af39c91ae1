import path from 'node:path'
import { parseArgs } from 'node:util'
import { restoreBackup } from '../../api/platform/backup/index.ts'
import { locateDatabase } from '../../api/platform/database/index.ts'
import { openFileStore } from '../../api/platform/files/index.ts'
import { type Output, UsageError } from '../command.ts'
import { installationConfig } from '../with-installation.ts'

export async function run(args: string[], output: Output): Promise<number> {
  const [source, ...rest] = parseArgs({ args, allowPositionals: true }).positionals
  if (source === undefined || rest.length > 0) throw new UsageError('请给出备份所在的文件夹。')
  const config = installationConfig()
  const { connection, server } = await locateDatabase(config)
  try {
    const manifest = await restoreBackup({ connection, files: await openFileStore(config.files), source: path.resolve(source) })
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    output.data(JSON.stringify({ takenAt: manifest.takenAt, rows, files: manifest.files.length }))
    return 0
  } finally {
    await server?.stop()
  }
}
