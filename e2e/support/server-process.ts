import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '../..')

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}

/** `npm start` as a process of its own, which can be ended like one. */
export class ServerProcess {
  readonly url: string
  readonly #child: ChildProcess
  readonly #ended: Promise<void>

  private constructor(url: string, child: ChildProcess) {
    this.url = url
    this.#child = child
    this.#ended = new Promise((resolve) => child.once('exit', () => resolve()))
  }

  /** Resolves when it says that it is running; rejects with what it said when it ends before. */
  static start(options: { env: Record<string, string>; port: number }): Promise<ServerProcess> {
    const { env, port } = options
    const child = spawn(process.execPath, ['cli/start.ts'], { cwd: root, env: { ...process.env, ...env, PORT: String(port), HOST: '127.0.0.1' }, stdio: ['ignore', 'pipe', 'pipe'] })
    const said: string[] = []
    return new Promise((resolve, reject) => {
      const listen = (chunk: Buffer) => {
        said.push(chunk.toString())
        const url = /Lifa is running: (http:\S+)/u.exec(said.join(''))?.[1]
        if (url !== undefined) resolve(new ServerProcess(url, child))
      }
      child.stdout.on('data', listen)
      child.stderr.on('data', listen)
      child.once('exit', (code) => reject(new Error(`it stopped (${code}):\n${said.join('')}`)))
    })
  }

  /** As the kernel or a power cut ends it: nothing of its own runs any more. */
  async kill(): Promise<void> {
    this.#child.kill('SIGKILL')
    await this.#ended
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM')
    await this.#ended
  }
}
