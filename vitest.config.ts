import { existsSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { findChromium } from './cli/find-chromium.ts'

const corpusFolder = path.resolve(import.meta.dirname, process.env.LIFA_CORPUS ?? '../shared/corpus')
const corpusIsThere = existsSync(path.join(corpusFolder, 'manifest.json'))
const corpusIsRequired = process.env.CI === 'true'
if (!corpusIsThere) {
  const consequence = corpusIsRequired ? 'which CI requires' : 'so the tests on real texts are left out'
  console.warn(`No corpus at ${corpusFolder} (LIFA_CORPUS), ${consequence}.`)
  if (corpusIsRequired) throw new Error(`Tests on the corpus are required when CI=true: ${corpusFolder} is not there.`)
}

const testServer = ['./api/platform/database/test-server.ts']
const notUnit = ['**/*.corpus.test.ts', '**/*.db.test.ts', 'api/**', 'fixtures/**', '**/node_modules/**']

/** One project for each kind of thing a test needs. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      // Nothing but the code. No test replaces a module or a global, so the files share a worker that loads each module once.
      { test: { name: 'unit', include: ['{law,search,ui,cli,prisma,e2e}/**/*.test.ts'], exclude: notUnit, isolate: false } },
      // A database of its own for each file, but one program for all of them: to load it takes longer than most tests.
      {
        test: {
          name: 'database',
          include: ['api/**/*.test.ts', '{search,cli}/**/*.db.test.ts'],
          exclude: ['**/*.corpus.test.ts'],
          isolate: false,
          globalSetup: testServer,
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      // Real texts, which are not part of the project.
      ...(corpusIsThere
        ? [
            {
              test: {
                name: 'corpus',
                include: ['**/*.corpus.test.ts'],
                exclude: ['**/node_modules/**'],
                globalSetup: testServer,
                env: { LIFA_CORPUS: corpusFolder },
                testTimeout: 120_000,
                hookTimeout: 120_000,
              },
            },
          ]
        : []),
      // The demonstration year.
      {
        test: {
          name: 'fixtures',
          include: ['fixtures/**/*.test.ts'],
          globalSetup: testServer,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
      // A browser and the whole program.
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.e2e.ts'],
          globalSetup: ['./e2e/support/demo-server.ts'],
          env: { CHROMIUM_PATH: findChromium() ?? '' },
          maxWorkers: 1,
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 300_000,
          // as long as playwright waits for what it looks for; the default of one second is that of a unit test
          expect: { poll: { timeout: 30_000 } },
        },
      },
    ],
  },
})
