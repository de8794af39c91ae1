/** The thread of `npm run fuzz` that runs the cases; the main thread watches that it moves on. */
import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { BrokenPromise } from './fuzz/check.ts'
import { runCase } from './fuzz/one-case.ts'

const task = z
  .object({
    seed: z.int(),
    from: z.int(),
    to: z.int(),
    step: z.int(),
    real: z.array(z.string()),
    /** [0]: the case at work */
    progress: z.instanceof(SharedArrayBuffer),
  })
  .parse(workerData)

const progress = new Int32Array(task.progress)
for (let index = task.from; index < task.to; index += task.step) {
  Atomics.store(progress, 0, index)
  try {
    runCase(task.seed, index, task.real)
  } catch (error) {
    // a broken promise says all itself
    const told = error instanceof Error && !(error instanceof BrokenPromise) ? (error.stack ?? error.message) : String(error)
    parentPort?.postMessage({ index, error: told })
  }
}
