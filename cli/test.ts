/** `npm test`: everything, browser tests included. Ends with the line `N passed, N failed`. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { buildInterfaceWhenStale, generateClientWhenStale } from './build/build-when-stale.ts'
import { findChromium, installDebianChromium } from './find-chromium.ts'

const NO_BROWSER =
  '浏览器测试没有运行：请安装 Chromium、Chrome 或 Edge，或用 CHROMIUM_PATH 指明位置。/ The browser tests did not run: install Chromium, Chrome or Edge, or name one with CHROMIUM_PATH.'

const reportSchema = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().optional(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()).nullish() })),
    }),
  ),
})

type Results = { passed: number; failed: number; failures: string[] }

/** The first lines of what a test said when it failed: enough to know it again where the whole output was cut. */
const beginning = (message = ''): string => message.trim().split('\n').slice(0, 10).map((line) => `          ${line}`).join('\n')

/** Counts the tests, and each file that could not even be loaded as one that failed; names what failed, file by file. */
function countResults(reportFile: string): Results {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1, failures: ['FAILED  no report was written'] }
  const report = reportSchema.parse(JSON.parse(readFileSync(reportFile, 'utf8')))
  const failures = report.testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = path.relative(root, name)
    if (status === 'failed' && assertionResults.length === 0) return [`FAILED  ${file}\n${beginning(message)}`]
    return assertionResults
      .filter((test) => test.status === 'failed')
      .map(({ fullName, failureMessages }) => `FAILED  ${file}: ${fullName}\n${beginning(failureMessages?.[0])}`)
  })
  const failed = failures.length
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed, failures }
}

const tell = (line: string) => console.error(line)
const root = path.resolve(import.meta.dirname, '..')

/** `beside`: another run writes to the same terminal, which then shows whole lines only; `last` takes what that one leaves of the processors. */
type Run = { args: readonly string[]; chromium: string | undefined; beside?: 'first' | 'last' }

/** Runs vitest over what the arguments name. */
async function runVitest({ args, chromium, beside }: Run): Promise<Results> {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'lifa-test-report-'))
  const reportFile = path.join(scratch, 'report.json')
  const vitest = [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`]
  const env = { ...process.env, ...(chromium === undefined ? {} : { CHROMIUM_PATH: chromium }) }
  const child = spawn(process.execPath, [...vitest, ...args], { cwd: root, stdio: beside === undefined ? 'inherit' : ['inherit', 'pipe', 'pipe'], env })
  child.stdout?.pipe(process.stdout, { end: false })
  child.stderr?.pipe(process.stderr, { end: false })
  if (beside === 'last' && child.pid !== undefined) os.setPriority(child.pid, os.constants.priority.PRIORITY_BELOW_NORMAL)
  const [status]: unknown[] = await once(child, 'close')
  const { passed, failed, failures } = countResults(reportFile)
  rmSync(scratch, { recursive: true })
  // A crash or an error outside of any test shows in vitest's exit code only.
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed, failures }
}

const together = (results: readonly Results[]): Results => ({
  passed: results.reduce((sum, { passed }) => sum + passed, 0),
  failed: results.reduce((sum, { failed }) => sum + failed, 0),
  failures: results.flatMap(({ failures }) => failures),
})

/**
 * Everything. The browser tests go one after another, and each waits for the browser or the server in turn: alone they
 * leave much of two processors idle. The others run beside them on what is left.
 */
async function runEverything(chromium: string): Promise<Results> {
  const workers = Math.max(1, Math.min(2, os.availableParallelism() - 1))
  const browser = runVitest({ args: ['--project=e2e'], chromium, beside: 'first' })
  const others = runVitest({ args: ['--project=!e2e', `--maxWorkers=${workers}`], chromium, beside: 'last' })
  return together(await Promise.all([browser, others]))
}

async function runTests(wanted: readonly string[]): Promise<Results> {
  await generateClientWhenStale(tell)
  await buildInterfaceWhenStale(tell)
  const chromium = findChromium() ?? (installDebianChromium(tell) ? findChromium() : undefined)
  if (chromium !== undefined) return wanted.length === 0 ? runEverything(chromium) : runVitest({ args: wanted, chromium })
  tell(NO_BROWSER)
  const results = await runVitest({ args: ['--project=!e2e', ...wanted], chromium })
  return { ...results, failed: results.failed + 1 }
}

const { passed, failed, failures } = await runTests(process.argv.slice(2)).catch((error: unknown) => {
  tell(error instanceof Error ? error.message : String(error))
  return { passed: 0, failed: 1, failures: [] }
})
for (const failure of failures) console.log(failure)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
