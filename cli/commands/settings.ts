import { parseArgs } from 'node:util'
import { settingsTable } from '../../api/platform/config/index.ts'
import type { Output } from '../command.ts'

export async function run(args: string[], output: Output): Promise<number> {
  parseArgs({ args })
  output.data(settingsTable())
  return 0
}
