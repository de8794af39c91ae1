/** `npm test`: everything, browser tests included. Ends with the line `N passed, N failed`. */
import { spawnSync } from 'node:child_process'
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

/** Runs vitest over every project, without those that need a browser when there is none. */
function runVitest(chromium: string | undefined): Results {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'lifa-test-report-'))
  const reportFile = path.join(scratch, 'report.json')
  const args = [
    path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...(chromium === undefined ? ['--project=!e2e'] : []),
    '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`,
    ...process.argv.slice(2),
  ]
  const env = { ...process.env, ...(chromium === undefined ? {} : { CHROMIUM_PATH: chromium }) }
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env })
  const { passed, failed, failures } = countResults(reportFile)
  rmSync(scratch, { recursive: true })
  // A crash or an error outside of any test shows in vitest's exit code only.
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed, failures }
}

async function runTests(): Promise<Results> {
  await generateClientWhenStale(tell)
  await buildInterfaceWhenStale(tell)
  const chromium = findChromium() ?? (installDebianChromium(tell) ? findChromium() : undefined)
  const results = runVitest(chromium)
  if (chromium !== undefined) return results
  tell(NO_BROWSER)
  return { ...results, failed: results.failed + 1 }
}

const { passed, failed, failures } = await runTests().catch((error: unknown) => {
  tell(error instanceof Error ? error.message : String(error))
  return { passed: 0, failed: 1, failures: [] }
})
for (const failure of failures) console.log(failure)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
