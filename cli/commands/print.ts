import { parseArgs } from 'node:util'
import { printLegalText } from '../../law/text/print.ts'
import { type Output, UsageError } from '../command.ts'
import { readLegalText } from '../read-legal-text.ts'
import { readOrSay } from '../read-or-say.ts'

/** `print FILE`: the text from its tree alone; from the JSON that `parse` gives it would be the same. */
export async function run(args: string[], output: Output): Promise<number> {
  const [file, ...rest] = parseArgs({ args, allowPositionals: true }).positionals
  if (file === undefined || rest.length > 0) throw new UsageError('请给出一个文件。')
  const [text] = (await readOrSay({ files: [file], read: readLegalText, json: false, output })) ?? []
  if (text === undefined) return 1
  output.data(printLegalText(text).trimEnd())
  return 0
}
