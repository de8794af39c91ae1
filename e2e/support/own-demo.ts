import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { inject } from 'vitest'
import { copyFolder, type DemoProcess, startDemo } from './demo-process.ts'
import { freePort } from './server-process.ts'

/** A demonstration for one journey alone, whose calendar can be turned: no other journey finds its cases on another day. */
export class OwnDemo {
  readonly #folder: string
  readonly #port: number
  #process: DemoProcess

  private constructor(folder: string, port: number, process: DemoProcess) {
    this.#folder = folder
    this.#port = port
    this.#process = process
  }

  static async start(): Promise<OwnDemo> {
    const folder = await mkdtemp(path.join(tmpdir(), 'lifa-e2e-own-'))
    const port = await freePort()
    const loaded = inject('loadedDemo')
    if (loaded !== '') await copyFolder(loaded, path.join(folder, 'data'))
    return new OwnDemo(folder, port, await startDemo({ dataDir: path.join(folder, 'data'), port }))
  }

  get url(): string {
    return this.#process.url
  }

  /** Stops it and starts it on the same data and address on a later day; who is signed in stays signed in. */
  async turnTo(today: string): Promise<void> {
    await this.#process.stop()
    this.#process = await startDemo({ dataDir: path.join(this.#folder, 'data'), port: this.#port, today })
  }

  async stop(): Promise<void> {
    await this.#process.stop()
    await rm(this.#folder, { recursive: true, force: true })
  }
}
