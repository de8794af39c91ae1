import { parseArgs } from 'node:util'
import { openServices } from '../../api/main.ts'
import { type Output, UsageError } from '../command.ts'
import { importTargets } from '../import-targets.ts'
import { installationConfig } from '../with-installation.ts'

/** `import PATH…`: folders and files into the library; `--internal` does not publish them. */
export async function run(args: string[], output: Output): Promise<number> {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { internal: { type: 'boolean', default: false } } })
  if (positionals.length === 0) throw new UsageError('没有给出文件或者文件夹。')
  const { services, close } = await openServices(installationConfig())
  try {
    const { done, refused } = await importTargets({ services, targets: positionals, publish: !values.internal, output })
    output.problem(`导入 ${done} 个文件，${refused} 个没有接收。`)
    return refused === 0 ? 0 : 1
  } finally {
    await close()
  }
}
