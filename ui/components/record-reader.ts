import type { ReactiveController, ReactiveControllerHost } from 'lit'
import { type ApiProblem, asProblem } from '../api/problem.ts'

/**
 * What a page shows, read when the page is opened and again when its address names another one:
 * `readonly #record = new RecordReader(this, { key: () => this.params['id'] ?? '', read: async (id) => (await answer(api.GET(…))).data })`,
 * then `.given`, `.problem`, `.load()` after an act. A late answer about another record never covers the one that is asked for.
 */
export class RecordReader<Given> implements ReactiveController {
  /** null until the first answer, and while another record is awaited */
  given: Given | null = null
  /** why the last question was not answered */
  problem: ApiProblem | null = null
  /** of the record that is shown or awaited; '' before there is one */
  key = ''
  #asked = 0
  readonly #host: ReactiveControllerHost
  readonly #options: { key: () => string; read: (key: string) => Promise<Given>; taken?: (given: Given, before: Given | null) => void }

  /** `key`: '' while there is nothing to read yet. `taken`: what the page keeps of an answer beside it. */
  constructor(host: ReactiveControllerHost, options: { key: () => string; read: (key: string) => Promise<Given>; taken?: (given: Given, before: Given | null) => void }) {
    this.#host = host
    this.#options = options
    host.addController(this)
  }

  hostUpdate(): void {
    const key = this.#options.key()
    if (key === '' || key === this.key) return
    this.key = key
    this.given = null
    this.problem = null
    void this.load()
  }

  /** Read it (again). */
  async load(): Promise<void> {
    const asked = (this.#asked += 1)
    try {
      const given = await this.#options.read(this.key)
      if (asked === this.#asked) this.put(given)
    } catch (thrown) {
      if (asked !== this.#asked) return
      this.problem = asProblem(thrown)
      this.#host.requestUpdate()
    }
  }

  /** What an act answered: shown without asking again, and never covered by an answer from before it. */
  put(given: Given): void {
    const before = this.given
    this.#asked += 1
    this.given = given
    this.problem = null
    this.#options.taken?.(given, before)
    this.#host.requestUpdate()
  }
}
