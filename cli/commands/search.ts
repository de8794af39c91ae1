import { rebuildIndex } from '../../api/library/index.ts'
import { openServices } from '../../api/main.ts'
import { type Output, UsageError } from '../command.ts'
import { installationConfig } from '../with-installation.ts'

/** `search rebuild`: fills the index anew from the rows; the old one answers until the new one is whole. */
export async function run(args: string[], output: Output): Promise<number> {
  if (args.join(' ') !== 'rebuild') throw new UsageError('只有 search rebuild。')
  const { services, close } = await openServices(installationConfig())
  try {
    const versions = await rebuildIndex(services, (done) => output.problem(`已重建 ${done} 个版本`))
    output.data(JSON.stringify({ versions }))
    return 0
  } finally {
    await close()
  }
}
