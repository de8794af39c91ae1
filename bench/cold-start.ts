import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { print } from './measure.ts'

const PATIENCE_MS = 120_000

/** From the start of the process to the first answered request: on an empty folder, and on one that was used. */
export async function benchColdStart(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'lifa-bench-start-'))
  try {
    const bare = await startOnce(['-e', BARE], folder)
    const first = await startOnce([path.resolve(import.meta.dirname, '../cli/start.ts')], folder)
    const second = await startOnce([path.resolve(import.meta.dirname, '../cli/start.ts')], folder)
    print({ name: 'start.first', value: first, unit: 'ms', detail: { bareNode: Math.round(bare) } })
    print({ name: 'start.again', value: second, unit: 'ms', detail: { bareNode: Math.round(bare) } })
    print({ name: 'start.ratio', value: second / bare, unit: 'x', to: 'a bare Node server that answers' })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const BARE = `require('node:http').createServer((_, r) => r.end('ok')).listen(Number(process.env.PORT), '127.0.0.1')`

async function startOnce(args: string[], folder: string): Promise<number> {
  const port = await new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
  const started = performance.now()
  const child = spawn(process.execPath, args, { env: { ...process.env, DATA_DIR: folder, PORT: String(port), HOST: '127.0.0.1', LOG_LEVEL: 'error' }, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  try {
    for (;;) {
      const answered = await fetch(`http://127.0.0.1:${port}/healthz`).then((r) => r.ok, () => false)
      const took = performance.now() - started
      if (answered) return took
      if (took > PATIENCE_MS || child.exitCode !== null) throw new Error('the server did not start')
    }
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}
