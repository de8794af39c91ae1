import { parseArgs } from 'node:util'
import { DecisionNotWritten, writeDecision } from '../../law/amendment/decide/index.ts'
import { type Output, UsageError } from '../command.ts'
import { readLegalText } from '../read-legal-text.ts'
import { readOrSay } from '../read-or-say.ts'

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** `decide OLD NEW`: the amending decision that turns OLD into NEW; with `--json` one line with its instructions. */
export async function run(args: string[], output: Output): Promise<number> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { json: { type: 'boolean', default: false }, organ: { type: 'string' }, meeting: { type: 'string' }, effective: { type: 'string' } },
  })
  const [oldFile, newFile, ...rest] = positionals
  if (oldFile === undefined || newFile === undefined || rest.length > 0) throw new UsageError('请给出两个文件：旧文本和新文本。')
  const { organ, meeting, effective } = values
  if (effective !== undefined && !DATE.test(effective)) throw new UsageError('施行日期请写成 2026-01-01 的样子。')
  const [before, after] = (await readOrSay({ files: [oldFile, newFile], read: readLegalText, json: values.json, output })) ?? []
  if (before === undefined || after === undefined) return 1
  try {
    const { text, instructions, unsaid, notes } = writeDecision(before, after, {
      ...(organ === undefined ? {} : { organ }),
      ...(meeting === undefined ? {} : { meeting }),
      ...(effective === undefined ? {} : { effectiveDate: effective }),
    })
    output.data(values.json ? JSON.stringify({ old: oldFile, new: newFile, decision: text, instructions, unsaid, notes }) : text.trimEnd())
    for (const sentence of [...unsaid, ...notes]) output.problem(sentence)
    return unsaid.length === 0 ? 0 : 1
  } catch (error) {
    if (!(error instanceof DecisionNotWritten)) throw error
    if (values.json) output.data(JSON.stringify({ old: oldFile, new: newFile, error: error.message }))
    output.problem(error.message)
    return 1
  }
}
