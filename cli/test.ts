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
  numFailedTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
})

/** Counts the tests, and each file that could not even be loaded as one that failed. */
function countResults(reportFile: string): { passed: number; failed: number } {
  if (!existsSync(reportFile)) return { passed: 0, failed: 1 }
  const report = reportSchema.parse(JSON.parse(readFileSync(reportFile, 'utf8')))
  const unloaded = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length
  const failed = report.numFailedTests + unloaded
  return { passed: report.numPassedTests, failed: failed === 0 && !report.success ? 1 : failed }
}

const tell = (line: string) => console.error(line)
const root = path.resolve(import.meta.dirname, '..')

/** Runs vitest over every project, without those that need a browser when there is none. */
function runVitest(chromium: string | undefined): { passed: number; failed: number } {
  const scratch = mkdtempSync(path.join(os.tmpdir(), 'lifa-test-report-'))
  const reportFile = path.join(scratch, 'report.json')
  const args = [
    path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...(chromium === undefined ? ['--project=!e2e'] : []),
    '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`,
    ...process.argv.slice(2),
  ]
  const env = { ...process.env, ...(chromium === undefined ? {} : { CHROMIUM_PATH: chromium }) }
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env })
  const { passed, failed } = countResults(reportFile)
  rmSync(scratch, { recursive: true })
  // A crash or an error outside of any test shows in vitest's exit code only.
  return { passed, failed: failed === 0 && status !== 0 ? 1 : failed }
}

async function runTests(): Promise<{ passed: number; failed: number }> {
  await generateClientWhenStale(tell)
  await buildInterfaceWhenStale(tell)
  const chromium = findChromium() ?? (installDebianChromium(tell) ? findChromium() : undefined)
  const { passed, failed } = runVitest(chromium)
  if (chromium !== undefined) return { passed, failed }
  tell(NO_BROWSER)
  return { passed, failed: failed + 1 }
}

const { passed, failed } = await runTests().catch((error: unknown) => {
  tell(error instanceof Error ? error.message : String(error))
  return { passed: 0, failed: 1 }
})
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
