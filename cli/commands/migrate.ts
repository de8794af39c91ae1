import { parseArgs } from 'node:util'
import type { Output } from '../command.ts'
import { withInstallation } from '../with-installation.ts'

export async function run(args: string[], output: Output): Promise<number> {
  parseArgs({ args })
  output.data(JSON.stringify({ applied: await withInstallation(async ({ database }) => database.applied) }))
  return 0
}
