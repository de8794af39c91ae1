import { parseArgs } from 'node:util'
import { draftingRules, lintText } from '../../law/drafting/index.ts'
import type { LegalText } from '../../law/text/index.ts'
import { type Output, UsageError } from '../command.ts'
import { jsonLine } from '../json-line.ts'
import { readLegalText, UnreadableFile } from '../read-legal-text.ts'

/** The codes that are asked for; undefined for all. */
function readCodes(list: string | undefined): string[] | undefined {
  const codes = list?.split(/[,，]/u).map((code) => code.trim().toUpperCase())
  const unknown = codes?.find((code) => !draftingRules.some((rule) => rule.code === code))
  if (unknown !== undefined) throw new UsageError(`没有“${unknown}”这条规则，规则见 docs/drafting.md。`)
  return codes
}

/** Superior texts must be readable: without one of them the answer would be another. */
async function readSuperior(files: readonly string[]): Promise<LegalText[]> {
  const texts: LegalText[] = []
  for (const file of files) {
    try {
      texts.push(await readLegalText(file))
    } catch (error) {
      if (error instanceof UnreadableFile) throw new UsageError(`读不出上位法文本 ${file}：${error.message}`)
      throw error
    }
  }
  return texts
}

/**
 * `lint FILE…`: what the rules of drafting technique find in each text; one line of JSON for each file. Findings are
 * advice: they do not change the exit code. `--superior` (may be repeated) gives the texts that a draft stands under.
 */
export async function run(args: string[], output: Output): Promise<number> {
  const { values, positionals: files } = parseArgs({
    args,
    allowPositionals: true,
    options: { rules: { type: 'string' }, superior: { type: 'string', multiple: true, default: [] } },
  })
  if (files.length === 0) throw new UsageError('没有给出文件。')
  const rules = readCodes(values.rules)
  const superior = await readSuperior(values.superior)
  let exitCode = 0
  for (const file of files) {
    try {
      const findings = lintText(await readLegalText(file), { ...(rules === undefined ? {} : { rules }), superior })
      output.data(jsonLine({ file, findings }))
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      output.data(JSON.stringify({ file, error: message }))
      output.problem(`${file}: ${message}`)
      exitCode = 1
    }
  }
  return exitCode
}
