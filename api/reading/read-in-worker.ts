import { Worker } from 'node:worker_threads'
import type { ReadOptions } from './read-document.ts'
import type { ReadResult } from './result.ts'

export type WorkerLimits = { timeoutMilliseconds: number; memoryMegabytes: number }

const WORKER_LIMITS: WorkerLimits = { timeoutMilliseconds: 60_000, memoryMegabytes: 192 }

/** Files read at the same moment in one process; the others wait their turn. */
const THREADS = 2
const waiting: (() => void)[] = []
let running = 0

const takeTurn = async (): Promise<void> => {
  if (running >= THREADS) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
}

const endTurn = (): void => {
  running -= 1
  waiting.shift()?.()
}

const tooSlow: ReadResult = { status: 'refused', code: 'too-slow', message: '文件读了很久还没有读完，已停止。请把正文另存为新的 docx，或者拆分后上传。' }
const tooMuchMemory: ReadResult = { status: 'refused', code: 'too-much-memory', message: '文件展开后过大，已停止读取。请压缩其中的图片，或者把正文另存为新的 docx 后上传。' }
const failed: ReadResult = { status: 'refused', code: 'unreadable', message: '文件读不出来。请用 Word 或 WPS 打开原文，另存为新的 docx 后上传。' }

const MEGABYTE = 1024 * 1024
const MEMORY_CHECK_MILLISECONDS = 50

const isOutOfMemory = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

const runWorker = (options: ReadOptions, limits: WorkerLimits): Promise<ReadResult> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
      workerData: options,
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMegabytes, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
    })
    const settle = (result: ReadResult) => {
      clearTimeout(timer)
      clearInterval(memoryCheck)
      resolve(result)
      void worker.terminate()
    }
    const timer = setTimeout(() => settle(tooSlow), limits.timeoutMilliseconds)
    // the limits of V8 leave out what lies outside its heap: the bytes of a file and all that is unpacked from them
    const memoryCheck = setInterval(() => {
      worker.getHeapStatistics().then(
        ({ external_memory: outside, used_heap_size: inside }) => {
          if (outside + inside > limits.memoryMegabytes * MEGABYTE) settle(tooMuchMemory)
        },
        // the thread has ended: its own message or error settles the matter
        () => {},
      )
    }, MEMORY_CHECK_MILLISECONDS)
    worker.once('message', (result: ReadResult) => settle(result))
    worker.once('error', (error) => settle(isOutOfMemory(error) ? tooMuchMemory : failed))
    worker.once('exit', () => settle(failed))
  })

/**
 * Reads a file from outside in a thread of its own, with bounded memory and time, so that the server
 * goes on serving others. Never rejects: whatever goes wrong is a refusal with a sentence.
 */
export async function readInWorker(options: ReadOptions, limits: WorkerLimits = WORKER_LIMITS): Promise<ReadResult> {
  await takeTurn()
  try {
    return await runWorker(options, limits)
  } finally {
    endTurn()
  }
}
