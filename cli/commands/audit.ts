import { parseArgs } from 'node:util'
import { verifyAudit } from '../../api/platform/audit/verify-audit.ts'
import { type Output, UsageError } from '../command.ts'
import { withInstallation } from '../with-installation.ts'

export async function run(args: string[], output: Output): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true })
  if (positionals.join(' ') !== 'verify') throw new UsageError('只有 audit verify。')
  const verdict = await withInstallation(({ config, database }) => verifyAudit({ prisma: database.prisma, auditKey: config.auditKey }))
  output.data(JSON.stringify(verdict))
  if (!verdict.ok) output.problem(`审计链在第 ${verdict.brokenAt} 条断开（${verdict.reason}）。请保留现场，联系管理员。`)
  return verdict.ok ? 0 : 1
}
