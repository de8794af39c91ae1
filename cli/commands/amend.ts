import { parseArgs } from 'node:util'
import { amendText, type AmendResult, type InstructionReport } from '../../law/amendment/index.ts'
import { printLegalText } from '../../law/text/index.ts'
import { type Output, UsageError } from '../command.ts'
import { readLegalSource } from '../read-legal-text.ts'
import { readOrSay } from '../read-or-say.ts'

const LONGEST_SHOWN = 60

/** 决定第12行“将第九条……”：文本没有第九条。 */
function failureLine(decision: string, { line, text, reason }: InstructionReport): string {
  const words = text.replace(/\s+/g, '')
  return `${decision}: 第${line}行“${words.length > LONGEST_SHOWN ? `${words.slice(0, LONGEST_SHOWN)}…` : words}”没有执行：${reason?.message ?? ''}`
}

/** Names on standard error what was not done and what a person must look at. @returns the exit code */
function reportProblems(decision: string, { instructions, problems }: AmendResult, output: Output): number {
  const failed = instructions.filter(({ status }) => status === 'failed')
  for (const instruction of failed) output.problem(failureLine(decision, instruction))
  for (const { message } of problems) output.problem(`${decision}: ${message}`)
  const nothingDone = problems.some(({ code }) => code === 'other-law' || code === 'no-instruction')
  return failed.length > 0 || nothingDone ? 1 : 0
}

function inFileLines(result: AmendResult, fileLine: (line: number) => number): AmendResult {
  const located = <Row extends { line: number }>(row: Row): Row => ({ ...row, line: fileLine(row.line) })
  return { ...result, instructions: result.instructions.map(located), problems: result.problems.map(located) }
}

/**
 * `amend BASE DECISION [--json]`: prints BASE as DECISION changes it. What could not be done is named on standard
 * error and left as it was; then the exit code is 1.
 */
export async function run(args: string[], output: Output): Promise<number> {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { json: { type: 'boolean', default: false } } })
  const [file, decision, ...rest] = positionals
  if (file === undefined || decision === undefined || rest.length > 0) throw new UsageError('请给出两个文件：现行文本和修改决定。')
  const [base, decided] = (await readOrSay({ files: [file, decision], read: readLegalSource, json: values.json, output })) ?? []
  if (base === undefined || decided === undefined) return 1
  const result = inFileLines(amendText(base.text, decided.blocks), decided.fileLine)
  const text = printLegalText(result.text)
  if (values.json) output.data(JSON.stringify({ file, decision, title: result.text.title, text, instructions: result.instructions, problems: result.problems }))
  else output.data(text.replace(/\n$/, ''))
  return reportProblems(decision, result, output)
}
