import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { readDocument } from './read-document.ts'

/** Entry of the thread that `readInWorker` starts: reads one file, answers once, ends. */
const task = z
  .object({
    source: z.union([z.string(), z.instanceof(Uint8Array)]),
    fileName: z.string(),
    sizeLimitBytes: z.number().optional(),
    view: z.enum(['accepted', 'rejected']).optional(),
  })
  .parse(workerData)

const { sizeLimitBytes, ...rest } = task
parentPort?.postMessage(await readDocument({ ...rest, ...(sizeLimitBytes === undefined ? {} : { sizeLimitBytes }) }))
