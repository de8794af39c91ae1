import { type ChildProcess, execFile, spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'

const root = path.resolve(import.meta.dirname, '../..')

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

/** A data folder with its owners: the embedded database refuses files of another account. */
export const copyFolder = async (from: string, to: string): Promise<void> => void (await promisify(execFile)('cp', ['-a', from, to]))

export type DemoProcess = { url: string; stop(): Promise<void> }

/** `npm run demo` as a process of its own. `today`: the day it is set to (DEMO_TODAY, which production refuses); unset: the demonstration's. */
export async function startDemo(options: { dataDir: string; port: number; today?: string }): Promise<DemoProcess> {
  const { dataDir, port, today } = options
  const env = { ...process.env, DATA_DIR: dataDir, HOST: '127.0.0.1', PORT: String(port), ...(today === undefined ? {} : { DEMO_TODAY: today }) }
  const child = spawn(process.execPath, ['cli/demo.ts'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const url = await ready(child)
  return {
    url,
    async stop() {
      child.removeAllListeners('exit')
      const stopped = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await stopped
    },
  }
}
