import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { basisInWords, draftingRules } from '../../law/drafting/index.ts'
import { UsageError } from '../command.ts'
import { run } from './lint.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'lifa-lint-'))
afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, ...lines: string[]): string {
  const target = path.join(folder, name)
  writeFileSync(target, lines.join('\n'))
  return target
}

type Line = { file: string; error?: string; findings?: { rule: string; quote: string }[] }

async function lint(...args: string[]) {
  const lines: Line[] = []
  const problems: string[] = []
  const code = await run(args, { data: (line) => lines.push(JSON.parse(typeof line === 'string' ? line : [...line].join(''))), problem: (line) => problems.push(line) })
  return { code, lines, problems }
}

const SLIPPED = write('slipped.txt', '停车管理办法', '第一条 车主应该缴费，其它事项由市公安局规定。')
const CLEAN = write('clean.txt', '停车管理办法', '第一条 车主应当缴费。')
const LAW = write('law.txt', '某某停车法', '第一条 任何单位和个人不得擅自占用公共道路设置停车泊位或者地锁等障碍物。')
const REPEATING = write('repeating.txt', '停车管理办法', '第一条 任何单位和个人不得擅自占用公共道路设置停车泊位或者地锁等障碍物。')
const rulesOf = (line: Line | undefined) => line?.findings?.map(({ rule }) => rule)

describe('lint', () => {
  test('gives one line for each file in the order of the arguments, also for one that failed', async () => {
    const missing = path.join(folder, 'nowhere.txt')
    const { code, lines, problems } = await lint(SLIPPED, missing, CLEAN)
    expect(lines.map(({ file }) => file)).toEqual([SLIPPED, missing, CLEAN])
    expect(lines[0]?.findings?.map(({ rule, quote }) => [rule, quote])).toEqual([['L02', '应该'], ['L18', '其它'], ['L34', '公安局']])
    expect(lines.slice(1)).toEqual([{ file: missing, error: '没有这个文件。' }, { file: CLEAN, findings: [] }])
    expect(problems).toEqual([`${missing}: 没有这个文件。`])
    expect(code).toBe(1)
  })

  test('does not fail for findings: they are advice', async () => {
    expect((await lint(SLIPPED)).code).toBe(0)
  })

  test.each([['L18', ['L18']], ['l02,L34', ['L02', 'L34']], ['L05', []]])('looks for %s only where it is asked to', async (codes, expected) => {
    expect(rulesOf((await lint(SLIPPED, '--rules', codes)).lines[0])).toEqual(expected)
  })

  test('holds a text against superior texts where they are given', async () => {
    expect(rulesOf((await lint(REPEATING)).lines[0])).toEqual([])
    expect(rulesOf((await lint('--superior', LAW, REPEATING)).lines[0])).toEqual(['L32'])
  })

  test.each([[[]], [['--rules', 'L99', CLEAN]], [['--superior', 'no-such-file.txt', CLEAN]]])('refuses arguments that make no sense: %j', async (args) => {
    await expect(lint(...args)).rejects.toThrow(UsageError)
  })

  test('docs/drafting.md lists every rule as the program has it', () => {
    const rows = readFileSync(path.join(import.meta.dirname, '../../docs/drafting.md'), 'utf8').split('\n').filter((line) => /^\| [LC]\d/u.test(line))
    expect(rows).toEqual(draftingRules.map(({ code, name, severity, says, basis, mayIgnore }) => `| ${code} | ${name} | ${severity} | ${says} | ${basisInWords(basis)} | ${mayIgnore} |`))
  })
})
