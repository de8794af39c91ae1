import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isAlive, lockState } from '../../api/platform/database/embedded/inspect-processes.ts'

/**
 * The mark that a folder is the demonstration's: `loading` until all of it is there. A folder without the mark is never
 * removed, whatever is asked for.
 */
type State = 'loading' | 'loaded'

const MARK = 'demonstration'

export class DemoFolder {
  readonly folder: string
  readonly #mark: string

  constructor(folder: string) {
    this.folder = folder
    this.#mark = path.join(folder, MARK)
  }

  get state(): State | undefined {
    if (!existsSync(this.#mark)) return undefined
    return readFileSync(this.#mark, 'utf8').trim() === 'loaded' ? 'loaded' : 'loading'
  }

  /** Marks a new or empty folder as the demonstration's. @throws Error when somebody else's data are in it */
  claim(): void {
    if (this.state !== undefined) return
    if (existsSync(this.folder) && readdirSync(this.folder).length > 0) {
      throw new Error(`${this.folder} 中有其他数据，不能用作演示。请检查 DATA_DIR。/ Other data are in this folder: check DATA_DIR.`)
    }
    mkdirSync(this.folder, { recursive: true })
    writeFileSync(this.#mark, `loading ${process.pid}\n`)
  }

  loaded(): void {
    writeFileSync(this.#mark, 'loaded\n')
  }

  /** @throws Error while another demonstration runs in it; a folder that is not marked is left alone */
  remove(): void {
    if (this.state === undefined) return
    if (this.#isInUse()) throw new Error('演示正在运行，请先停止再重置。/ The demonstration is running: stop it first.')
    rmSync(this.folder, { recursive: true })
  }

  /** Its database runs, or another process is just loading it. */
  #isInUse(): boolean {
    const loader = Number(/^loading (\d+)/.exec(readFileSync(this.#mark, 'utf8'))?.[1] ?? 0)
    if (loader > 0 && loader !== process.pid && isAlive(loader)) return true
    return lockState(path.join(this.folder, 'pg', 'data')) === 'held'
  }
}
