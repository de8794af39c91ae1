/**
 * `npm run fuzz -- [COUNT] [--seed N] [--only INDEX]`: damaged texts through parse, print, compare, cite, amend and the
 * editor. Nothing may throw, hang or lose a character. Says how to repeat what failed; exit 1 where something did.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { runCase, textsOf } from './fuzz/one-case.ts'

const PATIENCE_SECONDS = 20
const WATCH_MILLISECONDS = 500
const MOST_SHOWN = 20

const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: 'string' }, only: { type: 'string' } } })
const count = Number(positionals[0] ?? 100_000)
const seed = Number(values.seed ?? Math.floor(Math.random() * 2 ** 31))
if (!Number.isInteger(count) || !Number.isInteger(seed)) throw new RangeError('COUNT and --seed are whole numbers')

/** Real texts where the corpus is there: files named `…__date.md` or `.txt`. */
function realTexts(): string[] {
  const folder = path.resolve(import.meta.dirname, '../..', process.env['LIFA_CORPUS'] ?? '../shared/corpus')
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((file) => file.includes('__') && /\.(?:md|txt)$/.test(file))
  return files.sort().map((file) => readFileSync(path.join(folder, file), 'utf8'))
}

type Failure = { index: number; error: string }
const report = z.object({ index: z.int(), error: z.string() })

/** Runs every `step`-th case from `from` on; a case that does not end is stopped, named, and the next one begun. */
function runShare(from: number, step: number, real: readonly string[], tell: (failure: Failure) => void): Promise<void> {
  return new Promise((resolve) => {
    const progress = new SharedArrayBuffer(4)
    const at = new Int32Array(progress)
    Atomics.store(at, 0, from)
    const worker = new Worker(new URL('./fuzz-worker.ts', import.meta.url), { workerData: { seed, from, to: count, step, real, progress } })
    let seen = from
    let since = performance.now()
    const end = (next: number | null): void => {
      clearInterval(watch)
      void worker.terminate()
      resolve(next === null || next >= count ? undefined : runShare(next, step, real, tell))
    }
    const watch = setInterval(() => {
      const now = Atomics.load(at, 0)
      if (now !== seen) {
        seen = now
        since = performance.now()
      } else if (performance.now() - since > PATIENCE_SECONDS * 1000) {
        tell({ index: now, error: `still at work after ${PATIENCE_SECONDS} s` })
        end(now + step)
      }
    }, WATCH_MILLISECONDS)
    worker.on('message', (message) => tell(report.parse(message)))
    worker.once('error', (error) => {
      const now = Atomics.load(at, 0)
      tell({ index: now, error: String(error) })
      end(now + step)
    })
    worker.once('exit', () => end(null))
  })
}

const real = realTexts()
if (values.only !== undefined) {
  const index = Number(values.only)
  process.stdout.write(`${textsOf(seed, index, real).mutated}\n`)
  runCase(seed, index, real)
} else {
  console.error(`${count} texts, seed ${seed}, ${real.length} real texts among the bases.`)
  const failures: Failure[] = []
  const tell = (failure: Failure): void => {
    failures.push(failure)
    if (failures.length <= MOST_SHOWN) console.error(`npm run fuzz -- --seed ${seed} --only ${failure.index}\n  ${failure.error}`)
  }
  const start = performance.now()
  const shares = Math.max(1, Math.min(4, os.availableParallelism()))
  await Promise.all(Array.from({ length: shares }, (_, share) => runShare(share, shares, real, tell)))
  const seconds = Math.round((performance.now() - start) / 1000)
  console.log(JSON.stringify({ name: 'fuzz', texts: count, seed, failures: failures.length, seconds }))
  if (failures.length > 0) process.exitCode = 1
}
