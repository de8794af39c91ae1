import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    demoUrl: string
  }
}

const root = path.resolve(import.meta.dirname, '../..')

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** The address that the demonstration prints when it is ready. */
function ready(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    const said: string[] = []
    for (const stream of [child.stdout, child.stderr]) {
      if (stream === null) continue
      createInterface({ input: stream }).on('line', (line) => {
        said.push(line)
        const found = /The demonstration is ready: (http:\S+)/u.exec(line)?.[1]
        if (found !== undefined) resolve(found)
      })
    }
    child.once('exit', (code) => reject(new Error(`the demonstration stopped (${code}):\n${said.slice(-20).join('\n')}`)))
  })
}

/**
 * One server with the demonstration on a fresh data folder for all browser tests, stopped and removed at the end.
 * `LIFA_E2E_URL` names one that runs already (its data are then used and changed).
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const running = process.env.LIFA_E2E_URL
  if (running !== undefined) {
    project.provide('demoUrl', running)
    return async () => undefined
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'lifa-e2e-'))
  const child = spawn(process.execPath, ['cli/demo.ts'], { cwd: root, env: { ...process.env, DATA_DIR: path.join(folder, 'data'), HOST: '127.0.0.1', PORT: String(await freePort()) }, stdio: ['ignore', 'pipe', 'pipe'] })
  project.provide('demoUrl', await ready(child))
  return async () => {
    child.removeAllListeners('exit')
    const stopped = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGTERM')
    await stopped
    await rm(folder, { recursive: true, force: true })
  }
}
