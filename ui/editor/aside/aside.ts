/**
 * Counting beside the page, so that a long law holds up no key: a worker has the document, is told its steps, and is asked
 * for hints or suggestions. What it answers is about the text as it was asked; it is carried over what was typed since.
 */
import type { Node } from 'prosemirror-model'
import type { Mapping } from 'prosemirror-transform'
import type { EditorView } from 'prosemirror-view'
import { stepsBetween, type Suggestion } from '../../../law/drafting/index.ts'
import type { Hint } from '../hints/place-hints.ts'
import { whenIdle } from '../idle.ts'
import { logOf, mappingSince, stepsSince } from './step-log.ts'

export type Told =
  | { kind: 'open'; doc: unknown }
  | { kind: 'steps'; steps: readonly unknown[] }
  | { kind: 'base'; base: unknown }
  | { kind: 'base-steps'; steps: readonly unknown[] }
  | { kind: 'hints' | 'suggestions'; id: number }
export type Answered = { id: number } & ({ kind: 'hints'; found: readonly Hint[] } | { kind: 'suggestions'; found: readonly Suggestion[] })
type FoundOf<K extends Answered['kind']> = Extract<Answered, { kind: K }>['found']

export class Aside<K extends Answered['kind']> {
  readonly #kind: K
  #worker: Worker | null = null
  #opening: object | null = null
  #sent = 0
  #base: Node | null = null
  #asked = 0
  #answer: (answered: Answered | null) => void = () => undefined

  constructor(kind: K) {
    this.#kind = kind
  }

  /**
   * What is found in the document as it stands now, over `base` for suggestions. `mapping` leads to the document as it is when
   * the answer is taken, which is a moment in which nobody types. Null where another question was asked in the meantime, or
   * another document opened.
   */
  async ask(view: EditorView, base: Node | null = null): Promise<{ found: FoundOf<K>; mapping: Mapping } | null> {
    const log = logOf(view.state)
    if (log === null) return null
    this.#answer(null)
    this.#bring(view, base)
    const { count } = log.last
    this.#asked += 1
    this.#tell({ kind: this.#kind, id: this.#asked })
    const answered = await new Promise<Answered | null>((done) => {
      this.#answer = done
    })
    if (answered === null) return null
    await new Promise<void>((done) => void whenIdle(done))
    const now = view.isDestroyed ? null : logOf(view.state)
    return now === null || now.opening !== log.opening ? null : { found: answered.found as FoundOf<K>, mapping: mappingSince(now, count) }
  }

  stop(): void {
    this.#answer(null)
    this.#worker?.terminate()
    this.#worker = null
    this.#opening = null
    this.#base = null
  }

  /** The worker has the document and the base that the page has. */
  #bring({ state }: EditorView, base: Node | null): void {
    const log = logOf(state)
    if (log === null) return
    if (log.opening !== this.#opening) this.#tell({ kind: 'open', doc: state.doc.toJSON() })
    else if (log.last.count > this.#sent) this.#tell({ kind: 'steps', steps: stepsSince(log, this.#sent).map((step) => step.toJSON() as unknown) })
    this.#opening = log.opening
    this.#sent = log.last.count
    if (base === null || base === this.#base) return
    if (this.#base === null) this.#tell({ kind: 'base', base: base.toJSON() })
    else this.#tell({ kind: 'base-steps', steps: stepsBetween(this.#base, base).map((step) => step.toJSON() as unknown) })
    this.#base = base
  }

  #tell(told: Told): void {
    this.#worker ??= this.#start()
    this.#worker.postMessage(told)
  }

  #start(): Worker {
    const worker = new Worker(new URL('./aside-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
      if (data.id === this.#asked && data.kind === this.#kind) this.#answer(data)
    })
    return worker
  }
}
