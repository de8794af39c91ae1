import { parseArgs } from 'node:util'
import { printLegalText } from '../../law/text/print.ts'
import { type Output, UsageError } from '../command.ts'
import { readLegalText } from '../read-legal-text.ts'

/** `print FILE`: the text from its tree alone; from the JSON that `parse` gives it would be the same. */
export async function run(args: string[], output: Output): Promise<number> {
  const [file, ...rest] = parseArgs({ args, allowPositionals: true }).positionals
  if (file === undefined || rest.length > 0) throw new UsageError('请给出一个文件。')
  output.data(printLegalText(await readLegalText(file)).trimEnd())
  return 0
}
