import { parseArgs } from 'node:util'
import { printLegalText } from '../../law/text/print.ts'
import type { LegalText } from '../../law/text/tree.ts'
import { type Output, UsageError } from '../command.ts'
import { readLegalText } from '../read-legal-text.ts'

/** `print FILE`: the text from its tree alone. The tree went through JSON, as `parse` gives it. */
export async function run(args: string[], output: Output): Promise<number> {
  const [file, ...rest] = parseArgs({ args, allowPositionals: true }).positionals
  if (file === undefined || rest.length > 0) throw new UsageError('请给出一个文件。')
  const tree: LegalText = JSON.parse(JSON.stringify(await readLegalText(file)))
  output.data(printLegalText(tree).trimEnd())
  return 0
}
