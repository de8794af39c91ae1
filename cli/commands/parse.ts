import { parseArgs } from 'node:util'
import type { LegalText } from '../../law/text/index.ts'
import { type Output, UsageError } from '../command.ts'
import { jsonLine } from '../json-line.ts'
import { readLegalSource } from '../read-legal-text.ts'
import { sentenceOf } from '../say-error.ts'

/** Lines as the file counts them, at LF. Set in place: a copy of millions of articles would not fit beside them. */
async function parseFile(file: string): Promise<LegalText> {
  const { text, fileLine } = await readLegalSource(file)
  for (const article of text.articles) article.line = fileLine(article.line)
  for (const report of [...text.problems, ...text.remarks]) report.line = fileLine(report.line)
  return text
}

/**
 * `parse FILE…`: one line of JSON for each file, also for one that failed, in the order of the arguments.
 * A line holds the whole tree (law/text/tree.ts). What the tree has beyond the numbers and words is there so that
 * `print` gives the source back: `at` and `until` of a division, `printed` where a label was written otherwise,
 * `placed` where 题注, 目录 or annexes stand in another order, `table` of a 款, and the `line` of an article.
 */
export async function run(args: string[], output: Output): Promise<number> {
  const { positionals: files } = parseArgs({ args, allowPositionals: true })
  if (files.length === 0) throw new UsageError('没有给出文件。')
  let exitCode = 0
  for (const file of files) {
    try {
      const text = await parseFile(file)
      output.data(jsonLine({ file, ...text }))
      for (const { line, message } of text.problems) output.problem(`${file}:${line}: ${message}`)
    } catch (error) {
      const message = sentenceOf(error)
      output.data(JSON.stringify({ file, error: message }))
      output.problem(`${file}: ${message}`)
      exitCode = 1
    }
  }
  return exitCode
}
