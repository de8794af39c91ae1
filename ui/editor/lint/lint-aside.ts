import type { DraftingFinding } from '../../../law/drafting/index.ts'
import type { LegalText } from '../../../law/text/index.ts'

export type LintQuestion = { id: number; text: LegalText }
export type LintAnswer = { id: number; findings: DraftingFinding[] }

/** The linter in a worker. One text at a time: of several that are asked for, only the last is answered. */
export class LintAside {
  #worker: Worker | null = null
  #asked = 0
  #answer: (findings: DraftingFinding[] | null) => void = () => undefined

  /** Findings of a text; null where another one was asked for in the meantime, or the linter was stopped. */
  lint(text: LegalText): Promise<DraftingFinding[] | null> {
    this.#answer(null)
    this.#worker ??= this.#start()
    this.#asked += 1
    const question: LintQuestion = { id: this.#asked, text }
    this.#worker.postMessage(question)
    return new Promise((done) => {
      this.#answer = done
    })
  }

  stop(): void {
    this.#answer(null)
    this.#worker?.terminate()
    this.#worker = null
  }

  #start(): Worker {
    const worker = new Worker(new URL('./lint-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<LintAnswer>) => {
      if (data.id === this.#asked) this.#answer(data.findings)
    })
    return worker
  }
}
