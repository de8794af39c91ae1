import { parseArgs } from 'node:util'
import { sweepStoredFiles } from '../../api/platform/files/index.ts'
import { type Output, UsageError } from '../command.ts'
import { withInstallation } from '../with-installation.ts'

/** Reads every file that a row names and compares it with its digest. */
function verify(output: Output): Promise<number> {
  return withInstallation(async ({ database, files }) => {
    const rows = await database.prisma.storedFile.findMany({ distinct: ['sha256'], select: { sha256: true, name: true } })
    const counts = { intact: 0, missing: 0, damaged: 0 }
    for (const { sha256, name } of rows) {
      const state = await files.verify(sha256)
      counts[state]++
      if (state !== 'intact') output.problem(`${name}（${sha256}）：${state === 'missing' ? '文件丢失' : '文件已损坏'}，请从备份恢复。`)
    }
    output.data(JSON.stringify(counts))
    return counts.missing + counts.damaged === 0 ? 0 : 1
  })
}

function sweep(output: Output): Promise<number> {
  return withInstallation(async ({ database, files }) => {
    output.data(JSON.stringify(await sweepStoredFiles({ prisma: database.prisma, files })))
    return 0
  })
}

export async function run(args: string[], output: Output): Promise<number> {
  const { positionals } = parseArgs({ args, allowPositionals: true })
  switch (positionals.join(' ')) {
    case 'verify':
      return verify(output)
    case 'sweep':
      return sweep(output)
    default:
      throw new UsageError('请写 files verify 或 files sweep。')
  }
}
