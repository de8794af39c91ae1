import path from 'node:path'
import { parseArgs } from 'node:util'
import { takeBackup } from '../../api/platform/backup/index.ts'
import { type Output, UsageError } from '../command.ts'
import { withInstallation } from '../with-installation.ts'

export async function run(args: string[], output: Output): Promise<number> {
  const [target, ...rest] = parseArgs({ args, allowPositionals: true }).positionals
  if (target === undefined || rest.length > 0) throw new UsageError('请给出一个新的文件夹。')
  const manifest = await withInstallation(({ database, files }) =>
    takeBackup({ connection: database.connection, files, target: path.resolve(target) }),
  )
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  output.data(JSON.stringify({ target: path.resolve(target), takenAt: manifest.takenAt, rows, files: manifest.files.length }))
  output.problem('密钥（DATA_DIR/secrets.json 或环境变量）不在备份中，请另行保管；没有 AUDIT_KEY，恢复后无法核验审计链。')
  return 0
}
