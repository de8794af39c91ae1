import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit'
import { type ApiProblem, asProblem } from '../api/problem.ts'
import { messages } from '../messages/zh.ts'

/** One answer of a list of the API: rows, the cursor of the next ones, often a count of all. */
export type ListPage = { readonly items: readonly unknown[]; readonly next: string | null; readonly total?: number | null }

/**
 * The rows of a list that the API gives page by page: `readonly #list = new CursorList(this, (cursor) => answer(api.GET(…)))`,
 * then `this.#list.load()`, `.items`, `.more()`. A late answer of an earlier question never covers a later one, and a page that
 * did not come leaves the rows that are there.
 */
export class CursorList<Page extends ListPage> implements ReactiveController {
  /** null until the first answer */
  items: readonly Page['items'][number][] | null = null
  /** the newest answer, for what came with the rows (counts) */
  page: Page | null = null
  /** why the first rows are not there */
  problem: ApiProblem | null = null
  #moreProblem: ApiProblem | null = null
  #asked = 0
  readonly #host: ReactiveControllerHost
  readonly #read: (cursor: string | undefined) => Promise<{ data: Page }>

  constructor(host: ReactiveControllerHost, read: (cursor: string | undefined) => Promise<{ data: Page }>) {
    this.#host = host
    this.#read = read
    host.addController(this)
  }

  hostConnected(): void {
    // an element that is put in anew shows what it has
  }

  /** Of all pages; of what is shown where the API does not count. */
  get total(): number {
    return this.page?.total ?? this.items?.length ?? 0
  }

  /** From the first row. `anew`: what is shown answers another question and goes at once. */
  async load({ anew = false }: { anew?: boolean } = {}): Promise<void> {
    if (anew && this.items !== null) {
      this.items = null
      this.#host.requestUpdate()
    }
    await this.#ask(undefined)
  }

  /** The next rows below those that are there. */
  async more(): Promise<void> {
    if (this.page?.next != null) await this.#ask(this.page.next)
  }

  /** Below the rows: the button for the next ones, or why they did not come. `said`: its words, `beside` what stands next to it. */
  rest({ said = messages.elements.list.more, beside }: { said?: string; beside?: TemplateResult } = {}): TemplateResult | typeof nothing {
    if (this.items === null || this.page?.next == null) return nothing
    return html`${this.#moreProblem === null ? nothing : html`<lf-notice-bar kind="bad" text=${this.#moreProblem.message}></lf-notice-bar>`}
      <div class="more-rows"><button class="btn short" @click=${() => void this.more()}>${said}</button>${beside ?? nothing}</div>`
  }

  async #ask(cursor: string | undefined): Promise<void> {
    const asked = (this.#asked += 1)
    try {
      const { data } = await this.#read(cursor)
      if (asked !== this.#asked) return
      this.items = cursor === undefined ? data.items : [...(this.items ?? []), ...data.items]
      this.page = data
      this.problem = null
      this.#moreProblem = null
    } catch (thrown) {
      if (asked !== this.#asked) return
      if (cursor === undefined) this.problem = asProblem(thrown)
      else this.#moreProblem = asProblem(thrown)
    }
    this.#host.requestUpdate()
  }
}
